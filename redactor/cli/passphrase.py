"""Asking a person for a passphrase, without showing it."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable

from redactor.cli.terminal import can_ask, say
from redactor.errors import UsageError


def asker(what: str, *, new: bool = False) -> Callable[[], str] | None:
    """A prompt for the passphrase of `what`, None where nobody can be asked.

    A `new` one is asked for twice: nobody can look it up later.
    """
    if not can_ask():
        return None
    return lambda: _ask_twice(what) if new else _ask(f"Passphrase of {what}: ")


def _ask_twice(what: str) -> str:
    say("Keep the passphrase where you will find it: without it nobody can open what it seals.")
    first = _ask(f"New passphrase for {what}: ")
    if _ask("The same again: ") != first:
        raise UsageError("The two passphrases differ; nothing was written.")
    return first


def _ask(prompt: str) -> str:
    try:
        return getpass.getpass(prompt, stream=sys.stderr)
    except EOFError:
        raise UsageError("No passphrase was given; nothing was written.") from None
