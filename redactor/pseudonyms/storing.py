"""Reading a map from its file and writing it back: sealed or plain, with its history.

Of a map that is there already only what differs is changed: comments, order and layout stay.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from redactor.errors import MapError
from redactor.pseudonyms.editing import edited_text
from redactor.pseudonyms.files import map_text
from redactor.pseudonyms.reading import parse_map
from redactor.pseudonyms.schema import PseudonymMap
from redactor.pseudonyms.writing import fresh_text
from redactor.vault.entries import Change
from redactor.vault.sealing import Keys, Lock
from redactor.vault.store import Kept, StaleWrite, read, write


@dataclass(frozen=True, slots=True)
class StoredMap:
    """A map as its file holds it; ``kept`` is what the vault needs to write the next one."""

    names: PseudonymMap = field(repr=False)
    kept: Kept = field(repr=False)

    @property
    def path(self) -> Path:
        return self.kept.path

    @property
    def is_sealed(self) -> bool:
        return self.kept.lock is not None


def read_map(path: Path, keys: Keys) -> StoredMap:
    """The map at `path`. Raises MapError or VaultError with one sentence that quotes no real
    name: there is none, it cannot be opened, is no map, or contradicts itself."""
    if not path.exists():
        raise MapError(path, "the pseudonym map is not there.")
    return _stored(read(path, keys))


def write_map(
    names: PseudonymMap,
    path: Path,
    lock: Lock | None,
    *,
    keys: Keys,
    after: StoredMap | None,
    change: Change,
) -> StoredMap:
    """Write `names` in the place of the map `after`, None for a new one, sealed by `lock`.

    The same map and file give the same text. Raises StaleWrite when another map is there by now,
    MapError or VaultError when it cannot be written; then the file is as it was.
    """
    text = fresh_text(names) if after is None else _edited(after, names)
    made = write(
        path,
        text.encode(),
        lock,
        keys=keys,
        based_on=None if after is None else after.kept.fingerprint,
        change=change,
    )
    return StoredMap(names, Kept(path, text.encode(), lock, made))


def newer_map(stale: StaleWrite) -> StoredMap:
    """What somebody else wrote meanwhile. Raises MapError when it is no map any more."""
    if stale.newer is None:
        raise stale
    return _stored(stale.newer)


def _stored(kept: Kept) -> StoredMap:
    try:
        return StoredMap(parse_map(map_text(kept.content)), kept)
    except MapError as error:
        raise MapError(kept.path, str(error)) from None


def _edited(after: StoredMap, names: PseudonymMap) -> str:
    """The text of the map `after` with what differs, its line ends as they were."""
    ends = "\r\n" if after.kept.content.split(b"\n", 1)[0].endswith(b"\r") else "\n"
    return edited_text(map_text(after.kept.content), names).replace("\n", ends)
