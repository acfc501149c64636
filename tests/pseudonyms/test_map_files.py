"""Reading and writing a map's file, and what of a person's own writing stays."""

import os
import stat
import sys

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.errors import MapError, UsageError
from redactor.model import EntityType
from redactor.pseudonyms.editing import edited_text
from redactor.pseudonyms.files import LARGEST, ensure_map_folder, map_path, review_name
from redactor.pseudonyms.reading import parse_map
from redactor.pseudonyms.schema import (
    KeepEntry,
    MapEntity,
    PseudonymMap,
    Recipient,
    UncertainEntry,
)
from redactor.pseudonyms.writing import fresh_text
from redactor.text.fold import key
from tests.maps import load_map, save_map

BY_HAND = """\
# Written at the kitchen table.
review: area-a-2018   # the name that was agreed

entities:
  # the family
  - real: Danielle Hargreaves   # the victim
    pseudonym: "Connie Smith"
    aliases: [Dani]             # called so by friends
  - {real: Isla Pritchard, pseudonym: Child B, type: child}  # the youngest
  -   real: 'No'
      pseudonym: 007 Bond
      aliases:
        - Null
        # at school
        - Yes

# These stay.
keep:
  - {text: Margaret Ellwood, reason: panel member}
uncertain:
  - {text: Zofia, placeholder: "[PERSON 1?]"}
# the end
"""


def written(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "map.yaml"
    path.write_bytes(text.encode(encoding))
    return path


def test_a_map_by_hand_is_read(tmp_path):
    names = load_map(written(tmp_path, BY_HAND))
    assert names.review == "area-a-2018"
    assert [e.real for e in names.entities] == ["Danielle Hargreaves", "Isla Pritchard", "No"]
    assert names.entities[1].type is EntityType.CHILD
    assert names.entities[2].pseudonym == "007 Bond"
    assert names.entities[2].aliases == ("Null", "Yes")
    assert names.keep[0].reason == "panel member"
    assert names.uncertain[0].placeholder == "[PERSON 1?]"


@pytest.mark.parametrize(
    "name", ["No", "yes", "Null", "~", "007", "1e5", "2018-01-02", "0x1F", ".inf", "On", "<<", "="]
)
def test_every_scalar_is_text(name):
    text = f"review: r\nentities:\n  - {{real: A{name}, pseudonym: {name}1}}\n"
    entry = parse_map(text).entities[0]
    assert (entry.real, entry.pseudonym) == (f"A{name}", f"{name}1")
    if any(char.isalnum() for char in name):
        names = PseudonymMap(review="r", entities=(MapEntity(real=name, pseudonym="Rose"),))
        assert parse_map(fresh_text(names)) == names
        assert yaml.safe_load(fresh_text(names))["entities"][0]["real"] == name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_byte_order_mark_and_accents_are_welcome(tmp_path, encoding):
    path = written(tmp_path, "review: r\nkeep: [{text: Siobh\u00e1n \u0141ukasz}]\n", encoding)
    assert load_map(path).keep[0].text == "Siobh\u00e1n \u0141ukasz"


@pytest.mark.parametrize("text", ["review: r\nentities:\nkeep:\n", "review: r\nentities: []\n"])
def test_empty_sections_are_none(text):
    assert parse_map(text) == PseudonymMap(review="r")


REFUSED = [
    ("", "is empty"),
    ("\n  \n", "is empty"),
    ("# nothing but this\n", "no pseudonym map"),
    ("- Secretname\n", "no pseudonym map"),
    ("Secretname\n", "no pseudonym map"),
    ("entities: []\n", "line 1, top level: \u201creview\u201d is missing"),
    ("review: r\nentities: Secretname\n", "line 2, top level: \u201centities\u201d must be a list"),
    ("review: r\nentities:\n  - Secretname\n", "line 3, entity 1: this must be an entry"),
    (
        "review: r\nentities:\n  - real: Secretname\n",
        "line 3, entity 1: \u201cpseudonym\u201d is m",
    ),
    ("review: r\nentities:\n  - {real: Secretname, pseudonym: }\n", "is missing"),
    ("review: r\nentities:\n  - {real: S, pseudonym: R, aliases: Secretname}\n", "must be a list"),
    ("review: r\nentities:\n  - {real: [Secretname], pseudonym: R}\n", "must be one text"),
    ("review: r\nentities:\n  - {real: Secretname, pseudonym: '?'}\n", "no letter or digit"),
    ("review: r\nentities:\n  - {real: S, pseudonym: R, Secretname: x}\n", "does not know"),
    ("review: r\nentities:\n  - {real: S, pseudonym: R, type: Secretname}\n", "must be one of"),
    ("review: r\nentities:\n  - {real: S, pseudonym: R, status: Secretname}\n", "must be one of"),
    (
        "review: r\nfrozen: Secretname\n",
        "line 2, top level: \u201cfrozen\u201d must be true or false",
    ),
    ("review: r\nfrozen: [Secretname]\n", "must be true or false"),
    ("review: r\nretired: Secretname\n", "must be a list"),
    ("review: r\nrecipients: [Secretname]\n", "line 2, recipient 1: this must be an entry"),
    ("review: r\nrecipients: [{name: Secretname}]\n", "recipient 1: \u201ckey\u201d is missing"),
    ("review: r\nrecipients: [{key: Secretname}]\n", "\u201ckey\u201d is no public key"),
    ("review: r\nrecipients: [{key: age1 Secretname}]\n", "is no public key"),
    ("review: r\nreview: Secretname\n", "line 2 repeats a key"),
    ("review: r\n[Secretname]: x\n", "line 2 has a key"),
    ("review: Secretname: x\n", "no valid YAML in line 1"),
    ("review: r\nkeep: [Secretname\n", "no valid YAML"),
    ("review: r\n\tkeep: Secretname\n", "no valid YAML in line 2"),
    ("review: r\x00\n", "control characters"),
    ("review: &a Secretname\n", "anchor"),
    ("a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n", "anchor"),
    ("review: !!python/object/apply:os.system [Secretname]\n", "tag"),
    ("review: !!binary U2VjcmV0bmFtZQ==\n", "tag"),
    ("review: r\n---\nreview: Secretname\n", "second document"),
    ("review: " + "[" * 5000, "nested too deeply"),
    ("review: " + "{a: " * 5000, "nested too deeply"),
]


@pytest.mark.parametrize(("text", "says"), REFUSED)
def test_what_is_no_map_is_refused_in_one_sentence_without_its_names(tmp_path, text, says):
    path = written(tmp_path, text)
    with pytest.raises(MapError) as caught:
        load_map(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert says in message
    assert "Secretname" not in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"review: \xff\xfe\xfa", "UTF-8"),
        ("review: r\n".encode("utf-16"), "UTF-8"),
        (b"PK\x03\x04\x00\x00\x00", "control characters"),
        (b"# " + b"x" * LARGEST, "larger than 2 MB"),
    ],
)
def test_bytes_that_are_no_text_are_refused(tmp_path, raw, says):
    path = tmp_path / "map.yaml"
    path.write_bytes(raw)
    with pytest.raises(MapError, match=says):
        load_map(path)


def test_a_map_that_is_not_there_or_is_a_folder_is_refused(tmp_path):
    with pytest.raises(MapError, match="is not there"):
        load_map(tmp_path / "none.yaml")
    with pytest.raises(UsageError, match="cannot be read"):
        load_map(tmp_path)


# ---- writing ---------------------------------------------------------------------------------


def test_a_new_file_says_what_it_is_and_is_for_its_owner_only(tmp_path):
    path, again = tmp_path / "a.yaml", tmp_path / "b.yaml"
    names = parse_map(BY_HAND)
    save_map(names, path)
    save_map(names, again)
    assert path.read_bytes() == again.read_bytes()
    assert path.read_text(encoding="utf-8").startswith("# KEEP THIS FILE SECRET.")
    assert load_map(path) == names
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    made = sorted(p.name for p in tmp_path.iterdir() if not p.name.endswith(".lock"))
    assert made == ["a.history", "a.yaml", "b.history", "b.yaml"]


@pytest.mark.parametrize("text", [BY_HAND, BY_HAND.replace("\n", "\r\n"), BY_HAND.rstrip()])
def test_an_unchanged_map_keeps_its_bytes(tmp_path, text):
    path = written(tmp_path, text)
    save_map(load_map(path), path)
    assert path.read_bytes() == text.encode()


def test_only_what_differs_changes(tmp_path):
    path = written(tmp_path, BY_HAND)
    names = (
        load_map(path)
        .with_alias("Danielle Hargreaves", "Danielle: the elder")
        .with_alias("Isla Pritchard", "Izzy")
        .with_alias("No", "Off")
        .with_entities([MapEntity(real="Zofia", pseudonym="Rose Dobson", status="proposed")])
        .with_keep([KeepEntry(text="Hugh Pargeter", reason="panel member")])
    )
    save_map(names, path)
    expected = (
        BY_HAND.replace("[Dani] ", "[Dani, 'Danielle: the elder'] ")
        .replace("type: child}", "type: child, aliases: [Izzy]}")
        .replace(
            "        - Yes\n",
            "        - Yes\n        - 'Off'\n"
            "  - real: Zofia\n    pseudonym: Rose Dobson\n    type: person\n    status: proposed\n",
        )
        .replace(
            "reason: panel member}\n",
            "reason: panel member}\n  - text: Hugh Pargeter\n    reason: panel member\n",
        )
        .replace('uncertain:\n  - {text: Zofia, placeholder: "[PERSON 1?]"}\n', "")
    )
    assert path.read_text(encoding="utf-8") == expected
    assert load_map(path).entity_named("izzy").pseudonym == "Child B"


def test_another_pseudonym_and_status_are_put_in_their_places():
    text = (
        "review: r\nentities:\n"
        "  - real: Ann Pike # mother\n    pseudonym: Rose Dobson # to be agreed\n"
        "    status: proposed\n"
    )
    entity = MapEntity(real="Ann Pike", pseudonym="Tina Forbes")
    names = parse_map(text).with_entities([entity])
    assert edited_text(text, names) == text.replace("Rose Dobson", "Tina Forbes").replace(
        "proposed", "confirmed"
    )


@pytest.mark.parametrize(
    "text",
    [
        "review: r\n",
        "review: r",
        "review: r\nentities:\n",
        "review: r\nentities: # none yet\nkeep:\n",
        "review: r\nentities: []  # none yet\n",
        "review: r\nentities: [{real: Bo Li, pseudonym: Child A, type: child}]\n",
        "review: r\nentities:\n- real: Bo Li\n  pseudonym: Child A\n  type: child\n",
        "{review: r, entities: []}\n",
        '{"review": "r"}',
        "---\nreview: r\n...\n",
        "review: r\nuncertain: [{text: Ann Pike, placeholder: X1}, {text: Jo, placeholder: X2}]\n",
    ],
)
def test_entries_are_added_to_any_layout(text):
    names = parse_map(text).with_entities([MapEntity(real="Ann Pike", pseudonym="Rose Dobson")])
    edited = edited_text(text, names)
    assert parse_map(edited) == names
    assert edited_text(edited, names) == edited
    if "none yet" in text:
        assert "# none yet" in edited


WITH_ALL = """\
review: r # agreed
frozen: false # until it is out
entities:
  - real: Ann Pike # mother
    pseudonym: Rose Dobson
    aliases: # said at school
      - Annie
      - Nan # by the children
      - Annabel
  - {real: Bo Li, pseudonym: Child A, type: child} # the son
recipients: # who may open it
  - {key: age1qz, name: Mary} # the chair
retired:
- GP3 # left
- Child C
"""


def test_settings_and_lists_are_changed_in_their_places():
    old = parse_map(WITH_ALL)
    ann, bo = old.entities
    ann = ann.model_copy(update={"aliases": ("Annie", "Annabel", "Anna")})
    bo = MapEntity(real="Bo Li Hua", pseudonym="Child A", type="child", aliases=("Bo Li",))
    new = old.changed(
        frozen=True,
        policy="dhr",
        entities=(ann, bo),
        keep=(KeepEntry(text="Mary"),),
        retired=("Child C", "Child D"),
        recipients=(*old.recipients, Recipient(key="age1xy")),
    )
    expected = (
        WITH_ALL.replace("agreed\nfrozen: false", "agreed\npolicy: dhr\nfrozen: true")
        .replace("      - Nan # by the children\n", "")
        .replace("      - Annabel\n", "      - Annabel\n      - Anna\n")
        .replace("real: Bo Li,", "real: Bo Li Hua,")
        .replace("type: child}", "type: child, aliases: [Bo Li]}")
        .replace("# the chair\n", "# the chair\n  - key: age1xy\n")
        .replace("- GP3 # left\n", "")
        .replace("- Child C\n", "- Child C\n- Child D\nkeep:\n  - text: Mary\n")
    )
    assert edited_text(WITH_ALL, new) == expected


def test_a_list_of_which_nothing_stays_is_written_in_brackets():
    new = parse_map(WITH_ALL).changed(retired=("GP4",))
    assert edited_text(WITH_ALL, new) == WITH_ALL.replace("- GP3 # left\n- Child C\n", "  [GP4]\n")


def test_a_file_that_is_no_map_is_not_overwritten(tmp_path):
    path = written(tmp_path, "review: r\nentities: Secretname\n")
    with pytest.raises(MapError):
        save_map(PseudonymMap(review="r"), path)
    assert path.read_text(encoding="utf-8") == "review: r\nentities: Secretname\n"


def test_a_folder_that_cannot_be_is_one_sentence(tmp_path):
    (tmp_path / "none").touch()
    with pytest.raises(UsageError, match="cannot be"):
        save_map(PseudonymMap(review="r"), tmp_path / "none" / "map.yaml")


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a privilege there")
def test_a_link_to_a_map_stays_a_link(tmp_path):
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    save_map(PseudonymMap(review="r"), real)
    link.symlink_to(real)
    save_map(PseudonymMap(review="s"), link)
    assert link.is_symlink()
    assert load_map(real).review == "s"


ANYTHING = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufffc"
)
MARKS = st.sampled_from(list("#:-?!&*|>%@`'\"[]{}, ~=<\\./\u2019\u00a0"))
LETTERS = st.sampled_from("abyzAN019")
NAMES = st.tuples(st.text(MARKS, max_size=2), LETTERS, st.text(MARKS | ANYTHING, max_size=8)).map(
    lambda parts: "".join(parts).strip()
)


@st.composite
def maps(draw):
    taken: set[str] = set()

    def fresh() -> str:
        name = draw(NAMES)
        while key(name) in taken:
            name += "x"
        taken.add(key(name))
        return name

    entities = [
        MapEntity(
            real=fresh(),
            pseudonym=fresh(),
            type=draw(st.sampled_from(EntityType)),
            aliases=tuple(fresh() for _ in range(draw(st.integers(0, 2)))),
            status=draw(st.sampled_from(["confirmed", "proposed"])),
        )
        for _ in range(draw(st.integers(0, 3)))
    ]
    keep = [KeepEntry(text=fresh(), reason=draw(NAMES)) for _ in range(draw(st.integers(0, 2)))]
    opened = [
        UncertainEntry(text=fresh(), placeholder="[PERSON 1?]")
        for _ in range(draw(st.integers(0, 2)))
    ]
    recipients = [
        Recipient(key=f"age1{draw(st.sampled_from('qpzry'))}{n}", name=draw(NAMES))
        for n in range(draw(st.integers(0, 2)))
    ]
    return PseudonymMap(
        review=fresh(),
        policy=draw(st.sampled_from(["", "dhr", "strict", "rules/ours.toml", "No", "a: b #c"])),
        frozen=draw(st.booleans()),
        entities=entities,
        keep=keep,
        uncertain=opened,
        retired=[fresh() for _ in range(draw(st.integers(0, 2)))],
        recipients=recipients,
    )


@given(maps())
def test_any_map_survives_being_written(names):
    assert parse_map(fresh_text(names)) == names


@settings(max_examples=30, deadline=None)  # the text is read six times
@given(maps(), maps())
def test_any_map_can_be_made_of_any_file(old, new):
    edited = edited_text(fresh_text(old), new)
    for name in ("review", "policy", "frozen"):
        assert getattr(parse_map(edited), name) == getattr(new, name)
    for name in ("entities", "keep", "uncertain", "retired", "recipients"):
        assert set(getattr(parse_map(edited), name)) == set(getattr(new, name))
    assert edited_text(edited, new) == edited


@settings(max_examples=40, deadline=None)
@given(maps())
def test_a_comment_outlives_every_addition(names):
    before = parse_map(BY_HAND)
    taken = {key(n) for e in before.entities for n in (*e.names, e.pseudonym)} | {
        key(e.text) for e in before.keep
    }
    new = [e for e in names.entities if not taken & {key(n) for n in (*e.names, e.pseudonym)}]
    edited = edited_text(BY_HAND, before.with_entities(new))
    comments = [line[line.index("#") :] for line in BY_HAND.splitlines() if "# " in line]
    assert all(comment in edited for comment in comments)


# ---- places ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("review", "name"),
    [
        ("area-a-2018", "area-a-2018.yaml"),
        ("Area A / 2018", "area-a-2018.yaml"),
        ("../../etc/passwd", "etc-passwd.yaml"),
        ("\u00c9tude \u0141", "etude-l.yaml"),
        ("\u4e2d\u6587", "review.yaml"),
        ("", "review.yaml"),
        ("CON", "con-review.yaml"),
        ("x" * 300, "x" * 80 + ".yaml"),
    ],
)
def test_a_maps_path_stays_in_its_folder(tmp_path, review, name):
    folder = tmp_path / "pseudonym_maps"
    assert map_path(review, tmp_path) == folder / f"{name}.age"
    folder.mkdir()
    (folder / name).touch()
    assert map_path(review, tmp_path) == folder / name  # in plain text, from before or on purpose
    (folder / f"{name}.age").touch()
    assert map_path(review, tmp_path) == folder / f"{name}.age"


def test_a_review_is_called_after_the_folder_not_the_file(tmp_path):
    folder = tmp_path / "Area A 2018"
    folder.mkdir()
    assert review_name(folder) == "area-a-2018"
    assert review_name(folder / "Danielle Hargreaves.docx") == "area-a-2018"


def test_the_map_folder_is_made_once_and_left_alone_after(tmp_path):
    maps_folder = ensure_map_folder(tmp_path)
    assert (maps_folder / ".gitignore").read_bytes() == b"*\n!.gitignore\n!README.md\n"
    if os.name == "posix":
        assert stat.S_IMODE(maps_folder.stat().st_mode) == 0o700
    (maps_folder / "README.md").write_text("mine", encoding="utf-8")
    ensure_map_folder(tmp_path)
    assert (maps_folder / "README.md").read_text(encoding="utf-8") == "mine"


def test_a_file_in_the_folders_place_is_one_sentence(tmp_path):
    (tmp_path / "pseudonym_maps").write_text("", encoding="utf-8")
    with pytest.raises(MapError, match="cannot be made"):
        ensure_map_folder(tmp_path)
