"""Which entry of one map is which of another: they share a real name or an alias."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from redactor.pseudonyms.schema import MapEntity, PseudonymMap
from redactor.text.fold import key

Pair = tuple[MapEntity, MapEntity]
"""An entry of the old map and one of the new."""


@dataclass(frozen=True, slots=True, repr=False)
class Counterparts:
    """Every entry of both maps stands in ``same`` once, or in one of the others."""

    same: tuple[Pair, ...]
    merged: tuple[Pair, ...]
    """An old entry that went into a new one, which has an older self in ``same``."""
    parted: tuple[Pair, ...]
    """A new entry that came out of an old one, which lives on in ``same``."""
    gone: tuple[MapEntity, ...]
    added: tuple[MapEntity, ...]


def counterparts(old: PseudonymMap, new: PseudonymMap) -> Counterparts:
    """Match the entities of two maps.

    Of several that share names with one, the one with its pseudonym is its self, or else that with
    its real name, or else that with most of its names.
    """
    owners = {key(name): index for index, one in enumerate(old.entities) for name in one.names}
    shared: Counter[tuple[int, int]] = Counter(
        (owners[name], index)
        for index, one in enumerate(new.entities)
        for name in dict.fromkeys(map(key, one.names))
        if name in owners
    )

    def likeness(pair: tuple[int, int]) -> tuple[object, ...]:
        before, after = old.entities[pair[0]], new.entities[pair[1]]
        one_pseudonym = key(before.pseudonym) == key(after.pseudonym)
        return not one_pseudonym, key(before.real) != key(after.real), -shared[pair], pair

    same: dict[int, int] = {}
    taken: set[int] = set()
    for before, after in sorted(shared, key=likeness):
        if before not in same and after not in taken:
            same[before] = after
            taken.add(after)
    merged: dict[int, int] = {}
    parted: dict[int, int] = {}
    for before, after in sorted(shared, key=likeness):
        if before not in same:
            merged.setdefault(before, after)
        elif after not in taken:
            parted.setdefault(after, before)
    lost = {
        key(one.pseudonym): index
        for index, one in enumerate(old.entities)
        if index not in same and index not in merged
    }
    for after, one in enumerate(new.entities):
        if after not in taken and after not in parted and key(one.pseudonym) in lost:
            same[lost[key(one.pseudonym)]] = after
            taken.add(after)
    return Counterparts(
        tuple((old.entities[i], new.entities[j]) for i, j in sorted(same.items())),
        tuple((old.entities[i], new.entities[j]) for i, j in sorted(merged.items())),
        tuple((old.entities[i], new.entities[j]) for j, i in sorted(parted.items())),
        tuple(one for i, one in enumerate(old.entities) if i not in same and i not in merged),
        tuple(one for j, one in enumerate(new.entities) if j not in taken and j not in parted),
    )
