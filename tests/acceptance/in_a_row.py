"""The program again and again in one process, as the steps on standard input say.

Each is a list: the arguments, what is typed, and for a crash what fails then: the name of a
function, which raises an error that quotes names in its message and holds them in its frame. After
each its exit code is said, between two marks.
"""

from __future__ import annotations

import importlib
import io
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from planted import NAMES

from redactor.cli.app import main

MARK = "\x1e"


class Unlucky(Exception):
    """Of no kind that the program knows."""


@contextmanager
def failing(place: str) -> Iterator[None]:
    module_name, _, name = place.rpartition(".")
    module = importlib.import_module(module_name)
    original = getattr(module, name)
    setattr(module, name, _failing(original))
    try:
        yield
    finally:
        setattr(module, name, original)


def _failing(original: Callable[..., Any]) -> Callable[..., Any]:
    def fail(*args: Any, **options: Any) -> Any:
        quoted = "; ".join(NAMES)
        raise Unlucky(f"{original.__name__}: cannot read {quoted}") from ValueError(*NAMES)

    return fail


def do(args: list[str], typed: str, place: str) -> int:
    sys.argv, sys.stdin = ["redact", *args], io.StringIO(typed)
    try:
        if not place:
            main()
        else:
            with failing(place):
                main()
    except SystemExit as end:
        return int(end.code or 0)
    raise AssertionError("a command ends by leaving the program")


def _tell_of_children(event: str, args: tuple[Any, ...]) -> None:
    """Others can read the arguments of a process, so they are said and searched like the rest."""
    if event in {"subprocess.Popen", "os.exec", "os.posix_spawn"}:
        print("started:", *map(str, args))


if __name__ == "__main__":
    sys.addaudithook(_tell_of_children)
    for step in json.load(sys.stdin):
        code = do(*step)
        print(f"{MARK}{code}{MARK}", end="", flush=True)
