from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from redactor.cli.app import app, with_default_command
from redactor.errors import ExitCode

COMMANDS = ("run", "scan", "diff", "review")
START = "from redactor.cli.app import main; main()"
ROOT = Path(__file__).resolve().parents[2]


def redact(*args: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the program as a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", START, *args]
    return subprocess.run(
        command,
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        text=True,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        ([], []),
        (["draft.docx"], ["run", "draft.docx"]),
        (["--review", "harbour", "draft.docx"], ["run", "--review", "harbour", "draft.docx"]),
        (["-o", "out.docx", "draft.docx"], ["run", "-o", "out.docx", "draft.docx"]),
        (["./scan"], ["run", "./scan"]),
        (["Scan"], ["run", "Scan"]),
        (["--", "draft.docx"], ["run", "--", "draft.docx"]),
        (["run", "draft.docx"], ["run", "draft.docx"]),
        (["scan", "draft.docx"], ["scan", "draft.docx"]),
        (["diff", "a.docx", "b.docx"], ["diff", "a.docx", "b.docx"]),
        (["review", "draft.docx"], ["review", "draft.docx"]),
        (["--help"], ["--help"]),
        (["--version"], ["--version"]),
    ],
)
def test_the_default_command_is_put_in(args: list[str], expected: list[str]) -> None:
    assert with_default_command(args, COMMANDS) == expected


def test_help_names_the_commands_and_the_exit_codes() -> None:
    result = CliRunner().invoke(app, ["--help"])
    assert result.exit_code == 0
    for command in COMMANDS:
        assert f"  {command} " in result.output
    said = " ".join(result.output.split())
    for code in ExitCode:
        assert f"{code.value} " in said


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert result.output.startswith("Usage:")


@pytest.mark.parametrize(
    "args",
    [
        ["draft.docx", "--no-such-option"],
        ["draft.docx", "another.docx"],
        ["draft.docx", "--format", "xml"],
        ["diff", "only-one.docx"],
        ["scan"],
    ],
)
def test_a_wrong_command_line_is_exit_2(args: list[str]) -> None:
    result = CliRunner().invoke(app, args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Usage:" in result.stderr


def test_no_arguments_show_the_help() -> None:
    assert "Commands:" in CliRunner().invoke(app, []).output


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    heavy = (
        "{'rich', 'pydantic', 'lxml', 'docx', 'spacy', 'presidio_analyzer', 'onnxruntime', 'yaml'}"
    )
    code = (
        "import sys; from redactor.cli.app import app; app(['--help'], standalone_mode=False); "
        f"sys.exit(str({heavy} & {{m.split('.')[0] for m in sys.modules}}))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, text=True, capture_output=True, check=False
    )
    assert done.stderr.strip() == "set()"


def test_the_program_itself_refuses_in_one_sentence(tmp_path: Path) -> None:
    done = redact("missing.docx", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "missing.docx: there is no such file or folder.\n"
    assert not list(tmp_path.iterdir())


def test_review_needs_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(b"x")
    done = redact("review", "draft.docx", cwd=tmp_path)
    assert done.returncode == 2
    assert "no terminal" in done.stderr


def test_a_reader_that_goes_away_is_no_traceback(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", START, "--help"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert b"Traceback" not in process.stderr.read()
    process.stderr.close()
    process.wait()
