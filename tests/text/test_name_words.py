"""How usual an English word is as a name."""

from __future__ import annotations

import pytest

from redactor.text.name_words import usual_as_given_name, usual_as_surname
from redactor.text.words import is_english


@pytest.mark.parametrize(
    ("usual", "rare"), [("Mark", "Summer"), ("Grace", "Trinity"), ("Summer", "Police")]
)
def test_a_more_usual_given_name_counts_more(usual, rare):
    assert 1 >= usual_as_given_name(usual) > usual_as_given_name(rare) >= 0


def test_a_surname_is_told_from_a_given_name():
    assert usual_as_surname("Woods") > 0
    assert usual_as_given_name("Woods") == 0


def test_words_that_nobody_is_called_and_names_that_are_no_words_count_nothing():
    assert usual_as_surname("Safeguarding") == 0
    assert not is_english("Danielle")
    assert usual_as_given_name("Danielle") == 0
