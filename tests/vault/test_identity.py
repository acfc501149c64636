from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from test_sealing import ARMOURED
from vault_scenarios import ANNA, ANNAS, BEN

from redactor.vault.errors import VaultError, WrongPassphrase
from redactor.vault.identity import backup_to, key_path, own_identity, restore_from, secrets_aside
from redactor.vault.sealing import is_passphrase_sealed, seal, unseal

posix = pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
PROJECT = Path(__file__).parents[2]


def never() -> str:
    raise AssertionError("nobody was to be asked")


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    path.chmod(0o600)
    return path


def test_a_key_is_made_when_that_is_asked_for(key_file: Path) -> None:
    with pytest.raises(VaultError, match=r"there is no key here; `redact key show` makes one"):
        own_identity()
    assert not key_file.parent.exists()
    made = own_identity(create=True)
    again = own_identity(create=True)
    assert (made.made_now, again.made_now) == (True, False)
    assert made.secrets == again.secrets
    assert made.secrets[0] not in repr((made, made.keys()))
    created, public, secret = key_file.read_text().splitlines()
    assert created.startswith("# created: 20")
    assert public == f"# public key: {made.public_key}"
    assert (secret,) == made.secrets
    assert [path.name for path in key_file.parent.iterdir()] == ["key.txt"]


@posix
def test_a_key_is_for_one_user(key_file: Path) -> None:
    own_identity(create=True)
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(key_file.parent.stat().st_mode) == 0o700
    key_file.chmod(0o640)
    with pytest.raises(VaultError, match=f"run `chmod 600 {key_file}`"):
        own_identity()


def test_two_that_make_a_key_at_once_agree(key_file: Path) -> None:
    code = (
        "import sys; from redactor.vault.identity import own_identity; print('ready', flush=True); "
        "sys.stdin.readline(); own = own_identity(create=True); print(own.public_key, own.made_now)"
    )
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        for _ in range(3)
    ]
    for racer in racers:
        racer.stdout.readline()
    for racer in racers:
        racer.stdin.write("\n")
        racer.stdin.flush()
    said = [racer.communicate()[0].split() for racer in racers]
    assert len({public_key for public_key, _ in said}) == 1
    assert sorted(made for _, made in said) == ["False", "False", "True"]


def test_the_key_lies_in_the_settings_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REDACT_KEY_FILE", raising=False)
    assert key_path().name == "key.txt"
    assert key_path().parent.name == "redactor"


def test_all_keys_of_a_file_are_tried(key_file: Path) -> None:
    put(key_file, f"\ufeff# two\n\n{BEN.secrets[0]}\r\n  {ANNA.secrets[0]}\n")
    own = own_identity()
    assert own.public_key == BEN.public_keys[0]
    assert unseal(seal(b"A", ANNAS), own.keys()) == b"A"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "there is no key in it"),
        ("# public key: age1\n", "there is no key in it"),
        (ANNA.secrets[0][:-1] + "\n", "line 1 is no secret key"),
        (f"{ANNA.secrets[0]}\nAGE-PLUGIN-YUBIKEY-1XYZ\n", "line 2 is no secret key"),
        (ANNA.public_keys[0], "line 1 is no secret key"),
        ("x" * 70_000, "too large"),
        (ARMOURED.decode(), "is sealed by a passphrase"),
    ],
)
def test_a_file_that_is_no_key(key_file: Path, text: str, problem: str) -> None:
    put(key_file, text)
    with pytest.raises(VaultError, match=problem) as caught:
        own_identity(create=True)
    assert "AGE-" not in str(caught.value)
    assert str(caught.value).startswith(f"{key_file}: ")
    assert key_file.read_text() == text


def test_a_backup_comes_back(key_file: Path, tmp_path: Path) -> None:
    own = own_identity(create=True)
    backup = tmp_path / "stick.txt"
    assert backup_to(backup, None) == own_identity()
    if os.name == "posix":
        assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    with pytest.raises(VaultError, match="exists already; a backup replaces nothing"):
        backup_to(backup, None)
    key_file.unlink()
    assert restore_from(backup, never).secrets == own.secrets
    # The same key again is no change, and needs no force.
    assert restore_from(backup, never).secrets == own.secrets
    assert [path.name for path in key_file.parent.iterdir() if "old" in path.name] == []


@pytest.mark.usefixtures("quick_passphrases")
def test_a_sealed_backup_comes_back(key_file: Path, tmp_path: Path) -> None:
    own = own_identity(create=True)
    backup_to(tmp_path / "stick.age", "correct horse")
    assert own.secrets[0].encode() not in (tmp_path / "stick.age").read_bytes()
    assert is_passphrase_sealed((tmp_path / "stick.age").read_bytes())
    key_file.unlink()
    with pytest.raises(WrongPassphrase, match=r"stick\.age: this passphrase"):
        restore_from(tmp_path / "stick.age", lambda: "wrong horse")
    assert not key_file.exists()
    assert restore_from(tmp_path / "stick.age", lambda: "correct horse").secrets == own.secrets


def test_a_backup_of_another_program_comes_back(key_file: Path, tmp_path: Path) -> None:
    (tmp_path / "stick.age").write_bytes(ARMOURED)
    own = restore_from(tmp_path / "stick.age", lambda: "correct horse")
    assert own.public_key.startswith("age17gesq")


def test_another_key_gives_way_only_to_force(key_file: Path, tmp_path: Path) -> None:
    backup = put(tmp_path / "stick.txt", BEN.secrets[0])
    put(key_file, ANNA.secrets[0])
    with pytest.raises(VaultError, match="another key is here already"):
        restore_from(backup, never)
    assert own_identity().secrets == ANNA.secrets
    assert restore_from(backup, never, force=True).secrets == BEN.secrets
    put(key_file, "broken")
    assert restore_from(backup, never, force=True).secrets == BEN.secrets
    kept = {path.name: path.read_text() for path in key_file.parent.glob("key.txt.old-*")}
    assert kept == {"key.txt.old-1": ANNA.secrets[0], "key.txt.old-2": "broken"}
    # What was sealed to the key before opens still; what is no key hinders nothing.
    assert secrets_aside() == ANNA.secrets


@pytest.mark.parametrize("text", ["", "not a key\n"])
def test_a_backup_that_holds_no_key(key_file: Path, tmp_path: Path, text: str) -> None:
    put(key_file, ANNA.secrets[0])
    with pytest.raises(VaultError, match=r"stick\.txt: "):
        restore_from(put(tmp_path / "stick.txt", text), never, force=True)
    with pytest.raises(VaultError, match=r"missing\.txt: "):
        restore_from(tmp_path / "missing.txt", never, force=True)
    assert own_identity().secrets == ANNA.secrets
