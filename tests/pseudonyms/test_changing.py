"""What a person does to a map, and what is refused without a word of a real name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from map_strategies import maps

from redactor.errors import MapError
from redactor.model import EntityType
from redactor.pseudonyms.changing import (
    added,
    brought_back,
    frozen,
    kept,
    removed,
    renamed,
    unfrozen,
    unkept,
    with_field,
)
from redactor.pseudonyms.faults import keeping_reveals, pseudonym_faults, pseudonym_notes
from redactor.pseudonyms.freezing import only_grows
from redactor.pseudonyms.lookup import entity_for
from redactor.pseudonyms.reading import parse_map
from redactor.pseudonyms.regrouping import aliased, merged, split, unaliased
from redactor.pseudonyms.schema import MapEntity, PseudonymMap, Recipient, Status
from redactor.text.fold import key

NAMES = parse_map("""\
review: area-a
entities:
  - {real: Danielle Hargreaves, pseudonym: Connie Smith, aliases: [Dani, Danielle Pritchard]}
  - {real: Isla Pritchard, pseudonym: Child B, type: child}
  - {real: Dr Okafor, pseudonym: GP1, type: professional, role: GP, status: proposed}
  - {real: Thanet, pseudonym: Area A, type: place}
  - {real: Anne-Marie Hill, pseudonym: Nora Bell}
keep:
  - {text: Margaret Ellwood, reason: panel member}
uncertain:
  - {text: Gracie, placeholder: "[PERSON 1?]"}
retired: [GP4, Tina Moss]
""")
REAL = "danielle hargreaves dani pritchard isla okafor thanet anne marie ellwood gracie".split()


def by_real(names):
    return {entity.real: entity for entity in names.entities}


def called(names, who):
    return entity_for(names, who).pseudonym


def refusal(change, *args, **more):
    with pytest.raises(MapError) as caught:
        change(*args, **more)
    message = str(caught.value)
    assert not [word for word in REAL if word in message.lower()]
    assert message[0].isupper() or message[0] == "“"
    assert message.endswith(".")
    assert "\n" not in message
    return message


# ---- who is meant ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "pseudonym"),
    [
        ("Danielle Hargreaves", "Connie Smith"),
        ("DANI", "Connie Smith"),
        ("connie\u00a0smith", "Connie Smith"),
        ("gp1", "GP1"),
        ("GP 1", "GP1"),
        ("ChildB", "Child B"),
        ("anne\u2010marie hill", "Nora Bell"),
        ("Annemarie Hill", "Nora Bell"),
    ],
)
def test_somebody_is_found_by_any_of_her_names(typed, pseudonym):
    assert entity_for(NAMES, typed).pseudonym == pseudonym


@pytest.mark.parametrize("typed", ["Connie", "Hargreaves", "Smith", "B", ""])
def test_part_of_a_name_is_not_enough(typed):
    assert refusal(entity_for, NAMES, typed).startswith("No entry of the map has that name.")


def test_the_most_alike_are_told_by_their_pseudonyms():
    said = refusal(entity_for, NAMES, "Daniele Hargreves")
    assert said.startswith("No entry of the map has that name. The most alike: “Connie Smith”")
    assert said.count("“") == 3
    assert refusal(entity_for, PseudonymMap(review="r"), "Dani").endswith("that name.")


def test_a_name_that_two_could_have_is_refused():
    two = NAMES.with_entities([MapEntity(real="Annemarie Hill", pseudonym="Mia Kay")])
    said = refusal(entity_for, two, "AnneMarieHill")
    assert "“Nora Bell” or “Mia Kay”" in said
    assert called(two, "Annemarie Hill") == "Mia Kay"


# ---- pseudonyms that cannot serve ------------------------------------------------------------

OTHER = PseudonymMap(
    review="area-b",
    entities=(
        MapEntity(real="Petra Vance", pseudonym="Mia Kay"),
        MapEntity(real="Ola", pseudonym="Child C", type=EntityType.CHILD),
    ),
)


@pytest.mark.parametrize(
    ("pseudonym", "type", "says"),
    [
        ("", "person", "at least one letter"),
        ("?!", "person", "at least one letter"),
        ("x" * 81, "person", "at most 80"),
        ("Danielle Hargreaves", "person", "is a real name in this review"),
        ("thanet", "place", "is a real name in this review"),
        ("Gracie", "person", "is a real name in this review"),
        ("Mia Hargreaves", "person", "part of a real name"),
        ("Mia Hill", "person", "part of a real name"),
        ("Gracie Moor", "person", "part of a real name"),
        ("Pritchard House", "school", "part of a real name"),
        ("connie smith", "person", "somebody else"),
        ("GP4", "professional", "published once"),
        ("tina moss", "person", "published once"),
        ("Margaret", "person", "this review keeps"),
        ("Margaret Ellwood-Moor", "person", "this review keeps"),
        ("Mia Kay", "person", "Another map of this folder"),
        ("Petra Vance", "person", "real name in another map"),
        ("Holly", "person", "word of English"),
        ("Mia Sturgeon", "person", "stands in the review"),
    ],
)
def test_a_pseudonym_that_cannot_serve(pseudonym, type, says):
    faults = pseudonym_faults(NAMES, pseudonym, EntityType(type), [OTHER], frozenset({"sturgeon"}))
    assert says in faults[0]
    assert not pseudonym or pseudonym not in faults[0]


@pytest.mark.parametrize(
    ("pseudonym", "type"),
    [
        ("Mia Moor", "person"),
        ("Holly Moor", "person"),
        ("Mr Brook", "person"),
        ("Connie", "person"),
        ("Child C", "child"),
        ("GP2", "professional"),
        ("Hill House", "school"),
        ("Ellwood Ward 1", "hospital"),
        ("the Neighbour", "person"),
        ("Sturgeon House", "school"),
    ],
)
def test_a_pseudonym_that_can_serve(pseudonym, type):
    words = frozenset({"connie", "sturgeon", "mr"})
    assert pseudonym_faults(NAMES, pseudonym, EntityType(type), [OTHER], words) == []


def test_a_label_may_have_a_word_of_what_somebody_is_called():
    names = added(NAMES, "the Neighbour from Hull", "Neighbour 1")
    assert pseudonym_faults(names, "the Neighbour", EntityType.PERSON) == []
    assert pseudonym_faults(names, "Hull Neighbour", EntityType.PERSON) != []


def test_the_same_initial_is_only_a_note():
    person = EntityType.PERSON
    assert "same letter" in pseudonym_notes("Dora Finch", ["Danielle Hargreaves"], person)[0]
    assert pseudonym_notes("Mia Kaye", ["Danielle Hargreaves", "Dani"], person) == []
    assert "word of English" in pseudonym_notes("Holly Kaye", ["Dani"], person)[0]
    assert pseudonym_notes("GP1", ["Gerry"], EntityType.PROFESSIONAL) == []


def test_keeping_part_of_a_replaced_name_reveals_it():
    assert keeping_reveals(NAMES, "Mrs Hargreaves")
    assert not keeping_reveals(NAMES, "Hugh Pargeter")
    assert not keeping_reveals(NAMES, "Thanet")


# ---- single entries --------------------------------------------------------------------------


def test_adding_with_a_pseudonym_and_without():
    names = added(
        NAMES,
        " Kasia   Nowak ",
        "Mia Kay",
        aliases=["Kas", "kas", "KASIA NOWAK"],
        role="advocate",
    )
    new = names.entities[-1]
    assert (new.real, new.pseudonym, new.status) == ("KASIA NOWAK", "Mia Kay", Status.CONFIRMED)
    assert new.aliases == ("kas",)
    proposed = added(NAMES, "Dr Rao", type=EntityType.PROFESSIONAL, role="GP").entities[-1]
    assert (proposed.pseudonym, proposed.status) == ("GP5", Status.PROPOSED)
    assert added(NAMES, "Gracie", "Mia Kay").uncertain == ()


def test_a_proposal_shares_no_name_with_another_map():
    first = added(NAMES, "Kasia Nowak").entities[-1].pseudonym
    other = PseudonymMap(review="b", entities=(MapEntity(real="Petra Vance", pseudonym=first),))
    again = added(NAMES, "Kasia Nowak", other_maps=[other]).entities[-1].pseudonym
    assert not {*first.split()} & {*again.split()}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("Dani", "Mia Kay"), "belongs to “Connie Smith” already"),
        (("Margaret Ellwood", "Mia Kay"), "is kept by the map"),
        (("Connie Smith", "Mia Kay"), "is a pseudonym of the map"),
        (("...", "Mia Kay"), "The real name has no letter or digit"),
        (("Ann\u2028Pike" * 30, "Mia Kay"), "The real name is longer than 200"),
        (("Ann Pike", "Nora Bell"), "somebody else"),
        (("Ann Pike", "Ann Pike"), "is a real name"),
        (("Ann Pike", "Nell Pike"), "part of a real name"),
        (("Ann Pike", "Mia Kay", EntityType.PERSON, ["Dani"]), "belongs to “Connie Smith”"),
        (("Ann Pike", "Mia Kay", EntityType.PERSON, ["?"]), "The other name has no letter"),
        (("01632 960001", None, EntityType.PHONE), "Say what is to be written instead"),
    ],
)
def test_what_cannot_be_added(arguments, says):
    assert says in refusal(added, NAMES, *arguments)


def test_renaming_confirms_and_retires_what_was_confirmed():
    names = renamed(NAMES, "Dani", "Clara Kay")
    entity = names.entity_named("Dani")
    assert (entity.pseudonym, entity.status) == ("Clara Kay", Status.CONFIRMED)
    assert names.retired == (*NAMES.retired, "Connie Smith")
    proposed = renamed(NAMES, "GP1", "GP7")
    assert (called(proposed, "Dr Okafor"), proposed.retired) == ("GP7", NAMES.retired)


def test_another_spelling_of_a_pseudonym_retires_nothing():
    assert renamed(NAMES, "Dani", "Connie SMITH").retired == NAMES.retired
    assert renamed(NAMES, "Dani", "Connie Smith") == NAMES
    assert renamed(NAMES, "GP1", "GP1").entity_named("Dr Okafor").status is Status.CONFIRMED


def test_a_retired_pseudonym_comes_back_only_when_asked_for():
    names = renamed(NAMES, "Dani", "Clara Kay")
    assert "published once" in refusal(renamed, names, "Dani", "Connie Smith")
    back = renamed(names, "Dani", "Connie Smith", back=True)
    assert (called(back, "Dani"), back.retired) == (
        "Connie Smith",
        ("GP4", "Tina Moss", "Clara Kay"),
    )


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("type", "professional", EntityType.PROFESSIONAL),
        ("role", " IDVA ", "IDVA"),
        ("status", "proposed", Status.PROPOSED),
        ("pseudonym", "Clara Kay", "Clara Kay"),
        ("real", "Danielle Louise Hargreaves", "Danielle Louise Hargreaves"),
    ],
)
def test_setting_a_field(field, value, expected):
    entity = with_field(NAMES, "Connie Smith", field, value).entity_named("Dani")
    assert getattr(entity, field) == expected


def test_the_old_real_name_stays_as_an_alias():
    entity = with_field(NAMES, "Dani", "real", "Danielle Pritchard").entity_named("Dani")
    assert entity.names == ("Danielle Pritchard", "Danielle Hargreaves", "Dani")
    entity = with_field(NAMES, "Dani", "real", "DANIELLE HARGREAVES").entity_named("Dani")
    assert entity.names == ("DANIELLE HARGREAVES", "Dani", "Danielle Pritchard")


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("type", "cat", "one of person, child, professional, place"),
        ("status", "final", "one of confirmed, proposed"),
        ("real", "Isla Pritchard", "belongs to “Child B”"),
        ("real", "!", "no letter or digit"),
        ("role", "x" * 201, "The role is longer"),
        ("pseudonym", "Nora Bell", "somebody else"),
        ("colour", "red", "one of type, role, status, pseudonym, real"),
    ],
)
def test_what_cannot_be_set(field, value, says):
    assert says in refusal(with_field, NAMES, "Dani", field, value)


def test_keeping_and_keeping_no_longer():
    names = kept(NAMES, "Hugh  Pargeter", "chair")
    assert (names.keep[-1].text, names.keep[-1].reason) == ("Hugh Pargeter", "chair")
    again = kept(names, "margaret ellwood", "author")
    assert [entry.reason for entry in again.keep] == ["author", "chair"]
    assert unkept(names, "HUGH PARGETER") == NAMES
    assert kept(NAMES, "Gracie", "a word").uncertain == ()
    assert "by “Connie Smith”" in refusal(kept, NAMES, "Dani", "no")
    assert "is a pseudonym" in refusal(kept, NAMES, "gp1", "no")
    assert "no letter" in refusal(kept, NAMES, "-", "no")
    assert "not kept" in refusal(unkept, NAMES, "Hugh Pargeter")


def test_removing_retires_what_was_confirmed():
    names = removed(NAMES, "Isla Pritchard")
    assert names.entity_named("Isla Pritchard") is None
    assert names.retired[-1] == "Child B"
    assert removed(NAMES, "GP1").retired == NAMES.retired


# ---- names from one entry to another ---------------------------------------------------------


def test_other_names():
    names = aliased(NAMES, "Connie Smith", "Danni  Cole")
    assert names.entity_named("danni cole").pseudonym == "Connie Smith"
    assert unaliased(names, "Dani", "DANNI COLE") == NAMES
    assert aliased(NAMES, "Connie Smith", "dani") is NAMES
    assert "belongs to “Child B” already; merge" in refusal(
        aliased, NAMES, "Dani", "Isla Pritchard"
    )
    assert "is kept" in refusal(aliased, NAMES, "Dani", "Margaret Ellwood")
    assert "is a pseudonym" in refusal(aliased, NAMES, "Dani", "GP1")
    assert "The other name has no letter" in refusal(aliased, NAMES, "Dani", "…")
    assert "real name of “Connie Smith” itself" in refusal(
        unaliased, NAMES, "Dani", "Danielle Hargreaves"
    )
    assert "“Child B” has no such other name" in refusal(unaliased, NAMES, "Child B", "Dani")


def test_two_entries_become_one():
    names = merged(NAMES, "Nora Bell", "Connie Smith")
    entity = names.entity_named("Dani")
    assert entity.pseudonym == "Nora Bell"
    assert entity.names == (
        "Anne-Marie Hill",
        "Danielle Hargreaves",
        "Dani",
        "Danielle Pritchard",
    )
    assert names.retired[-1] == "Connie Smith"
    assert len(names.entities) == len(NAMES.entities) - 1
    assert merged(NAMES, "Connie Smith", "GP1").entity_named("Dani").role == "GP"
    assert "“Connie Smith”’s already" in refusal(merged, NAMES, "Dani", "Connie Smith")
    assert "“GP1” is a person and “Area A” is none" in refusal(merged, NAMES, "Area A", "GP1")


def test_one_entry_becomes_two():
    names = split(NAMES, "Connie Smith", ["danielle pritchard", "DANI"], "Clara Kay")
    new = names.entity_named("Dani")
    assert (new.names, new.pseudonym) == (("Danielle Pritchard", "Dani"), "Clara Kay")
    assert by_real(names)["Danielle Hargreaves"].aliases == ()
    assert names.retired == NAMES.retired
    proposed = split(NAMES, "Connie Smith", ["Danielle Hargreaves"])
    new, staying = by_real(proposed)["Danielle Hargreaves"], by_real(proposed)["Dani"]
    assert new.status is Status.PROPOSED
    assert staying.names == ("Dani", "Danielle Pritchard")
    assert staying.pseudonym == "Connie Smith"


@pytest.mark.parametrize(
    ("leaving", "pseudonym", "says"),
    [
        ([], None, "Say which names of “Connie Smith”"),
        (["Isla Pritchard"], None, "One of those is no name of “Connie Smith”"),
        (["Dani", "Danielle Hargreaves", "Danielle Pritchard"], None, "would have no name left"),
        (["Dani"], "Nora Bell", "somebody else"),
        (["Dani"], "connie smith", "somebody else"),
        (["Dani"], "Tina Moss", "published once"),
        (["Dani"], "Dani Kay", "part of a real name"),
    ],
)
def test_what_cannot_be_split(leaving, pseudonym, says):
    assert says in refusal(split, NAMES, "Dani", leaving, pseudonym)


# ---- frozen ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "arguments"),
    [
        (renamed, ("Dani", "Clara Kay")),
        (with_field, ("Dani", "type", "child")),
        (with_field, ("Dani", "pseudonym", "Clara Kay")),
        (removed, ("Dani",)),
        (merged, ("Dani", "GP1")),
        (split, ("Dani", ["Dani"])),
        (unaliased, ("Connie Smith", "Dani")),
        (unkept, ("Margaret Ellwood",)),
    ],
)
def test_a_frozen_map_changes_nothing_that_it_has(change, arguments):
    assert "redact map unfreeze" in refusal(change, frozen(NAMES), *arguments)
    assert change(unfrozen(frozen(NAMES)), *arguments) == change(NAMES, *arguments)


def test_a_frozen_map_can_be_added_to():
    names = frozen(NAMES)
    for grown in (
        added(names, "Kasia Nowak"),
        aliased(names, "Dani", "Danni"),
        kept(names, "Hugh Pargeter", "chair"),
    ):
        assert grown.frozen
        assert [e.pseudonym for e in grown.entities][:5] == [e.pseudonym for e in names.entities]


# ---- laws ------------------------------------------------------------------------------------


def drawn_pair(data, names):
    people = [e for e in names.entities if e.type.is_person]
    if len(people) < 2:
        return None
    return data.draw(st.permutations(people))[:2]


@pytest.mark.parametrize(
    "grown",
    [
        NAMES,
        added(NAMES, "Bo Li", "Mia Kay"),
        aliased(NAMES, "GP1", "Chidi"),
        kept(NAMES, "Hugh Moor", "chair"),
        kept(NAMES, "Margaret Ellwood", "chair"),
        with_field(NAMES, "GP1", "status", "confirmed"),
        NAMES.changed(uncertain=()),
        NAMES.changed(entities=NAMES.entities[::-1], recipients=[Recipient(key="age1x")]),
    ],
)
def test_what_is_growth(grown):
    assert only_grows(NAMES, grown)


@pytest.mark.parametrize(
    "other",
    [
        renamed(NAMES, "GP1", "GP2"),
        removed(NAMES, "GP1"),
        with_field(NAMES, "GP1", "type", "person"),
        with_field(NAMES, "GP1", "real", "Chidi Okafor"),
        unaliased(NAMES, "Connie Smith", "Dani"),
        unkept(NAMES, "Margaret Ellwood"),
        merged(NAMES, "Connie Smith", "Nora Bell"),
        NAMES.changed(retired=("GP4",)),
        NAMES.changed(policy="sar"),
    ],
)
def test_what_is_none(other):
    assert not only_grows(NAMES, other)


def test_an_earlier_map_again():
    later = renamed(added(NAMES, "Bo Li", "Mia Kay"), "Connie Smith", "Clara Kay")
    later = added(later, "Dr Rao", type=EntityType.PROFESSIONAL, role="GP")
    later = later.changed(recipients=[Recipient(key="age1x")])
    again = brought_back(later, NAMES)
    assert again.entities == NAMES.entities
    assert again.recipients == later.recipients
    # What was confirmed meanwhile may be published; what was only proposed is forgotten.
    assert set(again.retired) == {"GP4", "Tina Moss", "Clara Kay", "Mia Kay"}
    with pytest.raises(MapError, match="The map is frozen"):
        brought_back(frozen(later), NAMES)


@settings(deadline=None)
@given(maps(), st.data())
def test_what_was_merged_and_split_has_the_same_names(names, data):
    pair = drawn_pair(data, unfrozen(names))
    if pair is None:
        return
    one, other = pair
    joint = merged(unfrozen(names), one.real, other.real)
    apart = split(joint, one.real, other.names)
    for before in (one, other):
        assert apart.entity_named(before.real).names == before.names
    assert entity_for(apart, one.pseudonym).real == one.real
    assert {key(n) for e in apart.entities for n in e.names} == names.entities_by_key.keys()


@settings(deadline=None)
@given(maps(), st.data())
def test_a_retired_pseudonym_is_nobodys(names, data):
    pair = drawn_pair(data, unfrozen(names))
    if pair is None:
        return
    names = unfrozen(names)
    for changed in (
        merged(names, pair[0].real, pair[1].real),
        removed(names, pair[0].real),
        renamed(names, pair[0].real, "Wilhelmina Ashdown"),
        split(merged(names, pair[0].real, pair[1].real), pair[0].real, pair[1].names),
    ):
        assert not changed.retired_keys & changed.pseudonym_keys
        gone = {e for e in names.entities if e.status is Status.CONFIRMED}
        gone = {key(e.pseudonym) for e in gone} - changed.pseudonym_keys
        assert gone <= changed.retired_keys
