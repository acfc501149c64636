"""The documents say what the program does."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import typer.main

from redactor.cli.app import app, with_default_command
from redactor.errors import ExitCode
from redactor.pseudonyms.files import FOLDER, ensure_map_folder
from tests.maps import load_map

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("fixtures/*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS: Mapping[str, typer.main.TyperCommand] = typer.main.get_command(app).commands

CODE_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
TABLE_OPTION = re.compile(r"^\| (`-.*?) \|", re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")
PAGE_IN_CODE = re.compile(r"docs/[\w-]+\.md")
BOOTSTRAP = re.compile(r"^python3 tools/bootstrap\.py (\w+)$", re.MULTILINE)


def blocks(language: str) -> list[str]:
    return [code for named, code in CODE_BLOCK.findall(README) if named == language]


def redact_lines() -> list[str]:
    lines = [line for code in blocks("sh") for line in code.splitlines()]
    return [line for line in lines if line.startswith("redact ")]


def options_of(command: str) -> set[str]:
    return {option for parameter in COMMANDS[command].params for option in parameter.opts}


def code_tables(page: str) -> list[tuple[int, str]]:
    rows = re.findall(r"^\| (\d) \| (\w+) \|", (ROOT / page).read_text(encoding="utf-8"), re.M)
    return [(int(number), name) for number, name in rows]


def test_errors_page_lists_the_exit_codes() -> None:
    assert code_tables("docs/errors.md") == [(code.value, code.name) for code in ExitCode]


def test_readme_lists_the_exit_codes() -> None:
    numbers = re.findall(r"^\| (\d) \|", README, re.MULTILINE)
    assert [int(number) for number in numbers] == [code.value for code in ExitCode]


def test_readme_shows_every_command() -> None:
    shown = {with_default_command(shlex.split(line)[1:], COMMANDS)[0] for line in redact_lines()}
    assert shown == set(COMMANDS)


@pytest.mark.parametrize("line", redact_lines())
def test_readme_commands_can_be_typed(line: str) -> None:
    command, *arguments = with_default_command(shlex.split(line)[1:], COMMANDS)
    assert COMMANDS[command].make_context(command, arguments)


def test_readme_lists_every_option_of_the_main_command() -> None:
    listed = {
        option
        for cell in TABLE_OPTION.findall(README)
        for option in re.findall(r"`(--?[\w-]+)", cell)
    }
    short_for = {"--output": "-o", "--quiet": "-q", "--verbose": "-v"}
    expected = options_of("run") - set(short_for)
    assert listed == {option for option in expected if option.startswith("-")}


def test_readme_setup_commands_are_those_of_bootstrap() -> None:
    script = [sys.executable, ROOT / "tools" / "bootstrap.py", "--help"]
    said = subprocess.run(script, capture_output=True, text=True, check=True).stdout
    assert f"{{{','.join(BOOTSTRAP.findall(README))}}}" in said


def test_readme_map_is_one(tmp_path: Path) -> None:
    (code,) = blocks("yaml")
    (tmp_path / "map.yaml").write_text(code, encoding="utf-8")
    names = load_map(tmp_path / "map.yaml")
    assert (len(names.entities), len(names.keep)) == (5, 1)


def test_readme_python_compiles_against_the_door() -> None:
    (code,) = blocks("python")
    compile(code, "README.md", "exec")
    imports = code.split("\n\n", 1)[0]
    assert subprocess.run([sys.executable, "-c", imports], cwd=ROOT, check=False).returncode == 0


def links() -> list[tuple[str, str]]:
    return [
        (page.relative_to(ROOT).as_posix(), target)
        for page in PAGES
        for target in LINK.findall(page.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(("page", "target"), links())
def test_links_lead_somewhere(page: str, target: str) -> None:
    assert (ROOT / page).parent.joinpath(target).exists()


def test_pages_named_in_the_code_exist() -> None:
    sources = [*ROOT.glob("redactor/**/*.py"), *ROOT.glob("tools/*.py")]
    named = {page for s in sources for page in PAGE_IN_CODE.findall(s.read_text(encoding="utf-8"))}
    assert named
    assert sorted(page for page in named if not (ROOT / page).is_file()) == []


def test_the_map_folder_here_is_the_one_that_the_program_makes(tmp_path: Path) -> None:
    for made in sorted(ensure_map_folder(tmp_path).iterdir()):
        assert (ROOT / FOLDER / made.name).read_bytes() == made.read_bytes()
