"""Where in its table a cell stands, with the texts that head its column and its row.

Rule: ECMA-376 Part 1, 17.4 (tables; gridSpan 17.4.17, gridBefore 17.4.15).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from redactor.documents.docx.names import (
    CELL,
    ROW,
    TABLE,
    Element,
    child,
    number,
)
from redactor.model import Cell

_GridCell = tuple[int, Element]
"""A cell after the column that it begins in."""


def cells_of(root: Element, text_of: Mapping[Element, str]) -> dict[Element, Cell]:
    """Every ``w:tc`` under `root`; `text_of` gives the cells' own text, without nested tables."""
    cells: dict[Element, Cell] = {}
    for index, table in enumerate(root.iter(*TABLE)):
        head: list[_GridCell] = []
        for row_index, row in enumerate(_own(table, ROW)):
            placed = list(_grid_cells(row))
            head = head or placed
            for position, (column, cell) in enumerate(placed):
                header = "" if row_index == 0 else text_of.get(_above(head, column), "")
                label = text_of.get(placed[0][1], "") if position else ""
                cells[cell] = Cell(index, row_index, column, header, label)
    return cells


def _grid_cells(row: Element) -> Iterator[_GridCell]:
    properties = child(row, "trPr")
    column = 0 if properties is None else number(child(properties, "gridBefore"), 0)
    for cell in _own(row, CELL):
        yield column, cell
        properties = child(cell, "tcPr")
        span = None if properties is None else child(properties, "gridSpan")
        column += max(1, number(span, 1))


def _above(head: list[_GridCell], column: int) -> Element:
    """The cell of the first row that covers `column`, or its nearest to the left."""
    return head[max(0, bisect_right(head, column, key=lambda cell: cell[0]) - 1)][1]


def _own(parent: Element, wanted: frozenset[str]) -> Iterator[Element]:
    """Rows of a table, cells of a row, also inside content controls.

    Those of nested tables are further in, and are not reached.
    """
    for element in parent:
        if element.tag in wanted:
            yield element
        else:
            yield from _own(element, wanted)
