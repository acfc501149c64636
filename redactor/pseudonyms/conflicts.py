"""What two maps say differently of the same, with both choices at hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from redactor.pseudonyms.schema import KeepEntry, MapEntity, PseudonymMap
from redactor.text.fold import key

Entry = MapEntity | KeepEntry


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


def names_of(entry: Entry) -> tuple[str, ...]:
    return entry.names if isinstance(entry, MapEntity) else (entry.text,)


def keys_of(entries: Iterable[Entry]) -> frozenset[str]:
    """The keys of all real names, aliases and kept texts of `entries`."""
    return frozenset(key(name) for entry in entries for name in names_of(entry))
