"""Which indefinite article a phrase takes: it follows the sound of the first word, not its letter.

Numbers are read out ("an 8", "an 11", "a 12"), and so are abbreviations ("an HV1", "a GP2"),
unless ``data/sounds.tsv`` says that one is read as a word ("a MARAC").
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from redactor.text.fold import folded
from redactor.text.words import is_english

_VOWELS = "aeiou"
_READ_WITH_A_VOWEL = frozenset("AEFHILMNORSX")
"""Letters whose own name begins with a vowel: "aitch", "em"."""
_SHORTEST_WORD_IN_CAPITALS = 4
_LONGEST_SPELT_OUT = 4
"""Letters of an abbreviation that has a vowel and is still read letter by letter: "ECHR"."""

_FIRST_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d+")
_SPELT_OUT = re.compile(r"([A-Z]+)(?:s?|[a-z]?\d*|\d+[a-z]?)")
"""GP, GPs, GP1, and MSc; not "McAllister"."""


def article_for(phrase: str) -> str:
    """ "a" or "an"; "" where `phrase` has no word. Opening marks do not matter."""
    first = _FIRST_WORD.search(folded(phrase))
    if first is None:
        return ""
    return "an" if _begins_with_vowel(first.group()) else "a"


def _begins_with_vowel(word: str) -> bool:
    listed = _as_words().get(word) or _as_words().get(word.rstrip("0123456789s"))
    if listed is not None:
        return listed == "an"
    if word[0].isdigit():
        return _number_begins_with_vowel(word)
    capitals = _SPELT_OUT.fullmatch(word)
    if len(word) == 1 or (capitals and _is_spelt_out(capitals.group(1), word)):
        return word[0].upper() in _READ_WITH_A_VOWEL
    return _word_begins_with_vowel(word.lower())


def _is_spelt_out(capitals: str, word: str) -> bool:
    if len(capitals) == 1:
        return word != capitals and word[1].isdigit()  # "M25", but "As" and "Ms" are words
    if capitals != word:
        return True
    if len(word) >= _SHORTEST_WORD_IN_CAPITALS and is_english(word):
        return False
    return len(word) <= _LONGEST_SPELT_OUT or not any(char in "AEIOU" for char in word)


def _number_begins_with_vowel(word: str) -> bool:
    """Eight, eighty …, eleven and eighteen, also as thousands: 11,000 and 11000, but not 1,100."""
    number = _DIGITS.match(word)
    digits = number.group() if number else ""
    return digits.startswith("8") or (digits[:2] in ("11", "18") and len(digits) % 3 == 2)


@lru_cache(maxsize=4096)
def _word_begins_with_vowel(word: str) -> bool:
    beginnings = _beginnings()
    for length in range(len(word), 1, -1):
        article = beginnings.get(word[:length])
        if article is not None:
            return article == "an"
    if word.startswith("y"):  # "Yvonne", but "Yusuf"
        return word[1:2] not in ("", *_VOWELS)
    return word[0] in _VOWELS


@cache
def _table() -> dict[str, str]:
    source = files("redactor.wording").joinpath("data/sounds.tsv")
    lines = source.read_text(encoding="utf-8").splitlines()
    rows = (line.partition("\t")[::2] for line in lines if line and not line.startswith("#"))
    return dict(rows)


@cache
def _beginnings() -> dict[str, str]:
    return {word: article for word, article in _table().items() if word.islower()}


@cache
def _as_words() -> dict[str, str]:
    return {word: article for word, article in _table().items() if not word.islower()}
