"""``redact map unite``: the maps of a review's agencies put into one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from redactor.cli.map.changes import Beside, Target, change
from redactor.cli.maps import map_for_looking
from redactor.cli.terminal import say
from redactor.pseudonyms.joining import united
from redactor.pseudonyms.schema import PseudonymMap


def unite(target: Target, files: Sequence[Path]) -> None:
    """Put the maps at `files` into the map of `target`, and say what only a person can settle.

    Raises UsageError for a map that is not there, MapError or VaultError for one that cannot be
    used or opened; nothing is written then.
    """
    open_: list[str] = []

    def make(names: PseudonymMap, _: Beside) -> PseudonymMap:
        both = united([names, *(map_for_looking(path, quiet=target.quiet) for path in files)])
        open_.extend(conflict.sentence for conflict in both.conflicts)
        return both.map

    change(target, make)
    for sentence in open_:
        say(f"Please settle: {sentence}")
