"""Every list of the package loads, says where it is from, and holds what it should."""

from __future__ import annotations

from importlib.resources import files

import pytest
from presidio_analyzer.recognizer_registry import RecognizerRegistryProvider

from redactor.detection.lists import load_list, load_table
from redactor.detection.recognisers.registry import identifier_recognisers, recognisers
from redactor.model import QUASI_IDENTIFIERS, EntityType

LISTS = {
    "british_places": 5000,
    "counties": 150,
    "countries": 200,
    "generic_terms": 1200,
    "kin_words": 150,
    "large_places": 12,
    "nicknames_uk": 200,
    "public_bodies": 700,
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
