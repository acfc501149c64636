"""The key to the history of a file that a passphrase locks.

A passphrase takes a second or two to open one thing, too long for each of ten versions. So the
history is sealed to a key of its own, and this to the passphrase: ``key-1.age``, which
``age -d -i key-1.age 000007.age`` understands. A new passphrase brings a new key, since somebody
who knows the old one may have kept the old key.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from redactor.vault.errors import VaultError
from redactor.vault.identity_file import identity_text, secrets_in
from redactor.vault.sealing import ByPassphrase, Keys, new_secret, seal, unseal
from redactor.vault.whole import write_whole

_NAME = re.compile(r"key-(\d{1,9})\.age")


@dataclass(frozen=True, slots=True)
class FolderKey:
    path: Path
    secrets: tuple[str, ...] = field(repr=False)


def folder_keys(folder: Path, keys: Keys) -> tuple[FolderKey, ...]:
    """The keys in `folder` that `keys` give access to, the newest first.

    Where there is none, no passphrase is asked for.
    """
    opened = []
    for _, path in sorted(_numbered(folder), reverse=True):
        # One that does not open is left over from another passphrase: of no use, and no hindrance.
        with suppress(VaultError, OSError):
            opened.append(FolderKey(path, secrets_in(unseal(path.read_bytes(), keys))))
    return tuple(opened)


def new_folder_key(folder: Path, lock: ByPassphrase, mode: int) -> FolderKey:
    """Make a further key in `folder`. Raises VaultError when it cannot be written."""
    number = max((number for number, _ in _numbered(folder)), default=0) + 1
    made = FolderKey(folder / f"key-{number}.age", (new_secret(),))
    write_whole(made.path, seal(identity_text(made.secrets[0]).encode(), lock), mode=mode)
    return made


def _numbered(folder: Path) -> list[tuple[int, Path]]:
    if not folder.is_dir():
        return []
    names = ((_NAME.fullmatch(path.name), path) for path in folder.iterdir())
    return [(int(match[1]), path) for match, path in names if match]
