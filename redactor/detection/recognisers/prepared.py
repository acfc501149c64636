"""A text as the recognisers look at it: folded, with what they all ask of it worked out once."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from redactor.detection.recognisers.hints import Hint
from redactor.detection.recognisers.triggers import starts_of, words_in
from redactor.text.fold import fold

_CAPITALISED = re.compile(r"[A-Z][A-Za-z]*")
_BREAKS = re.compile(r"[\t\n\r\x0b\x0c\u2028\u2029]")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Prepared:
    """A folded text that keeps its line breaks, with the way back to the original's offsets."""

    original: str = field(repr=False)
    text: str = field(repr=False)
    offsets: tuple[int, ...] | range = field(repr=False)
    _held: dict[Hint, bool] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def words(self) -> frozenset[str]:
        """Runs of the letters a to z in lower case, for `Rule.may_match`."""
        return words_in(self.text)

    @cached_property
    def capitalised(self) -> frozenset[str]:
        """Runs of letters that begin with a capital, as they are written."""
        return frozenset(_CAPITALISED.findall(self.text))

    @cached_property
    def figures(self) -> str:
        """The tokens that have digits, one blank between neighbours and "~" where words are left
        out."""
        if not _DIGIT.search(self.text):
            return ""
        tokens: list[str] = []
        apart = False
        for one in self.text.split():
            if one.isalpha():
                apart = True
            elif _DIGIT.search(one):
                tokens += ("~", one) if apart else (one,)
                apart = False
            elif not apart:
                apart = any(map(str.isalpha, one))
        return " ".join(tokens)

    def starts_of(self, words: frozenset[str]) -> list[int] | None:
        """Where any of `words` begins, in order; None when that cannot be said."""
        if self._starts is None:
            return None
        found = [start for word in self._starts.keys() & words for start in self._starts[word]]
        return sorted(found)

    @cached_property
    def _starts(self) -> dict[str, list[int]] | None:
        return starts_of(self.text)

    def holds(self, hint: Hint) -> bool:
        """True when the text has what `hint` is about; looked for once only."""
        known = self._held.get(hint)
        if known is None:
            where = self.figures if hint.in_figures else self.text
            known = self._held[hint] = hint.pattern.search(where) is not None
        return known

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Half-open code points of the original; invisible characters at the end stay outside."""
        last = self.offsets[end - 1] + 1
        while last < len(self.original) and unicodedata.combining(self.original[last]):
            last += 1
        return self.offsets[start], last


@lru_cache(maxsize=2)
def prepare(text: str) -> Prepared:
    """Fold `text` once for all recognisers that look at it one after the other."""
    copy = fold(text)
    if not _BREAKS.search(text):
        return Prepared(text, copy.text, copy.offsets)
    breaks = {match.start() for match in _BREAKS.finditer(text)}
    characters = (
        "\n" if char == " " and offset in breaks else char
        for char, offset in zip(copy.text, copy.offsets, strict=False)  # one more than characters
    )
    return Prepared(text, "".join(characters), copy.offsets)
