"""Short forms of given names and the names that they stand for."""

import pytest

from redactor.text.nicknames import all_given_names, full_names


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Dani", "danielle"),
        ("dani", "danielle"),
        ("Will", "william"),
        ("Bill", "william"),
        ("Abby", "abigail"),
        ("Kasia", "katarzyna"),
        ("Ade", "adewale"),
        ("Siobh", "siobhan"),
        ("Aga", "agnieszka"),
    ],
)
def test_a_short_form_stands_for_its_names(short, full):
    assert full in full_names(short)


@pytest.mark.parametrize("word", ["Danielle Hargreaves", "Margate", "Annual", "", "D", "Dan Smith"])
def test_what_is_no_short_form_stands_for_nothing(word):
    assert full_names(word) == frozenset()


def test_a_name_does_not_stand_for_its_short_form():
    assert "dani" not in full_names("Danielle")
    assert "bill" not in full_names("William")


@pytest.mark.parametrize("name", ["dani", "danielle", "will", "william", "katarzyna"])
def test_both_columns_are_given_names(name):
    assert name in all_given_names()


@pytest.mark.parametrize("word", ["hargreaves", "annual", "margate", "panel", "the", "Dani"])
def test_words_that_are_no_given_names(word):
    assert word not in all_given_names()


def test_the_table_is_folded_and_whole():
    assert all(name == name.strip().lower() and name for name in all_given_names())
    assert not any("," in name or "\t" in name or "#" in name for name in all_given_names())
