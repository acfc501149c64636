"""Where in a text the words stand that say what a body is, by a look-up of their first word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from redactor.detection.recognisers.body_kinds import LOWER_TYPES
from redactor.detection.recognisers.body_types import TYPES
from redactor.detection.recognisers.triggers import first_words
from redactor.model import EntityType


def _in_capitals(pattern: str) -> str:
    """`pattern` with its literal words in capitals; groups and escapes keep their meaning."""
    return re.sub(r"(?<![\\?<])[a-z]+", lambda match: match.group().upper(), pattern)


def _first_words(pattern: str) -> frozenset[str] | None:
    plain = _ONE_WAY_TO_BEGIN.match(pattern)
    if plain is not None and "|" not in pattern:
        return frozenset({plain.group().lower()})  # nothing to be worked out
    return first_words(rf"(?<![A-Za-z])(?:{pattern})(?![A-Za-z])")


_ONE_WAY_TO_BEGIN = re.compile(r"[A-Za-z]{2,}(?= [^?*{]|$)")
OVER = r"(?![\w-])(?!'[a-rt-z])"
_OVER = re.compile(OVER)
_LITERAL = re.compile(r"[\w' &-]+")


class Types:
    """Patterns of type words by the first word of what they match, each compiled when it is met.

    One pattern for all would be tried at every word of a text; most words begin no type at all.
    """

    def __init__(self, types: Mapping[EntityType, tuple[str, ...]], *, capitals: bool) -> None:
        self._by_first: dict[str, list[tuple[EntityType, str]]] = {}
        self._in_capitals: set[str] = set()
        self._begun_by: dict[str, list[tuple[EntityType, str]]] = {}
        for kind, patterns in types.items():
            shouted = set(map(_in_capitals, patterns)) - set(patterns) if capitals else set()
            self._in_capitals |= shouted
            for pattern in sorted({*patterns, *shouted}, key=lambda one: (-len(one), one)):
                firsts = _first_words(pattern)
                if not firsts:
                    raise ValueError(f"no first word to be found in {pattern!r}")
                for first in firsts:
                    self._by_first.setdefault(first, []).append((kind, pattern))
        self.first_words = frozenset(self._by_first)

    def match(self, word: str, text: str, at: int) -> tuple[EntityType, int] | None:
        """The kind and the end of the longest type that begins with `word` at offset `at`."""
        begun = self._begun_by.get(word)
        if begun is None:
            begun = self._begun_by[word] = list(self._patterns_of(word))
        for kind, pattern in begun:
            end = _end_of(pattern, text, at)
            if end is not None:
                return kind, end
        return None

    def _patterns_of(self, word: str) -> Iterator[tuple[EntityType, str]]:
        """Those that `word` may begin, as it is written: none in capitals where it is not."""
        for kind, pattern in self._by_first.get(word.lower(), ()):
            if word.isupper() or pattern not in self._in_capitals:
                yield kind, pattern


def _end_of(pattern: str, text: str, at: int) -> int | None:
    compiled = _compiled(pattern)
    if compiled is None:
        end = at + len(pattern)
        return end if text.startswith(pattern, at) and _OVER.match(text, end) else None
    match = compiled.match(text, at)
    return match.end() if match is not None else None


@cache
def _compiled(pattern: str) -> re.Pattern[str] | None:
    """None for plain words: hardly any review has a tenth of them, and compiling takes longer."""
    return None if _LITERAL.fullmatch(pattern) else re.compile(f"(?:{pattern}){OVER}")


@cache
def capital_types() -> Types:
    return Types(TYPES, capitals=True)


@cache
def lower_types() -> Types:
    return Types(LOWER_TYPES, capitals=False)


def typed(types: Types, words: Iterable[str], text: str) -> Iterator[tuple[EntityType, int, int]]:
    """Kind, start and end of the types that begin with one of `words`, none in another."""
    present = {word for word in words if word.lower() in types.first_words}
    reached = 0
    for at, word in sorted(_places_of(present, text)):
        if at >= reached and (found := types.match(word, text, at)) is not None:
            kind, reached = found
            yield kind, at, reached


def _places_of(words: Iterable[str], text: str) -> Iterator[tuple[int, str]]:
    """Where `words` stand in `text` behind another word and a blank."""
    for word in words:
        at = text.find(f" {word}")
        while at >= 0:
            before = text[at - 1 : at]
            if before.isalnum() or (before and before in "_.')"):
                yield at + 1, word
            at = text.find(f" {word}", at + 1)
