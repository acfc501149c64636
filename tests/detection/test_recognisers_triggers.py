"""The words read out of patterns, and that looking for them first hides nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_recognisers_casework import (
    COUNCILS,
    COURTS,
    HEALTH,
    MONEY,
    POLICE,
    STATE,
    UNCLAIMED,
    VEHICLES,
)
from test_recognisers_identifiers import TAKEN

from redactor.detection.recognisers.registry import IDENTIFIERS
from redactor.detection.recognisers.rules import cues, labelled, prepare
from redactor.detection.recognisers.triggers import first_words, words_in

ROWS = [*UNCLAIMED, *TAKEN, *HEALTH, *STATE, *VEHICLES, *MONEY, *POLICE, *COURTS, *COUNCILS]
RULES = [rule for kind in IDENTIFIERS for rule in kind.rules]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (cues("log", r"crime ref(?:erence)?").pattern, {"log", "crime"}),
        (cues(r"ri ?o").pattern, {"ri", "rio"}),
        (cues(r"d\.?o\.?b").pattern, {"d", "do", "dob"}),
        (cues(r"driver'?s? licence").pattern, {"driver", "drivers"}),
        (labelled(r"(?:our )?ref", r"\d+").pattern, {"our", "ref"}),
        (r"(?<!\w)[A-Z]{2}\d", None),
        (r"(?<!\w)[Cc]rime\b", {"crime"}),
        (r"log\b", None),
        (r"(?<!\w)log", None),
        (r"(?<!\w)\d+ (?:miles|km)\b", {"miles", "km"}),
    ],
)
def test_reads_the_first_words_of_a_pattern(pattern: str, words: set[str] | None) -> None:
    found = first_words(pattern)
    assert found == words or (words and found and words <= found)


def test_the_ends_of_possessives_are_no_words() -> None:
    assert words_in("Isla\u2019s and Isla's CAD4471, don't") >= {"isla", "and", "cad", "don"}
    assert "t" not in words_in("don't")


def test_no_rule_is_left_out_where_it_matches() -> None:
    folder = Path(__file__).parents[2] / "fixtures"
    texts = [text for text, *_ in ROWS]
    for review in ("area-a", "second"):
        for path in sorted((folder / review / "gold").glob("*.jsonl")):
            lines = path.read_text(encoding="utf-8").splitlines()
            texts.extend(json.loads(line)["text"] for line in lines)
    for text in texts:
        prepared = prepare(text)
        for rule in RULES:
            if not rule.may_match(prepared):
                assert list(rule.find(prepared.text)) == [], (rule.entity, text)
