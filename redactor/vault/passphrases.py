"""Where a passphrase comes from: a file, the environment, or a person; never the command line.

A flag would stay in the shell's history and show in the list of processes.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

from redactor.vault.errors import NoPassphrase, VaultError, reason

FILE_VARIABLE = "REDACT_PASSPHRASE_FILE"
VARIABLE = "REDACT_PASSPHRASE"
_LONGEST = 64 * 1024


def get_passphrase(ask: Callable[[], str] | None) -> str:
    """The first line of the file that REDACT_PASSPHRASE_FILE names, else REDACT_PASSPHRASE, else
    what `ask` gives: a prompt, or None where nobody can be asked.

    Only the line's end is taken off: a blank belongs to a passphrase. Raises VaultError for a file
    that cannot be read or an empty passphrase, NoPassphrase when there is none.
    """
    if file := os.environ.get(FILE_VARIABLE):
        return _said(_first_line(Path(file)), f"The first line of the file in {FILE_VARIABLE}")
    if VARIABLE in os.environ:
        return _said(os.environ[VARIABLE], VARIABLE)
    if ask is None:
        raise NoPassphrase(
            None,
            "A passphrase is wanted, and there is no terminal to ask at; "
            f"set {FILE_VARIABLE} (the name of a file) or {VARIABLE}.",
        )
    return _said(ask(), "The passphrase")


def asked_once(ask: Callable[[], str] | None) -> Callable[[], str]:
    """`get_passphrase`, for `Keys`: looks or asks when first called, and remembers the answer."""
    return cache(lambda: get_passphrase(ask))


def _first_line(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.readline(_LONGEST).decode("utf-8-sig").rstrip("\r\n")
    except OSError as error:
        raise VaultError(path, f"the passphrase's file cannot be read ({reason(error)}).") from None
    except UnicodeDecodeError:
        raise VaultError(path, "the passphrase's file is no UTF-8 text.") from None


def _said(passphrase: str, where: str) -> str:
    if not passphrase:
        raise VaultError(None, f"{where} is empty; nothing is sealed by an empty passphrase.")
    return passphrase
