"""What nobody asked for and nobody can catch is not said: it may quote a text."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

DRIVER = """
import logging, sys, threading, warnings
from redactor.cli import app as program

NAME = "Danielle Hargreaves"

class Unlucky:
    def __del__(self):
        raise ValueError(NAME)

def on_a_thread():
    raise ValueError(NAME)

def before_a_command(*_):
    raise ValueError(NAME)

@program.app.command("loud")
def loud() -> None:
    logging.getLogger("openpyxl").error("no %s", NAME)
    warnings.warn(NAME, stacklevel=1)
    Unlucky()
    thread = threading.Thread(target=on_a_thread)
    thread.start()
    thread.join()

if sys.argv[1] == "before":
    program.with_default_command = before_a_command
program.main()
"""


def run(argument: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", DRIVER, argument],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_libraries_and_threads_say_nothing() -> None:
    done = run("loud")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_an_error_outside_all_commands_is_one_sentence() -> None:
    done = run("before")
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("Something unexpected went wrong (ValueError at ")
    assert "Danielle" not in line
