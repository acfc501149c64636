"""Streets that an address holds, and where else they stand."""

from __future__ import annotations

import pytest
from fake_readings import mentions, reading, weigh

from redactor.model import EntityType, Verdict


def streets(address: str, text: str) -> list[str]:
    proof = reading(f"He lived at {address} then.", found={address: "ADDRESS"})
    return [
        words
        for words, kind, _ in mentions(weigh(proof, reading(text)), 1)
        if kind is EntityType.ADDRESS
    ]


@pytest.mark.parametrize(
    ("address", "text", "street"),
    [
        ("14 Kiln Bank, Deal", "The flat on Kiln Bank was empty.", "Kiln Bank"),
        ("Flat 3, 12 Pinfold Bottom", "Kiln and Pinfold Bottom", "Pinfold Bottom"),
        ("14a Tanner\u2019s Row", "Noise in Tanner\u2019s Row again.", "Tanner\u2019s Row"),
        ("Kiln Bank", "The flat near Kiln Bank was empty.", "Kiln Bank"),
        ("3 Heol y Bont", "HEOL Y BONT", "HEOL Y BONT"),
    ],
)
def test_a_street_is_found_without_the_rest_of_its_address(address, text, street):
    assert streets(address, text) == [street]


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("14 High Street", "the High Street was busy"),
        ("65 The Crescent", "a crescent moon; the Crescent City"),
        ("14 Kiln Bank", "a kiln; the bank; Kiln"),
    ],
)
def test_what_any_town_has_stays(address, text):
    assert streets(address, text) == []


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("A card left in Humphrey Tatton Way: sorry.", "Humphrey Tatton Way"),
        ("Post went from Kincaid Rise.", "Kincaid Rise"),
    ],
)
def test_a_word_for_a_street_behind_a_name_is_asked_about(text, street):
    asked = mentions(weigh(reading(text, people=("Humphrey", "Tatton", "Kincaid"))), 0)
    assert asked == [(street, EntityType.ADDRESS, Verdict.ASK)]


def test_a_street_that_is_known_is_no_question():
    proof = reading("He lived at 14 Kincaid Rise then.", found={"14 Kincaid Rise": "ADDRESS"})
    found = mentions(weigh(proof, reading("Post for Kincaid Rise.", people=("Kincaid",))), 1)
    assert found == [("Kincaid Rise", EntityType.ADDRESS, Verdict.REPLACE)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Danielle Hargreaves Way Forward", ["Danielle Hargreaves"]),
        ("Danielle Hargreaves Court appearance", ["Danielle Hargreaves"]),
        ("Danielle\u2019s Way of telling it", ["Danielle"]),
        ("They asked Danielle. Parade was busy.", ["Danielle"]),
    ],
)
def test_what_is_no_street_leaves_the_name_alone(text, people):
    found = mentions(weigh(reading(text, people=("Danielle", "Hargreaves"))), 0)
    assert [words for words, kind, _ in found if kind is EntityType.PERSON] == people
    assert not [words for words, kind, _ in found if kind is EntityType.ADDRESS]


def test_a_town_with_an_owner_goes_with_its_address():
    address = "14 Kiln Bank"
    proof = reading(f"Of {address}, Abbot\u2019s Melton, he said.", found={address: "ADDRESS"})
    found = [words for words, kind, _ in mentions(weigh(proof), 0) if kind is EntityType.ADDRESS]
    assert found == ["14 Kiln Bank, Abbot\u2019s Melton"]
