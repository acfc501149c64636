"""Proposals for what nobody has named yet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.model import Entity, EntityId, EntityType, Verdict
from redactor.pseudonyms.faults import words_elsewhere
from redactor.pseudonyms.numbering import (
    letters,
    next_lettered,
    next_numbered,
    next_placeholder_number,
    placeholder,
)
from redactor.pseudonyms.organisations import named_after_place
from redactor.pseudonyms.pool import pool_names
from redactor.pseudonyms.propose import propose, with_uncertain
from redactor.pseudonyms.schema import (
    KeepEntry,
    MapEntity,
    PseudonymMap,
    Status,
    UncertainEntry,
)
from redactor.text.fold import key
from redactor.text.names import parse_person
from redactor.text.words import words

EMPTY = PseudonymMap(review="area-a")
THANET = MapEntity(
    real="Thanet", pseudonym="Area A", type=EntityType.PLACE, aliases=("Isle of Thanet",)
)


def entities(*described):
    return [
        Entity(EntityId(str(n)), EntityType(type), name, **dict(more))
        for n, (type, name, *more) in enumerate(described)
    ]


def proposed(found, names=EMPTY, **more):
    return [entry.pseudonym for entry in propose(names, found, **more).entities]


def test_labels_follow_the_order_of_appearance():
    found = entities(
        ("child", "Isla"),
        ("place", "Margate"),
        ("child", "Tyler"),
        ("hospital", "St Alphege Hospital"),
        ("practice", "Cliffside Medical Centre"),
        ("school", "Holy Trinity"),
        ("organisation", "Porchlight"),
        ("place", "Ramsgate"),
        ("professional", "Dr Okafor", ("role", "GP")),
        ("professional", "Mrs Sandhu", ("role", "HV")),
        ("professional", "Dr Rao", ("role", "GP")),
        ("professional", "Dr Siddiqui", ("role", "PSYCHIATRIST")),
        ("professional", "Mrs Peverell"),
    )
    assert proposed(found) == [
        "Child A",
        "Area A",
        "Child B",
        "Hospital A",
        "GP Practice A",
        "School A",
        "Organisation A",
        "Area B",
        "GP1",
        "the Health Visitor",
        "GP2",
        "the Psychiatrist",
        "Professional 1",
    ]


def test_letters_and_numbers_go_on_from_the_map():
    names = PseudonymMap(
        review="r",
        entities=(
            MapEntity(real="Tyler", pseudonym="Child C", type=EntityType.CHILD),
            MapEntity(real="Dr Rao", pseudonym="GP7", type=EntityType.PROFESSIONAL),
        ),
    )
    found = entities(("child", "Isla"), ("professional", "Dr Okafor", ("role", "GP")))
    assert proposed(found, names)[2:] == ["Child D", "GP8"]


def test_what_is_retired_is_never_given_again():
    found = entities(
        ("child", "Isla"),
        ("professional", "Dr Okafor", ("role", "GP")),
        ("organisation", "Thanet Trust"),
        ("person", "Helen Fairbrother"),
    )
    names = EMPTY.with_entities([THANET])
    first = proposed(found, names)[1:]
    assert first[:3] == ["Child A", "the GP", "Area A Trust"]
    again = proposed(found, names.changed(retired=("Child C", "gp 4", "AREA A TRUST", first[3])))
    assert again[1:4] == ["Child D", "GP5", "Organisation A"]
    assert not {*first[3].split()} & {*again[4].split()}


def test_a_frozen_map_only_grows():
    names = PseudonymMap(
        review="r",
        frozen=True,
        entities=(MapEntity(real="Tyler", pseudonym="Child C", type="child", status="proposed"),),
    )
    grown = propose(names, entities(("child", "Isla"), ("child", "Tyler")))
    assert [e.pseudonym for e in grown.entities] == ["Child C", "Child D"]
    assert grown.frozen
    assert grown.entities[0] == names.entities[0]


def test_a_proposal_is_marked_as_one_and_keeps_role_and_aliases():
    found = entities(
        ("professional", "Dr Okafor", ("role", "GP"), ("aliases", ("Chidi", "Dr\nOkafor"))),
    )
    (entry,) = propose(EMPTY, found).entities
    assert entry.status is Status.PROPOSED
    assert entry.role == "GP"
    assert entry.aliases == ("Chidi",)


def test_an_adult_gets_a_name_of_the_same_parts_and_sex():
    found = entities(("person", "Helen Fairbrother"), ("person", "Kasia"), ("person", "Mr Novak"))
    full, single, titled = (parse_person(name) for name in proposed(found))
    assert full.first in pool_names("female")
    assert full.first[0] != "H"
    assert full.surname in pool_names("surnames")
    assert single.given
    assert not single.surname
    assert titled.title == "Mr"
    assert titled.surname in pool_names("surnames")


def test_relatives_share_a_surname_with_each_other_and_with_the_map():
    names = PseudonymMap(
        review="r", entities=(MapEntity(real="Danielle Hargreaves", pseudonym="Connie Smith"),)
    )
    found = entities(
        ("person", "Graham Hargreaves"),
        ("person", "Mrs Hargreaves"),
        ("person", "Kieran Pritchard"),
        ("person", "Lorraine PRITCHARD"),
        ("person", "Gemma Whitlock", ("family", "Pritchard")),
    )
    graham, mrs, kieran, lorraine, gemma = (parse_person(p) for p in proposed(found, names)[1:])
    assert graham.surname == mrs.surname == "Smith"
    assert mrs.title == "Mrs"
    assert kieran.surname == lorraine.surname == gemma.surname != "Smith"
    assert len({graham.first, kieran.first, lorraine.first, gemma.first}) == 4


def test_no_name_that_stands_in_the_review_is_taken():
    found = entities(("person", "Helen Fairbrother"))
    first = parse_person(proposed(found)[0])
    again = parse_person(
        proposed(found, review_words=frozenset({first.first.lower(), first.surname.lower()}))[0]
    )
    assert again.first != first.first
    assert again.surname != first.surname


@pytest.mark.parametrize(
    ("type", "name", "more"),
    [
        ("person", "Zofia", {"verdict": Verdict.ASK}),
        ("person", "Mary", {"verdict": Verdict.KEEP}),
        ("person", "Danielle Hargreaves", {"known": True}),
        ("person", "DANI", {}),
        ("person", "margaret ellwood", {}),
        ("person", "Connie\u00a0Smith", {}),
        ("phone", "01843 000000", {}),
    ],
)
def test_what_is_decided_uncertain_or_an_identifier_is_left_alone(type, name, more):
    names = PseudonymMap(
        review="r",
        entities=(
            MapEntity(real="Danielle Hargreaves", pseudonym="Connie Smith", aliases=("Dani",)),
        ),
        keep=(KeepEntry(text="Margaret Ellwood"),),
    )
    assert propose(names, entities((type, name, *more.items()))) == names


@pytest.mark.parametrize(
    ("name", "pseudonym"),
    [
        ("Thanet NHS Trust", "Area A NHS Trust"),
        ("Isle of Thanet NHS Trust", "Area A NHS Trust"),
        ("THANET District Council", "Area A District Council"),
        ("Council of Thanet", "Council of Area A"),
        ("Isle of  Thanet\u2019s Trust", "Area A\u2019s Trust"),
        ("Porchlight Thanet", ""),
        ("Thanet", ""),
        ("Thanetian Society", ""),
        ("Hospital Trust", ""),
        ("Mark Thanet Trust", ""),
    ],
)
def test_an_organisation_named_after_a_place_keeps_its_plain_words(name, pseudonym):
    mark = MapEntity(real="Mark Pike", pseudonym="Ryan Davis")
    assert named_after_place(name, [THANET, mark]) == pseudonym


def test_isle_of_goes_with_a_place_that_is_listed_without_it():
    place = MapEntity(real="Thanet", pseudonym="Area A", type=EntityType.PLACE)
    assert named_after_place("Isle of Thanet Trust", [place]) == "Area A Trust"


def test_an_organisation_follows_a_place_that_appears_later():
    found = entities(
        ("organisation", "Thanet Trust"),
        ("organisation", "Isle of Thanet Trust"),
        ("place", "Thanet", ("aliases", ("Isle of Thanet",))),
    )
    assert proposed(found) == ["Area A Trust", "Organisation A", "Area A"]


def test_somebody_elses_alias_is_not_taken_a_second_time():
    found = entities(
        ("person", "Helen Fairbrother", ("aliases", ("Nell",))),
        ("person", "Eleanor Pike", ("aliases", ("Nell", "Ellie"))),
        ("person", "HELEN FAIRBROTHER"),
    )
    helen, eleanor = propose(EMPTY, found).entities
    assert helen.aliases == ("Nell",)
    assert eleanor.aliases == ("Ellie",)


def test_an_empty_pool_ends_in_letters():
    taken = frozenset(n.lower() for sex in ("female", "male", "neutral") for n in pool_names(sex))
    found = entities(("person", "Helen Fairbrother"), ("person", "Kasia"))
    assert proposed(found, review_words=taken) == ["Adult A", "Adult B"]


def test_places_beyond_two_letters_end():
    named = PseudonymMap(
        review="r", entities=(MapEntity(real="Thanet", pseudonym="Area ZZ", type=EntityType.PLACE),)
    )
    found = entities(("place", "Ramsgate"), ("place", "Margate"))
    assert [e.pseudonym for e in propose(named, found).entities[1:]] == ["Area AAA", "Area AAB"]


def test_words_in_doubt_get_a_placeholder_once():
    names = with_uncertain(EMPTY, [("Zofia", EntityType.PERSON, "seen once")])
    again = ("ZOFIA", EntityType.PERSON, "")
    names = with_uncertain(names, [again, ("Cliffside\nCentre", EntityType.PRACTICE, "")])
    assert [(e.text, e.placeholder, e.reason) for e in names.uncertain] == [
        ("Zofia", "[PERSON 1?]", "seen once"),
        ("Cliffside Centre", "[PRACTICE 2?]", ""),
    ]


def test_decided_words_get_no_placeholder():
    names = PseudonymMap(review="r", entities=(THANET,), keep=(KeepEntry(text="Kent"),))
    assert with_uncertain(names, [("THANET", EntityType.PLACE, "")]) == names
    assert with_uncertain(names, [("Kent", EntityType.PLACE, "")]) == names


# ---- numbering -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "written"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (702, "ZZ")]
)
def test_letters(number, written):
    assert letters(number) == written


@pytest.mark.parametrize(
    ("used", "following"),
    [
        ([], "Area A"),
        (["Area B"], "Area C"),
        (["Area Z"], "Area AA"),
        (["Area AZ", "Area C"], "Area BA"),
        (["Area B Trust", "Village D", "area E", "Area KENT", "Area 3"], "Area A"),
    ],
)
def test_the_next_letter(used, following):
    assert next_lettered("Area", used) == following


@pytest.mark.parametrize(
    ("role", "used", "following"),
    [
        ("GP", [], "GP1"),
        ("GP", ["GP2", "gp 9", "SW30", "GP"], "GP10"),
        ("Professional", ["Professional 4"], "Professional 5"),
        ("PSYCHIATRIST", ["Psychiatrist 1"], "Psychiatrist 2"),
    ],
)
def test_the_next_number(role, used, following):
    assert next_numbered(role, used) == following


def test_the_next_placeholder_counts_over_all_types():
    opened = [
        UncertainEntry(text="a", placeholder="[PERSON 7?]"),
        UncertainEntry(text="b", placeholder="[PLACE 9?]"),
        UncertainEntry(text="c", placeholder="my own"),
    ]
    names = PseudonymMap(review="r", uncertain=opened)
    number = next_placeholder_number(names)
    assert placeholder(EntityType.NHS_NUMBER, number) == "[NHS NUMBER 10?]"


# ---- laws ------------------------------------------------------------------------------------

NAMES = st.lists(
    st.sampled_from(
        "Mr Dr Ms Ann Graham Thanet Trust Novak Pike Area A GP1 Child O\u2019Dowd".split()
    ),
    min_size=1,
    max_size=4,
).map(" ".join)
FOUND = st.lists(
    st.builds(
        dict,
        type=st.sampled_from([t for t in EntityType if not t.is_identifier]),
        name=NAMES,
        aliases=st.lists(NAMES, max_size=2).map(tuple),
        role=st.sampled_from(["", "GP", "TEACHER"]),
        family=st.sampled_from(["", "Pike"]),
    ),
    max_size=8,
)


@given(FOUND, FOUND)
def test_proposals_never_contradict_and_change_nothing_decided(first, second):
    def made(described, start):
        return [Entity(EntityId(str(start + n)), **d) for n, d in enumerate(described)]

    review_words = frozenset(
        word.key for d in first + second for word in words(" ".join((d["name"], *d["aliases"])))
    )
    before = propose(EMPTY, made(first, 0), review_words)
    after = propose(before, made(second, 100), review_words)
    assert after.entities[: len(before.entities)] == before.entities
    assert propose(after, made(first + second, 0), review_words) == after
    listed = {key(name) for entry in after.entities for name in entry.names}
    pseudonyms = {key(entry.pseudonym) for entry in before.entities}
    for d in first + second:
        assert key(d["name"]) in listed | pseudonyms


def test_no_name_of_the_pool_is_part_of_a_name_that_stays():
    person = entities(("person", "Helen Fairbrother"))
    (first,) = proposed(person)
    given, surname = first.split()
    kept = EMPTY.with_keep([KeepEntry(text=f"{given}bourne"), KeepEntry(text=f"The {surname}s")])
    (again,) = proposed(person, kept)
    assert not {given, surname} & {*again.split()}


def test_no_proposal_has_a_name_of_another_review():
    person = entities(("person", "Helen Fairbrother"))
    (first,) = proposed(person)
    other = PseudonymMap(review="other", entities=(MapEntity(real="Bo Li", pseudonym=first),))
    (again,) = proposed(person, review_words=words_elsewhere([other]))
    assert not {*first.split()} & {*again.split()}
