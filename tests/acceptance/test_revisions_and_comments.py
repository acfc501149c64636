"""Tracked changes and comments: accepted and dropped, kept and anonymised, exported first."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import docx
import pytest
from lxml import etree
from review_runs import Redact
from word_packages import W, draft, members, zipped

MAP = """\
review: case
entities:
  - {real: Danielle Hargreaves, pseudonym: Connie Smith}
  - {real: Margaret Quayle, pseudonym: Officer B, type: professional}
"""


@pytest.fixture
def reviewed(tmp_path: Path) -> Path:
    """A draft with an insertion, a deletion and a comment, all by somebody with a name."""
    (tmp_path / "map.yaml").write_text(MAP)
    path = tmp_path / "draft.docx"
    document = docx.Document()
    paragraph = document.add_paragraph("Danielle Hargreaves rang.")
    document.add_comment(
        paragraph.runs,
        text="Did Danielle Hargreaves ring?",
        author="Margaret Quayle",
        initials="MQ",
    )
    document.save(str(path))
    parts = members(path.read_bytes())
    story = parts["word/document.xml"].decode()
    revisions = (
        '<w:p><w:ins w:id="91" w:author="Margaret Quayle" w:date="2024-01-01T00:00:00Z"><w:r>'
        "<w:t>New words.</w:t></w:r></w:ins>"
        '<w:del w:id="92" w:author="Margaret Quayle"><w:r>'
        "<w:delText>Danielle Hargreaves wept.</w:delText></w:r></w:del></w:p>"
    )
    at = story.index("<w:sectPr")
    parts["word/document.xml"] = (story[:at] + revisions + story[at:]).encode()
    path.write_bytes(zipped(parts))
    return path


def everything(path: Path) -> str:
    return "".join(part.decode("utf-8", "replace") for part in members(path.read_bytes()).values())


@pytest.mark.usefixtures("reviewed")
def test_a_publication_copy_has_neither(redact: Redact, tmp_path: Path) -> None:
    result = redact("draft.docx", "--map", "map.yaml", "--no-input", "-o", "out.docx")
    assert result.exit_code == 0, result.stderr
    text = everything(tmp_path / "out.docx")
    assert "New words." in text
    for gone in ("Margaret", "Quayle", "wept", "ring?", "comments", "<w:ins ", "<w:del "):
        assert gone not in text, gone
    assert "comments" in result.stdout
    assert "tracked deletions" in result.stdout


@pytest.mark.usefixtures("reviewed")
def test_kept_they_are_anonymised(redact: Redact, tmp_path: Path) -> None:
    options = ("--map", "map.yaml", "--no-input", "--keep-revisions", "-o", "out.docx")
    result = redact("draft.docx", *options)
    assert result.exit_code == 0, result.stderr
    root = etree.fromstring(members((tmp_path / "out.docx").read_bytes())["word/document.xml"])
    (deleted,) = root.iter(W + "del")
    assert deleted.get(W + "author") == "Author 1"
    assert "".join(deleted.itertext()) == "Connie Smith wept."
    text = everything(tmp_path / "out.docx")
    assert "Did Connie Smith ring?" in text
    for gone in ("Margaret", "Quayle", "Danielle", "Hargreaves", "MQ", "2024-01-01"):
        assert gone not in text, gone


@pytest.mark.usefixtures("reviewed")
def test_comments_are_exported_beside_the_map(redact: Redact, tmp_path: Path) -> None:
    options = ("--map", "map.yaml", "--no-input", "--export-comments", "-o", "out.docx")
    assert redact("draft.docx", *options).exit_code == 0
    exported = (tmp_path / "map.comments.csv").read_bytes().decode("utf-8-sig")
    header, row = csv.reader(io.StringIO(exported))
    told = dict(zip(header, row, strict=True))
    assert told["Author"] == "Margaret Quayle"
    assert told["About"] == "Danielle Hargreaves rang."
    assert told["Comment"] == "Did Danielle Hargreaves ring?"
    again = redact("draft.docx", *options[:-1], "other.docx")
    assert again.exit_code == 2
    assert "map.comments.csv: exists already" in again.stderr


def test_a_comment_cannot_be_a_formula(redact: Redact, tmp_path: Path) -> None:
    path = draft(tmp_path / "draft.docx", ["Nothing."])
    document = docx.Document(str(path))
    document.add_comment(document.paragraphs[0].runs, text="=1+1", author="A")
    document.save(str(path))
    assert redact("draft.docx", "--no-input", "--export-comments").exit_code == 0
    (exported,) = (tmp_path / "pseudonym_maps").glob("*.comments.csv")
    assert "'=1+1" in exported.read_text(encoding="utf-8-sig")
