"""Which reader owns which kind of part, by content type (in lower case), in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from redactor.documents.docx.names import PartName
from redactor.documents.docx.package import MAIN_TYPES, Package, Part
from redactor.documents.docx.properties import read_properties
from redactor.documents.docx.source import XmlSource, read_xml, refuse_excess
from redactor.documents.docx.stories import SourcedSegment, read_story
from redactor.documents.docx.styles import Styles, read_styles
from redactor.model import DocumentId, SegmentKind

_WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STYLES = f"{_WORDPROCESSING}.styles+xml"

_STORIES: dict[str, SegmentKind] = {
    **dict.fromkeys(sorted(MAIN_TYPES), SegmentKind.BODY),
    f"{_WORDPROCESSING}.footnotes+xml": SegmentKind.FOOTNOTE,
    f"{_WORDPROCESSING}.endnotes+xml": SegmentKind.ENDNOTE,
    f"{_WORDPROCESSING}.header+xml": SegmentKind.HEADER,
    f"{_WORDPROCESSING}.footer+xml": SegmentKind.FOOTER,
    f"{_WORDPROCESSING}.comments+xml": SegmentKind.COMMENT,
    f"{_WORDPROCESSING}.document.glossary+xml": SegmentKind.BODY,
}
_PROPERTIES = (
    "application/vnd.openxmlformats-package.core-properties+xml",
    "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "application/vnd.openxmlformats-officedocument.custom-properties+xml",
)
_ORDER = {content_type: rank for rank, content_type in enumerate((*_STORIES, *_PROPERTIES))}


@dataclass(frozen=True, slots=True)
class ReadParts:
    """What the parts with text hold, and their XML to write into."""

    segments: tuple[SourcedSegment, ...] = field(repr=False)
    sources: Mapping[PartName, XmlSource] = field(repr=False)


def read_parts(document: DocumentId, package: Package) -> ReadParts:
    """Read every part with text. Raises Unreadable when one of them is malformed."""
    parts = sorted(
        (part for part in package.parts if part.content_type in _ORDER),
        key=lambda part: (_ORDER[part.content_type], part is not package.main),
    )
    refuse_excess([part.content for part in parts])
    sources = {part.name: read_xml(part.name, part.content) for part in parts}
    styles = _styles(package)
    segments = tuple(
        segment
        for part in parts
        for segment in _segments(document, part, sources[part.name], styles)
    )
    return ReadParts(segments, sources)


def _segments(
    document: DocumentId, part: Part, source: XmlSource, styles: Styles
) -> Iterator[SourcedSegment]:
    kind = _STORIES.get(part.content_type)
    if kind is None:
        return read_properties(document, part.name, source)
    return read_story(document, part.name, kind, source, styles)


def _styles(package: Package) -> Styles:
    """The styles of the document; those of its glossary, further down, are not wanted."""
    found = [part for part in package.parts if part.content_type == _STYLES]
    if not found:
        return read_styles(None)
    part = min(found, key=lambda part: part.name.count("/"))
    return read_styles(read_xml(part.name, part.content).root)
