"""Tables in a Word document, read and written with python-docx.

Read: every table of the body, also one in a cell or a text box, as it is with all tracked changes
accepted. python-docx opens the package; the cells are read from its XML, as its own text leaves
out insertions and content controls. Left alone: headers, footers, notes and comments.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from redactor.pseudonyms.exchange.containers import Unusable, check_container, packed_anew
from redactor.pseudonyms.exchange.grids import HIDDEN, Grid, Line, source_of
from redactor.pseudonyms.exchange.listing import told

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_THERE = frozenset({f"{_W}del", f"{_W}moveFrom", _FALLBACK})
_ELSEWHERE = frozenset({f"{_W}tbl", f"{_W}txbxContent"})
_CHARACTERS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
}
_FURTHEST = 200
"""Columns that a table may have: a number in the file is not believed."""
_WIDTHS = (5.2, 4.2, 2.7, 4.8, 2.0, 2.2, 3.2, 2.2)
"""Centimetres of the columns of an export, together the width of a page of A4 across."""
_DAMAGED = (
    "is damaged, or holds something that cannot be read. Copy the table into a new document in "
    "Word and save that as .docx."
)


def read_word_tables(content: bytes) -> list[Grid]:
    """The tables of a document as grids. Raises Unusable."""
    check_container(content, "word/", "Word")
    import docx

    try:
        body = docx.Document(io.BytesIO(content)).element.body
    except Exception:  # noqa: BLE001 - python-docx raises whatever it stumbles over
        # The cause is not chained: it can quote the document.
        raise Unusable(_DAMAGED) from None
    if body is None or body.tag.startswith(_STRICT):
        raise Unusable(_DAMAGED)
    tables = [table for table in body.iter(f"{_W}tbl") if not _is_dropped(table)]
    return [
        _grid(table, f"table {number}" if len(tables) > 1 else "")
        for number, table in enumerate(tables, 1)
    ]


def write_word_table(note: str, lines: Sequence[Sequence[str]]) -> bytes:
    """A document with `note` over one table of `lines`, of which the first has the headings.

    The same lines give the same bytes. Raises Unusable for a text that Word cannot hold.
    """
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    if any(char in text for cells in lines for text in cells for char in "\ufffe\uffff"):
        raise Unusable("a name has a character that Word cannot hold; export as .xlsx instead.")
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(1.6)
    document.add_paragraph().add_run(note).bold = True
    _add_table(document, lines)
    buffer = io.BytesIO()
    document.save(buffer)
    return packed_anew(buffer.getvalue())


def _add_table(document: Document, lines: Sequence[Sequence[str]]) -> None:
    from docx.oxml.parser import OxmlElement
    from docx.shared import Cm

    table = document.add_table(len(lines), len(lines[0]), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Cm(width)
    # All cells at once: asking a table for one cell walks the whole of it.
    for row, cells in zip(table.rows, lines, strict=True):
        for cell, text, width in zip(row.cells, cells, _WIDTHS, strict=True):
            cell.width = Cm(width)
            cell.paragraphs[0].add_run(text)
    head = table.rows[0]
    for cell in head.cells:
        cell.paragraphs[0].runs[0].bold = True
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # repeated on every page


def _grid(table: etree._Element, place: str) -> Grid:
    lines: list[Line] = []
    hidden: list[str] = []
    for number, row in enumerate(_rows(table), 1):
        above = lines[-1].cells if lines else ()
        lines.append(Line(number, tuple(_cells(row, above))))
        if row.find(f"{_W}trPr/{_W}hidden") is not None:
            hidden.append(source_of(place, number))
    remarks = [told(HIDDEN, hidden)] if hidden else []
    return Grid(place, tuple(lines), tuple(remarks))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """The rows of `table` itself, also those in content controls, without deleted ones."""
    for row in table.iter(f"{_W}tr"):
        own = next(row.iterancestors(f"{_W}tbl"), None) is table
        if own and row.find(f"{_W}trPr/{_W}del") is None and not _is_dropped(row):
            yield row


def _cells(row: etree._Element, above: Sequence[str]) -> Iterator[str]:
    """The texts of a row by the columns of the table's raster.

    A cell over several columns stands in the first; one that goes on from above has its text.
    """
    skipped = _number(row.find(f"{_W}trPr/{_W}gridBefore"), 0)
    yield from [""] * skipped
    column = skipped
    for cell in row.iter(f"{_W}tc"):
        if next(cell.iterancestors(f"{_W}tr"), None) is not row:
            continue
        span = _number(cell.find(f"{_W}tcPr/{_W}gridSpan"), 1)
        merge = cell.find(f"{_W}tcPr/{_W}vMerge")
        if merge is not None and merge.get(f"{_W}val", "continue") == "continue":
            yield above[column] if column < len(above) else ""
        else:
            yield _text(cell)
        yield from [""] * (span - 1)
        column += span


def _text(cell: etree._Element) -> str:
    """A cell's own text, a line for each paragraph."""
    paragraphs = []
    for paragraph in cell.iter(f"{_W}p"):
        if _is_own(paragraph, cell):
            pieces = [
                (node.text or "") if node.tag == f"{_W}t" else _CHARACTERS[node.tag]
                for node in paragraph.iter(f"{_W}t", *_CHARACTERS)
                if next(node.iterancestors(f"{_W}p"), None) is paragraph
                and not _is_dropped(node)
                and _is_in_run(node)
            ]
            paragraphs.append("".join(pieces))
    return "\n".join(paragraphs).strip()


def _is_own(paragraph: etree._Element, cell: etree._Element) -> bool:
    """True unless `paragraph` stands in a table or text box within `cell`."""
    for ancestor in paragraph.iterancestors():
        if ancestor is cell:
            return True
        if ancestor.tag in _ELSEWHERE:
            return False
    return False


def _is_in_run(node: etree._Element) -> bool:
    """False for the tab stops of a paragraph's layout, which are called tabs too."""
    parent = node.getparent()
    return parent is not None and parent.tag == f"{_W}r"


def _is_dropped(node: etree._Element) -> bool:
    """True for what is gone when tracked changes are accepted, and for second versions."""
    return any(ancestor.tag in _NOT_THERE for ancestor in node.iterancestors())


def _number(element: etree._Element | None, default: int) -> int:
    value = element.get(f"{_W}val", "") if element is not None else ""
    return min(int(value), _FURTHEST) if value.isdecimal() else default
