"""From a record of a table to a row: whose names they are, what they are, and what is decided."""

from __future__ import annotations

import re
from collections.abc import Iterable

from redactor.model import EntityType
from redactor.pseudonyms.exchange.aliases import read_aliases
from redactor.pseudonyms.exchange.cells import literal, one_line, read_pseudonym
from redactor.pseudonyms.exchange.columns import Column
from redactor.pseudonyms.exchange.grids import Record
from redactor.pseudonyms.exchange.kinds import (
    NOBODY,
    Kind,
    is_grown_up,
    kind_of_label,
    kind_of_name,
    kind_of_relationship,
    kind_of_role_label,
    kind_of_type,
)
from redactor.pseudonyms.exchange.listing import told
from redactor.pseudonyms.exchange.naming import Names, read_names
from redactor.pseudonyms.exchange.rows import Choice, Row
from redactor.pseudonyms.exchange.vocabulary import is_blank, says
from redactor.pseudonyms.schema import Status
from redactor.text.fold import key
from redactor.text.roles import code_of, roles

_PLACEHOLDER = re.compile(r"\[[^\[\]]*\d\?\]")
_CHOICES = {
    "replace": Choice.REPLACE,
    "keep": Choice.KEEP,
    "keep by decision": Choice.KEEP,
    "undecided": Choice.UNDECIDED,
}
_STATUSES = {"confirmed": Status.CONFIRMED, "proposed": Status.PROPOSED}
_ASSUMPTIONS = {
    "child": "Taken for children (for somebody grown up write “adult” beside the relationship)",
    "unclear": "Words beside the real name not read (another name belongs under “Also known as”)",
    "several": "Left out, as one cell names two people (give each a row)",
    "type": "Type not known and passed over",
    "decision": "Decision not known and passed over",
    "status": "Status not known and taken for confirmed",
}


def understand(records: Iterable[Record]) -> tuple[list[Row], list[str]]:
    """The rows that `records` are, and sentences about what was assumed or left out."""
    rows: list[Row] = []
    assumed: dict[str, list[str]] = {what: [] for what in _ASSUMPTIONS}
    for record in records:
        row, notes = _understood(record)
        for note in notes:
            assumed[note].append(record.source)
        if "several" not in notes:
            rows.append(row)
    said = [told(_ASSUMPTIONS[what], where) for what, where in assumed.items() if where]
    return rows, said


def read_role(cell: str, type: EntityType | None) -> str:
    """The role in a Role cell: its code where the project has one. Of others than professionals
    "Role" says mostly what they are to the victim, which is none."""
    text = literal(cell)
    if text is not None:
        return text
    line = one_line(cell)
    if is_blank(line):
        return ""
    if line in {role.code for role in roles()}:
        return line
    if code := code_of(line) or kind_of_relationship(line).role:
        return code
    return line if type is EntityType.PROFESSIONAL else ""


def _understood(record: Record) -> tuple[Row, set[str]]:
    notes: set[str] = set()
    pseudonym, says_keep = read_pseudonym(record.cell(Column.PSEUDONYM))
    kind, names = _kind_and_names(record, pseudonym, notes)
    of_person = kind.type is None or kind.type.is_person
    aliases = read_aliases(record.cell(Column.ALIASES), names.real, of_person=of_person)
    own = {key(name) for name in (names.real, *names.aliases)}
    aliases = (*names.aliases, *(a for a in aliases if key(a) not in own or not names.aliases))
    said = record.cell(Column.RELATIONSHIP) or names.described or record.cell(Column.ROLE)
    decision = _decision(record, notes)
    if decision is None:
        stays = says_keep or key(pseudonym) == key(names.real) or (kind.panel and not pseudonym)
        open_ = _PLACEHOLDER.fullmatch(pseudonym)
        decision = Choice.KEEP if stays else Choice.UNDECIDED if open_ else Choice.REPLACE
    if kind.panel:
        kind = Kind(EntityType.PROFESSIONAL, kind.role)
    row = Row(
        real=names.real,
        pseudonym="" if decision is Choice.KEEP else pseudonym,
        type=kind.type,
        aliases=aliases,
        role=read_role(record.cell(Column.ROLE), kind.type) or kind.role,
        relationship=one_line(said),
        decision=decision,
        reason=_reason(record, said) if decision is not Choice.REPLACE else "",
        status=_status(record, notes),
        source=record.source,
    )
    if kind.assumed and decision is Choice.REPLACE and pseudonym:
        notes.add("child")
    if names.several:
        notes.add("several")
    if names.is_unclear:
        notes.add("unclear")
    return row, notes


def _kind_and_names(record: Record, pseudonym: str, notes: set[str]) -> tuple[Kind, Names]:
    cell = record.cell(Column.REAL)
    kind = _kind(record, pseudonym, notes)
    names = read_names(cell, of_person=kind.type is None or kind.type.is_person)
    if kind == NOBODY and names.described:
        kind = kind_of_relationship(names.described)
    if kind == NOBODY:
        kind = kind_of_name(names.real, pseudonym)
    if kind.type is not None and not kind.type.is_person:
        names = read_names(cell, of_person=False)
    return kind, names


def _kind(record: Record, pseudonym: str, notes: set[str]) -> Kind:
    """What the record's own words and its section say; the surest first."""
    type_cell = record.cell(Column.TYPE)
    if not is_blank(type_cell):
        if (kind := kind_of_type(type_cell)) != NOBODY:
            return kind
        notes.add("type")
    age = record.cell(Column.AGE)
    aged = f", aged {age}" if age and not is_blank(age) else ""
    relationship = record.cell(Column.RELATIONSHIP) or record.cell(Column.ROLE)
    related = kind_of_relationship(relationship + aged)
    label = kind_of_label(pseudonym)
    if label.type is EntityType.CHILD and is_grown_up(relationship + aged):
        return Kind(EntityType.PERSON)  # "Child A" may be the victim's adult son
    for kind in (label, related, kind_of_role_label(pseudonym), record.section):
        if kind != NOBODY:
            return kind
    return NOBODY


def _decision(record: Record, notes: set[str]) -> Choice | None:
    cell = record.cell(Column.DECISION)
    for what, choice in _CHOICES.items():
        if says(what, cell):
            return choice
    if not is_blank(cell):
        notes.add("decision")
    return None


def _status(record: Record, notes: set[str]) -> Status:
    cell = record.cell(Column.STATUS)
    for what, status in _STATUSES.items():
        if says(what, cell):
            return status
    if not is_blank(cell):
        notes.add("status")
    return Status.CONFIRMED


def _reason(record: Record, said: str) -> str:
    """Why a name stays or is open: what the table says of it, the plainest first."""
    text = record.cell(Column.REASON) or record.cell(Column.NOTES) or said
    return re.sub(r"[\t\n\r\v\f]+", " ", text).strip()
