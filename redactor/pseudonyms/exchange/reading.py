"""A table file to rows: the door of the import."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from redactor.errors import MapError
from redactor.pseudonyms.exchange.containers import Unusable
from redactor.pseudonyms.exchange.formats import TableFormat, format_of
from redactor.pseudonyms.exchange.grids import Grid, has_headings, records_of
from redactor.pseudonyms.exchange.listing import told
from redactor.pseudonyms.exchange.rows import Row
from redactor.pseudonyms.exchange.understanding import understand

LARGEST = 20 * 1024 * 1024
"""Bytes of a file with a table."""
MAX_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file, and sentences about what was assumed; they name rows, never names."""

    rows: tuple[Row, ...] = field(repr=False)
    remarks: tuple[str, ...] = ()


def read_table(path: Path) -> Table:
    """The rows of all tables in `path` that have headings for a real name and a pseudonym.

    Raises UsageError for a kind of file that is not read, MapError for one that cannot be: the
    message names the file and says what to do.
    """
    format = format_of(path)
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        reason = (
            "there is no such table"
            if isinstance(error, FileNotFoundError)
            else (f"the table cannot be read ({error.strerror or 'system error'})")
        )
        raise MapError(path, f"{reason}.") from None
    try:
        return parse_table(content, format)
    except MapError as error:
        raise MapError(path, str(error)) from None


def parse_table(content: bytes, format: TableFormat) -> Table:
    """The rows of a file's `content`. Raises MapError."""
    if len(content) > LARGEST:
        raise MapError(
            None,
            f"is larger than {LARGEST // 1024**2} MB; copy the table into a file of its own.",
        )
    if not content.strip():
        raise MapError(None, "is empty.")
    try:
        grids = _grids(content, format)
    except Unusable as error:
        raise MapError(None, str(error)) from None
    return _table(grids)


def _grids(content: bytes, format: TableFormat) -> list[Grid]:
    # Each reader is imported for its own files only: openpyxl and python-docx take their time.
    if format is TableFormat.XLSX:
        from redactor.pseudonyms.exchange.workbooks import read_workbook

        return read_workbook(content)
    if format is TableFormat.DOCX:
        from redactor.pseudonyms.exchange.word_tables import read_word_tables

        return read_word_tables(content)
    from redactor.pseudonyms.exchange.plain_text import read_plain_text

    return read_plain_text(content)


def _table(grids: list[Grid]) -> Table:
    used = [grid for grid in grids if has_headings(grid)]
    if not used:
        raise MapError(
            None,
            "there is no table with headings for the names; name one column “Real name” and one "
            "“Pseudonym”, and import it again.",
        )
    remarks: list[str] = []
    passed = [grid.place for grid in grids if grid not in used and _has_text(grid)]
    if passed:
        remarks.append(
            told("Not read, for want of headings for a real name and a pseudonym", passed)
        )
    rows: list[Row] = []
    for grid in used:
        records, said = records_of(grid)
        if len(rows) + len(records) > MAX_ROWS:
            raise MapError(None, f"has more than {MAX_ROWS:,} rows; no review has so many names.")
        understood, assumed = understand(records)
        rows += understood
        remarks += [*said, *assumed]
    return Table(tuple(rows), tuple(remarks))


def _has_text(grid: Grid) -> bool:
    return any(cell.strip() for line in grid.lines for cell in line.cells)
