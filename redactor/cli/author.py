"""Who changes a map and when, for its history."""

from __future__ import annotations

import getpass
import os
from collections.abc import Sequence
from datetime import UTC, datetime

from redactor.pseudonyms.schema import LONGEST
from redactor.vault.entries import Change

NAME_VARIABLE = "REDACT_USER"
"""Who is named in the map's history, where it is not the name of the account."""


def this_change(changes: Sequence[str]) -> Change:
    """A change made now, by whoever is at the machine."""
    return Change(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}", author(), tuple(changes))


def author() -> str:
    """The name of whoever is at the machine; "" where there is none."""
    named = _line(os.environ.get(NAME_VARIABLE, ""))
    if named:
        return named
    try:
        return _line(getpass.getuser())
    except (OSError, KeyError, ImportError):  # an account without a name
        return ""


def _line(text: str) -> str:
    """`text` as a map and its history can have it."""
    return "".join(char for char in " ".join(text.split()) if char.isprintable())[:LONGEST]
