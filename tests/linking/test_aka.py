"""Two names that the text says are one person's."""

from __future__ import annotations

import pytest
from linked_reviews import ASK, PERSON, REPLACE, Review, groups, met, one_of

from redactor.linking.listed import Listed
from redactor.model import Cell


@pytest.mark.parametrize(
    ("text", "first", "second", "alias"),
    [
        ("Ann Hargreaves (née Pike) rang.", "Ann Hargreaves", "Pike", "Ann Pike"),
        ("Ann Hargreaves (nee Pike) rang.", "Ann Hargreaves", "Pike", "Ann Pike"),
        ("Ann Hargreaves (born Pike) rang.", "Ann Hargreaves", "Pike", "Ann Pike"),
        ("Ann Hargreaves, née Ann Pike, rang.", "Ann Hargreaves", "Ann Pike", "Ann Pike"),
        ("Ann Hargreaves, formerly Pike, rang.", "Ann Hargreaves", "Pike", "Ann Pike"),
        ("Ann Hargreaves, previously Pike, rang.", "Ann Hargreaves", "Pike", "Ann Pike"),
        ("Ann Hargreaves was born Ann Pike.", "Ann Hargreaves", "Ann Pike", "Ann Pike"),
        ("Ann Hargreaves (maiden name: Pike)", "Ann Hargreaves", "Pike", "Ann Pike"),
        ("Ann Hargreaves (34), formerly known as Pike", "Ann Hargreaves", "Pike", "Ann Pike"),
        ("Ann Hargreaves, whose maiden name was Pike,", "Ann Hargreaves", "Pike", "Ann Pike"),
        ("Kieran Pritchard, also known as Kez, left.", "Kieran Pritchard", "Kez", "Kez"),
        ("Kieran Pritchard (aka Kez) left.", "Kieran Pritchard", "Kez", "Kez"),
        ("Kieran Pritchard a.k.a. Kez left.", "Kieran Pritchard", "Kez", "Kez"),
        ("PRITCHARD, Kieran aka “Kez”", "PRITCHARD, Kieran", "Kez", "Kez"),
        ("Kieran Pritchard (“Kez”) left.", "Kieran Pritchard", "Kez", "Kez"),
        ("Kieran Pritchard, known to friends as Kez, left.", "Kieran Pritchard", "Kez", "Kez"),
        ("Kieran Pritchard, who goes by Kez, left.", "Kieran Pritchard", "Kez", "Kez"),
        ("Kieran Pritchard (alias Ricky Doyle) left.", "Kieran Pritchard", "Ricky Doyle", ""),
        ("Kieran Pritchard (hereafter “Kez”) left.", "Kieran Pritchard", "Kez", "Kez"),
    ],
)
def test_the_second_name_is_an_alias_of_the_first(text, first, second, alias):
    person = one_of(*Review().add(text, first, second).link())
    assert [mention.text for mention in person.mentions] == [first, second]
    assert person.verdict is REPLACE
    assert person.aliases == (alias or second,)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Ms Pike, now Mrs Hargreaves, rang.", "Ms Pike", "Mrs Hargreaves"),
        ("Ann Pike, now known as Ann Hargreaves, rang.", "Ann Pike", "Ann Hargreaves"),
        ("Kez, real name Kieran Pritchard, left.", "Kez", "Kieran Pritchard"),
        ("PC Stokes, now Sergeant Stokes, left.", "PC Stokes", "Sergeant Stokes"),
    ],
)
def test_the_second_name_can_be_the_one_borne_today(text, first, second):
    assert groups(Review().add(text, first, second).link()) == [[first, second]]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Ann Hargreaves called Lorraine.", "Ann Hargreaves", "Lorraine"),
        ("Ann Hargreaves and Lorraine", "Ann Hargreaves", "Lorraine"),
        ("Ann Hargreaves now Lorraine has left", "Ann Hargreaves", "Lorraine"),
        ("Ann Hargreaves, known as Lorraine’s friend", "Ann Hargreaves", "Lorraine"),
        ("Ann Hargreaves (Lorraine) left.", "Ann Hargreaves", "Lorraine"),
        ("Ann Hargreaves was known as kind. Lorraine left.", "Ann Hargreaves", "Lorraine"),
        # A given name is nobody's maiden name: that is a list of visitors.
        ("She saw Ann Hargreaves, previously Lorraine, on", "Ann Hargreaves", "Lorraine"),
        ("the GP of Ann Hargreaves, formerly of Colin Pike", "Ann Hargreaves", "Colin Pike"),
    ],
)
def test_two_names_that_nothing_joins_are_two_people(text, first, second):
    entities = Review().add(text, first, second).link()
    assert groups(entities) == [[first], [second]]
    assert not any(entity.aliases for entity in entities)


def test_an_alias_is_known_everywhere_in_the_review():
    review = met("Kez", "Kez Pritchard").add(
        "Kieran Pritchard, known as Kez, left.", "Kieran Pritchard", "Kez"
    )
    assert groups(review.link()) == [["Kez", "Kez Pritchard", "Kieran Pritchard", "Kez"]]


def test_a_maiden_name_found_elsewhere_is_the_same_person():
    review = met("Ann Pike", "Ann", "A. Pike").add(
        "Ann Hargreaves (née Pike) rang.", "Ann Hargreaves", "Pike"
    )
    person = one_of(*review.link())
    assert len(person.mentions) == 5
    assert {person.name, *person.aliases} == {"Ann Hargreaves", "Ann Pike"}


def test_a_given_name_alone_is_whoever_has_not_the_maiden_name():
    review = met("Jean Hartley", "Jean Preston").add("Jean (née Preston)", "Jean", "Preston")
    person = one_of(*review.link())
    assert (person.name, person.aliases) == ("Jean Hartley", ("Jean Preston",))
    assert len(person.mentions) == 4


@pytest.mark.parametrize("short", ["Kevin", "Marsh", "K.M.", "KM", "Mr Marsh", "Kev"])
def test_a_part_of_the_name_is_no_alias(short):
    text = f"The respondent, Kevin Marsh (“{short}”), left."
    person = one_of(*Review().add(text, "Kevin Marsh", short).link())
    assert (len(person.mentions), person.aliases) == (2, ())


def test_a_short_form_that_the_text_defines_is_its_bearers():
    review = met("Kevin Hartley").add("Kevin Marsh (“Kevin”) left.", "Kevin Marsh", "Kevin")
    assert groups(review.link()) == [["Kevin Hartley"], ["Kevin Marsh", "Kevin"]]


def test_a_maiden_name_that_a_family_bears_stays_theirs():
    review = met("Gwen Pike", "Mrs Pike").add(
        "Ann Hargreaves (née Pike) rang.", "Ann Hargreaves", "Pike"
    )
    gwen, ann = review.link()
    assert [mention.text for mention in gwen.mentions] == ["Gwen Pike", "Mrs Pike", "Pike"]
    assert (ann.name, ann.aliases) == ("Ann Hargreaves", ("Ann Pike",))


def test_several_other_names():
    text = "Colin Pike, also known as Ricky Doyle or Slim, left. Doyle and Slim"
    names = ("Colin Pike", "Ricky Doyle", "Slim", "Doyle", "Slim")
    person = one_of(*Review().add(text, *names).link())
    assert person.aliases == ("Ricky Doyle", "Slim")
    assert len(person.mentions) == 5


@pytest.mark.parametrize(
    ("header", "text", "name", "same"),
    [
        ("Also known as", "Kez", "Kez", True),
        ("Known as", "Kez", "Kez", True),
        ("Alias(es)", "Kez", "Kez", True),
        ("A.K.A.", "Kez", "Kez", True),
        ("Relationship", "Partner, known as Kez", "Kez", True),
        ("Relationship", "Partner; aka “Kez”", "Kez", True),
        ("Relationship", "Partner of Kez", "Kez", False),
        ("Next of kin", "Kez", "Kez", False),
    ],
)
def test_a_row_of_a_table_tells_other_names(header, text, name, same):
    review = (
        Review()
        .add("Kieran Pritchard", "Kieran Pritchard", cell=Cell(0, 1, 0, header="Name"))
        .add(text, name, cell=Cell(0, 1, 1, header=header, row_label="Kieran Pritchard"))
    )
    assert (len(review.link()) == 1) is same


def test_a_name_that_somebody_else_has_too_is_no_alias_and_alone_a_question():
    review = Review().add("Kieran Pritchard, known as Kez, left.", "Kieran Pritchard", "Kez")
    review.add("Kez Brown rang. Then Kez left.", "Kez Brown", "Kez")
    kieran, brown, unclear = review.link()
    assert (kieran.aliases, brown.aliases) == ((), ())
    assert unclear.verdict is ASK
    assert unclear.candidates == (kieran.id, brown.id)


@pytest.mark.parametrize(
    "review",
    [
        Review().add("Mr Ann Hargreaves, formerly Ms Ann Pike", "Mr Ann Hargreaves", "Ms Ann Pike"),
        Review().add("Ann Hargreaves, formerly Mary Pike", "Ann Hargreaves", "Mary Pike"),
        Review().add("Ann Hargreaves (34), formerly Ann Pike (60)", "Ann Hargreaves", "Ann Pike"),
        Review()
        .add("Ann Hargreaves", "Ann Hargreaves", cell=Cell(0, 1, 0, header="Name"))
        .add("Ann Pike", "Ann Pike", cell=Cell(0, 2, 0, header="Name"))
        .add("Ann Hargreaves, formerly Ann Pike", "Ann Hargreaves", "Ann Pike"),
    ],
    ids=["sexes", "given names", "ages", "two rows of one table"],
)
def test_what_speaks_against_it_makes_a_question(review):
    kept, asked = review.link()
    assert (kept.verdict, asked.verdict) == (REPLACE, ASK)
    assert asked.candidates == (kept.id,)
    assert "speaks against" in asked.reason


def test_what_the_map_lists_as_two_is_two():
    listed = [Listed("Ann Hargreaves", PERSON), Listed("Ann Pike", PERSON)]
    review = Review().add("Ann Hargreaves, formerly Ann Pike", "Ann Hargreaves", "Ann Pike")
    assert [entity.verdict for entity in review.link(*listed)] == [REPLACE, REPLACE]


def test_another_name_of_somebody_in_the_map_is_theirs():
    listed = Listed("Ann Hargreaves", PERSON, pseudonym_surname="smith")
    review = met("Ann Pike").add("Ann Hargreaves (née Pike) rang.", "Ann Hargreaves", "Pike")
    person = one_of(*review.link(listed))
    assert (person.known, len(person.mentions)) == (True, 3)


def test_a_former_surname_in_the_map_leaves_the_family_that_bears_it_alone():
    listed = [
        Listed("Ann Hargreaves", PERSON, ("Ann Pike",), pseudonym_surname="smith"),
        Listed("Gwen Pike", PERSON, pseudonym_surname="lewis"),
    ]
    review = met("Gwen Pike", "Pike").add("Ann Hargreaves (née Pike)", "Ann Hargreaves", "Pike")
    assert groups(review.link(*listed)) == [["Gwen Pike", "Pike", "Pike"], ["Ann Hargreaves"]]
