"""A map, its history and its record sealed by another lock, all together."""

from __future__ import annotations

from pathlib import Path

from redactor.batch.record import record_path, stray_record, write_record
from redactor.cli.author import this_change
from redactor.cli.chosen import ChosenMap
from redactor.vault.relocking import relock
from redactor.vault.sealing import Lock
from redactor.vault.store import refuse_lock
from redactor.vault.whole import wipe


def reseal(chosen: ChosenMap, lock: Lock | None, to: Path, what: str) -> int:
    """Seal the map by `lock`, and all beside it, and move them to where `to` is; `what` becomes of
    the map is for its history.

    Wherever it is cut off there is a record that opens: where it moves, the new one comes before
    the map and the old one goes last. Returns how many parts of the history stay sealed as they
    were. Raises VaultError when it cannot be done; then all is as it was.
    """
    refuse_lock(to, lock, chosen.keys)
    old, new = record_path(chosen.path), record_path(to)
    record = chosen.read_record() if old.exists() else None
    moves = old != new
    if record is not None and moves:
        write_record(new, record, lock)
    try:
        done = relock(
            chosen.path,
            lock,
            keys=chosen.keys,
            change=this_change([f"the map is {what}"]),
            to=to if moves else None,
        )
    except BaseException:
        if record is not None and moves and not to.exists():
            wipe(new)
        raise
    if record is not None and not moves:
        write_record(new, record, lock)
    if stray_record(to).exists():
        wipe(stray_record(to))
    return done.left
