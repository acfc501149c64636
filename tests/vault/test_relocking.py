from __future__ import annotations

import os
from pathlib import Path

import pytest
from test_store import everything, sentences
from vault_scenarios import (
    ANNA,
    ANNAS,
    BEN,
    BENS,
    BOTH,
    CARA,
    CARAS,
    NAME,
    NEW,
    OLD,
    change,
    new_map,
    next_map,
)

from redactor.vault.errors import VaultError, WrongKey
from redactor.vault.history import log, version, versions
from redactor.vault.relocking import relock, settle
from redactor.vault.sealing import ByPassphrase, Keys
from redactor.vault.store import StaleWrite, read, write


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "map.yaml.age"


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    return tmp_path / "map.yaml"


def opens_wholly(path: Path, keys: Keys) -> bool:
    assert read(path, keys).content in {OLD, NEW}
    return log(path, keys).closed == 0 and all(
        version(path, number, keys) in {OLD, NEW} for number in versions(path)
    )


def test_sharing_and_its_end(path: Path) -> None:
    new_map(path)
    next_map(path)
    shared = relock(path, BOTH, keys=ANNA, change=change("Shared."))
    assert (shared.path, shared.left) == (path, 0)
    assert shared.fingerprint == read(path, BEN).fingerprint
    assert opens_wholly(path, BEN)
    assert opens_wholly(path, ANNA)
    next_map(path, OLD, BEN)
    relock(path, BENS, keys=BEN, change=change("Anna left."))
    assert opens_wholly(path, BEN)
    for attempt in (read, log, lambda path, keys: version(path, 1, keys)):
        with pytest.raises(WrongKey):
            attempt(path, ANNA)
    assert sentences(path, BEN)[2:] == ["Shared.", "More.", "Anna left."]


def test_nobody_locks_herself_out(path: Path) -> None:
    new_map(path)
    with pytest.raises(VaultError, match="your own key is not among those"):
        relock(path, BENS, keys=ANNA, change=change())
    assert opens_wholly(path, ANNA)


def test_a_plain_file_is_locked(plain: Path, path: Path) -> None:
    new_map(plain, None)
    next_map(plain)
    moved = relock(plain, BOTH, keys=ANNA, change=change("Locked."), to=path)
    assert moved.path == path
    assert not plain.exists()
    assert opens_wholly(path, BEN)
    assert NAME.encode() not in everything(path.parent)
    assert settle(plain, ANNA) == settle(path, ANNA) == path


def test_a_plain_file_without_a_history_is_locked(plain: Path, path: Path) -> None:
    plain.write_bytes(OLD)
    relock(plain, ANNAS, keys=ANNA, change=change("Locked."), to=path)
    assert not plain.exists()
    assert opens_wholly(path, ANNA)


def test_a_sealed_file_is_unlocked(plain: Path, path: Path) -> None:
    new_map(path, BOTH)
    moved = relock(path, None, keys=ANNA, change=change("Unlocked."), to=plain)
    assert moved.path == plain
    assert plain.read_bytes() == OLD
    assert not path.exists()
    # Nobody's but the key of the one who did it.
    assert opens_wholly(plain, ANNA)
    with pytest.raises(WrongKey):
        log(plain, BEN)
    with pytest.raises(VaultError, match="is always sealed"):
        relock(plain, None, keys=ANNA, change=change(), to=path)


def test_a_file_that_moved_is_found_by_who_had_it_open(plain: Path, path: Path) -> None:
    new_map(plain, None)
    mine = read(plain, ANNA)
    relock(plain, ANNAS, keys=ANNA, change=change("Locked."), to=path)
    with pytest.raises(StaleWrite) as caught:
        write(plain, NEW, None, keys=ANNA, based_on=mine.fingerprint, change=change())
    assert caught.value.newer == read(path, ANNA)
    assert not plain.exists()


def test_a_new_key(path: Path) -> None:
    new_map(path)
    next_map(path)
    relock(path, CARAS, keys=CARA.plus(ANNA.secrets), change=change("New key."))
    assert opens_wholly(path, CARA)
    with pytest.raises(WrongKey):
        read(path, ANNA)


def test_what_others_sealed_stays_theirs(plain: Path, path: Path) -> None:
    new_map(plain, None)
    next_map(plain, NEW, BEN)
    moved = relock(plain, BOTH, keys=ANNA, change=change("Locked."), to=path)
    # Ben's log and his two versions.
    assert moved.left == 3
    assert log(path, ANNA).closed == 1
    assert log(path, BEN).closed == 0


def test_two_files_of_which_neither_was_made_from_the_other(plain: Path, path: Path) -> None:
    new_map(path)
    plain.write_bytes(NEW)
    with pytest.raises(VaultError, match="is there too"):
        settle(path, ANNA)
    with pytest.raises(VaultError, match="is there too"):
        relock(plain, ANNAS, keys=ANNA, change=change(), to=path)
    assert plain.read_bytes() == NEW
    assert settle(plain.with_name("other.yaml"), ANNA) == plain.with_name("other.yaml")


def test_a_move_that_was_cut_off_is_finished(
    plain: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_map(plain, None)
    replace = os.replace

    def stop(source: Path, target: Path) -> None:
        if source == plain:
            raise OSError(5, "Input/output error")
        replace(source, target)

    monkeypatch.setattr(os, "replace", stop)
    with pytest.raises(VaultError, match="cannot be taken away"):
        relock(plain, ANNAS, keys=ANNA, change=change("Locked."), to=path)
    monkeypatch.undo()
    assert plain.exists()
    assert path.exists()
    assert settle(plain, ANNA) == path
    assert not plain.exists()
    assert opens_wholly(path, ANNA)


@pytest.mark.usefixtures("quick_passphrases")
def test_a_passphrase_comes_changes_and_goes(path: Path) -> None:
    def by(passphrase: str) -> Keys:
        return Keys(ANNA.secrets, lambda: passphrase)

    def folder_keys() -> list[str]:
        return sorted(path.name for path in path.with_name("map.history").glob("key*"))

    new_map(path)
    relock(path, ByPassphrase("first"), keys=ANNA, change=change("Passphrase."))
    assert opens_wholly(path, by("first"))
    assert folder_keys() == ["key-1.age"]
    with pytest.raises(WrongKey):
        log(path, ANNA)
    relock(path, ByPassphrase("second"), keys=by("first"), change=change("Another."))
    assert opens_wholly(path, by("second"))
    assert folder_keys() == ["key-2.age"]
    with pytest.raises(VaultError):
        log(path, by("first"))
    relock(path, ANNAS, keys=by("second"), change=change("Key."))
    assert opens_wholly(path, ANNA)
    assert folder_keys() == []
    assert sentences(path)[1:] == ["Passphrase.", "Another.", "Key."]
    assert NAME.encode() not in everything(path.parent)
