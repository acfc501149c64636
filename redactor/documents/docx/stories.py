"""A story, i.e. a part made of paragraphs, as segments in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from redactor.documents.docx.names import CELL, PARAGRAPH, TEXT_BOX, Element, PartName
from redactor.documents.docx.source import XmlSource
from redactor.documents.docx.styles import Styles
from redactor.documents.docx.tables import cells_of
from redactor.documents.docx.text import Line, Piece, lines_of
from redactor.model import DocumentId, Segment, SegmentId, SegmentKind


@dataclass(frozen=True, slots=True)
class SourcedSegment:
    """A segment, and where in the XML of ``part`` its characters stand."""

    segment: Segment
    part: PartName
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """``container`` is the innermost cell or text box around it, ``place`` what ids call it."""

    element: Element
    place: str
    container: Element | None
    lines: list[Line]

    @property
    def text(self) -> str:
        """What a reader sees, "" where that is nothing."""
        return next((line.text for line in self.lines if not line.suffix), "")


def segment_id(document: DocumentId, part: PartName, place: str) -> SegmentId:
    return SegmentId(f"{document}|{part}|{place}")


def read_story(
    document: DocumentId, part: PartName, kind: SegmentKind, source: XmlSource, styles: Styles
) -> Iterator[SourcedSegment]:
    """Every line with text, in the order of the paragraphs in the part.

    `kind` is that of the part; in the body, tables, text boxes and headings have their own.
    The paragraphs of a text box follow the one it is anchored in.
    """
    paragraphs = [
        _Paragraph(element, f"p{index}", _container(element), lines)
        for index, element in enumerate(source.root.iter(*PARAGRAPH))
        if (lines := lines_of(element))
    ]
    cells = cells_of(source.root, _cell_texts(paragraphs))
    heading = ""
    for paragraph in paragraphs:
        container = paragraph.container
        boxed = container is not None and container.tag in TEXT_BOX
        is_heading = not boxed and styles.is_heading(paragraph.element)
        for line in paragraph.lines:
            segment = Segment(
                segment_id(document, part, paragraph.place + line.suffix),
                document,
                _kind(kind, line, container, is_heading),
                line.text,
                heading,
                None if container is None else cells.get(container),
            )
            yield SourcedSegment(segment, part, line.pieces)
        if is_heading and paragraph.text.strip():
            heading = paragraph.text


def _container(paragraph: Element) -> Element | None:
    return next(paragraph.iterancestors(*CELL, *TEXT_BOX), None)


def _cell_texts(paragraphs: list[_Paragraph]) -> dict[Element, str]:
    texts: dict[Element, list[str]] = {}
    for paragraph in paragraphs:
        if paragraph.container is not None and paragraph.text:
            texts.setdefault(paragraph.container, []).append(paragraph.text)
    return {container: " ".join(lines) for container, lines in texts.items()}


def _kind(
    part: SegmentKind, line: Line, container: Element | None, is_heading: bool
) -> SegmentKind:
    if line.deleted:
        return SegmentKind.REVISION
    if part is not SegmentKind.BODY:
        return part
    if container is not None:
        return SegmentKind.TABLE_CELL if container.tag in CELL else SegmentKind.TEXT_BOX
    return SegmentKind.HEADING if is_heading else SegmentKind.BODY
