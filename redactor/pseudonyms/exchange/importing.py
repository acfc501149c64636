"""From the rows of a table to a map, with a sentence for whatever was assumed or left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pydantic import ValidationError

from redactor.errors import MapError
from redactor.model import EntityType
from redactor.pseudonyms.exchange.listing import told
from redactor.pseudonyms.exchange.rows import Choice, Row
from redactor.pseudonyms.numbering import next_placeholder_number, placeholder
from redactor.pseudonyms.schema import (
    KeepEntry,
    MapEntity,
    PseudonymMap,
    Strict,
    UncertainEntry,
)
from redactor.text.fold import key


@dataclass(frozen=True, slots=True)
class Imported:
    """The map that a table is. ``remarks`` are sentences that name rows, never real names."""

    map: PseudonymMap = field(repr=False)
    remarks: tuple[str, ...] = ()


def map_of(rows: Iterable[Row], review: str) -> Imported:
    """The map of `review` with what `rows` say, in their order.

    A row without a real name or a pseudonym, and one whose name no map can hold, is left out and
    said; rows that say the same of the same name become one. Raises MapError, naming the rows,
    when two of them contradict each other.
    """
    remarks: list[str] = []
    usable = _usable(list(rows), remarks)
    replaced = _merged([row for row in usable if row.decision is Choice.REPLACE], remarks)
    kept = _merged([row for row in usable if row.decision is Choice.KEEP], remarks)
    undecided = _merged([row for row in usable if row.decision is Choice.UNDECIDED], remarks)
    _refuse_contradictions(replaced, kept)
    undecided = _still_open(undecided, [*replaced, *kept], remarks)
    untyped = [row.source for row in replaced if row.type is None]
    if untyped:
        remarks.append(told("Taken for adults, as nothing says what they are", untyped))
    names = PseudonymMap(
        review=review,
        entities=tuple(map(_entity, replaced)),
        keep=tuple(entry for row in kept for entry in _keep_entries(row)),
    )
    return Imported(_with_uncertain(names, undecided), tuple(remarks))


def _usable(rows: Sequence[Row], remarks: list[str]) -> list[Row]:
    """`rows` without those of which no entry can be made."""
    usable: list[Row] = []
    nameless: list[str] = []
    without: list[str] = []
    for row in rows:
        if not row.real:
            nameless.append(row.source)
        elif row.decision is Choice.REPLACE and not row.pseudonym:
            without.append(row.source)
        elif problem := _problem(row):
            remarks.append(told(f"Left out, as the {problem}", [row.source]))
        elif row.decision is Choice.REPLACE and key(row.pseudonym) == key(row.real):
            remarks.append(told("Kept, as the name would be replaced by itself", [row.source]))
            usable.append(replace(row, decision=Choice.KEEP, pseudonym=""))
        else:
            usable.append(row)
    if without:
        remarks.append(told("Left out for want of a pseudonym", without))
    if nameless:
        remarks.append(told("Left out for want of a real name", nameless))
    return usable


def _problem(row: Row) -> str:
    """Why no entry can be made of `row`, "" if one can."""
    try:
        _entries(row)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = _SPOKEN.get(str(first["loc"][0]), "text")
        return f"{name} {first.get('ctx', {}).get('error', 'cannot be used')}"
    return ""


_SPOKEN = {
    "real": "real name",
    "text": "real name",
    "pseudonym": "pseudonym",
    "placeholder": "pseudonym",
    "aliases": "other name",
    "role": "role",
    "reason": "reason",
}


def _entries(row: Row) -> Sequence[Strict]:
    if row.decision is Choice.KEEP:
        return _keep_entries(row)
    if row.decision is Choice.REPLACE:
        return [_entity(row)]
    written = row.pseudonym or placeholder(EntityType.PERSON, 1)
    return [_uncertain(replace(row, real=name), written) for name in _names(row)]


def _merged(rows: Sequence[Row], remarks: list[str]) -> list[Row]:
    """`rows` with one for each real name. Raises MapError for one with two pseudonyms."""
    by_name: dict[str, Row] = {}
    together: dict[str, list[str]] = {}
    for row in rows:
        name = key(row.real)
        first = by_name.setdefault(name, row)
        if first is row:
            continue
        if key(first.pseudonym) != key(row.pseudonym):
            raise MapError(
                None,
                f"{first.source} and {row.source} give one real name two pseudonyms; "
                "leave one of them.",
            )
        known = {key(known) for known in first.aliases}
        added = tuple(alias for alias in row.aliases if key(alias) not in known)
        by_name[name] = replace(
            first,
            aliases=(*first.aliases, *added),
            type=first.type or row.type,
            role=first.role or row.role,
            reason=first.reason or row.reason,
        )
        together.setdefault(name, [first.source]).append(row.source)
    remarks += [
        told("Made one, as they are about the same name", sources) for sources in together.values()
    ]
    return list(by_name.values())


def _refuse_contradictions(replaced: Sequence[Row], kept: Sequence[Row]) -> None:
    """Raise MapError for what a map refuses, with the rows that it comes from."""
    owners: dict[str, Row] = {}
    pseudonyms: dict[str, Row] = {}
    for row in replaced:
        other = pseudonyms.setdefault(key(row.pseudonym), row)
        if other is not row:
            raise _Contradiction(
                other,
                row,
                "give two names one pseudonym",
                "give one of them another, or, if both "
                "are one person, write the second name under “Also known as” of the first",
            )
        for name in _names(row):
            other = owners.setdefault(key(name), row)
            if other is not row:
                raise _Contradiction(
                    other,
                    row,
                    "share a real name or another name",
                    "a name can belong to one of them only",
                )
    for pseudonym, row in pseudonyms.items():
        owner = owners.get(pseudonym)
        if owner is row:
            raise MapError(
                None,
                f"{row.source}: the pseudonym is among the person's other names; "
                "give another pseudonym, or take it out of the other names.",
            )
        if owner is not None:
            raise _Contradiction(
                row,
                owner,
                "use one name as a pseudonym and as a real name",
                "give the first another pseudonym",
            )
    for row in kept:
        for name in _names(row):
            owner = owners.get(key(name))
            if owner is not None:
                raise _Contradiction(owner, row, "replace a name and keep it", "leave one of them")


class _Contradiction(MapError):
    def __init__(self, one: Row, other: Row, problem: str, advice: str) -> None:
        super().__init__(None, f"{one.source} and {other.source} {problem}; {advice}.")


def _still_open(undecided: Sequence[Row], decided: Sequence[Row], remarks: list[str]) -> list[Row]:
    names = {key(name) for row in decided for name in _names(row)}
    gone = [row.source for row in undecided if key(row.real) in names]
    if gone:
        remarks.append(told("Undecided, but another row decides about the name", gone))
    return [row for row in undecided if key(row.real) not in names]


def _with_uncertain(names: PseudonymMap, undecided: Sequence[Row]) -> PseudonymMap:
    """`names` with an open entry for each name; one without a placeholder gets the next number."""
    for row in undecided:
        for name in _names(row):
            number = next_placeholder_number(names)
            free = placeholder(row.type or EntityType.PERSON, number)
            written = row.pseudonym if name == row.real else ""
            entry = _uncertain(replace(row, real=name), written or free)
            names = names.with_uncertain([entry])
    return names


def _names(row: Row) -> tuple[str, ...]:
    return (row.real, *row.aliases)


def _entity(row: Row) -> MapEntity:
    return MapEntity(
        real=row.real,
        pseudonym=row.pseudonym,
        type=row.type or EntityType.PERSON,
        aliases=row.aliases,
        status=row.status,
        role=row.role,
    )


def _keep_entries(row: Row) -> list[KeepEntry]:
    """What stays: all names of the row, each by itself."""
    return [KeepEntry(text=name, reason=row.reason, status=row.status) for name in _names(row)]


def _uncertain(row: Row, written: str) -> UncertainEntry:
    return UncertainEntry(
        text=row.real,
        placeholder=written,
        type=row.type or EntityType.PERSON,
        reason=row.reason,
    )
