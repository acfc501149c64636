"""Putting results in place: whole or not at all.

Everything is first written under temporary names beside the targets and synced; only then is the
map saved, and last the results appear by rename. A crash in between leaves a map without an
output, which is harmless: the same run again gives the same pseudonyms. An output whose map was
lost could never be explained or undone, which is why the map is not last.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from redactor.errors import UsageError


@dataclass(frozen=True, slots=True)
class Output:
    """A finished file and where it belongs; one that is ``private`` holds real names."""

    path: Path
    content: bytes = field(repr=False)
    private: bool = False


def deliver(outputs: Sequence[Output], save_map: Callable[[], None]) -> None:
    """Write `outputs`, calling `save_map` when nothing but renaming is left to do.

    Existing files are replaced: who must not be was refused before. When anything fails, what
    was put in place is taken away again. Raises UsageError when a place cannot be written.
    """
    staged: list[tuple[Path, Path]] = []
    made: list[Path] = []
    new: list[Path] = []
    try:
        for number, output in enumerate(outputs, start=1):
            with _explained(output.path):
                made.extend(_make_folder(output.path.parent))
                temporary = output.path.parent / f".{os.getpid()}-{number}.unfinished"
                staged.append((temporary, output.path))
                _write_synced(temporary, output)
        save_map()
        for temporary, path in staged:
            with _explained(path):
                existed = path.exists()
                os.replace(temporary, path)
                if not existed:
                    new.append(path)
        for folder in dict.fromkeys(path.parent for _, path in staged):
            _sync_folder(folder)
    except BaseException:
        for leftover in (*(temporary for temporary, _ in staged), *new):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn an OSError for `path` into one sentence."""
    try:
        yield
    except OSError as error:
        problem = error.strerror or type(error).__name__
        raise UsageError(
            f"{path}: cannot be written ({problem}); no document was delivered."
        ) from None


def _make_folder(folder: Path) -> list[Path]:
    """Make `folder` and its missing parents; returns those that were made, outermost first."""
    missing = [p for p in (folder, *folder.parents) if not p.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _write_synced(path: Path, output: Output) -> None:
    # What is private is nobody else's from its first byte on.
    mode = 0o600 if output.private else 0o666
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, mode), "wb") as file:
        file.write(output.content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the renames last through a power cut, where the system can sync folders."""
    if os.name != "posix":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
