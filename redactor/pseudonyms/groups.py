"""A map with another, before and after, group by group: entries of all three that share names.

What only one side changed is taken; what both changed is put together field by field. Where that
cannot be, one side is taken, the names of the other are kept with it, and a conflict says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from redactor.pseudonyms.conflicts import Choice, Conflict, Entry, keys_of, names_of
from redactor.pseudonyms.entries import with_values
from redactor.pseudonyms.fieldwise import Sides, joined_entity, joined_keep
from redactor.pseudonyms.lookup import enumerated, quoted
from redactor.pseudonyms.schema import KeepEntry, MapEntity, PseudonymMap
from redactor.text.fold import key


@dataclass(slots=True, eq=False)
class Group:
    """Entries that have names in common, within one map or across them."""

    base: list[Entry] = field(default_factory=list)
    mine: list[Entry] = field(default_factory=list)
    theirs: list[Entry] = field(default_factory=list)
    names: list[str] = field(default_factory=list, repr=False)

    def absorb(self, other: Group) -> None:
        self.base += other.base
        self.mine += other.mine
        self.theirs += other.theirs
        self.names += other.names


def groups(base: PseudonymMap, mine: PseudonymMap, theirs: PseudonymMap) -> list[Group]:
    """All entries in groups, in the order of `mine`; then what only the others have."""
    owners: dict[str, Group] = {}
    for entry, side in (*_sided(mine, "mine"), *_sided(theirs, "theirs"), *_sided(base, "base")):
        own = [key(name) for name in names_of(entry)]
        group = Group(names=own)
        getattr(group, side).append(entry)
        met = {id(owners[name]): owners[name] for name in own if name in owners}
        first, *others = (*met.values(), group)
        for other in others:
            first.absorb(other)
            owners.update((name, first) for name in other.names)
        owners.update((name, first) for name in own)
    return list({id(group): group for group in owners.values()}.values())


def _sided(names: PseudonymMap, side: str) -> Iterator[tuple[Entry, str]]:
    yield from ((entity, side) for entity in names.entities)
    yield from ((entry, side) for entry in names.keep)


def settled(group: Group, sides: Sides) -> tuple[list[Entry], Conflict | None]:
    """What a group becomes, and what is to be decided about it."""
    base, mine, theirs = group.base, group.mine, group.theirs
    if _forms(mine) == _forms(theirs) or _forms(theirs) == _forms(base):
        return mine, None
    if _forms(mine) == _forms(base):
        return theirs, None
    match base, mine, theirs:
        case [], [MapEntity() as one], [MapEntity() as other]:
            return joined_entity(None, one, other, sides)
        case [MapEntity() as before], [MapEntity() as one], [MapEntity() as other]:
            return joined_entity(before, one, other, sides)
        case [*before_or_none], [KeepEntry() as one], [KeepEntry() as other] if all(
            isinstance(entry, KeepEntry) for entry in before_or_none
        ):
            return joined_keep(before_or_none, one, other, sides)
    added = _with_additions(base, theirs, mine) or _with_additions(base, mine, theirs)
    return (added, None) if added else _one_side(group, sides)


def _with_additions(
    base: Sequence[Entry], adding: Sequence[Entry], other: Sequence[Entry]
) -> list[Entry] | None:
    """`other` with the aliases that `adding` has more than `base`; None when that is not all."""
    before = {key(entry.real): entry for entry in base if isinstance(entry, MapEntity)}
    after = {key(entry.real): entry for entry in adding if isinstance(entry, MapEntity)}
    kept, still_kept = ([e for e in es if isinstance(e, KeepEntry)] for es in (base, adding))
    if before.keys() != after.keys() or _forms(kept) != _forms(still_kept):
        return None
    result = [*other]
    for real, entity in after.items():
        old = before[real]
        if with_values(entity, aliases=old.aliases) != old or keys_of([old]) - keys_of([entity]):
            return None
        more = [name for name in entity.aliases if key(name) not in keys_of([old])]
        if more and not _give(result, real, more):
            return None
    return result


def _give(entries: list[Entry], owner: str, aliases: Iterable[str]) -> bool:
    """Put `aliases` to the entity that has the name `owner`; False when it cannot be."""
    for index, entry in enumerate(entries):
        if isinstance(entry, MapEntity) and owner in keys_of([entry]):
            others = keys_of(entries[:index] + entries[index + 1 :])
            new = [name for name in aliases if key(name) not in keys_of([entry])]
            if others & {key(name) for name in new}:
                return False
            entries[index] = with_values(entry, aliases=(*entry.aliases, *new))
            return True
    return False


def _one_side(group: Group, sides: Sides) -> tuple[list[Entry], Conflict]:
    """Mine, unless only the other side replaces a name, or has it at all.

    The names of the side that is not taken stay too.
    """
    mine, theirs = _completed(group.mine, group.theirs), _completed(group.theirs, group.mine)
    takes_theirs = _weight(group.theirs) > _weight(group.mine)
    conflict = Conflict(_grouping(group, sides), _choice(mine), _choice(theirs), takes_theirs)
    return (theirs if takes_theirs else mine), conflict


def _completed(entries: Sequence[Entry], others: Sequence[Entry]) -> list[Entry]:
    """`entries` with the names that only `others` have, each with whom it belongs to there.

    What is kept beside entities here and replaced there is replaced.
    """
    result = [*entries]
    if _entities(entries):
        replaced = keys_of(_entities(others))
        result = [e for e in entries if isinstance(e, MapEntity) or key(e.text) not in replaced]
    for entity in _entities(others) if entries else ():
        lost = [name for name in entity.names if key(name) not in keys_of(result)]
        owner = next(
            (
                one
                for one in _entities(result)
                if key(entity.real) in keys_of([one]) or key(one.pseudonym) == key(entity.pseudonym)
            ),
            None,
        )
        if lost and owner is not None:
            _give(result, key(owner.real), lost)
        elif lost:
            result.append(with_values(entity, real=lost[0], aliases=lost[1:]))
    return result


def _grouping(group: Group, sides: Sides) -> str:
    here, there = sides
    mine, theirs = _entities(group.mine), _entities(group.theirs)
    if mine and theirs:
        both = list({key(one.pseudonym): one for one in (*mine, *theirs)}.values())
        what = quoted(both[0]) if len(both) == 1 else enumerated(both)
        return f"which names are {what} is told in one way by {here} and in another by {there}"
    (more, entries), (less, others) = (here, group.mine), (there, group.theirs)
    if _weight(group.theirs) > _weight(group.mine):
        (more, entries), (less, others) = (less, others), (more, entries)
    entities = _entities(entries)
    if not entities:
        return f"a name is kept in {more} and removed in {less}"
    if not others:
        return f"{enumerated(entities)} is changed in {more} and removed in {less}"
    return f"a name is kept in {less} and replaced by {enumerated(entities)} in {more}"


def _weight(entries: Iterable[Entry]) -> int:
    """Replacing is more than keeping, and keeping more than nothing."""
    return max((2 if isinstance(entry, MapEntity) else 1 for entry in entries), default=0)


def _entities(entries: Iterable[Entry]) -> list[MapEntity]:
    return [entry for entry in entries if isinstance(entry, MapEntity)]


def _choice(entries: Sequence[Entry]) -> Choice:
    keep = tuple(entry for entry in entries if isinstance(entry, KeepEntry))
    return Choice(tuple(_entities(entries)), keep)


def _forms(entries: Iterable[Entry]) -> list[str]:
    """What equal entries have in common, whatever their order and that of their aliases."""
    return sorted(_form(entry) for entry in entries)


def _form(entry: Entry) -> str:
    if isinstance(entry, KeepEntry):
        return repr(("keep", entry.text, entry.reason, entry.status))
    return repr((*_fields(entry), sorted(names_of(entry)[1:])))


def _fields(entity: MapEntity) -> Iterator[str]:
    yield from (entity.real, entity.pseudonym, entity.type, entity.status, entity.role)
