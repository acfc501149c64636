"""Houses of the review's addresses where their street is shortened, typed small or left out."""

from __future__ import annotations

import pytest
from fake_readings import mentions, reading, weigh

from redactor.model import EntityType, Verdict

ADDRESSES = ("Flat 9, Hollin Court", "58 Albion Row", "23 St Orm\u2019s Terrace", "Plot 22", "17a")


def houses(text: str) -> list[tuple[str, Verdict]]:
    proof = [reading(f"It was {one}.", found={one: "ADDRESS"}) for one in ADDRESSES]
    return [
        (words, verdict)
        for words, kind, verdict in mentions(weigh(*proof, reading(text)), len(proof))
        if kind is EntityType.ADDRESS
    ]


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("She came to the door of number 58.", "number 58"),
        ("He was at his mam\u2019s, no 58, all night.", "no 58"),
        ("No. 58 is void.", "No. 58"),
        ("the licence shows plot 22; nothing else", "plot 22"),
        ("Rang about 3 Hollin again.", "3 Hollin"),
        ("hes here. at the door. 9 hollin ct", "9 hollin ct"),
        ("sleeping at ur mams 23 st orms tonite", "23 st orms"),
        ("he was parked up st orms terr mon n tues", "st orms terr"),
        ("says flat 9 hollin court hurry up", "flat 9 hollin court"),
        ("A man from 17A, Hollin Court", "17A, Hollin Court"),
    ],
)
def test_a_house_is_found_again(text: str, house: str) -> None:
    assert houses(text) == [(house, Verdict.REPLACE)]


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("There was a window out at number nine.", "number nine"),
        ("The flat is no. 9.", "no. 9"),
        ("His aunt lives at 58 and takes the post in.", "58"),
    ],
)
def test_a_number_that_may_count_something_else_is_asked_about(text: str, house: str) -> None:
    assert houses(text) == [(house, Verdict.ASK)]


@pytest.mark.parametrize(
    "text",
    [
        "Recommendation no. 58 and action number 58 stand.",
        "He took the number 58 bus; he was number nine in the queue.",
        "There were no 58 year olds among them.",
        "She moved out at 23 and stopped at 58.",
        "no. 58.4 and no. 58/2020; number 61; plot 23",
        "See 5.9 Hollin and its court.",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert houses(text) == []
