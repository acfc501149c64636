from __future__ import annotations

import os
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest
from filelock import FileLock
from vault_scenarios import (
    ANNA,
    ANNAS,
    BEN,
    BENS,
    BOTH,
    CARA,
    NAME,
    NEW,
    OLD,
    change,
    new_map,
    next_map,
)

from redactor.vault import places
from redactor.vault.entries import Change, fingerprint
from redactor.vault.errors import Damaged, VaultError, WrongKey
from redactor.vault.history import FOUND, VERSIONS, log, version, versions
from redactor.vault.sealing import ByPassphrase, Keys, seal, unseal
from redactor.vault.store import StaleWrite, read, write

posix = pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "map.yaml.age"


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    return tmp_path / "map.yaml"


def everything(folder: Path) -> bytes:
    return b"\0".join(
        path.name.encode() + path.read_bytes() for path in folder.rglob("*") if path.is_file()
    )


def sentences(path: Path, keys: Keys = ANNA) -> list[str]:
    return [sentence for entry in log(path, keys).entries for sentence in entry.change.changes]


def test_what_is_written_is_read(path: Path) -> None:
    made = new_map(path, BOTH)
    for keys in (ANNA, BEN):
        kept = read(path, keys)
        assert (kept.path, kept.content, kept.lock, kept.unnamed) == (path, OLD, BOTH, 0)
        assert kept.fingerprint == made == fingerprint(path.read_bytes())
    made = next_map(path, keys=BEN)
    assert read(path, ANNA).content == NEW
    assert read(path, ANNA).fingerprint == made


def test_no_name_lies_in_the_folder_and_none_in_repr(path: Path) -> None:
    new_map(path)
    for number in range(3):
        next_map(path, NEW + f"# {number}\n".encode())
    assert NAME.encode() not in everything(path.parent)
    assert NAME.split()[1].encode() not in everything(path.parent)
    kept = read(path, ANNA)
    assert NAME not in repr((kept, log(path, ANNA), ANNA))
    assert ANNA.secrets[0] not in repr(kept)


@posix
def test_nobody_else_can_read_anything(plain: Path, path: Path) -> None:
    new_map(path)
    next_map(path)
    for one in path.parent.rglob("*"):
        lock = one.name == ".map.yaml.lock"
        assert stat.S_IMODE(one.stat().st_mode) == (0o700 if one.is_dir() else 0o600) or lock
        assert not lock or one.read_bytes() == b""


@posix
def test_a_group_that_was_let_in_stays_in(path: Path) -> None:
    new_map(path)
    path.chmod(0o664)
    next_map(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o660
    assert stat.S_IMODE((path.parent / "map.history" / "log.age").stat().st_mode) == 0o660


def test_the_age_program_would_open_it(path: Path) -> None:
    new_map(path)
    identity = pyrage.x25519.Identity.from_str(ANNA.secrets[0])
    opened = pyrage.decrypt(path.read_bytes(), [identity])
    assert opened == OLD + f"\n# sealed to: {ANNA.public_keys[0]}\n".encode()


def test_a_file_of_another_program_is_read(path: Path) -> None:
    path.write_bytes(seal(OLD, BOTH))
    kept = read(path, BEN)
    # It does not say whose the second key is.
    assert (kept.content, kept.lock, kept.unnamed) == (OLD, BENS, 1)


def test_a_wrong_key_is_one_sentence(path: Path) -> None:
    new_map(path)
    for attempt in (read, log, lambda path, keys: version(path, 1, keys)):
        with pytest.raises(WrongKey) as caught:
            attempt(path, BEN)
        assert f"redact map share {BEN.public_keys[0]}" in str(caught.value)
        assert "\n" not in str(caught.value)
    with pytest.raises(VaultError, match="your own key is not among those"):
        write(path, NEW, ANNAS, keys=BEN, based_on="x", change=change())


def test_the_second_of_two_writers_is_given_the_newer_file(path: Path) -> None:
    new_map(path, BOTH)
    annas, bens = read(path, ANNA), read(path, BEN)
    newer = write(
        path, NEW, bens.lock, keys=BEN, based_on=bens.fingerprint, change=change("Ben's.", "ben")
    )
    before = everything(path.parent)
    mine = OLD + b"# mine\n"
    with pytest.raises(StaleWrite, match="was changed by somebody else") as caught:
        write(path, mine, annas.lock, keys=ANNA, based_on=annas.fingerprint, change=change("Mine."))
    assert everything(path.parent) == before
    there = caught.value.newer
    assert there is not None
    assert (there.content, there.fingerprint, there.lock) == (NEW, newer, BOTH)
    assert NAME not in f"{caught.value} {caught.value!r}"
    merged = NEW + b"# mine\n"
    write(path, merged, there.lock, keys=ANNA, based_on=newer, change=change("Both."))
    assert read(path, BEN).content == merged
    assert sentences(path) == ["Connie Smith was added.", "Ben's.", "Both."]
    assert [entry.change.who for entry in log(path, BEN).entries] == ["anna", "ben", "anna"]


def test_writers_at_the_same_time_lose_nothing(path: Path) -> None:
    new_map(path, content=b"")
    code = """
import sys
from pathlib import Path
from redactor.vault.store import StaleWrite, read, write
from vault_scenarios import ANNA, change
path, who = Path(sys.argv[1]), sys.argv[2]
for number in range(4):
    kept = read(path, ANNA)
    while True:
        try:
            more = kept.content + f"{who}{number} ".encode()
            told = change(f"{who}{number}")
            write(path, more, kept.lock, keys=ANNA, based_on=kept.fingerprint, change=told)
            break
        except StaleWrite as stale:
            kept = stale.newer
"""
    folders = os.pathsep.join([str(Path(__file__).parents[2]), str(Path(__file__).parent)])
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(path), who],
            env={**os.environ, "PYTHONPATH": folders},
        )
        for who in "abc"
    ]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    words = read(path, ANNA).content.decode().split()
    assert sorted(words) == [f"{who}{number}" for who in "abc" for number in range(4)]
    assert sentences(path)[1:] == words


def test_a_new_file_replaces_none(path: Path, plain: Path) -> None:
    new_map(path)
    for name in (path, plain):
        with pytest.raises(StaleWrite, match="is there already") as caught:
            write(name, NEW, ANNAS, keys=ANNA, based_on=None, change=change())
        assert caught.value.newer == read(path, ANNA)
    assert not plain.exists()


def test_a_file_that_was_taken_away_is_not_written_again(path: Path) -> None:
    kept = read(path, ANNA) if new_map(path) else None
    path.unlink()
    with pytest.raises(StaleWrite, match="was taken away") as caught:
        write(path, NEW, kept.lock, keys=ANNA, based_on=kept.fingerprint, change=change())
    assert caught.value.newer is None
    assert unseal((path.parent / "map.history" / "000001.age").read_bytes(), ANNA) == OLD


def test_a_writer_in_the_middle_of_it_is_waited_for_and_then_named_by_nobody(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_map(path)
    monkeypatch.setattr(places, "PATIENCE", 0.0)
    with (
        FileLock(path.with_name(".map.yaml.lock")),
        pytest.raises(VaultError, match="somebody else is writing it just now"),
    ):
        next_map(path)
    next_map(path)
    assert read(path, ANNA).content == NEW


@pytest.mark.parametrize(
    "content",
    [b"", OLD, seal(OLD, ANNAS)[:-1], seal(OLD, ANNAS)[:40]],
    ids=["empty", "plain", "without its end", "its beginning"],
)
def test_a_damaged_file_leads_to_the_last_versions(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(Damaged, match=r"The last versions are in map\.history\.") as caught:
        read(path, ANNA)
    assert NAME not in str(caught.value)


def test_a_missing_file(path: Path) -> None:
    with pytest.raises(VaultError, match="is not there"):
        read(path, ANNA)
    assert log(path, ANNA).entries == ()
    assert versions(path) == ()


def test_nothing_sealed_becomes_plain_by_writing(path: Path, plain: Path) -> None:
    new_map(path)
    with pytest.raises(VaultError, match="is always sealed"):
        write(path, NEW, None, keys=ANNA, based_on=read(path, ANNA).fingerprint, change=change())
    path.rename(plain)
    with pytest.raises(VaultError, match="unlock it first"):
        write(plain, NEW, None, keys=ANNA, based_on=read(plain, ANNA).fingerprint, change=change())
    assert NAME.encode() not in everything(path.parent)


def test_both_names_at_once_are_not_written(path: Path, plain: Path) -> None:
    new_map(path)
    plain.write_bytes(OLD)
    with pytest.raises(VaultError, match="is there too"):
        next_map(path)


class TestHistory:
    def test_the_last_ten_versions_and_all_entries(self, path: Path) -> None:
        new_map(path, content=b"0")
        for number in range(1, 13):
            next_map(path, str(number).encode())
        assert versions(path) == tuple(range(4, 4 + VERSIONS))
        assert [version(path, number, ANNA) for number in (4, 13)] == [b"3", b"12"]
        entries = log(path, ANNA).entries
        assert [entry.number for entry in entries] == list(range(1, 14))
        assert [one.before for one in entries[1:]] == [one.fingerprint for one in entries[:-1]]
        with pytest.raises(VaultError, match=r"version 3 is not kept. Kept are: 4, 5"):
            version(path, 3, ANNA)

    def test_what_was_written_by_hand_goes_into_it(self, plain: Path) -> None:
        by_hand = OLD + b"# by hand\n"
        plain.write_bytes(OLD)
        next_map(plain)
        plain.write_bytes(by_hand)
        next_map(plain)
        assert [version(plain, number, ANNA) for number in versions(plain)] == [
            OLD,
            NEW,
            by_hand,
            NEW,
        ]
        assert sentences(plain) == [FOUND, "More.", FOUND, "More."]
        history = plain.with_name("map.history")
        assert NAME.encode() not in everything(history)

    def test_a_plain_file_needs_a_key_for_it(self, plain: Path) -> None:
        with pytest.raises(VaultError, match="its history needs a key"):
            write(plain, OLD, None, keys=Keys(), based_on=None, change=change())
        assert not plain.exists()

    def test_two_with_a_plain_file_keep_a_log_each(self, plain: Path) -> None:
        new_map(plain, None)
        next_map(plain, NEW, BEN)
        next_map(plain, OLD, ANNA)
        assert sentences(plain, BEN) == [FOUND, "More."]
        assert log(plain, BEN).closed == 1
        assert sentences(plain) == ["Connie Smith was added.", FOUND, "More."]
        assert [entry.number for entry in log(plain, BEN).entries] == [2, 3]
        assert [entry.number for entry in log(plain, ANNA).entries] == [1, 4, 5]
        with pytest.raises(WrongKey):
            log(plain, CARA)

    def test_who_can_open_both_logs_makes_them_one(self, plain: Path) -> None:
        new_map(plain, None)
        next_map(plain, NEW, BEN)
        next_map(plain, OLD, ANNA.plus(BEN.secrets))
        assert [path.name for path in plain.with_name("map.history").glob("log*")] == ["log.age"]
        assert sentences(plain) == ["Connie Smith was added.", FOUND, "More.", "More."]

    def test_a_damaged_log_stops_nobody(self, path: Path) -> None:
        new_map(path)
        (path.parent / "map.history" / "log.age").write_bytes(b"damaged")
        next_map(path)
        assert sentences(path) == [FOUND, "More."]
        assert log(path, ANNA).closed == 1

    def test_a_time_is_checked_and_sentences_are_kept_as_they_are(self, path: Path) -> None:
        with pytest.raises(ValueError, match="a time is written like"):
            Change("26.11.2026", "anna", ())
        odd = replace(change(), changes=("two\nlines", "a\u2028b\x0b", ""), who="Zoë")
        write(path, OLD, ANNAS, keys=ANNA, based_on=None, change=odd)
        assert log(path, ANNA).entries[0].change == odd


@pytest.mark.usefixtures("quick_passphrases")
class TestPassphrase:
    KEYS = Keys(passphrase=lambda: "correct horse")

    def test_the_file_and_its_history(self, path: Path) -> None:
        lock = ByPassphrase("correct horse")
        write(path, OLD, lock, keys=self.KEYS, based_on=None, change=change())
        next_map(path, NEW, self.KEYS)
        assert read(path, self.KEYS).lock == lock
        assert sentences(path, self.KEYS) == ["Connie Smith was added.", "More."]
        assert [version(path, number, self.KEYS) for number in (1, 2)] == [OLD, NEW]
        assert [one.name for one in path.with_name("map.history").glob("key*")] == ["key-1.age"]
        assert NAME.encode() not in everything(path.parent)
        assert "correct" not in repr((read(path, self.KEYS), self.KEYS))

    def test_a_wrong_one_is_one_sentence(self, path: Path) -> None:
        lock = ByPassphrase("correct horse")
        write(path, OLD, lock, keys=self.KEYS, based_on=None, change=change())
        with pytest.raises(VaultError) as caught:
            read(path, Keys(passphrase=lambda: "wrong horse"))
        assert str(caught.value) == f"{path}: this passphrase does not open it."
        with pytest.raises(VaultError, match="and none was given"):
            read(path, ANNA)
