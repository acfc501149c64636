"""A Word document: opened whole, rewritten as often as asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from redactor.documents.docx.names import PartName
from redactor.documents.docx.package import Package, read_package
from redactor.documents.docx.parts import ReadParts, read_parts
from redactor.documents.docx.rewrite import Change, changes, rewritten
from redactor.documents.unreadable import Unreadable
from redactor.model import DocumentId, Edit, Segment, SegmentId, SegmentKind

SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm"})

_NO_TEXT = (
    "has no text in its paragraphs. Text in pictures, diagrams and inserted files cannot be read; "
    "ask for a typed copy."
)


@dataclass(frozen=True, slots=True)
class DocxDocument:
    """Implements documents.base.Document."""

    id: DocumentId
    path: Path
    segments: tuple[Segment, ...] = field(repr=False)
    _package: Package = field(repr=False)
    _parts: ReadParts = field(repr=False)

    def rewrite(self, edits: Sequence[Edit]) -> bytes:
        """Return a copy with `edits` applied; parts without edits keep every byte.

        Raises ValueError when edits overlap, name an unknown segment, reach beyond its text,
        replace nothing but objects, or bring characters that XML cannot hold.
        """
        by_segment: dict[SegmentId, list[Edit]] = {}
        for edit in edits:
            by_segment.setdefault(edit.segment_id, []).append(edit)
        by_part: dict[PartName, list[Change]] = {}
        for sourced in self._parts.segments:
            if wanted := by_segment.pop(sourced.segment.id, None):
                by_part.setdefault(sourced.part, []).extend(changes(sourced, wanted))
        if by_segment:
            raise ValueError(f"no such segment: {min(by_segment)}")
        return self._package.packed(
            {
                part: rewritten(self._parts.sources[part], wanted)
                for part, wanted in by_part.items()
                if wanted
            }
        )


def read_docx(content: bytes, path: Path, document_id: DocumentId) -> DocxDocument:
    """Open the bytes of a Word file. Raises Unreadable, with what to do, when that cannot be."""
    package = read_package(content)
    parts = read_parts(document_id, package)
    segments = tuple(sourced.segment for sourced in parts.segments)
    if not any(s.text.strip() for s in segments if s.kind is not SegmentKind.PROPERTY):
        raise Unreadable(_NO_TEXT)
    return DocxDocument(document_id, path, segments, package, parts)
