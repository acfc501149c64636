from __future__ import annotations

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vault_scenarios import ANNA, ANNAS, BEN, BOTH, CARA, NAME

from redactor.vault.errors import Damaged, NoPassphrase, VaultError, WrongKey, WrongPassphrase
from redactor.vault.sealing import (
    ByPassphrase,
    Keys,
    ToRecipients,
    is_passphrase_sealed,
    is_sealed,
    new_secret,
    recipient_count,
    seal,
    unseal,
    valid_recipient,
)
from redactor.vault.shared import split_recipients, with_recipients

SECRET = NAME.encode()

# Written by another program, and cheaper to open than what a careful one makes: scrypt 2**6.
ARMOURED = b"""\
-----BEGIN AGE ENCRYPTED FILE-----
YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBkRk9TUjFyRVJtNHphbkxS
QmVIdm5BIDYKZXRZUy9PUWZiWFdDbEdVOUQxV1grWG5RNVRvSXlZOEhpS3V0ZEk2
Rk9TZwotLS0gYnIzdEF2dDZ5QXpqbWNXRDl0czdQdEdNMUlEWDJ4aXJLSFJralov
RTE4dwobn63w+ncUKYiBszbDiie9UvGVWojPm677xoY/bWuCx3JjecLs0L6X/isp
w5o5uYgX17zwNhyYrdEgANwnzNEKs+nswq+fp2iB5lv2uVywwPH3vrr5NW0VI9b7
Q/hlgtTlvJzbYSJf2/M+Y6E14mYg15O4x6DuZOyxCsu5CfrkU+ZOAja89fshJjk+
0dxKQJqjTFGBgQRweNUZOspxRXE+Z6QFHT5N0bCnj15OISNNe3spb01201DF
-----END AGE ENCRYPTED FILE-----
"""


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=4096), st.sampled_from([ANNAS, BOTH]))
def test_what_is_sealed_opens_again(content: bytes, lock: ToRecipients) -> None:
    sealed = seal(content, lock)
    assert is_sealed(sealed)
    assert not is_passphrase_sealed(sealed)
    assert recipient_count(sealed) == len(lock.public_keys)
    assert unseal(sealed, ANNA) == content
    assert unseal(sealed, Keys((*CARA.secrets, *ANNA.secrets))) == content


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=200) | st.just(with_recipients(b"", BOTH)))
def test_the_list_of_recipients_comes_off_as_it_went_on(content: bytes) -> None:
    assert split_recipients(with_recipients(content, BOTH)) == (content, BOTH)


def test_a_real_passphrase() -> None:
    sealed = seal(SECRET, ByPassphrase("a b\u00a0ß"))
    assert is_passphrase_sealed(sealed)
    assert unseal(sealed, Keys(passphrase=lambda: "a b\u00a0ß")) == SECRET


@pytest.mark.parametrize("sealed", [ARMOURED, ARMOURED.replace(b"\n", b"\r\n")])
def test_a_passphrase_in_armour(sealed: bytes) -> None:
    assert is_sealed(sealed)
    assert is_passphrase_sealed(sealed)
    opened = unseal(sealed, Keys(passphrase=lambda: "correct horse"))
    assert b"AGE-SECRET-KEY-1" in opened
    with pytest.raises(WrongPassphrase, match=r"^this passphrase does not open it\.$"):
        unseal(sealed, Keys(passphrase=lambda: "wrong horse"))
    with pytest.raises(NoPassphrase):
        unseal(sealed, ANNA)


def test_a_key_in_armour() -> None:
    recipient = pyrage.x25519.Recipient.from_str(ANNA.public_keys[0])
    sealed = pyrage.encrypt(SECRET, [recipient], armored=True)
    assert not is_passphrase_sealed(sealed)
    assert recipient_count(sealed) == 1
    assert unseal(sealed, ANNA) == SECRET


def test_a_wrong_key_is_told_what_to_do() -> None:
    with pytest.raises(WrongKey) as caught:
        unseal(seal(SECRET, ANNAS), BEN)
    assert str(caught.value) == (
        "this key does not open it; ask somebody who can open it to run "
        f"`redact map share {BEN.public_keys[0]}`."
    )
    assert caught.value.__cause__ is None
    with pytest.raises(WrongKey, match="`redact key show` makes one"):
        unseal(seal(SECRET, ANNAS), Keys())


@pytest.mark.parametrize(
    "spoil",
    [
        lambda sealed: sealed[:-1],
        lambda sealed: sealed[:-4] + b"1234",
        lambda sealed: sealed[:60],
        lambda sealed: sealed[: len(b"age-encryption.org/v1\n")],
        lambda sealed: sealed.replace(b"X25519", b"Y25519"),
        lambda _: b"",
        lambda _: SECRET,
        lambda _: ARMOURED[:100],
    ],
)
def test_what_is_damaged_is_said_in_a_sentence(spoil) -> None:
    with pytest.raises(VaultError) as caught:
        unseal(spoil(seal(SECRET, ANNAS)), Keys(ANNA.secrets, lambda: "correct horse"))
    assert NAME not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        (ANNA.public_keys[0], True),
        (ANNA.public_keys[0].upper(), False),
        (ANNA.public_keys[0] + " ", False),
        (ANNA.public_keys[0][:-1] + "x", False),
        (ANNA.secrets[0], False),
        ("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN", False),
        ("", False),
    ],
)
def test_which_texts_are_public_keys(text: str, valid: bool) -> None:
    assert valid_recipient(text) is valid
    if not valid:
        with pytest.raises(VaultError) as caught:
            ToRecipients((*ANNA.public_keys, text))
        assert not text or text not in str(caught.value)


def test_recipients_come_and_go() -> None:
    assert ANNAS.plus(BEN.public_keys[0]) == BOTH == BOTH.plus(BEN.public_keys[0])
    assert BOTH.minus(BEN.public_keys[0]) == ANNAS
    with pytest.raises(VaultError, match="nobody can open"):
        ANNAS.minus(ANNA.public_keys[0])


@pytest.mark.parametrize("passphrase", ["", "two\nlines"])
def test_no_passphrase_to_remember(passphrase: str) -> None:
    with pytest.raises(VaultError, match="one line, and not an empty one"):
        ByPassphrase(passphrase)


def test_no_secret_in_repr() -> None:
    secret = new_secret()
    values = (Keys((secret,), lambda: secret), ByPassphrase(secret), Damaged(None, "is damaged."))
    assert secret not in repr(values)
