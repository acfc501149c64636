"""What a map is opened with: the user's own keys, and a passphrase where one is wanted."""

from __future__ import annotations

from redactor.cli.keys import say_made
from redactor.cli.passphrase import asker
from redactor.vault import identity
from redactor.vault.errors import VaultError
from redactor.vault.passphrases import asked_once
from redactor.vault.sealing import Keys


def keys_at_hand() -> Keys:
    """The user's own key, if there is one, those it took the place of, and a way to be asked for
    a passphrase. Raises VaultError for a key that cannot be used."""
    ask = asked_once(asker("the map"))
    try:
        own = identity.own_identity()
    except VaultError:
        if identity.key_path().exists():
            raise
        return Keys((), ask)
    return own.keys(ask).plus(identity.secrets_aside())


def own_keys(keys: Keys) -> Keys:
    """`keys` with the user's own, which is made if need be, and that is said."""
    own = identity.own_identity(create=True)
    if own.made_now:
        say_made(own)
    return own.keys(keys.passphrase).plus(identity.secrets_aside())
