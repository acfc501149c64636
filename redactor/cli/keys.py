"""``redact key``: the user's own key, which her pseudonym maps are sealed to."""

from __future__ import annotations

from pathlib import Path

from redactor.cli.passphrase import asker
from redactor.cli.terminal import say
from redactor.errors import ExitCode
from redactor.vault import identity
from redactor.vault.passphrases import asked_once, get_passphrase


def show() -> ExitCode:
    """Print the public key, which may be given to anybody; makes a key where there is none."""
    own = identity.own_identity(create=True)
    print(own.public_key)
    if own.made_now:
        say_made(own)
    else:
        say(f"Your key lies in {own.path}.")
    return ExitCode.OK


def say_made(own: identity.OwnKey) -> None:
    """Tell of a new key; for every command that may have made one."""
    say(
        f"A key was made for you: {own.path}. A key nobody backed up is a map lost: "
        "run `redact key backup FILE`, and keep the copy on another machine or in the safe."
    )


def backup(path: Path, *, plain: bool = False) -> ExitCode:
    """Copy the key to `path`: sealed by a passphrase, or as it is if `plain`, for a safe.

    Raises VaultError when there is no key, or something is at `path` already.
    """
    identity.own_identity()  # Nobody is asked for a passphrase where there is no key.
    passphrase = None if plain else get_passphrase(asker("the backup", new=True))
    own = identity.backup_to(path, passphrase)
    opened_by = "anybody who reads it" if plain else "its passphrase"
    say(f"{path}: a copy of your key {own.public_key}, to be opened by {opened_by}.")
    return ExitCode.OK


def restore(path: Path, *, force: bool = False) -> ExitCode:
    """Make the backup at `path` the key; one that is there already gives way only to `force`.

    Raises VaultError when the backup cannot be opened or holds no key.
    """
    own = identity.restore_from(path, asked_once(asker("the backup")), force=force)
    print(own.public_key)
    say(f"Your key lies in {own.path}.")
    return ExitCode.OK
