"""One line of a table of pseudonyms, and the lines that a map has."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from redactor.model import EntityType
from redactor.pseudonyms.schema import PseudonymMap, Status


class Choice(StrEnum):
    """What a row says of its name; the values are the words of the Decision column."""

    REPLACE = "replace"
    KEEP = "keep"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Row:
    """A name and what is written instead of it.

    ``pseudonym`` is the placeholder of an undecided name, and "" where the table has none;
    ``type`` is None where nothing tells it; ``reason`` says why a name stays or is open.
    ``source`` is where the row stands in its file, for messages ("row 5", "sheet 2, row 5").
    """

    real: str = field(repr=False)
    pseudonym: str = field(default="", repr=False)
    type: EntityType | None = None
    aliases: tuple[str, ...] = field(default=(), repr=False)
    role: str = field(default="", repr=False)
    relationship: str = field(default="", repr=False)
    decision: Choice = Choice.REPLACE
    reason: str = field(default="", repr=False)
    status: Status = Status.CONFIRMED
    source: str = ""


def rows_of(names: PseudonymMap) -> list[Row]:
    """The rows of `names`: what is replaced, what is kept and what is open, each in its order."""
    replaced = [
        Row(
            real=entity.real,
            pseudonym=entity.pseudonym,
            type=entity.type,
            aliases=entity.aliases,
            role=entity.role,
            status=entity.status,
        )
        for entity in names.entities
    ]
    kept = [
        Row(real=entry.text, decision=Choice.KEEP, reason=entry.reason, status=entry.status)
        for entry in names.keep
    ]
    undecided = [
        Row(
            real=entry.text,
            pseudonym=entry.placeholder,
            type=entry.type,
            decision=Choice.UNDECIDED,
            reason=entry.reason,
        )
        for entry in names.uncertain
    ]
    rows = [*replaced, *kept, *undecided]
    return [replace(row, source=f"row {number}") for number, row in enumerate(rows, 1)]
