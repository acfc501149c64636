"""Taking deleted content out, and what is left empty by it: links, tables, rows, controls.

A bookmark of which only one end stands in deleted content keeps that end, where the content was.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from redactor.documents.docx.clean.revision_names import EMPTY_MARKS, RANGE_MARKS
from redactor.documents.docx.clean.trees import remove
from redactor.documents.docx.names import (
    CELL,
    MATH,
    PARAGRAPH,
    ROW,
    TABLE,
    TEXT_BOX,
    WORD,
    Element,
    child,
    tags,
    value,
)

CONTROL = tags(WORD, "sdt")
CONTROL_CONTENT = tags(WORD, "sdtContent")
CUSTOM_XML = tags(WORD, "customXml")
WRAPPER_PROPERTIES = tags(WORD, "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr")
CONTAINERS = (
    CELL
    | TEXT_BOX
    | tags(WORD, "body", "hdr", "ftr", "footnote", "endnote", "comment", "docPartBody")
)
"""What paragraphs and tables stand in; each needs a paragraph to be valid."""
SECTION = tags(WORD, "sectPr")

_HOLLOWED = (
    TABLE
    | ROW
    | CONTROL
    | CUSTOM_XML
    | tags(WORD, "hyperlink", "smartTag", "fldSimple", "dir", "bdo")
    | tags(MATH, "oMath", "oMathPara")
)
_FRAME = (
    EMPTY_MARKS
    | WRAPPER_PROPERTIES
    | tags(WORD, "tblPr", "tblGrid", "tblPrEx", "trPr", "fldData")
    | tags(MATH, "oMathParaPr")
)
_LEVELS = PARAGRAPH | CONTAINERS | TABLE | ROW


def remove_contents(doomed: Iterable[Element]) -> None:
    """Take out `doomed`, some of which may stand in others, and what is hollow without them."""
    members = dict.fromkeys(doomed)
    outer = [e for e in members if not any(above in members for above in e.iterancestors())]
    ends: dict[tuple[str, str | None], int] = {}
    for element in outer:
        for mark in element.iter(*RANGE_MARKS):
            ends[_pair(mark)] = ends.get(_pair(mark), 0) + 1
    halves = {pair for pair, count in ends.items() if count == 1}
    parents: dict[Element, None] = {}
    for element in outer:
        if (parent := element.getparent()) is None:
            continue
        lift_marks(element, [m for m in element.iter(*RANGE_MARKS) if _pair(m) in halves])
        remove(element)
        parents[parent] = None
    remove_hollow(parents)


def lift_marks(element: Element, marks: Iterable[Element]) -> None:
    """Put `marks`, which stand in `element`, in front of it."""
    for mark in marks:
        mark.tail = None
        element.addprevious(mark)


def remove_hollow(emptied: Iterable[Element]) -> None:
    """Of the elements that lost content, take out what has none left, and so on upwards."""
    current = dict.fromkeys(emptied)
    while current:
        above: dict[Element, None] = {}
        for element in current:
            if element.tag in CONTAINERS:
                _fill(element)
                continue
            if (parent := element.getparent()) is None:
                continue
            if element.tag in CONTROL_CONTENT:
                if _is_hollow(element) and not _is_inline(element):
                    above[parent] = None
            elif element.tag in _HOLLOWED and _is_hollow(element):
                lift_marks(element, list(element.iter(*RANGE_MARKS)))
                remove(element)
                above[parent] = None
        current = above


def _pair(mark: Element) -> tuple[str, str | None]:
    """What the two ends of a range have in common."""
    family = etree.QName(mark).localname.removesuffix("Start").removesuffix("End")
    return family, value(mark, "id")


def _is_hollow(element: Element) -> bool:
    if element.tag in CONTROL:
        inside = child(element, "sdtContent")
        return inside is None or _is_hollow(inside)
    return all(each.tag in _FRAME for each in element)


def _is_inline(element: Element) -> bool:
    """Whether a content control stands in a line: empty, it shows its placeholder there."""
    level = next((above for above in element.iterancestors() if above.tag in _LEVELS), None)
    return level is not None and level.tag in PARAGRAPH


def _fill(container: Element) -> None:
    """Give an empty container the paragraph that it needs; a cell must end with one.

    Rule: ECMA-376 Part 1, 17.4.65 (tc): at least one block, and the last is a paragraph.
    """
    blocks = [e for e in container if e.tag in PARAGRAPH | TABLE | CONTROL | CUSTOM_XML]
    if blocks and not (container.tag in CELL and blocks[-1].tag in TABLE):
        return
    space = etree.QName(container).namespace
    paragraph = etree.SubElement(container, f"{{{space}}}p")
    before = paragraph.getprevious()
    if before is not None and before.tag in SECTION:
        before.addprevious(paragraph)
