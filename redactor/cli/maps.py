"""Which pseudonym map a command uses, what opens it, and keeping what the command adds to it."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from redactor.batch.record import settle_record
from redactor.cli.keys import say_made
from redactor.cli.passphrase import asker
from redactor.cli.terminal import can_ask, read_line, say
from redactor.errors import MapError, UsageError
from redactor.policy.load import policy_called
from redactor.policy.schema import Policy
from redactor.pseudonyms.conflicts import Joined
from redactor.pseudonyms.differences import differences
from redactor.pseudonyms.files import ensure_map_folder, map_path, review_name
from redactor.pseudonyms.joining import joined
from redactor.pseudonyms.schema import KeepEntry, PseudonymMap
from redactor.pseudonyms.storing import StoredMap, newer_map, read_map, write_map
from redactor.vault import identity
from redactor.vault.entries import Change
from redactor.vault.errors import VaultError
from redactor.vault.passphrases import asked_once
from redactor.vault.places import SEALED_SUFFIX
from redactor.vault.relocking import settle
from redactor.vault.sealing import Keys, Lock, ToRecipients
from redactor.vault.store import StaleWrite
from redactor.vault.whole import sweep

NAME_VARIABLE = "REDACT_USER"
"""Who is named in the map's history, where it is not the name of the account."""


@dataclass(slots=True)
class ChosenMap:
    """The map file of a command and what it held at the start.

    ``named`` tells whether the user named it, or whether its name comes from the input's folder.
    """

    path: Path
    names: PseudonymMap = field(repr=False)
    named: bool
    keys: Keys = field(repr=False)
    stored: StoredMap | None = field(default=None, repr=False)
    """What the file holds as far as is known; None before it is there."""
    first_lock: Lock | None = field(default=None, repr=False)
    """How to seal a map that is not there yet, where it is not to the user's own key."""
    _saved: PseudonymMap | None = field(default=None, repr=False)
    """What was saved last: the file may hold more, of somebody else."""

    @property
    def is_sealed(self) -> bool:
        return self.path.suffix == SEALED_SUFFIX

    @property
    def lock(self) -> Lock | None:
        """How the map, and whatever lies beside it, is sealed; None for a plain one."""
        if self.stored is not None:
            return self.stored.kept.lock
        if self.first_lock is not None:
            return self.first_lock
        return ToRecipients(self.keys.public_keys[:1]) if self.is_sealed else None

    @property
    def policy(self) -> Policy:
        """How the review names things. Raises UsageError when the map names no such policy."""
        return policy_called(self.names.policy, self.path.parent)

    def save(self, names: PseudonymMap) -> None:
        """Write `names` unless the file holds them already: an unchanged map is not touched.

        What somebody else saved meanwhile is never written over: where nobody can be asked, or
        says no, nothing is written. Raises MapError or VaultError when it cannot be written.
        """
        base = self._saved or self.names
        if self.stored is not None and names == base:
            return
        present = self.stored.names if self.stored is not None else base
        wanted = names if present == base else joined(base, names, present).map
        try:
            self._write(wanted, present)
        except StaleWrite as stale:
            newer = newer_map(stale)
            both = _put_together(stale, joined(base, names, newer.names), present)
            self.stored, self.path = newer, newer.path
            self._write(both, newer.names)
        self._saved = names

    def _write(self, names: PseudonymMap, over: PseudonymMap) -> None:
        if self.stored is None:
            ensure_map_folder(Path())
        if not self.keys.secrets:  # the history is sealed to one's own key, even of a plain map
            self.keys = own_keys(self.keys)
        self.stored = write_map(
            names,
            self.path,
            self.lock,
            keys=self.keys,
            after=self.stored,
            change=this_change(differences(over, names)),
        )


def choose_map(
    source: Path, review: str | None, map_file: Path | None, *, must_exist: bool = False
) -> ChosenMap:
    """The map for `source`: the file given, or the review's in the working folder.

    Raises UsageError when both are given or a map that must be there is not, MapError or
    VaultError when it cannot be used or opened.
    """
    if review is not None and map_file is not None:
        raise UsageError("Give --review or --map, not both.")
    name = review or review_name(source)
    keys = keys_at_hand()
    path = settle(map_file or map_path(name, Path()), keys)
    named = review is not None or map_file is not None
    if path.exists():
        stored = read_map(path, keys)
        # Nothing that was cut off may leave real names lying here in plain text.
        sweep(path.parent)
        settle_record(path)
        return ChosenMap(path, stored.names, named, keys, stored)
    if map_file is not None or must_exist:
        raise UsageError(f"{path}: there is no such map; nothing was written.")
    return ChosenMap(path, PseudonymMap(review=name), named, own_keys(keys))


def new_map(review: str, policy: str) -> PseudonymMap:
    """The map that a review begins with: its policy, and what that keeps in every review."""
    kept = policy_called(policy, Path()).keep
    return PseudonymMap(
        review=review,
        policy=policy,
        keep=tuple(KeepEntry(text=one.text, reason=one.reason) for one in kept),
    )


def map_for_looking(map_file: Path | None) -> PseudonymMap:
    """The map of a command that writes none: `map_file`, or an empty one. Raises UsageError."""
    if map_file is None:
        return PseudonymMap(review="looking")
    keys = keys_at_hand()
    path = settle(map_file, keys)
    if not path.exists():
        raise UsageError(f"{map_file}: there is no such map.")
    return read_map(path, keys).names


def other_maps(chosen: ChosenMap) -> list[PseudonymMap]:
    """The other maps in the folder of `chosen`, as far as they can be read."""
    own = chosen.path.resolve()
    found = []
    for pattern in ("*.yaml", f"*.yaml{SEALED_SUFFIX}"):
        for path in sorted(own.parent.glob(pattern)):
            if path.resolve() != own:
                with suppress(MapError, VaultError):
                    found.append(read_map(path, Keys(chosen.keys.secrets)).names)
    return found


def keys_at_hand() -> Keys:
    """The user's own key, if there is one, and a way to be asked for a passphrase."""
    ask = asked_once(asker("the map"))
    try:
        return identity.own_identity().keys(ask)
    except VaultError:
        if identity.key_path().exists():
            raise
        return Keys((), ask)


def own_keys(keys: Keys) -> Keys:
    """`keys` with the user's own, which is made if need be, and that is said."""
    own = identity.own_identity(create=True)
    if own.made_now:
        say_made(own)
    return own.keys(keys.passphrase)


def this_change(changes: Sequence[str]) -> Change:
    """A change made now, by whoever is at the machine, for the map's history."""
    return Change(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}", _who(), tuple(changes))


def _who() -> str:
    if named := os.environ.get(NAME_VARIABLE, "").strip():
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return ""


def _put_together(stale: StaleWrite, both: Joined, mine: PseudonymMap) -> PseudonymMap:
    """What two people saved at once as one map, if the one here agrees. Raises StaleWrite else."""
    if not can_ask():
        raise stale
    say("Somebody else saved the map meanwhile. Put together, it becomes yours with these changes:")
    for line in differences(mine, both.map):
        say(f"  {line}")
    for conflict in both.conflicts:
        say(f"  Both changed it: {conflict.sentence}")
    if not _yes(read_line, "Save both together? [y]es, or Enter to stop and write nothing: "):
        raise stale
    return both.map


def _yes(read: Callable[[str], str], prompt: str) -> bool:
    return read(prompt).strip().lower()[:1] == "y"
