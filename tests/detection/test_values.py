"""Numbers and days that another place of the review gives away."""

from __future__ import annotations

import pytest
from fake_readings import mentions, reading, weigh

from redactor.model import EntityType, Verdict


def found(proof: str, value: str, entity: str, text: str) -> list[tuple[str, EntityType]]:
    weighing = weigh(reading(proof, found={value: entity}), reading(text))
    return [
        (words, kind)
        for words, kind, verdict in mentions(weighing, 1)
        if verdict is Verdict.REPLACE and kind.is_identifier
    ]


@pytest.mark.parametrize(
    ("value", "entity", "text", "again"),
    [
        ("8127", "COLLAR_NUMBER", "It was 8127 who came.", "8127"),
        ("PO 417720", "CASE_REFERENCE", "See po417720.", "po417720"),
        ("441 720 7719", "CASE_REFERENCE", "(4417207719)", "4417207719"),
        ("4417207719", "CASE_REFERENCE", "no 441-720-7719!", "441-720-7719"),
        ("WF/2015/207", "POLICE_REFERENCE", "as WF 2015 207,", "WF 2015 207"),
        ("ND34 VKX", "VEHICLE", "ur nd34vkx is ther", "nd34vkx"),
        ("1430", "COLLAR_NUMBER", "1430 stayed outside", "1430"),
    ],
)
def test_a_number_is_found_however_it_is_written(value, entity, text, again):
    assert found(f"It said {value} there.", value, entity, text) == [(again, EntityType[entity])]


@pytest.mark.parametrize(
    ("value", "entity", "text"),
    [
        ("8127", "COLLAR_NUMBER", "It cost \u00a38127."),
        ("8127", "COLLAR_NUMBER", "They counted 8127 people."),
        ("8127", "COLLAR_NUMBER", "There were 18127 of them and 81,270 more."),
        ("8127", "COLLAR_NUMBER", "About 1,8127 or 8127.5"),
        ("1430", "COLLAR_NUMBER", "He left at 1430."),
        ("1430", "COLLAR_NUMBER", "He left 1430hrs."),
        ("2014", "CASE_REFERENCE", "That was in 2014."),
        ("417", "CASE_REFERENCE", "There were 417."),
        ("AB12", "CASE_REFERENCE", "on AB12 then"),
    ],
)
def test_what_may_be_anything_stays(value, entity, text):
    assert found(f"It said {value} there.", value, entity, text) == []


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
    "text",
    [
        "04031987",
        "on 04/03/1987",
        "4.3.87",
        "4th March 1987",
        "1987-03-04",
        "04-MAR-1987",
        "March 4, 1987",
    ],
)
def test_a_day_of_birth_is_found_in_every_form(text):
    assert [
        kind for _, kind in found("DOB 4 March 1987.", "4 March 1987", "DATE_OF_BIRTH", text)
    ] == [EntityType.DATE_OF_BIRTH]


@pytest.mark.parametrize("text", ["4 March", "5/3/87", "4/3/88", "4/3", "1987"])
def test_another_day_stays(text):
    assert found("DOB 4 March 1987.", "4 March 1987", "DATE_OF_BIRTH", text) == []


@pytest.mark.parametrize(
    ("value", "text", "numbers"),
    [
        ("2217", "There were logs, attended by 441, 2217 and 9930, yes", ["441", "2217", "9930"]),
        ("8127", "Police on scene, 1184 and 8127, CPR not needed", ["1184", "8127"]),
        ("441", "441", ["441"]),
        ("48", "He was detained by 48.", ["48"]),
        ("2093", "It was 2093 who came.", ["2093"]),
    ],
)
def test_officers_are_found_in_lists_and_by_short_numbers(value, text, numbers):
    proof = f"PC {value} came."
    again = [words for words, _ in found(proof, value, "COLLAR_NUMBER", text)]
    assert again == numbers


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("8127", "8127, 2016 and 2017"),
        ("48", "It took 48 hours; by 48 hours; 48"),
        ("441", "It cost \u00a3441; there were 441 of them"),
    ],
)
def test_numbers_beside_an_officer_s_stay(value, text):
    assert {words for words, _ in found(f"PC {value}.", value, "COLLAR_NUMBER", text)} <= {"8127"}


def test_numbers_like_those_of_a_force_s_officers_are_officers():
    proof = reading(
        "Ostler 238W and Birch 004K", found=dict.fromkeys(("238W", "004K"), "COLLAR_NUMBER")
    )
    text = "They spoke to 672T, who had a 124D; see Form 100A, Section 117B."
    again = [words for words, kind, _ in mentions(weigh(proof, reading(text)), 1)]
    assert again == ["672T"]
    alone = reading("Ostler 238W", found={"238W": "COLLAR_NUMBER"})
    assert [m[::2] for m in mentions(weigh(alone, reading(text)), 1)] == [("672T", Verdict.ASK)]
