"""How a review writes each word: what tells an abbreviation from a name in capitals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from redactor.detection import context
from redactor.detection.reading import Reading
from redactor.text.words import Word

_LONGEST_ABBREVIATION = 6
_RARE = 5
_ABBREVIATIONS = re.compile(r"[A-Z]{2,}s")


class Spellings:
    """How often a review writes each word small, with a capital, and in capitals."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._lower: Counter[str] = Counter()
        self._title: Counter[str] = Counter()
        self._upper: Counter[str] = Counter()
        self._explained: set[str] = set()
        for reading in readings:
            for index, word in enumerate(reading.words):
                if not word.is_capitalised:
                    self._lower[word.key] += 1
                elif not word.is_upper:
                    self._title[word.key] += 1
                else:
                    self._upper[word.key] += 1
                    if context.is_in_brackets(reading, index) or context.is_spelt_out(
                        reading, index
                    ):
                        self._explained.add(word.key)

    def is_rare_abbreviation(self, key: str) -> bool:
        """Seldom used, and nowhere put beside what it stands for."""
        return self._upper[key] <= _RARE and key not in self._explained

    def is_seen_in_lower_case(self, key: str) -> bool:
        return self._lower[key] > 0

    def is_mostly_lower(self, key: str) -> bool:
        """The review writes it in lower case more often than as a name."""
        return self._lower[key] > self._title[key]

    def is_abbreviation(self, word: Word) -> bool:
        """ "MARAC", "KSSCRC", "IMRs": capitals only, never "Marac", and short or bracketed."""
        if word.key.endswith("s") and _ABBREVIATIONS.fullmatch(word.folded):
            return True
        if not word.is_upper or self._title[word.key]:
            return False
        return (
            len(word.folded) <= _LONGEST_ABBREVIATION
            or word.key in self._explained
            or not any(char in "AEIOUY" for char in word.folded)
        )
