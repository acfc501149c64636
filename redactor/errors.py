"""One small family of errors, each with the exit code it ends the program with.

A message is one sentence or two: the file, what happened, what to do. It never holds a real name
that was read from a document. ``docs/errors.md`` lists the codes; a test compares the two.
"""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path


class ExitCode(IntEnum):
    """The only table of exit codes."""

    OK = 0
    """Done, and nothing awaits a person."""
    FAILED = 1
    """Something unexpected broke; nothing was written."""
    USAGE = 2
    """Wrong usage: the command line, the map, or an output that exists; nothing was written."""
    REFUSED = 3
    """The input cannot be read or inspected; nothing was written for it."""
    UNDECIDED = 4
    """Written, but spans await a person; they are masked in the output."""
    LEAK = 5
    """The check found a real name in the finished file; nothing was delivered."""


class RedactError(Exception):
    """Base of all errors that the command line turns into one sentence."""

    exit_code = ExitCode.FAILED


class UsageError(RedactError):
    exit_code = ExitCode.USAGE


class OutputExists(UsageError):
    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path}: exists already; nothing was written. "
            "Give another name with -o, or --force to replace it."
        )


class MapError(UsageError):
    """The pseudonym map cannot be used: unreadable, malformed or contradictory."""

    def __init__(self, path: Path | None, problem: str) -> None:
        where = f"{path}: " if path else ""
        super().__init__(f"{where}{problem}")


class InputRefused(RedactError):
    """The input cannot be read or inspected."""

    exit_code = ExitCode.REFUSED

    def __init__(self, path: Path | str, problem: str) -> None:
        super().__init__(f"{path}: {problem}")
        self.problem = problem


class NotInspected(InputRefused):
    """The result holds something that the leak check cannot read: nobody can say what is in it."""

    def __init__(self, path: Path, places: list[str]) -> None:
        listed = "; ".join(places[:5]) + (f"; and {len(places) - 5} more" if places[5:] else "")
        super().__init__(
            path,
            f"the result could not be inspected wholly ({listed}); no output was delivered. "
            "Take that part out of the document in Word, and run redact again.",
        )


class RecogniserFailed(RedactError):
    """A recogniser raised or timed out; going on would let names through."""

    def __init__(self, recogniser: str, problem: str) -> None:
        super().__init__(
            f"The recogniser {recogniser} failed ({problem}); the run was stopped and nothing was "
            "written, because names could have been missed. Run again, or report this."
        )


class LeakFound(RedactError):
    exit_code = ExitCode.LEAK

    def __init__(self, path: Path, places: list[str]) -> None:
        listed = "; ".join(places[:5]) + (f"; and {len(places) - 5} more" if places[5:] else "")
        super().__init__(
            f"{path}: a real name was still there after rewriting ({listed}); "
            "no output was delivered. Remove it in Word, or report this, and run again."
        )
