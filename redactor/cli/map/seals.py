"""``redact map lock|unlock|share|unshare|rekey``: who can open the map and what lies beside it.

Once a map is shared, its list of recipients has everybody who may open it, whoever shared it: so
any of them can lock it anew, also after it was plain for a while, and shuts no other out.
"""

from __future__ import annotations

from redactor.cli.author import author
from redactor.cli.chosen import ChosenMap
from redactor.cli.map.changes import Target, map_of
from redactor.cli.map.resealing import reseal
from redactor.cli.opening import own_keys
from redactor.cli.passphrase import asker
from redactor.cli.terminal import say
from redactor.errors import UsageError
from redactor.pseudonyms.entries import in_one_sentence
from redactor.pseudonyms.schema import Recipient
from redactor.vault.passphrases import get_passphrase
from redactor.vault.places import plain_name, sealed_name
from redactor.vault.sealing import ByPassphrase, Lock, ToRecipients


def lock(target: Target, *, by_passphrase: bool) -> None:
    """Seal a plain map to the user's key and the map's recipients, or by a passphrase.

    Raises UsageError when it is sealed already.
    """
    chosen = map_of(target, silent=True)
    if chosen.is_sealed:
        raise UsageError(f"{chosen.path}: is encrypted already; `redact map rekey` does it anew.")
    wanted, path = _new_lock(chosen, by_passphrase), sealed_name(chosen.path)
    left = reseal(chosen, wanted, path, "encrypted")
    _list(target, wanted)
    if not target.quiet:
        say(f"Encrypted: {path}. The plain file was overwritten and removed;")
        say("backups, synchronised folders and the disk itself may still hold what was in it.")
        _say_left(left)


def unlock(target: Target) -> None:
    """Make a plain file of the map, for a text editor."""
    chosen = map_of(target, silent=True)
    if not chosen.is_sealed:
        raise UsageError(f"{chosen.path}: is not encrypted.")
    path = plain_name(chosen.path)
    left = reseal(chosen, None, path, "no longer encrypted")
    if not target.quiet:
        say(f"In plain text now: {path}. `redact map lock` encrypts it again.")
        _say_left(left)


def share(target: Target, public_key: str, name: str) -> None:
    """Let the owner of `public_key` open the map too, and all its history."""
    chosen = map_of(target)
    wanted = _recipients(chosen).plus(public_key)  # refuses what is no public key
    with in_one_sentence():
        somebody = Recipient(key=public_key, name=name)
    left = reseal(chosen, wanted, chosen.path, "shared with somebody more")
    _list(target, wanted, somebody)
    if not target.quiet:
        say(f"{chosen.path} and its history open with that key too.")
        _say_left(left)


def unshare(target: Target, public_key: str) -> None:
    """Seal what is written from now on without `public_key`.

    One that opens nothing any more is no fault: that finishes what was cut off.
    """
    chosen = map_of(target)
    before = _recipients(chosen)
    ToRecipients((public_key,))  # refuses what is no public key
    wanted = before.minus(public_key)
    left = reseal(chosen, wanted, chosen.path, "shared with one less")
    _list(target, wanted)
    if target.quiet:
        return
    if public_key in before.public_keys:
        say("Done. Whoever could open the map may have kept a copy of what it was until now.")
    else:
        say("That key did not open the map. All of it was encrypted anew, to those that do.")
    _say_left(left)


def rekey(target: Target, *, by_passphrase: bool) -> None:
    """Seal the map anew: to the user's key as it is now and to everybody else who may open it, or
    by a passphrase."""
    chosen = map_of(target)
    if not chosen.is_sealed:
        raise UsageError(f"{chosen.path}: is not encrypted; `redact map lock` does that.")
    wanted = _new_lock(chosen, by_passphrase)
    left = reseal(chosen, wanted, chosen.path, "encrypted anew")
    _list(target, wanted)
    if not target.quiet:
        say(f"Encrypted anew: {chosen.path}, its history and its record.")
        _say_left(left)


def _new_lock(chosen: ChosenMap, by_passphrase: bool) -> Lock:
    """By a passphrase, or to the user's key and all others that open the map or that it lists.

    Keys that the user had before are left out: hers takes their place.
    """
    if by_passphrase:
        return ByPassphrase(get_passphrase(asker("the map", new=True)))
    chosen.keys = own_keys(chosen.keys)
    own, *earlier = chosen.keys.public_keys
    wanted = ToRecipients((own,))
    present = chosen.lock.public_keys if isinstance(chosen.lock, ToRecipients) else ()
    for key in (*present, *(one.key for one in chosen.names.recipients)):
        wanted = wanted if key in earlier else wanted.plus(key)
    return wanted


def _recipients(chosen: ChosenMap) -> ToRecipients:
    if isinstance(chosen.lock, ToRecipients):
        return chosen.lock
    if chosen.lock is None:
        raise UsageError(f"{chosen.path}: is not encrypted; run `redact map lock` first.")
    raise UsageError(
        f"{chosen.path}: is encrypted by a passphrase: give it to whoever should open the map, or "
        "run `redact map rekey` to encrypt the map to keys."
    )


def _list(target: Target, lock: Lock, *named: Recipient) -> None:
    """Make the list in the map that of `lock`, of which a passphrase says nothing.

    A map that is the user's alone lists nobody.
    """
    if not isinstance(lock, ToRecipients):
        return
    chosen = map_of(target, silent=True)
    own = chosen.keys.public_keys[0]
    me = Recipient(key=own, name=author())
    known = {one.key: one for one in (me, *chosen.names.recipients, *named)}
    listed = tuple(known.get(key, Recipient(key=key)) for key in lock.public_keys)
    chosen.save(chosen.names.changed(recipients=() if lock.public_keys == (own,) else listed))


def _say_left(left: int) -> None:
    if left:
        what = "one part" if left == 1 else f"{left} parts"
        say(f"{what.capitalize()} of the history did not open with your key and stay as they were.")
