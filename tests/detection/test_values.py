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
