"""Which column of a table holds what, by its headings; the wordings are a data file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache

from redactor.pseudonyms.exchange.vocabulary import table
from redactor.text.fold import key
from redactor.text.matcher import PhraseIndex
from redactor.text.words import words

_MOST_WORDS = 8
"""A longer cell is no heading."""
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


class Column(StrEnum):
    """What a column holds; the values are those of ``data/table_headings.tsv``."""

    REAL = "real"
    GIVEN = "given"
    SURNAME = "surname"
    PSEUDONYM = "pseudonym"
    RELATIONSHIP = "relationship"
    ROLE = "role"
    ALIASES = "aliases"
    TYPE = "type"
    REASON = "reason"
    NOTES = "notes"
    DECISION = "decision"
    STATUS = "status"
    AGE = "age"


Columns = Mapping[Column, tuple[int, ...]]
"""Where each thing stands: column numbers from 0, several where several headings mean it."""

UNIQUE = (Column.REAL, Column.PSEUDONYM, Column.TYPE, Column.DECISION, Column.STATUS)
"""What two columns of one table cannot both hold."""


def exact_columns(cells: Sequence[str]) -> Columns | None:
    """The columns if `cells` are headings word for word, None if there are none for both names."""
    return _checked([_exact().get(_plain(cell)) for cell in cells])


def likely_columns(cells: Sequence[str]) -> Columns | None:
    """The columns if `cells` hold headings among other words: "Real name of the person"."""
    return _checked([_exact().get(_plain(cell)) or _longest(cell) for cell in cells])


def unknown_headings(cells: Sequence[str], columns: Columns) -> list[int]:
    """The columns, from 0, that have a heading which says nothing known."""
    known = {number for numbers in columns.values() for number in numbers}
    return [n for n, cell in enumerate(cells) if n not in known and words(cell)]


def _checked(found: Sequence[Column | None]) -> Columns | None:
    columns: dict[Column, tuple[int, ...]] = {}
    for number, column in enumerate(found):
        if column is not None:
            columns[column] = (*columns.get(column, ()), number)
    has_real = Column.REAL in columns or Column.SURNAME in columns
    return columns if has_real and Column.PSEUDONYM in columns else None


def _plain(cell: str) -> str:
    """`cell` as headings are compared: words alone, nothing in brackets."""
    return " ".join(word.key + word.possessive for word in words(_ASIDE.sub(" ", key(cell))))


def _longest(cell: str) -> Column | None:
    found = words(cell)
    if len(found) > _MOST_WORDS:
        return None
    matches = list(_phrases().find(cell, found))
    return max(matches, key=lambda m: m.last - m.first).payload if matches else None


@cache
def _exact() -> Mapping[str, Column]:
    return {_plain(heading): Column(column) for column, heading in table("table_headings")}


@cache
def _phrases() -> PhraseIndex[Column]:
    index: PhraseIndex[Column] = PhraseIndex()
    for column, heading in table("table_headings"):
        index.add(heading, Column(column))
    return index
