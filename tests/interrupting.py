"""Cutting a process off at its n-th call to the system: by a kill, or by a disk that fails."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Sequence
from typing import Any

CHANGING = ("open", "write", "replace", "rename", "link", "unlink", "mkdir", "chmod")
"""What changes a disk. To die before any other call is to die after the last of these: what was
written to the system's memory outlives the process, synced or not."""
CALLS = (*CHANGING, "fsync", "close")


class Interrupter:
    """Counts calls to the system from 1, and does `strike` in the place of the n-th.

    With `lasting`, in the place of all that come after it as well.
    """

    def __init__(
        self,
        at: int,
        strike: Callable[[str, Callable[..., Any], Any], Any],
        names: Sequence[str] = CALLS,
        *,
        lasting: bool = False,
    ) -> None:
        self.at, self.strike, self.lasting, self.calls = at, strike, lasting, 0
        self.originals = {name: getattr(os, name) for name in names}

    def __enter__(self) -> Interrupter:
        for name, original in self.originals.items():
            setattr(os, name, self._wrapped(name, original))
        return self

    def __exit__(self, *_: object) -> None:
        for name, original in self.originals.items():
            setattr(os, name, original)

    @property
    def struck(self) -> bool:
        return self.calls >= self.at

    def _wrapped(self, name: str, original: Callable[..., Any]) -> Callable[..., Any]:
        def wrapper(*args: Any, **options: Any) -> Any:
            if name == "open" and args[1] == os.O_RDONLY and "fsync" not in self.originals:
                return original(*args, **options)
            self.calls += 1
            if self.calls == self.at or (self.lasting and self.struck):
                return self.strike(name, original, args)
            return original(*args, **options)

        return wrapper


def die(name: str, original: Callable[..., Any], args: Any) -> None:
    """Kill this process; a write is cut off in its middle."""
    if name == "write":
        original(args[0], args[1][: len(args[1]) // 2])
    os.kill(os.getpid(), signal.SIGKILL)
