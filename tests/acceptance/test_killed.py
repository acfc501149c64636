"""Killed, or refused by the disk, at any step: outputs, map and record are old or new, and whole.

Of a map that is newer than an output nobody is harmed, so the map is saved first: neither it nor
the record is ever older than an output that is new.
"""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest
from killed_runs import ANOTHER, COMMANDS, PASSPHRASE, Command, do, stand_in

from redactor.batch.record import Record, read_record, record_path
from redactor.pseudonyms.schema import PseudonymMap
from redactor.pseudonyms.storing import read_map
from redactor.vault.errors import WrongPassphrase
from redactor.vault.relocking import settle
from redactor.vault.sealing import Keys
from tests.cli.fake_pipeline import REAL
from tests.interrupting import Interrupter
from tests.maps import own_keys

pytestmark = pytest.mark.skipif(os.name != "posix", reason="SIGKILL and fork")

PROJECT = Path(__file__).parents[2]
MEMORY = Path("/dev/shm")
AGAIN = 6
"""After every so many kills the command is run once more: it must come through then."""


@dataclass(frozen=True)
class Found:
    """What a folder holds for whoever has the key."""

    outputs: tuple[bytes, ...]
    map: PseudonymMap = field(repr=False)
    record: Record = field(repr=False)
    sealed: bool
    passphrase: str = field(compare=False)


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """An empty folder, in memory where the system has that: a disk would sync 3,000 times."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def killed(place: Path) -> Path:
    """A folder for each command, with what its kills have left."""
    driver = [sys.executable, str(Path(__file__).with_name("killed_runs.py")), str(place)]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "REDACT_PASSPHRASE": PASSPHRASE}
    result = subprocess.run(driver, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return place


@pytest.fixture(autouse=True)
def _stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDACT_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("NEW_PASSPHRASE", PASSPHRASE)
    stand_in(monkeypatch.setattr)


def look(folder: Path) -> Found:
    """By the user's key, and if need be one of the passphrases; it must open the record as well."""
    try:
        return _look(folder, PASSPHRASE)
    except WrongPassphrase:
        return _look(folder, ANOTHER)


def _look(folder: Path, passphrase: str) -> Found:
    keys = Keys(own_keys().secrets, lambda: passphrase)
    at = settle(folder / "pseudonym_maps" / "harbour.yaml.age", keys)
    kept = read_map(at, keys)
    outputs = tuple((folder / "out" / name).read_bytes() for name in ("imr.docx", "overview.docx"))
    record = read_record(record_path(at), keys)
    assert record.files
    return Found(outputs, kept.names, record, kept.is_sealed, passphrase)


def check(command: Command, folder: Path, old: Found, new: Found) -> Found:
    found = look(folder)
    assert all(
        one in pair for one, *pair in zip(found.outputs, old.outputs, new.outputs, strict=True)
    )
    assert found.map in (old.map, new.map)
    assert found.record in (old.record, new.record)
    if any(one != before for one, before in zip(found.outputs, old.outputs, strict=True)):
        assert (found.map, found.record) == (new.map, new.record)
    if command.sealed:
        assert not any(REAL.encode() in path.read_bytes() for path in written(folder))
    return found


def check_done(folder: Path, new: Found) -> None:
    """The new version, and nothing beside it that the next run would not find."""
    assert look(folder) == new
    left = [path for path in written(folder) if path.name.endswith(".unfinished")]
    assert [path.name for path in left if "harbour.history" not in path.parts] == []
    if new.sealed:
        assert not any(REAL.encode() in path.read_bytes() for path in written(folder))


def tries_of(folder: Path) -> int:
    return sum(path.name.isdecimal() for path in folder.iterdir())


def written(folder: Path) -> Iterator[Path]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return (path for path in files if path.parent.name != "case")


@pytest.mark.parametrize("name", COMMANDS)
def test_killed_at_any_step(killed: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    command, tries = COMMANDS[name], tries_of(killed / name)
    assert tries > 10
    old, new = look(killed / name / "start"), look(killed / name / str(tries))
    assert old != new or "rekey" in command.args
    for at in range(1, tries + 1):
        folder = killed / name / str(at)
        found = check(command, folder, old, new)
        if at % AGAIN == 0 or at == tries:
            monkeypatch.setenv("REDACT_PASSPHRASE", found.passphrase)
            with chdir(folder):
                again = do(command.args, command.new_passphrase)
            # A lock that was cut off behind its last step is told that it is there already.
            assert again.exit_code in {0, 2, 4}, again.said
            check_done(folder, new)


@pytest.mark.parametrize("name", ["run", "rename", "lock", "unlock", "share"])
def test_a_disk_that_is_full_at_any_step(killed: Path, name: str) -> None:
    command, tries = COMMANDS[name], tries_of(killed / name)
    start, end = killed / name / "start", killed / name / str(tries)
    old, new = look(start), look(end)
    failed: list[str] = []

    def fail(call: str, original: object, args: tuple[int]) -> object:
        if failed and call not in {"open", "write", "fsync"}:
            return interrupter.originals[call](*args)  # what makes room is never refused
        failed.append(call)
        if call == "close":
            interrupter.originals["close"](*args)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    for at in count(1):
        folder = killed / name / f"failed-{at}"
        shutil.copytree(start, folder)
        failed.clear()
        interrupter = Interrupter(at, fail, lasting=at % 2 == 0)
        with chdir(folder), interrupter:
            result = do(command.args)
        if not interrupter.struck:
            break
        check(command, folder, old, new)
        if result.exit_code in {0, 4}:
            assert look(folder) == new
            continue
        assert result.exit_code in {1, 2}
        assert look(folder).outputs == old.outputs
        (*_, sentence) = result.said.splitlines()
        assert sentence.endswith("."), result.said
        assert not [word for word in ("unexpected", "Traceback", REAL) if word in result.said]
        shutil.rmtree(folder)
    assert at > 10
