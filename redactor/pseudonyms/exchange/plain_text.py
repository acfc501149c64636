"""Tables as plain text with commas, semicolons or tabs, as Excel reads and writes them."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Sequence

from redactor.pseudonyms.exchange.containers import Unusable
from redactor.pseudonyms.exchange.grids import Grid, Line, has_headings

_DELIMITERS = ",;\t"
# What a spreadsheet takes for the beginning of a formula; an apostrophe before it makes it text.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WINDOWS = "cp1252"


def read_plain_text(content: bytes) -> list[Grid]:
    """The table in a text file. Raises Unusable.

    Of commas, semicolons and tabs the one holds by which the headings are found.
    """
    text, remarks = _decoded(content)
    found: list[Grid] = []
    problems: list[str] = []
    for delimiter in _DELIMITERS:
        try:
            found.append(_grid(text, delimiter, remarks))
        except csv.Error as error:
            problems.append(str(error))
    for grid in found:
        if has_headings(grid):
            return [grid]
    if problems:
        raise Unusable(
            "has a quotation mark that is not closed, or a cell that never ends; open it in "
            "Excel and save it as CSV again."
        )
    return found[:1]


def write_plain_text(lines: Sequence[Sequence[str]]) -> bytes:
    """`lines` as CSV in UTF-8 with a mark, as Excel reads it; no cell is taken for a formula."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([_inert(cell) for cell in cells] for cells in lines)
    return text.getvalue().encode("utf-8-sig")


def _decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    remarks: tuple[str, ...] = ()
    try:
        if content.startswith(_UTF_16):
            text = content.decode("utf-16")
        else:
            try:
                text = content.decode("utf-8-sig")
            except UnicodeDecodeError:
                text = content.decode(_WINDOWS)
                remarks = ("The file is no UTF-8 text and was read as Windows-1252.",)
    except UnicodeDecodeError:
        raise Unusable(
            "is in an encoding that cannot be told; save it as “CSV UTF-8” in Excel."
        ) from None
    if "\0" in text:
        raise Unusable("is no text; save the table as .xlsx, or as “CSV UTF-8”, in Excel.")
    return text, remarks


def _grid(text: str, delimiter: str, remarks: tuple[str, ...]) -> Grid:
    # Strict: else an open quotation mark would swallow the rest of the table in silence.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines = [
        Line(number, tuple(map(_without_mark, cells))) for number, cells in enumerate(reader, 1)
    ]
    return Grid("", tuple(lines), remarks)


def _inert(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _without_mark(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
