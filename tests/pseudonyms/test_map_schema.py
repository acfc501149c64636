"""A map refuses what contradicts itself, and changing one gives a new one."""

import pytest
from pydantic import ValidationError

from redactor.errors import MapError
from redactor.model import EntityType
from redactor.pseudonyms.schema import (
    KeepEntry,
    MapEntity,
    PseudonymMap,
    Status,
    UncertainEntry,
)

DANIELLE = MapEntity(real="Danielle Hargreaves", pseudonym="Connie Smith", aliases=("Dani",))
ISLA = MapEntity(real="Isla Pritchard", pseudonym="Child B", type=EntityType.CHILD)


def a_map(*entities, **more):
    return PseudonymMap(review="area-a", entities=entities, **more)


@pytest.mark.parametrize(
    ("entities", "keep", "says"),
    [
        ([("Ann Pike", "Rose Dobson"), ("Joy Pike", "rose  dobson")], [], "share the pseudonym"),
        ([("Ann Pike", "Rose Dobson"), ("ANN PIKE", "Tina Forbes")], [], "share a real name"),
        ([("Siobh\u00e1n O\u2019Dowd", "SW1"), ("Siobhan O'Dowd", "SW2")], [], "share a real name"),
        ([("Anne\u2010Marie", "Rose"), ("Anne-Marie", "Tina")], [], "share a real name"),
        ([("Ann Pike", "Joy Tull"), ("Joy Tull", "Rose Dobson")], [], "is a real name"),
        ([("Ann Pike", "Ann Pike")], [], "its own real name"),
        ([("Ann Pike", "Rose Dobson")], ["ann pike"], "under \u201ckeep\u201d"),
    ],
)
def test_a_contradiction_is_named_without_a_real_name(entities, keep, says):
    with pytest.raises(MapError) as caught:
        a_map(
            *(MapEntity(real=real, pseudonym=new) for real, new in entities),
            keep=[KeepEntry(text=text) for text in keep],
        )
    assert says in str(caught.value)
    if says != "is a real name":
        assert "pike" not in str(caught.value).lower()


def test_entities_sharing_an_alias_are_told_by_number_and_pseudonym():
    with pytest.raises(MapError) as caught:
        a_map(
            MapEntity(real="Ann Pike", pseudonym="Rose Dobson", aliases=("Annie",)),
            MapEntity(real="Annabel Rudd", pseudonym="Tina Forbes", aliases=("annie",)),
        )
    message = str(caught.value)
    assert "entity 1 (\u201cRose Dobson\u201d) and entity 2 (\u201cTina Forbes\u201d)" in message
    assert "nnie" not in message


@pytest.mark.parametrize(
    "entities",
    [
        [("Ann Pike", "Rose Dobson"), ("Ann Rudd", "Rose Forbes")],
        [("Dr Okafor", "GP1"), ("Mrs Okafor", "Neighbour 1")],
        [("Thanet", "Area A"), ("Thanet NHS Trust", "Area A NHS Trust")],
    ],
)
def test_names_that_only_share_a_part_live_together(entities):
    names = a_map(*(MapEntity(real=real, pseudonym=new) for real, new in entities))
    assert len(names.entities) == len(entities)


def test_an_alias_may_repeat_the_entitys_own_name_and_keep_entries_may_repeat():
    entity = MapEntity(real="Ann Pike", pseudonym="Rose", aliases=("ANN PIKE", "Annie"))
    names = a_map(entity, keep=[KeepEntry(text="Mary"), KeepEntry(text="Mary")])
    assert names.entity_named("annie") is entity
    assert names.is_kept("MARY")


@pytest.mark.parametrize(
    "fields",
    [
        {"real": "", "pseudonym": "Rose"},
        {"real": "…", "pseudonym": "Rose"},
        {"real": "Ann\nPike", "pseudonym": "Rose"},
        {"real": "Ann Pike", "pseudonym": " "},
        {"real": "Ann Pike", "pseudonym": "R" * 201},
        {"real": "Ann Pike", "pseudonym": "Rose\u2028Dobson"},
        {"real": "Ann Pike", "pseudonym": "Rose", "nickname": "Annie"},
        {"real": "Ann Pike", "pseudonym": "Rose", "type": "cat"},
    ],
)
def test_an_entity_is_checked_at_birth_and_its_error_hides_the_name(fields):
    with pytest.raises(ValidationError) as caught:
        MapEntity(**fields)
    assert "Pike" not in str(caught.value)


def test_repr_hides_real_names():
    names = a_map(
        DANIELLE,
        keep=[KeepEntry(text="Margaret Ellwood")],
        uncertain=[UncertainEntry(text="Zofia", placeholder="[PERSON 1?]")],
    )
    for real in ("Danielle", "Dani", "Ellwood", "Zofia"):
        assert real not in repr(names)
        assert real not in str(names)


def test_what_is_decided_is_uncertain_no_longer():
    opened = a_map(uncertain=[UncertainEntry(text=t, placeholder=t) for t in ("Dani", "Mary", "X")])
    assert [e.text for e in opened.with_entities([DANIELLE]).uncertain] == ["Mary", "X"]
    assert [e.text for e in opened.with_keep([KeepEntry(text="mary")]).uncertain] == ["Dani", "X"]


def test_changes_leave_the_old_map_alone():
    old = a_map(DANIELLE)
    new = old.with_entities([ISLA]).with_alias("isla pritchard", "Izzy")
    assert old.entities == (DANIELLE,)
    assert new.entity_named("Izzy").pseudonym == "Child B"


def test_an_entity_with_a_known_real_name_takes_the_place_of_the_old_one():
    confirmed = MapEntity(real="DANIELLE HARGREAVES", pseudonym="Tina Forbes")
    names = a_map(DANIELLE, ISLA).with_entities([confirmed])
    assert names.entities == (confirmed, ISLA)


def test_a_frozen_map_takes_more_but_gives_nobody_another_pseudonym():
    frozen = a_map(DANIELLE, frozen=True)
    assert frozen.with_entities([ISLA]).with_alias("Dani", "Danny").frozen
    with pytest.raises(MapError, match="frozen"):
        frozen.with_entities([MapEntity(real="Danielle Hargreaves", pseudonym="Tina Forbes")])


def test_an_alias_that_is_known_changes_nothing_and_a_stranger_is_an_error():
    names = a_map(DANIELLE)
    assert names.with_alias("Dani", "danielle hargreaves") is names
    with pytest.raises(KeyError):
        names.with_alias("Isla Pritchard", "Izzy")


def test_an_alias_of_somebody_else_is_refused():
    with pytest.raises(MapError):
        a_map(DANIELLE, ISLA).with_alias("Isla Pritchard", "Dani")


def test_kept_and_open_words_are_not_repeated():
    names = a_map(keep=[KeepEntry(text="Mary", reason="first")])
    assert names.with_keep([KeepEntry(text="MARY", reason="second")]).keep == names.keep
    entry = UncertainEntry(text="Zofia", placeholder="[PERSON 1?]")
    again = UncertainEntry(text="zofia", placeholder="[PERSON 2?]")
    assert names.with_uncertain([entry, again]).uncertain == (entry,)


def test_a_pseudonym_is_known_as_one_in_full_only():
    names = a_map(DANIELLE)
    assert names.is_pseudonym("CONNIE\u00a0SMITH")
    assert not names.is_pseudonym("Connie")
    assert not names.is_pseudonym("Danielle Hargreaves")


def test_what_a_person_writes_is_confirmed():
    assert DANIELLE.status is Status.CONFIRMED
