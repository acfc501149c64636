"""Folding: what a reader cannot tell apart is one text."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.checks.fold import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Siobh\u00e1n", "Siobhan"),
        ("Siobha\u0301n", "Siobhan"),
        ("Ma\u0142gorzata S\u00f8rensen", "Malgorzata Sorensen"),
        ("\u0110or\u0111e Wei\u00df", "Dorde Weiss"),
        ("Anne\u2011Marie", "Anne-Marie"),
        ("Anne\u2010Marie", "Anne-Marie"),
        ("O\u2019Dowd", "O'Dowd"),
        ("O\u00b4Dowd", "O'Dowd"),
        ("O`Dowd", "O'Dowd"),
        ("Har\u00adgrea\u200bves\u2060", "Hargreaves"),
        ("\u202aDanielle\u202c", "Danielle"),
        ("Danielle\u00a0H\u2009.", "Danielle H ."),
        ("\uff24\uff41\uff4e", "Dan"),
        ("\ufb01nn", "finn"),
        ("\u0660\u0661", "01"),
        ("plain ASCII, as it is - it's", "plain ASCII, as it is - it's"),
        ("\ufffc\t\n", "\ufffc\t\n"),
        ("", ""),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


def test_lower_case_is_as_long_as_the_folded_text():
    """Offsets in the one are offsets in the other."""
    for code in range(sys.maxunicode + 1):
        folded = fold(chr(code))
        assert len(folded.casefold()) == len(folded), hex(code)


@given(st.text(), st.text())
def test_folding_goes_by_pieces_and_once_is_enough(first, second):
    assert fold(first + second) == fold(first) + fold(second)
    assert fold(fold(first)) == fold(first)
