"""Every list of the package loads, says where it is from, and holds what it should."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from presidio_analyzer.recognizer_registry import RecognizerRegistryProvider

from redactor.detection.lexicon import is_british_place
from redactor.detection.lists import load_list, load_table
from redactor.detection.recognisers.registry import identifier_recognisers, recognisers
from redactor.model import QUASI_IDENTIFIERS, EntityType
from redactor.text.words import words

LISTS = {
    "british_places": 5000,
    "counties": 140,
    "countries": 200,
    "districts": 400,
    "generic_terms": 6000,
    "kin_words": 150,
    "large_places": 12,
    "more_places": 1500,
    "nicknames_uk": 200,
    "public_bodies": 1800,
    "role_words": 300,
    "titles": 60,
}


@pytest.mark.parametrize(("name", "least"), LISTS.items())
def test_list_loads_without_doubles(name: str, least: int) -> None:
    rows = load_table(name)
    entries = [row[0] for row in rows]
    assert len(entries) >= least
    assert len(entries) == len(set(entries))
    assert frozenset(entries) == load_list(name)
    assert all(cell == cell.strip() for row in rows for cell in row)


@pytest.mark.parametrize("name", LISTS)
def test_list_names_its_source_and_licence(name: str) -> None:
    folders = [files("redactor.detection") / "data", files("redactor.text") / "data"]
    paths = [f / (name + s) for f in folders for s in (".txt", ".tsv")]
    (path,) = [path for path in paths if path.is_file()]
    head = "".join(
        line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")
    )
    assert "Source:" in head
    assert "icence" in head


def _data_files() -> list[Path]:
    rooms = ("detection", "linking", "pseudonyms", "text", "wording")
    folders = [files(f"redactor.{room}") / "data" for room in rooms]
    return [Path(str(one)) for folder in folders for one in folder.iterdir()]


WORD_FILES = [path for path in _data_files() if path.suffix in (".txt", ".tsv")]


@pytest.mark.parametrize("path", WORD_FILES, ids=lambda path: path.name)
def test_every_data_file_is_tidy(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    entries = lines[len(head) :]
    assert "Source:" in "".join(head)
    assert "icence" in "".join(head)
    assert not any(line.startswith("#") or not line.strip() for line in entries)
    assert all(cell == cell.strip() for line in entries for cell in line.split("\t"))
    # A table of headings has what they mean in its first column.
    columns = len(entries[0].split("\t")) if path.name.startswith("table_") else 1
    assert len({tuple(line.split("\t")[:columns]) for line in entries}) == len(entries)


@pytest.mark.parametrize(
    "path",
    [path for path in WORD_FILES if path.parent.parent.name == "detection"],
    ids=lambda path: path.name,
)
def test_lists_of_detection_are_sorted_and_dated(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if not line.startswith("#")]
    if path.name == "british_places.txt":  # by code point, as its script writes it
        assert entries == sorted(entries)
        return
    assert entries == sorted(entries, key=lambda entry: (entry.casefold(), entry))
    assert "November 2026" in "".join(line for line in lines if line.startswith("#"))


def test_places_that_stay_are_in_no_list_of_places_to_replace() -> None:
    kept = load_list("counties") | load_list("large_places") | load_list("countries")
    assert not kept & (load_list("districts") | load_list("more_places"))


@pytest.mark.parametrize("name", ["Thanet", "Oldham", "Moss Side", "Tower Hamlets", "St Budeaux"])
def test_districts_and_suburbs_are_places(name: str) -> None:
    assert is_british_place(words(name))


@pytest.mark.parametrize(
    "name", ["Tommy\u2019s", "McDonald\u2019s", "Michael Gilbert", "Springer", "Costa", "Lorenzo"]
)
def test_nothing_stays_that_may_be_somebody_s_name(name: str) -> None:
    assert name.replace("\u2019", "'") not in load_list("public_bodies")


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        load_table("no_such_list")


def test_columns() -> None:
    roles = {row[0]: row[1:] for row in load_table("role_words")}
    assert roles["Health Visitor"] == ("HV", "title")
    assert roles["Senior Social Worker"][0] == "SSW"
    assert {row[1] for row in load_table("kin_words")} == {"adult", "child"}
    nicknames = {row[0]: row[1].split(",") for row in load_table("nicknames_uk")}
    assert "Danielle" in nicknames["Dani"]
    assert "Sharon" in nicknames["Shaz"]


@pytest.mark.parametrize(
    "name", ["Stella", "Grace", "Danielle", "John Lewis", "William Hill", "Iris"]
)
def test_terms_hold_nobody_s_name(name: str) -> None:
    assert name not in load_list("generic_terms")
    assert name not in load_list("public_bodies")


def test_entities_are_types_of_ours() -> None:
    names = {kind.name for kind in EntityType} | {"KEEP"}
    for recogniser in recognisers():
        assert recogniser.supported_entities
        assert set(recogniser.supported_entities) <= names


def test_every_identifier_type_has_a_recogniser() -> None:
    found = {e for recogniser in identifier_recognisers() for e in recogniser.supported_entities}
    removed = {kind for kind in EntityType if kind.is_identifier} - QUASI_IDENTIFIERS
    assert {kind.name for kind in removed} <= found


def test_presidio_loads_the_registry_file() -> None:
    path = files("redactor.detection") / "data" / "recognisers.yaml"
    registry = RecognizerRegistryProvider(conf_file=str(path)).create_recognizer_registry()
    loaded = [recogniser.name for recogniser in registry.recognizers]
    assert loaded == [recogniser.name for recogniser in recognisers()]
