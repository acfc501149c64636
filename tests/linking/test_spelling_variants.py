"""Names spelt almost alike: asked about where one is rare, never joined."""

from __future__ import annotations

import pytest
from linked_reviews import ASK, FULL, PERSON, REPLACE, Review, met

from redactor.linking.listed import Listed
from redactor.model import EntityType


def often(name: str, times: int = 3) -> list[str]:
    return [name] * times


@pytest.mark.parametrize(
    ("frequent", "rare"),
    [
        (FULL, "Daniele Hargreaves"),
        (FULL, "Danielle Hargreves"),
        (FULL, "Daniele Hargraves"),
        (FULL, "Ms Hargraves"),
        (FULL, "D. Hargreves"),
        (FULL, "Hargreves"),
        (FULL, "Danyelle"),
        ("Chidi Okafor", "Dr Okafer"),
        ("Ann Pike", "Anne Pike"),
        ("Steven Pike", "Stephen Pike"),
        ("Catherine Field", "Katherine Feild"),
        ("Keith Pound", "Keith Pownd"),
        ("Robert Price", "Robert Pryce"),
        ("Tomos Bevan", "Bevan Tomos"),
    ],
)
def test_a_rare_spelling_is_asked_about(frequent, rare):
    one, other = met(*often(frequent), rare).link()
    assert (one.verdict, other.verdict) == (REPLACE, ASK)
    assert other.candidates == (one.id,)
    assert "spelt almost like" in other.reason
    assert rare not in other.reason


@pytest.mark.parametrize(
    ("frequent", "rare"),
    [
        ("Mark Hargreaves", "Mary Hargreaves"),
        ("Ann Hargreaves", "Anna Hargreaves"),
        ("Louis Hargreaves", "Louise Hargreaves"),
        ("Paul Hargreaves", "Paula Hargreaves"),
        ("Nicola Pike", "Nicole Pike"),
        ("Ann Pike", "Anne Hargreaves"),
        ("Ann Pike", "Anne"),
        ("Colin Ward", "Colin Wood"),
        ("Tom Roberts", "Tom Robertson"),
        ("Mr Colin Hargreaves", "Ms Hargreves"),
        ("Przemek Dombrowski", "Mrs Dombrowska"),
        ("Agnieszka Wojcik", "Agnieszka Wojtowicz"),
        (FULL, "Colin Hargreves"),
    ],
)
def test_two_names_are_two_people(frequent, rare):
    assert [e.verdict for e in met(*often(frequent), rare).link()] == [REPLACE, REPLACE]


def test_two_frequent_spellings_are_two_people():
    entities = met(*often("Ann Pike", 3), *often("Anne Pike", 3)).link()
    assert [entity.verdict for entity in entities] == [REPLACE, REPLACE]


def test_two_rare_spellings_are_two_people():
    entities = met("Daniele Hargreaves", FULL, FULL).link()
    assert [entity.verdict for entity in entities] == [REPLACE, REPLACE]


def test_an_accent_or_a_hyphen_is_the_same_spelling():
    [person] = met(*often("Siobh\u00e1n O\u2019Dowd"), "Siobhan O'Dowd").link()
    assert len(person.mentions) == 4


def test_who_stands_in_the_map_counts_as_frequent():
    one, other = met(FULL, "Daniele Hargreaves").link(Listed(FULL, PERSON))
    assert (one.known, other.verdict, other.candidates) == (True, ASK, (one.id,))


def test_two_that_the_map_lists_are_two():
    listed = [Listed(FULL, PERSON), Listed("Daniele Hargreaves", PERSON)]
    entities = met(*often(FULL), "Daniele Hargreaves").link(*listed)
    assert [entity.verdict for entity in entities] == [REPLACE, REPLACE]


def test_all_who_could_be_meant_are_candidates():
    names = [*often("Ann Hargreaves"), *often("Colin Hargreaves"), "Hargraves"]
    ann, colin, unclear = met(*names).link()
    assert unclear.candidates == (ann.id, colin.id)


def test_what_is_uncertain_anyway_gets_its_candidate():
    review = met(*often("Chidi Okafor")).add("Okafer rang.", "Okafer", verdict=ASK)
    okafor, unclear = review.link()
    assert (unclear.verdict, unclear.candidates) == (ASK, (okafor.id,))


@pytest.mark.parametrize(
    ("frequent", "rare", "kind", "asked"),
    [
        ("Wharmdale", "Whamdale", EntityType.PLACE, True),
        ("Cliffside Medical Centre", "Cliffeside Medical Centre", EntityType.PRACTICE, True),
        ("Ramsgate", "Margate", EntityType.PLACE, False),
        ("Eastfield Road", "Westfield Road", EntityType.PLACE, False),
        ("Minster", "Minister", EntityType.PLACE, False),
        ("Moat 12", "Moat 13", EntityType.PLACE, False),
        ("Hill House", "Hall House", EntityType.ORGANISATION, False),
        ("Cliffside", "Cliffside Surgery", EntityType.PRACTICE, False),
    ],
)
def test_places_and_bodies(frequent, rare, kind, asked):
    review = Review()
    for name in (*often(frequent), rare):
        review.add(f"They met at {name} again.", name, type=kind)
    one, other = review.link()
    assert one.verdict is REPLACE
    assert (other.verdict is ASK) is asked
    assert other.candidates == ((one.id,) if asked else ())


def test_a_person_is_no_spelling_of_a_place():
    review = met("Whamdale")
    for _ in range(3):
        review.add("It is in Wharmdale.", "Wharmdale", type=EntityType.PLACE)
    assert all(entity.verdict is REPLACE for entity in review.link())


@pytest.mark.parametrize(
    ("short", "full", "asked"),
    [("Madge", "Margaret", True), ("Peggy", "Margaret", False), ("Madge", "Danielle", False)],
)
def test_an_unusual_short_form_is_asked_about(short: str, full: str, asked: bool):
    review = Review()
    for _ in range(4):
        review.add(f"{full} Hargreaves came.", f"{full} Hargreaves")
    review.add(f"Later {short} rang.", short)
    entities = review.link()
    doubtful = [one.name for one in entities if one.verdict is ASK]
    assert doubtful == ([short] if asked else [])
    assert len(entities) == (1 if full == "Margaret" and short == "Peggy" else 2)
