"""Names of the review in a file's name, where no sentence helps."""

from __future__ import annotations

import pytest
from fake_readings import reading, weigh

from redactor.detection.file_names import file_name_candidates
from redactor.detection.reading import Reading
from redactor.model import EntityType, Verdict


def proof(given: str, surname: str) -> list[Reading]:
    return [
        reading(
            f"{given} {surname} told the police.",
            people=[given, surname.replace("\u2019", "'")],
            labels={f"{given} {surname}": "PERSON"},
        ),
        reading(f"They met {given} at home.", people=[given]),
    ]


REVIEW = weigh(
    *proof("Samina", "Farooqi"),
    *proof("Diyar", "Khatib"),
    *proof("Aoife", "O\u2019Hagan"),
    *proof("Summer", "Young"),
)


def names(text: str) -> list[str]:
    found = list(file_name_candidates(REVIEW, text))
    assert all(one.type is EntityType.PERSON for one in found)
    assert all(one.verdict is Verdict.REPLACE and one.evidence for one in found)
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("samina-farooqi", ["samina-farooqi"]),
        ("SAMINA FAROOQI IMR", ["SAMINA FAROOQI"]),
        ("farooqi, samina.v2", ["farooqi, samina"]),
        ("2021-03_Farooqi_draft", ["Farooqi"]),
        ("diyar", ["diyar"]),
        ("alKhatib_Diyar", ["alKhatib_Diyar"]),
        ("farooqiSamina", ["farooqiSamina"]),
        ("OHagan letter", ["OHagan"]),
        ("O\u2019Hagan letter", ["O\u2019Hagan"]),
        ("summer_young", ["summer_young"]),
        ("Summer Young report", ["Summer Young"]),
        ("summer farooqi", ["summer farooqi"]),
        ("samina and diyar", ["samina", "diyar"]),
    ],
)
def test_a_name_of_the_review_is_found_however_it_is_joined(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "summer-report",
        "young people report",
        "summer and young",
        "draft 2",
        "",
        "sam-report",
        "khatibah",
        "IMR police 2021",
        "samin",
        "hagan_x",
    ],
)
def test_what_is_no_name_of_the_review_is_left_alone(text):
    assert names(text) == []
