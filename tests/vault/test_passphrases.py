from __future__ import annotations

from pathlib import Path

import pytest

from redactor.vault.errors import NoPassphrase, VaultError
from redactor.vault.passphrases import FILE_VARIABLE, VARIABLE, asked_once, get_passphrase


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FILE_VARIABLE, raising=False)
    monkeypatch.delenv(VARIABLE, raising=False)


def test_the_file_then_the_variable_then_the_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert get_passphrase(lambda: "typed") == "typed"
    monkeypatch.setenv(VARIABLE, "from the variable")
    assert get_passphrase(lambda: "typed") == "from the variable"
    (tmp_path / "p.txt").write_bytes("\ufeff from the file \r\nnot this\n".encode())
    monkeypatch.setenv(FILE_VARIABLE, str(tmp_path / "p.txt"))
    assert get_passphrase(None) == " from the file "


def test_nobody_to_ask() -> None:
    with pytest.raises(NoPassphrase, match=f"set {FILE_VARIABLE} .* or {VARIABLE}"):
        get_passphrase(None)


@pytest.mark.parametrize("content", [None, b"", b"\nsecond line\n", b"\xff\xfe"])
def test_a_file_without_a_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "p.txt").write_bytes(content)
    monkeypatch.setenv(FILE_VARIABLE, str(tmp_path / "p.txt"))
    with pytest.raises(VaultError):
        get_passphrase(lambda: "typed")


def test_an_empty_variable_is_no_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "")
    with pytest.raises(VaultError, match="is empty"):
        get_passphrase(lambda: "typed")


def test_a_person_is_asked_once() -> None:
    asked = []
    passphrase = asked_once(lambda: asked.append(1) or "typed")
    assert (passphrase(), passphrase(), asked) == ("typed", "typed", [1])
