"""The user's own key: made once, kept for her alone, put away and brought back.

It lies in the user's settings folder as ``key.txt``, or where REDACT_KEY_FILE says, in age's own
format. Who loses it loses what is sealed to it alone; who copies it can open all of that.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from platformdirs import user_config_path

from redactor.vault.errors import Damaged, VaultError, reason
from redactor.vault.identity_file import identity_text, secrets_in
from redactor.vault.places import held
from redactor.vault.sealing import (
    ByPassphrase,
    Keys,
    is_passphrase_sealed,
    new_secret,
    public_key_of,
    seal,
    unseal,
)
from redactor.vault.whole import sweep, sweep_after, write_new, write_whole

VARIABLE = "REDACT_KEY_FILE"
_LARGEST = 64 * 1024


@dataclass(frozen=True, slots=True)
class OwnKey:
    """The user's key file. `secrets` holds all keys in it; the first is the one that others seal
    to. `made_now` tells that it is new, and nobody has a copy."""

    path: Path
    secrets: tuple[str, ...] = field(repr=False)
    made_now: bool = False

    @property
    def public_key(self) -> str:
        return public_key_of(self.secrets[0])

    def keys(self, passphrase: Callable[[], str] | None = None) -> Keys:
        return Keys(self.secrets, passphrase)


def key_path() -> Path:
    named = os.environ.get(VARIABLE)
    return Path(named) if named else user_config_path("redactor", appauthor=False) / "key.txt"


def own_identity(*, create: bool = False) -> OwnKey:
    """The user's key. Raises VaultError when there is none, unless it may be made with `create`,
    or when it cannot be used or others can read it."""
    path = key_path()
    if create and not path.exists():
        _make_folder(path.parent)
        sweep(path.parent)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        secret = new_secret()
        try:
            write_new(path, identity_text(secret, now).encode())
            return OwnKey(path, (secret,), made_now=True)
        except FileExistsError:
            pass  # Another process was quicker; its key is the one.
    return OwnKey(path, secrets_in_file(path))


def secrets_in_file(path: Path) -> tuple[str, ...]:
    try:
        return secrets_in(_read(path))
    except VaultError as error:
        raise error.at(path) from None


def secrets_aside() -> tuple[str, ...]:
    """The keys that gave way to the one in use, see `restore_from`; the latest first.

    For opening what is still sealed to them, until it is sealed anew; nothing is sealed to them.
    One that cannot be used is left out, and hinders nothing.
    """
    target = key_path()
    found: list[str] = []
    for number in count(1):
        path = target.with_name(f"{target.name}.old-{number}")
        if not path.exists():
            return tuple(found)
        with suppress(VaultError):
            found[:0] = secrets_in_file(path)
    return tuple(found)


def backup_to(path: Path, passphrase: str | None) -> OwnKey:
    """Copy the key file to `path`, where nothing may be yet; sealed, given a `passphrase`.

    The file is read again before it counts as done. Raises VaultError.
    """
    own = own_identity()
    content = _read(own.path)
    if passphrase is not None:
        content = seal(content, ByPassphrase(passphrase))
    try:
        write_new(path, content)
    except FileExistsError:
        raise VaultError(path, "exists already; a backup replaces nothing.") from None
    if _bytes_at(path) != content:
        raise VaultError(path, "does not hold what was written to it; use another place.")
    return own


def restore_from(path: Path, passphrase: Callable[[], str], *, force: bool = False) -> OwnKey:
    """Make the backup at `path` the user's key; `passphrase` is called if it is sealed by one.

    A different key that is there is replaced only with `force`, and then kept as
    ``key.txt.old-1``. Raises VaultError; then the key is the one it was.
    """
    content = _bytes_at(path)
    try:
        if is_passphrase_sealed(content):
            content = unseal(content, Keys(passphrase=passphrase))
        secrets = secrets_in(content)
    except VaultError as error:
        raise error.at(path) from None
    target = key_path()
    _make_folder(target.parent)
    with held(target):
        sweep_after(target)
        if target.exists():
            old = _bytes_at(target)
            if _same(old, secrets):
                return own_identity()
            if not force:
                raise VaultError(
                    target,
                    "another key is here already, and what is sealed to it opens with no other. "
                    "Give --force to keep it under another name and use the backup's.",
                )
            _keep_aside(target, old)
        write_whole(target, content)
    return own_identity()


def _same(content: bytes, secrets: tuple[str, ...]) -> bool:
    try:
        return secrets_in(content) == secrets
    except Damaged:
        return False


def _keep_aside(target: Path, content: bytes) -> None:
    for number in count(1):
        try:
            write_new(target.with_name(f"{target.name}.old-{number}"), content)
        except FileExistsError:
            continue
        return


def _read(path: Path) -> bytes:
    """The key file's content. Raises VaultError when others than its owner can read it."""
    content = _bytes_at(path)
    if is_passphrase_sealed(content):
        raise VaultError(
            path, "is sealed by a passphrase; `redact key restore` makes a usable key of it."
        )
    status = path.stat()
    # The rule of ssh: of a file that is the user's own, nobody else may have a look.
    if os.name == "posix" and status.st_uid == os.getuid() and stat.S_IMODE(status.st_mode) & 0o077:
        raise VaultError(
            path, f"others can read this key, so it is not used; run `chmod 600 {path}` and again."
        )
    return content


def _bytes_at(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except FileNotFoundError:
        raise VaultError(
            path,
            "there is no key here; `redact key show` makes one, `redact key restore` takes "
            "one from a backup.",
        ) from None
    except OSError as error:
        raise VaultError(path, f"cannot be read ({reason(error)}).") from None
    if len(content) > _LARGEST:
        raise Damaged(path, "is too large to be a key.")
    return content


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise VaultError(folder, f"cannot be made ({reason(error)}).") from None
