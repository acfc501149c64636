"""Whether two words are perhaps one name, spelt in two ways.

"Daniele" and "Danielle", "Feild" and "Field", "Clark" and "Clarke"; not "Mark" and "Mary", which
are two names, nor "Ivanov" and "Ivanova", who are relatives.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from redactor.text.fold import key
from redactor.text.given_names import is_given_name, sex_of_given
from redactor.text.words import is_english

_SHORTEST = 5
"""Letters from which on one slip of the pen is taken for one."""
_LONG = 9
"""Letters from which on two are."""
_SHORTEST_BY_SOUND = 3
_SOUNDS = (
    (re.compile(r"ph|v"), "f"),
    (re.compile(r"ck|q|c(?![eiyh])"), "k"),
    (re.compile(r"c(?=[eiy])|z"), "s"),
    (re.compile(r"(?<=.)h"), ""),
    (re.compile(r"ie|ei|ey|ea|ee|y|j"), "i"),
    (re.compile(r"ai|ae"), "a"),
    (re.compile(r"ow"), "ou"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=.[^aeiou])e$"), ""),
)
_BY_SEX = re.compile(r"(?:sk|ck|dzk)(?:i|a)$|(?:ov|ev|in)(?:a)?$")
"""Endings of surnames that differ between the women and the men of a family."""


@lru_cache(maxsize=1 << 16)
def alike_given(one: str, other: str) -> bool:
    """True for two spellings of one given name; two usual names are alike by their sound only."""
    first, second = key(one).rstrip("."), key(other).rstrip(".")
    if {sex_of_given(first), sex_of_given(second)} == {"f", "m"}:
        return False
    if is_given_name(first) and is_given_name(second):
        return _sound_alike(first, second)
    return _alike(first, second)


@lru_cache(maxsize=1 << 16)
def alike_surname(one: str, other: str) -> bool:
    """True for two spellings of one surname."""
    first, second = key(one), key(other)
    if _BY_SEX.sub("", first) == _BY_SEX.sub("", second):
        return False
    return _alike(first, second)


@lru_cache(maxsize=1 << 16)
def alike_word(one: str, other: str) -> bool:
    """True for two spellings of a word of a place's or a body's name; two English words are two."""
    first, second = key(one), key(other)
    if is_english(first) and is_english(second):
        return False
    return min(len(first), len(second)) >= _SHORTEST and _alike(first, second)


def _alike(first: str, second: str) -> bool:
    if first == second or not (first.isascii() and second.isascii()):
        return False
    if not (first and second) or any(char.isdigit() for char in first + second):
        return False
    if _sound_alike(first, second):
        return True
    shorter = min(len(first), len(second))
    slips = 2 if shorter >= _LONG else 1
    same_start = first[0] == second[0] or sorted(first[:2]) == sorted(second[:2])
    return (
        shorter >= _SHORTEST
        and same_start
        and OSA.distance(first, second, score_cutoff=slips) <= slips
    )


def _sound_alike(first: str, second: str) -> bool:
    return (
        first != second
        and min(len(first), len(second)) >= _SHORTEST_BY_SOUND
        and _sound(first) == _sound(second)
    )


@lru_cache(maxsize=1 << 16)
def _sound(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word
