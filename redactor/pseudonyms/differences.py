"""What differs between two maps of one review, in sentences for its history and for previews.

They quote pseudonyms and no real name: a history may be read by whoever may not read the map. A
reason or a role that has a real name in it is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redactor.model import EntityType
from redactor.pseudonyms.counterparts import Counterparts, counterparts
from redactor.pseudonyms.lookup import quoted
from redactor.pseudonyms.schema import KeepEntry, MapEntity, PseudonymMap, Status
from redactor.text.fold import key
from redactor.text.words import is_english, words

_SHORTEST = 3
"""Letters of a word of a real name that gives it away."""


def differences(old: PseudonymMap, new: PseudonymMap) -> list[str]:
    """One sentence, without its full stop, for each thing that `new` has otherwise than `old`."""
    return [*_differences(old, new)]


def _differences(old: PseudonymMap, new: PseudonymMap) -> Iterator[str]:
    found, hidden = counterparts(old, new), _Hidden(old, new)
    for entity in found.added:
        yield f"{quoted(entity)} added ({_type(entity.type)})"
    for entity in found.gone:
        yield f"{quoted(entity)} removed"
    for before, after in found.merged:
        (staying,) = (was for was, now in found.same if now is after)
        yield f"{quoted(staying)} and {quoted(before)} are one now"
    for before, after in found.parted:
        yield f"{quoted(after)} is somebody else than {quoted(before)} now"
    for before, after in found.same:
        yield from _changes(before, after, found, hidden)
    yield from _kept(old.keep, new.keep, hidden)
    yield from _questions(old, new)
    yield from _retired(old, new)
    yield from _settings(old, new, hidden)


def _changes(
    before: MapEntity, after: MapEntity, found: Counterparts, hidden: _Hidden
) -> Iterator[str]:
    if before.pseudonym != after.pseudonym:
        yield f"{quoted(before)} is now {quoted(after)}"
    if before.type is not after.type:
        yield f"{quoted(after)} is of the type {_type(after.type)} now"
    if before.role != after.role:
        role = hidden.unless_telling(after.role)
        yield f"{quoted(after)} has {f'the role {role}' if role else 'another role'} now"
    if before.status is not after.status:
        is_confirmed = after.status is Status.CONFIRMED
        yield f"{quoted(after)} is {'confirmed' if is_confirmed else 'a proposal again'}"
    if key(before.real) != key(after.real):
        yield f"{quoted(after)} has another real name now"
    elif before.real != after.real:
        yield f"the real name of {quoted(after)} is spelt another way now"
    # What moved between two entries is told with them.
    theirs = {key(n) for was, now in found.merged if now is after for n in was.names}
    theirs |= {key(n) for was, now in found.parted if was is before for n in now.names}
    names_before, names_after = ({*map(key, one.names)} for one in (before, after))
    more, fewer = names_after - names_before - theirs, names_before - names_after - theirs
    if more:
        yield f"{_counted(len(more), 'other name')} added to {quoted(after)}"
    if fewer:
        yield f"{_counted(len(fewer), 'other name')} of {quoted(after)} removed"
    same_names = names_before == names_after and key(before.real) == key(after.real)
    if same_names and sorted(before.aliases) != sorted(after.aliases):
        yield f"other names of {quoted(after)} are spelt another way now"


def _kept(old: Sequence[KeepEntry], new: Sequence[KeepEntry], hidden: _Hidden) -> Iterator[str]:
    before = {key(entry.text): entry for entry in old}
    after = {key(entry.text): entry for entry in new}
    for text, entry in after.items():
        reason = hidden.unless_telling(entry.reason)
        ending = f": {reason}" if reason else ""
        if text not in before:
            yield f"a name is kept{ending}"
        elif before[text].reason != entry.reason:
            yield f"a name is kept for another reason{ending}"
        elif before[text] != entry:
            yield f"a kept name is {entry.status} or spelt another way now"
    gone = len(before.keys() - after.keys())
    if gone:
        yield f"{_counted(gone, 'name')} kept no longer"


def _questions(old: PseudonymMap, new: PseudonymMap) -> Iterator[str]:
    before = {key(entry.text): entry for entry in old.uncertain}
    after = {key(entry.text): entry for entry in new.uncertain}
    decided = new.entities_by_key.keys() | new.kept_keys
    gone = before.keys() - after.keys()
    changed = [text for text in before.keys() & after.keys() if before[text] != after[text]]
    for count, what in (
        (len(gone & decided), "answered"),
        (len(gone - decided), "dropped"),
        (len(after.keys() - before.keys()), "added"),
        (len(changed), "changed"),
    ):
        if count:
            yield f"{_counted(count, 'open question')} {what}"


def _retired(old: PseudonymMap, new: PseudonymMap) -> Iterator[str]:
    # That somebody's old pseudonym retires goes without saying.
    for label in new.retired:
        if key(label) not in old.retired_keys | old.pseudonym_keys:
            yield f"\u201c{label}\u201d is never to be used again"
    for label in old.retired:
        if key(label) not in new.retired_keys | new.pseudonym_keys:
            yield f"\u201c{label}\u201d may be used again"


def _settings(old: PseudonymMap, new: PseudonymMap, hidden: _Hidden) -> Iterator[str]:
    if old.frozen is not new.frozen:
        yield "the map is frozen" if new.frozen else "the map is frozen no longer"
    if old.policy != new.policy:
        policy = hidden.unless_telling(new.policy)
        yield f"the policy is {policy} now" if policy else "the policy is another now"
    if old.review != new.review:
        yield "the review is called another name now"
    before, after = ({entry.key for entry in one.recipients} for one in (old, new))
    if after - before:
        yield f"{_counted(len(after - before), 'recipient')} added"
    if before - after:
        yield f"{_counted(len(before - after), 'recipient')} removed"
    if before == after and {*old.recipients} != {*new.recipients}:
        yield "a recipient is called another name now"


class _Hidden:
    """The words of all real names of two maps, and whether a person's own words have one."""

    def __init__(self, *maps: PseudonymMap) -> None:
        texts = [name for one in maps for entity in one.entities for name in entity.names]
        texts += [entry.text for one in maps for entry in one.keep]
        texts += [entry.text for one in maps for entry in one.uncertain]
        found = (word for text in texts for word in words(text) if len(word.key) >= _SHORTEST)
        self._words = {word.key for word in found}

    def unless_telling(self, text: str) -> str:
        """`text`, or "" when a word of a real name stands in it, be it within another word.

        One that is a word of English too is a name only with a capital, and then by itself.
        """
        whole, names = key(text), {word.key for word in words(text) if word.is_capitalised}
        telling = any(w in names if is_english(w) else w in whole for w in self._words)
        return "" if telling else text


def _type(type: EntityType) -> str:
    return type.value.replace("_", " ")


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
