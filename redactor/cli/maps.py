"""Which pseudonym map a run uses, and keeping what the run adds to it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from redactor.errors import MapError, UsageError
from redactor.pseudonyms.files import (
    ensure_map_folder,
    load_map,
    map_path,
    review_name,
    save_map,
)
from redactor.pseudonyms.schema import PseudonymMap


@dataclass(frozen=True, slots=True)
class ChosenMap:
    """The map file of a run and what it held at the start.

    ``named`` tells whether the user named it, or whether its name comes from the input's folder.
    """

    path: Path
    names: PseudonymMap = field(repr=False)
    named: bool

    def save(self, names: PseudonymMap) -> None:
        """Write `names` unless the file holds them already: an unchanged map is not touched.

        Raises MapError when the map cannot be written.
        """
        exists = self.path.exists()
        if exists and names == load_map(self.path):
            return
        if not exists:
            ensure_map_folder(Path())
        save_map(names, self.path)


def choose_map(
    source: Path, review: str | None, map_file: Path | None, *, must_exist: bool = False
) -> ChosenMap:
    """The map for `source`: the file given, or the review's in the working folder.

    Raises UsageError when both are given or a map that must be there is not, MapError when it
    cannot be used.
    """
    if review is not None and map_file is not None:
        raise UsageError("Give --review or --map, not both.")
    name = review or review_name(source)
    path = map_file or map_path(name, Path())
    named = review is not None or map_file is not None
    if path.exists():
        return ChosenMap(path, load_map(path), named)
    if map_file is not None or must_exist:
        raise UsageError(f"{path}: there is no such map; nothing was written.")
    return ChosenMap(path, PseudonymMap(review=name), named)


def other_maps(chosen: ChosenMap) -> list[PseudonymMap]:
    """The other maps in the folder of `chosen`, as far as they can be read."""
    own = chosen.path.resolve()
    found = []
    for path in sorted(own.parent.glob("*.yaml")):
        if path.resolve() != own:
            with suppress(MapError):
                found.append(load_map(path))
    return found


def map_for_looking(map_file: Path | None) -> PseudonymMap:
    """The map of a command that writes none: `map_file`, or an empty one. Raises UsageError."""
    if map_file is None:
        return PseudonymMap(review="looking")
    if not map_file.exists():
        raise UsageError(f"{map_file}: there is no such map.")
    return load_map(map_file)
