"""A recogniser that fails stops the run, and what is uncertain is masked, never left."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from presidio_analyzer import EntityRecognizer
from review_runs import Redact
from word_packages import draft, paragraphs, tree

from redactor import api, pipeline
from redactor.detection import engine as engine_module
from redactor.detection.detector import Detector
from redactor.detection.engine import Engine
from redactor.errors import RecogniserFailed

TEXT = "Ms Danielle Hargreaves rang the police on 3 March 2017."
TWO_PEOPLE = [
    "Mr Daniel Hargreaves and Mr Daniel Pritchard lived there.",
    "Later Daniel said that nothing had happened.",
]


class Faulty(EntityRecognizer):
    """A recogniser of the user's own that does what it is told instead of its work."""

    def __init__(self, act: Callable[[], None]) -> None:
        super().__init__(supported_entities=["PERSON"], name="Faulty")
        self._act = act

    def load(self) -> None:
        pass

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[Any]:
        self._act()
        return []


@pytest.fixture
def hang() -> Iterator[Callable[..., Any]]:
    """A call that does not return while the test runs."""
    never = threading.Event()

    def wait(*_: object) -> list[Any]:
        never.wait()
        return []

    yield wait
    never.set()  # its thread ends with the test


def fail(*_: object) -> Any:
    raise ValueError("could not make sense of Danielle Hargreaves")


@pytest.fixture
def faulty(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[[str, Callable[..., Any]], None]:
    """Puts ``act`` in the place of a model, or of a "first" or "last" registered recogniser."""
    draft(tmp_path / "draft.docx", [TEXT])
    detector = Detector(engine)
    monkeypatch.setattr(pipeline, "detector", lambda: detector)

    def install(which: str, act: Callable[..., Any]) -> None:
        match which:
            case "spaCy":
                monkeypatch.setattr(engine._nlp, "entities", act)
            case "Lantern":
                monkeypatch.setattr(engine._lantern, "token_scores", act)
            case "first":
                ours = (Faulty(act), *engine._recognisers)
                monkeypatch.setattr(engine, "_recognisers", ours)
            case "last":
                ours = (*engine._recognisers, Faulty(act))
                monkeypatch.setattr(engine, "_recognisers", ours)

    return install


@pytest.mark.parametrize(
    ("which", "said"),
    [("spaCy", "spaCy"), ("Lantern", "Lantern"), ("first", "Faulty"), ("last", "Faulty")],
)
def test_a_recogniser_that_raises_stops_the_run(
    redact: Redact,
    tmp_path: Path,
    faulty: Callable[..., None],
    which: str,
    said: str,
) -> None:
    faulty(which, fail)
    before = tree(tmp_path)
    result = redact("draft.docx", "--no-input")
    assert result.exit_code == 1
    assert f"The recogniser {said} failed (ValueError)" in result.stderr
    assert "Danielle" not in result.output
    assert result.stdout == ""
    assert tree(tmp_path) == before


@pytest.mark.parametrize(
    ("which", "said"), [("spaCy", "spaCy"), ("Lantern", "Lantern"), ("last", "spaCy")]
)
def test_a_recogniser_that_hangs_stops_the_run(
    redact: Redact,
    tmp_path: Path,
    faulty: Callable[..., None],
    hang: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    which: str,
    said: str,
) -> None:
    # The healthy model is through with one sentence long before.
    monkeypatch.setattr(engine_module, "SECONDS_AT_LEAST", 0.5)
    monkeypatch.setattr(engine_module, "SECONDS_PER_CHARACTER", 0.0)
    faulty(which, hang)
    before = tree(tmp_path)
    result = redact("draft.docx", "--no-input")
    assert result.exit_code == 1
    assert f"The recogniser {said} failed (no answer after" in result.stderr
    assert result.stdout == ""
    assert tree(tmp_path) == before


def test_the_other_doors_stop_too(
    redact: Redact, tmp_path: Path, faulty: Callable[..., None]
) -> None:
    faulty("last", fail)
    (tmp_path / "texts.jsonl").write_text(json.dumps({"id": 1, "text": TEXT}) + "\n")
    result = redact("scan", "texts.jsonl")
    assert (result.exit_code, result.stdout) == (1, "")
    with pytest.raises(RecogniserFailed, match="Faulty"):
        api.scan([TEXT])


def test_a_failure_is_not_remembered(redact: Redact, tmp_path: Path, engine: Engine) -> None:
    draft(tmp_path / "draft.docx", [TEXT])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "_recognisers", (*engine._recognisers, Faulty(fail)))
        assert redact("draft.docx", "--no-input").exit_code == 1
    assert redact("draft.docx", "--no-input").exit_code == 0
    assert "Hargreaves" not in _written(tmp_path)


def test_what_is_uncertain_is_masked_and_listed(redact: Redact, tmp_path: Path) -> None:
    draft(tmp_path / "draft.docx", TWO_PEOPLE)
    result = redact("draft.docx", "--no-input", "--format", "json")
    assert result.exit_code == 4
    report = json.loads(result.stdout)
    (listed,) = report["uncertain"]
    assert re.fullmatch(r"\[PERSON \d+\?\]", listed["placeholder"])
    assert f"Later {listed['placeholder']} said" in _written(tmp_path)
    assert listed["count"] == 1
    assert len(listed["places"]) == 1
    assert report["questions"]["open"] == 1
    assert "Daniel" not in _written(tmp_path)
    assert "Daniel" not in result.output


def test_the_table_lists_it_too(redact: Redact, tmp_path: Path) -> None:
    draft(tmp_path / "draft.docx", TWO_PEOPLE)
    result = redact("draft.docx", "--no-input")
    assert result.exit_code == 4
    assert re.search(r"\[PERSON \d+\?\]", result.stdout)


def _written(folder: Path) -> str:
    return "\n".join(paragraphs((folder / "draft.redacted.docx").read_bytes()))
