"""Streams, consoles, the progress bar and the pager.

stdout is the product; progress, questions and words go to stderr. Whether real names may be shown
is asked of the stream itself: rich calls a pipe a terminal when FORCE_COLOR is set.
"""

from __future__ import annotations

import io
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout

from rich.console import Console, RenderableType
from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from redactor.plan import Progress

WIDTH_OF_A_FILE = 160


def stdout_is_terminal() -> bool:
    return sys.stdout.isatty()


def stderr_is_terminal() -> bool:
    return sys.stderr.isatty()


def can_ask() -> bool:
    """Whether a person sits there who can be asked: both streams of the prompt are a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def out_console() -> Console:
    """stdout; a file or pipe gets lines as wide as a table needs, not those of some screen."""
    width = None if stdout_is_terminal() else WIDTH_OF_A_FILE
    return Console(markup=False, highlight=False, emoji=False, width=width)


def err_console() -> Console:
    return Console(stderr=True, markup=False, highlight=False, emoji=False)


def plain(console: Console) -> bool:
    """Whether `console` shows no colours, so that changes need marks."""
    return console.no_color or console.color_system is None


def say(sentence: str) -> None:
    """Put one line on stderr."""
    print(sentence, file=sys.stderr)


@contextmanager
def working(*, quiet: bool) -> Iterator[Progress | None]:
    """A progress bar on stderr while the slow part runs.

    What a library prints meanwhile goes nowhere: it may quote a text, and stdout is the product.
    """
    with redirect_stdout(io.StringIO()):
        if quiet or not stderr_is_terminal():
            yield None
            return
        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f}%", markup=False),
            TimeElapsedColumn(),
        )
        with Bar(*columns, console=err_console(), transient=True) as bar:
            task = bar.add_task("Starting", total=None)

            def show(stage: str, done: int, total: int) -> None:
                bar.update(task, description=stage.capitalize(), completed=done, total=total)

            yield show


def read_line(prompt: str) -> str:
    """Show `prompt` on stderr and read a line from stdin. Raises EOFError at its end."""
    print(prompt, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\r\n")


def page(renderable: RenderableType, console: Console) -> None:
    """Show `renderable` through the reader's pager, on a terminal; print it elsewhere.

    pydoc's pager, which rich would use, puts the text into a file on some systems, and a search
    in ``less`` is kept in its history: names would stay behind in both.
    """
    command = _pager()
    if command is None or not stdout_is_terminal():
        console.print(renderable, soft_wrap=not stdout_is_terminal())
        return
    with console.capture() as captured:
        console.print(renderable)
    environment = {"LESS": "FRX", **os.environ, "LESSSECURE": "1", "LESSHISTFILE": "-"}
    subprocess.run(command, input=captured.get().encode(), env=environment, check=False)


def _pager() -> list[str] | None:
    if os.name != "posix":
        return None
    wanted = shlex.split(os.environ.get("PAGER", "less"))
    found = wanted and shutil.which(wanted[0])
    return wanted if found else None
