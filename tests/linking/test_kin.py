"""Relatives told apart by whose they are."""

from __future__ import annotations

import pytest
from linked_reviews import ASK, Review, met


def two_lorraines() -> Review:
    review = met("Danielle Pike", "Lorraine Hargreaves", "Lorraine Pritchard")
    return review.add(
        "Danielle’s mother, Lorraine Hargreaves, rang.", "Danielle", "Lorraine Hargreaves"
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Danielle’s mother Lorraine rang.", ("Danielle", "Lorraine")),
        ("Danielle's mum, Lorraine, rang.", ("Danielle", "Lorraine")),
        ("Danielle’s late mother (Lorraine)", ("Danielle", "Lorraine")),
        ("Lorraine, Danielle’s mother, rang.", ("Lorraine", "Danielle")),
        ("Lorraine is Danielle’s mother.", ("Lorraine", "Danielle")),
    ],
)
def test_whose_mother_it_is_tells_who_is_meant(text, names):
    entities = two_lorraines().add(text, *names).link()
    assert all(entity.verdict is not ASK for entity in entities)
    [hargreaves] = [e for e in entities if e.name == "Lorraine Hargreaves"]
    assert hargreaves.mentions[-1].text == "Lorraine"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Her mother Lorraine rang.", ("Lorraine",)),
        ("Danielle’s friend Lorraine rang.", ("Danielle", "Lorraine")),
        ("Danielle’s sister Lorraine rang.", ("Danielle", "Lorraine")),
        ("Danielle’s mother rang. Lorraine left.", ("Danielle", "Lorraine")),
        ("Danielle’s mother-in-law Lorraine rang.", ("Danielle", "Lorraine")),
        ("Lorraine, Danielle’s mother-in-law, rang.", ("Lorraine", "Danielle")),
    ],
)
def test_anything_less_is_a_question(text, names):
    entities = two_lorraines().add(text, *names).link()
    assert [entity.name for entity in entities if entity.verdict is ASK] == ["Lorraine"]


def test_a_relative_who_is_nowhere_named_in_full_is_a_question():
    review = met("Danielle Pike", "Lorraine Hargreaves", "Lorraine Pritchard")
    review.add("Danielle’s mother Lorraine rang.", "Danielle", "Lorraine")
    assert [e.name for e in review.link() if e.verdict is ASK] == ["Lorraine"]
