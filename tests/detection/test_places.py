"""Places over the whole review: towns go, counties stay, and a person is none."""

import pytest
from fake_readings import mentions, reading, weigh

from redactor.model import EntityType, Verdict

PLACE = EntityType.PLACE


def places(*texts: str, proven: str = "") -> list[tuple[str, Verdict]]:
    """The places of the last of `texts`; the slow model is sure of the town `proven`."""
    readings = [
        reading(text, towns=[proven] if number == 0 else ()) for number, text in enumerate(texts)
    ]
    found = mentions(weigh(*readings), len(readings) - 1)
    return [(name, verdict) for name, kind, verdict in found if kind is PLACE]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She moved to Margate.", "Margate"),
        ("She lived in the village of Ash.", "Ash"),
        ("It happened near Herne Bay.", "Herne Bay"),
        ("He walked round the Margate area.", "Margate"),
    ],
)
def test_a_town_with_a_preposition_or_a_word_for_a_place_goes(text, found):
    readings = reading(text, towns=found.split())
    assert (found, PLACE, Verdict.REPLACE) in mentions(weigh(readings), 0)


@pytest.mark.parametrize("county", ["Kent", "Lancashire", "West Yorkshire", "Wales", "England"])
def test_a_county_stays(county):
    assert places(f"She moved to {county} later.", proven=county) == [(county, Verdict.KEEP)]


@pytest.mark.parametrize(
    "text",
    [
        "It was a pile of ash.",
        "There was no reading of it.",
        "They came in at ten.",
        "The panel met in private.",
        "In March they met.",
        "Deal with it.",
        "He was in the bath.",
    ],
)
def test_a_word_that_is_a_town_as_well_stays_a_word(text):
    assert places(text) == []


@pytest.mark.parametrize("text", ["Margate", "Margate was quiet.", "They like Margate."])
def test_a_town_proven_elsewhere_is_found_without_help(text):
    proof = "She lived in Margate town centre."
    assert places(proof, text, proven="Margate") == [("Margate", Verdict.REPLACE)]


@pytest.mark.parametrize("text", ["Margateshire", "the margate", "MARGARET"])
def test_another_word_is_not_the_town_that_is_proven(text):
    found = places("She lived in Margate town centre.", text, proven="Margate")
    assert all(verdict is not Verdict.REPLACE for _, verdict in found)


def test_another_town_of_the_gazetteer_is_itself():
    found = places("She lived in Margate town centre.", "Westgate", proven="Margate")
    assert found == [("Westgate", Verdict.REPLACE)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("LIFE IN READING", "READING"),
        ("THE MOVE TO HOOK", "HOOK"),
        ("TRENWITHICK AND BATTLE", "BATTLE"),
        ("BATTLE AND TRENWITHICK", "BATTLE"),
        ("The Recorder of Sale passed sentence.", "Sale"),
        ("the town of Ware", "Ware"),
        ("Reading", "Reading"),
    ],
)
def test_a_town_that_is_a_word_is_found_where_a_place_stands(text, found):
    assert [name for name, _ in places(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "READING LIST",
        "SALE OF THE HOUSE",
        "SUPPORT AND HOPE",
        "IN READING THE FILES",
        "the sale of Reading material",
        "Battle and Hook were words.",
        "Street",
    ],
)
def test_a_word_in_a_heading_or_alone_stays_where_it_may_be_one(text):
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They moved to Larkhill estate.", "Larkhill estate"),
        ("She lives in St Wilfrid\u2019s ward.", "St Wilfrid\u2019s ward"),
        ("The Larkhill estate was quiet.", "Larkhill estate"),
        ("Larkhill estate", "Larkhill estate"),
        ("She lives in Dane Valley ward.", "Dane Valley ward"),
        ("The Dane Valley ward was quiet.", "Dane Valley ward"),
        ("He knew the Oxcar Fell estate well.", "Oxcar Fell estate"),
        ("It is in Thornwick parish now.", "Thornwick parish"),
        ("They own the Thornwick estates there.", "Thornwick estates"),
    ],
)
def test_a_word_for_a_kind_of_place_makes_a_place_of_the_name_before_it(text, found):
    assert places(text) == [(found, Verdict.REPLACE)]


@pytest.mark.parametrize(
    "text",
    [
        "The ward was quiet.",
        "Her village was small.",
        "Every ward knew of him.",
        "Our estate was quiet.",
        "A Hospital ward was full.",
        "On Hospital wards it is so.",
        "They lived on a quiet estate.",
        "The housing estate was quiet.",
        "The Council estate was quiet.",
        "the Ward Manager rang",
        "the Police estate",
        "ESTATE",
        "ward",
    ],
)
def test_a_kind_of_place_without_a_name_stays(text):
    assert places(text) == []


def test_the_owner_of_an_estate_is_no_part_of_its_name():
    person = [
        reading("Carys Lewin told the police.", people=["Carys", "Lewin"]),
        reading("They dealt with Lewin\u2019s estate then.", people=["Lewin"]),
    ]
    assert mentions(weigh(*person), 1) == [("Lewin", EntityType.PERSON, Verdict.REPLACE)]


def test_a_place_of_several_words_is_one():
    found = places("She lived in Stoke-on-Trent then.", proven="")
    assert [name for name, _ in found] in (["Stoke-on-Trent"], [])
    readings = reading("She lived in Herne Bay then.", towns=["Herne", "Bay"])
    assert mentions(weigh(readings), 0) == [("Herne Bay", PLACE, Verdict.REPLACE)]


def test_a_child_called_like_a_large_place_goes_where_she_reads_as_a_child():
    child = reading("Her daughter Chelsea said so.", people=["Chelsea"])
    again = reading("Chelsea said that she left.", people=["Chelsea"])
    found = mentions(weigh(child, again), 1)
    assert found == [("Chelsea", EntityType.PERSON, Verdict.REPLACE)]


def test_an_address_takes_the_town_that_follows_it():
    text = "She lived at 22 Albion Gardens, Margate with him."
    one = reading(text, towns=["Margate"], found={"22 Albion Gardens": "ADDRESS"})
    assert mentions(weigh(one), 0) == [
        ("22 Albion Gardens, Margate", EntityType.ADDRESS, Verdict.REPLACE)
    ]


@pytest.mark.parametrize("between", [" in ", ". ", "; ", " and "])
def test_an_address_takes_no_town_behind_other_words(between):
    text = f"She left 22 Albion Gardens{between}Margate with him."
    one = reading(text, towns=["Margate"], found={"22 Albion Gardens": "ADDRESS"})
    found = [name for name, _, _ in mentions(weigh(one), 0)]
    assert found == ["22 Albion Gardens", "Margate"]
