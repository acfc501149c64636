"""A stand-in for age's passphrases, which take seconds: same header, same errors, no security."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pyrage

_HEAD = b"age-encryption.org/v1\n-> scrypt stand-in 1\n--- "


def stand_in_for_passphrases(patch: Callable[[Any, str, Any], object]) -> None:
    """`patch` is ``setattr``, or monkeypatch's."""
    patch(pyrage.passphrase, "encrypt", _encrypt)
    patch(pyrage.passphrase, "decrypt", _decrypt)


def _encrypt(content: bytes, passphrase: str) -> bytes:
    return _HEAD + _proof(passphrase) + _mixed(passphrase, content)


def _decrypt(sealed: bytes, passphrase: str) -> bytes:
    rest = sealed.removeprefix(_HEAD)
    if rest[:32] != _proof(passphrase):
        raise pyrage.DecryptError("Decryption failed")
    return _mixed(passphrase, rest[32:])


def _proof(passphrase: str) -> bytes:
    return hashlib.sha256(passphrase.encode()).digest()


def _mixed(passphrase: str, content: bytes) -> bytes:
    size = len(content)
    key = hashlib.shake_256(passphrase.encode()).digest(size)
    return (int.from_bytes(content) ^ int.from_bytes(key)).to_bytes(size)
