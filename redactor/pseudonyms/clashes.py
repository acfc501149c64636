"""One pseudonym for two, when two maps have become one: the one who came later gets another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redactor.pseudonyms.conflicts import Choice, Conflict
from redactor.pseudonyms.entries import proposal, with_values
from redactor.pseudonyms.faults import name_words
from redactor.pseudonyms.lookup import quoted
from redactor.pseudonyms.schema import KeepEntry, MapEntity, PseudonymMap, Status
from redactor.text.fold import key


def without_clashes(
    review: str,
    entities: Sequence[MapEntity],
    keep: Sequence[KeepEntry],
    retired: Sequence[str],
    base: PseudonymMap,
) -> tuple[tuple[MapEntity, ...], tuple[Conflict, ...]]:
    """`entities` with a pseudonym for each that is nobody else's and no real name.

    Whoever had it in `base` keeps it, or else who is confirmed, or else who comes first.
    """
    reals = {key(name) for entity in entities for name in entity.names}
    had = {key(name): key(one.pseudonym) for one in base.entities for name in one.names}

    def claim(index: int) -> tuple[bool, bool, int]:
        entity = entities[index]
        is_new = had.get(key(entity.real)) != key(entity.pseudonym)
        return is_new, entity.status is not Status.CONFIRMED, index

    owners: dict[str, int] = {}
    clashing: list[int] = []
    for index in sorted(range(len(entities)), key=claim):
        label = key(entities[index].pseudonym)
        if label in reals or label in owners:
            clashing.append(index)
        else:
            owners[label] = index
    settled = {index: entities[index] for index in owners.values()}
    conflicts = []
    for index in clashing:
        old = entities[index]
        # Real names are as little to be had as what is retired.
        taken = (*retired, *(name for entity in entities for name in entity.names))
        draft = PseudonymMap(
            review=review, entities=tuple(settled.values()), keep=tuple(keep), retired=taken
        )
        label = _free(draft, old, frozenset().union(*(name_words(name) for name in taken)))
        new = settled[index] = with_values(old, pseudonym=label, status=Status.PROPOSED)
        owner = owners.get(key(old.pseudonym))
        conflicts.append(_conflict(old, new, None if owner is None else entities[owner]))
    return tuple(settled[index] for index in range(len(entities))), tuple(conflicts)


def _free(draft: PseudonymMap, entity: MapEntity, words: frozenset[str]) -> str:
    if not entity.type.is_identifier:
        return proposal(draft, entity, review_words=words)
    taken = draft.pseudonym_keys | draft.retired_keys
    return next(label for label in _numbered(entity.pseudonym) if key(label) not in taken)


def _numbered(label: str) -> Iterator[str]:
    number = 2
    while True:
        yield f"{label} {number}"
        number += 1


def _conflict(old: MapEntity, new: MapEntity, owner: MapEntity | None) -> Conflict:
    if owner is None:
        sentence = (
            f"{quoted(old)} is a real name too; who had it as a pseudonym is {quoted(new)} now"
        )
        return Conflict(sentence, Choice((new,)), Choice((new,)))
    sentence = f"{quoted(old)} is the pseudonym of two; one of them is {quoted(new)} now"
    swapped = (with_values(owner, pseudonym=new.pseudonym, status=Status.PROPOSED), old)
    return Conflict(sentence, Choice((owner, new)), Choice(swapped))
