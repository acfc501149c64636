"""A table as it stands in a file, whatever the file, and the records below its headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from redactor.errors import MapError
from redactor.pseudonyms.exchange.columns import (
    UNIQUE,
    Column,
    Columns,
    exact_columns,
    likely_columns,
    unknown_headings,
)
from redactor.pseudonyms.exchange.kinds import NOBODY, Kind, kind_of_section
from redactor.pseudonyms.exchange.listing import listed, told

_HIGHEST_HEADINGS = 40
"""Lines from the top among which headings are looked for."""
HIDDEN = "Hidden, and read like the rest"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: ``number`` as its reader counts, from 1; cells from the first column on."""

    number: int
    cells: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of a file. ``place`` is "" for the only one, else such as "sheet 2"; ``remarks`` are
    sentences about how it was read."""

    place: str
    lines: tuple[Line, ...] = field(repr=False)
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """A row below headings: its cells by what they hold. ``section`` is what the row of its own
    over it says."""

    source: str
    cells: Mapping[Column, str] = field(repr=False)
    section: Kind = NOBODY

    def cell(self, column: Column) -> str:
        return self.cells.get(column, "")


def source_of(place: str, number: int) -> str:
    """ "row 5", or "sheet 2, row 5"."""
    return f"{place}, row {number}" if place else f"row {number}"


def has_headings(grid: Grid) -> bool:
    return _headings(grid) is not None


def records_of(grid: Grid) -> tuple[list[Record], list[str]]:
    """The records of a table with headings, and what must be said of how it was read.

    Raises MapError when two columns claim to be the same thing.
    """
    found = _headings(grid)
    if found is None:
        return [], []
    at, columns = found
    remarks = [*_above(grid, at), *grid.remarks]
    records: list[Record] = []
    section = NOBODY
    _refuse_doubles(grid, at, columns)
    remarks += _unread_columns(grid, at, columns)
    for index in range(at + 1, len(grid.lines)):
        line = grid.lines[index]
        again = exact_columns(line.cells)
        if again is not None:  # the headings once more, on the next page or over a second table
            if again != columns:
                _refuse_doubles(grid, index, again)
                remarks += _unread_columns(grid, index, again)
            columns = again
            continue
        filled = [cell for cell in line.cells if cell.strip()]
        if len(filled) == 1 and kind_of_section(filled[0]) != NOBODY:
            section = kind_of_section(filled[0])
        elif filled:
            record = Record(source_of(grid.place, line.number), _by_column(line, columns), section)
            if any(record.cells.values()):
                records.append(record)
    return records, remarks


def _headings(grid: Grid) -> tuple[int, Columns] | None:
    """The index of the line of headings, and its columns."""
    top = grid.lines[:_HIGHEST_HEADINGS]
    for read in (exact_columns, likely_columns):
        for index, line in enumerate(top):
            columns = read(line.cells)
            if columns is not None:
                return index, columns
    return None


def _by_column(line: Line, columns: Columns) -> dict[Column, str]:
    cells = {}
    for column, numbers in columns.items():
        texts = [line.cells[n].strip() for n in numbers if n < len(line.cells)]
        separator = " " if column in (Column.GIVEN, Column.SURNAME) else "\n"
        cells[column] = separator.join(filter(None, texts))
    given, surname = cells.pop(Column.GIVEN, ""), cells.pop(Column.SURNAME, "")
    if not cells.get(Column.REAL):
        cells[Column.REAL] = f"{given} {surname}".strip()
    return cells


def _refuse_doubles(grid: Grid, index: int, columns: Columns) -> None:
    for column in UNIQUE:
        numbers = columns.get(column, ())
        if len(numbers) > 1:
            where = source_of(grid.place, grid.lines[index].number)
            raise MapError(
                None,
                f"{where}: columns {listed(str(n + 1) for n in numbers)} could each hold the "
                f"{_SPOKEN[column]}; give all but one of them another heading.",
            )


_SPOKEN = {
    Column.REAL: "real name",
    Column.PSEUDONYM: "pseudonym",
    Column.TYPE: "type",
    Column.DECISION: "decision",
    Column.STATUS: "status",
}


def _unread_columns(grid: Grid, index: int, columns: Columns) -> Iterator[str]:
    line = grid.lines[index]
    unknown = unknown_headings(line.cells, columns)
    if unknown:
        which = listed(str(number + 1) for number in unknown)
        yield told(
            f"Not read, as the heading of column {which} is not known",
            [source_of(grid.place, line.number)],
        )


def _above(grid: Grid, at: int) -> Iterator[str]:
    """A remark when what stands above the headings may be more than a title."""
    above = [line for line in grid.lines[:at] if _filled(line.cells) > 1]
    if above:
        yield told(
            "Not read, as it stands above the headings",
            (source_of(grid.place, line.number) for line in above),
        )


def _filled(cells: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in cells)
