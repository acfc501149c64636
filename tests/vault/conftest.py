from __future__ import annotations

import hashlib
from itertools import count
from pathlib import Path

import pyrage
import pytest


@pytest.fixture
def key_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user's key would be; there is none yet."""
    path = tmp_path / "settings" / "key.txt"
    monkeypatch.setenv("REDACT_KEY_FILE", str(path))
    return path


@pytest.fixture
def quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in for the slow half of age: same header, same errors, no security."""
    head = b"age-encryption.org/v1\n-> scrypt stand-in 1\n--- "

    def stream(passphrase: str, content: bytes) -> bytes:
        blocks = (hashlib.sha256(f"{passphrase}{n}".encode()).digest() for n in count())
        key = b"".join(next(blocks) for _ in range(len(content) // 32 + 1))
        return bytes(a ^ b for a, b in zip(content, key, strict=False))

    def encrypt(content: bytes, passphrase: str) -> bytes:
        proof = hashlib.sha256(passphrase.encode()).digest()
        return head + proof + stream(passphrase, content)

    def decrypt(sealed: bytes, passphrase: str) -> bytes:
        proof, body = sealed[len(head) : len(head) + 32], sealed[len(head) + 32 :]
        if proof != hashlib.sha256(passphrase.encode()).digest():
            raise pyrage.DecryptError("Decryption failed")
        return stream(passphrase, body)

    monkeypatch.setattr(pyrage.passphrase, "encrypt", encrypt)
    monkeypatch.setattr(pyrage.passphrase, "decrypt", decrypt)
