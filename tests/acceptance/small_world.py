"""A folder that is the whole world of the program: home, settings, temporary files and drafts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from every_command import Step
from in_a_row import MARK
from planted import EMAIL, MOTHER, PLACE, SON
from word_packages import draft

PROJECT = Path(__file__).parents[2]
PROGRAM = "from redactor.cli.app import main; main()"


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

    def do_at_a_terminal(self, step: Step) -> str:
        """A person types, and sees what is returned: real names too. stdout is a pipe."""
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
            shown = watching.submit(_drained, ours)
            assert process.stdout is not None
            self.said.append((step, process.stdout.read()))
            process.stdout.close()
            assert process.wait() in step.codes, shown.result()
        os.close(ours)
        return shown.result()


def _drained(terminal: int) -> str:
    shown = b""
    try:
        while piece := os.read(terminal, 4096):
            shown += piece
    except OSError:
        pass  # The other end is closed.
    return shown.decode(errors="replace")
