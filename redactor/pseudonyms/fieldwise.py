"""One entry that two maps have changed at once, put together field by field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from redactor.model import EntityType
from redactor.pseudonyms.conflicts import Choice, Conflict, Entry
from redactor.pseudonyms.entries import with_values
from redactor.pseudonyms.lookup import quoted
from redactor.pseudonyms.schema import KeepEntry, MapEntity, Status
from redactor.text.fold import key

_Value = TypeVar("_Value")
Sides = tuple[str, str]
"""What the two maps are called in a sentence: "your map", "their map"."""


def three_way(base: _Value, mine: _Value, theirs: _Value) -> _Value | None:
    """The value that one side changed, or that both have; None when they contradict each other."""
    if mine in (theirs, base):
        return theirs
    return mine if theirs == base else None


def joined_entity(
    base: MapEntity | None, mine: MapEntity, theirs: MapEntity, sides: Sides
) -> tuple[list[Entry], Conflict | None]:
    """One entity that both sides have, field by field. Its names are those of both."""
    surer = _surer(mine, theirs)
    disputed = []
    values: dict[str, object] = {}
    # Who confirms a pseudonym means the one that stands there: the two go together.
    labels = [(one.pseudonym, one.status) if one else None for one in (base, mine, theirs)]
    label = three_way(*labels)
    if label is None and mine.pseudonym == theirs.pseudonym:
        label = (mine.pseudonym, Status.CONFIRMED)
    if label is None and surer is not None:
        label = (surer.pseudonym, surer.status)
    if label is None:
        disputed.append("pseudonym")
    else:
        values["pseudonym"], values["status"] = label
    for name in ("type", "role"):
        wanted = [getattr(one, name, None) for one in (base, mine, theirs)]
        value = three_way(*wanted)
        if value is None and base is None and surer is not None:
            value = getattr(surer, name)
        if value is None:
            disputed.append(name)
        else:
            values[name] = value
    values |= _names(base, mine, theirs)
    one, other = (with_values(entity, **values) for entity in (mine, theirs))
    if not disputed:
        return [one], None
    sentence = _dispute(base, mine, theirs, disputed, sides)
    return [one], Conflict(sentence, Choice((one,)), Choice((other,)))


def _surer(mine: MapEntity, theirs: MapEntity) -> MapEntity | None:
    """The one that a person has confirmed, where the other is the program's own idea."""
    if mine.status is theirs.status:
        return None
    return mine if mine.status is Status.CONFIRMED else theirs


def _names(base: MapEntity | None, mine: MapEntity, theirs: MapEntity) -> dict[str, object]:
    """The real name and the aliases: all that either side has, but what one has taken away."""
    before, one, other = ({key(n): n for n in e.names} if e else {} for e in (base, mine, theirs))
    gone = (before.keys() - one.keys()) | (before.keys() - other.keys())
    gone -= {key(mine.real), key(theirs.real)}
    texts: dict[str, str] = {}
    for name in (*one, *other):
        if name not in gone:
            spelt = three_way(before.get(name), one.get(name), other.get(name))
            texts[name] = spelt or max(one.get(name, ""), other.get(name, ""))
    reals = (key(mine.real), key(theirs.real))
    # No name is lost whichever is called the real one, so the longest may be.
    longest = max(reals, key=lambda name: (len(name), name))
    real = three_way(key(base.real) if base else None, *reals) or longest
    return {
        "real": texts[real],
        "aliases": tuple(text for name, text in texts.items() if name != real),
    }


def _dispute(
    base: MapEntity | None,
    mine: MapEntity,
    theirs: MapEntity,
    disputed: Sequence[str],
    sides: Sides,
) -> str:
    here, there = sides
    if base is None and "pseudonym" in disputed:
        return (
            f"{quoted(mine)} in {here} and {quoted(theirs)} in {there} have a name in common: "
            f"one {_kind(mine.type)}, or two? They are one for now, {quoted(mine)}"
        )
    said = {
        "pseudonym": f"is {quoted(mine)} in {here} and {quoted(theirs)} in {there}",
        "type": f"is of the type {mine.type} in {here} and {theirs.type} in {there}",
        "role": f"has one role in {here} and another in {there}",
    }
    return f"{quoted(base or mine)} {', and '.join(said[name] for name in disputed)}"


def _kind(type: EntityType) -> str:
    return "person" if type.is_person else type.value.replace("_", " ")


def joined_keep(
    base: Sequence[Entry], mine: KeepEntry, theirs: KeepEntry, sides: Sides
) -> tuple[list[Entry], Conflict | None]:
    """One kept text that both sides have."""
    before = next((entry.reason for entry in base if isinstance(entry, KeepEntry)), None)
    reason = three_way(before, mine.reason, theirs.reason)
    if reason is None and mine.status is not theirs.status:
        reason = (mine if mine.status is Status.CONFIRMED else theirs).reason
    status = min(mine.status, theirs.status)  # "confirmed" comes before "proposed"
    text = max(mine.text, theirs.text)
    one, other = (
        KeepEntry(text=text, reason=entry.reason if reason is None else reason, status=status)
        for entry in (mine, theirs)
    )
    if reason is not None:
        return [one], None
    sentence = f"a name is kept for one reason in {sides[0]} and another in {sides[1]}"
    return [one], Conflict(sentence, Choice(keep=(one,)), Choice(keep=(other,)))
