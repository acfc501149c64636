"""A Word document: opened whole, rewritten as often as asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from redactor.documents.base import PUBLICATION, Policy
from redactor.documents.docx.clean.package import CleanPackage, clean_package
from redactor.documents.docx.names import PartName
from redactor.documents.docx.package import read_package
from redactor.documents.docx.parts import ReadParts, read_parts
from redactor.documents.docx.rewrite import Change, changes, rewritten
from redactor.model import DocumentId, Dropped, Edit, Remark, Segment, SegmentId

SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm"})


@dataclass(frozen=True, slots=True)
class DocxDocument:
    """Implements documents.base.Document."""

    id: DocumentId
    path: Path
    segments: tuple[Segment, ...] = field(repr=False)
    _clean: CleanPackage = field(repr=False)
    _parts: ReadParts = field(repr=False)

    @property
    def dropped(self) -> tuple[Dropped, ...]:
        return self._clean.dropped

    @property
    def pictures(self) -> tuple[str, ...]:
        return tuple(self._clean.media)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        return self._clean.remarks

    def rewrite(self, edits: Sequence[Edit]) -> bytes:
        """Return a copy with `edits` applied; parts that need no change keep every byte.

        An edit in a picture's text puts an empty picture in its place. Raises ValueError when
        edits overlap, name an unknown segment, reach beyond its text, replace nothing but objects,
        or bring characters that XML cannot hold.
        """
        by_segment: dict[SegmentId, list[Edit]] = {}
        for edit in edits:
            by_segment.setdefault(edit.segment_id, []).append(edit)
        by_part: dict[PartName, list[Change]] = {}
        for sourced in self._parts.segments:
            if wanted := by_segment.pop(sourced.segment.id, None):
                by_part.setdefault(sourced.part, []).extend(changes(sourced, wanted))
        contents = {
            part: rewritten(self._parts.sources[part], wanted)
            for part, wanted in by_part.items()
            if wanted
        }
        for picture in self._parts.pictures:
            if by_segment.pop(picture.segment.id, None):
                contents[picture.part] = self._clean.media[picture.part].blank
        if by_segment:
            raise ValueError(f"no such segment: {min(by_segment)}")
        return self._clean.package.packed(contents)


def read_docx(
    content: bytes, path: Path, document_id: DocumentId, policy: Policy = PUBLICATION
) -> DocxDocument:
    """Open the bytes of a Word file. Raises Unreadable, with what to do, when that cannot be."""
    clean = clean_package(read_package(content), policy)
    parts = read_parts(document_id, clean)
    segments = (
        *(sourced.segment for sourced in parts.segments),
        *(picture.segment for picture in parts.pictures),
    )
    return DocxDocument(document_id, path, segments, clean, parts)
