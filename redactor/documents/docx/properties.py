"""Document properties as segments: title, subject, keywords and whatever else says something.

Left alone on purpose: the few that Word fills in by itself and that name nobody.
Rule: ECMA-376 Part 2, 11 (core properties); Part 1, 22.2 (extended ones).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from redactor.documents.docx.names import Element, PartName
from redactor.documents.docx.source import XmlSource
from redactor.documents.docx.stories import SourcedSegment, segment_id
from redactor.documents.docx.text import value_line
from redactor.model import DocumentId, Segment, SegmentKind

_FILLED_IN_BY_WORD = frozenset(
    (
        "language Application AppVersion Pages Words Characters Lines Paragraphs "
        "CharactersWithSpaces DocSecurity ScaleCrop LinksUpToDate SharedDoc HyperlinksChanged"
    ).split()
)


def read_properties(
    document: DocumentId, part: PartName, source: XmlSource
) -> Iterator[SourcedSegment]:
    """Every property that is a text. Its id says which: ``creator``, ``Company``, ``lpwstr2``."""
    numbers: Counter[str] = Counter()
    for element in _texts(source.root):
        line = value_line(element)
        if line.text.strip():
            name = etree.QName(element).localname
            numbers[name] += 1
            place = name if numbers[name] == 1 else f"{name}{numbers[name]}"
            segment = Segment(
                segment_id(document, part, place), document, SegmentKind.PROPERTY, line.text
            )
            yield SourcedSegment(segment, part, line.pieces)


def _texts(parent: Element) -> Iterator[Element]:
    for element in parent:
        if etree.QName(element).localname in _FILLED_IN_BY_WORD:
            continue
        if len(element):
            yield from _texts(element)
        else:
            yield element
