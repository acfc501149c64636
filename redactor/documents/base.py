"""What every document format offers the pipeline: segments to read, edits to write."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from redactor.model import DocumentId, Edit, Segment


class Document(Protocol):
    """An opened document. Opening read everything; the original file is not needed again."""

    @property
    def id(self) -> DocumentId: ...

    @property
    def path(self) -> Path: ...

    @property
    def segments(self) -> Sequence[Segment]:
        """All text of the document in reading order: body first, then notes, headers, …"""
        ...

    def rewrite(self, edits: Sequence[Edit]) -> bytes:
        """Return the bytes of a copy with `edits` applied (any order, not overlapping).

        Raises ValueError when edits overlap or name an unknown segment. The same edits give the
        same bytes. The document itself does not change: it can be rewritten again.
        """
        ...
