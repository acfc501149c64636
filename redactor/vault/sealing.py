"""Sealing and opening, in the format of `age`: https://age-encryption.org/v1.

Pure: bytes in, bytes out. The only module that knows the library, so what is sealed here opens
with any program that speaks age, and the other way round. Two kinds of lock are known, X25519 keys
and a passphrase; ssh keys and plug-ins are not.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

import pyrage  # type: ignore[import-untyped]  # ships neither stubs nor a py.typed marker

from redactor.vault.errors import Damaged, NoPassphrase, VaultError, WrongKey, WrongPassphrase

_MAGIC = b"age-encryption.org/v1\n"
_ARMOUR = b"-----BEGIN AGE ENCRYPTED FILE-----"
_KEY_STANZA = b"-> X25519 "
_PASSPHRASE_STANZA = b"-> scrypt "
_END_OF_HEADER = b"\n--- "
_SECRET_PREFIX = "AGE-SECRET-KEY-1"
# What the library says; all else it can say of sealed bytes is that they are damaged.
_NO_MATCH = "No matching keys found"
_BAD_PASSPHRASE = "Decryption failed"


@dataclass(frozen=True, slots=True)
class ToRecipients:
    """Any one of these public keys' owners can open it. Raises VaultError for what is no key."""

    public_keys: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.public_keys:
            raise VaultError(None, "a file that nobody can open is of no use; name a public key.")
        for key in self.public_keys:
            # Not quoted: it may be a secret key that was pasted by mistake.
            if key.strip().upper().startswith(_SECRET_PREFIX):
                raise VaultError(
                    None, "this is a secret key, which nobody else should see; give the public one."
                )
            if not valid_recipient(key):
                raise VaultError(
                    None, "this is no public key; one starts with age1 and has 62 characters."
                )

    def plus(self, public_key: str) -> ToRecipients:
        return ToRecipients(tuple(dict.fromkeys((*self.public_keys, public_key))))

    def minus(self, public_key: str) -> ToRecipients:
        return ToRecipients(tuple(key for key in self.public_keys if key != public_key))


@dataclass(frozen=True, slots=True)
class ByPassphrase:
    """Whoever knows the passphrase can open it. Opening takes a second or two, on purpose."""

    passphrase: str = field(repr=False)

    def __post_init__(self) -> None:
        # One line, because `age` asks for one line.
        if not self.passphrase or len(self.passphrase.splitlines()) != 1:
            raise VaultError(None, "a passphrase is one line, and not an empty one.")


Lock = ToRecipients | ByPassphrase


@dataclass(frozen=True, slots=True)
class Keys:
    """What is at hand to open with: secret keys, the user's own first, and a way to a passphrase.

    `passphrase` is called only for what is sealed by one, and may be called more than once.
    """

    secrets: tuple[str, ...] = field(default=(), repr=False)
    passphrase: Callable[[], str] | None = field(default=None, repr=False)

    @property
    def public_keys(self) -> tuple[str, ...]:
        return tuple(public_key_of(secret) for secret in self.secrets)

    def plus(self, secrets: Iterable[str]) -> Keys:
        return Keys((*self.secrets, *secrets), self.passphrase)


def new_secret() -> str:
    """A new secret key, as age writes it."""
    return str(pyrage.x25519.Identity.generate())


def public_key_of(secret: str) -> str:
    """The public half of `secret`. Raises Damaged, without a word of it, when it is no key."""
    try:
        return str(pyrage.x25519.Identity.from_str(secret).to_public())
    except pyrage.IdentityError:
        raise Damaged(None, "this is no secret key of age, or one with a slip in it.") from None


def valid_recipient(text: str) -> bool:
    """Whether `text` is an X25519 public key of age, exactly as age writes it."""
    try:
        return str(pyrage.x25519.Recipient.from_str(text)) == text
    except pyrage.RecipientError:
        return False


def seal(content: bytes, lock: Lock) -> bytes:
    """`content` sealed; never the same bytes twice."""
    if isinstance(lock, ByPassphrase):
        return bytes(pyrage.passphrase.encrypt(content, lock.passphrase))
    recipients = [pyrage.x25519.Recipient.from_str(key) for key in lock.public_keys]
    return bytes(pyrage.encrypt(content, recipients))


def unseal(sealed: bytes, keys: Keys) -> bytes:
    """What `sealed` holds, whether it is binary or in ASCII armour.

    Raises WrongKey, WrongPassphrase, NoPassphrase or Damaged.
    """
    if not is_sealed(sealed):
        raise Damaged(None, "is not sealed, or damaged.")
    if is_passphrase_sealed(sealed):
        if keys.passphrase is None:
            raise NoPassphrase(None, "is sealed by a passphrase, and none was given.")
        return _by_passphrase(sealed, keys.passphrase())
    identities = [pyrage.x25519.Identity.from_str(secret) for secret in keys.secrets]
    try:
        return bytes(pyrage.decrypt(sealed, identities))
    except pyrage.DecryptError as error:
        if str(error) != _NO_MATCH:
            raise _damaged() from None
    if not keys.secrets:
        raise WrongKey(
            None,
            "is sealed, and there is no key here; `redact key restore` brings yours back from a "
            "backup, `redact key show` makes one that the file can be shared with.",
        )
    raise WrongKey(
        None,
        "this key does not open it; ask somebody who can open it to run "
        f"`redact map share {keys.public_keys[0]}`.",
    )


def is_sealed(content: bytes) -> bool:
    return content.startswith((_MAGIC, _ARMOUR))


def is_passphrase_sealed(content: bytes) -> bool:
    return _PASSPHRASE_STANZA in b"\n" + _header(content)


def recipient_count(sealed: bytes) -> int:
    """How many X25519 keys open it; the header names none of them."""
    return (b"\n" + _header(sealed)).count(b"\n" + _KEY_STANZA)


# Deliberately slow work, the same for the file and again for its history in one command.
@lru_cache(maxsize=8)
def _by_passphrase(sealed: bytes, passphrase: str) -> bytes:
    try:
        return bytes(pyrage.passphrase.decrypt(sealed, passphrase))
    except pyrage.DecryptError as error:
        if str(error) == _BAD_PASSPHRASE:
            raise WrongPassphrase(None, "this passphrase does not open it.") from None
        raise _damaged() from None


def _header(content: bytes) -> bytes:
    """The lines before the encrypted part; nothing of what is no age file."""
    if content.startswith(_ARMOUR):
        body = b"".join(content.removeprefix(_ARMOUR).split())
        try:
            # Whole groups of four: the header stands at the front, and the rest is not needed.
            whole = body.partition(b"-----END")[0]
            content = base64.b64decode(whole[: len(whole) // 4 * 4])
        except binascii.Error:
            return b""
    if not content.startswith(_MAGIC):
        return b""
    return content.partition(_END_OF_HEADER)[0].removeprefix(_MAGIC)


def _damaged() -> Damaged:
    return Damaged(None, "is damaged and cannot be opened.")
