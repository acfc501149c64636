"""Maps in files for tests, opened with the tests' own key."""

from __future__ import annotations

from pathlib import Path

from redactor.pseudonyms.schema import PseudonymMap
from redactor.pseudonyms.storing import StoredMap, read_map, write_map
from redactor.vault.entries import Change
from redactor.vault.identity import own_identity
from redactor.vault.places import SEALED_SUFFIX
from redactor.vault.relocking import settle
from redactor.vault.sealing import Keys, ToRecipients


def own_keys() -> Keys:
    return own_identity(create=True).keys()


def stored_map(path: Path) -> StoredMap:
    """The map called `path`, or by its twin's name, plain or sealed."""
    return read_map(settle(path, own_keys()), own_keys())


def load_map(path: Path) -> PseudonymMap:
    return stored_map(path).names


def save_map(names: PseudonymMap, path: Path) -> None:
    """As the program saves it: sealed where its name says so, and with its history."""
    keys = own_keys()
    write_map(
        names,
        path,
        ToRecipients(keys.public_keys[:1]) if path.suffix == SEALED_SUFFIX else None,
        keys=keys,
        after=read_map(path, keys) if path.exists() else None,
        change=Change("2026-11-26T12:00:00Z", "the tests", ("changed by a test",)),
    )
