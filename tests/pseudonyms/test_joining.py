"""Two people who saved at once, and the maps of several agencies."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from map_strategies import content, maps

from redactor.errors import MapError
from redactor.model import EntityType
from redactor.pseudonyms.changing import added, kept, removed, renamed, with_field
from redactor.pseudonyms.conflicts import Choice, Conflict, keys_of
from redactor.pseudonyms.joining import joined, united
from redactor.pseudonyms.reading import parse_map
from redactor.pseudonyms.regrouping import aliased, merged, split, unaliased
from redactor.pseudonyms.schema import KeepEntry, MapEntity, PseudonymMap, UncertainEntry
from redactor.text.fold import key

BASE = parse_map("""\
review: area-a
entities:
  - {real: Danielle Hargreaves, pseudonym: Connie Smith, aliases: [Dani, Danielle Pritchard]}
  - {real: Isla Pritchard, pseudonym: Child B, type: child}
  - {real: Dr Okafor, pseudonym: GP1, type: professional, role: GP, status: proposed}
  - {real: Thanet, pseudonym: Area A, type: place}
keep:
  - {text: Margaret Ellwood, reason: panel member}
uncertain:
  - {text: Gracie, placeholder: "[PERSON 1?]"}
""")


def pseudonyms(names):
    return {entity.real: entity.pseudonym for entity in names.entities}


def names_in(names):
    return {key(n) for e in names.entities for n in e.names} | names.kept_keys


def with_choice(names: PseudonymMap, conflict: Conflict, choice: Choice) -> PseudonymMap:
    """`names`, a joined map, with one of the two choices of `conflict` in it."""
    touched = keys_of((*conflict.mine.entries, *conflict.theirs.entries))
    return names.changed(
        entities=(*(e for e in names.entities if not touched & keys_of([e])), *choice.entities),
        keep=(*(e for e in names.keep if not touched & keys_of([e])), *choice.keep),
        policy=names.policy if choice.policy is None else choice.policy,
        review=names.review if choice.review is None else choice.review,
    )


@settings(max_examples=50, deadline=None)
@given(maps(), maps())
def test_what_only_one_has_changed_is_so(base, changed):
    assert joined(base, base, changed).map == changed
    assert joined(base, changed, base).map == changed
    assert joined(base, changed, changed).map == changed
    assert not joined(base, base, changed).conflicts


@settings(max_examples=50, deadline=None)
@given(maps(), maps(), maps())
def test_who_is_who_makes_no_difference_without_a_conflict(base, mine, theirs):
    one, other = joined(base, mine, theirs), joined(base, theirs, mine)
    assert bool(one.conflicts) is bool(other.conflicts)
    if not one.conflicts:
        assert content(one.map) == content(other.map)


@settings(max_examples=50, deadline=None)
@given(maps(), maps(), maps())
def test_no_name_is_lost_but_what_somebody_took_away(base, mine, theirs):
    taken_away = (names_in(base) - names_in(mine)) | (names_in(base) - names_in(theirs))
    result = joined(base, mine, theirs).map
    assert names_in(result) >= (names_in(mine) | names_in(theirs)) - taken_away


@settings(max_examples=50, deadline=None)
@given(maps(), maps())
def test_a_name_that_either_replaces_is_replaced(mine, theirs):
    result = joined(PseudonymMap(review="area-a"), mine, theirs).map
    assert result.entities_by_key.keys() >= mine.entities_by_key.keys()
    assert result.entities_by_key.keys() >= theirs.entities_by_key.keys()


@settings(max_examples=50, deadline=None)
@given(maps(), maps(), maps())
def test_both_choices_are_at_hand(base, mine, theirs):
    result = joined(base, mine, theirs)
    for conflict in result.conflicts:
        taken = conflict.theirs if conflict.has_theirs else conflict.mine
        assert {e.real for e in taken.entities} <= {e.real for e in result.map.entities}
        for choice in (conflict.mine, conflict.theirs):
            # Another conflict may have given the pseudonym away meanwhile.
            with suppress(MapError):
                names = with_choice(result.map, conflict, choice)
                assert set(choice.entities) <= set(names.entities)
                assert set(choice.keep) <= set(names.keep)


@settings(max_examples=50, deadline=None)
@given(maps(), maps(), maps())
def test_sentences_quote_no_real_name(base, mine, theirs):
    said = " ".join(conflict.sentence for conflict in joined(base, mine, theirs).conflicts)
    for word in {
        word for names in (base, mine, theirs) for n in names_in(names) for word in n.split()
    }:
        assert word not in said.lower()


CLEAN = [
    (
        lambda m: renamed(m, "Connie Smith", "Clara Hart"),
        lambda m: aliased(m, "Connie Smith", "Danni"),
        {"Danielle Hargreaves": "Clara Hart"},
    ),
    (
        lambda m: with_field(m, "GP1", "role", "SW"),
        lambda m: renamed(m, "GP1", "GP 7"),
        {"Dr Okafor": "GP 7"},
    ),
    (
        lambda m: removed(m, "GP1"),
        lambda m: kept(m, "Hugh Pargeter", "panel member"),
        {"Dr Okafor": None},
    ),
    (
        lambda m: merged(m, "Connie Smith", "Child B"),
        lambda m: aliased(m, "Child B", "Izzy"),
        {"Danielle Hargreaves": "Connie Smith", "Isla Pritchard": None},
    ),
    (
        lambda m: split(m, "Connie Smith", ["Danielle Pritchard"], "Nora Bell"),
        lambda m: aliased(m, "Connie Smith", "Danni"),
        {"Danielle Hargreaves": "Connie Smith", "Danielle Pritchard": "Nora Bell"},
    ),
    (
        lambda m: added(m, "Gracie", "Holly Webb"),
        lambda m: added(m, "Tomasz Wrona", "Ryan Moss"),
        {"Gracie": "Holly Webb", "Tomasz Wrona": "Ryan Moss"},
    ),
    (
        lambda m: with_field(m, "Thanet", "real", "Isle of Thanet"),
        lambda m: renamed(m, "Thanet", "Area C"),
        {"Isle of Thanet": "Area C"},
    ),
]


@pytest.mark.parametrize(("mine", "theirs", "expected"), CLEAN)
@pytest.mark.parametrize("turned", [False, True])
def test_changes_that_do_not_meet_are_both_made(mine, theirs, expected, turned):
    mine, theirs = (theirs, mine) if turned else (mine, theirs)
    result = joined(BASE, mine(BASE), theirs(BASE))
    assert result.conflicts == ()
    assert {real: pseudonyms(result.map).get(real) for real in expected} == expected


def test_additions_of_both_stay():
    result = joined(
        BASE, aliased(BASE, "Connie Smith", "Danni"), aliased(BASE, "Connie Smith", "Ellie")
    )
    assert set(result.map.entities[0].aliases) == {"Dani", "Danielle Pritchard", "Danni", "Ellie"}


def test_what_one_took_away_is_gone_and_what_the_other_added_stays():
    mine = unaliased(BASE, "Connie Smith", "Dani")
    result = joined(BASE, mine, aliased(BASE, "Connie Smith", "Ellie")).map
    assert set(result.entities[0].aliases) == {"Danielle Pritchard", "Ellie"}


CONFLICTS = [
    (
        lambda m: renamed(m, "Connie Smith", "Clara Hart"),
        lambda m: renamed(m, "Connie Smith", "Nora Bell"),
        "“Connie Smith” is “Clara Hart” in your map and “Nora Bell” in their map",
        {"Danielle Hargreaves": "Clara Hart"},
        {"Danielle Hargreaves": "Nora Bell"},
    ),
    (
        lambda m: with_field(m, "Child B", "type", "person"),
        lambda m: with_field(m, "Child B", "type", "professional"),
        "“Child B” is of the type person in your map and professional in their map",
        {"Isla Pritchard": "Child B"},
        {"Isla Pritchard": "Child B"},
    ),
    (
        lambda m: removed(m, "Connie Smith"),
        lambda m: renamed(m, "Connie Smith", "Nora Bell"),
        "“Nora Bell” is changed in their map and removed in your map",
        {"Danielle Hargreaves": "Nora Bell"},
        {"Danielle Hargreaves": "Nora Bell"},
    ),
    (
        lambda m: kept(m, "Gracie", "public body"),
        lambda m: added(m, "Gracie", "Holly Webb"),
        "a name is kept in your map and replaced by “Holly Webb” in their map",
        {"Gracie": "Holly Webb"},
        {"Gracie": "Holly Webb"},
    ),
    (
        lambda m: added(m, "Gracie", "Holly Webb"),
        lambda m: added(m, "Gracie", "Nora Bell", aliases=["Grace"]),
        "“Holly Webb” in your map and “Nora Bell” in their map have a name in common: one",
        {"Gracie": "Holly Webb"},
        {"Gracie": "Nora Bell"},
    ),
    (
        lambda m: added(m, "Dr Rao", "GP2", EntityType.PROFESSIONAL),
        lambda m: added(m, "Dr Siddiqui", "GP2", EntityType.PROFESSIONAL, role="GP"),
        "“GP2” is the pseudonym of two; one of them is “GP3” now",
        {"Dr Rao": "GP2", "Dr Siddiqui": "GP3"},
        {"Dr Rao": "GP3", "Dr Siddiqui": "GP2"},
    ),
    (
        lambda m: added(m, "Holly Webb", "Nora Bell"),
        lambda m: added(m, "Gracie", "Holly Webb"),
        "“Holly Webb” is a real name too; who had it as a pseudonym is ",
        {"Holly Webb": "Nora Bell"},
        {"Holly Webb": "Nora Bell"},
    ),
    (
        lambda m: merged(m, "Connie Smith", "Child B"),
        lambda m: renamed(m, "Child B", "Child D"),
        "which names are “Connie Smith” or “Child D” is told in one way by your map",
        {"Danielle Hargreaves": "Connie Smith"},
        {"Danielle Hargreaves": "Connie Smith", "Isla Pritchard": "Child D"},
    ),
    (
        lambda m: kept(m, "Margaret Ellwood", "chair"),
        lambda m: kept(m, "Margaret Ellwood", "author"),
        "a name is kept for one reason in your map and another in their map",
        {},
        {},
    ),
    (
        lambda m: m.changed(policy="dhr"),
        lambda m: m.changed(policy="strict"),
        "the policy is one in your map and another in their map",
        {},
        {},
    ),
]


@pytest.mark.parametrize(("mine", "theirs", "says", "expected", "otherwise"), CONFLICTS)
def test_what_both_changed_differently_is_asked(mine, theirs, says, expected, otherwise):
    result = joined(BASE, mine(BASE), theirs(BASE))
    (conflict,) = result.conflicts
    assert says in conflict.sentence
    assert expected.items() <= pseudonyms(result.map).items()
    chosen = with_choice(result.map, conflict, conflict.theirs)
    assert otherwise.items() <= pseudonyms(chosen).items()
    again = with_choice(chosen, conflict, conflict.theirs if conflict.has_theirs else conflict.mine)
    assert content(again) == content(result.map)


def test_one_who_is_two_in_the_other_map_keeps_all_names():
    mine = parse_map(
        "review: r\nentities:\n"
        "  - {real: Ann Pike, pseudonym: GP1, aliases: [Bea Pike, Cat Pike]}\n"
        "keep: [{text: Dot Pike}]\n"
    )
    theirs = parse_map(
        "review: r\nentities:\n  - {real: Bea Pike, pseudonym: Mia Kay, aliases: [Dot Pike]}\n"
        "  - {real: Cat Pike, pseudonym: GP1, aliases: [Eve Pike]}\n"
    )
    for one, other in ((mine, theirs), (theirs, mine)):
        result = joined(PseudonymMap(review="r"), one, other)
        assert len(result.conflicts) == 1
        assert {f"{name} Pike" for name in "Ann Bea Cat Dot Eve".split()} == {
            name for entity in result.map.entities for name in entity.names
        }
        assert result.map.keep == ()


def test_a_proposal_gives_way_to_what_a_person_confirmed():
    mine = added(BASE, "Gracie", "Holly Webb")
    theirs = added(BASE, "Gracie")
    for result in (joined(BASE, mine, theirs), joined(BASE, theirs, mine)):
        assert result.conflicts == ()
        assert pseudonyms(result.map)["Gracie"] == "Holly Webb"


def test_lists_and_settings_are_joined_too():
    mine = BASE.changed(retired=("GP3",), frozen=True, policy="dhr", keep=())
    theirs = BASE.changed(
        retired=("GP4",),
        keep=(*BASE.keep, KeepEntry(text="Hugh Pargeter")),
        uncertain=(UncertainEntry(text="Will", placeholder="[PERSON 2?]"),),
    )
    mine = mine.with_uncertain([UncertainEntry(text="Joy", placeholder="[PERSON 2?]")])
    result = joined(BASE, mine, theirs)
    assert result.conflicts == ()
    assert set(result.map.retired) == {"GP3", "GP4"}
    assert (result.map.frozen, result.map.policy) == (True, "dhr")
    assert [entry.text for entry in result.map.keep] == ["Hugh Pargeter"]
    opened = {entry.text: entry.placeholder for entry in result.map.uncertain}
    assert opened == {"Joy": "[PERSON 2?]", "Will": "[PERSON 3?]"}


# ---- maps of several agencies ----------------------------------------------------------------


def one_map(*entities, **more):
    described = [MapEntity(real=real, pseudonym=new, **dict(rest)) for real, new, *rest in entities]
    return PseudonymMap(review="any", entities=described, **more)


POLICE = one_map(("Danielle Hargreaves", "Connie Smith"), ("PC Bell", "PC1", ("role", "PC")))
HEALTH = one_map(("Danielle Hargreaves", "Nora Webb"), ("Dr Rao", "GP1"))
HOUSING = one_map(("D. Hargreaves", "Tina Moss"), ("Mrs Rudd", "GP1"), ("Kasia Nowak", "Ann Fry"))
SCHOOL = one_map(("Kasia Novak", "Mia Kay"), ("Dr Rao", "GP1"))


def test_maps_are_united_and_what_is_doubtful_is_asked():
    result = united([POLICE.changed(review="overview"), HEALTH, HOUSING, SCHOOL])
    assert result.map.review == "overview"
    assert pseudonyms(result.map) == {
        "Danielle Hargreaves": "Connie Smith",
        "PC Bell": "PC1",
        "Dr Rao": "GP1",
        "D. Hargreaves": "Tina Moss",
        "Mrs Rudd": pseudonyms(result.map)["Mrs Rudd"],
        "Kasia Nowak": "Ann Fry",
        "Kasia Novak": "Mia Kay",
    }
    said = [conflict.sentence for conflict in result.conflicts]
    assert [sentence.split(":")[0].split(";")[0] for sentence in said] == [
        "“Connie Smith” in map 1 and “Nora Webb” in map 2 have a name in common",
        "“GP1” is the pseudonym of two",
        "“Connie Smith” and “Tina Moss” have nearly the same name",
        "“Ann Fry” and “Mia Kay” have nearly the same name",
    ]


def test_two_spellings_can_be_made_one():
    result = united([POLICE, HOUSING])
    (conflict,) = result.conflicts
    names = with_choice(result.map, conflict, conflict.theirs)
    assert names.entity_named("D. Hargreaves").pseudonym == "Connie Smith"
    assert len(names.entities) == len(result.map.entities) - 1


def test_one_map_is_united_with_nothing():
    assert united([POLICE]).map == POLICE
    with pytest.raises(ValueError, match="no map"):
        united([])


@settings(max_examples=50, deadline=None)
@given(maps(), maps(), maps())
def test_uniting_loses_no_name(one, two, three):
    result = united([one, two, three]).map
    assert names_in(result) == names_in(one) | names_in(two) | names_in(three)
