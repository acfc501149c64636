"""``redact map lock|unlock|share|unshare|rekey``: who can open the map and what lies beside it."""

from __future__ import annotations

from pathlib import Path

from redactor.batch.record import (
    forget_other_record,
    read_record,
    record_path,
    write_record,
)
from redactor.cli.map.changes import Target
from redactor.cli.maps import ChosenMap, choose_map, own_keys, this_change
from redactor.cli.passphrase import asker
from redactor.cli.terminal import say
from redactor.errors import UsageError
from redactor.pseudonyms.schema import Recipient
from redactor.vault.passphrases import get_passphrase
from redactor.vault.places import held, plain_name, sealed_name
from redactor.vault.relocking import relock
from redactor.vault.sealing import ByPassphrase, Lock, ToRecipients


def lock(target: Target, *, by_passphrase: bool) -> None:
    """Seal a plain map to the user's key and the map's recipients, or by a passphrase."""
    chosen = _chosen(target)
    if chosen.is_sealed:
        raise UsageError(f"{chosen.path}: is encrypted already; `redact map rekey` does it anew.")
    _relock(chosen, _new_lock(chosen, by_passphrase), sealed_name(chosen.path), "encrypted")
    if not target.quiet:
        say(f"Encrypted: {sealed_name(chosen.path)}. The plain file was overwritten and removed;")
        say("backups, synchronised folders and the disk itself may still hold what was in it.")


def unlock(target: Target) -> None:
    """Make a plain file of the map, for a text editor."""
    chosen = _chosen(target)
    if not chosen.is_sealed:
        raise UsageError(f"{chosen.path}: is not encrypted.")
    _relock(chosen, None, plain_name(chosen.path), "no longer encrypted")
    if not target.quiet:
        say(f"In plain text now: {plain_name(chosen.path)}. `redact map lock` encrypts it again.")


def share(target: Target, public_key: str, name: str) -> None:
    """Let the owner of `public_key` open the map too, and all its history."""
    chosen = _chosen(target)
    recipients = _recipients(chosen)
    added = ToRecipients((public_key,))  # refuses what is no public key
    _relock(chosen, recipients.plus(*added.public_keys), chosen.path, "shared with somebody more")
    again = _chosen(target)
    entry = Recipient(key=public_key, name=name)
    others = [one for one in again.names.recipients if one.key != public_key]
    again.save(again.names.changed(recipients=(*others, entry)))
    if not target.quiet:
        say(f"{again.path} and its history open with that key too.")


def unshare(target: Target, public_key: str) -> None:
    """Seal what is written from now on without `public_key`."""
    chosen = _chosen(target)
    recipients = _recipients(chosen)
    ToRecipients((public_key,))
    _relock(chosen, recipients.minus(public_key), chosen.path, "shared with one less")
    again = _chosen(target)
    left = tuple(one for one in again.names.recipients if one.key != public_key)
    again.save(again.names.changed(recipients=left))
    if not target.quiet:
        say("Done. Whoever could open the map may have kept a copy of what it was until now.")


def rekey(target: Target, *, by_passphrase: bool) -> None:
    """Seal the map anew: to the user's key as it is now and the recipients, or by a passphrase."""
    chosen = _chosen(target)
    if not chosen.is_sealed:
        raise UsageError(f"{chosen.path}: is not encrypted; `redact map lock` does that.")
    _relock(chosen, _new_lock(chosen, by_passphrase), chosen.path, "encrypted anew")
    if not target.quiet:
        say(f"Encrypted anew: {chosen.path}, its history and its record.")


def _chosen(target: Target) -> ChosenMap:
    return choose_map(Path(), target.review, target.map_file, must_exist=True)


def _new_lock(chosen: ChosenMap, by_passphrase: bool) -> Lock:
    if by_passphrase:
        return ByPassphrase(get_passphrase(asker("the map", new=True)))
    own = _to_own_key(chosen)
    for recipient in chosen.names.recipients:
        own = own.plus(recipient.key)
    return own


def _recipients(chosen: ChosenMap) -> ToRecipients:
    if isinstance(chosen.lock, ToRecipients):
        return chosen.lock
    if chosen.lock is None:
        raise UsageError(f"{chosen.path}: is not encrypted; run `redact map lock` first.")
    raise UsageError(
        f"{chosen.path}: is encrypted by a passphrase: give it to whoever should open the map, or "
        "run `redact map rekey` to encrypt the map to keys."
    )


def _relock(chosen: ChosenMap, lock: Lock | None, to: Path, what: str) -> None:
    """Seal the map, its history and its record by `lock`, and move them to where `to` is.

    The record goes first and its old file last, so that there is one at every moment; what is left
    over when that is cut off `choose_map` takes away. Raises VaultError.
    """
    old, new = record_path(chosen.path), record_path(to)
    with held(old):
        record = read_record(old, chosen.keys) if old.exists() else None
        # Where it stays it must open with whatever opens the map, before and after; of two
        # passphrases it could have only one.
        by_own_key = isinstance(lock, ByPassphrase) and old == new
        try:
            if record is not None:
                write_record(new, record, _to_own_key(chosen) if by_own_key else lock)
            relock(
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


def _to_own_key(chosen: ChosenMap) -> ToRecipients:
    chosen.keys = own_keys(chosen.keys)
    return ToRecipients(chosen.keys.public_keys[:1])
