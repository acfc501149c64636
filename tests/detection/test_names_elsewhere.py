"""Names of places and bodies where nothing but the rest of the review shows them."""

from __future__ import annotations

import pytest
from fake_readings import mentions, reading, weigh

from redactor.model import EntityType, Verdict

REPLACE = Verdict.REPLACE


def elsewhere(name: str, text: str) -> list[tuple[str, Verdict]]:
    proof = reading(f"They went to {name} that day.", found={name: "ORGANISATION"})
    return [
        (words, verdict)
        for words, kind, verdict in mentions(weigh(proof, reading(text)), 1)
        if kind is EntityType.ORGANISATION and verdict is not Verdict.KEEP
    ]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Turning Tide", "Turning Tide wrote back.", "Turning Tide"),
        ("Turning Tide", "AGENCIES: TURNING TIDE", "TURNING TIDE"),
        ("Coast & Country Lets", "Coast and Country Lets declined.", "Coast and Country Lets"),
        ("Coast and Country Lets", "so Coast & Country Lets said", "Coast & Country Lets"),
        ("Kestrel Dene", "a flat at kestrel dene", "kestrel dene"),
        ("Brambleway", "she left brambleway then", "brambleway"),
        ("Kemble\u2019s", "Lunch came from Kembles.", "Kembles"),
    ],
)
def test_a_proven_name_is_found_however_it_is_typed(name, text, found):
    assert elsewhere(name, text) == [(found, REPLACE)]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Mariner\u2019s Court", "a flat in Mariners Court then", "Mariners Court"),
        ("Mariners Court", "a flat in Mariner\u2019s Court then", "Mariner\u2019s Court"),
        ("Fellgate Street", "a flat in Fellgate St then", "Fellgate St"),
        ("Fellgate Estate", "a flat on FELLGATE EST", "FELLGATE EST"),
    ],
)
def test_a_proven_name_is_found_however_it_is_spelt(name, text, found):
    assert elsewhere(name, text) == [(found, REPLACE)]


def test_a_body_with_a_person_in_its_name_is_the_body():
    name = "Lewin Lettings"
    proof = reading(f"They went to {name} that day.", found={name: "ORGANISATION"})
    text = reading("Then Lewin Lettings rang.", people=["Lewin"])
    found = mentions(weigh(proof, text), 1)
    assert found == [(name, EntityType.ORGANISATION, REPLACE)]


@pytest.mark.parametrize("text", ["Then Carys Lewin Lettings rang.", "Then Lewin rang Lettings."])
def test_a_person_who_reaches_beyond_the_name_is_the_person(text):
    name = "Lewin Lettings"
    proof = reading(f"They went to {name} that day.", found={name: "ORGANISATION"})
    found = mentions(weigh(proof, reading(text, people=["Carys", "Lewin"])), 1)
    assert EntityType.PERSON in {kind for _, kind, _ in found}


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Step Forward", "a train to town via step forward", "step forward"),
        ("Lannock Memorial Clinic", "He was seen at the Memorial.", "Memorial"),
        ("The Jolly Sailor", "the wake in the Sailor Mr Pike paid for", "Sailor"),
    ],
)
def test_what_may_be_the_name_is_not_left(name, text, found):
    assert [words for words, _ in elsewhere(name, text)] == [found]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Step Forward", "They step forward."),
        ("Step Forward", "It was a step forward for her."),
        ("Lannock Memorial Clinic", "A Memorial Day was held."),
        ("Lannock Memorial Clinic", "the clinic"),
        ("Brambleway", "the brambleway was wet"),
        ("Sunday", "It was on a Sunday."),
    ],
)
def test_what_reads_as_words_stays(name, text):
    assert elsewhere(name, text) == []
