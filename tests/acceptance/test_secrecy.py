"""No planted name gets out of the map, the drafts and what was asked for with real names in it.

Every command runs as a process of its own, in a folder that is its whole world, once as it should
and once with a crash whose message holds what was read. Then all files and all that was said is
searched.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from every_command import IN_A_ROW, RESTORED, REVIEWING, TABLE, Step, crashes
from in_a_row import MARK
from planted import EMAIL, MOTHER, PLACE, SON, digests_in, leaks, names_in, parts_in
from typer.main import get_command
from word_packages import draft

from redactor.cli.app import app

PROJECT = Path(__file__).parents[2]
PROGRAM = "from redactor.cli.app import main; main()"
WITH_NAMES = frozenset({"work/case", f"work/{TABLE}", f"work/{RESTORED}"})


def commands() -> set[str]:
    """All commands of the program, "map add" and "key show" too."""
    found = set()
    for name, command in get_command(app).commands.items():
        below = getattr(command, "commands", None)
        found |= {f"{name} {one}" for one in below} if below else {name}
    return found


def test_every_command_is_run() -> None:
    assert {step.command for step in (*IN_A_ROW, REVIEWING)} == commands()


class World:
    """A folder that holds all that the program is given and all that it leaves behind."""

    def __init__(self, top: Path) -> None:
        self.top, self.work = top, top / "work"
        for name in ("home", "tmp", "work/case"):
            (top / name).mkdir(parents=True)
        overview = draft(
            self.work / "case" / "overview.docx",
            [
                f"Ms {MOTHER} lived in {PLACE} with her son {SON}.",
                f"Ngozi wrote from {EMAIL} to Mr Krzywda.",
                f"Okwuosa was seen by a nurse in {PLACE}.",
            ],
        )
        overview.with_name("Okwuosa statement.docx").write_bytes(overview.read_bytes())
        overview.with_name("Krzywda letter.docx").write_bytes(b"")
        inherited = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "REDACT_"))}
        self.environment = inherited | {
            "HOME": str(top / "home"),
            "XDG_CONFIG_HOME": str(top / "home" / "config"),
            "XDG_CACHE_HOME": str(top / "home" / "cache"),
            "XDG_STATE_HOME": str(top / "home" / "state"),
            "XDG_DATA_HOME": str(top / "home" / "data"),
            "TMPDIR": str(top / "tmp"),
            "REDACT_KEY_FILE": str(top / "home" / "key.txt"),
            "REDACT_DEBUG": "1",
            "PYTHONPATH": str(PROJECT),
            "COLUMNS": "200",
        }
        self.said: list[tuple[Step, str]] = []

    def do(self, steps: Sequence[Step]) -> None:
        """The steps in one process that is no terminal's."""
        given = [
            [step.args, "".join(f"{line}\n" for line in step.typed), step.fails] for step in steps
        ]
        done = subprocess.run(
            [sys.executable, str(Path(__file__).with_name("in_a_row.py"))],
            cwd=self.work,
            env=self.environment,
            input=json.dumps(given),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        *pieces, rest = done.stdout.split(MARK)
        assert (done.returncode, rest) == (0, ""), done.stdout
        for step, said, code in zip(steps, pieces[::2], pieces[1::2], strict=True):
            assert int(code) in step.codes, (step, said)
            self.said.append((step, said))

    def do_at_a_terminal(self, step: Step) -> None:
        """A person types, and sees what stderr shows: real names too. stdout is a pipe."""
        import pty

        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *step.args],
            cwd=self.work,
            env=self.environment,
            stdin=theirs,
            stderr=theirs,
            stdout=subprocess.PIPE,
            text=True,
        )
        os.close(theirs)
        os.write(ours, "".join(f"{line}\n" for line in step.typed).encode())
        with ThreadPoolExecutor(1) as watching:
            watching.submit(_drain, ours)
            assert process.stdout is not None
            self.said.append((step, process.stdout.read()))
            process.stdout.close()
            assert process.wait() in step.codes
        os.close(ours)

    def check(self) -> None:
        told = [(step.args, parts_in(said)) for step, said in self.said]
        assert [one for one in told if one[1]] == []
        for _, said in self.said:
            assert names_in(said.encode()) == digests_in(said.encode()) == []
        assert leaks(self.top, WITH_NAMES) == []


def _drain(terminal: int) -> None:
    try:
        while os.read(terminal, 4096):
            pass
    except OSError:
        return  # The other end is closed.


@pytest.mark.skipif(os.name != "posix", reason="a terminal to type at")
def test_no_name_gets_out(tmp_path: Path) -> None:
    world = World(tmp_path / "world")
    world.do([*IN_A_ROW, *crashes()])
    world.check()
    world.do_at_a_terminal(REVIEWING)
    world.check()
