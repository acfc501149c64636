"""What can go wrong with a secret file: one sentence each, without a word of what it holds."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from redactor.errors import UsageError


class VaultError(UsageError):
    """A secret file, its lock or a key cannot be used; nothing of it was lost."""

    def __init__(self, path: Path | None, problem: str) -> None:
        super().__init__(f"{path}: {problem}" if path else problem)
        self.problem = problem

    def at(self, path: Path) -> Self:
        """The same error, said of `path`."""
        return type(self)(path, self.problem)


class WrongKey(VaultError):
    """Whole, but sealed to keys that are not at hand."""


class WrongPassphrase(VaultError):
    """Whole, but sealed by another passphrase than the one given."""


class NoPassphrase(VaultError):
    """A passphrase is wanted, and nobody can be asked for it."""


class Damaged(VaultError):
    """Neither what it says it is nor anything else that can be opened."""


def reason(error: OSError) -> str:
    """What the system says of `error`, in few words and without a path."""
    return error.strerror or "the system gave no reason"
