"""What each kind of review's policy makes of names, and which files are no policy."""

from pathlib import Path

import pytest

from redactor.errors import UsageError
from redactor.model import Entity, EntityId, EntityType
from redactor.policy.load import BUILT_IN, policy_called
from redactor.policy.schema import Adults, Ages, Vagueness
from redactor.pseudonyms.propose import propose
from redactor.pseudonyms.schema import MapEntity, PseudonymMap

PERSON, PLACE, SCHOOL = EntityType.PERSON, EntityType.PLACE, EntityType.SCHOOL
PROFESSIONAL, ORGANISATION = EntityType.PROFESSIONAL, EntityType.ORGANISATION


def proposed(policy: str, *found: tuple[EntityType, str, str], old: tuple[MapEntity, ...] = ()):
    entities = [
        Entity(EntityId(str(number)), kind, name, role=role)
        for number, (kind, name, role) in enumerate(found)
    ]
    names = PseudonymMap(review="area-a-2018", entities=old)
    made = propose(names, entities, policy=policy_called(policy))
    return [entry.pseudonym for entry in made.entities[len(old) :]]


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_built_in_policy_loads(name: str):
    policy = policy_called(name)
    assert policy.policy == name
    assert policy.about
    assert policy.organisations == policy_called("dhr").organisations


def test_the_default_is_the_homicide_review():
    assert policy_called("") == policy_called("dhr")


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("dhr", ["the Midwife", "SW1", "SW2"]),
        ("strict", ["MW1", "SW1", "SW2"]),
    ],
)
def test_the_only_holder_of_a_role_gets_its_title(policy: str, expected: list[str]):
    found = (
        (PROFESSIONAL, "Bronagh Keane", "MW"),
        (PROFESSIONAL, "Priya Nair", "SW"),
        (PROFESSIONAL, "Abdi Warsame", "SW"),
    )
    assert proposed(policy, *found) == expected


def test_a_rank_of_the_police_keeps_its_number():
    assert proposed("dhr", (PROFESSIONAL, "PC Stokes", "PC")) == ["PC1"]


def test_a_second_holder_later_is_the_second():
    first = MapEntity(real="Bronagh Keane", pseudonym="the Midwife", type=PROFESSIONAL, role="MW")
    assert proposed("dhr", (PROFESSIONAL, "Joy Adair", "MW"), old=(first,)) == ["MW2"]


def test_no_title_beside_a_number_written_by_hand():
    first = MapEntity(real="Bronagh Keane", pseudonym="MW1", type=PROFESSIONAL)
    assert proposed("dhr", (PROFESSIONAL, "Joy Adair", "MW"), old=(first,)) == ["MW2"]


def test_things_are_called_by_their_kind():
    found = (
        (ORGANISATION, "Seagrove Homes", ""),
        (ORGANISATION, "Pascall Roofing", ""),
        (SCHOOL, "Little Pebbles Nursery", ""),
        (SCHOOL, "Holy Trinity Primary School", ""),
        (PLACE, "Albion Gardens", ""),
        (PLACE, "Road End", ""),
    )
    assert proposed("dhr", *found) == [
        "the housing association",
        "Organisation A",
        "Nursery A",
        "School A",
        "Road A",
        "Area A",
    ]


def test_two_of_a_kind_get_letters():
    one, other = (ORGANISATION, "Seagrove Homes", ""), (ORGANISATION, "Harbour Housing", "")
    assert proposed("dhr", one, other) == ["Housing Association A", "Housing Association B"]
    first = MapEntity(real="Seagrove", pseudonym="the housing association", type=ORGANISATION)
    assert proposed("dhr", other, old=(first,)) == ["Housing Association B"]


def test_adults_can_be_labels():
    assert proposed("csppr", (PERSON, "Danielle Hargreaves", "")) == ["Adult A"]


def test_a_file_of_ones_own_changes_what_it_names(tmp_path: Path):
    (tmp_path / "ours.yaml").write_text(
        "policy: ours\nadults: label\ndates: {events: part of month}\n", encoding="utf-8"
    )
    policy = policy_called("ours.yaml", tmp_path)
    assert policy.adults is Adults.LABEL
    assert policy.dates.events is Vagueness.PART_OF_MONTH
    assert policy.dates.births is Vagueness.MONTH
    assert policy.ages is Ages.BAND
    assert policy.organisations == policy_called("dhr").organisations


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("policy: ours\nages: sometimes\n", "\u201cages\u201d cannot be used"),
        ("policy: ours\ncolour: red\n", "\u201ccolour\u201d cannot be used"),
        ("policy: ours\ndates: {births: never}\n", "\u201cdates.births\u201d cannot be used"),
        ("- a list\n", "this is no policy"),
        ("policy: [\n", "this is no policy"),
    ],
)
def test_what_is_no_policy_is_said_in_a_sentence(tmp_path: Path, text: str, problem: str):
    (tmp_path / "ours.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=problem):
        policy_called("ours.yaml", tmp_path)


def test_a_policy_that_is_not_there():
    with pytest.raises(UsageError, match="is not there"):
        policy_called("none.yaml")
    with pytest.raises(UsageError, match="one of dhr, csppr, sar, strict"):
        policy_called("homicide")
