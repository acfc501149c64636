"""``killed_runs.py FOLDER``: the whole program, killed at each step in turn.

For each command each try is a child of its own in ``FOLDER/COMMAND/1``, ``FOLDER/COMMAND/2``, …,
a copy of ``FOLDER/COMMAND/start``, which kills itself at its n-th call that changes the disk. The
last one comes through. The models are not needed for that: the pipeline is the fake one of the
command line's own tests.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from itertools import count
from pathlib import Path
from typing import Any

from typer.main import get_command

from redactor import pipeline
from redactor.batch import inputs
from redactor.cli.app import app
from redactor.cli.map import seals
from redactor.vault.sealing import public_key_of
from tests.cli.fake_pipeline import PSEUDONYM, REAL, Fake, find_texts, open_text
from tests.interrupting import CHANGING, Interrupter, die
from tests.vault.stand_in import stand_in_for_passphrases

# Made for the vault's tests; nothing else was ever sealed to it.
COLLEAGUE = "AGE-SECRET-KEY-1006EG6FX6ZRK7PSV9EZRJCVS09ZS220DA8YXDTXNA86NVG5ULT8SSCQ7A2"

PASSPHRASE, ANOTHER = "correct horse battery", "staple in the hay"
PROGRAM = get_command(app)
RUN = ("case", "-o", "out", "--force", "--no-input")
_REVIEW = ("--review", "harbour")
_BEFORE = {"overview.docx": f"{REAL} left.\n", "imr.docx": f"Nothing.\n{REAL} rang.\n"}
_AFTER = {"overview.docx": f"{REAL} left.\nThen Grace said no.\n", "imr.docx": f"{REAL} rang.\n"}


@dataclass(frozen=True)
class Command:
    """What is killed: `args`, in a folder that was redacted and where `first` was done then."""

    args: tuple[str, ...]
    first: tuple[tuple[str, ...], ...] = ()
    sealed: bool = True
    """Whether no real name may lie in the folder at any moment."""
    new_passphrase: str = PASSPHRASE


_BY_PASSPHRASE = ("map", "rekey", "--passphrase")
COMMANDS = {
    "run": Command(RUN),
    "rename": Command(("map", "rename", PSEUDONYM, "Bea Lind")),
    "lock": Command(("map", "lock"), (("map", "unlock"),), sealed=False),
    "unlock": Command(("map", "unlock"), sealed=False),
    "share": Command(("map", "share", public_key_of(COLLEAGUE), "--name", "Ben")),
    "rekey": Command(("map", "rekey")),
    "by passphrase": Command(_BY_PASSPHRASE),
    "by another": Command(_BY_PASSPHRASE, (_BY_PASSPHRASE,), new_passphrase=ANOTHER),
    "by key again": Command(("map", "rekey"), (_BY_PASSPHRASE,)),
}


def stand_in(patch: Callable[[Any, str, Any], object]) -> None:
    """The fake pipeline, and passphrases that take no time; `patch` is ``setattr`` or pytest's."""
    fake = Fake()
    for step in ("scan", "decide", "apply", "check", "count"):
        patch(pipeline, step, getattr(fake, step))
    patch(inputs, "open_document", open_text)
    patch(inputs, "find_documents", find_texts)
    stand_in_for_passphrases(patch)
    # A person would type the new one; the environment has the one that opens.
    patch(seals, "get_passphrase", lambda _: os.environ.get("NEW_PASSPHRASE", PASSPHRASE))


@dataclass(frozen=True)
class Done:
    exit_code: int
    said: str


def do(args: tuple[str, ...], new_passphrase: str = PASSPHRASE) -> Done:
    """The program, in this process and folder. Its commands are built once: that takes long."""
    said = StringIO()
    os.environ["NEW_PASSPHRASE"] = new_passphrase
    with redirect_stdout(said), redirect_stderr(said):
        try:
            PROGRAM([*args, *_REVIEW], "redact")
        except SystemExit as end:
            return Done(int(end.code or 0), said.getvalue())
    raise AssertionError("a command ends by leaving the program")


def prepare(command: Command, start: Path) -> None:
    """Two outputs, their map and record; then drafts that would make all of them other ones."""
    (start / "case").mkdir(parents=True)
    os.chdir(start)
    for texts, args in ((_BEFORE, RUN), (_AFTER, None)):
        for name, text in texts.items():
            (start / "case" / name).write_text(text)
        if args is not None:
            assert do(args).exit_code == 0
    for first in command.first:
        assert do(first).exit_code == 0


def _try(command: Command, folder: Path, at: int) -> bool:
    """Whether it came through without being killed."""
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        sys.addaudithook(_only_by_known_doors)
        with Interrupter(at, die, CHANGING):
            result = do(command.args, command.new_passphrase)
        print(result.said, file=sys.stderr)
        os._exit(result.exit_code)
    status = os.waitpid(child, 0)[1]
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) not in {0, 4}:
        sys.exit("the command failed instead of being cut off")
    return os.WIFEXITED(status)


def _only_by_known_doors(event: str, args: tuple[Any, ...]) -> None:
    """A file of ours that was opened for writing by another call than ``os.open`` would never
    be cut off here."""
    if event != "open" or args[1] is None or not args[2] & (os.O_WRONLY | os.O_RDWR):
        return
    if Path(os.fsdecode(args[0])).absolute().is_relative_to(Path.cwd()):
        os.write(2, b"a file was written past the calls that are cut off\n")
        os._exit(99)


def main(place: Path) -> None:
    stand_in(setattr)
    for name, command in COMMANDS.items():
        folder = place / name
        prepare(command, folder / "start")
        for at in count(1):
            shutil.copytree(folder / "start", folder / str(at))
            if _try(command, folder / str(at), at):
                break


if __name__ == "__main__":
    main(Path(sys.argv[1]))
