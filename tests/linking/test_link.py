"""Mentions → entities: who is one person, who could be two, and what stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linked_reviews import (
    ASK,
    CHILD,
    FULL,
    KEEP,
    PERSON,
    PROFESSIONAL,
    REPLACE,
    Review,
    groups,
    met,
    named,
    one_of,
)

from redactor.linking.link import link
from redactor.linking.listed import Listed
from redactor.model import (
    Cell,
    EntityType,
    Mention,
    SegmentId,
    Verdict,
)


@pytest.mark.parametrize(
    "form",
    [
        "Danielle",
        "danielle",
        "Ms Hargreaves",
        "Ms Danielle Hargreaves",
        "Hargreaves",
        "HARGREAVES",
        "Hargreaveses",
        "Hargreaves, Danielle",
        "HARGREAVES, Danielle",
        "D. Hargreaves",
        "Ms D Hargreaves",
        "DH",
        "D.H.",
        "Dani",
        "Dani Hargreaves",
        "Danielle\u00a0Hargreaves",
        "DANIELLE HARGREAVES",
        "Dan\u00adielle",
    ],
)
def test_all_forms_of_a_name_are_one_person(form):
    assert groups(met(FULL, form).link()) == [[FULL, form]]
    assert groups(met(form, FULL).link()) == [[form, FULL]]


@pytest.mark.parametrize(
    "other",
    [
        "Colin Hargreaves",
        "Danielle Pritchard",
        "Ms Pritchard",
        "Daniel",
        "Ryan",
        "C. Hargreaves",
        "DP",
        "Donna Hargreaves",
        "Colin Danielle",
    ],
)
def test_another_name_is_another_person(other):
    assert groups(met(FULL, other).link()) == [[FULL], [other]]


def test_the_name_of_an_entity_is_the_fullest_one():
    [person] = met("Dani", "HARGREAVES, Danielle", "Ms Hargreaves").link()
    assert person.name.lower() == "danielle hargreaves"
    assert not person.name.isupper()
    assert met("Ms Hargreaves").link()[0].name == "Ms Hargreaves"


def test_relatives_share_a_family():
    danielle, colin, ryan = met(FULL, "Colin Hargreaves", "Ryan Pritchard").link()
    assert danielle.family == colin.family == "Hargreaves"
    assert ryan.family == "Pritchard"
    assert met("Ryan").link()[0].family == ""


def test_two_people_of_one_given_name_make_the_given_name_a_question():
    one, other, unclear = met(FULL, "Danielle Pritchard", "Danielle").link()
    assert (one.verdict, other.verdict) == (REPLACE, REPLACE)
    assert unclear.verdict is ASK
    assert unclear.candidates == (one.id, other.id)
    assert "Danielle" not in unclear.reason


def test_what_tells_the_two_apart_is_no_question():
    entities = met(FULL, "Danielle Pritchard", "Ms Pritchard", "DH").link()
    assert groups(entities) == [[FULL, "DH"], ["Danielle Pritchard", "Ms Pritchard"]]
    assert all(entity.verdict is REPLACE and not entity.candidates for entity in entities)


def test_titles_tell_a_couple_apart():
    review = met("Mr Colin Hargreaves", "Ms Danielle Hargreaves", "Ms Hargreaves", "Mr Hargreaves")
    assert groups(review.link()) == [
        ["Mr Colin Hargreaves", "Mr Hargreaves"],
        ["Ms Danielle Hargreaves", "Ms Hargreaves"],
    ]


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ([named(FULL, "smith"), named("Colin Hargreaves", "smith")], False),
        ([named(FULL, "smith"), named("Colin Hargreaves", "jones")], True),
        ([named(FULL, "smith"), named("Colin Hargreaves")], True),
        ([named(FULL, "smith"), named("Colin Hargreaves", keep=True)], True),
        ([], False),
    ],
    ids=[
        "one new surname",
        "two new surnames",
        "a label",
        "one of them stays",
        "both will get one surname",
    ],
)
def test_a_surname_alone_is_asked_about_only_where_the_answer_matters(listed, asked):
    entities = met(FULL, "Colin Hargreaves", "Hargreaves").link(*listed)
    assert any(entity.verdict is ASK for entity in entities) is asked
    unclear = [entity for entity in entities if entity.candidates]
    assert all(len(entity.candidates) == 2 for entity in unclear)


@pytest.mark.parametrize(
    ("name", "asked"),
    [("Jack", True), ("Jack Pike", False), ("Jack Doyle", False), ("Doyle", False)],
)
def test_two_children_of_one_name(name, asked):
    listed = [Listed("Jack Pike", CHILD), Listed("Jack Doyle", CHILD)]
    entities = met("Jack Pike", "Jack Doyle", name).link(*listed)
    pike, doyle, *unclear = entities
    assert bool(unclear) is asked
    if unclear:
        assert unclear[0].verdict is ASK
        assert unclear[0].candidates == (pike.id, doyle.id)


SIX = [f"{given} Hargreaves" for given in ("Ann", "Colin", "Danielle", "Holly", "Mark", "Tyler")]


@pytest.mark.parametrize("form", ["Hargreaves", "HARGREAVES", "Hargreaveses"])
@pytest.mark.parametrize("surnames", [["smith"], ["smith", "jones"]])
def test_a_surname_of_six_people(form, surnames):
    listed = [named(name, surnames[i % len(surnames)]) for i, name in enumerate(SIX)]
    *people, last = met(*SIX, form).link(*listed)
    if len(surnames) == 1:
        assert last.verdict is REPLACE
        assert sum(len(person.mentions) for person in (*people, last)) == 7
    else:
        assert last.verdict is ASK
        assert last.candidates == tuple(person.id for person in people)


@pytest.mark.parametrize(
    ("title", "found"),
    [("Mr", ["Mr Colin Hargreaves", "Mr Mark Hargreaves"]), ("Mrs", ["Mrs Ann Hargreaves"])],
)
def test_a_title_and_a_surname_that_two_share(title, found):
    full = ["Mr Colin Hargreaves", "Mr Mark Hargreaves", "Mrs Ann Hargreaves"]
    listed = [named("Colin Hargreaves", "smith"), named("Mark Hargreaves", "jones")]
    listed.append(named("Ann Hargreaves", "smith"))
    entities = met(*full, f"{title} Hargreaves").link(*listed)
    unclear = [entity for entity in entities if entity.verdict is ASK]
    assert bool(unclear) is (len(found) > 1)
    if unclear:
        by_id = {entity.id: entity.mentions[0].text for entity in entities}
        assert [by_id[identity] for identity in unclear[0].candidates] == found


def test_nobody_calls_a_child_by_the_surname_alone():
    listed = [named(FULL, "smith"), Listed("Isla Hargreaves", CHILD)]
    danielle, isla = met(FULL, "Isla Hargreaves", "Hargreaves").link(*listed)
    assert groups([danielle, isla]) == [[FULL, "Hargreaves"], ["Isla Hargreaves"]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Isla (7) slept.", "Isla"),
        ("Isla, aged 7, slept.", "Isla"),
        ("Isla Hargreaves (aged 17) slept.", "Isla Hargreaves"),
        ("Her baby Noah slept.", "Noah"),
        ("The youngest child, Noah, slept.", "Noah"),
        ("Her son Jack slept.", "Jack"),
        ("Her daughter, Amy, slept.", "Amy"),
    ],
)
def test_a_child(text, name):
    assert one_of(*Review().add(text, name).link()).type is CHILD


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Oliver (19) slept.", "Oliver"),
        ("Oliver, aged 45, slept.", "Oliver"),
        ("Her son Peter Hughes drove.", "Peter Hughes"),
        ("Her son, Mr Hughes, drove.", "Mr Hughes"),
        # A share in brackets is taken for an age.
        ("Oliver (7%) paid.", "Oliver"),
        ("Oliver (7.30 a.m.) paid.", "Oliver"),
        ("The baby slept. Oliver drove.", "Oliver"),
        ("Oliver drove the child.", "Oliver"),
    ],
)
def test_no_child(text, name):
    assert one_of(*Review().add(text, name).link()).type is PERSON


def test_the_family_table_tells_the_children():
    review = (
        Review()
        .add("Isla", "Isla", cell=Cell(0, 1, 0, header="Name"))
        .add("Child of the victim", cell=Cell(0, 1, 1, row_label="Isla"))
        .add("Colin Hughes", "Colin Hughes", cell=Cell(0, 2, 0, header="Name"))
        .add("Partner, aged 41", cell=Cell(0, 2, 1, row_label="Colin Hughes"))
        .add("Isla slept.", "Isla")
    )
    child, partner = review.link()
    assert (child.type, len(child.mentions)) == (CHILD, 2)
    assert partner.type is PERSON


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Dr Okafor wrote.", "Dr Okafor", "GP"),
        ("Social Worker Priya Nair wrote.", "Priya Nair", "SW"),
        ("Jean Lowe (HV) wrote.", "Jean Lowe", "HV"),
        ("Jean Lowe, Midwife, wrote.", "Jean Lowe", "MW"),
        ("Jean Lowe, a health visitor, wrote.", "Jean Lowe", "HV"),
        ("DC Mills wrote.", "DC Mills", "DC"),
    ],
)
def test_a_professional_has_the_code_of_the_role(text, name, role):
    entity = one_of(*Review().add(text, name).link())
    assert (entity.type, entity.role) == (PROFESSIONAL, role)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mr Price wrote.", "Mr Price"),
        ("Tom Reed told the social worker.", "Tom Reed"),
        ("He saw a social worker. Tom Reed left.", "Tom Reed"),
        ("Tom Reed and his GP wrote.", "Tom Reed"),
        ("the social worker told Tom Reed.", "Tom Reed"),
        ("Auntie Jean wrote.", "Auntie Jean"),
    ],
)
def test_no_professional(text, name):
    entity = one_of(*Review().add(text, name).link())
    assert (entity.type, entity.role) == (PERSON, "")


def test_a_role_that_stands_beside_a_name_once_in_a_while_is_none():
    review = met(*["Tom Reed"] * 8).add("Tom Reed (GP)", "Tom Reed")
    assert one_of(*review.link()).role == ""


@pytest.mark.parametrize(
    ("text", "name", "more"),
    [
        ("Susan Marsh", "Susan Marsh", {"heading": "The Review Panel", "cell": Cell(0, 1, 0)}),
        ("Susan Marsh", "Susan Marsh", {"cell": Cell(0, 1, 0, header="Panel member")}),
        ("Susan Marsh", "Susan Marsh", {"cell": Cell(0, 1, 1, row_label="Independent Chair")}),
        ("Independent Chair: Susan Marsh", "Susan Marsh", {}),
        ("The chair and author of this review was Susan Marsh.", "Susan Marsh", {}),
        ("Overview writer \u2013 Susan Marsh", "Susan Marsh", {}),
    ],
)
def test_who_wrote_the_review_stays_wherever_they_are_named(text, name, more):
    review = Review().add(text, name, **more).add("Then Susan Marsh left.", "Susan Marsh")
    entity = one_of(*review.link())
    assert entity.verdict is KEEP
    assert entity.reason
    assert len(entity.mentions) == 2


@pytest.mark.parametrize(
    ("full", "part", "verdicts"),
    [
        ("Ms Susan Marsh", "Ms Marsh", [KEEP]),
        ("Ms Susan Marsh", "Marsh, Susan", [KEEP]),
        ("Susan Marsh", "SUSAN MARSH", [KEEP]),
        ("Susan Marsh", "Ms Marsh", [KEEP, ASK]),
        ("Susan Marsh", "Susan", [KEEP, ASK]),
        ("Susan Marsh", "Marsh", [KEEP, ASK]),
        ("Susan Marsh", "S. Marsh", [KEEP, ASK]),
    ],
)
def test_only_the_whole_name_of_who_stays_is_sure_to_stay(full, part, verdicts):
    review = Review().add(f"Independent Chair: {full}", full).add(f"{part} left.", part)
    assert [entity.verdict for entity in review.link()] == verdicts


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Susan Marsh", {"heading": "The family", "cell": Cell(0, 1, 0, header="Name")}),
        ("Susan Marsh", {"heading": "The Review Panel"}),
        ("The chair broke. Susan Marsh left.", {}),
        ("Susan Marsh told the chair of the panel.", {}),
    ],
    ids=["another table", "no table", "a chair to sit on", "told the chair"],
)
def test_who_did_not_write_the_review_goes(text, more):
    assert one_of(*Review().add(text, "Susan Marsh", **more).link()).verdict is REPLACE


THANET = Listed("Thanet", EntityType.PLACE, aliases=("The Isle",))
TRUST = Listed("Isle of Thanet NHS Trust", EntityType.ORGANISATION)


def test_what_the_map_names_is_known_under_the_maps_name_and_type():
    review = (
        Review()
        .add("Thanet", "Thanet", type=EntityType.PLACE)
        .add("THANET", "THANET", type=EntityType.ORGANISATION)
        .add("The Isle", "The Isle", type=EntityType.PLACE)
        .add("Isle of Thanet NHS Trust", TRUST.name, type=EntityType.HOSPITAL)
        .add("Margate", "Margate", type=EntityType.PLACE)
    )
    thanet, trust, margate = review.link(THANET, TRUST)
    assert (thanet.name, thanet.known, len(thanet.mentions)) == ("Thanet", True, 3)
    assert (trust.type, trust.known) == (EntityType.ORGANISATION, True)
    assert (margate.known, margate.verdict) == (False, REPLACE)


def test_people_of_the_map_are_known_by_name_alias_and_parts():
    listed = Listed(FULL, PERSON, aliases=("Bee",))
    danielle, ryan = met("Bee", "Ms Hargreaves", "DH", "Ryan").link(listed)
    assert (danielle.name, danielle.known, len(danielle.mentions)) == (FULL, True, 3)
    assert (ryan.name, ryan.known) == ("Ryan", False)


def test_the_map_says_who_is_a_child_or_a_professional():
    listed = [Listed("Isla Pritchard", CHILD), Listed("Dr Okafor", PROFESSIONAL, role="GP")]
    isla, okafor = met("Isla", "Dr Okafor").link(*listed)
    assert (isla.type, okafor.type, okafor.role) == (CHILD, PROFESSIONAL, "GP")


def test_who_is_kept_by_the_map_stays_for_the_maps_reason():
    listed = Listed("Margaret Ellwood", PERSON, keep=True, reason="panel member")
    entity = one_of(*met("Margaret Ellwood", "Ellwood, Margaret").link(listed))
    assert (entity.verdict, entity.reason, entity.known) == (KEEP, "panel member", True)


def test_nobody_comes_from_the_map_who_is_not_mentioned():
    assert groups(met("Ryan").link(Listed(FULL, PERSON), THANET)) == [["Ryan"]]


@pytest.mark.parametrize(
    ("one", "other", "kind", "same"),
    [
        ("485 777 3456", "4857773456", EntityType.NHS_NUMBER, True),
        ("485 777 3456", "485 777 3457", EntityType.NHS_NUMBER, False),
        ("the Moat", "Moat", EntityType.PLACE, True),
        ("Moat", "MOAT", EntityType.PLACE, True),
        ("Moat", "Moat House", EntityType.PLACE, False),
    ],
)
def test_spellings_of_what_is_no_person(one, other, kind, same):
    review = Review().add(f"{one}; {other}", one, type=kind)
    review.add(other, other, type=kind)
    assert (len(review.link()) == 1) is same


def test_unproven_people_are_asked_about_by_their_words_and_take_nobody_in():
    review = met(FULL).add("Bexil rang.", "Bexil", verdict=ASK).add("Bexil", "Bexil", verdict=ASK)
    danielle, bexil = review.link()
    assert (danielle.verdict, len(danielle.mentions)) == (REPLACE, 1)
    assert (bexil.verdict, len(bexil.mentions), bexil.candidates) == (ASK, 2, ())


def test_ids_are_numbered_by_type_in_order_of_first_appearance():
    review = (
        met("Ryan Pritchard", FULL)
        .add("Margate", "Margate", type=EntityType.PLACE)
        .add("Isla (7)", "Isla")
        .add("Colin Hughes", "Colin Hughes")
        .add("Ramsgate", "Ramsgate", type=EntityType.PLACE)
    )
    ids = [entity.id for entity in review.link()]
    assert ids == ["person-1", "person-2", "place-1", "child-1", "person-3", "place-2"]


def test_the_order_in_which_mentions_are_handed_in_changes_nothing():
    review = met(FULL, "Danielle Pritchard", "Danielle", "Ms Hargreaves", "Ryan")
    assert link(review.mentions[::-1], review.segments) == review.link()


def test_nothing_in_nothing_out():
    assert link([], []) == []


_NAMES = st.sampled_from(
    [
        FULL, "Danielle", "Ms Hargreaves", "Mr Hargreaves", "Hargreaves", "Colin Hargreaves",
        "Danielle Pritchard", "DH", "DP", "Dani", "D. Hargreaves", "Hargreaves, Colin", "Isla",
        "Dr Okafor", "Okafor", "Margaret Ellwood", "Ellwood-Hargreaves", "Ms", "x", "\u00ad",
    ]
)  # fmt: skip
_KINDS = st.sampled_from([PERSON, PERSON, CHILD, EntityType.PLACE, EntityType.NHS_NUMBER])
_LISTED = st.lists(
    st.sampled_from(
        [
            named(FULL, "smith"),
            named("Colin Hargreaves", "smith"),
            named("Margaret Ellwood", keep=True),
            Listed("Isla", CHILD),
            Listed("Dr Okafor", PROFESSIONAL, role="GP"),
            THANET,
        ]
    ),
    unique_by=lambda one: one.name,
)


def place(mention: Mention) -> tuple[SegmentId, int]:
    return mention.segment_id, mention.span.start


@given(st.lists(st.tuples(_NAMES, _KINDS, st.sampled_from(Verdict)), max_size=12), _LISTED)
def test_every_mention_is_in_exactly_one_entity(written, listed):
    review = Review()
    for name, kind, verdict in written:
        review.add(f"They met {name} there.", name, type=kind, verdict=verdict)
    entities = review.link(*listed)
    linked = [place(mention) for entity in entities for mention in entity.mentions]
    places = [place(mention) for mention in review.mentions]
    assert sorted(linked) == sorted(places)
    ids = [entity.id for entity in entities]
    assert len(set(ids)) == len(ids)
    assert all(set(entity.candidates) <= set(ids) - {entity.id} for entity in entities)
    assert all(entity.mentions for entity in entities)
    firsts = [places.index(place(entity.mentions[0])) for entity in entities]
    assert firsts == sorted(firsts)
