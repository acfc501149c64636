"""The same map gives the same bytes, and what is not edited is not touched."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import docx
import pytest
from lxml import etree
from review_runs import Redact, ReviewRun
from word_packages import W, draft, members, tree

DOCUMENTS = ("imr-gp.docx", "imr-police.docx", "overview.docx")
TEXT = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(?:br|tab|noBreakHyphen|softHyphen)/>")
STORY = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
REVISION_ID = re.compile(rb' w:rsid\w*="[^"]*"')
BOOKMARK = re.compile(rb"_Edit\d+|bookmark\d+")
NAMED = "Ms Danielle Hargreaves rang the police on 3 March 2017."


def paragraph_ends(part: bytes) -> list[bytes]:
    """The raw XML of a part, cut after each paragraph.

    A copy has neither revision ids nor the bookmarks' own names.
    """
    return re.split(rb"(?<=</w:p>)", BOOKMARK.sub(b"bookmark", REVISION_ID.sub(b"", part)))


@pytest.mark.usefixtures("_knowing_area_a")
def test_a_second_run_gives_the_same_bytes(
    unmapped: ReviewRun, redact: Redact, tmp_path: Path
) -> None:
    shutil.copytree(unmapped.source, tmp_path / "case")
    shutil.copy(unmapped.map, tmp_path / "map.yaml.age")
    names = (tmp_path / "map.yaml.age").read_bytes()
    result = redact("case", "--map", "map.yaml.age", "--no-input")
    assert result.exit_code == unmapped.result.exit_code
    assert tree(tmp_path / "case.redacted") == tree(unmapped.output)
    assert (tmp_path / "map.yaml.age").read_bytes() == names


def test_the_originals_are_untouched(area_a: Path, mapped: ReviewRun, unmapped: ReviewRun) -> None:
    originals = {path.name: path.read_bytes() for path in area_a.glob("*.docx")}
    assert tree(mapped.source) == originals
    assert tree(unmapped.source) == originals


def test_an_output_is_not_overwritten_unless_forced(redact: Redact, tmp_path: Path) -> None:
    draft(tmp_path / "draft.docx", [NAMED])
    assert redact("draft.docx", "--no-input").exit_code in {0, 4}
    output = tmp_path / "draft.redacted.docx"
    written = output.read_bytes()
    output.write_bytes(b"precious")
    before = tree(tmp_path)
    refused = redact("draft.docx", "--no-input")
    assert refused.exit_code == 2
    assert "draft.redacted.docx: exists already" in refused.stderr
    assert tree(tmp_path) == before
    assert redact("draft.docx", "--no-input", "--force").exit_code in {0, 4}
    assert output.read_bytes() == written


def test_a_copy_of_a_copy_without_names_has_every_part_equal(
    redact: Redact, tmp_path: Path
) -> None:
    draft(tmp_path / "draft.docx", ["The panel met twice.", "It learned a lesson."])
    assert redact("draft.docx", "--no-input", "-o", "first.docx").exit_code == 0
    assert redact("first.docx", "--no-input", "-o", "second.docx").exit_code == 0
    first, second = ((tmp_path / f"{name}.docx").read_bytes() for name in ("first", "second"))
    assert first == second


@pytest.mark.parametrize("name", DOCUMENTS)
def test_word_users_can_open_the_output(mapped: ReviewRun, name: str) -> None:
    before, after = (docx.Document(str(f / name)) for f in (mapped.source, mapped.output))
    assert len(after.paragraphs) == len(before.paragraphs)
    assert [p.style.name for p in after.paragraphs] == [p.style.name for p in before.paragraphs]
    assert len(after.tables) == len(before.tables)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_unedited_paragraphs_keep_every_byte(mapped: ReviewRun, name: str) -> None:
    before, after = (members((f / name).read_bytes()) for f in (mapped.source, mapped.output))
    stories = [part for part in before if STORY.fullmatch(part)]
    assert [part for part in after if STORY.fullmatch(part)] == stories
    edited = unedited = 0
    for part in stories:
        old, new = paragraph_ends(before[part]), paragraph_ends(after[part])
        assert len(old) == len(new), part
        for was, now in zip(old, new, strict=True):
            if b"".join(TEXT.findall(was)) == b"".join(TEXT.findall(now)):
                unedited += 1
                assert was == now, part
            else:
                edited += 1
    assert min(edited, unedited) > 30


@pytest.mark.parametrize("name", DOCUMENTS)
def test_formatting_stays(mapped: ReviewRun, name: str) -> None:
    before, after = (members((f / name).read_bytes()) for f in (mapped.source, mapped.output))
    for part in before:
        if STORY.fullmatch(part):
            assert properties(after[part]) == properties(before[part]), part


def properties(part: bytes) -> list[bytes]:
    """The paragraph, run, table and section properties of a part, in order."""
    root = etree.fromstring(REVISION_ID.sub(b"", part))
    kinds = (W + "pPr", W + "rPr", W + "tblPr", W + "tcPr", W + "sectPr")
    return [etree.tostring(element, with_tail=False) for element in root.iter(*kinds)]
