"""Killed, or refused by the disk, at any step: the file is old or new, and whole."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from vault_scenarios import ANNA, NAME, NEW, OLD, SCENARIOS, Scenario, content, new_map, next_map

from redactor.vault.entries import fingerprint
from redactor.vault.errors import VaultError
from redactor.vault.history import log, version, versions
from redactor.vault.sealing import is_passphrase_sealed
from redactor.vault.whole import sweep
from tests.interrupting import Interrupter

pytestmark = pytest.mark.usefixtures("quick_passphrases")
PROJECT = Path(__file__).parents[2]
posix = pytest.mark.skipif(os.name != "posix", reason="SIGKILL and fork")
scenarios = pytest.mark.parametrize("name", SCENARIOS)


MEMORY = Path("/dev/shm")


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder, in memory where the system has that: a disk would sync 3,000 times."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        # The scenarios of keys set it in this process; so it is put back afterwards.
        monkeypatch.setenv("REDACT_KEY_FILE", str(Path(folder) / "none.txt"))
        yield Path(folder)


def files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in files(folder) if path.name.endswith(".unfinished")]


def check(scenario: Scenario, folder: Path, *, done: bool) -> None:
    """What must hold of `folder` after `act` was cut off, and after it is done once more."""
    found = scenario.look(folder)
    assert found in (scenario.outcomes[-1:] if done else scenario.outcomes)
    if scenario.sealed:
        assert not any(NAME.encode() in path.read_bytes() for path in files(folder))
    check_log(folder)


def check_log(folder: Path) -> None:
    for path in (folder / "map.yaml", folder / "map.yaml.age"):
        if path.exists() and versions(path) and not is_passphrase_sealed(path.read_bytes()):
            entries = log(path, ANNA).entries
            numbers = [entry.number for entry in entries]
            assert numbers == sorted(set(numbers))
            # A file that is no write of ours, or the one that the log's last entry tells of.
            on_disk = fingerprint(path.read_bytes())
            assert entries == () or entries[-1].fingerprint == on_disk
            assert version(path, versions(path)[-1], ANNA) in {OLD, NEW}


@posix
@scenarios
def test_killed_at_any_step(place: Path, name: str) -> None:
    scenario = SCENARIOS[name]
    driver = [sys.executable, str(Path(__file__).with_name("vault_killer.py")), name, str(place)]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    result = subprocess.run(driver, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    tries = int(result.stdout)
    assert tries > 3
    for at in range(1, tries + 1):
        folder = place / str(at)
        check(scenario, folder, done=at == tries)
        scenario.act(folder)
        sweep(folder)
        check(scenario, folder, done=True)
        assert leftovers(folder) == []


@scenarios
def test_a_disk_that_fails_at_any_step(place: Path, name: str) -> None:
    scenario = SCENARIOS[name]
    start = place / "start"
    start.mkdir()
    scenario.prepare(start)
    failed_at = []

    def fail(call: str, original: object, args: tuple[int]) -> None:
        failed_at.append(call)
        if call == "close":
            interrupter.originals["close"](*args)
        problem = errno.ENOSPC if at % 2 else errno.EIO
        raise OSError(problem, os.strerror(problem))

    for at in count(1):
        folder = place / str(at)
        shutil.copytree(start, folder)
        interrupter = Interrupter(at, fail)
        said = ""
        try:
            with interrupter:
                scenario.act(folder)
        except VaultError as error:
            said = str(error)
        assert NAME not in said
        check(scenario, folder, done=not said)
        if failed_at[-1:] != ["unlink"]:
            assert [name for name in leftovers(folder) if "wiping" not in name] == []
        if not interrupter.struck:
            break
        if at % 5 == 0:  # The same goes for a kill, where each is tried.
            scenario.act(folder)
            check(scenario, folder, done=True)
    assert "replace" in failed_at or "link" in failed_at


def test_the_log_forgets_an_entry_whose_file_never_came(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "map.yaml.age"
    new_map(path)
    replace = os.replace

    def all_but_the_file(source: Path, target: Path) -> None:
        if target == path:
            raise OSError(errno.EIO, "Input/output error")
        replace(source, target)

    monkeypatch.setattr(os, "replace", all_but_the_file)
    with pytest.raises(VaultError, match=r"cannot be written \(Input/output error\)"):
        next_map(path)
    monkeypatch.undo()
    assert content(path) == OLD
    assert [entry.number for entry in log(path, ANNA).entries] == [1]
    next_map(path)
    # The number of the lost entry is not given again: its version is still there.
    assert [entry.number for entry in log(path, ANNA).entries] == [1, 3]
    assert version(path, 2, ANNA) == version(path, 3, ANNA) == NEW
