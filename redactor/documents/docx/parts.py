"""Every part of a clean package as segments, in reading order: stories, properties, the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from redactor.documents.docx.clean.media import CleanMedia
from redactor.documents.docx.clean.package import CleanPackage
from redactor.documents.docx.elsewhere import lines_elsewhere
from redactor.documents.docx.names import Element, PartName
from redactor.documents.docx.package import MAIN_TYPES, Package
from redactor.documents.docx.properties import read_properties
from redactor.documents.docx.source import XmlSource
from redactor.documents.docx.stories import SourcedSegment, read_story, segment_id
from redactor.documents.docx.styles import Styles, read_styles
from redactor.model import DocumentId, Segment, SegmentKind

_WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STYLES = f"{_WORDPROCESSING}.styles+xml"

_STORIES: dict[str, SegmentKind] = {
    **dict.fromkeys(sorted(MAIN_TYPES), SegmentKind.BODY),
    f"{_WORDPROCESSING}.footnotes+xml": SegmentKind.FOOTNOTE,
    f"{_WORDPROCESSING}.endnotes+xml": SegmentKind.ENDNOTE,
    f"{_WORDPROCESSING}.header+xml": SegmentKind.HEADER,
    f"{_WORDPROCESSING}.footer+xml": SegmentKind.FOOTER,
    f"{_WORDPROCESSING}.comments+xml": SegmentKind.COMMENT,
}
_PROPERTIES = (
    "application/vnd.openxmlformats-package.core-properties+xml",
    "application/vnd.openxmlformats-officedocument.extended-properties+xml",
)
_ORDER = {content_type: rank for rank, content_type in enumerate((*_STORIES, *_PROPERTIES))}


@dataclass(frozen=True, slots=True)
class PictureText:
    """A text that a picture draws by itself, by the id of its segment."""

    segment: Segment
    part: PartName


@dataclass(frozen=True, slots=True)
class ReadParts:
    """What the parts hold, and their XML to write into."""

    segments: tuple[SourcedSegment, ...] = field(repr=False)
    pictures: tuple[PictureText, ...] = field(repr=False)
    sources: Mapping[PartName, XmlSource] = field(repr=False)


def read_parts(document: DocumentId, clean: CleanPackage) -> ReadParts:
    """Read every part of `clean`."""
    package = clean.package
    places = {name: place for place, name in enumerate(clean.sources)}
    last = len(_ORDER)
    ordered = sorted(
        clean.sources,
        key=lambda name: (
            _ORDER.get(package.parts[name].content_type, last),
            name != package.main,
            places[name],
        ),
    )
    styles = _styles(package, clean.sources)
    segments = tuple(
        segment
        for name in ordered
        for segment in _segments(
            document, name, package.parts[name].content_type, clean.sources[name], styles
        )
    )
    return ReadParts(segments, tuple(_picture_texts(document, clean.media)), clean.sources)


def _segments(
    document: DocumentId, name: PartName, content_type: str, source: XmlSource, styles: Styles
) -> Iterator[SourcedSegment]:
    kind = _STORIES.get(content_type)
    claimed: set[Element] = set()
    found: Iterator[SourcedSegment]
    if kind is not None:
        found = read_story(document, name, kind, source, styles)
    elif content_type in _PROPERTIES:
        found = read_properties(document, name, source)
    else:
        found = iter(())
    for segment in found:
        claimed.update(piece.element for piece in segment.pieces)
        yield segment
    for number, (kind, line) in enumerate(lines_elsewhere(source.root, claimed), start=1):
        identity = segment_id(document, name, f"{_LETTERS[kind]}{number}")
        yield SourcedSegment(Segment(identity, document, kind, line.text), name, line.pieces)


_LETTERS = {SegmentKind.DRAWING: "g", SegmentKind.TITLE: "t", SegmentKind.MARKUP: "m"}


def _picture_texts(
    document: DocumentId, media: Mapping[PartName, CleanMedia]
) -> Iterator[PictureText]:
    for name, one in media.items():
        for number, text in enumerate(one.texts, start=1):
            identity = segment_id(document, name, f"g{number}")
            yield PictureText(Segment(identity, document, SegmentKind.DRAWING, text), name)


def _styles(package: Package, sources: Mapping[PartName, XmlSource]) -> Styles:
    for name, source in sources.items():
        if package.parts[name].content_type == _STYLES:
            return read_styles(source.root)
    return read_styles(None)
