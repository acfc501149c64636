"""A review's policy, from ``redact map init --policy`` to the published words."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from review_runs import Redact
from word_packages import paragraphs

from redactor import pipeline
from redactor.pseudonyms.schema import MapEntity, PseudonymMap
from tests.maps import load_map, save_map

DRAFT = (
    "Danielle Hargreaves died in Thanet. Her sister is Lorraine Hargreaves, aged 43.",
    "On 3 March 2016 she was seen by a midwife, Joanna Fletcher.",
    "Joanna Fletcher wrote that \u201cDanielle was frightened\u201d on 17 March 2016.",
)
OWN = """\
policy: own
about: Ours, which differs from dhr in three things.
dates: {events: year}
quotations: plain
ages: keep
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    document = docx.Document()
    for line in DRAFT:
        document.add_paragraph(line)
    path = tmp_path / "draft.docx"
    document.save(str(path))
    return path


def published(draft: Path, redact: Redact, *options: str) -> list[str]:
    result = redact(draft.name, "--no-input", *options)
    assert result.exit_code in (0, 4), result.output
    return paragraphs(draft.with_name("draft.redacted.docx").read_bytes())


def test_the_policy_of_a_safeguarding_adults_review(draft: Path, redact: Redact) -> None:
    assert redact("map", "init", "--review", "new", "--policy", "sar").exit_code == 0
    first, second, third = published(draft, redact, "--review", "new")
    assert "in their early 40s" in first
    assert "In early March 2016 she was seen by a Midwife" in second
    assert third.startswith("The Midwife wrote that \u201c[")
    assert "frightened\u201d in mid-March 2016" in third
    names = load_map(draft.parent / "pseudonym_maps" / "new.yaml")
    assert names.policy == "sar"
    assert names.entity_named("Joanna Fletcher").pseudonym == "the Midwife"


def test_a_policy_of_ones_own_beside_the_map(draft: Path, redact: Redact) -> None:
    folder = draft.parent / "pseudonym_maps"
    folder.mkdir()
    (folder / "own.yaml").write_text(OWN, encoding="utf-8")
    assert redact("map", "init", "--review", "new", "--policy", "own.yaml").exit_code == 0
    first, second, third = published(draft, redact, "--review", "new")
    assert "aged 43" in first
    assert "In 2016 she was seen" in second
    assert "[" not in third


def test_an_unknown_policy_is_one_sentence(
    draft: Path, redact: Redact, monkeypatch: pytest.MonkeyPatch
) -> None:
    def scan(*_: object, **__: object) -> None:
        raise AssertionError("the slow part has begun")

    monkeypatch.setattr(pipeline, "scan", scan)
    entity = MapEntity(real="Danielle Hargreaves", pseudonym="Connie Smith")
    save_map(
        PseudonymMap(review="x", policy="dvr", entities=(entity,)), draft.parent / "m.yaml.age"
    )
    result = redact(draft.name, "--no-input", "--map", "m.yaml.age")
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith("There is no policy \u201cdvr\u201d: it is one of dhr,")
    assert not draft.with_name("draft.redacted.docx").exists()
