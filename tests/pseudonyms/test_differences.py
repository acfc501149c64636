"""What a map's history says: every difference, and no real name."""

import pytest
from hypothesis import given, settings
from map_strategies import content, maps

from redactor.model import EntityType
from redactor.pseudonyms.changing import (
    added,
    frozen,
    kept,
    removed,
    renamed,
    unfrozen,
    unkept,
    with_field,
)
from redactor.pseudonyms.differences import differences
from redactor.pseudonyms.reading import parse_map
from redactor.pseudonyms.regrouping import aliased, merged, split, unaliased
from redactor.pseudonyms.schema import MapEntity, Recipient
from redactor.text.fold import key

OLD = parse_map("""\
review: area-a
entities:
  - {real: Danielle Hargreaves, pseudonym: Connie Smith, aliases: [Dani, Mum]}
  - {real: Lorraine Pritchard, pseudonym: Rose}
  - {real: Dr Okafor, pseudonym: GP1, type: professional, role: GP, status: proposed}
keep:
  - {text: Margaret Ellwood, reason: panel member}
uncertain:
  - {text: Gracie, placeholder: "[PERSON 1?]"}
  - {text: Will, placeholder: "[PERSON 2?]"}
""")

SAID = [
    (lambda m: m, []),
    (lambda m: renamed(m, "Dani", "Clara Hart"), ["“Connie Smith” is now “Clara Hart”"]),
    (
        lambda m: added(m, "Dr Rao", "GP3", EntityType.PROFESSIONAL),
        ["“GP3” added (professional)"],
    ),
    (
        lambda m: added(m, "Gracie", "Nora Bell"),
        ["“Nora Bell” added (person)", "1 open question answered"],
    ),
    (lambda m: removed(m, "Rose"), ["“Rose” removed"]),
    (
        lambda m: aliased(aliased(m, "Dani", "Danni"), "Dani", "Danielle Pritchard"),
        ["2 other names added to “Connie Smith”"],
    ),
    (lambda m: unaliased(m, "Dani", "Mum"), ["1 other name of “Connie Smith” removed"]),
    (lambda m: merged(m, "Rose", "Connie Smith"), ["“Rose” and “Connie Smith” are one now"]),
    (
        lambda m: split(m, "Dani", ["Mum"], "Nora Bell"),
        ["“Nora Bell” is somebody else than “Connie Smith” now"],
    ),
    (
        lambda m: renamed(merged(m, "Dani", "Rose"), "Dani", "Nora Bell"),
        ["“Connie Smith” and “Rose” are one now", "“Connie Smith” is now “Nora Bell”"],
    ),
    (lambda m: with_field(m, "GP1", "type", "person"), ["“GP1” is of the type person now"]),
    (lambda m: with_field(m, "GP1", "role", "SW"), ["“GP1” has the role SW now"]),
    (lambda m: with_field(m, "GP1", "role", "Okafor's"), ["“GP1” has another role now"]),
    (lambda m: with_field(m, "GP1", "status", "confirmed"), ["“GP1” is confirmed"]),
    (
        lambda m: with_field(m, "GP1", "real", "Dr Chidi Okafor"),
        ["“GP1” has another real name now", "1 other name added to “GP1”"],
    ),
    (
        lambda m: with_field(m, "GP1", "real", "Dr OKAFOR"),
        ["the real name of “GP1” is spelt another way now"],
    ),
    (lambda m: kept(m, "Hugh Pargeter", "the chair"), ["a name is kept: the chair"]),
    (lambda m: kept(m, "Hugh Pargeter", "Dani's friend"), ["a name is kept"]),
    (
        lambda m: kept(m, "Will", "he will stay"),
        ["a name is kept: he will stay", "1 open question answered"],
    ),
    (lambda m: kept(m, "Hugh Pargeter", "friend of Will"), ["a name is kept"]),
    (lambda m: kept(m, "Margaret Ellwood", "chair"), ["a name is kept for another reason: chair"]),
    (lambda m: unkept(m, "Margaret Ellwood"), ["1 name kept no longer"]),
    (lambda m: m.changed(uncertain=()), ["2 open questions dropped"]),
    (frozen, ["the map is frozen"]),
    (lambda m: m.changed(policy="dhr"), ["the policy is dhr now"]),
    (lambda m: m.changed(policy="dani.toml"), ["the policy is another now"]),
    (lambda m: m.changed(review="area-b"), ["the review is called another name now"]),
    (lambda m: m.changed(retired=("GP7",)), ["“GP7” is never to be used again"]),
    (lambda m: m.changed(recipients=(Recipient(key="age1q", name="Dani"),)), ["1 recipient added"]),
]


@pytest.mark.parametrize(("change", "said"), SAID)
def test_a_change_is_told_in_pseudonyms(change, said):
    assert differences(OLD, change(OLD)) == said


def test_what_is_undone_is_told_too():
    assert differences(frozen(OLD), unfrozen(OLD)) == ["the map is frozen no longer"]
    retired = OLD.changed(retired=("GP7",))
    assert differences(retired, OLD) == ["“GP7” may be used again"]


def test_an_entry_that_shares_no_name_is_known_by_its_pseudonym():
    new = OLD.changed(
        entities=(*OLD.entities[:2], MapEntity(real="Dr Rao", pseudonym="GP1", type="professional"))
    )
    assert differences(OLD, new)[0] == "“GP1” has another role now"


@settings(deadline=None)
@given(maps(), maps())
def test_no_real_name_is_told(old, new):
    said = key(" ".join(differences(old, new)))
    labels = key(" ".join(e.pseudonym for names in (old, new) for e in names.entities))
    for names in (old, new):
        real = [text for entity in names.entities for text in entity.names]
        real += [entry.text for entry in (*names.keep, *names.uncertain)]
        for word in {word for text in real for word in key(text).split()}:
            assert len(word) < 4 or word in labels or word not in said


@settings(deadline=None)
@given(maps(), maps())
def test_something_is_told_exactly_when_something_differs(old, new):
    assert differences(old, old) == []
    assert bool(differences(old, new)) is (content(old) != content(new))
