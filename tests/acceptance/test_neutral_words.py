"""Neutral words for a child, proposed by the real pipeline, approved in a review, and written."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from review_runs import Redact
from typer import testing
from word_packages import paragraphs

from redactor.cli import review
from redactor.model import EntityType
from redactor.pseudonyms.schema import MapEntity, PseudonymMap
from tests.maps import save_map

DRAFT = (
    "Isla Pritchard (4) and her brother Tyler Pritchard (7) lived with their mother.",
    "Isla was quiet. She liked school.",
)
NAMES = PseudonymMap(
    review="new",
    entities=(
        MapEntity(real="Isla Pritchard", pseudonym="Child B", type=EntityType.CHILD),
        MapEntity(real="Tyler Pritchard", pseudonym="Child A", type=EntityType.CHILD),
    ),
)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    document = docx.Document()
    for line in DRAFT:
        document.add_paragraph(line)
    path = tmp_path / "draft.docx"
    document.save(str(path))
    save_map(NAMES, tmp_path / "map.yaml.age")
    return path


def published(draft: Path, redact: Redact) -> list[str]:
    result = redact(draft.name, "--no-input", "--map", "map.yaml.age", "--force")
    assert result.exit_code == 0, result.output
    return paragraphs(draft.with_name("draft.redacted.docx").read_bytes())


def test_words_that_a_reviewer_approves_are_written(
    draft: Path, redact: Redact, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = published(draft, redact)
    assert "and her brother Child A" in first
    with monkeypatch.context() as patch:
        patch.setattr(testing._NamedTextIOWrapper, "isatty", lambda _: True)
        patch.setattr(review, "read_line", lambda _: next(typed))
        typed = iter("aal")
        said = redact("review", draft.name, "--map", "map.yaml.age")
        assert said.exit_code == 0, said.output
        assert "3 places where a child's sex may show" in said.stderr
        assert "Nothing is open" in redact("review", draft.name, "--map", "map.yaml.age").stderr
    assert published(draft, redact) == [first.replace("her brother", "their sibling"), second]
