"""Writing a file whole or not at all, for its owner only, and taking one away.

What is written stands first under a temporary name in the same folder, synced, and then takes its
place by rename; so a reader and a crash see the old file or the new one. What does not take its
place is overwritten and taken away. SIGKILL and power cuts leave temporaries behind, with all that
was in them, until somebody sweeps their folder: they are known by their names,
``.TARGET.MACHINE-PID-RANDOM.unfinished``, an ending that every ``.gitignore`` of ours names.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import secrets
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from redactor.vault.errors import VaultError, reason

PRIVATE = 0o600
_OPEN_TO_UMASK = 0o666
_BINARY = getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
_MACHINE = hashlib.sha256(platform.node().encode()).hexdigest()[:8]
_LONGEST_LABEL = 150
_TEMPORARY = re.compile(
    r"\.(?P<target>.+)\.(?P<machine>[0-9a-f]{8})-(?P<pid>\d+)-[0-9a-f]{8}(?P<doomed>\.wiping)?"
    r"\.unfinished"
)
_STALE_AFTER = 24 * 60 * 60
_BLOCK = 64 * 1024


def write_whole(path: Path, content: bytes, *, mode: int = PRIVATE) -> None:
    """Put `content` at `path`, in place of what is there; `mode` holds from the first moment.

    A link is followed: what it points to is replaced. Raises VaultError when it cannot be done;
    then the old file is there, and no temporary.
    """
    target = path.resolve()
    temporary = temporary_for(target)
    try:
        write_synced(temporary, content, mode)
        os.replace(temporary, target)
    except OSError as error:
        forget(temporary)
        raise _cannot_write(path, error) from None
    except BaseException:
        forget(temporary)
        raise
    sync_folder(target.parent)


def write_new(path: Path, content: bytes) -> None:
    """Put `content` at `path`, where nothing may be yet, as a private file.

    Raises FileExistsError when something is there, VaultError when it cannot be done. Of two
    processes that try at once one succeeds; what the other sees is whole. (Where the file system
    has no hard links, as on a memory stick, it may see the file before it is finished.)
    """
    temporary = temporary_for(path)
    try:
        write_synced(temporary, content, PRIVATE)
        try:
            # Both refuse to replace anything, each on its own system.
            (os.rename if os.name == "nt" else os.link)(temporary, path)
        except FileExistsError:
            raise
        except OSError:
            write_synced(path, content, PRIVATE)
    except FileExistsError:
        raise
    except OSError as error:
        raise _cannot_write(path, error) from None
    finally:
        forget(temporary)
    sync_folder(path.parent)


def wipe(path: Path) -> None:
    """Overwrite the file at `path` and take it away.

    The best that can be done from here, and no more: a file system that journals or copies on
    write, an SSD, a network drive's snapshots and every backup may keep what was in it. A file
    with a second hard link is not overwritten, as the other name may be somebody's only copy.
    Raises VaultError when it cannot be taken away.
    """
    target = path.resolve()
    doomed = temporary_for(target, ".wiping")
    try:
        # Renamed first: a crash must not leave half a file under a name that is read.
        os.replace(target, doomed)
        _overwrite(doomed)
        os.unlink(doomed)
        if path.is_symlink():
            os.unlink(path)
    except OSError as error:
        raise VaultError(path, f"cannot be taken away ({reason(error)}).") from None
    sync_folder(target.parent)


def sweep(folder: Path) -> None:
    """Overwrite and take away the temporaries in `folder` that nobody will finish: those of
    processes of this machine that are gone, and all that are older than a day.

    Never raises: what cannot be swept now is swept another day. Where the number of the dead
    process was given to another one, that is up to a day later; on Windows always.
    """
    _sweep(folder, lambda path, match: _gone(match) or _old(path))


def sweep_after(target: Path) -> None:
    """Take away all temporaries of `target`, however young. Its writers' lock must be held."""
    label = _label(target.resolve())
    _sweep(target.resolve().parent, lambda _, match: match["target"] == label)


def sweep_all(folder: Path) -> None:
    """Take away all temporaries in `folder`. The lock of all who write there must be held."""
    _sweep(folder, lambda _, __: True)


def temporary_for(target: Path, ending: str = "") -> Path:
    """A name beside `target` that nobody has, and that sweeping knows."""
    unique = f"{_MACHINE}-{os.getpid()}-{secrets.token_hex(4)}"
    return target.parent / f".{_label(target)}.{unique}{ending}.unfinished"


def write_synced(path: Path, content: bytes, mode: int | None) -> None:
    """Write a file that must not be there yet, down to the disk; gone again when that fails.

    `mode` holds before there is anything to read; None leaves it to the umask. Raises OSError.
    """
    descriptor = os.open(path, _NEW, _OPEN_TO_UMASK if mode is None else PRIVATE)
    try:
        if mode not in {None, PRIVATE}:
            os.chmod(path, mode)  # as asked, whatever the umask says
        _write_all(descriptor, content)
        os.fsync(descriptor)
    except BaseException:
        os.close(descriptor)
        forget(path)
        raise
    os.close(descriptor)


def forget(temporary: Path) -> None:
    """Overwrite what is in `temporary`, as well as that can be done, and take it away."""
    with suppress(OSError):
        _overwrite(temporary)
    with suppress(OSError):
        os.unlink(temporary)


def sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut, where the system can sync folders."""
    if os.name != "posix":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _label(target: Path) -> str:
    """The target's name, or what stands for one that leaves no room for the rest (255 bytes)."""
    name = os.fsencode(target.name)
    return target.name if len(name) <= _LONGEST_LABEL else hashlib.sha256(name).hexdigest()[:16]


def _write_all(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _overwrite(path: Path) -> None:
    status = path.lstat()
    # A link that somebody else put here leads to a file that is none of ours.
    if not stat.S_ISREG(status.st_mode) or status.st_nlink > 1:
        return
    descriptor = os.open(path, os.O_WRONLY | _BINARY | _NO_LINK)
    try:
        for start in range(0, status.st_size, _BLOCK):
            _write_all(descriptor, bytes(min(_BLOCK, status.st_size - start)))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sweep(folder: Path, stale: Callable[[Path, re.Match[str]], bool]) -> None:
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            match = _TEMPORARY.fullmatch(path.name)
            if match and stale(path, match):
                with suppress(OSError):
                    forget(path if match["doomed"] else _doomed(path))


def _doomed(path: Path) -> Path:
    """Rename a temporary before it is overwritten: should its process live after all, then it
    fails instead of putting zeros in place."""
    doomed = path.with_name(path.name.removesuffix(".unfinished") + ".wiping.unfinished")
    os.replace(path, doomed)
    return doomed


def _gone(match: re.Match[str]) -> bool:
    """Whether the process that made it ran here and runs no more."""
    if os.name != "posix" or match["machine"] != _MACHINE:
        return False  # On Windows the question itself, os.kill, would end the process.
    try:
        os.kill(int(match["pid"]), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def _old(path: Path) -> bool:
    try:
        return time.time() - path.lstat().st_mtime > _STALE_AFTER
    except OSError:
        return False


def _cannot_write(path: Path, error: OSError) -> VaultError:
    if os.name == "nt" and isinstance(error, PermissionError):
        return VaultError(
            path,
            "cannot be replaced, as another program has it open; close it there and try again. "
            "The old file is as it was.",
        )
    return VaultError(path, f"cannot be written ({reason(error)}); the old file is as it was.")
