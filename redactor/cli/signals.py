"""Signals that ask the program to stop unwind it, as Ctrl-C does; one that kills leaves no core.

A signal that is left to the system ends a process on the spot: no ``finally`` runs, and temporary
files that may hold real names stay behind. What SIGKILL leaves the next run sweeps; see
``vault/whole.py``.
"""

from __future__ import annotations

import signal
import sys
from contextlib import suppress
from types import FrameType

_STOPPING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


def unwind_when_stopped() -> None:
    """Let each signal that means "stop", as far as the system has it, raise KeyboardInterrupt.

    One that is ignored already stays so: ``nohup`` wants it. Only for the program itself, in its
    main thread: a library leaves the signals of its host alone.
    """
    for name in _STOPPING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _unwind)


def leave_no_core_file() -> None:
    """Should a library crash the process, the system must not write its memory to the disk: all
    names of a review are in it. Windows and macOS write none unless somebody asks for it."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, most))


def _unwind(_number: int, _frame: FrameType | None) -> None:
    # What is handled just now, and what that arose from: a second signal would cut off the very
    # ``finally`` that the first one brought about.
    error = sys.exc_info()[1]
    while error is not None:
        if isinstance(error, KeyboardInterrupt):
            return
        error = error.__context__
    raise KeyboardInterrupt
