"""Folding: what looks the same to a reader becomes the same text.

NFKD without combining marks; stroked and joined letters as plain ones; every decimal digit as 0
to 9; every hyphen, apostrophe and blank as one; what cannot be seen is gone. Case stays, so that
a name which is a word as well can be compared as it is written.
Folding goes character by character: the fold of a text is the folds of its pieces, joined.
"""

from __future__ import annotations

import unicodedata

HYPHEN, APOSTROPHE, BLANK = "-", "'", " "

_HYPHENS = "\u2212\u00af\u2043\u02d7"
"""Beside category Pd: minus, macron, hyphen bullet, modifier minus."""
_APOSTROPHES = "\u2018\u2019\u201a\u201b\u2032\u2035\u02b9\u02bb\u02bc\u02bd\u02c8\u055a`\u00b4"
_UNSEEN = "\u115f\u1160\u3164\uffa0"
"""Letters of Hangul that show nothing; category Cf and the marks are unseen as a whole."""
_LETTERS = {
    "\u00df": "ss", "\u1e9e": "SS", "\u00e6": "ae", "\u00c6": "AE", "\u0153": "oe", "\u0152": "OE",
    "\u00f8": "o", "\u00d8": "O", "\u0142": "l", "\u0141": "L", "\u0111": "d", "\u0110": "D",
    "\u00f0": "d", "\u00d0": "D", "\u00fe": "th", "\u00de": "Th", "\u0127": "h", "\u0126": "H",
    "\u0167": "t", "\u0166": "T", "\u0131": "i", "\u0138": "k", "\u014b": "n", "\u014a": "N",
    "\u0180": "b", "\u0197": "I", "\u0268": "i", "\u01b5": "Z", "\u01b6": "z", "\u019a": "l",
    "\u01e4": "G", "\u01e5": "g", "\u2c65": "a", "\u023a": "A", "\u0247": "e", "\u0246": "E",
}  # fmt: skip


class _Table(dict[int, str]):
    """Folds by code point, worked out when first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_char(chr(code))
        return folded


def _fold_char(char: str) -> str:
    if char in _APOSTROPHES:  # before NFKD, which makes a blank and a mark of the acute accent
        return APOSTROPHE
    if char in _HYPHENS:
        return HYPHEN
    if char in _UNSEEN:
        return ""
    return "".join(_plain(one) for one in unicodedata.normalize("NFKD", char))


def _plain(char: str) -> str:
    if char in _LETTERS:
        return _LETTERS[char]
    if char in _APOSTROPHES:
        return APOSTROPHE
    if char in _HYPHENS:
        return HYPHEN
    match unicodedata.category(char):
        case "Mn" | "Me" | "Mc" | "Cf":
            return ""
        case "Pd":
            return HYPHEN
        case "Zs" | "Zl" | "Zp":
            return BLANK
        case "Nd":
            return str(unicodedata.digit(char))
    return char


_TABLE = _Table()


def fold(text: str) -> str:
    """The folded text; pure ASCII but for the grave accent is its own fold."""
    if text.isascii():
        return text.replace("`", APOSTROPHE) if "`" in text else text
    return text.translate(_TABLE)
