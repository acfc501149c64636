"""A family changes its mind: one pseudonym in the map, every output again."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from docx import Document
from review_runs import Redact, ReviewRun
from word_packages import paragraphs

from redactor.pseudonyms.schema import MapEntity
from tests.maps import load_map, save_map

NAMES = ("overview", "imr-gp", "imr-police")
"""The documents of the fixture."""


def renamed(path: Path, old: str, new: str) -> None:
    names = load_map(path)
    entry = next(entry for entry in names.entities if entry.pseudonym == old)
    changed = MapEntity.model_validate({**dict(entry), "pseudonym": new})
    save_map(names.with_entities([changed]), path)


@pytest.mark.usefixtures("_knowing_area_a")
def test_exactly_the_mentions_of_that_pseudonym_change(
    mapped: ReviewRun, tmp_path: Path, redact: Redact
):
    for folder in (mapped.source, mapped.output):
        shutil.copytree(folder, tmp_path / folder.name)
    shutil.copy(mapped.map, tmp_path / "map.yaml")
    shutil.copy(mapped.map.with_suffix(".record.json"), tmp_path / "map.record.json")
    before = {name: _lines(tmp_path / mapped.output.name / f"{name}.docx") for name in NAMES}
    renamed(tmp_path / "map.yaml", "Connie Smith", "Beatrix Smith")
    result = redact("apply", "--all", "--map", "map.yaml")
    assert result.exit_code == 0, result.output
    changed = 0
    for name in NAMES:
        after = _lines(tmp_path / mapped.output.name / f"{name}.docx")
        expected = [_with_beatrix(line) for line in before[name]]
        assert after == expected
        changed += sum(one != other for one, other in zip(before[name], after, strict=True))
    assert changed > 100


def _lines(path: Path) -> list[str]:
    return paragraphs(path.read_bytes())


def _with_beatrix(line: str) -> str:
    """What the new name makes of a published line: only whole words, and the initials."""
    line = re.sub(r"\bConnie\b", "Beatrix", line)
    line = re.sub(r"\bCONNIE\b", "BEATRIX", line)
    line = re.sub(r"\bCS\b", "BS", line)
    return re.sub(r"\bC\.(?=\s?S(?:\b|mith))", "B.", line)


def test_a_source_that_is_gone_leaves_its_output(tmp_path: Path, redact: Redact):
    draft = Document()
    draft.add_paragraph("Nothing of anybody.")
    draft.save(str(tmp_path / "draft.docx"))
    assert redact("draft.docx", "--review", "r", "--no-input").exit_code == 0
    (tmp_path / "draft.docx").unlink()
    before = (tmp_path / "draft.redacted.docx").read_bytes()
    result = redact("apply", "--all", "--review", "r")
    assert result.exit_code == 3
    assert "its source is not there any more" in result.stderr
    assert (tmp_path / "draft.redacted.docx").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ((), "Give --all"),
        (("--all",), "Which review?"),
        (("--all", "--review", "r"), "No run of this review is on record"),
        (("other.docx", "--review", "r"), "No run of this review is on record"),
    ],
)
def test_nothing_to_do_is_said(
    tmp_path: Path, redact: Redact, arguments: tuple[str, ...], problem: str
):
    (tmp_path / "pseudonym_maps").mkdir()
    (tmp_path / "pseudonym_maps" / "r.yaml").write_text("review: r\n", encoding="utf-8")
    result = redact("apply", *arguments)
    assert (result.exit_code, problem in result.stderr) == (2, True)
