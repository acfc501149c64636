"""``redact check``: what it says of finished files, with and without the record of the run."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import docx
import pytest
from review_runs import Redact
from word_packages import draft, members, zipped

MAP = """\
review: case
entities:
  - {real: Danielle Hargreaves, pseudonym: Connie Smith, aliases: [Danni]}
  - {real: Hope Marchbank, pseudonym: Holly Jones}
keep:
  - {text: Grace Road, reason: a street far away}
"""
TEXTS = (
    "Danielle Hargreaves met Hope Marchbank in Grace Road.",
    "Hope said that there was no hope left.",
    "Danni rang on 07700 900123 and left no other number.",
)
REAL = ("Danielle", "Hargreaves", "Danni", "Hope", "Marchbank", "900123")


@pytest.fixture
def finished(redact: Redact, tmp_path: Path) -> Path:
    """A run's result, with its map and its record."""
    (tmp_path / "map.yaml").write_text(MAP)
    draft(tmp_path / "draft.docx", TEXTS)
    result = redact("draft.docx", "--map", "map.yaml", "--no-input", "-o", "out.docx")
    assert result.exit_code in {0, 4}, result.stderr
    return tmp_path / "out.docx"


def with_paragraph(path: Path, text: str) -> None:
    """Somebody opens the finished file and types."""
    document = docx.Document(str(path))
    document.paragraphs[-1].add_run(f" {text}")
    document.save(str(path))


def test_a_result_is_clean(redact: Redact, finished: Path) -> None:
    result = redact("check", "out.docx", "--map", "map.yaml")
    assert result.exit_code == 0, result.stdout
    assert "No known identifier remains in the parts inspected." in result.stderr
    assert "anonymous" not in result.stdout + result.stderr


def test_the_draft_is_not(redact: Redact, finished: Path) -> None:
    result = redact("check", "draft.docx", "--map", "map.yaml")
    assert result.exit_code == 5
    assert not [name for name in REAL if name in result.stdout + result.stderr]


@pytest.mark.parametrize(
    ("added", "code"),
    [
        ("Nothing new.", 0),
        ("There is hope.", 0),
        ("Hope said so.", 5),
        ("Danielle rang.", 5),
        ("Ask DANNI\u200b.", 5),
        ("Call 07700900123.", 5),
    ],
)
def test_what_is_typed_into_a_result_is_checked(
    redact: Redact, finished: Path, added: str, code: int
) -> None:
    with_paragraph(finished, added)
    result = redact("check", "out.docx", "--map", "map.yaml")
    assert result.exit_code == code, result.stdout


def test_a_result_under_another_name_is_known_by_its_bytes(
    redact: Redact, finished: Path, tmp_path: Path
) -> None:
    (tmp_path / "published.docx").write_bytes(finished.read_bytes())
    assert redact("check", "published.docx", "--map", "map.yaml").exit_code == 0


def test_a_name_in_the_file_s_name_is_a_leak(
    redact: Redact, finished: Path, tmp_path: Path
) -> None:
    (tmp_path / "Hargreaves.docx").write_bytes(finished.read_bytes())
    result = redact("check", "Hargreaves.docx", "--map", "map.yaml", "--format", "json")
    assert result.exit_code == 5
    assert "Hargreaves" not in result.stdout


@pytest.mark.parametrize(
    ("member", "content"),
    [
        ("word/vbaProject.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("x.pdf", b"%PDF-1.4"),
    ],
)
def test_what_cannot_be_read_is_never_all_well(
    redact: Redact, finished: Path, member: str, content: bytes
) -> None:
    finished.write_bytes(zipped(members(finished.read_bytes()) | {member: content}))
    result = redact("check", "out.docx", "--map", "map.yaml")
    assert result.exit_code == 3
    assert member in result.stdout


def test_an_encrypted_member_is_not_inspected(redact: Redact, finished: Path) -> None:
    content = bytearray(finished.read_bytes())
    at = content.rindex(b"PK\x01\x02")
    content[at + 8] |= 1
    with zipfile.ZipFile(finished) as package:
        local = package.infolist()[-1].header_offset
    content[local + 6] |= 1
    finished.write_bytes(bytes(content))
    assert redact("check", "out.docx", "--map", "map.yaml").exit_code == 3


@pytest.mark.parametrize("content", [b"", b"Danielle Hargreaves", b"PK\x03\x04broken"])
def test_what_is_no_package_is_exit_3(redact: Redact, finished: Path, content: bytes) -> None:
    finished.write_bytes(content)
    result = redact("check", "out.docx", "--map", "map.yaml", "-q")
    assert result.exit_code == 3
    assert result.stderr.startswith("out.docx: ")
    assert "Danielle" not in result.stderr


def test_a_folder_is_checked_with_its_review_s_map(redact: Redact, tmp_path: Path) -> None:
    (tmp_path / "case").mkdir()
    draft(tmp_path / "case" / "one.docx", ["Danielle Hargreaves rang."])
    assert redact("case", "--no-input").exit_code == 0
    assert redact("check", "case.redacted").exit_code == 0
    assert redact("check", "case").exit_code == 5


def test_a_damaged_file_does_not_hide_a_leak_in_another(
    redact: Redact, finished: Path, tmp_path: Path
) -> None:
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04")
    both = redact("check", "broken.docx", "out.docx", "--map", "map.yaml")
    assert both.exit_code == 3
    assert "not inspected: at broken.docx" in both.stdout
    assert redact("check", "broken.docx", "draft.docx", "--map", "map.yaml").exit_code == 5


@pytest.mark.parametrize("name", ["map.yaml", "out.docx", "map.record.json", "report"])
def test_a_report_replaces_nothing_else(redact: Redact, finished: Path, name: str) -> None:
    options = ("--map", "map.yaml", "--report", name, "--force")
    for command in (("check", "out.docx"), ("draft.docx", "-o", "new.docx")):
        result = redact(*command, *options)
        assert result.exit_code == 2
        assert "must end in .json" in result.stderr


def test_equal_names_in_two_folders_have_a_record_each(redact: Redact, tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(MAP)
    for folder, text in (("gp", TEXTS[0]), ("police", "Hope Marchbank rang. There was hope.")):
        (tmp_path / "case" / folder).mkdir(parents=True)
        draft(tmp_path / "case" / folder / "imr.docx", [text])
    assert redact("case", "--map", "map.yaml", "--no-input").exit_code in {0, 4}
    files = json.loads((tmp_path / "map.record.json").read_text(encoding="utf-8"))["files"]
    assert list(files) == ["gp/imr.docx", "police/imr.docx"]
    assert redact("check", "case.redacted", "--map", "map.yaml").exit_code == 0


def test_without_a_map_nothing_is_said(redact: Redact, finished: Path) -> None:
    result = redact("check", "out.docx", "--map", "none.yaml")
    assert result.exit_code == 2
    assert redact("check", "nothing.docx", "--map", "map.yaml").exit_code == 2


@pytest.mark.parametrize("command", [("check", "out.docx"), ("draft.docx", "-o", "new.docx")])
def test_a_report_tells_everything_but_names(
    redact: Redact, finished: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    options = ("--map", "map.yaml", "--report", "report.json", "-q")
    assert redact(*command, *options).exit_code in {0, 4}
    text = (tmp_path / "report.json").read_text(encoding="utf-8")
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    report = json.loads(text)
    assert report["verdict"] == "No known identifier remains in the parts inspected."
    (file,) = report["files"]
    assert {part["part"] for part in file["inspected"]} >= {"word/document.xml", "_rels/.rels"}
    assert report["verdict"] in page
    assert file["sha256"] in page
    assert not [name for name in REAL if name in text + page]
    assert "anonymous" not in page
    before = (tmp_path / "report.json").read_bytes()
    assert redact(*command, *options).exit_code == 2
    assert (tmp_path / "report.json").read_bytes() == before


def test_the_record_lies_beside_the_map_and_is_the_same_each_time(
    redact: Redact, finished: Path, tmp_path: Path
) -> None:
    record = (tmp_path / "map.record.json").read_bytes()
    again = redact("draft.docx", "--map", "map.yaml", "--no-input", "-o", "out.docx", "--force")
    assert again.exit_code in {0, 4}
    assert (tmp_path / "map.record.json").read_bytes() == record


def test_a_damaged_record_is_said_without_a_name(
    redact: Redact, finished: Path, tmp_path: Path
) -> None:
    (tmp_path / "map.record.json").write_text('{"schema": 1, "sought": [["name", "Danielle"')
    result = redact("check", "out.docx", "--map", "map.yaml")
    assert result.exit_code == 2
    assert "map.record.json" in result.stderr
    assert "Danielle" not in result.stderr
