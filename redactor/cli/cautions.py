"""What is said of a map before it is used: that it is less safe than it could be."""

from __future__ import annotations

from collections.abc import Iterator

from redactor.cli.chosen import ChosenMap
from redactor.cli.terminal import stderr_is_terminal


def cautions(chosen: ChosenMap) -> Iterator[str]:
    """A sentence each. A map that nobody named is called by its folder, which may tell a name."""
    called = chosen.path if chosen.named or stderr_is_terminal() else "The review's map"
    if not chosen.is_sealed:
        yield f"{called} is not encrypted; `redact map lock` encrypts it."
