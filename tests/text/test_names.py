"""Titles, the parts of a name, plurals and the ways a name is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.text.names import (
    Form,
    PersonName,
    initials_of,
    is_title,
    parse_person,
    pluralise,
    split_title,
    written_forms,
)


@pytest.mark.parametrize("word", ["Mr", "mr", "MRS", "Ms.", "Dr", "PC", "Sgt.", "Auntie", "Cllr"])
def test_titles(word):
    assert is_title(word)


@pytest.mark.parametrize("word", ["Ann", "Smith", "the", "", ".", "Mrs Smith", "Officer"])
def test_words_that_are_no_titles(word):
    assert not is_title(word)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Dr. Chidi Okafor", ("Dr.", "Chidi Okafor")),
        ("Rev Dr Okafor", ("Rev Dr", "Okafor")),
        ("Chidi Okafor", ("", "Chidi Okafor")),
        ("Dr", ("", "Dr")),
        ("", ("", "")),
    ],
)
def test_a_title_is_split_off_but_never_the_last_word(name, parts):
    assert split_title(name) == parts


@pytest.mark.parametrize(
    ("name", "title", "given", "surname"),
    [
        ("Danielle Hargreaves", "", ("Danielle",), "Hargreaves"),
        ("Danielle Louise Hargreaves", "", ("Danielle", "Louise"), "Hargreaves"),
        ("Hargreaves, Danielle", "", ("Danielle",), "Hargreaves"),
        ("HARGREAVES, Ms Danielle Louise", "Ms", ("Danielle", "Louise"), "HARGREAVES"),
        ("Ms. Hargreaves", "Ms.", (), "Hargreaves"),
        ("PC Liam Stokes", "PC", ("Liam",), "Stokes"),
        ("Auntie Jean", "Auntie", ("Jean",), ""),
        ("Sir Alan", "Sir", ("Alan",), ""),
        ("Danielle", "", ("Danielle",), ""),
        ("Jan van der Berg", "", ("Jan",), "van der Berg"),
        ("Maria de Souza", "", ("Maria",), "de Souza"),
        ("Mr van der Berg", "Mr", (), "van der Berg"),
        ("Rhys ap Hywel", "", ("Rhys",), "ap Hywel"),
        ("Anne-Marie Hargreaves-Cole", "", ("Anne-Marie",), "Hargreaves-Cole"),
        ("Siobh\u00e1n O\u2019Dowd", "", ("Siobh\u00e1n",), "O\u2019Dowd"),
        ("  Danielle \u00a0 Hargreaves ", "", ("Danielle",), "Hargreaves"),
        ("Van Nguyen", "", ("Van",), "Nguyen"),
        ("", "", (), ""),
        ("Di Hargreaves", "", ("Di",), "Hargreaves"),
    ],
)
def test_a_name_is_taken_apart(name, title, given, surname):
    assert parse_person(name) == PersonName(title, given, surname)


def test_repr_hides_the_name():
    assert "Danielle" not in repr(parse_person("Danielle Hargreaves"))


@pytest.mark.parametrize(
    ("surname", "plural"),
    [
        ("Smith", "Smiths"),
        ("Hargreaves", "Hargreaveses"),
        ("Cox", "Coxes"),
        ("Finch", "Finches"),
        ("Marsh", "Marshes"),
        ("Kennedy", "Kennedys"),
        ("SMITH", "SMITHS"),
        ("COX", "COXES"),
        ("van der Berg", "van der Bergs"),
        ("Hargreaves-Cole", "Hargreaves-Coles"),
    ],
)
def test_the_plural_of_a_family(surname, plural):
    assert pluralise(surname) == plural


def forms(name):
    return list(written_forms(parse_person(name)))


def test_the_ways_to_write_a_full_name():
    assert forms("Ms Danielle Louise Hargreaves") == [
        ("Danielle Louise Hargreaves", Form.FULL),
        ("Hargreaves, Danielle Louise", Form.SURNAME_FIRST),
        ("Danielle Hargreaves", Form.FULL),
        ("Hargreaves, Danielle", Form.SURNAME_FIRST),
        ("D Hargreaves", Form.INITIAL_SURNAME),
        ("Hargreaves D", Form.INITIAL_SURNAME),
        ("Hargreaves, D", Form.INITIAL_SURNAME),
        ("D L Hargreaves", Form.INITIAL_SURNAME),
        ("Hargreaveses", Form.PLURAL),
        ("Hargreaves", Form.SURNAME),
        ("Danielle", Form.GIVEN),
        ("Danielle Louise", Form.GIVEN),
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Danielle", [("Danielle", Form.GIVEN)]),
        ("Mr Novak", [("Novaks", Form.PLURAL), ("Novak", Form.SURNAME)]),
        ("", []),
    ],
)
def test_a_name_of_one_part_has_few_forms(name, expected):
    assert forms(name) == expected


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Danielle Louise Hargreaves", "DH"),
        ("danielle hargreaves", "DH"),
        ("Jo Hargreaves-Cole", "JC"),
        ("Jan van der Berg", "JB"),
        ("Danielle", ""),
        ("Mr Novak", ""),
        ("Ann -", ""),
    ],
)
def test_initials(name, initials):
    assert initials_of(parse_person(name)) == initials


NAMES = st.text(st.sampled_from("Ann Pike-O\u2019Dowd, vander Mr.\u00e9\u00a0-"), max_size=40)


@given(NAMES)
def test_taking_apart_loses_no_letter(name):
    parts = parse_person(name)
    rebuilt = " ".join((parts.title, *parts.given, parts.surname))
    letters = sorted(c for c in name if c.isalpha())
    assert sorted(c for c in rebuilt if c.isalpha()) == letters


@given(NAMES)
def test_every_form_is_some_text_and_comes_once(name):
    written = forms(name)
    assert all(phrase.strip() for phrase, _ in written)
    assert parse_person(name) == parse_person(f" {name} ")
