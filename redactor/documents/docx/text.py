"""A paragraph as lines of text, each with a map from its characters to the XML.

What a reader sees is one line, however many runs, fields, links and insertions it is split over.
What she does not see beside it makes lines of its own, so that no letters are joined that do not
stand together: each stretch of deleted text, the guide above a word (``w:ruby``), and the variants
of ``mc:AlternateContent`` for older programs. A text box has its own paragraphs and is one object
in the line of its anchor.

Attributes and the texts of drawings are lines of their own; `elsewhere` finds them.
Rule: ECMA-376 Part 1, 17.3.3 (run content), 17.13.5 (revisions); Part 3, 9 (AlternateContent).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from urllib.parse import unquote

from lxml import etree

from redactor.documents.docx.names import (
    COMPATIBILITY,
    DELETION,
    MATH,
    PARAGRAPH,
    TEXT_BOX,
    WORD,
    Element,
    tags,
)

OBJECT_MARK = "\ufffc"
"""Stands for what is in the line and is no text: a picture, a note's reference, a symbol."""


class Role(Enum):
    """What an edit may do with a piece of a line."""

    TEXT = "content is rewritten"
    VALUE = "content is rewritten, and takes no attribute"
    MARK = "a tab, a break, a hyphen: removed when replaced"
    OBJECT = "stays where it is"
    ATTRIBUTE = "an attribute's value is rewritten"
    ADDRESS = "an attribute's value gives way to an address that leads nowhere"


@dataclass(frozen=True, slots=True)
class Piece:
    """One element's share of a line; ``start`` counts code points of the line.

    ``attribute`` is the name of the attribute that holds it, as lxml spells it; "" for content.
    """

    element: Element = field(repr=False)
    role: Role
    text: str = field(repr=False)
    start: int
    attribute: str = ""

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces without gaps, from 0. ``suffix`` tells a paragraph's lines apart: "", "d1", "a1"."""

    suffix: str
    pieces: tuple[Piece, ...]
    deleted: bool = False

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


class _Visit(Enum):
    TEXT = "text"
    DELETED_TEXT = "deleted text"
    MARK = "mark"
    OBJECT = "object"
    DELETION = "deletion"
    ALTERNATIVES = "alternatives"
    ASIDE = "aside"
    SKIP = "skip"


_MARKS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
_OBJECTS = (
    "annotationRef contentPart drawing endnoteRef endnoteReference footnoteRef footnoteReference "
    "object pgNum pict sym"
).split()
_PROPERTIES = ("pPr", "rPr")  # tab stops there are also called w:tab

_VISITS: dict[str, _Visit] = {
    **dict.fromkeys(tags(WORD, "t") | tags(MATH, "t"), _Visit.TEXT),
    **dict.fromkeys(tags(WORD, "delText"), _Visit.DELETED_TEXT),
    **dict.fromkeys(tags(WORD, *_MARKS), _Visit.MARK),
    **dict.fromkeys(tags(WORD, *_OBJECTS), _Visit.OBJECT),
    **dict.fromkeys(DELETION | tags(WORD, "moveFrom"), _Visit.DELETION),
    **dict.fromkeys(tags(COMPATIBILITY, "AlternateContent"), _Visit.ALTERNATIVES),
    **dict.fromkeys(tags(WORD, "rt"), _Visit.ASIDE),
    **dict.fromkeys(tags(WORD, *_PROPERTIES) | PARAGRAPH | TEXT_BOX, _Visit.SKIP),
}
_MARK_TEXT = {tag: text for name, text in _MARKS.items() for tag in tags(WORD, name)}


def lines_of(paragraph: Element) -> list[Line]:
    """The lines of a ``w:p`` that hold text: first what a reader sees, then the rest in order."""
    return [line for line in _Reader(paragraph).lines() if _has_text(line)]


def value_line(element: Element) -> Line:
    """The text content of a plain element, e.g. a document property, as a line."""
    return Line("", (Piece(element, Role.VALUE, content(element), 0),))


def attribute_line(element: Element, attribute: str, role: Role = Role.ATTRIBUTE) -> Line:
    """The value of an attribute as a line; of an address, without its percent-encoding."""
    text = str(element.get(attribute) or "")
    if role is Role.ADDRESS:
        text = unquote(text)
    return Line("", (Piece(element, role, text, 0, attribute),))


def drawing_line(paragraph: Element) -> Line:
    """The text of a paragraph of DrawingML: its runs, fields and breaks.

    Rule: ECMA-376 Part 1, 21.1.2 (text of drawings).
    """
    pieces: list[Piece] = []
    start = 0
    for element in paragraph.iter(etree.Element):
        name = etree.QName(element).localname
        if name == "t" and element.text:
            pieces.append(Piece(element, Role.VALUE, element.text, start))
        elif name == "br":
            pieces.append(Piece(element, Role.OBJECT, OBJECT_MARK, start))
        else:
            continue
        start = pieces[-1].end
    return Line("", tuple(pieces))


def content(element: Element) -> str:
    """All character data of an element, as it stands: white space is literal."""
    return str(element.xpath("string()")) if len(element) else element.text or ""


def _has_text(line: Line) -> bool:
    return any(piece.role is Role.TEXT for piece in line.pieces)


class _Reader:
    """Walks one paragraph once, sorting its pieces into lines."""

    def __init__(self, paragraph: Element) -> None:
        self._seen: list[Piece] = []
        self._deleted: list[list[Piece]] = []
        self._alternatives: list[list[Piece]] = []
        self._deletion_goes_on = False
        self._visit(paragraph, self._seen, deleted=False)

    def lines(self) -> Iterable[Line]:
        yield Line("", tuple(self._seen))
        for number, pieces in enumerate(self._deleted, start=1):
            yield Line(f"d{number}", tuple(pieces), deleted=True)
        for number, pieces in enumerate(self._alternatives, start=1):
            yield Line(f"a{number}", tuple(pieces))

    def _visit(self, parent: Element, line: list[Piece], *, deleted: bool) -> None:
        for element in parent:
            match _VISITS.get(element.tag):
                case None:
                    self._visit(element, line, deleted=deleted)
                case _Visit.TEXT:
                    self._add(element, Role.TEXT, content(element), line, deleted)
                case _Visit.DELETED_TEXT:
                    self._add(element, Role.TEXT, content(element), line, True)
                case _Visit.MARK:
                    self._add(element, Role.MARK, _MARK_TEXT[element.tag], line, deleted)
                case _Visit.OBJECT:
                    self._add(element, Role.OBJECT, OBJECT_MARK, line, deleted)
                case _Visit.DELETION:
                    self._visit(element, line, deleted=True)
                case _Visit.ASIDE:
                    self._alternatives.append([])
                    self._visit(element, self._alternatives[-1], deleted=deleted)
                case _Visit.ALTERNATIVES:
                    self._visit_alternatives(element, line, deleted=deleted)

    def _visit_alternatives(self, parent: Element, line: list[Piece], *, deleted: bool) -> None:
        """The first variant is what a present-day Word shows, and stands in the line."""
        for number, variant in enumerate(parent):
            if number:
                line = []
                self._alternatives.append(line)
            self._visit(variant, line, deleted=deleted)

    def _add(
        self, element: Element, role: Role, text: str, line: list[Piece], deleted: bool
    ) -> None:
        if not text:
            return
        if deleted:
            if not self._deletion_goes_on:
                self._deleted.append([])
            line = self._deleted[-1]
        self._deletion_goes_on = deleted
        line.append(Piece(element, role, text, line[-1].end if line else 0))
