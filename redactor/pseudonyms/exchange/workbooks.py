"""Tables in an Excel workbook, read and written with openpyxl.

Read: every sheet, hidden ones too, with the values that Excel has stored for formulas. Left alone:
comments, text boxes, and whatever else is no cell.
"""

from __future__ import annotations

import datetime
import io
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from redactor.pseudonyms.exchange.containers import Unusable, check_container, packed_anew
from redactor.pseudonyms.exchange.grids import HIDDEN, Grid, Line, source_of
from redactor.pseudonyms.exchange.listing import told

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

MAX_CELLS = 500_000
"""Of one sheet, from A1 to the last that has anything."""
LONGEST_CELL = 32_767
"""Characters that Excel holds in a cell; openpyxl would cut the rest off."""

_DAMAGED = (
    "is damaged, or holds something that cannot be read. Copy the table into a new workbook in "
    "Excel and save that as .xlsx."
)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SURROGATES = range(0xD800, 0xE000)
_TIMES = (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)
_FORMULA = (
    "Taken for empty, as Excel has stored no value for a formula (open the workbook in Excel and "
    "save it)"
)
_DATE = (
    "Taken for empty, as it holds a date (where Excel made it of a name, write the name in a cell "
    "formatted as text)"
)
_ERROR = "Taken for empty, as it shows an error"
_ZEROS = re.compile(r"0+")
_WIDTHS = (34, 26, 14, 34, 12, 12, 34, 12)


def read_workbook(content: bytes) -> list[Grid]:
    """The sheets of a workbook as grids. Raises Unusable."""
    check_container(content, "xl/", "Excel")
    import openpyxl

    try:
        with warnings.catch_warnings():
            # "Data validation extension is not supported", "no default style": nothing we read.
            warnings.simplefilter("ignore")
            stored = openpyxl.load_workbook(io.BytesIO(content), data_only=True, keep_links=False)
            formulas = openpyxl.load_workbook(io.BytesIO(content), keep_links=False)
    except Exception:  # noqa: BLE001 - openpyxl raises whatever it stumbles over
        # The cause is not chained: it can quote the workbook.
        raise Unusable(_DAMAGED) from None
    return list(_grids(stored, formulas))


def write_workbook(note: str, lines: Sequence[Sequence[str]]) -> bytes:
    """A workbook with `note` over `lines`, of which the first has the headings.

    Every cell is text, so that 007 stays and no cell is a formula. The same lines give the same
    bytes. Raises Unusable for a cell that Excel cannot hold.
    """
    import openpyxl
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Pseudonyms"
    for number, width in enumerate(_WIDTHS, 1):
        column = sheet.column_dimensions[get_column_letter(number)]
        column.width = width
        column.number_format = "@"  # for what a person adds below
    for row, cells in enumerate([[note], *lines], 1):
        for number, text in enumerate(cells, 1):
            if len(_escaped(text)) > LONGEST_CELL:
                raise Unusable(
                    f"row {row} has a cell longer than Excel can hold; export as .csv instead."
                )
            cell = sheet.cell(row, number)
            cell.value = _escaped(text)
            cell.data_type = "s"  # openpyxl would make a formula of "=…", an error of "#N/A"
            cell.number_format = "@"
            cell.alignment = Alignment(vertical="top", wrap_text=row > 1)
            if row <= 2:
                cell.font = Font(bold=True)
    sheet.freeze_panes = "A3"
    buffer = io.BytesIO()
    workbook.save(buffer)
    return packed_anew(buffer.getvalue())


def _grids(stored: Workbook, formulas: Workbook) -> Iterator[Grid]:
    several = len(stored.worksheets) > 1
    pairs = zip(stored.worksheets, formulas.worksheets, strict=True)
    for number, (sheet, with_formulas) in enumerate(pairs, 1):
        place = f"sheet {number}" if several else ""
        if sheet.max_row * sheet.max_column > MAX_CELLS:
            raise Unusable(
                f"has a sheet (number {number}) with cells far out, in row {sheet.max_row} or "
                f"column {sheet.max_column}; copy the table into a new workbook."
            )
        merged = _merged_down(sheet)
        lines = []
        for at, row in enumerate(sheet.iter_rows(), 1):
            texts = [_text(merged.get((at, n), cell)) for n, cell in enumerate(row, 1)]
            lines.append(Line(at, tuple(texts)))
        yield Grid(place, tuple(lines), tuple(_remarks(place, sheet, with_formulas)))


def _merged_down(sheet: Worksheet) -> Mapping[tuple[int, int], Cell | MergedCell]:
    """For each cell below the first of a merged block, that first one: "Children" stands beside
    all three. To the right of it nothing stands."""
    return {
        (row, block.min_col): sheet.cell(block.min_row, block.min_col)
        for block in sheet.merged_cells.ranges
        for row in range(block.min_row + 1, block.max_row + 1)
    }


def _text(cell: Cell | MergedCell) -> str:
    """What a cell shows, as far as names go: 7 for 7.0, 007 where the format has the zeros."""
    value = cell.value
    if value is None or cell.data_type == "e":
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int):
        zeros = _ZEROS.fullmatch(cell.number_format or "")
        return str(value).zfill(len(zeros.group())) if zeros else str(value)
    if isinstance(value, _TIMES):
        return ""
    return _ESCAPED.sub(_unescaped, str(value))


def _unescaped(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return match[0] if code in _SURROGATES else chr(code)


def _escaped(text: str) -> str:
    """`text` as Excel writes it: what it would take for an escape, and what XML cannot hold.

    Rule: ECMA-376 Part 1, 22.9.2.19 (ST_Xstring).
    """
    text = _ESCAPED.sub(lambda match: f"_x005F{match[0]}", text)
    return re.sub("[\ufffe\uffff]", lambda match: f"_x{ord(match[0]):04X}_", text)


def _remarks(place: str, sheet: Worksheet, formulas: Worksheet) -> Iterator[str]:
    if sheet.sheet_state != "visible":
        yield told(HIDDEN, [place or "the sheet"])
    rows = sorted(n for n, row in sheet.row_dimensions.items() if row.hidden)
    if rows := [n for n in rows if n <= sheet.max_row]:
        yield told(HIDDEN, (source_of(place, n) for n in rows))
    beside = f"{place}, " if place else ""
    columns = sorted(
        letter
        for letter, column in sheet.column_dimensions.items()
        if column.hidden and (column.min or 0) <= sheet.max_column
    )
    if columns:
        yield told(HIDDEN, (f"{beside}column {letter}" for letter in columns))
    for what, cells in _unread(sheet, formulas).items():
        if cells:
            yield told(what, (f"{beside}cell {cell}" for cell in cells))


def _unread(sheet: Worksheet, formulas: Worksheet) -> Mapping[str, list[str]]:
    """The cells that were taken for empty although something stands in them."""
    found: dict[str, list[str]] = {_FORMULA: [], _DATE: [], _ERROR: []}
    for shown_row, row in zip(sheet.iter_rows(), formulas.iter_rows(), strict=True):
        for shown, cell in zip(shown_row, row, strict=True):
            if cell.data_type == "f" and shown.value is None:
                found[_FORMULA].append(cell.coordinate)
            elif shown.data_type == "e":
                found[_ERROR].append(cell.coordinate)
            elif isinstance(shown.value, _TIMES):
                found[_DATE].append(cell.coordinate)
    return found
