"""A signal that means "stop" unwinds the program: temporaries go, and a sentence is said."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
ROOT = Path(__file__).resolve().parents[2]
STOPPED = "Stopped; nothing more was written.\n"

# A command of the test's own writes a file; in the middle of that the system asks it to stop.
DRIVER = """
import os, signal, sys
from pathlib import Path
from redactor.cli.app import app, main
from redactor.vault.whole import write_whole

# What runs the tests may ignore signals itself, as nohup does.
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, signal.SIG_DFL)
first, *later = [getattr(signal, name) for name in sys.argv[1].split(",")]
fsync, unlink = os.fsync, os.unlink

def stop(descriptor):
    os.fsync = fsync
    print(len(os.listdir()), "there")
    os.kill(os.getpid(), first)

def stop_again(path):
    for number in later:
        os.kill(os.getpid(), number)
    unlink(path)

@app.command("slow")
def slow() -> None:
    os.fsync, os.unlink = stop, stop_again
    write_whole(Path("secret"), b"Danielle Hargreaves")

sys.argv[1:] = ["slow"]
"""


def run(code: str, folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *args],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "signals",
    ["SIGINT", "SIGTERM", "SIGHUP", "SIGTERM,SIGTERM,SIGHUP,SIGINT", "SIGINT,SIGINT,SIGTERM"],
)
def test_a_signal_takes_temporaries_away(tmp_path: Path, signals: str) -> None:
    done = run(DRIVER + "main()", tmp_path, signals)
    assert (done.returncode, done.stdout, done.stderr) == (1, "1 there\n", STOPPED)
    assert list(tmp_path.iterdir()) == []


def test_a_signal_that_is_ignored_stays_so(tmp_path: Path) -> None:
    code = DRIVER + "signal.signal(signal.SIGHUP, signal.SIG_IGN); main()"
    done = run(code, tmp_path, "SIGHUP")
    assert (done.returncode, done.stderr) == (0, "")
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


def test_a_stop_that_was_dealt_with_leaves_room_for_the_next(tmp_path: Path) -> None:
    code = """
import os, signal
from redactor.cli.signals import unwind_when_stopped
unwind_when_stopped()
for _ in range(2):
    try:
        os.kill(os.getpid(), signal.SIGTERM)
    except KeyboardInterrupt:
        print("unwound")
"""
    assert run(code, tmp_path).stdout == "unwound\n" * 2


def test_importing_leaves_signals_alone(tmp_path: Path) -> None:
    code = """
import signal
numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
before = [signal.getsignal(number) for number in numbers]
import redactor.api, redactor.cli.app, redactor.cli.run
assert [signal.getsignal(number) for number in numbers] == before
"""
    done = run(code, tmp_path)
    assert done.returncode == 0, done.stderr


def test_a_crash_leaves_no_core_file(tmp_path: Path) -> None:
    code = """
import resource, sys
from redactor.cli.app import app, main
_, most = resource.getrlimit(resource.RLIMIT_CORE)
resource.setrlimit(resource.RLIMIT_CORE, (most, most))

@app.command("look")
def look() -> None:
    print(resource.getrlimit(resource.RLIMIT_CORE)[0])

sys.argv[1:] = ["look"]
main()
"""
    assert run(code, tmp_path).stdout == "0\n"
