"""``vault_killer.py SCENARIO FOLDER``: dies at each step in turn, and says how many there were.

Each try is a child of its own in ``FOLDER/1``, ``FOLDER/2``, …, a copy of ``FOLDER/start``, which
kills itself at its n-th call to the system. The last one comes through.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from stand_in import stand_in_for_passphrases
from vault_scenarios import SCENARIOS

CHANGING = ("open", "write", "replace", "rename", "link", "unlink", "mkdir", "chmod")
"""What changes a disk. To die before any other call is to die after the last of these: what was
written to the system's memory outlives the process, synced or not."""
CALLS = (*CHANGING, "fsync", "close")


class Interrupter:
    """Counts calls to the system from 1, and does `strike` in the place of the n-th."""

    def __init__(
        self,
        at: int,
        strike: Callable[[str, Callable[..., Any], Any], Any],
        names: Sequence[str] = CALLS,
    ) -> None:
        self.at, self.strike, self.calls = at, strike, 0
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
            if self.calls == self.at:
                return self.strike(name, original, args)
            return original(*args, **options)

        return wrapper


def _die(name: str, original: Callable[..., Any], args: Any) -> None:
    if name == "write":
        original(args[0], args[1][: len(args[1]) // 2])
    os.kill(os.getpid(), signal.SIGKILL)


def _try(act: Callable[[Path], object], folder: Path, at: int) -> bool:
    """Whether it came through without being killed."""
    child = os.fork()
    if child == 0:
        try:
            with Interrupter(at, _die, CHANGING):
                act(folder)
        except BaseException:  # noqa: BLE001 - the parent must hear of it, and pytest not
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0:
        sys.exit("the write failed instead of being cut off")
    return os.WIFEXITED(status)


def main(name: str, folder: Path) -> None:
    scenario = SCENARIOS[name]
    stand_in_for_passphrases(setattr)
    start = folder / "start"
    start.mkdir()
    scenario.prepare(start)
    for at in count(1):
        shutil.copytree(start, folder / str(at))
        if _try(scenario.act, folder / str(at), at):
            print(at)
            return


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
