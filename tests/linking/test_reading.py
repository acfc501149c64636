"""Mentions read in the light of the others."""

from __future__ import annotations

import pytest
from linked_reviews import ASK, PERSON, REPLACE, groups, met, one_of

from redactor.linking.listed import Listed
from redactor.model import EntityType

HOLLY = "Holly Hargreaves"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PRITCHARD Kieran", "Kieran Pritchard"),
        ("DC GARSIDE Robert", "Robert Garside"),
        ("O\u2019HARA Leanne", "Leanne O\u2019Hara"),
        ("Marsh Sarah", "Sarah Marsh"),
        ("Tom\u00e1s de Souza", "de Souza"),
        ("Anneke van der Meer", "van der Meer"),
        ("danielle_hargreaves", "Danielle Hargreaves"),
        ("DHargreaves", "Danielle Hargreaves"),
        ("hargreaves.d", "Danielle Hargreaves"),
        ("HargreavesDanielle", "Danielle Hargreaves"),
    ],
)
def test_two_ways_of_writing_one_name(one, other):
    assert groups(met(one, other).link()) == [[one, other]]
    assert groups(met(other, one).link()) == [[other, one]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("JP Morgan", "Morgan Jones"),
        ("DANIELLE Hargreaves", "Hargreaves, Mark"),
        ("Thomas James", "James Thomas"),  # both are given names, so it may be two people
        ("DHargreaves", "Mark Hargreaves"),
    ],
)
def test_names_that_only_look_turned_round(one, other):
    assert len(met(one, other).link()) == 2


def test_run_together_words_that_two_people_could_mean_are_a_question():
    danielle, donna, unclear = met("Danielle Hargreaves", "Donna Hargreaves", "DHargreaves").link()
    assert unclear.candidates == (danielle.id, donna.id)


def test_a_word_said_twice_is_no_full_name():
    person = one_of(*met("Sarah Marsh", "Marsh, Marsh").link())
    assert person.name == "Sarah Marsh"


def test_two_frequent_given_names_in_a_row_are_two_people():
    names = [*["Warren Luscombe"] * 5, *["Winston Bartley"] * 5, "Warren Winston", "Warren"]
    warren, winston, unclear = met(*names).link()
    assert warren.mentions[-1].text == "Warren"
    assert (unclear.verdict, unclear.candidates) == (ASK, (warren.id, winston.id))


@pytest.mark.parametrize("text", ["Holly", "HOLLY", "Holly\u2019s"])
def test_a_given_name_read_once_as_a_place_is_still_the_persons(text):
    review = met(*[HOLLY] * 5).add(f"It was {text} idea.", text, type=EntityType.PLACE)
    person = one_of(*review.link())
    assert person.mentions[-1].text == text.removesuffix("\u2019s")


@pytest.mark.parametrize(
    ("full", "listed"),
    [(4, []), (5, [Listed("Holly", EntityType.PLACE)])],
    ids=["a person who is seldom named", "a place of the map"],
)
def test_a_place_called_like_a_person_stays_a_place(full, listed):
    review = met(*[HOLLY] * full).add("They moved to Holly.", "Holly", type=EntityType.PLACE)
    _, place = review.link(*listed)
    assert (place.type, place.verdict) == (EntityType.PLACE, REPLACE)


def test_an_address_or_an_account_tells_of_nobody():
    review = met("Danielle Hargreaves")
    review.add("d.hargreaves@mail.example", "d.hargreaves@mail.example", type=EntityType.EMAIL)
    review.add("@dani_hargreaves", "@dani_hargreaves", type=EntityType.HANDLE)
    danielle, address, account = review.link()
    assert (danielle.aliases, len(danielle.mentions)) == ((), 1)
    assert (address.type, account.type) == (EntityType.EMAIL, EntityType.HANDLE)


def test_the_name_of_an_entity_is_not_shouted():
    assert met("Craig SUGDEN", "Craig Sugden").link()[0].name == "Craig Sugden"
    assert met("Craig SUGDEN").link()[0].name == "Craig Sugden"
    assert met("Craig SUGDEN").link(Listed("Craig SUGDEN", PERSON))[0].name == "Craig SUGDEN"
