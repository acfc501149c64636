"""What only the model reads: which words it may take by itself, and when it has to ask."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fake_readings import reading

from redactor.detection.read_alone import read_alone
from redactor.detection.reading import UNREAD, WordScore


def found(
    text: str, known: tuple[int, ...] = (), **scores: WordScore
) -> list[tuple[str, str, str]]:
    """(the words, their type, the verdict) of what is read in `text`; `scores` are by word."""
    plain = reading(text)
    read = tuple(scores.get(word.folded, UNREAD) for word in plain.words)
    return [
        (text[one.start : one.end], one.type.value, one.verdict.value)
        for one in read_alone(replace(plain, scores=read), known)
    ]


@pytest.mark.parametrize(
    ("text", "scores", "expected"),
    [
        (
            "search: merit kettle",
            {"merit": WordScore(person=0.99), "kettle": WordScore(person=0.99)},
            [("merit kettle", "person", "ask")],
        ),
        (
            "Rang Skiff twice",
            {"Skiff": WordScore(body=0.99)},
            [("Skiff", "organisation", "replace")],
        ),
        ("Rang Skiff twice", {"Skiff": WordScore(body=0.9)}, [("Skiff", "organisation", "ask")]),
        ("Rang skiff twice", {"skiff": WordScore(body=0.99)}, []),
        ("Escort: 9915", {"9915": WordScore(number=0.99)}, [("9915", "case_reference", "replace")]),
        ("Row 9915", {"9915": WordScore(number=0.99)}, []),
        ("by python-docx", {"docx": WordScore(person=0.99)}, []),
        ("Escort: 99", {"99": WordScore(number=0.99)}, []),
        (
            "created by marlowe_d",
            {"marlowe": WordScore(number=0.96)},
            [("marlowe", "case_reference", "ask")],
        ),
        ("created by marlowe", {"marlowe": WordScore(number=0.96)}, []),
        ("his mother rang", {"mother": WordScore(person=0.97)}, []),
        ("RUI to Monday", {"RUI": WordScore(person=0.99)}, []),
    ],
)
def test_what_the_sentence_alone_shows(text, scores, expected):
    assert found(text, **scores) == expected


def test_what_is_known_is_left_to_those_who_know_it():
    assert found("Rang Skiff", known=(1,), Skiff=WordScore(body=1.0)) == []
