from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from fake_pipeline import REAL, Fake, Redact, TextDocument

from redactor import pipeline
from redactor.detection.combiner import Contribution
from redactor.detection.explain import Explanation, Weighed, occurrences
from redactor.detection.reading import Found, WordScore
from redactor.errors import RecogniserFailed
from redactor.model import EntityType, Evidence, Verdict
from redactor.pseudonyms.schema import PseudonymMap
from tests.maps import save_map


@pytest.fixture(autouse=True)
def explained(monkeypatch: pytest.MonkeyPatch, fake: Fake) -> list[tuple[str, PseudonymMap]]:
    """Stands in for the models: Danielle is replaced, all else a term; keeps what was asked."""
    asked_for: list[tuple[str, PseudonymMap]] = []

    def explain(
        documents: Sequence[TextDocument], names: PseudonymMap, asked: str
    ) -> list[Explanation]:
        print("a library that prints to stdout")
        if fake.failure is not None:
            raise fake.failure
        asked_for.append((asked, names))
        found = []
        for segment in (segment for document in documents for segment in document.segments):
            for span in occurrences(segment.text, asked):
                text = segment.text[span.start : span.end]
                is_real = text == REAL
                weighed = Weighed(
                    span,
                    text,
                    "person",
                    0.9,
                    Verdict.REPLACE,
                    0.2,
                    0.8,
                    (Contribution("title", 1.0, 2.5), Contribution("bias", 1.0, 0.01)),
                    (Evidence("title", 0.85, "behind a title"),),
                )
                found.append(
                    Explanation(
                        segment.id,
                        span,
                        segment.text[: span.start],
                        text,
                        segment.text[span.end :],
                        ((span, EntityType.PERSON, Verdict.REPLACE),) if is_real else (),
                        (Found(span.start, span.end, "PERSON", 0.85, "spacy"),) if is_real else (),
                        (WordScore(person=0.99, place=0.01),) if is_real else (None,),
                        (weighed,) if is_real else (),
                        () if is_real else ("word 1 is a term of the field",),
                    )
                )
        return found

    monkeypatch.setattr(pipeline, "explain", explain)
    return asked_for


def test_the_table_says_what_was_decided_and_why_without_words(redact: Redact, draft: Path) -> None:
    result = redact("explain", draft, "Danielle")
    assert result.exit_code == 0
    for words in (
        "body p1, 0",
        "body p4, 0",
        "Decided: replaced as person",
        "Found by spacy: PERSON, 0.85",
        "Lantern, word 1: a person 0.99, a place 0.01, a body 0.00",
        "As a person: probability 0.90 (asked about from 0.20, replaced from 0.80)",
        "title 0.85: behind a title",
        "+2.50  title",
    ):
        assert words in result.stdout
    assert "bias" not in result.stdout
    assert "Danielle" not in result.output
    assert "left" not in result.output


def test_what_is_left_alone_says_so(redact: Redact, draft: Path) -> None:
    result = redact("explain", draft, "nothing")
    assert result.exit_code == 0
    assert "Decided: left alone" in result.stdout
    assert "Not looked at: word 1 is a term of the field" in result.stdout
    assert "Lantern was not asked about word 1" in result.stdout


def test_the_words_are_shown_on_request(redact: Redact, draft: Path) -> None:
    stdout = redact("explain", draft, "Danielle", "--show-names").stdout
    assert "\u2026[Danielle] left.\u2026" in stdout
    assert "\u201cDanielle\u201d as a person" in stdout


def test_the_words_are_shown_on_a_terminal(redact: Redact, draft: Path, terminal: None) -> None:
    assert "[Danielle] left." in redact("explain", draft, "Danielle").stdout


def test_many_places_are_counted(redact: Redact, tmp_path: Path) -> None:
    path = tmp_path / "long.docx"
    path.write_text("Danielle left.\n" * 8)
    stdout = redact("explain", path, "Danielle").stdout
    assert stdout.count("Decided: ") == 5
    assert "and 3 more places" in stdout
    report = json.loads(redact("explain", path, "Danielle", "--format", "json").stdout)
    assert len(report["places"]) == 8


def test_json_has_every_reason_and_no_words(redact: Redact, draft: Path) -> None:
    result = redact("explain", draft, "Danielle", "--format", "json")
    assert result.exit_code == 0
    report = json.loads(result.stdout)
    assert (report["schema"], report["command"]) == (1, "explain")
    assert report["places"][1]["place"] == "body p4"
    assert report["places"][0] == {
        "place": "body p1",
        "start": 0,
        "end": 8,
        "decided": [{"start": 0, "end": 8, "type": "person", "verdict": "replace"}],
        "found": [{"source": "spacy", "entity": "PERSON", "score": 0.85}],
        "lantern": [{"person": 0.99, "place": 0.01, "body": 0.0}],
        "not_looked_at": [],
        "weighed": [
            {
                "kind": "person",
                "start": 0,
                "end": 8,
                "probability": 0.9,
                "verdict": "replace",
                "ask_from": 0.2,
                "replace_from": 0.8,
                "evidence": [{"source": "title", "score": 0.85, "reason": "behind a title"}],
                "log_odds": {"title": 2.5, "bias": 0.01},
            }
        ],
    }
    assert "Danielle" not in result.output


def test_json_shows_the_words_on_request_only(redact: Redact, draft: Path) -> None:
    asked = ("explain", draft, "Danielle", "--format", "json", "--show-names")
    report = json.loads(redact(*asked).stdout)
    assert [place["text"] for place in report["places"]] == ["Danielle", "Danielle"]


def test_what_no_model_read_is_null(redact: Redact, draft: Path) -> None:
    report = json.loads(redact("explain", draft, "nothing", "--format", "json").stdout)
    assert report["places"][0]["lantern"] == [None]
    assert report["places"][0]["not_looked_at"] == ["word 1 is a term of the field"]


def test_words_that_do_not_stand_in_the_document(redact: Redact, draft: Path) -> None:
    result = redact("explain", draft, "Carys Lewin")
    assert (result.exit_code, result.stdout.strip()) == (
        0,
        "These words do not stand in the document.",
    )
    report = json.loads(redact("explain", draft, "Carys Lewin", "--format", "json").stdout)
    assert report == {"schema": 1, "command": "explain", "places": []}


def test_the_map_is_known(
    redact: Redact, draft: Path, tmp_path: Path, explained: list[tuple[str, PseudonymMap]]
) -> None:
    names = PseudonymMap(review="harbour")
    save_map(names, tmp_path / "map.yaml")
    assert redact("explain", draft, "Danielle", "--map", "map.yaml").exit_code == 0
    assert explained == [("Danielle", names)]


def test_a_folder_is_one_review_and_its_bad_file_is_exit_3(redact: Redact, folder: Path) -> None:
    result = redact("explain", folder, "Danielle")
    assert result.exit_code == 3
    assert "File 2 of those found: is empty" in result.stderr
    assert "body p1, 0" in result.stdout


def test_a_bad_file_alone_is_exit_3(redact: Redact, tmp_path: Path) -> None:
    (tmp_path / "broken.docx").write_bytes(b"")
    result = redact("explain", "broken.docx", "Danielle")
    assert result.exit_code == 3
    assert "broken.docx: is empty" in result.stderr
    assert "Danielle" not in result.output


@pytest.mark.parametrize(
    "args",
    [
        ["draft.docx", "Danielle", "--map", "missing.yaml"],
        ["missing.docx", "Danielle"],
        ["draft.docx"],
        ["draft.docx", "Danielle", "--format", "yaml"],
    ],
)
def test_wrong_usage_is_exit_2(
    redact: Redact, draft: Path, args: list[str], explained: list[tuple[str, PseudonymMap]]
) -> None:
    result = redact("explain", *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert explained == []


def test_a_failed_recogniser_is_exit_1_and_tells_no_words(
    redact: Redact, draft: Path, fake: Fake
) -> None:
    fake.failure = RecogniserFailed("Lantern", "no answer after 9 seconds")
    result = redact("explain", draft, "Danielle")
    assert result.exit_code == 1
    assert "Danielle" not in result.output


def test_nothing_is_written(redact: Redact, draft: Path, tmp_path: Path) -> None:
    redact("explain", draft, "Danielle")
    assert list(tmp_path.iterdir()) == [draft]
