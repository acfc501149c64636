"""``redact map``: what is typed, what is said, and what the map's file has afterwards."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer import testing

from redactor.batch.record import Record, record_path, write_record
from redactor.batch.record import Run as DoneRun
from redactor.cli import map_commands
from redactor.cli.app import Commands
from redactor.pseudonyms.schema import MapEntity, PseudonymMap
from tests.maps import load_map

BY_HAND = """\
review: harbour  # as agreed
entities:
  - real: Danielle Hargreaves  # the victim
    pseudonym: Connie Smith
    aliases: [Dani, Danielle Pritchard]
  - {real: Isla Pritchard, pseudonym: Child B, type: child}
  - {real: Dr Okafor, pseudonym: GP1, type: professional, role: GP, status: proposed}
keep:
  - {text: Margaret Ellwood, reason: panel member}
uncertain:
  - {text: Gracie, placeholder: "[PERSON 1?]"}
"""
REAL = "Danielle Hargreaves Dani Pritchard Isla Okafor Ellwood Gracie Nowak Kasia".split()

Run = Callable[..., testing.Result]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A map in a working folder that is called as the review is."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    folder = tmp_path / "pseudonym_maps"
    folder.mkdir()
    (folder / "harbour.yaml").write_text(BY_HAND, encoding="utf-8")
    return folder / "harbour.yaml"


@pytest.fixture
def redact_map(path: Path) -> Run:
    """Runs ``redact map …`` on the map, in this process; no real name may be said."""
    program = typer.Typer(cls=Commands, rich_markup_mode=None)
    program.add_typer(map_commands.app)

    def run(*args: str, typed: str | None = None, names: bool = False) -> testing.Result:
        line = ["map", args[0], "--review", "harbour", *args[1:]]
        result = testing.CliRunner().invoke(program, line, input=typed)
        assert names or not [word for word in REAL if word in result.output]
        return result

    return run


def entities(path: Path) -> dict[str, MapEntity]:
    return {entity.real: entity for entity in load_map(path).entities}


def said(result: testing.Result) -> list[str]:
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    return sentences(result)


def sentences(result: testing.Result) -> list[str]:
    """What was said, but for what is said of every plain map."""
    return [line for line in result.stderr.splitlines() if "is not encrypted; " not in line]


def refused(result: testing.Result) -> str:
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = sentences(result)
    return line


# ---- looking ---------------------------------------------------------------------------------


def test_show_lists_pseudonyms(redact_map: Run) -> None:
    result = redact_map("show", "--names")
    for text in ("Connie Smith", "Child B", "professional", "proposed", "Kept: 1", "Open: 1"):
        assert text in result.stdout
    assert "--show-names" in result.stderr


def test_show_has_real_names_on_a_terminal_or_on_request(
    redact_map: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = redact_map("show", "--show-names", names=True).stdout
    assert "Danielle Hargreaves" in shown
    assert "Dani; Danielle Pritchard" in shown
    assert "Kept: Margaret Ellwood" in shown
    monkeypatch.setattr(testing._NamedTextIOWrapper, "isatty", lambda _: True)
    assert "Isla" in redact_map("show", "--names", names=True).stdout
    assert "Isla" not in redact_map("show").stdout


def test_show_as_json(redact_map: Run) -> None:
    shown = json.loads(redact_map("show", "--format", "json").stdout)
    assert shown["schema"] == 1
    assert shown["entities"][0] == {
        "pseudonym": "Connie Smith",
        "type": "person",
        "status": "confirmed",
        "role": "",
        "names": 3,
    }
    assert (shown["kept"], shown["open"], shown["frozen"]) == (1, 1, False)
    named = redact_map("show", "--format", "json", "--show-names", names=True)
    assert json.loads(named.stdout)["entities"][1]["real"] == "Isla Pritchard"


def test_check_finds_nothing(redact_map: Run) -> None:
    result = redact_map("check")
    assert result.exit_code == 0
    assert "Note: 1 of 3 pseudonyms only proposed so far." in result.stdout
    assert sentences(result) == [
        "Nothing speaks against the map; no other map of the folder compared."
    ]


def test_check_compares_the_folders_maps_and_passes_over_what_is_none(
    redact_map: Run, path: Path
) -> None:
    other = "review: b\nentities:\n  - {real: Petra Vance, pseudonym: Connie Smith}\n"
    (path.parent / "b.yaml").write_text(other, encoding="utf-8")
    (path.parent / "c.yaml").write_text("no map", encoding="utf-8")
    result = redact_map("check", "--format", "json")
    assert result.exit_code == 4
    report = json.loads(result.stdout)
    assert report["other_maps"] == 1
    assert report["faults"] == [
        "“Connie Smith”: Another map of this folder has that pseudonym; choose another."
    ]
    assert sentences(result) == ["1 to change; one other map of the folder compared."]


def test_a_map_of_the_same_people_may_call_them_the_same(redact_map: Run, path: Path) -> None:
    (path.parent / "copy.yaml").write_text(BY_HAND, encoding="utf-8")
    assert redact_map("check").exit_code == 0


def test_check_refuses_a_map_that_contradicts_itself(redact_map: Run, path: Path) -> None:
    path.write_text(BY_HAND.replace("GP1", "Child B"), encoding="utf-8")
    assert "share the pseudonym" in refused(redact_map("check"))


# ---- changing --------------------------------------------------------------------------------


def test_a_family_changes_its_mind(redact_map: Run, path: Path) -> None:
    assert said(redact_map("rename", "Connie Smith", "Clara Kay")) == [
        "“Connie Smith” is now “Clara Kay”."
    ]
    text = path.read_text(encoding="utf-8")
    assert text == BY_HAND.replace("Connie Smith", "Clara Kay") + "retired: [Connie Smith]\n"
    assert "published once" in refused(redact_map("rename", "Clara Kay", "Connie Smith"))
    assert said(redact_map("rename", "Clara Kay", "Connie Smith", "--back"))
    assert load_map(path).retired == ("Clara Kay",)


def test_the_same_initial_is_a_note(redact_map: Run) -> None:
    assert said(redact_map("rename", "Connie Smith", "Dora Finch"))[1:] == [
        "Note: “Dora Finch”: It begins with the same letter as the real name.",
        "Note: “Dora Finch”: A word of it is a word of English too.",
    ]


def test_adding_with_names_from_standard_input(redact_map: Run, path: Path) -> None:
    result = redact_map(
        "add", "-", "--alias", "-", "--pseudonym", "Mia Kay", typed="Kasia Nowak\nKas\n"
    )
    assert said(result) == ["“Mia Kay” added (person)."]
    assert entities(path)["Kasia Nowak"].aliases == ("Kas",)


def test_adding_with_a_proposal(redact_map: Run, path: Path) -> None:
    result = redact_map("add", "Dr Rao", "--type", "professional", "--role", "GP")
    assert said(result) == ["“GP2” added (professional)."]
    assert entities(path)["Dr Rao"].status == "proposed"
    assert "one of person, child" in refused(redact_map("add", "Ann Pike", "--type", "cat"))


def test_a_person_is_asked_for_a_name(
    redact_map: Run, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(testing._NamedTextIOWrapper, "isatty", lambda _: True)
    result = redact_map("alias", "Connie Smith", "-", typed="Danni\n")
    assert result.stderr.startswith("Other name: ")
    assert "Danni" in entities(path)["Danielle Hargreaves"].aliases


def test_nothing_to_read_is_wrong_usage(redact_map: Run, path: Path) -> None:
    assert "nothing to read" in refused(redact_map("remove", "-", typed=""))
    assert "nothing to read" in refused(redact_map("remove", "-", typed=" \n"))
    assert path.read_text(encoding="utf-8") == BY_HAND


def test_setting_several_fields(redact_map: Run, path: Path) -> None:
    result = redact_map(
        "set", "GP1", "--role", "SW", "--status", "confirmed", "--real", "-", typed="Chidi Okafor\n"
    )
    assert len(said(result)) == 4
    entity = entities(path)["Chidi Okafor"]
    assert (entity.role, entity.status, entity.aliases) == ("SW", "confirmed", ("Dr Okafor",))
    assert "Say what is to be set" in refused(redact_map("set", "GP1"))


def test_two_are_one_and_one_is_two(redact_map: Run, path: Path) -> None:
    assert said(redact_map("merge", "Connie Smith", "-", typed="isla pritchard\n")) == [
        "“Connie Smith” and “Child B” are one now."
    ]
    assert load_map(path).retired == ("Child B",)
    result = redact_map(
        "split", "Connie Smith", "-", "--pseudonym", "Mia Kay", typed="Isla Pritchard"
    )
    assert said(result) == ["“Mia Kay” is somebody else than “Connie Smith” now."]
    assert entities(path)["Isla Pritchard"].pseudonym == "Mia Kay"


def test_keeping_a_name(redact_map: Run, path: Path) -> None:
    assert said(redact_map("keep", "-", "--reason", "the author", typed="Hugh Moor\n")) == [
        "A name is kept: the author."
    ]
    assert said(redact_map("keep", "Hugh Moor", "--remove")) == ["1 name kept no longer."]
    assert "readable" not in path.read_text(encoding="utf-8")
    result = redact_map("keep", "-", "--reason", "chair", typed="Ida Hargreaves\n")
    assert "can be read now" in said(result)[-1]
    assert "Give --reason" in refused(redact_map("keep", "Hugh Moor"))


def test_an_other_name_is_taken_away(redact_map: Run, path: Path) -> None:
    assert said(redact_map("alias", "Connie Smith", "-", "--remove", typed="dani\n")) == [
        "1 other name of “Connie Smith” removed."
    ]
    assert "Dani" not in path.read_text(encoding="utf-8").replace("Danielle", "")


def test_removing(redact_map: Run, path: Path) -> None:
    assert said(redact_map("remove", "Child B")) == ["“Child B” removed."]
    assert load_map(path).retired == ("Child B",)


def test_a_frozen_map_only_grows(redact_map: Run, path: Path) -> None:
    assert said(redact_map("freeze")) == ["The map is frozen."]
    assert "frozen: true" in path.read_text(encoding="utf-8")
    assert "redact map unfreeze" in refused(redact_map("rename", "Child B", "Child D"))
    assert said(redact_map("add", "Dr Rao", "--role", "GP", "--type", "professional"))
    assert said(redact_map("unfreeze")) == ["The map is frozen no longer."]
    assert said(redact_map("unfreeze")) == ["Nothing is otherwise now."]
    assert said(redact_map("rename", "Child B", "Child D", "-q")) == []


@pytest.mark.parametrize(
    "args",
    [
        ("rename", "Danielle Hargreves", "Clara Kay"),
        ("rename", "GP1", "Isla Pritchard"),
        ("add", "Isla Pritchard"),
        ("alias", "GP1", "Dani"),
        ("keep", "Dani", "--reason", "no"),
        ("split", "Connie Smith", "Isla Pritchard"),
        ("remove", "Kasia Nowak"),
    ],
)
def test_what_is_refused_tells_no_name_and_leaves_the_map(
    redact_map: Run, path: Path, args: tuple[str, ...]
) -> None:
    refused(redact_map(*args))
    assert path.read_text(encoding="utf-8") == BY_HAND


def test_the_map_must_be_there(redact_map: Run, path: Path) -> None:
    path.unlink()
    assert "there is no such map" in refused(redact_map("show"))
    assert "not both" in refused(redact_map("show", "--map", "x.yaml"))


def test_another_map_can_be_named(redact_map: Run, tmp_path: Path) -> None:
    program = typer.Typer(cls=Commands, rich_markup_mode=None)
    program.add_typer(map_commands.app)
    (tmp_path / "own.yaml").write_text("review: r\n", encoding="utf-8")
    line = ["map", "add", "Bo Li", "--type", "child", "--map", "own.yaml"]
    assert testing.CliRunner().invoke(program, line).exit_code == 0
    assert load_map(tmp_path / "own.yaml") == PseudonymMap(
        review="r",
        entities=(MapEntity(real="Bo Li", pseudonym="Child A", type="child", status="proposed"),),
    )


COMMANDS = "show add set rename merge split alias keep remove check freeze unfreeze".split()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(redact_map: Run, command: str) -> None:
    result = redact_map(command, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage:")


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from redactor.cli.map_commands import app; "
        "app(['--help'], standalone_mode=False); "
        "sys.exit(str({'rich', 'pydantic', 'rapidfuzz', 'yaml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], text=True, capture_output=True, check=False)
    assert done.stderr.strip() == "set()"


def test_the_agencies_maps_become_one(redact_map: Run, path: Path) -> None:
    police = path.with_name("police.yaml")
    police.write_text(
        "review: police\nentities:\n"
        "  - {real: Danielle Hargreaves, pseudonym: Rose Dobson}\n"
        "  - {real: Kasia Nowak, pseudonym: Tina Forbes}\n",
        encoding="utf-8",
    )
    sentences_ = said(redact_map("unite", str(police)))
    names = entities(path)
    assert names["Danielle Hargreaves"].pseudonym == "Connie Smith"
    assert names["Kasia Nowak"].pseudonym == "Tina Forbes"
    assert any(line.startswith("Please settle: ") for line in sentences_)


def test_a_rename_says_that_outputs_are_outdated(redact_map: Run, path: Path) -> None:
    run = DoneRun("draft.docx", "draft.redacted.docx")
    write_record(record_path(path), Record().plus({}, run), None)
    (last,) = [s for s in said(redact_map("rename", "Connie Smith", "Tina Forbes")) if "apply" in s]
    assert last == (
        "An output was written with the map as it was: `redact apply --all` does that anew."
    )
