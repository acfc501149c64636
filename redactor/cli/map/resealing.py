"""A map, its history and its record sealed by another lock, all together."""

from __future__ import annotations

from pathlib import Path

from redactor.batch.record import forget_other_record, record_path, write_record
from redactor.cli.author import this_change
from redactor.cli.chosen import ChosenMap
from redactor.cli.opening import own_keys
from redactor.vault.places import held
from redactor.vault.relocking import relock
from redactor.vault.sealing import ByPassphrase, Lock, ToRecipients
from redactor.vault.store import refuse_lock


def reseal(chosen: ChosenMap, lock: Lock | None, to: Path, what: str) -> int:
    """Seal the map by `lock`, and all beside it, and move them to where `to` is; `what` becomes of
    the map is for its history.

    The record goes first and its old file last, so that there is one that opens at every moment;
    what is left over when that is cut off `choose_map` takes away. Returns how many parts of the
    history stay sealed as they were. Raises VaultError when it cannot be done; then all is as it
    was.
    """
    refuse_lock(to, lock, chosen.keys)
    old, new = record_path(chosen.path), record_path(to)
    # Where it stays it must open with whatever opens the map, before and after; of two passphrases
    # it could have only one.
    by_own_key = isinstance(lock, ByPassphrase) and old == new
    with held(old):
        record = chosen.read_record() if old.exists() else None
        try:
            if record is not None:
                write_record(new, record, _to_own_key(chosen) if by_own_key else lock)
            done = relock(
                chosen.path,
                lock,
                keys=chosen.keys,
                change=this_change([f"the map is {what}"]),
                to=None if to == chosen.path else to,
            )
        finally:
            # Whichever way it went: no record in plain text beside a map that is none.
            for path in (chosen.path, to):
                forget_other_record(path)
        if record is not None and by_own_key:
            write_record(new, record, lock)
    return done.left


def _to_own_key(chosen: ChosenMap) -> ToRecipients:
    chosen.keys = own_keys(chosen.keys)
    return ToRecipients(chosen.keys.public_keys[:1])
