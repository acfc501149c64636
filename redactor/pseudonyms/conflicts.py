"""What two maps say differently of the same, with both choices at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from redactor.pseudonyms.schema import KeepEntry, MapEntity, PseudonymMap
from redactor.text.fold import key

Entry = MapEntity | KeepEntry
_Entry = TypeVar("_Entry", MapEntity, KeepEntry)


@dataclass(frozen=True, slots=True)
class Choice:
    """What one of the maps wants: entries for the same names, or a value of a top-level key."""

    entities: tuple[MapEntity, ...] = ()
    keep: tuple[KeepEntry, ...] = ()
    policy: str | None = None
    review: str | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        return (*self.entities, *self.keep)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A question that only a person can answer, in a sentence that quotes pseudonyms only.

    The joined map has ``mine`` unless ``has_theirs``. The two are the same where there is nothing
    to choose and the sentence says what was done.
    """

    sentence: str
    mine: Choice
    theirs: Choice
    has_theirs: bool = False


@dataclass(frozen=True, slots=True)
class Joined:
    map: PseudonymMap = field(repr=False)
    conflicts: tuple[Conflict, ...] = ()


def with_choice(names: PseudonymMap, conflict: Conflict, choice: Choice) -> PseudonymMap:
    """`names`, a joined map, with one of the two choices of `conflict` in it.

    Raises MapError when it contradicts what was chosen elsewhere.
    """
    touched = keys_of((*conflict.mine.entries, *conflict.theirs.entries))
    return names.changed(
        entities=(*_without(names.entities, touched), *choice.entities),
        keep=(*_without(names.keep, touched), *choice.keep),
        policy=names.policy if choice.policy is None else choice.policy,
        review=names.review if choice.review is None else choice.review,
    )


def names_of(entry: Entry) -> tuple[str, ...]:
    return entry.names if isinstance(entry, MapEntity) else (entry.text,)


def keys_of(entries: Iterable[Entry]) -> frozenset[str]:
    """The keys of all real names, aliases and kept texts of `entries`."""
    return frozenset(key(name) for entry in entries for name in names_of(entry))


def _without(entries: Iterable[_Entry], touched: frozenset[str]) -> Iterator[_Entry]:
    return (entry for entry in entries if not touched & keys_of([entry]))
