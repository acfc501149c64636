"""All that is no paragraph of a story: drawings' texts, titles, addresses, and the mark-up itself.

Nothing in a part is passed over. A text or an attribute that people read is a segment like any
other. What only programs read is one too when a word in it could be a name, so that a known name
is found there; what is left are numbers, words of the format and plain English.
Rule: ECMA-376 Part 1, 17 (WordprocessingML), 20 to 22 (DrawingML); Part 4, 19 (VML).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from lxml import etree

from redactor.documents.docx.names import Element
from redactor.documents.docx.text import (
    Line,
    Role,
    attribute_line,
    content,
    drawing_line,
    value_line,
)
from redactor.model import SegmentKind
from redactor.text.words import HUMPS, is_english

_TITLES = frozenset({"descr", "title", "alt", "tooltip", "string"})
"""Attributes that are shown on demand, whatever their element. ``string`` is VML's WordArt."""
_TITLED = frozenset({"tblCaption", "tblDescription", "alias", "lvlText", "statusText", "helpText"})
"""Elements whose ``val`` is."""
_STRUCTURE = frozenset(
    (
        "typeface ascii hAnsi cs eastAsia font panose Requires Ignorable uri Type ContentType "
        "space PartName Extension Id script lang bidi paraId textId durableId anchorId editId"
    ).split()
)
"""Attributes that hold names of fonts, namespaces and the like."""
_FONTS = frozenset({"font", "altName"})
_MEASURES = frozenset(
    (
        "posOffset align pctPosHOffset pctPosVOffset pctWidth pctHeight f sqref formula formatCode "
        "instrText delInstrText separator Application AppVersion"
    ).split()
)
"""Elements whose text is for programs."""
_NUMERIC = re.compile(r"[\s\d.,:;%+#()-]*\Z|#?[0-9A-Fa-f]{6,8}\Z|\{?[0-9A-Fa-f-]{36}\}?\Z")
_PIECES = re.compile(r"[^\W\d_]+")
_FORMAT_WORDS = frozenset(
    (
        "multilevel swiss cambria calibri arial horz vert footer endnotes anchorctr mergeformat "
        "toc hansi bidi asia kashida endnote html multirow formtext formcheckbox officeart "
        "xmlns officedocument openxmlformats wordprocessingml drawingml schemas rect numbering "
        "styleref pageref noteref"
    ).split()
)
_DRAWING = "/drawingml/"


def lines_elsewhere(
    root: Element, claimed: Collection[Element]
) -> Iterator[tuple[SegmentKind, Line]]:
    """Every line of a part but for those whose elements are `claimed` by a story's paragraphs."""
    in_drawings: set[Element] = set()
    for element in root.iter(etree.Element):
        name = etree.QName(element)
        if name.localname == "p" and _DRAWING in (name.namespace or ""):
            line = drawing_line(element)
            in_drawings.update(piece.element for piece in line.pieces)
            if line.text.strip():
                yield SegmentKind.DRAWING, line
        for attribute, value in element.attrib.items():
            found = _attribute(name.localname, etree.QName(attribute).localname, str(value))
            if found is not None:
                kind, role = found
                yield kind, attribute_line(element, str(attribute), role)
        if element in claimed or element in in_drawings or not (element.text or "").strip():
            continue
        shown = _text(name.localname, element)
        if shown is not None:
            yield shown, value_line(element)


def _attribute(element: str, attribute: str, value: str) -> tuple[SegmentKind, Role] | None:
    if not value or value.isdigit() or attribute in _STRUCTURE or element in _FONTS:
        return None
    if element == "Relationship":
        is_address = attribute == "Target" and "://" in value
        return (SegmentKind.TITLE, Role.ADDRESS) if is_address else None
    if attribute in _TITLES or (attribute == "val" and element in _TITLED):
        words = any(len(word) > 1 for word in _PIECES.findall(value))
        return (SegmentKind.TITLE, Role.ATTRIBUTE) if words else None
    return (SegmentKind.MARKUP, Role.ATTRIBUTE) if could_name(value) else None


def _text(element: str, node: Element) -> SegmentKind | None:
    text = content(node)
    if _NUMERIC.match(text):
        return None
    if element in _MEASURES:
        return SegmentKind.MARKUP if could_name(text) else None
    return SegmentKind.DRAWING


@lru_cache(maxsize=65_536)
def could_name(value: str) -> bool:
    """Whether a word of four letters or more in `value` is neither English nor the format's."""
    if _NUMERIC.match(value):
        return False
    return any(
        len(word) > 3 and not is_english(word.lower()) and word.lower() not in _FORMAT_WORDS
        for piece in _PIECES.findall(value)
        for word in HUMPS.findall(piece)
    )
