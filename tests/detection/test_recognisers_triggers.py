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

from redactor.detection.recognisers.prepared import prepare
from redactor.detection.recognisers.registry import IDENTIFIERS
from redactor.detection.recognisers.rules import cues, labelled
from redactor.detection.recognisers.triggers import first_words, opening_words, words_in

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


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (labelled(r"(?:our )?ref", r"\d+").pattern, {"our", "ref"}),
        (r"(?<!\w)(?:\(?ref|log) \d", None),
        (r"(?<!\w)\d+ (?:miles|km)\b", None),
        (r"(?<!\w)(?=\S)log \d", {"log"}),
    ],
)
def test_tells_which_patterns_begin_with_their_words(pattern: str, words: set[str] | None) -> None:
    assert opening_words(pattern) == words


def test_a_letter_that_grows_in_lower_case_shifts_no_start() -> None:
    assert prepare("\u0130 log 12").starts_of(frozenset({"log"})) in ([2], None)


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
            matches = list(rule.shape.finditer(prepared.text))
            opening = opening_words(rule.shape.pattern)
            if opening is not None and matches:
                starts = prepared.starts_of(opening)
                assert {match.start() for match in matches} <= set(starts or ()), (rule, text)
            if not rule.may_match(prepared):
                assert list(rule.find(prepared)) == [], (rule.entity, text)
