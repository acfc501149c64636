"""Where a text is cut into stretches to read."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.detection.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("She left. He stayed.", ["She left.", "He stayed."]),
        ("Did she leave? She did!", ["Did she leave?", "She did!"]),
        ("She left\u2026 He stayed.", ["She left\u2026", "He stayed."]),
        ("\u201cI left.\u201d \u201cWhy?\u201d", ["\u201cI left.", "\u201cWhy?\u201d"]),
        ("Name\nAge", ["Name", "Age"]),
        ("She left.  He stayed.", ["She left.", "He stayed."]),
        ("She left. 12 days on he rang.", ["She left.", "12 days on he rang."]),
    ],
)
def test_a_text_is_cut_after_each_sentence(text, stretches):
    assert cut(text) == stretches


@pytest.mark.parametrize(
    "text",
    [
        "She met Mr. Price.",
        "She met Dr. Okafor and Prof. Lane.",
        "She met D. Hargreaves.",
        "She lived near St. Anne.",
        "See para. 4 of it.",
        "He drank approx. 4 pints.",
        "Use e.g. tea.",
        "It cost 4.50 in all.",
        "The O.K. was given",
    ],
)
def test_a_full_stop_inside_a_sentence_cuts_nothing(text):
    assert cut(text) == [text]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t \u00a0"])
def test_a_blank_text_has_no_sentence(text):
    assert cut(text) == []


@given(st.text(alphabet="Aa. ?!\n\u201c\u2019)(1Mr", max_size=60))
def test_no_character_is_left_out_but_blanks_and_closing_quotes(text):
    found = sentences(text)
    covered = {index for start, end in found for index in range(start, end)}
    left_out = {text[index] for index in range(len(text)) if index not in covered}
    assert left_out <= set(" \n\"'\u2019\u201d)]")
    assert all(left[1] <= right[0] for left, right in pairwise(found))
    assert all(text[start:end].strip() for start, end in found)
