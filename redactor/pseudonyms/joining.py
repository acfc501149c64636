"""Maps made one: of two people who saved at once, and of the agencies of one review."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import TypeVar

from rapidfuzz import fuzz

from redactor.pseudonyms.clashes import without_clashes
from redactor.pseudonyms.conflicts import Choice, Conflict, Joined
from redactor.pseudonyms.entries import with_values
from redactor.pseudonyms.fieldwise import Sides, three_way
from redactor.pseudonyms.groups import groups, settled
from redactor.pseudonyms.lookup import quoted
from redactor.pseudonyms.numbering import next_placeholder_number, placeholder
from redactor.pseudonyms.schema import KeepEntry, MapEntity, PseudonymMap, UncertainEntry
from redactor.text.fold import key
from redactor.text.names import parse_person

_Value = TypeVar("_Value")
_TWO: Sides = ("your map", "their map")
_NEARLY = 88
"""Of 100, by rapidfuzz: how alike two spellings of one name are, whatever their words' order."""


def joined(
    base: PseudonymMap, mine: PseudonymMap, theirs: PseudonymMap, sides: Sides = _TWO
) -> Joined:
    """One map of two that were made of `base` at once.

    What either added, changed or took away is so; entries are known by their names, not by their
    order. What both changed differently is a conflict: the map has mine, or rather what replaces
    a name than what shows it. No name that stands in one of the two is lost in a conflict.
    """
    if mine in (base, theirs):
        return Joined(theirs)
    if theirs == base:
        return Joined(mine)
    conflicts: list[Conflict] = []
    entities: list[MapEntity] = []
    keep: list[KeepEntry] = []
    for group in groups(base, mine, theirs):
        entries, conflict = settled(group, sides)
        entities += (entry for entry in entries if isinstance(entry, MapEntity))
        keep += (entry for entry in entries if isinstance(entry, KeepEntry))
        conflicts += [conflict] if conflict else []
    retired = _retired(base, mine, theirs, entities)
    fitting, clashes = without_clashes(mine.review, entities, keep, retired, base)
    settings, disputes = _settings(base, mine, theirs, sides)
    recipients = _by_key(
        *({entry.key: entry for entry in one.recipients} for one in (base, mine, theirs))
    )
    result = PseudonymMap.model_validate(
        {
            **settings,
            "entities": fitting,
            "keep": tuple(keep),
            "uncertain": _uncertain(base, mine, theirs),
            "retired": retired,
            "recipients": tuple(recipients.values()),
        }
    )
    return Joined(result, (*conflicts, *clashes, *disputes))


def united(maps: Sequence[PseudonymMap]) -> Joined:
    """One map of several that know nothing of each other, such as those of a review's agencies.

    It has the first one's name. Entries that share a name become one. A pseudonym that two have
    goes to the one whose map comes first, unless only the other is confirmed. Raises ValueError
    for no map at all.
    """
    if not maps:
        raise ValueError("no map to unite")
    result = maps[0]
    conflicts: list[Conflict] = []
    nothing = PseudonymMap(review=result.review)
    for number, other in enumerate(maps[1:], 2):
        here = "map 1" if number == 2 else f"maps 1 to {number - 1}"
        step = joined(nothing, result, other.changed(review=result.review), (here, f"map {number}"))
        conflicts += [*step.conflicts, *_nearly_the_same(result, other, step.map)]
        result = step.map
    return Joined(result, tuple(conflicts))


def _retired(
    base: PseudonymMap,
    mine: PseudonymMap,
    theirs: PseudonymMap,
    entities: Sequence[MapEntity],
) -> tuple[str, ...]:
    before, one, other = ({key(label): label for label in m.retired} for m in (base, mine, theirs))
    # What a conflict has brought back is retired no longer, unless a map said both before.
    both = (mine.pseudonym_keys & one.keys()) | (theirs.pseudonym_keys & other.keys())
    in_use = {key(entity.pseudonym) for entity in entities} - both
    return tuple(label for k, label in _by_key(before, one, other).items() if k not in in_use)


def _uncertain(
    base: PseudonymMap, mine: PseudonymMap, theirs: PseudonymMap
) -> tuple[UncertainEntry, ...]:
    """The open entries of both; where two have one placeholder, one gets the next number."""
    before, one, other = ({key(e.text): e for e in m.uncertain} for m in (base, mine, theirs))
    entries = _by_key(before, one, other)
    taken: set[str] = set()
    draft = PseudonymMap(review=mine.review, uncertain=tuple(entries.values()))
    number = next_placeholder_number(draft)
    for text in sorted(entries, key=lambda text: (before.get(text) != entries[text], text)):
        entry = entries[text]
        if entry.placeholder in taken:
            label = placeholder(entry.type, number)
            entries[text] = entry.model_copy(update={"placeholder": label})
            number += 1
        taken.add(entry.placeholder)
    return tuple(entries.values())


def _settings(
    base: PseudonymMap, mine: PseudonymMap, theirs: PseudonymMap, sides: Sides
) -> tuple[dict[str, object], list[Conflict]]:
    settings: dict[str, object] = {}
    conflicts = []
    for name, said in (("review", "review\u2019s name"), ("policy", "policy"), ("frozen", "")):
        wanted = [getattr(side, name) for side in (base, mine, theirs)]
        value = three_way(*wanted)
        if value is None:
            sentence = f"the {said} is one in {sides[0]} and another in {sides[1]}"
            one, other = (Choice(**{name: getattr(side, name)}) for side in (mine, theirs))
            conflicts.append(Conflict(sentence, one, other))
        settings[name] = getattr(mine, name) if value is None else value
    return settings, conflicts


def _by_key(
    base: Mapping[str, _Value], mine: Mapping[str, _Value], theirs: Mapping[str, _Value]
) -> dict[str, _Value]:
    """What both have made of what was there; the same whoever is who, where nobody has to ask."""
    result = {}
    for name in dict.fromkeys((*mine, *theirs)):
        one, other = mine.get(name), theirs.get(name)
        value = three_way(base.get(name), one, other)
        if value is None and one is not None and other is not None:
            value = min(one, other, key=repr)
        elif value is None and base.get(name) not in (one, other):
            value = one if other is None else other
        if value is not None:
            result[name] = value
    return result


def _nearly_the_same(
    earlier: PseudonymMap, later: PseudonymMap, names: PseudonymMap
) -> Iterator[Conflict]:
    """Entries of two maps that may be one: their names differ in a letter, or by an initial."""
    for one, other in product(earlier.entities, later.entities):
        first, second = names.entity_named(one.real), names.entity_named(other.real)
        if first is None or second is None or first is second:
            continue
        if one.type.is_person is other.type.is_person and _is_alike(one, other):
            merged = with_values(first, aliases=(*first.aliases, *second.names))
            yield Conflict(
                f"{quoted(first)} and {quoted(second)} have nearly the same name: one, or two?",
                Choice((first, second)),
                Choice((merged,)),
            )


def _is_alike(one: MapEntity, other: MapEntity) -> bool:
    return any(
        fuzz.token_sort_ratio(key(name), key(another)) >= _NEARLY
        or (one.type.is_person and _is_shortened(name, another))
        for name, another in product(one.names, other.names)
    )


def _is_shortened(name: str, another: str) -> bool:
    """True for "D. Hargreaves" and "Danielle Hargreaves"."""
    first, second = parse_person(name), parse_person(another)
    if not (first.is_full and second.is_full) or key(first.surname) != key(second.surname):
        return False
    givens = sorted((key(first.first).rstrip("."), key(second.first).rstrip(".")), key=len)
    return len(givens[0]) == 1 and givens[1].startswith(givens[0])
