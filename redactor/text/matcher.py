"""Find many phrases at once, as whole words, in folded text.

A phrase is found whatever its hyphens, apostrophes, blanks, diacritics and case: who asked for it
decides about case with the words that were matched. Cost: one dictionary look-up a word, and one
for each length of the phrases that begin with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from redactor.text.words import Word, separators, words

Payload = TypeVar("Payload")

_LETTERS_AND_BLANKS = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*")
_JOINERS = {" ": " ", "-": " ", "": "", ",": ",", ", ": ",", "&": "&", " & ": "&"}


@dataclass(frozen=True, slots=True)
class Match(Generic[Payload]):
    """One occurrence: ``first``..``last`` index the words of the text, both inclusive."""

    first: int
    last: int
    payload: Payload


@lru_cache(maxsize=1024)
def _joiner(gap: str) -> str:
    bare = gap.replace(".", " ").strip()
    if not bare:
        return " "
    return _JOINERS.get(bare, gap)


def _joined(found: Sequence[Word], between: Sequence[str]) -> list[str]:
    """The keys of the words `found`, and behind each but the last what joins it to the next."""
    parts: list[str] = []
    for word, gap in zip(found, (*between, ""), strict=True):
        parts += (word.key, _joiner(gap))
    return parts[:-1]


class PhraseIndex(Generic[Payload]):
    """Phrases with what each stands for; several payloads may share one phrase."""

    def __init__(self) -> None:
        self._payloads: dict[str, list[Payload]] = {}
        """By the keys of a phrase's words and what joins them, run together."""
        self._lengths: dict[str, list[int]] = {}
        """By a phrase's first word, how many words such phrases have, the longest first."""

    def add(self, phrase: str, payload: Payload) -> None:
        """Look for `phrase`; a phrase without any word is ignored."""
        if _LETTERS_AND_BLANKS.fullmatch(phrase):  # most of what a list holds, and ten times faster
            sign = phrase.lower()
            first, length = sign.partition(" ")[0], sign.count(" ") + 1
        else:
            found = words(phrase)
            if not found:
                return
            # A possessive inside a phrase ("St Mary's") is part of the word it follows.
            sign = "".join(_joined(found, separators(phrase, found)))
            first, length = found[0].key, len(found)
        payloads = self._payloads.setdefault(sign, [])
        if payload not in payloads:
            payloads.append(payload)
        lengths = self._lengths.setdefault(first, [])
        if length not in lengths:
            lengths.append(length)
            lengths.sort(reverse=True)

    def __bool__(self) -> bool:
        return bool(self._payloads)

    def holds(self, found: Sequence[Word]) -> bool:
        """True when the words `found`, joined by blanks or hyphens, are one of the phrases."""
        return " ".join(word.key for word in found) in self._payloads

    def find(
        self,
        text: str,
        found: Sequence[Word] | None = None,
        between: Sequence[str] | None = None,
    ) -> Iterator[Match[Payload]]:
        """All occurrences in `text`, overlapping ones too, longest first at each word.

        Who has the words of `text` and what stands `between` them (words.separators) at hand
        gives both, and nothing is taken apart again.
        """
        tokens = words(text) if found is None else found
        parts: list[str] = []
        for index, word in enumerate(tokens):
            for length in self._lengths.get(word.key, ()):
                last = index + length - 1
                if last >= len(tokens):
                    continue
                if length > 1 and not parts:
                    gaps = separators(text, tokens) if between is None else between
                    parts = _joined(tokens, gaps)
                sign = "".join(parts[2 * index : 2 * last + 1]) if length > 1 else word.key
                for payload in self._payloads.get(sign, ()):
                    yield Match(index, last, payload)
