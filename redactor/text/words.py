"""Words of a text with their offsets, and what the English word list knows of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from redactor.text.fold import APOSTROPHES, INVISIBLE, fold, folded

_INSIDE = re.escape(INVISIBLE) + "\u0300-\u036f"
_LETTERS = rf"[^\W_](?:[{_INSIDE}]*[^\W_]|[\u0300-\u036f])*"
_WORD = re.compile(rf"{_LETTERS}(?:[{re.escape(APOSTROPHES)}]{_LETTERS})*")
HUMPS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W\d_A-Za-z]+")
"""The words of a name made for programs: "DanielleQuote2", "XMLPart"."""
_POSSESSIVE = re.compile(rf"[{re.escape(APOSTROPHES)}][sS]$")


MONTHS = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept oct nov dec".split()
)
_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays "
    "thursdays fridays saturdays sundays mon tue tues wed thu thur thurs fri "
    "sat sun".split()
)


class Word(NamedTuple):
    """One word without its possessive ending; `words` makes them.

    ``start``/``end`` are code points of the text it stands in; ``folded`` keeps case, ``key`` is
    lower case; ``possessive`` is the ending as written ("’s") or "". A hyphen parts words.
    """

    start: int
    end: int
    folded: str
    possessive: str
    key: str
    is_capitalised: bool

    @property
    def is_upper(self) -> bool:
        """All capitals, and more than one letter."""
        return len(self.folded) > 1 and self.folded.isupper()


def words(text: str) -> list[Word]:
    """The words of `text` in order. "Danielle’s" is the word "Danielle" with a possessive."""
    found = []
    copy = fold(text)
    for match in _WORD.finditer(text):
        start, end = match.span()
        possessive = ""
        if text[end - 1] in "sS" and (ending := _POSSESSIVE.search(match.group(), 1)):
            possessive = ending.group()
            end -= len(possessive)
        core = copy.text[start:end] if copy.is_in_step else folded(text[start:end])
        found.append(Word(start, end, core, possessive, core.lower(), core[:1].isupper()))
    return found


@cache
def english_words() -> frozenset[str]:
    """Lower-case English words (SCOWL, by way of the Debian word lists; see the file's head)."""
    source = files("redactor.text").joinpath("data/english_words.txt")
    lines = source.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=1 << 14)
def is_english(word: str) -> bool:
    """True when `word` is also an English word: "Grace", "Mark", "Annual"; and for "June", "Dec",
    "Friday", which the list leaves out because they are always written with a capital."""
    lower = word.lower()
    return lower in english_words() or lower in MONTHS or lower in _WEEKDAYS


def is_weekday(word: str) -> bool:
    """True for "friday", "fri", "fridays": given in lower case."""
    return word in _WEEKDAYS


def starts_sentence(text: str, at: int) -> bool:
    """True when the word at offset `at` is the first of a sentence, a quotation or a list item."""
    if (
        at > _LONGEST_LABEL
        and text[at - 1] == " "
        and (text[at - 2].isalnum() or text[at - 2] == ",")
    ):
        return False  # as nearly every word stands: what follows would say the same
    before = text[:at].rstrip(" \u00a0\ufffc\u00ad\u200b([\"'\u2018\u201c*\u2022\u2013\u2014-")
    if not before:
        return True
    last = before[-1]
    if last in "\t\n:;|\u2022":
        return True
    if last in ".!?\u2026":
        # "Mr. Hargreaves", "D. Hargreaves", "e.g. Danielle": the full stop ends no sentence.
        tail = _LAST_WORD.search(before[-_LONGEST_ABBREVIATION - 2 :])
        abbreviation = tail and (
            (len(tail.group(1)) == 1 and tail.group(1).isalpha()) or tail.group(1) in _ABBREVIATIONS
        )
        return not abbreviation
    # A numbered paragraph or a list's letter: "11.3.4 Will attended", "b) Will attended".
    return bool(_LABEL.fullmatch(before))


_LONGEST_LABEL = 16
"""A paragraph's number or letter with its blanks is shorter."""
_ABBREVIATIONS = frozenset("Mr Mrs Ms Dr Prof Rev St Sgt Insp Cllr vs eg ie".split())
_LONGEST_ABBREVIATION = max(map(len, _ABBREVIATIONS))
_LAST_WORD = re.compile(r"(\w+)\.$")
_LABEL = re.compile(r"\(?(?:[\d.]{1,9}[a-z]?|[a-z]{1,4}\))\)?")


def separators(text: str, found: Sequence[Word]) -> list[str]:
    """What stands between each word and the next, folded and squeezed: " ", "-", ", ", "." …"""
    gaps = []
    for left, right in pairwise(found):
        gap = text[left.end + len(left.possessive) : right.start]
        gaps.append(gap if gap == " " else _squeezed(gap))
    return gaps


@lru_cache(maxsize=1 << 10)
def _squeezed(gap: str) -> str:
    plain = folded(gap)
    return " ".join(plain.split()) or (" " if plain else "")
