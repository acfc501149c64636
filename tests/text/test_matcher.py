"""Phrases found as whole words, however they are spelt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.text.matcher import PhraseIndex
from redactor.text.words import words


def index_of(*phrases):
    index: PhraseIndex[str] = PhraseIndex()
    for phrase in phrases:
        index.add(phrase, phrase)
    return index


def found_in(text, *phrases):
    tokens = words(text)
    return [
        (match.payload, text[tokens[match.first].start : tokens[match.last].end])
        for match in index_of(*phrases).find(text)
    ]


@pytest.mark.parametrize(
    ("phrase", "text", "as_written"),
    [
        ("Danielle Hargreaves", "saw Danielle Hargreaves today", "Danielle Hargreaves"),
        ("Danielle Hargreaves", "DANIELLE\u00a0HARGREAVES", "DANIELLE\u00a0HARGREAVES"),
        ("Danielle Hargreaves", "Danielle\nHargreaves\u2019s", "Danielle\nHargreaves"),
        ("Danielle Hargreaves", "Dani\u00adelle  Hargreaves", "Dani\u00adelle  Hargreaves"),
        ("Anne-Marie", "Anne\u2011Marie\u2019s", "Anne\u2011Marie"),
        ("Anne-Marie", "Anne Marie", "Anne Marie"),
        ("Anne Marie", "Anne-Marie", "Anne-Marie"),
        ("O\u2019Dowd", "Ms O'Dowd", "O'Dowd"),
        ("Siobh\u00e1n", "Siobhan", "Siobhan"),
        ("Hargreaves, Danielle", "Hargreaves,Danielle", "Hargreaves,Danielle"),
        ("Hargreaves, Danielle", "Hargreaves , Danielle", "Hargreaves , Danielle"),
        ("D Hargreaves", "D. Hargreaves", "D. Hargreaves"),
        ("D L Hargreaves", "D.L. Hargreaves", "D.L. Hargreaves"),
        ("St Mary\u2019s Hospital", "St. Mary's Hospital", "St. Mary's Hospital"),
        ("Smith & Sons", "Smith&Sons", "Smith&Sons"),
        ("Ann", "Ann\u2019s", "Ann"),
    ],
)
def test_a_phrase_is_found(phrase, text, as_written):
    assert found_in(text, phrase) == [(phrase, as_written)]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("Ann", "Annual"),
        ("Ann", "Joann"),
        ("Danielle Hargreaves", "Danielle, Hargreaves"),
        ("Danielle Hargreaves", "Danielle (Hargreaves)"),
        ("Danielle Hargreaves", "Danielle and Hargreaves"),
        ("Danielle Hargreaves", "Danielle"),
        ("Hargreaves, Danielle", "Hargreaves Danielle"),
        ("Anne-Marie", "Anne, Marie"),
        ("Ann", ""),
        ("\u2026", "\u2026"),
    ],
)
def test_a_phrase_is_left_alone(phrase, text):
    assert found_in(text, phrase) == []


def test_overlapping_phrases_are_all_found_the_longest_first():
    text = "the Isle of Thanet NHS Trust"
    assert [
        payload
        for payload, _ in found_in(
            text, "Thanet", "Isle of Thanet", "Isle of Thanet NHS Trust", "NHS Trust"
        )
    ] == ["Isle of Thanet NHS Trust", "Isle of Thanet", "Thanet", "NHS Trust"]


def test_one_phrase_may_stand_for_several_things_each_once():
    index: PhraseIndex[int] = PhraseIndex()
    assert not index
    for payload in (1, 2, 1):
        index.add("Grace", payload)
    assert index
    assert [match.payload for match in index.find("grace")] == [1, 2]


PHRASES = st.lists(
    st.sampled_from(["Ann", "Pike", "O\u2019Dowd", "de", "St", "Mary\u2019s", "\u0141ukasz", "D"]),
    min_size=1,
    max_size=4,
)
FILLERS = st.sampled_from(["", "we saw ", "(", "\u201c", "Ann ", "x-ray, ", "\ufffc "])
ENDS = st.sampled_from(["", ".", ", and", ")", " left", "\u2026"])


@given(PHRASES, FILLERS, ENDS, st.sampled_from([" ", "\u00a0", "\n", "  ", " \u00ad"]))
def test_what_was_added_is_found_in_any_text_around_it(parts, before, after, blank):
    phrase = " ".join(parts)
    text = before + blank.join(parts) + after
    matches = {
        (words(text)[m.first].start, m.last - m.first + 1) for m in index_of(phrase).find(text)
    }
    assert (len(before), len(words(phrase))) in matches


@given(st.lists(PHRASES.map(" ".join), max_size=4), st.text(max_size=40))
def test_matches_lie_within_the_text(phrases, text):
    for match in index_of(*phrases).find(text):
        assert 0 <= match.first <= match.last < len(words(text))
