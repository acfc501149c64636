"""The map of a command, and keeping what is added to it while others may work on it too.

A reviewer answers questions for an hour; meanwhile somebody else may save the map, lock it or take
it away. Nothing of either is ever written over: what only sealed the file anew is followed, what
changed it is put together with what is saved here if the person here agrees, and refused else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from redactor.batch.record import Record, change_record, read_record, record_path
from redactor.cli.author import this_change
from redactor.cli.merging import agree
from redactor.cli.opening import own_keys
from redactor.policy.load import policy_called
from redactor.policy.schema import Policy
from redactor.pseudonyms.differences import differences
from redactor.pseudonyms.files import ensure_map_folder
from redactor.pseudonyms.freezing import refuse_change_of_frozen
from redactor.pseudonyms.joining import joined
from redactor.pseudonyms.schema import PseudonymMap
from redactor.pseudonyms.storing import StoredMap, newer_map, read_map, write_map
from redactor.vault.errors import VaultError
from redactor.vault.places import SEALED_SUFFIX
from redactor.vault.relocking import settle
from redactor.vault.sealing import ByPassphrase, Keys, Lock, ToRecipients
from redactor.vault.store import StaleWrite


@dataclass(slots=True)
class ChosenMap:
    """The map file of a command, what it held at the start and what it holds since.

    ``named`` tells whether the user named it, or whether its name comes from the input's folder.
    """

    path: Path
    names: PseudonymMap = field(repr=False)
    """What the command goes on from: what was read, and then what it saved last. The file may hold
    more, of somebody else; see `catch_up`."""
    named: bool
    keys: Keys = field(repr=False)
    stored: StoredMap | None = field(default=None, repr=False)
    """What the file holds as far as is known; None before it is there."""
    first_lock: Lock | None = field(default=None, repr=False)
    """How to seal a map that is not there yet, where it is not to the user's own key."""

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

    @property
    def _is_by_passphrase(self) -> bool:
        lock = self.first_lock if self.stored is None else self.stored.kept.lock
        return isinstance(lock, ByPassphrase)

    def refuse_shutting_out(self) -> None:
        """Raise VaultError when saving would shut somebody out; for before the slow work.

        Another program has sealed the map to more keys than it tells of. Who they belong to cannot
        be told, so they cannot be sealed to again, and only the user knows whether they matter.
        """
        unnamed = 0 if self.stored is None else self.stored.kept.unnamed
        if unnamed:
            raise VaultError(
                self.path,
                f"another program encrypted it to {unnamed} more than redact knows of, and saving "
                "it would shut them out; nothing was written. Run `redact map share KEY` for each "
                "of them, or `redact map rekey` to go on without them.",
            )

    def save(self, names: PseudonymMap) -> None:
        """Write `names` unless the file holds them already: an unchanged map is not touched.

        What somebody else saved meanwhile is never written over: where nobody can be asked, or
        says no, nothing is written. Raises MapError or VaultError when it cannot be written.
        """
        if self.stored is not None and names == self.names:
            return
        while not self._written(names):
            pass
        self.names = names

    def catch_up(self) -> PseudonymMap:
        """Go on from what the last save made of both sides, and give it."""
        if self.stored is not None:
            self.names = self.stored.names
        return self.names

    def holds(self, names: PseudonymMap) -> bool:
        """Whether the file still says what `names` does, whoever wrote it last. Raises MapError
        when it was taken away."""
        return _are_same(self._look_again().names, names)

    def read_record(self) -> Record:
        """The record beside the map. Raises as the function of that name."""
        return read_record(record_path(self.path), self.keys)

    def change_record(self, change: Callable[[Record], Record]) -> None:
        """Put what `change` makes of the record beside the map, wherever that is by now.

        Raises MapError or VaultError, as when the map was taken away.
        """
        self.refuse_shutting_out()
        self._look_again()
        change_record(self.path, self.keys, change)

    def _look_again(self) -> StoredMap:
        """What is there now. One that was only moved or sealed anew is the map from now on."""
        found = read_map(settle(self.path, self.keys), self.keys)
        self.path = found.path
        if self.stored is None or _are_same(found.names, self.stored.names):
            self.stored = found
        return found

    def _written(self, names: PseudonymMap) -> bool:
        """Try to save `names`; False when the file turned out to be another by now, which was
        followed or agreed to be joined with."""
        present = self.names if self.stored is None else self.stored.names
        wanted = names if present == self.names else joined(self.names, names, present).map
        if self.stored is not None and _are_same(wanted, present):
            return True
        try:
            self._write(wanted, present)
        except StaleWrite as stale:
            newer = newer_map(stale)
            if not _are_same(newer.names, present):
                refuse_change_of_frozen(newer.names, joined(self.names, names, newer.names).map)
                agree(stale, base=self.names, mine=names, seen=present, theirs=newer.names)
            self.stored, self.path = newer, newer.path
            return False
        return True

    def _write(self, names: PseudonymMap, over: PseudonymMap) -> None:
        self.refuse_shutting_out()
        refuse_change_of_frozen(over, names)
        if self.stored is None:
            ensure_map_folder(Path())
        if not self.keys.secrets and not self._is_by_passphrase:
            self.keys = own_keys(self.keys)  # the history even of a plain map is sealed to it
        self.stored = write_map(
            names,
            self.path,
            self.lock,
            keys=self.keys,
            after=self.stored,
            change=this_change(differences(over, names)),
        )


def _are_same(one: PseudonymMap, other: PseudonymMap) -> bool:
    """Whether two maps say the same; the order of what they say has no meaning."""
    return one == other or not differences(one, other)
