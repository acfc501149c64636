"""Which words a text must hold before a pattern is worth running over it.

Nearly all patterns here begin with a word or have one beside them ("NHS number", "collar no"), and
hardly any text holds one: to look a word up in the set of a text's words is a hundred times cheaper
than to try the pattern at each of its characters. Where the word is what a pattern begins with, it
need be tried only there. The words are read out of the pattern itself, so nobody writes them twice
and none can be forgotten.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

# The parser that `re` itself compiles with; its trees are the only complete reading of a pattern.
_parser: Any = importlib.import_module("re._parser")
# The "s" of "Isla's" and the "t" of "don't" are no words: labels of one letter begin with them.
_WORD = re.compile(r"[a-z]{2,}|(?<![a-z]')[a-z]")
_MOST_WORDS = 3000
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_AT_THE_START = ""
_FURTHER_IN = " "
"""Two words without a letter as yet: nothing was passed, and something that is no letter."""
_EMPTY = frozenset({_AT_THE_START, _FURTHER_IN})


class _Unknown(Exception):
    """The first word of a pattern can be anything."""


def words_in(text: str) -> frozenset[str]:
    """The runs of the letters a to z in `text`, in lower case."""
    return frozenset(_WORD.findall(text.lower()))


def starts_of(text: str) -> dict[str, list[int]] | None:
    """Where the same runs begin in `text`; None when that of its lower case would be elsewhere."""
    lower = text.lower()
    if len(lower) != len(text):
        return None
    starts: dict[str, list[int]] = {}
    for match in _WORD.finditer(lower):
        starts.setdefault(match.group(), []).append(match.start())
    return starts


def first_words(pattern: str) -> frozenset[str] | None:
    """Words of which any text that `pattern` matches holds one; None when that cannot be said.

    The pattern has to begin with a look-behind that bars letters, and the word has to end in it.
    """
    found = _first_words(pattern)
    return None if found is None else frozenset(word.lstrip(_FURTHER_IN) for word in found)


def opening_words(pattern: str) -> frozenset[str] | None:
    """The same where every match begins with one of the words, None where it need not."""
    found = _first_words(pattern)
    further_in = found is None or any(word.startswith(_FURTHER_IN) for word in found)
    return None if further_in else found


@cache
def _first_words(pattern: str) -> frozenset[str] | None:
    """The words, those that do not begin the match with a blank before them."""
    tree = list(_parser.parse(pattern))
    if not tree or not _bars_letters(tree[0], ahead=False):
        return None
    try:
        done, unfinished = _walk(tree[1:], {_AT_THE_START})
    except _Unknown:
        return None
    return frozenset(done) if not unfinished and len(done) <= _MOST_WORDS else None


def _walk(items: Sequence[Any], begun: set[str]) -> tuple[set[str], set[str]]:
    """Words that end within `items`, and those that may go on behind them, having `begun` so."""
    done: set[str] = set()
    for item in items:
        ended, begun = _step(item, begun)
        done |= ended
        if len(begun) + len(done) > _MOST_WORDS:
            raise _Unknown
        if not begun:
            break
    return done, begun


def _step(item: Any, begun: set[str]) -> tuple[set[str], set[str]]:
    operation, argument = str(item[0]), item[1]
    if operation == "SUBPATTERN":
        return _walk(argument[3], begun)
    if operation == "BRANCH":
        return _joined(_walk(branch, begun) for branch in argument[1])
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _repeated(argument, begun)
    if operation in ("ASSERT", "ASSERT_NOT", "AT"):
        if _bars_letters(item, ahead=True):
            return begun - _EMPTY, begun & _EMPTY
        return set(), begun
    letters = _letters_of(operation, argument)
    if not letters:
        return begun - _EMPTY, {_FURTHER_IN} if begun & _EMPTY else set()
    return set(), {word + letter for word in begun for letter in letters}


def _joined(
    results: Iterable[tuple[set[str], set[str]]],
) -> tuple[set[str], set[str]]:
    done: set[str] = set()
    begun: set[str] = set()
    for ended, going_on in results:
        done |= ended
        begun |= going_on
    return done, begun


def _repeated(argument: Any, begun: set[str]) -> tuple[set[str], set[str]]:
    """Three turns, or the fewest that are asked for: by then a word has ended or never will."""
    least, most, items = int(argument[0]), int(argument[1]), argument[2]
    done: set[str] = set()
    reached = set() if least else set(begun)
    for turn in range(1, min(most, max(least, 3)) + 1):
        ended, begun = _walk(items, begun)
        done |= ended
        if turn >= least:
            reached |= begun
    if most > max(least, 3) and begun - _EMPTY:
        raise _Unknown
    return done, reached


def _letters_of(operation: str, argument: Any) -> str:
    """The letters that a single character of the pattern can be; raises _Unknown for too many."""
    if operation == "LITERAL":
        char = chr(argument).lower()
        return char if char in _LETTERS else ""
    if operation != "IN":
        raise _Unknown
    possible = "".join(letter for letter in _LETTERS if _holds(argument, letter))
    if len(possible) > 3:
        raise _Unknown
    return possible


def _holds(members: Sequence[Any], letter: str) -> bool:
    """True when a set holds `letter`, in either case."""
    negated = False
    found = False
    for kind, value in members:
        name = str(kind)
        if name == "NEGATE":
            negated = True
        elif name == "LITERAL":
            found = found or chr(value).lower() == letter
        elif name == "RANGE":
            found = found or any(value[0] <= ord(c) <= value[1] for c in (letter, letter.upper()))
        elif name == "CATEGORY":
            # Digits, blanks and what is no word's character are no letters; their opposites are.
            found = found or str(value) in (
                "CATEGORY_WORD",
                "CATEGORY_NOT_DIGIT",
                "CATEGORY_NOT_SPACE",
            )
    return found != negated


def _bars_letters(item: Any, *, ahead: bool) -> bool:
    """True for an assertion that no letter stands before (or `ahead`)."""
    operation, argument = str(item[0]), item[1]
    if operation == "AT":
        return str(argument) == "AT_BOUNDARY"
    if operation != "ASSERT_NOT" or (argument[0] == 1) != ahead:
        return False
    inner = list(argument[1])
    return (
        len(inner) == 1
        and str(inner[0][0]) == "IN"
        and all(_holds(inner[0][1], letter) for letter in _LETTERS)
    )
