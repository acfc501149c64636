"""Places by the company of a proven one."""

from __future__ import annotations

import pytest
from fake_readings import mentions, reading, weigh

from redactor.model import EntityType, Verdict


def asked(text: str) -> list[str]:
    towns = {"Workington", "WORKINGTON"}
    one = reading(text, towns=towns, labels={t: "LOCATION" for t in towns if t in text})
    proof = reading("She lives in Workington.", towns=towns, labels={"Workington": "LOCATION"})
    return [
        words
        for words, kind, verdict in mentions(weigh(proof, one), 1)
        if kind is EntityType.PLACE and verdict is Verdict.ASK
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Chair visited Workington, the Rows and Sheaf Top in May.", ["Rows", "Sheaf Top"]),
        ("He saw Workington, Sheaf North and the Rows", ["Sheaf North", "Rows"]),
        ("He knew the Rows and Workington well.", ["Rows"]),
        ("CONTACT IN UPPER SLAUGHTER AND WORKINGTON", ["UPPER SLAUGHTER"]),
        ("Workington / Ware", ["Ware"]),
    ],
)
def test_an_item_of_a_list_with_a_place_is_asked_about(text, found):
    assert asked(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "In Workington, Housing Options and Police were told.",
        "In Workington and May it rained.",
        "They went to Workington, and I\u2019ll say no more.",
        "Workington. Ware was the word.",
        "Workington\u2019s Rows",
        "In Workington, Monday and Kent Police",
    ],
)
def test_what_stands_in_no_list_of_places_stays(text):
    assert asked(text) == []
