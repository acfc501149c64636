"""The last ten versions of a secret file, and the log of all its changes; always sealed.

In ``NAME.history/`` lie ``000007.age``, a version by the number of its entry, and ``log.age``.
They are sealed to those who can open the file; of a plain file, to the key of whoever wrote.

Each write comes in this order: the log, the version, the file, and then old versions go. Cut off
anywhere it leaves the file old or new, and a log that is at most one entry ahead; reading drops
that one. No number is given twice, and a version whose write was cut off stays among the ten.

Two people who share a plain file cannot open each other's log. Neither is stopped by that: the
second keeps ``log-2.age``, and whoever can open both makes them one at the next write.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from redactor.vault.entries import Change, Entry, decoded, encoded, fingerprint
from redactor.vault.errors import VaultError, reason
from redactor.vault.folder_key import folder_keys, new_folder_key
from redactor.vault.places import history_folder
from redactor.vault.sealing import (
    Keys,
    Lock,
    ToRecipients,
    public_key_of,
    seal,
    unseal,
)
from redactor.vault.whole import write_whole

VERSIONS = 10
FOUND = "Found as it is here; nothing that this key opens tells how it came to be."
"""The entry of a version that was written by hand, or by somebody whose log is not open to us."""

_VERSION = re.compile(r"(\d{6,12})\.age")
_LOG = re.compile(r"log(?:-\d{1,9})?\.age")


@dataclass(frozen=True, slots=True)
class History:
    """The log, oldest first; `closed` logs were left out because they open with other keys."""

    entries: tuple[Entry, ...]
    closed: int


@dataclass(frozen=True, slots=True)
class Write:
    """What is about to become of a file: `content` in place of `found`, which is None for the
    first. Fingerprints are of the files that hold them."""

    content: bytes = field(repr=False)
    fingerprint: str
    found: bytes | None = field(repr=False)
    before: str | None
    change: Change


def log(path: Path, keys: Keys) -> History:
    """Who changed the file at `path` and when. Raises VaultError when no log of it opens."""
    opened = _open_logs(history_folder(path), all_keys(path, keys))
    if not opened.paths and opened.failure is not None:
        raise opened.failure
    try:
        present = fingerprint(path.read_bytes()) if path.exists() else None
    except OSError as error:
        raise VaultError(path, f"cannot be read ({reason(error)}).") from None
    return History(_without_ahead(path, opened.entries, present), opened.closed)


def last_recorded(path: Path, keys: Keys) -> Entry | None:
    """The last entry, even if its write was cut off; None where no log opens."""
    entries = _open_logs(history_folder(path), all_keys(path, keys)).entries
    return entries[-1] if entries else None


def versions(path: Path) -> tuple[int, ...]:
    """The numbers of the versions that are kept, oldest first."""
    return tuple(sorted(_numbered(history_folder(path))))


def version(path: Path, number: int, keys: Keys) -> bytes:
    """What the file at `path` held after the change `number`. Raises VaultError."""
    kept = _numbered(history_folder(path))
    if number not in kept:
        listed = ", ".join(map(str, sorted(kept))) or "none"
        raise VaultError(path, f"version {number} is not kept. Kept are: {listed}.")
    try:
        return unseal(kept[number].read_bytes(), all_keys(path, keys))
    except OSError as error:
        raise VaultError(kept[number], f"cannot be read ({reason(error)}).") from None
    except VaultError as error:
        raise error.at(kept[number]) from None


def all_keys(path: Path, keys: Keys) -> Keys:
    """`keys`, and the key of the history where a passphrase leads to it.

    The functions that write want this done already, as a passphrase takes its time.
    """
    opened = folder_keys(history_folder(path), keys)
    return keys.plus(secret for key in opened for secret in key.secrets)


def history_lock(
    path: Path, lock: Lock | None, keys: Keys, mode: int, *, fresh: bool = False
) -> ToRecipients:
    """To whom the history of a file is sealed that is locked by `lock`; makes the folder.

    For a passphrase that is the folder's own key, which is made when there is none, or a `fresh`
    one is wanted. Raises VaultError.
    """
    folder = history_folder(path)
    _make_folder(folder, mode)
    if isinstance(lock, ToRecipients):
        return lock
    if lock is None:
        if not keys.secrets:
            raise VaultError(
                path, "its history needs a key to be sealed to; `redact key show` makes one."
            )
        return ToRecipients(keys.public_keys[:1])
    by_passphrase = Keys(passphrase=lambda: lock.passphrase)
    present = () if fresh else folder_keys(folder, by_passphrase)
    chosen = present[0] if present else new_folder_key(folder, lock, mode)
    return ToRecipients((public_key_of(chosen.secrets[0]),))


def record(path: Path, write: Write, to: ToRecipients, keys: Keys, mode: int) -> None:
    """Put `write` into the history; the file itself must follow, under the same lock.

    What stood in the file and is in no log goes into the history before it, so that nothing
    written by hand is lost. Raises VaultError; then the history is as good as before.
    """
    folder = history_folder(path)
    opened = _open_logs(folder, keys)
    known = _without_ahead(path, opened.entries, write.before)
    last = known[-1].fingerprint if known else None
    number = 1 + max((*_numbered(folder), *(entry.number for entry in opened.entries)), default=0)
    added: list[Entry] = []
    if write.found is not None and write.before is not None and last != write.before:
        found = Change(write.change.when, "", (FOUND,))
        added.append(Entry(number, found, write.before, last))
        _write_version(folder, number, write.found, to, mode)
        number += 1
    added.append(Entry(number, write.change, write.fingerprint, write.before))
    target = opened.paths[0] if opened.paths else _new_log(folder)
    write_whole(target, seal(encoded((*known, *added)), to), mode=mode)
    _write_version(folder, number, write.content, to, mode)
    _forget(path for path in opened.paths if path != target)


def prune(path: Path) -> None:
    """Take away all but the last ten versions. Never raises: the write before it is done."""
    kept = _numbered(history_folder(path))
    _forget(kept[number] for number in sorted(kept)[:-VERSIONS])


def reseal(path: Path, to: ToRecipients, keys: Keys, mode: int) -> int:
    """Seal all versions and logs that `keys` open anew, and leave the others as they are.

    Returns how many were left. Raises VaultError when one cannot be written; it can be run again.
    """
    folder = history_folder(path)
    left = 0
    for piece in (*_numbered(folder).values(), *_logs(folder)):
        try:
            content = unseal(piece.read_bytes(), keys)
        except (VaultError, OSError):
            left += 1
            continue
        write_whole(piece, seal(content, to), mode=mode)
    return left


@dataclass(frozen=True, slots=True)
class _Opened:
    paths: tuple[Path, ...]
    entries: tuple[Entry, ...]
    closed: int
    failure: VaultError | None


def _open_logs(folder: Path, keys: Keys) -> _Opened:
    paths: list[Path] = []
    entries: dict[int, Entry] = {}
    closed = 0
    failure: VaultError | None = None
    for path in _logs(folder):
        try:
            found = decoded(unseal(path.read_bytes(), keys))
        except OSError as error:
            closed, failure = closed + 1, VaultError(path, f"cannot be read ({reason(error)}).")
        except VaultError as error:
            closed, failure = closed + 1, error.at(path)
        else:
            paths.append(path)
            entries.update((entry.number, entry) for entry in found)
    ordered = tuple(entries[number] for number in sorted(entries))
    return _Opened(tuple(paths), ordered, closed, failure)


def _without_ahead(
    path: Path, entries: tuple[Entry, ...], present: str | None
) -> tuple[Entry, ...]:
    """`entries` without the last, if its write was cut off. One that others have written after
    was not, even when they brought a plain file back to what it was before."""
    if not entries or not entries[-1].is_ahead(present):
        return entries
    newest = max(_numbered(history_folder(path)), default=0)
    return entries[:-1] if entries[-1].number >= newest else entries


def _numbered(folder: Path) -> dict[int, Path]:
    """The versions in `folder` by their numbers."""
    if not folder.is_dir():
        return {}
    names = ((_VERSION.fullmatch(path.name), path) for path in folder.iterdir())
    return {int(match[1]): path for match, path in names if match}


def _logs(folder: Path) -> list[Path]:
    """The logs in `folder`; ``log.age`` first."""
    if not folder.is_dir():
        return []
    found = [path for path in folder.iterdir() if _LOG.fullmatch(path.name)]
    return sorted(found, key=lambda path: (len(path.name), path.name))


def _new_log(folder: Path) -> Path:
    taken = {path.name for path in _logs(folder)}
    names = ("log.age", *(f"log-{number}.age" for number in range(2, len(taken) + 3)))
    return folder / next(name for name in names if name not in taken)


def _write_version(folder: Path, number: int, content: bytes, to: ToRecipients, mode: int) -> None:
    write_whole(folder / f"{number:06}.age", seal(content, to), mode=mode)


def _make_folder(folder: Path, mode: int) -> None:
    private = not mode & 0o070
    try:
        # On Windows "private" would shut out those who share the drive; the folder above rules.
        if os.name == "nt":
            folder.mkdir(exist_ok=True)
        elif not folder.is_dir():
            folder.mkdir(mode=0o700)
            if not private:
                folder.chmod(0o770)
    except OSError as error:
        raise VaultError(folder, f"cannot be made ({reason(error)}).") from None


def _forget(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            os.unlink(path)
