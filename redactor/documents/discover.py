"""Which files of a folder are documents to redact."""

from __future__ import annotations

import os
from pathlib import Path

from redactor.documents.open import SUPPORTED_SUFFIXES
from redactor.errors import InputRefused

OUTPUT_MARK = ".redacted"
"""Ends the name of an output folder, and the stem of an output file."""

_LOCK_FILE = "~$"  # Word keeps one beside every open document


def find_documents(folder: Path) -> list[Path]:
    """Every document in the tree under `folder`, sorted by path.

    Leaves out Word's lock files, hidden files and folders, and what redact itself has written.
    Links to folders are not followed. Raises InputRefused when there is none, or when a folder
    cannot be listed: a file overlooked would be a file left in the clear.
    """
    found: list[Path] = []
    for where, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if _is_input_folder(name)]
        found.extend(Path(where, name) for name in files if _is_input(Path(name)))
    if not found:
        suffixes = ", ".join(sorted(SUPPORTED_SUFFIXES))
        raise InputRefused(folder, f"there is no document ({suffixes}) in this folder.")
    return sorted(found, key=lambda path: path.relative_to(folder).parts)


def _is_input_folder(name: str) -> bool:
    return not name.startswith(".") and not name.endswith(OUTPUT_MARK)


def _is_input(name: Path) -> bool:
    return (
        name.suffix.lower() in SUPPORTED_SUFFIXES
        and not name.name.startswith((".", _LOCK_FILE))
        and not name.stem.endswith(OUTPUT_MARK)
    )


def _refuse(error: OSError) -> None:
    reason = error.strerror or "the system gave no reason"
    raise InputRefused(error.filename, f"the folder cannot be listed ({reason}).") from error
