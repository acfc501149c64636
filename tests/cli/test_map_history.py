"""``redact map history``: who changed what and when, in pseudonyms; and an earlier map again."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from fake_pipeline import Redact
from typer.testing import Result

from tests.maps import load_map

NAMES = ["Danielle", "Hargreaves", "Pritchard", "Kasia", "Nowak", "Ellwood", "Okafor"]
WHEN = re.compile(r"2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\dZ")

Map = Callable[..., str]


@pytest.fixture
def redact_map(redact: Redact, monkeypatch: pytest.MonkeyPatch) -> Map:
    """``redact_map("add", "-", typed="Kasia Nowak")`` on the map of "harbour": what it printed on
    stdout and said. Nobody's real name may be in it."""
    monkeypatch.setenv("REDACT_USER", "Ann\u00e9  Berg\n")

    def run(*args: str, typed: str | None = None, code: int = 0) -> str:
        result: Result = redact("map", *args, "--review", "harbour", typed=typed)
        assert result.exit_code == code, result.output
        assert not [name for name in NAMES if name.lower() in result.output.lower()]
        return result.output

    return run


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pseudonym_maps" / "harbour.yaml.age"


@pytest.fixture
def changed(redact_map: Map) -> list[str]:
    """A map with a change of every kind; what the history is to tell of each."""
    redact_map("init", "--policy", "strict")
    told = ["the policy is strict now"]
    for line, typed, sentence in (
        ("add - --pseudonym Connie_Smith --alias -", "Danielle Hargreaves\nDani", "added (person)"),
        ("add - --type professional --role GP", "Dr Okafor", "“GP1” added (professional)"),
        ("rename Connie_Smith Clara_Kay", None, "“Connie Smith” is now “Clara Kay”"),
        ("alias Clara_Kay -", "Dan Pritchard", "1 other name added to “Clara Kay”"),
        ("split Clara_Kay - --pseudonym Mia_Ash", "Dan Pritchard", "“Mia Ash” is somebody else"),
        ("merge Clara_Kay Mia_Ash", None, "“Clara Kay” and “Mia Ash” are one now"),
        ("keep - --reason chair", "Margaret Ellwood", "a name is kept: chair"),
        ("keep - --reason Kasia's_friend", "Kasia Nowak", "a name is kept"),
        ("set GP1 --status confirmed", None, "“GP1” is confirmed"),
        ("remove GP1", None, "“GP1” removed"),
        ("freeze", None, "the map is frozen"),
    ):
        redact_map(*(word.replace("_", " ") for word in line.split()), typed=typed)
        told.append(sentence)
    return told


def listed(redact_map: Map) -> list[dict[str, object]]:
    report = json.loads(redact_map("history", "--format", "json", "-q"))
    assert (report["schema"], report["command"]) == (1, "map history")
    changes: list[dict[str, object]] = report["changes"]
    return changes


def test_who_did_what_and_when(redact_map: Map, changed: list[str]) -> None:
    entries = listed(redact_map)
    assert len(entries) == len(changed)
    for entry, sentence in zip(entries, changed, strict=True):
        assert entry["who"] == "Ann\u00e9 Berg"
        assert WHEN.fullmatch(str(entry["when"]))
        assert sentence in "; ".join(entry["changes"])  # type: ignore[arg-type]


def test_ten_versions_are_kept_and_all_changes_told(redact_map: Map, changed: list[str]) -> None:
    assert len(changed) > 10
    assert [entry["kept"] for entry in listed(redact_map)] == [False] * 2 + [True] * 10
    table = redact_map("history")
    assert table.count("(not kept)") == 2
    for sentence in changed:
        assert sentence in table
    line = redact_map("history", "--restore", "1", code=2)
    assert "version 1 is not kept. Kept are: 3, 4" in line
    assert len(line.splitlines()) == 1


def test_without_a_change_on_record(redact_map: Map, tmp_path: Path) -> None:
    (tmp_path / "pseudonym_maps").mkdir()
    (tmp_path / "pseudonym_maps" / "harbour.yaml").write_text("review: harbour\n")
    assert "No change is on record yet" in redact_map("history")
    assert listed(redact_map) == []
    assert "Kept are: none" in redact_map("history", "--restore", "1", code=2)


def test_a_change_by_hand_is_an_entry_of_its_own(redact_map: Map, path: Path) -> None:
    redact_map("init")
    redact_map("unlock")
    plain = path.with_suffix("")
    by_hand = plain.read_text(encoding="utf-8") + (
        "# ours\nentities:\n  - {real: Kasia Nowak, pseudonym: Mia Kay}\n"
    )
    plain.write_text(by_hand, encoding="utf-8")
    assert "was changed since by another program" in redact_map("history")
    redact_map("rename", "Mia Kay", "Mia Ash")
    found, own = listed(redact_map)[-2:]
    assert found["who"] == ""
    assert "Found as it is here" in str(found["changes"])
    assert own["changes"] == ["“Mia Kay” is now “Mia Ash”"]
    assert "by another program" not in redact_map("history")
    redact_map("history", "--restore", str(found["number"]))
    assert [one.pseudonym for one in load_map(plain).entities] == ["Mia Kay"]
    assert "# ours" in plain.read_text(encoding="utf-8")


# ---- an earlier map again --------------------------------------------------------------------


def test_an_earlier_map_comes_back_as_a_change_of_its_own(redact_map: Map, path: Path) -> None:
    redact_map("add", "-", "--pseudonym", "Connie Smith", typed="Danielle Hargreaves", code=2)
    redact_map("init")
    redact_map("add", "-", "--pseudonym", "Connie Smith", typed="Danielle Hargreaves")
    redact_map("add", "-", "--pseudonym", "Mia Kay", typed="Kasia Nowak")
    redact_map("rename", "Connie Smith", "Clara Ash")
    before = load_map(path)
    said = redact_map("history", "--restore", "2")
    assert "as it was after change 2" in said
    names = load_map(path)
    assert [one.pseudonym for one in names.entities] == ["Connie Smith"]
    # Both may be published by now: nobody else gets them.
    assert set(names.retired) == {"Clara Ash", "Mia Kay"}
    entries = listed(redact_map)
    assert len(entries) == 5
    assert "“Mia Kay” removed" in entries[-1]["changes"]  # type: ignore[operator]
    redact_map("history", "--restore", "4")
    assert load_map(path).entities == before.entities


def test_the_map_as_it_is_comes_back_without_a_change(redact_map: Map, path: Path) -> None:
    redact_map("init")
    before = path.read_bytes()
    redact_map("history", "--restore", "1", "-q")
    assert path.read_bytes() == before


def test_who_may_open_the_map_stays_so(redact_map: Map, path: Path) -> None:
    key = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
    redact_map("init")
    redact_map("share", key, "--name", "Ben")
    redact_map("history", "--restore", "1")
    assert key in {one.key for one in load_map(path).recipients}


def test_a_frozen_map_stays(redact_map: Map, changed: list[str], path: Path) -> None:
    before = path.read_bytes()
    assert "redact map unfreeze" in redact_map("history", "--restore", "5", code=2)
    assert path.read_bytes() == before
    redact_map("unfreeze")
    redact_map("history", "--restore", "5")
