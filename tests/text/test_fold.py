"""Folding: what counts as equal, and the way back to the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.text.fold import fold, fold_char, folded, key

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters="\x1c\x1d\x1e\x1f")
    | st.sampled_from(
        list("aZ '-\u2019\u2011\u00a0\u00ad\u0301\u200b\ufffc\ufb01\u00df\u0142`\t\n")
    )
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("O\u2019Dowd", "O'Dowd"),
        ("O\u02bcDowd", "O'Dowd"),
        ("Anne\u2010Marie", "Anne-Marie"),
        ("Anne\u2011Marie", "Anne-Marie"),
        ("Ms\u00a0Pike", "Ms Pike"),
        ("Ms\u2009Pike", "Ms Pike"),
        ("Ms\tPike", "Ms Pike"),
        ("Dani\u00adelle", "Danielle"),
        ("Dani\u200belle", "Danielle"),
        ("Siobh\u00e1n", "Siobhan"),
        ("Siobha\u0301n", "Siobh\u00e1n"),
        ("Zieli\u0144ski", "Zielinski"),
        ("W\u00f3jcik", "Wojcik"),
        ("\u0141ukasz", "Lukasz"),
        ("S\u00f8ren", "Soren"),
        ("\ufb01eld", "field"),
        ("\uff21nn", "Ann"),
        ("Ms\x1fPike", "Ms Pike"),
        ("O\uff40Dowd \u2019", "O'Dowd '"),
    ],
)
def test_spellings_that_fold_to_the_same(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Will", "will"),
        ("Ann", "Anne"),
        ("Anne-Marie", "Anne Marie"),
        ("ODowd", "O'Dowd"),
        ("11\u201312", "11-12"),
    ],
)
def test_spellings_that_stay_apart(one, other):
    assert folded(one) != folded(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Danielle   HARGREAVES ", "danielle hargreaves"),
        ("Danielle\n\u00a0Hargreaves", "danielle hargreaves"),
        ("O\u2019Dowd", "o'dowd"),
        ("", ""),
        (" \u00ad ", ""),
    ],
)
def test_a_key_has_no_case_and_single_blanks(text, expected):
    assert key(text) == expected


@given(TEXTS)
def test_offsets_lead_back_to_the_original(text):
    done = fold(text)
    assert len(done.offsets) == len(done.text) + 1
    assert list(done.offsets) == sorted(done.offsets)
    assert done.offsets[len(done.text)] == len(text)
    for index, char in enumerate(done.text):
        assert char in fold_char(text[done.offsets[index]])


@given(TEXTS, TEXTS)
def test_a_folded_part_is_found_at_its_place(before, after):
    done = fold(f"{before}Xyz{after}")
    start = len(folded(before))
    assert done.text[start : start + 3] == "Xyz"
    assert done.span(start, start + 3)[0] == len(before)


@given(TEXTS)
def test_folding_twice_changes_nothing_more(text):
    assert folded(folded(text)) == folded(text)
    assert key(key(text)) == key(text)


@given(TEXTS)
def test_what_is_folded_has_no_odd_spelling_left(text):
    assert not set(folded(text)) & set("\u2019\u2018\u2010\u2011\u00a0\u00ad\u200b\ufffc\t\n`")
