"""People with keys, and writes that can be cut off: each with the file before it and after."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from redactor.vault.entries import Change
from redactor.vault.errors import VaultError, WrongPassphrase
from redactor.vault.history import log, version, versions
from redactor.vault.identity import own_identity, restore_from
from redactor.vault.relocking import relock, settle
from redactor.vault.sealing import ByPassphrase, Keys, ToRecipients, public_key_of
from redactor.vault.store import read, write

# Made for these tests; nothing else was ever sealed to them.
ANNA = Keys(("AGE-SECRET-KEY-1EF7YHV5D4GQXUWKCZUH0T86N083FW5QFYQMWNCQCKU46GWNWFRXQ47Q7LD",))
BEN = Keys(("AGE-SECRET-KEY-1006EG6FX6ZRK7PSV9EZRJCVS09ZS220DA8YXDTXNA86NVG5ULT8SSCQ7A2",))
CARA = Keys(("AGE-SECRET-KEY-1S3SLHFPY7CA4ECWQVQP49UW95VA0HJAY0CW4MRD79WGVQJ9854ZQ55R60T",))
ANNAS, BENS, CARAS = (ToRecipients(keys.public_keys) for keys in (ANNA, BEN, CARA))
BOTH = ToRecipients((*ANNA.public_keys, *BEN.public_keys))

NAME = "Danielle Hargreaves"
"""Planted in every content: no sealed folder may hold these bytes."""
OLD = f"real: {NAME}\npseudonym: Connie Smith\n".encode()
NEW = OLD + b"aliases: [Dani]\n"

KEY_FILE = "key.txt"
BACKUP = f"# a backup\n{BEN.secrets[0]}\n".encode()


def change(sentence: str = "Connie Smith was added.", who: str = "anna") -> Change:
    return Change("2026-11-26T21:28:00Z", who, (sentence,))


def new_map(path: Path, lock: ToRecipients | None = ANNAS, content: bytes = OLD) -> str:
    return write(path, content, lock, keys=ANNA, based_on=None, change=change())


def next_map(path: Path, content: bytes = NEW, keys: Keys = ANNA) -> str:
    kept = read(path, keys)
    return write(
        path, content, kept.lock, keys=keys, based_on=kept.fingerprint, change=change("More.")
    )


def content(path: Path, keys: Keys = ANNA) -> bytes | None:
    """What a reader gets, wherever the file has moved; None when there is no file."""
    at = settle(path, keys)
    return read(at, keys).content if at.exists() else None


@dataclass(frozen=True)
class Scenario:
    """`act` is what is cut off; `outcomes` are all that a reader may find after that, the last one
    when it went through. `sealed` tells that no name may lie in the folder at any moment."""

    prepare: Callable[[Path], object]
    act: Callable[[Path], object]
    outcomes: tuple[bytes | None, ...]
    sealed: bool = True
    look: Callable[[Path], bytes | None] = lambda folder: content(folder / "map.yaml.age")


def _sealed(folder: Path) -> Path:
    return folder / "map.yaml.age"


def _plain(folder: Path) -> Path:
    return folder / "map.yaml"


def _first(folder: Path) -> None:
    if content(_sealed(folder)) is None:
        new_map(_sealed(folder))


def _lock(folder: Path) -> None:
    at = settle(_plain(folder), ANNA)
    relock(at, ANNAS, keys=ANNA, change=change("Locked."), to=_sealed(folder))


def _unlock(folder: Path) -> None:
    at = settle(_plain(folder), ANNA)
    relock(at, None, keys=ANNA, change=change("Unlocked."), to=_plain(folder))


def _by(passphrase: str) -> Keys:
    return Keys(passphrase=lambda: passphrase)


def _new_passphrase(folder: Path) -> None:
    path = _sealed(folder)
    old = _by("first") if _opens(path, _by("first")) else _by("second")
    relock(path, ByPassphrase("second"), keys=old, change=change("Another passphrase."))


def _wholly(folder: Path) -> bytes | None:
    """The content, with whichever passphrase it is; that one must open the history as well."""
    path = _sealed(folder)
    keys = _by("first") if _opens(path, _by("first")) else _by("second")
    assert log(path, keys).closed == 0
    assert {version(path, number, keys) for number in versions(path)} == {OLD}
    return read(path, keys).content


def _opens(path: Path, keys: Keys) -> bool:
    try:
        read(path, keys)
    except WrongPassphrase:
        return False
    return True


def _make_key(folder: Path) -> None:
    _in_folder(folder)
    own_identity(create=True)


def _restore(folder: Path) -> None:
    _in_folder(folder)
    restore_from(folder / "backup.txt", lambda: "", force=True)


def _with_backup(folder: Path) -> None:
    for name, text in ((KEY_FILE, f"{ANNA.secrets[0]}\n".encode()), ("backup.txt", BACKUP)):
        (folder / name).write_bytes(text)
        (folder / name).chmod(0o600)


def _in_folder(folder: Path) -> None:
    os.environ["REDACT_KEY_FILE"] = str(folder / KEY_FILE)


def _key(folder: Path) -> bytes | None:
    """Whose key is there: one that works is as good as another."""
    _in_folder(folder)
    try:
        found = own_identity().public_key
    except VaultError:
        return None if not (folder / KEY_FILE).exists() else b"broken"
    return b"ben" if found == public_key_of(BEN.secrets[0]) else b"a key"


SCENARIOS = {
    "first write": Scenario(
        prepare=lambda _: None,
        act=_first,
        outcomes=(None, OLD),
    ),
    "second write": Scenario(
        prepare=lambda folder: new_map(_sealed(folder)),
        act=lambda folder: next_map(_sealed(folder)),
        outcomes=(OLD, NEW),
    ),
    "plain write": Scenario(
        prepare=lambda folder: _plain(folder).write_bytes(OLD),
        act=lambda folder: next_map(_plain(folder)),
        outcomes=(OLD, NEW),
        sealed=False,
        look=lambda folder: content(_plain(folder)),
    ),
    "lock": Scenario(
        prepare=lambda folder: new_map(_plain(folder), None),
        act=_lock,
        outcomes=(OLD,),
        sealed=False,
    ),
    "unlock": Scenario(
        prepare=lambda folder: new_map(_sealed(folder)),
        act=_unlock,
        outcomes=(OLD,),
        sealed=False,
        look=lambda folder: content(_plain(folder)),
    ),
    "unshare": Scenario(
        prepare=lambda folder: new_map(_sealed(folder), BOTH),
        act=lambda folder: relock(_sealed(folder), ANNAS, keys=ANNA, change=change("Unshared.")),
        outcomes=(OLD,),
    ),
    "new passphrase": Scenario(
        prepare=lambda folder: write(
            _sealed(folder),
            OLD,
            ByPassphrase("first"),
            keys=_by("first"),
            based_on=None,
            change=change(),
        ),
        act=_new_passphrase,
        outcomes=(OLD,),
        look=_wholly,
    ),
    "make a key": Scenario(
        prepare=lambda _: None, act=_make_key, outcomes=(None, b"a key"), look=_key
    ),
    "restore a key": Scenario(
        prepare=_with_backup, act=_restore, outcomes=(b"a key", b"ben"), look=_key
    ),
}
