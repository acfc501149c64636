"""Where the results of a run go, and what they must never replace."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from redactor.documents.discover import OUTPUT_MARK
from redactor.errors import OutputExists, UsageError


@dataclass(frozen=True, slots=True)
class Targets:
    """The place that results go to: a folder, or one file in it (``file`` is its name)."""

    folder: Path
    file: str = ""
    marked: bool = False
    """Whether names get ``.redacted`` before their suffix, because the originals are near."""

    def paths(self, names: Sequence[str]) -> list[Path]:
        """The path for each neutral relative name; equal names get ``-2``, ``-3``, …"""
        if self.file:
            return [self.folder / self.file]
        taken: set[str] = set()
        paths: list[Path] = []
        for name in names:
            relative = PurePosixPath(name)
            if self.marked:
                relative = relative.with_name(f"{relative.stem}{OUTPUT_MARK}{relative.suffix}")
            unique, number = relative, 1
            # Case is folded: on Windows and macOS "A.docx" and "a.docx" are one file.
            while unique.as_posix().casefold() in taken:
                number += 1
                unique = relative.with_name(f"{relative.stem}-{number}{relative.suffix}")
            taken.add(unique.as_posix().casefold())
            paths.append(self.folder / unique)
        return paths


def choose_targets(source: Path, *, wanted: Path | None) -> Targets:
    """Where the results for `source` go: beside it, or where `wanted` says.

    Raises UsageError when results could not be put there.
    """
    if source.is_dir():
        resolved = source.resolve()
        # "." and ".." have no name to put the mark on; other paths stay as they were typed.
        beside = source if source.name not in {"", ".."} else resolved
        folder = wanted or beside.with_name(f"{beside.name}{OUTPUT_MARK}")
        if folder.exists() and not folder.is_dir():
            raise UsageError(f"{folder}: is a file; the results of a folder need a folder.")
        if folder.resolve().is_relative_to(resolved):
            raise UsageError(f"{folder}: the output folder must lie outside the input folder.")
        return Targets(folder)
    if wanted is None:
        return Targets(source.parent, marked=True)
    if wanted.is_dir():
        return Targets(wanted, marked=True)
    if wanted.suffix.lower() != source.suffix.lower():
        raise UsageError(
            f"{wanted}: the output's name must end in {source.suffix}, as the input's."
        )
    if not wanted.parent.is_dir():
        raise UsageError(f"{wanted}: there is no folder {wanted.parent}.")
    return Targets(wanted.parent, file=wanted.name)


def refuse_before_work(
    targets: Targets, source: Path, protected: Collection[Path], *, force: bool
) -> None:
    """Refuse an output before the slow part, as far as its name is known by then.

    Raises OutputExists, and UsageError for one that would replace a `protected` file.
    """
    if source.is_dir():
        if not force and targets.folder.is_dir() and any(targets.folder.iterdir()):
            raise OutputExists(targets.folder)
        return
    paths = targets.paths([source.name])
    refuse_replacing(paths, protected)
    if not force:
        refuse_existing(paths)


def refuse_existing(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.exists() or path.is_symlink():
            raise OutputExists(path)


def refuse_report(path: Path, *, force: bool) -> None:
    """Refuse a place for a report that holds something else, or anything unless `force` is given.

    Raises UsageError for a name that is no report's, OutputExists for one that is taken.
    """
    if path.suffix.lower() != ".json" or path.name.lower().endswith(".record.json"):
        raise UsageError(f"{path}: the report's name must end in .json, and not in .record.json.")
    if not force:
        refuse_existing([path, path.with_suffix(".html")])


def refuse_replacing(paths: Iterable[Path], protected: Collection[Path]) -> None:
    """Refuse an output that is one of the `protected` files, under whatever name."""
    resolved = {path.resolve() for path in protected}
    for path in paths:
        same = path.resolve() in resolved or (
            path.exists() and any(p.exists() and path.samefile(p) for p in protected)
        )
        if same:
            raise UsageError(
                f"{path}: the output would replace an input or the map; nothing was written. "
                "Give another name with -o."
            )
