"""Putting results in place: whole or not at all.

Everything is first written under temporary names beside the targets and synced; only then is the
map saved, and last the results appear by rename. Killed in between, it leaves a map that is newer
than an output, which is harmless: the same run again gives the same pseudonyms. An output whose
map was lost could never be explained or undone, which is why the map is not last.

What SIGKILL or a power cut leaves behind is an ``.unfinished`` file with all that the output holds,
real names too where it is private. The next delivery into the same folder sweeps it; until then it
is there, for its owner's eyes only.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from redactor.errors import UsageError
from redactor.vault.whole import PRIVATE, forget, sweep, sync_folder, temporary_for, write_synced


@dataclass(frozen=True, slots=True)
class Output:
    """A finished file and where it belongs; one that is ``private`` holds real names."""

    path: Path
    content: bytes = field(repr=False)
    private: bool = False


def deliver(outputs: Sequence[Output], save_map: Callable[[], None]) -> None:
    """Write `outputs`, calling `save_map` when nothing but renaming is left to do.

    Existing files are replaced: who must not be was refused before. A link is followed: what it
    points to is replaced. When anything fails, all outputs are what they were before, and only
    the map stays new. Raises UsageError when a place cannot be written.
    """
    staged: list[_Staged] = []
    made: list[Path] = []
    try:
        for output in outputs:
            with _explained(output.path):
                made += _missing(output.path.parent)
                output.path.parent.mkdir(parents=True, exist_ok=True)
                staged.append(_Staged(output))
                staged[-1].write()
        save_map()
        for one in staged:
            with _explained(one.output.path):
                one.put_in_place()
    except BaseException:
        for one in reversed(staged):
            one.take_back()
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise
    for one in staged:
        one.let_go_of_the_old()
    for folder in dict.fromkeys(one.target.parent for one in staged):
        sync_folder(folder)


class _Staged:
    """An output beside its place, and the file that was there before under a second name."""

    def __init__(self, output: Output) -> None:
        self.output = output
        self.target = output.path.resolve()
        self._new = temporary_for(self.target)
        self._old = temporary_for(self.target)
        self._was_there = self._may_be_in_place = False

    def write(self) -> None:
        sweep(self.target.parent)
        write_synced(self._new, self.output.content, PRIVATE if self.output.private else None)

    def put_in_place(self) -> None:
        if self.target.exists():
            self._was_there = True
            self._set_aside()
        self._may_be_in_place = True
        os.replace(self._new, self.target)

    def take_back(self) -> None:
        # Whether the rename was done the disk tells: an interruption can fall right behind it.
        if self._may_be_in_place and not self._new.exists():
            with suppress(OSError):
                if self._was_there:
                    os.replace(self._old, self.target)
                else:
                    os.unlink(self.target)
        forget(self._new)
        self.let_go_of_the_old()

    def let_go_of_the_old(self) -> None:
        with suppress(OSError):
            os.unlink(self._old)

    def _set_aside(self) -> None:
        try:
            os.link(self.target, self._old)
        except OSError:  # a memory stick has no second names
            mode = stat.S_IMODE(self.target.stat().st_mode)
            write_synced(self._old, self.target.read_bytes(), mode)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn an OSError for `path` into one sentence."""
    try:
        yield
    except OSError as error:
        problem = error.strerror or type(error).__name__
        raise UsageError(
            f"{path}: cannot be written ({problem}); no document was delivered."
        ) from None


def _missing(folder: Path) -> list[Path]:
    """`folder` and its parents as far as they are not there, outermost first."""
    return [path for path in (folder, *folder.parents) if not path.exists()][::-1]
