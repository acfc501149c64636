"""Who can open a map: ``redact map init``, ``lock``, ``unlock``, ``share``, ``unshare``, ``rekey``.

All through the command line, with a run on record before. Anna and Ben have a key each.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest
from fake_pipeline import KEPT, REAL, Redact
from people import Account, account
from typer.testing import Result

from redactor.batch.record import read_record, record_path
from redactor.cli.map import resealing
from redactor.cli.maps import choose_map
from redactor.vault.entries import Change
from redactor.vault.errors import VaultError
from redactor.vault.history import log, version, versions
from redactor.vault.places import twin
from redactor.vault.relocking import relock
from redactor.vault.sealing import Keys, ToRecipients, is_passphrase_sealed, new_secret
from redactor.vault.store import read
from tests.vault.stand_in import stand_in_for_passphrases

PASSPHRASE = "correct horse"
WHEN = "2026-11-26T12:00:00Z"

As = Callable[..., Result]


@pytest.fixture
def anna(tmp_path: Path) -> Account:
    return account("Anna", tmp_path / "accounts")


@pytest.fixture
def ben(tmp_path: Path) -> Account:
    return account("Ben", tmp_path / "accounts")


@pytest.fixture
def run_as(redact: Redact) -> As:
    """``run_as(anna, "map", "share", key)``, in the review "harbour"."""

    def run(who: Account, *args: str, typed: str | None = None) -> Result:
        with who.at_work():
            return redact(*args, "--review", "harbour", typed=typed)

    return run


@pytest.fixture
def by_passphrase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The passphrase is in a file, and takes no time."""
    stand_in_for_passphrases(monkeypatch.setattr)
    file = tmp_path / "accounts" / "passphrase.txt"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    monkeypatch.setenv("REDACT_PASSPHRASE_FILE", str(file))
    return PASSPHRASE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pseudonym_maps" / "harbour.yaml.age"


@pytest.fixture
def sealed(run_as: As, anna: Account, draft: Path, path: Path) -> Path:
    """Anna's map after a run, with its record."""
    assert run_as(anna, "run", str(draft), "--no-input").exit_code == 4
    assert record_path(path).exists()
    return path


@pytest.fixture
def plain(sealed: Path, run_as: As, anna: Account) -> Path:
    assert said(run_as(anna, "map", "unlock"))
    return twin(sealed)


def said(result: Result) -> str:
    assert result.exit_code == 0, result.output
    assert not [name for name in (REAL, KEPT, "Grace") if name in result.output]
    return result.stderr


def refused(result: Result) -> str:
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    return line


def opens(path: Path, keys: Keys) -> bool:
    """Whether `keys` open the map, all its history and its record; all or nothing."""
    results = {
        _opens(lambda: read(path, keys)),
        _opens(lambda: read_record(record_path(path), keys)),
        _opens(lambda: [version(path, number, keys) for number in versions(path)]),
        _opens(lambda: log(path, keys)),
    }
    assert len(results) == 1
    return results.pop()


def _opens(what: Callable[[], object]) -> bool:
    try:
        what()
    except VaultError:
        return False
    return True


def beside(path: Path) -> list[str]:
    """The files of the map and its record that are there."""
    return sorted(p.name for p in path.parent.glob("harbour.*") if p.is_file())


def still_works(run_as: As, who: Account, draft: Path) -> None:
    """The run is on record: its result can be written again, and what was sought in it is known."""
    result = draft.with_name("draft.redacted.docx")
    before = result.read_bytes()
    again = run_as(who, "apply", "--all")
    assert again.exit_code == 4, again.output
    assert result.read_bytes() == before
    with who.at_work():
        record = choose_map(Path(), "harbour", None).read_record()
    assert [one.text for one in record.sought(result.name, before)] == [REAL]


SEALED = ["harbour.record.json.age", "harbour.yaml.age"]
PLAIN = ["harbour.record.json", "harbour.yaml"]


# ---- init ------------------------------------------------------------------------------------


def test_a_new_map_is_encrypted_and_has_its_policy(run_as: As, anna: Account, path: Path) -> None:
    assert f"Made: {path.relative_to(path.parents[1])}" in said(run_as(anna, "map", "init"))
    assert anna.map_at(path).policy == "dhr"
    assert read(path, anna.keys).lock == ToRecipients((anna.public_key,))
    assert (path.parent / ".gitignore").exists()


def test_another_policy(run_as: As, anna: Account, path: Path) -> None:
    assert said(run_as(anna, "map", "init", "--policy", "sar", "-q")) == ""
    assert anna.map_at(path).policy == "sar"


def test_a_policy_of_ones_own_lies_beside_the_map(run_as: As, anna: Account, path: Path) -> None:
    path.parent.mkdir()
    (path.parent / "own.yaml").write_text(
        "policy: own\nkeep:\n  - {text: Clare's Law, reason: a law}\n", encoding="utf-8"
    )
    said(run_as(anna, "map", "init", "--policy", "own.yaml"))
    assert [entry.text for entry in anna.map_at(path).keep] == ["Clare's Law"]


@pytest.mark.parametrize(
    ("policy", "says"),
    [("dvr", "There is no policy “dvr”"), ("own.yaml", "own.yaml: the policy is not there")],
)
def test_an_unknown_policy_makes_no_map(
    run_as: As, anna: Account, path: Path, policy: str, says: str
) -> None:
    assert says in refused(run_as(anna, "map", "init", "--policy", policy))
    assert not path.exists()


def test_a_map_by_a_passphrase_needs_no_key(
    redact: Redact, tmp_path: Path, by_passphrase: str, path: Path
) -> None:
    nobody = Account("Cara", tmp_path / "nowhere" / "key.txt")
    with nobody.at_work():
        assert "key" not in said(redact("map", "init", "--review", "harbour", "--passphrase"))
        assert is_passphrase_sealed(path.read_bytes())
        said(redact("map", "add", "Ann Pike", "--review", "harbour"))
        assert "Ann" not in said(redact("map", "history", "--review", "harbour"))
    assert not nobody.key_file.exists()
    assert not opens_at_all(path, Keys())
    assert opens_at_all(path, Keys(passphrase=lambda: by_passphrase))


def opens_at_all(path: Path, keys: Keys) -> bool:
    return _opens(lambda: read(path, keys))


def test_a_second_map_is_refused(run_as: As, anna: Account, sealed: Path) -> None:
    before = sealed.read_bytes()
    assert "has a map already" in refused(run_as(anna, "map", "init"))
    assert sealed.read_bytes() == before
    said(run_as(anna, "map", "unlock"))
    assert "has a map already" in refused(run_as(anna, "map", "init"))


# ---- lock and unlock -------------------------------------------------------------------------


def test_unlocking_makes_plain_files(
    plain: Path, run_as: As, anna: Account, ben: Account, draft: Path
) -> None:
    assert beside(plain) == PLAIN
    assert REAL in plain.read_text(encoding="utf-8")
    assert opens(plain, anna.keys)
    assert not _opens(lambda: log(plain, ben.keys))
    still_works(run_as, anna, draft)
    assert beside(plain) == PLAIN
    assert "is not encrypted" in refused(run_as(anna, "map", "unlock"))


def test_locking_leaves_nothing_in_plain_text(
    plain: Path, sealed: Path, run_as: As, anna: Account, ben: Account, draft: Path
) -> None:
    result = run_as(anna, "map", "lock")
    assert said(result).startswith("Encrypted: pseudonym_maps/harbour.yaml.age.")
    assert beside(sealed) == SEALED
    assert opens(sealed, anna.keys)
    assert not opens(sealed, ben.keys)
    everything = [p.read_bytes() for p in sealed.parent.rglob("*") if p.is_file()]
    assert not [content for content in everything if REAL.encode() in content]
    still_works(run_as, anna, draft)
    assert "is encrypted already" in refused(run_as(anna, "map", "lock"))


def test_locking_to_those_whom_the_map_lists(
    plain: Path, sealed: Path, run_as: As, anna: Account, ben: Account
) -> None:
    with plain.open("a", encoding="utf-8") as file:
        file.write(f"recipients:\n  - {{key: {ben.public_key}, name: Ben}}\n")
    said(run_as(anna, "map", "lock"))
    assert opens(sealed, ben.keys)
    assert opens(sealed, anna.keys)


def test_locking_by_a_passphrase_and_unlocking(
    plain: Path, sealed: Path, run_as: As, anna: Account, by_passphrase: str, draft: Path
) -> None:
    said(run_as(anna, "map", "lock", "--passphrase"))
    assert beside(sealed) == SEALED
    assert opens(sealed, Keys(passphrase=lambda: by_passphrase))
    assert not opens(sealed, anna.keys)
    still_works(run_as, anna, draft)
    said(run_as(anna, "map", "unlock", "-q"))
    assert beside(plain) == PLAIN


def test_without_a_way_to_a_passphrase_nothing_is_locked(
    plain: Path, run_as: As, anna: Account
) -> None:
    assert "REDACT_PASSPHRASE_FILE" in refused(run_as(anna, "map", "lock", "--passphrase"))
    assert beside(plain) == PLAIN


def test_a_lock_that_fails_leaves_all_as_it_was(
    sealed: Path, run_as: As, anna: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise VaultError(sealed, "cannot be written; the old file is as it was.")

    monkeypatch.setattr(resealing, "relock", fail)
    refused(run_as(anna, "map", "unlock"))
    assert beside(sealed) == SEALED


def test_a_lock_that_was_cut_off_is_finished_by_any_command(
    plain: Path, sealed: Path, run_as: As, anna: Account
) -> None:
    record = record_path(plain).read_bytes()
    said(run_as(anna, "map", "lock"))
    record_path(plain).write_bytes(record)  # as if it had stopped before the last step
    run_as(anna, "map", "show")
    assert beside(sealed) == SEALED
    assert opens(sealed, anna.keys)


def test_a_record_that_only_lies_there_plain_is_not_lost(
    plain: Path, sealed: Path, run_as: As, anna: Account
) -> None:
    record = record_path(plain).read_bytes()
    said(run_as(anna, "map", "lock"))
    record_path(plain).write_bytes(record)
    record_path(sealed).unlink()  # somebody encrypted the map with another program
    run_as(anna, "map", "show")
    assert beside(sealed) == SEALED
    assert read_record(record_path(sealed), anna.keys).files


# ---- share and unshare -----------------------------------------------------------------------


@pytest.fixture
def shared(sealed: Path, run_as: As, anna: Account, ben: Account) -> Path:
    said(run_as(anna, "map", "share", ben.public_key, "--name", "Ben Oduya"))
    return sealed


def test_whom_a_map_is_shared_with_opens_all_of_it(
    shared: Path, run_as: As, anna: Account, ben: Account, draft: Path
) -> None:
    assert opens(shared, anna.keys)
    assert opens(shared, ben.keys)
    for who in (anna, ben):
        assert "Shared with: Anna; Ben Oduya" in run_as(who, "map", "show").stdout
    shown = json.loads(run_as(ben, "map", "show", "--format", "json").stdout)
    assert shown["recipients"] == [
        {"key": anna.public_key, "name": "Anna"},
        {"key": ben.public_key, "name": "Ben Oduya"},
    ]
    still_works(run_as, ben, draft)
    said(run_as(ben, "map", "add", "Dr Rao", "--type", "professional", "--role", "GP"))
    assert opens(shared, anna.keys)
    still_works(run_as, anna, draft)


def test_sharing_again_changes_the_name(
    shared: Path, run_as: As, anna: Account, ben: Account
) -> None:
    said(run_as(anna, "map", "share", ben.public_key, "--name", "Ben"))
    assert [one.name for one in anna.map_at(shared).recipients] == ["Anna", "Ben"]


@pytest.mark.parametrize(
    ("key", "options", "says"),
    [
        ("age1notakey", (), "this is no public key"),
        (new_secret(), (), "this is a secret key"),
        (new_secret().lower(), (), "this is a secret key"),
        ("ssh-ed25519", (), "this is no public key"),
        ("", ("--name", "x" * 300), "is longer than 200 characters"),
    ],
    ids=["no key", "secret", "secret in small letters", "another program's", "long name"],
)
def test_what_is_no_public_key_or_name_is_refused(
    sealed: Path,
    run_as: As,
    anna: Account,
    ben: Account,
    key: str,
    options: tuple[str, ...],
    says: str,
) -> None:
    before = everything(sealed)
    line = refused(run_as(anna, "map", "share", key or ben.public_key, *options))
    assert says in line
    assert key[:20].lower() not in line.lower() or not key
    assert everything(sealed) == before


def everything(path: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in path.parent.rglob("*") if p.is_file()}


def test_only_an_encrypted_map_is_shared(
    plain: Path, run_as: As, anna: Account, ben: Account, by_passphrase: str
) -> None:
    result = run_as(anna, "map", "share", ben.public_key)
    assert result.exit_code == 2
    assert "run `redact map lock` first" in result.stderr
    said(run_as(anna, "map", "lock", "--passphrase"))
    assert "is encrypted by a passphrase" in refused(run_as(anna, "map", "share", ben.public_key))


def test_who_is_let_in_no_longer(
    shared: Path, run_as: As, anna: Account, ben: Account, draft: Path
) -> None:
    assert "may have kept a copy" in said(run_as(anna, "map", "unshare", ben.public_key))
    assert opens(shared, anna.keys)
    assert not opens(shared, ben.keys)
    assert anna.map_at(shared).recipients == ()
    still_works(run_as, anna, draft)
    line = refused(run_as(ben, "map", "show"))
    assert f"redact map share {ben.public_key}" in line


def test_an_unshare_that_was_cut_off_is_finished_by_the_next(
    shared: Path, run_as: As, anna: Account, ben: Account
) -> None:
    change = Change(WHEN, "Anna", ("the map is shared with one less",))
    relock(shared, ToRecipients((anna.public_key,)), keys=anna.keys, change=change)
    assert _opens(lambda: read_record(record_path(shared), ben.keys))
    assert anna.map_at(shared).recipients
    said(run_as(anna, "map", "unshare", ben.public_key))
    assert not opens(shared, ben.keys)
    assert anna.map_at(shared).recipients == ()


def test_nobody_shuts_herself_out(shared: Path, run_as: As, anna: Account, ben: Account) -> None:
    before = everything(shared)
    assert "your own key is not among" in refused(run_as(ben, "map", "unshare", ben.public_key))
    assert everything(shared) == before
    said(run_as(ben, "map", "unshare", anna.public_key))
    assert "nobody can open is of no use" in refused(run_as(ben, "map", "unshare", ben.public_key))
    assert opens(shared, ben.keys)


@pytest.mark.parametrize("by", ["rekey", "unlock", "passphrase"])
def test_whoever_seals_a_shared_map_anew_shuts_nobody_out(
    shared: Path, run_as: As, anna: Account, ben: Account, by_passphrase: str, by: str
) -> None:
    if by == "unlock":
        said(run_as(ben, "map", "unlock"))
        said(run_as(ben, "map", "lock"))
    if by == "passphrase":
        said(run_as(ben, "map", "rekey", "--passphrase"))
    if by != "unlock":
        said(run_as(ben, "map", "rekey"))
    assert opens(shared, ben.keys)
    assert opens(shared, anna.keys)


# ---- rekey -----------------------------------------------------------------------------------


def test_with_another_key_of_ones_own(
    shared: Path, run_as: As, redact: Redact, anna: Account, ben: Account, draft: Path
) -> None:
    old = anna.keys
    backup = anna.key_file.with_name("backup.txt")
    backup.write_text(new_secret() + "\n", encoding="utf-8")
    with anna.at_work():
        assert redact("key", "restore", backup, "--force").exit_code == 0
    assert not opens(shared, anna.keys)
    said(run_as(anna, "map", "rekey"))
    assert opens(shared, anna.keys)
    assert opens(shared, ben.keys)
    assert not opens(shared, old)
    listed = {one.key: one.name for one in anna.map_at(shared).recipients}
    assert listed == {anna.public_key: "Anna", ben.public_key: "Ben Oduya"}
    still_works(run_as, anna, draft)


def test_to_a_passphrase_and_back(
    sealed: Path, run_as: As, anna: Account, by_passphrase: str, draft: Path
) -> None:
    known = Keys(passphrase=lambda: by_passphrase)
    said(run_as(anna, "map", "rekey", "--passphrase"))
    assert opens(sealed, known)
    assert not opens(sealed, anna.keys)
    still_works(run_as, anna, draft)
    said(run_as(anna, "map", "rekey"))
    assert opens(sealed, anna.keys)
    assert not opens(sealed, known)
    still_works(run_as, anna, draft)


def test_a_plain_map_is_not_encrypted_anew(plain: Path, run_as: As, anna: Account) -> None:
    result = run_as(anna, "map", "rekey", "-q")
    assert "is not encrypted; `redact map lock` does that" in refused(result)


# ---- cautions --------------------------------------------------------------------------------

CAUTION = "pseudonym_maps/harbour.yaml is not encrypted; `redact map lock` encrypts it."


@pytest.mark.parametrize(
    "line",
    [
        "run draft.docx --no-input --force",
        "check draft.redacted.docx",
        "apply --all",
        "map show",
        "map add Ann",
        "map check",
        "map export names.csv",
        "map history",
        "map share age1x",
    ],
)
def test_a_plain_map_is_told_of_once(plain: Path, run_as: As, anna: Account, line: str) -> None:
    assert run_as(anna, *line.split()).stderr.splitlines().count(CAUTION) == 1
    assert CAUTION not in run_as(anna, *line.split(), "-q").stderr


def test_also_where_it_is_only_looked_at(plain: Path, redact: Redact, anna: Account) -> None:
    line = ["scan", "draft.docx", "--map", str(plain)]
    with anna.at_work():
        assert "is not encrypted" in redact(*line).stderr
        assert "is not encrypted" not in redact(*line, "-q").stderr


def test_a_map_that_nobody_named_is_not_called_by_its_folder(
    redact: Redact, anna: Account, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Hargreaves"
    folder.mkdir()
    (folder / "draft.docx").write_text("Nothing here.")
    with anna.at_work():
        redact("run", folder / "draft.docx", "--no-input")
        monkeypatch.chdir(tmp_path)
        redact("map", "unlock", "--review", "hargreaves")
        result = redact("run", folder / "draft.docx", "--no-input", "--force")
    assert "The review's map is not encrypted" in result.stderr
    assert "hargreaves" not in result.output.lower()


def sealed_by_another_program(path: Path, *accounts: Account) -> None:
    """The map as ``age -r … -r …`` would leave it: nothing in it says to whom."""
    content = read(path, accounts[0].keys).content
    recipients = [pyrage.x25519.Recipient.from_str(one.public_key) for one in accounts]
    path.write_bytes(pyrage.encrypt(content, recipients))


def test_nobody_is_shut_out_whom_only_another_program_knew(
    sealed: Path, run_as: As, anna: Account, ben: Account, draft: Path
) -> None:
    sealed_by_another_program(sealed, anna, ben)
    before = everything(sealed)
    for line in (
        ("map", "add", "Ann Pike"),
        ("run", str(draft), "--no-input", "--force"),
        ("run", str(draft), "--map-only", "--force"),
    ):
        assert "1 more than redact knows of" in refused(run_as(anna, *line))
    assert everything(sealed) == before
    assert run_as(anna, "map", "show").exit_code == 0
    said(run_as(anna, "map", "share", ben.public_key))
    said(run_as(anna, "map", "add", "Ann Pike", "--pseudonym", "Mia Kay"))
    assert opens(sealed, ben.keys)


def test_or_shut_out_on_purpose(sealed: Path, run_as: As, anna: Account, ben: Account) -> None:
    sealed_by_another_program(sealed, anna, ben)
    said(run_as(anna, "map", "rekey"))
    said(run_as(anna, "map", "add", "Dr Rao", "--type", "professional"))
    assert not opens(sealed, ben.keys)
