"""The door to documents: a path in, an opened document out, or one clear sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from redactor.documents.base import PUBLICATION, Document, Policy
from redactor.documents.docx.document import SUFFIXES as DOCX_SUFFIXES
from redactor.documents.docx.document import read_docx
from redactor.documents.signature import refuse_foreign
from redactor.documents.unreadable import Unreadable
from redactor.errors import InputRefused
from redactor.model import DocumentId

MAX_FILE_SIZE = 256 * 1024 * 1024
"""Bytes of the file on disk."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that redact reads and writes. ``read`` raises Unreadable."""

    name: str
    suffixes: frozenset[str]
    read: Callable[[bytes, Path, DocumentId, Policy], Document]


FORMATS = (Format("Word", DOCX_SUFFIXES, read_docx),)

SUPPORTED_SUFFIXES: frozenset[str] = frozenset().union(*(f.suffixes for f in FORMATS))
"""Lower case, with the dot."""


def open_document(
    path: Path, document_id: DocumentId | None = None, policy: Policy = PUBLICATION
) -> Document:
    """Read the whole document at `path`; it is not changed, and not needed again.

    `document_id` is the file's name unless given; `policy` says what a copy goes without.
    Raises InputRefused for everything that cannot be read or inspected.
    """
    try:
        content = _content(path)
        refuse_foreign(content)
        return _format(path).read(content, path, document_id or DocumentId(path.name), policy)
    except Unreadable as unreadable:
        raise InputRefused(path, unreadable.problem) from unreadable


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Unreadable("is a folder, not a document.")
        if not path.exists():
            raise Unreadable("there is no such file. Check the name and the folder.")
        if not path.is_file():
            raise Unreadable("is not an ordinary file.")
        if path.stat().st_size > MAX_FILE_SIZE:
            limit = MAX_FILE_SIZE // 1024**2
            raise Unreadable(f"is larger than {limit} MB. Make its pictures smaller in Word.")
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or "the system gave no reason"
        raise Unreadable(f"cannot be read ({reason}). Check its permissions.") from error


def _format(path: Path) -> Format:
    suffix = path.suffix.lower()
    for known in FORMATS:
        if suffix in known.suffixes:
            return known
    suffixes = ", ".join(sorted(SUPPORTED_SUFFIXES))
    raise Unreadable(
        f"redact reads {suffixes} only. Save the document as a Word Document (.docx) under "
        "a name that says so."
    )
