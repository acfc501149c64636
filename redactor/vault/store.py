"""A secret file on disk: read it, and write it when nobody else has done so in between.

A file is known by its fingerprint, the SHA-256 of the bytes that lie there. Who writes says which
one the new content is based on; when another is there by now nothing is written, and the newer
content is handed over, to be merged with.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from redactor.vault.entries import Change, fingerprint
from redactor.vault.errors import Damaged, VaultError, reason
from redactor.vault.history import Write, all_keys, history_lock, prune, record
from redactor.vault.places import SEALED_SUFFIX, held, history_folder, twin
from redactor.vault.sealing import (
    ByPassphrase,
    Keys,
    Lock,
    ToRecipients,
    is_passphrase_sealed,
    is_sealed,
    recipient_count,
    seal,
    unseal,
)
from redactor.vault.shared import split_recipients, with_recipients
from redactor.vault.whole import PRIVATE, sweep_after, sweep_all, write_whole


@dataclass(frozen=True, slots=True)
class Kept:
    """What a secret file held when it was read.

    `lock` is how it is sealed, None when it is not: the next write takes it along. `unnamed`
    counts the keys that open the file but are not in `lock`, which happens only when another
    program sealed it: a write would lock their owners out.
    """

    path: Path
    content: bytes = field(repr=False)
    lock: Lock | None
    fingerprint: str
    unnamed: int = 0


class StaleWrite(VaultError):
    """Somebody else wrote in between; `newer` is what is there now, None when the file is gone."""

    def __init__(self, path: Path, problem: str, newer: Kept | None) -> None:
        super().__init__(path, f"{problem}; nothing was written.")
        self.newer = newer


def read(path: Path, keys: Keys) -> Kept:
    """The file at `path`, sealed or plain. Raises VaultError."""
    return _kept(path, _on_disk(path), keys)


def write(
    path: Path,
    content: bytes,
    lock: Lock | None,
    *,
    keys: Keys,
    based_on: str | None,
    change: Change,
) -> str:
    """Put `content` at `path`, sealed by `lock`, and into the history; returns its fingerprint.

    `based_on` is the fingerprint of what the content was made from, None for a new file. A sealed
    file is never made a plain one here, nor sealed so that `keys` could not open it again. Raises
    StaleWrite, or VaultError when it cannot be done; then the file is as it was.
    """
    refuse_lock(path, lock, keys)
    with held(path):
        tidy(path)
        refuse_twins(path)
        found = _based_on(path, based_on, keys)
        if found is not None and found.lock is not None and lock is None:
            raise VaultError(path, "is sealed, and would have been written plain; unlock it first.")
        mode = mode_of(path)
        if isinstance(lock, ByPassphrase):
            keys = Keys(keys.secrets, lambda: lock.passphrase)
        to = history_lock(path, lock, keys, mode)
        return put(path, content, lock, found, change, to=to, keys=all_keys(path, keys), mode=mode)


def put(
    path: Path,
    content: bytes,
    lock: Lock | None,
    found: Kept | None,
    change: Change,
    *,
    to: ToRecipients,
    keys: Keys,
    mode: int,
) -> str:
    """Write the history, sealed to `to`, and then the file; with its lock held, see `write`.

    `found` is what the content takes the place of, here or under the twin's name.
    """
    on_disk = sealed(content, lock) if lock else content
    made = fingerprint(on_disk)
    this = Write(
        content,
        made,
        found=None if found is None else found.content,
        before=None if found is None else found.fingerprint,
        change=change,
    )
    record(path, this, to, keys, mode)
    write_whole(path, on_disk, mode=mode)
    prune(path)
    return made


def refuse_lock(path: Path, lock: Lock | None, keys: Keys) -> None:
    """Raises VaultError where `lock` does not go with the name, or would lock the writer out."""
    if lock is None and path.suffix == SEALED_SUFFIX:
        raise VaultError(path, f"a file whose name ends in {SEALED_SUFFIX} is always sealed.")
    if isinstance(lock, ToRecipients) and not set(keys.public_keys) & set(lock.public_keys):
        raise VaultError(
            path, "your own key is not among those that would open it; nothing was written."
        )


def refuse_twins(path: Path) -> None:
    if path.exists() and twin(path).exists():
        raise VaultError(
            path,
            f"{twin(path).name} is there too, and only one of them can be right; nothing was "
            "written. Keep the newer one, and put the other elsewhere.",
        )


def tidy(path: Path) -> None:
    """Take away what cut-off writes left behind; with the file's lock held."""
    sweep_after(path)
    sweep_after(twin(path))
    sweep_all(history_folder(path))


def mode_of(path: Path) -> int:
    """The permissions to write with: private; a sealed file that its group was let into stays so,
    because on a shared drive each save would shut the others out."""
    if os.name != "posix" or not path.exists() or not is_sealed(_on_disk(path)):
        return PRIVATE
    return PRIVATE | stat.S_IMODE(path.stat().st_mode) & 0o060


def _based_on(path: Path, based_on: str | None, keys: Keys) -> Kept | None:
    """What is at `path`, None for nothing, if `based_on` says so. Raises StaleWrite."""
    there = next((one for one in (path, twin(path)) if one.exists()), None)
    found = None if there is None else read(there, keys)
    if found is None and based_on is None:
        return None
    if found is None:
        raise StaleWrite(path, "was taken away by somebody since it was read", None)
    if based_on is None:
        raise StaleWrite(found.path, "is there already", found)
    if found.path != path or found.fingerprint != based_on:
        raise StaleWrite(found.path, "was changed by somebody else since it was read", found)
    return found


def _on_disk(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        what = "is not there" if missing else f"cannot be read ({reason(error)})"
        raise VaultError(path, f"{what}.") from None


def _kept(path: Path, on_disk: bytes, keys: Keys) -> Kept:
    known = fingerprint(on_disk)
    if not is_sealed(on_disk):
        # A plain file in the place of a sealed one is no slip of ours.
        if path.suffix == SEALED_SUFFIX:
            raise Damaged(path, f"is not sealed, or damaged. {_advice(path)}")
        return Kept(path, on_disk, None, known)
    try:
        opened = unseal(on_disk, keys)
        if is_passphrase_sealed(on_disk) and keys.passphrase is not None:
            return Kept(path, opened, ByPassphrase(keys.passphrase()), known)
        content, named = split_recipients(opened)
    except Damaged as error:
        raise Damaged(path, f"{error.problem} {_advice(path)}") from None
    except VaultError as error:
        raise error.at(path) from None
    lock = named or ToRecipients(keys.public_keys[:1])
    return Kept(
        path, content, lock, known, max(0, recipient_count(on_disk) - len(lock.public_keys))
    )


def _advice(path: Path) -> str:
    return f"The last versions are in {history_folder(path).name}."


def sealed(content: bytes, lock: Lock) -> bytes:
    """`content` sealed by `lock`, with the keys that open it written inside; see `shared`."""
    return seal(with_recipients(content, lock) if isinstance(lock, ToRecipients) else content, lock)
