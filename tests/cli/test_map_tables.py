"""Importing a table into a review's map, and exporting the map as a table."""

import stat
import sys

import pytest

from redactor.cli.map.changes import Target
from redactor.cli.map.tables import export_table, import_table
from redactor.errors import MapError, OutputExists, UsageError
from redactor.pseudonyms.schema import (
    KeepEntry,
    MapEntity,
    PseudonymMap,
    Status,
    UncertainEntry,
)
from redactor.vault.sealing import is_sealed
from tests.maps import load_map, save_map

AREA_A = Target("area-a")
TABLE = (
    "Real name,Pseudonym,Relationship\n"
    "Danielle (Dani) Hargreaves,Connie Smith,victim\n"
    "Margaret Ellwood,,panel member\n"
    "Ann Pike,,mother of victim\n"
)


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "names.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def map_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pseudonym_maps").mkdir()
    return tmp_path / "pseudonym_maps" / "area-a.yaml.age"


def with_map(map_file, *entities, **more):
    save_map(PseudonymMap(review="area-a", entities=entities, **more), map_file)


def test_a_new_map(table, map_file, capsys):
    import_table(AREA_A, table)
    names = load_map(map_file)
    assert names.review == "area-a"
    assert [(e.real, e.aliases) for e in names.entities] == [("Danielle Hargreaves", ("Dani",))]
    assert [e.text for e in names.keep] == ["Margaret Ellwood"]
    streams = capsys.readouterr()
    assert streams.out == ""
    assert f"{table}: Left out for want of a pseudonym: row 4." in streams.err
    assert "1 replaced, 1 kept, 0 undecided" in streams.err
    assert "Pike" not in streams.err


def test_quiet(table, map_file, capsys):
    import_table(Target("area-a", quiet=True), table)
    assert capsys.readouterr().err == ""


def test_into_a_map_that_is_there(table, map_file):
    with_map(
        map_file,
        MapEntity(real="Dani", pseudonym="Martha Ash", status=Status.PROPOSED),
        MapEntity(real="Thanet", pseudonym="Area A", type="place"),
        keep=(KeepEntry(text="margaret ellwood", reason="chair"),),
        uncertain=(UncertainEntry(text="Gracie", placeholder="[PERSON 1?]"),),
    )
    import_table(AREA_A, table)
    names = load_map(map_file)
    assert names.review == "area-a"
    assert {e.real: e.pseudonym for e in names.entities} == {
        "Thanet": "Area A",
        "Danielle Hargreaves": "Connie Smith",
    }
    assert [e.reason for e in names.keep] == ["chair"]
    assert [e.text for e in names.uncertain] == ["Gracie"]


def test_other_names_of_a_confirmed_entry_are_joined(table, map_file):
    with_map(
        map_file,
        MapEntity(real="Danielle Hargreaves", pseudonym="Connie Smith", aliases=("Dee",)),
    )
    import_table(AREA_A, table)
    (entity,) = load_map(map_file).entities
    assert entity.aliases == ("Dee", "Dani")


@pytest.mark.parametrize(
    "entity",
    [
        MapEntity(real="Danielle Hargreaves", pseudonym="Rose Dobson"),
        MapEntity(real="Joy Tull", pseudonym="Connie Smith"),
        MapEntity(real="Margaret Ellwood", pseudonym="Rose Dobson"),
        MapEntity(real="Joy Tull", pseudonym="Rose Dobson", aliases=("Dani",)),
    ],
)
def test_a_confirmed_entry_is_not_overruled(table, map_file, entity):
    with_map(map_file, entity)
    before = map_file.read_bytes()
    with pytest.raises(MapError) as caught:
        import_table(AREA_A, table)
    message = str(caught.value)
    assert message.startswith(f"{table}: the table and the map contradict each other")
    assert "Hargreaves" not in message
    assert map_file.read_bytes() == before


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".docx"])
def test_an_export_is_for_its_owner_and_says_what_it_is(tmp_path, map_file, suffix, capsys):
    with_map(map_file, MapEntity(real="Danielle Hargreaves", pseudonym="Connie Smith"))
    path = tmp_path / f"key{suffix}"
    export_table(AREA_A, path, force=False)
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "undoes the anonymisation" in capsys.readouterr().err
    import_table(Target("again"), path)
    again = load_map(map_file.with_name("again.yaml.age"))
    assert again.entities == load_map(map_file).entities


def test_an_export_replaces_nothing_unasked(tmp_path, map_file):
    with_map(map_file, MapEntity(real="Danielle Hargreaves", pseudonym="Connie Smith"))
    path = tmp_path / "key.csv"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(OutputExists):
        export_table(AREA_A, path, force=False)
    assert path.read_text(encoding="utf-8") == "mine"
    export_table(AREA_A, path, force=True)
    assert "Connie" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "says"),
    [("key.pdf", r"\.xlsx, \.csv or \.docx"), ("key.tsv", r"the suffix \.csv")],
)
def test_an_export_to_another_kind_of_file(tmp_path, map_file, name, says):
    with_map(map_file)
    with pytest.raises(UsageError, match=says):
        export_table(AREA_A, tmp_path / name, force=False)
    assert not (tmp_path / name).exists()


# ---- through the command line ----------------------------------------------------------------


def said(result):
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert not [name for name in ("Danielle", "Ellwood", "Pike", "Dani") if name in result.output]
    return result.stderr


def test_a_table_begins_an_encrypted_map(redact, tmp_path):
    (tmp_path / "names.csv").write_text(TABLE, encoding="utf-8")
    assert "1 replaced, 1 kept" in said(redact("map", "import", "names.csv", "--review", "area-a"))
    folder = tmp_path / "pseudonym_maps"
    assert [p.name for p in sorted(folder.glob("area-a*"))] == [
        "area-a.history",
        "area-a.yaml.age",
    ]
    assert is_sealed((folder / "area-a.yaml.age").read_bytes())
    assert load_map(folder / "area-a.yaml").entity_named("Dani").pseudonym == "Connie Smith"


FROZEN = PseudonymMap(
    review="area-a",
    frozen=True,
    entities=(
        MapEntity(real="Dani", pseudonym="Martha Ash", status=Status.PROPOSED),
        MapEntity(real="Joy Tull", pseudonym="Rose Dobson"),
    ),
    keep=(KeepEntry(text="Margaret Ellwood", reason="chair"),),
)


@pytest.fixture
def frozen(tmp_path):
    (tmp_path / "pseudonym_maps").mkdir()
    path = tmp_path / "pseudonym_maps" / "area-a.yaml.age"
    save_map(FROZEN, path)
    return path


def test_a_frozen_map_takes_what_is_new(redact, frozen, tmp_path):
    table = "Real name,Pseudonym,Relationship\nBo Li,Mia Kay,friend\nDani (Dee),Martha Ash,victim\n"
    (tmp_path / "names.csv").write_text(table, encoding="utf-8")
    said(redact("map", "import", "names.csv", "--review", "area-a"))
    names = load_map(frozen)
    assert names.frozen
    assert {e.real: (e.pseudonym, e.aliases) for e in names.entities} == {
        "Dani": ("Martha Ash", ("Dee",)),
        "Joy Tull": ("Rose Dobson", ()),
        "Bo Li": ("Mia Kay", ()),
    }


@pytest.mark.parametrize(
    "row",
    [
        "Dani,Connie Smith,victim",  # only proposed, but published
        "Joy Tull,Connie Smith,friend",
        "Dani,,panel member",
        "Margaret Ellwood,Connie Smith,friend",
    ],
)
def test_what_a_frozen_map_has_stays(redact, frozen, tmp_path, row):
    before = frozen.read_bytes()
    (tmp_path / "names.csv").write_text(f"Real name,Pseudonym,Relationship\n{row}\n")
    result = redact("map", "import", "names.csv", "--review", "area-a")
    assert result.exit_code == 2, result.output
    (line,) = result.stderr.splitlines()
    assert not [name for name in ("Dani", "Joy", "Ellwood") if name in line]
    assert frozen.read_bytes() == before


def test_a_workbook_there_and_back(redact, tmp_path, map_file):
    with_map(
        map_file,
        MapEntity(real="Danielle Hargreaves", pseudonym="Connie Smith", aliases=("Dani", "007")),
        MapEntity(real="Isla Pike", pseudonym="Child B", type="child", status=Status.PROPOSED),
        MapEntity(real="Dr Okafor", pseudonym="GP1", type="professional", role="GP"),
        MapEntity(real="Thanet", pseudonym="Area A", type="place"),
        keep=(KeepEntry(text="Margaret Ellwood", reason="panel member"),),
        uncertain=(UncertainEntry(text="Gracie", placeholder="[PERSON 1?]"),),
    )
    assert "undoes the anonymisation" in said(
        redact("map", "export", "key.xlsx", "--review", "area-a")
    )
    assert "exists already" in redact("map", "export", "key.xlsx", "--review", "area-a").stderr
    assert said(redact("map", "export", "key.xlsx", "--review", "area-a", "--force", "-q")) == ""
    said(redact("map", "import", "key.xlsx", "--review", "again"))
    names, again = load_map(map_file), load_map(map_file.with_name("again.yaml.age"))
    assert (again.entities, again.keep) == (names.entities, names.keep)
    assert [entry.text for entry in again.uncertain] == ["Gracie"]
    before = map_file.read_bytes()
    said(redact("map", "import", "key.xlsx", "--review", "area-a"))
    assert map_file.read_bytes() == before
