"""Changing who can open a secret file, and its whole history with it.

Sharing and its end, locking a plain file, unlocking one, a new key or passphrase: all the same
work, with another lock. Wherever it is cut off, the file opens with the old lock or the new one,
and the history with either; running it again finishes it.

Who could open the file once may have kept a copy: taking a key away guards what is written from
now on.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from redactor.vault.entries import Change, fingerprint
from redactor.vault.errors import VaultError, reason
from redactor.vault.folder_key import folder_keys
from redactor.vault.history import history_lock, last_recorded, reseal
from redactor.vault.places import held, history_folder, plain_name, sealed_name, twin
from redactor.vault.sealing import Keys, Lock, ToRecipients, is_sealed
from redactor.vault.store import mode_of, put, read, refuse_lock, refuse_twins, tidy
from redactor.vault.whole import PRIVATE, wipe


@dataclass(frozen=True, slots=True)
class Relocked:
    """Where the file is now. `left` pieces of its history could not be opened with the keys at
    hand, and are sealed as they were."""

    path: Path
    fingerprint: str
    left: int


def relock(
    path: Path, lock: Lock | None, *, keys: Keys, change: Change, to: Path | None = None
) -> Relocked:
    """Seal the file at `path` and its history by `lock`; None makes a plain file of it.

    With `to`, which can only be the twin's name, it moves there, and what was at `path` is
    overwritten (as well as that can be done, see `wipe`) and taken away. Raises VaultError when it
    cannot be done.
    """
    target = to or path
    if target not in {path, twin(path)}:
        raise ValueError("a secret file moves between its two names only")
    refuse_lock(target, lock, keys)
    with held(path):
        tidy(path)
        refuse_twins(path)
        kept = read(path, keys)
        mode = mode_of(path) if lock else PRIVATE
        # Without a key of her own nobody has sealed the history of a plain file.
        sealed_to = kept.lock or keys.secrets
        old = history_lock(path, kept.lock, keys, mode).public_keys if sealed_to else ()
        old_keys = folder_keys(history_folder(path), keys)
        new = history_lock(path, lock, keys, mode, fresh=True)
        both = ToRecipients(tuple(dict.fromkeys((*old, *new.public_keys))))
        # No way to a passphrase any more: each try at a key of the folder takes its time.
        opening = Keys((*keys.secrets, *(secret for key in old_keys for secret in key.secrets)))
        reseal(path, both, opening, mode)
        made = put(target, kept.content, lock, kept, change, to=both, keys=opening, mode=mode)
        if target != path:
            _discard(path)
        left = reseal(path, new, opening, mode)
        if not left:
            for key in old_keys:
                # One that stays is of no use to anybody: nothing is sealed to it any more.
                with suppress(OSError):
                    key.path.unlink()
    return Relocked(target, made, left)


def settle(path: Path, keys: Keys) -> Path:
    """Which of the two names the file at `path` has; finishes a move that was cut off.

    Of two files that are both there the log tells which one was made from the other; this other
    is taken away. `path` itself when there is neither. Raises VaultError when it cannot be told.
    """
    twins = (sealed_name(path), plain_name(path))
    there = [one for one in twins if one.exists()]
    if len(there) < 2:
        return there[0] if there else path
    with held(path):
        last = last_recorded(path, keys)
        for newer, older in (twins, twins[::-1]):
            prints = [_fingerprint_at(one) for one in (newer, older)]
            if last is not None and prints == [last.fingerprint, last.before]:
                _discard(older)
                return newer
        refuse_twins(path)
    return path


def _discard(path: Path) -> None:
    try:
        if is_sealed(path.read_bytes()):
            os.unlink(path)
        else:
            wipe(path)
    except OSError as error:
        raise VaultError(path, f"cannot be taken away ({reason(error)}).") from None


def _fingerprint_at(path: Path) -> str | None:
    try:
        return fingerprint(path.read_bytes())
    except OSError:
        return None
