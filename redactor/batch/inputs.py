"""What paths on the command line stand for: documents, and folders of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from redactor.documents.base import PUBLICATION, Document, Policy
from redactor.documents.discover import find_documents
from redactor.documents.open import open_document
from redactor.errors import InputRefused, UsageError
from redactor.model import DocumentId


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that could not be read, while others go on; ``index`` counts files from 1.

    ``typed`` tells that its path was, and that it was not found in a folder.
    """

    index: int
    error: InputRefused
    typed: bool

    def sentence(self, *, names: bool) -> str:
        """What the matter is; a file's name that nobody typed only with `names`, as it may be a
        person's."""
        if names or self.typed:
            return str(self.error)
        return f"File {self.index} of those found: {self.error.problem}"


@dataclass(frozen=True, slots=True)
class Inputs:
    """The opened documents of a run. ``indices`` numbers them among all files found, from 1."""

    documents: tuple[Document, ...]
    indices: tuple[int, ...]
    refusals: tuple[Refusal, ...] = ()


def open_inputs(paths: Sequence[Path], policy: Policy = PUBLICATION) -> Inputs:
    """Open the documents at `paths`, and all documents in the folders among them.

    Files that cannot be read are listed, the others go on. Raises UsageError when there is
    nothing at a path, InputRefused when no document at all can be read.
    """
    documents: list[Document] = []
    indices: list[int] = []
    refusals: list[Refusal] = []
    for index, (path, name) in enumerate(_files(paths), start=1):
        try:
            documents.append(open_document(path, name, policy))
            indices.append(index)
        except InputRefused as refused:
            refusals.append(Refusal(index, refused, typed=path in paths))
    if not documents:
        _refuse_all(paths, refusals)
    return Inputs(tuple(documents), tuple(indices), tuple(refusals))


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, DocumentId]]:
    """Every file once, with an id that is unique in the run and says nothing of the machine."""
    seen: set[Path] = set()
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path}: there is no such file or folder.")
        for file in find_documents(path) if path.is_dir() else [path]:
            if file.resolve() in seen:
                continue
            seen.add(file.resolve())
            if len(paths) > 1:
                yield file, DocumentId(file.as_posix())
            else:
                yield (
                    file,
                    DocumentId(file.relative_to(path).as_posix() if path.is_dir() else file.name),
                )


def _refuse_all(paths: Sequence[Path], refusals: Sequence[Refusal]) -> None:
    if len(refusals) == 1 and len(paths) == 1 and not paths[0].is_dir():
        raise refusals[0].error
    where = paths[0] if len(paths) == 1 else "The files given"
    listed = " ".join(refusal.sentence(names=False) for refusal in refusals)
    raise InputRefused(
        where, f"no document there can be read; nothing was written. {listed}".rstrip()
    )
