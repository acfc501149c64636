"""Officers' numbers that only the rest of the review, or their shape, tells."""

from __future__ import annotations

import pytest
from fake_readings import mentions, reading, weigh

from redactor.model import EntityType, Verdict


def officers(value: str, text: str) -> list[str]:
    proof = reading(f"PC {value} came.", found={value: "COLLAR_NUMBER"})
    return [
        words
        for words, kind, verdict in mentions(weigh(proof, reading(text)), 1)
        if kind is EntityType.COLLAR_NUMBER and verdict is Verdict.REPLACE
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It was Ostler (1977) who came.",
        "So Ostler 1977, they said.",
        "OSTLER/1977 \u2013 done",
        "A new PC 1977 came.",
        "The 18th, entry by 1977: rang",
        "BWV_1977_doorstep",
        "2147hrs 1977 at scene",
        "Crew: 1977 (Ostler) and another",
    ],
)
def test_a_number_like_a_year_is_found_where_no_year_stands(text):
    proof = reading("It was PC 1977.", found={"1977": "COLLAR_NUMBER"})
    name = [word for word in ("Ostler", "OSTLER") if word in text]
    one = reading(text, people=name, labels=dict.fromkeys(name, "PERSON"))
    assert EntityType.COLLAR_NUMBER in [kind for _, kind, _ in mentions(weigh(proof, one), 1)]


@pytest.mark.parametrize(
    "text",
    [
        "That was in 1977.",
        "In 1977 (Ostler was young) they met.",
        "The panel of 1977 on scene guards",
        "by 1977, since 1977",
        "Ostler came in March 1977.",
        "It cost 1977 pounds.",
    ],
)
def test_a_year_stays_one(text):
    proof = reading("It was PC 1977.", found={"1977": "COLLAR_NUMBER"})
    people = ["Ostler"] if "Ostler" in text else []
    one = reading(text, people=people, labels=dict.fromkeys(people, "PERSON"))
    assert EntityType.COLLAR_NUMBER not in [kind for _, kind, _ in mentions(weigh(proof, one), 1)]


@pytest.mark.parametrize(
    ("value", "text", "numbers"),
    [
        ("2217", "There were logs, attended by 441, 2217 and 9930, yes", ["441", "2217", "9930"]),
        ("8127", "Police on scene, 1184 and 8127, CPR not needed", ["1184", "8127"]),
        ("2677", "2677 / 5303", ["2677", "5303"]),
        ("441", "441", ["441"]),
        ("48", "He was detained by 48.", ["48"]),
        ("2093", "It was 2093 who came.", ["2093"]),
    ],
)
def test_officers_are_found_in_lists_and_by_short_numbers(value, text, numbers):
    assert officers(value, text) == numbers


@pytest.mark.parametrize(
    ("value", "text", "numbers"),
    [
        ("8127", "8127, 2016 and 2017", ["8127"]),
        ("48", "It took 48 hours; by 48 hours; 48", []),
        ("441", "It cost \u00a3441; there were 441 of them", []),
    ],
)
def test_years_sums_and_counts_beside_them_stay(value, text, numbers):
    assert officers(value, text) == numbers


def test_numbers_like_those_of_a_force_s_officers_are_officers():
    proof = reading(
        "Ostler 238W and Birch 004K", found=dict.fromkeys(("238W", "004K"), "COLLAR_NUMBER")
    )
    text = "They spoke to 672T, who had a 124D; see Form 100A, Section 117B."
    again = [words for words, kind, _ in mentions(weigh(proof, reading(text)), 1)]
    assert again == ["672T"]
    alone = reading("Ostler 238W", found={"238W": "COLLAR_NUMBER"})
    assert [m[::2] for m in mentions(weigh(alone, reading(text)), 1)] == [("672T", Verdict.ASK)]
