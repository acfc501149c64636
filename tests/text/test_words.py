"""Words and their possessives, the start of a sentence, hyphens."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from redactor.text.fold import folded
from redactor.text.words import (
    is_english,
    separators,
    starts_sentence,
    words,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Danielle\u2019s mother", [("Danielle", "\u2019s"), ("mother", "")]),
        ("DANIELLE'S", [("DANIELLE", "'S")]),
        ("O\u2019Dowd", [("O'Dowd", "")]),
        ("O\u2019Dowd\u2019s", [("O'Dowd", "\u2019s")]),
        ("Hargreaves\u2019 home", [("Hargreaves", ""), ("home", "")]),
        ("Anne-Marie", [("Anne", ""), ("Marie", "")]),
        ("Anne\u2011Marie", [("Anne", ""), ("Marie", "")]),
        ("D.H. left", [("D", ""), ("H", ""), ("left", "")]),
        ("Dani\u00adelle", [("Danielle", "")]),
        ("Siobha\u0301n", [("Siobhan", "")]),
        ("Siobh\u00e1n", [("Siobhan", "")]),
        ("Ann\u00a0Pike", [("Ann", ""), ("Pike", "")]),
        ("Pike\ufffc.", [("Pike", "")]),
        ("GP1", [("GP1", "")]),
        ("snake_case", [("snake", ""), ("case", "")]),
        ("\u2018Ann\u2019", [("Ann", "")]),
        ("'s", [("s", "")]),
        ("it's", [("it", "'s")]),
        ("\u2026 \u2013 !", []),
        ("", []),
    ],
)
def test_words_without_their_possessives(text, expected):
    assert [(word.folded, word.possessive) for word in words(text)] == expected


TEXTS = st.text(
    st.characters(codec="utf-8")
    | st.sampled_from(list("abAB12 '\u2019sS-.\u00ad\u0301\u00a0\ufffc"))
)


@example("0`0")
@given(TEXTS)
def test_words_are_where_they_say_and_nothing_with_a_letter_is_left_out(text):
    end = 0
    between = ""
    for word in words(text):
        assert end <= word.start < word.end
        assert folded(text[word.start : word.end]) == word.folded
        assert text.startswith(word.possessive, word.end)
        between += text[end : word.start]
        end = word.end + len(word.possessive)
    assert not any(char.isalnum() for char in between + text[end:])


@given(TEXTS)
def test_there_is_a_gap_between_each_two_words(text):
    found = words(text)
    gaps = separators(text, found)
    assert len(gaps) == max(0, len(found) - 1)


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("Danielle  Hargreaves", [" "]),
        ("Danielle\u00a0\nHargreaves", [" "]),
        ("Hargreaves, Danielle", [","]),
        ("Anne\u2011Marie", ["-"]),
        ("D. Hargreaves", ["."]),
        ("Danielle\u2019s home", [" "]),
        ("Ann & Bob (both)", ["&", "("]),
    ],
)
def test_gaps_are_folded_and_squeezed(text, gaps):
    assert separators(text, words(text)) == gaps


@pytest.mark.parametrize(
    ("word", "capitalised", "upper"),
    [("Ann", True, False), ("ann", False, False), ("ANN", True, True), ("A", True, False)],
)
def test_the_case_of_a_word(word, capitalised, upper):
    (found,) = words(word)
    assert (found.is_capitalised, found.is_upper) == (capitalised, upper)
    assert found.key == word.lower()


@pytest.mark.parametrize("word", ["Grace", "mark", "WILL", "Annual", "field", "neighbour"])
def test_english_words(word):
    assert is_english(word)


@pytest.mark.parametrize("word", ["Danielle", "Hargreaves", "Okafor", "Zieli\u0144ski", "", "#"])
def test_words_that_are_not_english(word):
    assert not is_english(word)


STARTS = [
    "|Will attended.",
    "She left. |Will stayed.",
    "She left! |Will stayed.",
    "She left?\u00a0 |Will stayed.",
    "\u201c|Will you come?\u201d",
    "(|Will was present.)",
    "11.3.4 |Will attended",
    "11.3.4\u00a0|Will attended",
    "(a) |Will attended",
    "\u2022\t|Will attended",
    "Present: |Will",
    "heading\n|Will attended",
    "She left at 15.30. |Will stayed.",
    "She paid \u00a35. |Will left.",
]
INSIDE = [
    "Mr |Will",
    "Mr. |Will",
    "Dr. |Grace",
    "D. |Field",
    "We met |Will",
    "met |Will",
    "the \u201cbig\u201d |Will",
    "e.g. |Will",
    "Ann, |Will",
    "Ann and |Will",
]


@pytest.mark.parametrize("marked", STARTS)
def test_the_first_word_of_a_sentence(marked):
    assert starts_sentence(marked.replace("|", ""), marked.index("|"))


@pytest.mark.parametrize("marked", INSIDE)
def test_a_word_inside_a_sentence(marked):
    assert not starts_sentence(marked.replace("|", ""), marked.index("|"))
