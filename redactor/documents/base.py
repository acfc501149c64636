"""What every document format offers the pipeline: segments to read, edits to write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from redactor.model import DocumentId, Dropped, Edit, Remark, Segment


@dataclass(frozen=True, slots=True)
class Policy:
    """What of a document goes into its copy at all, before any name is replaced.

    By default the copy is for publication: revisions are accepted, comments and authors dropped.
    """

    keep_revisions: bool = False
    """Revisions and comments stay, with their texts anonymised and their authors numbered."""


PUBLICATION = Policy()


class Document(Protocol):
    """An opened document. Opening read everything; the original file is not needed again.

    What the policy drops is gone from it: neither among its segments nor in any copy.
    """

    @property
    def id(self) -> DocumentId: ...

    @property
    def path(self) -> Path: ...

    @property
    def segments(self) -> Sequence[Segment]:
        """All text of the document in reading order: body first, then notes, headers, …"""
        ...

    @property
    def dropped(self) -> Sequence[Dropped]:
        """What the copy goes without, for the summary."""
        ...

    @property
    def pictures(self) -> Sequence[str]:
        """Where the pictures of the copy are: nobody has read what they show."""
        ...

    @property
    def remarks(self) -> Sequence[Remark]:
        """The comments of the original, in the order of their places."""
        ...

    def rewrite(self, edits: Sequence[Edit]) -> bytes:
        """Return the bytes of a copy with `edits` applied (any order, not overlapping).

        Raises ValueError when edits overlap or name an unknown segment. The same edits give the
        same bytes. The document itself does not change: it can be rewritten again.
        """
        ...
