"""What the pseudonym map names is found everywhere, and needs no recogniser."""

import pytest
from fake_readings import mentions, reading, weigh

from redactor.detection.known import Known, KnownNames
from redactor.model import EntityType, Verdict

PERSON, CHILD, PLACE = EntityType.PERSON, EntityType.CHILD, EntityType.PLACE
REPLACE, KEEP, ASK = Verdict.REPLACE, Verdict.KEEP, Verdict.ASK

MAP = [
    Known("Danielle Hargreaves", PERSON),
    Known("Dani", PERSON),
    Known("Will Price", PERSON),
    Known("Isla Pritchard", CHILD),
    Known("Thanet", PLACE),
    Known("Isle of Thanet NHS Trust", EntityType.ORGANISATION),
    Known("St Mary\u2019s", EntityType.SCHOOL),
    Known("Margaret Ellwood", PERSON, keep=True),
    Known("Beacon House", EntityType.ORGANISATION, keep=True),
]


def found(text: str) -> list[tuple[str, Verdict]]:
    review = weigh(reading(text, read=False), known=MAP)
    return [(name, verdict) for name, _, verdict in mentions(review, 0)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("then Danielle Hargreaves rang", "Danielle Hargreaves"),
        ("then Danielle rang", "Danielle"),
        ("then Hargreaves rang", "Hargreaves"),
        ("then Ms Hargreaves rang", "Ms Hargreaves"),
        ("Hargreaves, Danielle", "Hargreaves, Danielle"),
        ("then D. Hargreaves rang", "D. Hargreaves"),
        ("then DH rang", "DH"),
        ("the Hargreaveses left", "Hargreaveses"),
        ("DANIELLE HARGREAVES", "DANIELLE HARGREAVES"),
        ("danielle hargreaves", "danielle hargreaves"),
        ("Danielle\u2019s mother", "Danielle"),
        ("then Dani rang", "Dani"),
        ("then Isla rang", "Isla"),
        ("in Thanet", "Thanet"),
        ("THANET", "THANET"),
        ("the Isle of Thanet NHS Trust agreed", "Isle of Thanet NHS Trust"),
        ("Isle\u00a0of Thanet NHS\u00a0Trust", "Isle\u00a0of Thanet NHS\u00a0Trust"),
        ("at St Mary's school", "St Mary's"),
        ("then Will Price rang", "Will Price"),
        ("then Will rang", "Will"),
    ],
)
def test_a_name_of_the_map_is_replaced(text, name):
    assert found(text) == [(name, REPLACE)]


@pytest.mark.parametrize(
    "text",
    [
        "Will he attend?",
        "they will attend",
        "the price of it",
        "the daniellelike style",
        "isle of dogs were quiet",
        "a thanetian word",
        "islander",
    ],
)
def test_words_that_hold_or_equal_parts_of_names_stay(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("then Margaret Ellwood rang", "Margaret Ellwood"),
        ("Ellwood, Margaret", "Ellwood, Margaret"),
        ("MARGARET ELLWOOD", "MARGARET ELLWOOD"),
        ("at Beacon House", "Beacon House"),
    ],
)
def test_a_kept_name_is_kept(text, name):
    assert found(text) == [(name, KEEP)]


@pytest.mark.parametrize("part", ["Ellwood", "Margaret"])
def test_a_part_of_a_kept_name_alone_is_asked_about(part):
    assert found(f"then {part} rang") == [(part, ASK)]


def test_a_part_that_a_kept_and_a_replaced_person_share_is_never_kept():
    names = [Known("Margaret Ellwood", PERSON, keep=True), Known("Ryan Ellwood", PERSON)]
    review = weigh(reading("then Ellwood rang", read=False), known=names)
    assert mentions(review, 0) == [("Ellwood", PERSON, REPLACE)]


def test_a_comma_joins_no_surname_to_the_next_given_name():
    names = [Known("Danielle Hargreaves", PERSON)]
    review = weigh(reading("Graham Hargreaves, Danielle\u2019s father", read=False), known=names)
    texts = [name for name, _, _ in mentions(review, 0)]
    assert "Hargreaves, Danielle" not in texts
    assert texts[-1] == "Danielle"


def test_the_forms_that_prove_a_name():
    names = KnownNames(MAP)
    assert {"danielle", "hargreaves", "dani", "will", "price", "isla", "pritchard"} == names.people
    assert names.initials == {"DH", "WP", "IP"}


def test_no_map_knows_nobody():
    names = KnownNames([])
    assert not names.forms
    assert names.people == set()


def test_a_name_of_the_map_is_in_no_repr():
    assert "Danielle" not in repr(MAP[0])
