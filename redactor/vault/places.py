"""What lies where around a secret file: ``NAME.yaml``, or sealed ``NAME.yaml.age``.

The two names are twins: one file, of which at most one is there but in the middle of a move. Both
have the history ``NAME.history/`` and the lock ``.NAME.yaml.lock``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from redactor.vault.errors import VaultError, reason

SEALED_SUFFIX = ".age"
PATIENCE = 5.0
"""Seconds to wait for another writer; a write takes far less."""


def plain_name(path: Path) -> Path:
    return path.with_suffix("") if path.suffix == SEALED_SUFFIX else path


def sealed_name(path: Path) -> Path:
    plain = plain_name(path)
    return plain.with_name(plain.name + SEALED_SUFFIX)


def twin(path: Path) -> Path:
    return sealed_name(path) if path == plain_name(path) else plain_name(path)


def history_folder(path: Path) -> Path:
    """``NAME.history`` for ``NAME.yaml``; other endings stay, so that no two files share one."""
    return plain_name(path).with_name(plain_name(path).name.removesuffix(".yaml") + ".history")


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock of the file at `path` and its twin; readers need none.

    The system lets go of it when a process ends, however it ends. Raises VaultError when somebody
    has it all the time that `PATIENCE` lasts, or the folder takes no lock.
    """
    plain = plain_name(path)
    # Not private: the lock is an empty file, and a colleague must be able to take it. On Windows
    # a private one would shut her out.
    lock = FileLock(plain.with_name(f".{plain.name}.lock"), timeout=PATIENCE, mode=0o660)
    try:
        lock.acquire()
    except Timeout:
        raise VaultError(
            path,
            "somebody else is writing it just now; nothing was written. Try again in a minute.",
        ) from None
    except OSError as error:
        raise VaultError(
            path, f"cannot be locked ({reason(error)}); nothing was written."
        ) from None
    try:
        yield
    finally:
        # What is written is written, whatever becomes of the lock; it ends with the process.
        with suppress(OSError):
            lock.release()
