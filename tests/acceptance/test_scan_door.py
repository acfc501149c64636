"""The doors for benchmarks: ``redact scan texts.jsonl`` and ``redactor.api.scan`` say the same."""

from __future__ import annotations

import json
import unicodedata
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from review_runs import Redact, ReviewRun

from redactor import api
from redactor.model import EntityType
from redactor.pseudonyms.schema import MapEntity, PseudonymMap

NAME = "Danielle Hargreaves"
TEXTS = {
    "plain": f"Ms {NAME} rang the police.",
    "astral": f"\U0001f469\u200d\U0001f467 \U00020bb7 Ms {NAME} rang 01632 960123. \U0001f600",
    "decomposed": unicodedata.normalize("NFD", "Zoë Ó Briain saw Ms ") + f"{NAME} in the café.",
    "no-break space": "Ms Danielle\u00a0Hargreaves rang.",
    "line separator": f"First.\u2028Then Ms {NAME} rang.\r\nNothing else.",
    "two": f"Ms {NAME} met Mr Kieran Pritchard, and {NAME} left.",
    "nobody": "The panel met twice and learned a lesson.",
    "empty": "",
    "space": " \n\t ",
}


def scanned(redact: Redact, folder: Path, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    (folder / "texts.jsonl").write_text("\n".join(lines), encoding="utf-8")
    result = redact("scan", "texts.jsonl")
    assert result.exit_code == 0
    assert result.stderr == ""
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_line_answers_a_record(redact: Redact, tmp_path: Path) -> None:
    records = [{"id": key, "text": text} for key, text in TEXTS.items()]
    answers = scanned(redact, tmp_path, [*records, {"id": 7, "text": "", "source": "ignored"}])
    assert [answer["id"] for answer in answers] == [*TEXTS, 7]
    for answer, text in zip(answers, TEXTS.values(), strict=False):
        assert set(answer) == {"id", "spans"}
        for start, end, kind, score, verdict in answer["spans"]:
            assert 0 <= start < end <= len(text)
            assert kind in set(EntityType)
            assert 0 <= score <= 1
            assert verdict in {"replace", "ask", "keep"}
        assert all(one[1] <= after[0] for one, after in pairwise(answer["spans"]))


def test_both_doors_say_the_same(redact: Redact, tmp_path: Path) -> None:
    answers = scanned(redact, tmp_path, [{"id": k, "text": text} for k, text in TEXTS.items()])
    found = api.scan(TEXTS.values())
    assert [a["spans"] for a in answers] == [[list(span) for span in spans] for spans in found]


def test_a_long_text_has_its_spans_in_order(area_a: Path) -> None:
    lines = (area_a / "gold" / "imr-gp.jsonl").read_text(encoding="utf-8").splitlines()
    text = "\n".join(json.loads(line)["text"] for line in lines[:60])
    (spans,) = api.scan([text])
    assert len(spans) > 30
    assert all(one.end <= after.start for one, after in pairwise(spans))
    assert all(text[span.start : span.end].strip() for span in spans)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        *((TEXTS[key], NAME) for key in ("plain", "astral", "decomposed", "line separator")),
        (TEXTS["no-break space"], "Danielle\u00a0Hargreaves"),
        (TEXTS["decomposed"], unicodedata.normalize("NFD", "Zoë Ó Briain")),
    ],
)
def test_offsets_are_code_points_of_the_text_as_it_is(text: str, name: str) -> None:
    (spans,) = api.scan([text])
    people = [span for span in spans if span.type == "person" and span.verdict == "replace"]
    start = text.index(name)
    assert any(
        span.start <= start
        and span.end >= start + len(name)
        and text[span.start : span.end].removeprefix("Ms ") == name
        for span in people
    )


def test_each_text_is_a_document_of_its_own() -> None:
    alone = "Then Summer said that nothing had happened."
    proven = "Ms Summer Hargreaves rang."
    assert api.scan([alone, proven]) == [*api.scan([alone]), *api.scan([proven])]
    assert api.scan([proven, alone]) == [*api.scan([proven]), *api.scan([alone])]


def test_a_map_names_more() -> None:
    text = "She texted kezza again."
    person = MapEntity(real="Kieran Pritchard", pseudonym="Ryan Davis", aliases=("Kezza",))
    names = PseudonymMap(review="x", entities=(person,))
    assert api.scan([text]) == [[]]
    assert api.scan([text], names) == [[(11, 16, "person", 1.0, "replace")]]


@pytest.mark.usefixtures("_knowing_area_a")
def test_documents_are_scanned_as_one_review(redact: Redact, mapped: ReviewRun) -> None:
    before = {path: path.read_bytes() for path in mapped.source.iterdir()}
    result = redact("scan", mapped.source, "--format", "jsonl")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert {mention["file"] for mention in found} == {1, 2, 3}
    assert len(found) > 1000
    assert "Hargreaves" not in result.output
    assert {path: path.read_bytes() for path in mapped.source.iterdir()} == before
