"""What ``redact key`` does and says."""

from __future__ import annotations

import getpass
from pathlib import Path

import pytest

from redactor.cli import keys, passphrase
from redactor.errors import ExitCode, UsageError
from redactor.vault import identity

SECRET = "AGE-SECRET-KEY-"


@pytest.fixture(autouse=True)
def key_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "settings" / "key.txt"
    monkeypatch.setenv("REDACT_KEY_FILE", str(path))
    for variable in ("REDACT_PASSPHRASE", "REDACT_PASSPHRASE_FILE"):
        monkeypatch.delenv(variable, raising=False)
    return path


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A person sits there; what she types is in the list."""
    lines: list[str] = []
    monkeypatch.setattr(passphrase, "can_ask", lambda: True)
    monkeypatch.setattr(getpass, "getpass", lambda *_, **__: lines.pop(0))
    return lines


def test_the_public_key_is_the_product(key_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert keys.show() is ExitCode.OK
    first = capsys.readouterr()
    assert first.out == identity.own_identity().public_key + "\n"
    assert str(key_file) in first.err
    assert "A key nobody backed up is a map lost" in first.err
    keys.show()
    again = capsys.readouterr()
    assert again.out == first.out
    assert again.err == f"Your key lies in {key_file}.\n"
    assert SECRET not in first.out + first.err + again.out + again.err


def test_a_backup_and_its_return(
    key_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keys.show()
    keys.backup(tmp_path / "copy.txt", plain=True)
    assert "to be opened by anybody who reads it" in capsys.readouterr().err
    key_file.unlink()
    assert keys.restore(tmp_path / "copy.txt") is ExitCode.OK
    said = capsys.readouterr()
    assert said.out == identity.own_identity().public_key + "\n"
    assert SECRET not in said.out + said.err
    key_file.unlink()
    keys.show()
    with pytest.raises(UsageError, match="another key is here already"):
        keys.restore(tmp_path / "copy.txt")
    keys.restore(tmp_path / "copy.txt", force=True)
    assert identity.own_identity().public_key + "\n" == said.out


def test_two_passphrases_that_differ_seal_nothing(tmp_path: Path, typed: list[str]) -> None:
    keys.show()
    typed += ["correct horse", "correct house"]
    with pytest.raises(UsageError, match="differ; nothing was written"):
        keys.backup(tmp_path / "copy.age")
    assert not (tmp_path / "copy.age").exists()


def test_nobody_is_asked_where_there_is_no_key(tmp_path: Path, typed: list[str]) -> None:
    with pytest.raises(UsageError, match="there is no key here"):
        keys.backup(tmp_path / "copy.age")


def test_a_backup_without_a_terminal_says_which_variable(tmp_path: Path) -> None:
    keys.show()
    with pytest.raises(UsageError, match="REDACT_PASSPHRASE_FILE"):
        keys.backup(tmp_path / "copy.age")


def test_an_end_of_input_is_no_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    def end(*_: object, **__: object) -> str:
        raise EOFError

    monkeypatch.setattr(passphrase, "can_ask", lambda: True)
    monkeypatch.setattr(getpass, "getpass", end)
    ask = passphrase.asker("the map")
    assert ask is not None
    with pytest.raises(UsageError, match="No passphrase was given"):
        ask()
