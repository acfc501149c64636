"""``vault_killer.py SCENARIO FOLDER``: dies at each step in turn, and says how many there were.

Each try is a child of its own in ``FOLDER/1``, ``FOLDER/2``, …, a copy of ``FOLDER/start``, which
kills itself at its n-th call to the system. The last one comes through.
"""

from __future__ import annotations

import os
import shutil
import sys
import traceback
from collections.abc import Callable
from itertools import count
from pathlib import Path

from stand_in import stand_in_for_passphrases
from vault_scenarios import SCENARIOS

from tests.interrupting import CHANGING, Interrupter, die


def _try(act: Callable[[Path], object], folder: Path, at: int) -> bool:
    """Whether it came through without being killed."""
    child = os.fork()
    if child == 0:
        try:
            with Interrupter(at, die, CHANGING):
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
