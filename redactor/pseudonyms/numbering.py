"""The next free "Child B", "GP3", "[PERSON 7?]": what is numbered goes on, and is never reused."""

from __future__ import annotations

import re
from collections.abc import Iterable

from redactor.model import EntityType
from redactor.pseudonyms.schema import PseudonymMap

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LONGEST_CODE = 4
_PLACEHOLDER = re.compile(r"\[[^\[\]]* (\d{1,6})\?\]")


def letters(number: int) -> str:
    """1 → A, 26 → Z, 27 → AA."""
    written = ""
    while number > 0:
        number, rest = divmod(number - 1, len(_ALPHABET))
        written = _ALPHABET[rest] + written
    return written


def _number(written: str) -> int:
    """The other way round: AA → 27."""
    number = 0
    for letter in written:
        number = number * len(_ALPHABET) + _ALPHABET.index(letter) + 1
    return number


def next_lettered(stem: str, used: Iterable[str]) -> str:
    """ "Child C" for the stem "Child" when `used` goes up to "Child B"."""
    pattern = re.compile(rf"{re.escape(stem)} ([A-Z]{{1,3}})")
    found = (pattern.fullmatch(pseudonym) for pseudonym in used)
    return f"{stem} {letters(1 + max((_number(m[1]) for m in found if m), default=0))}"


def next_numbered(role: str, used: Iterable[str]) -> str:
    """ "GP3" for the code "GP" and "Psychiatrist 2" for a word, going on from `used`.

    A long code ("PSYCHIATRIST") is a word too.
    """
    pattern = re.compile(rf"{re.escape(role)} ?(\d{{1,6}})", re.IGNORECASE)
    found = (pattern.fullmatch(pseudonym) for pseudonym in used)
    number = 1 + max((int(m[1]) for m in found if m), default=0)
    if not role.isupper():
        return f"{role} {number}"
    return f"{role}{number}" if len(role) <= _LONGEST_CODE else f"{role.capitalize()} {number}"


def next_placeholder_number(names: PseudonymMap) -> int:
    """The numbers run through the whole review, over all types."""
    found = (_PLACEHOLDER.fullmatch(entry.placeholder) for entry in names.uncertain)
    return 1 + max((int(m[1]) for m in found if m), default=0)


def placeholder(type: EntityType, number: int) -> str:
    """ "[PERSON 7?]"."""
    return f"[{type.value.replace('_', ' ').upper()} {number}?]"
