"""Folding: the copy of a text that machines compare, with the way back to every offset.

Two names are equal when their folded copies are: NFKC, no diacritics, no soft hyphens, zero-width
characters or object marks, every hyphen ``-``, every apostrophe ``'``, every space a blank.
Case is left alone, because names that are also words are told apart by it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

HYPHENS = "-\u2010\u2011\u2012\u2043\u02d7\uff0d"
APOSTROPHES = "'\u2018\u2019\u201b\u02bc\u02b9\u2032\u0060\u00b4\uff07"
INVISIBLE = (
    "\u00ad\u034f\u200b\u200c\u200d\u2060\ufeff\u180e\u200e\u200f\ufffc"
    + "".join(map(chr, range(0xFE00, 0xFE10)))  # variation selectors
)

# Letters that NFKD does not take apart into a base letter and a mark.
_STROKED = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ħ": "h", "Ħ": "H", "ı": "i"}
)
_SINGLE: dict[str, str] = (
    dict.fromkeys(HYPHENS, "-") | dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(INVISIBLE, "")
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; ``offsets[i]`` is where its character ``i`` begins in the original.

    ``offsets`` has one entry more than ``text`` has characters: the original's length.
    """

    text: str
    offsets: tuple[int, ...] | range

    @property
    def is_in_step(self) -> bool:
        """Every character has its own, at the same offset."""
        return isinstance(self.offsets, range)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open stretch of the original that ``text[start:end]`` came from."""
        return self.offsets[start], self.offsets[end]


@lru_cache(maxsize=1 << 12)
def fold_char(char: str) -> str:
    """Fold one code point; the result may be empty or longer than one character."""
    known = _SINGLE.get(char)
    if known is not None:
        return known
    if char.isspace():
        return " "
    if char < "\x80":
        return char
    decomposed = unicodedata.normalize("NFKD", char)
    plain = "".join(_SINGLE.get(c, c) for c in decomposed if not unicodedata.combining(c))
    return plain.translate(_STROKED)


_UNCHANGED = frozenset(char for char in map(chr, range(0x80)) if fold_char(char) == char)


def is_plain(text: str) -> bool:
    """True where folding changes nothing."""
    return text.isascii() and text.isprintable() and "`" not in text


def fold(text: str) -> Folded:
    """Fold `text`, keeping the offset of every character."""
    if is_plain(text):
        return Folded(text, range(len(text) + 1))
    changed = {char: fold_char(char) for char in set(text) - _UNCHANGED}
    if all(len(plain) == 1 for plain in changed.values()):  # quotation marks, dashes, accents
        copy = text
        for char, plain in changed.items():  # no plain one is among those to change
            copy = copy.replace(char, plain)
        return Folded(copy, range(len(text) + 1))
    characters: list[str] = []
    offsets: list[int] = []
    for index, char in enumerate(text):
        for folded in changed.get(char, char):
            characters.append(folded)
            offsets.append(index)
    offsets.append(len(text))
    return Folded("".join(characters), tuple(offsets))


def folded(text: str) -> str:
    """The folded copy alone."""
    return text if is_plain(text) else fold(text).text


def run_together(text: str) -> str:
    """The letters and digits of the key alone: "Danielle.Hargreaves" and "#DanielleHargreaves"."""
    return "".join(char for char in key(text) if char.isalnum())


@lru_cache(maxsize=1 << 17)
def key(text: str) -> str:
    """Folded, lower case, blanks squeezed: two spellings of one name have one key."""
    return " ".join(folded(text).lower().split())
