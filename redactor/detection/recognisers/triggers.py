"""Which words a text must hold before a pattern is worth running over it.

Nearly all patterns here begin with a word or have one beside them ("NHS number", "collar no"), and
hardly any text holds one: to look a word up in the set of a text's words is a hundred times cheaper
than to try the pattern at each of its characters. The words are read out of the pattern itself, so
nobody writes them twice and none can be forgotten.
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


class _Unknown(Exception):
    """The first word of a pattern can be anything."""


def words_in(text: str) -> frozenset[str]:
    """The runs of the letters a to z in `text`, in lower case."""
    return frozenset(_WORD.findall(text.lower()))


@cache
def first_words(pattern: str) -> frozenset[str] | None:
    """Words of which any text that `pattern` matches holds one; None when that cannot be said.

    The pattern has to begin with a look-behind that bars letters, and the word has to end in it.
    """
    tree = list(_parser.parse(pattern))
    if not tree or not _bars_letters(tree[0], ahead=False):
        return None
    try:
        done, unfinished = _walk(tree[1:], {""})
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
            return _without_the_empty(begun), begun & {""}
        return set(), begun
    letters = _letters_of(operation, argument)
    if not letters:
        return _without_the_empty(begun), begun & {""}
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
    if most > max(least, 3) and _without_the_empty(begun):
        raise _Unknown
    return done, reached


def _without_the_empty(words: set[str]) -> set[str]:
    return words - {""}


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
