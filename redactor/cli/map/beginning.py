"""``redact map init``: a review's map before its first run."""

from __future__ import annotations

from pathlib import Path

from redactor.cli.maps import choose_map, new_map
from redactor.cli.passphrase import asker
from redactor.cli.terminal import say
from redactor.errors import UsageError
from redactor.vault.passphrases import get_passphrase
from redactor.vault.sealing import ByPassphrase


def init(review: str | None, policy: str, *, by_passphrase: bool, quiet: bool) -> None:
    """Make the map of `review`, sealed to the user's key or by a passphrase.

    Raises UsageError when there is one already, or no such policy.
    """
    chosen = choose_map(Path(), review, None, own_key=not by_passphrase, quiet=True)
    if chosen.stored is not None:
        raise UsageError(f"{chosen.path}: the review has a map already; nothing was written.")
    names = new_map(chosen.names.review, policy, chosen.path.parent)
    if by_passphrase:
        chosen.first_lock = ByPassphrase(get_passphrase(asker("the map", new=True)))
    chosen.save(names)
    if not quiet:
        say(f"Made: {chosen.path}. Keep it as secret as what is in it.")
