"""Streets that an address holds, and where else they stand."""

from __future__ import annotations

import pytest
from fake_readings import mentions, reading, weigh

from redactor.model import EntityType


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


def test_a_town_with_an_owner_goes_with_its_address():
    address = "14 Kiln Bank"
    proof = reading(f"Of {address}, Abbot\u2019s Melton, he said.", found={address: "ADDRESS"})
    found = [words for words, kind, _ in mentions(weigh(proof), 0) if kind is EntityType.ADDRESS]
    assert found == ["14 Kiln Bank, Abbot\u2019s Melton"]
