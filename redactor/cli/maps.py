"""Which pseudonym map a command uses."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from redactor.batch.record import settle_record
from redactor.cli.cautions import cautions
from redactor.cli.chosen import ChosenMap
from redactor.cli.opening import keys_at_hand, own_keys
from redactor.cli.terminal import say
from redactor.errors import MapError, UsageError
from redactor.policy.load import policy_called
from redactor.pseudonyms.files import map_path, review_name
from redactor.pseudonyms.schema import KeepEntry, PseudonymMap
from redactor.pseudonyms.storing import StoredMap, read_map
from redactor.vault.errors import VaultError
from redactor.vault.places import SEALED_SUFFIX
from redactor.vault.relocking import settle
from redactor.vault.sealing import Keys
from redactor.vault.whole import sweep


def choose_map(
    source: Path,
    review: str | None,
    map_file: Path | None,
    *,
    must_exist: bool = False,
    own_key: bool = True,
    quiet: bool = False,
) -> ChosenMap:
    """The map for `source`: the file given, or the review's in the working folder.

    One that is not there yet will be sealed to the user's key, which is made at once, before the
    slow work; unless `own_key` is false. Unless `quiet`, what makes the map less safe than it
    could be is said, once. Raises UsageError when both are given or a map that must be there is
    not, MapError or VaultError when it cannot be used or opened.
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
        settle_record(path, keys, stored.kept.lock)
        return _chosen(stored, keys, named=named, quiet=quiet)
    if map_file is not None or must_exist:
        raise UsageError(f"{path}: there is no such map; nothing was written.")
    keys = own_keys(keys) if own_key else keys
    return ChosenMap(path, new_map(name, "", path.parent), named, keys)


def new_map(review: str, policy: str, folder: Path) -> PseudonymMap:
    """The map that a review begins with: its policy, and what that keeps in every review.

    A policy of one's own is looked for from `folder`, where the map will be. Raises UsageError.
    """
    kept = policy_called(policy, folder).keep
    return PseudonymMap(
        review=review,
        policy=policy,
        keep=tuple(KeepEntry(text=one.text, reason=one.reason) for one in kept),
    )


def map_for_looking(map_file: Path | None, *, quiet: bool = False) -> PseudonymMap:
    """The map of a command that writes none: `map_file`, or an empty one. Raises UsageError."""
    if map_file is None:
        return PseudonymMap(review="looking")
    keys = keys_at_hand()
    path = settle(map_file, keys)
    if not path.exists():
        raise UsageError(f"{map_file}: there is no such map.")
    return _chosen(read_map(path, keys), keys, named=True, quiet=quiet).names


def other_maps(chosen: ChosenMap) -> list[PseudonymMap]:
    """The other maps in the folder of `chosen`, as far as they can be read."""
    own = chosen.path.resolve()
    found = []
    for path in _maps_in(own.parent):
        if path.resolve() != own:
            with suppress(MapError, VaultError):
                found.append(read_map(path, Keys(chosen.keys.secrets)).names)
    return found


def _chosen(stored: StoredMap, keys: Keys, *, named: bool, quiet: bool) -> ChosenMap:
    chosen = ChosenMap(stored.path, stored.names, named, keys, stored)
    if not quiet:
        for sentence in cautions(chosen):
            say(sentence)
    return chosen


def _maps_in(folder: Path) -> Iterable[Path]:
    yield from sorted(folder.glob("*.yaml"))
    yield from sorted(folder.glob(f"*.yaml{SEALED_SUFFIX}"))
