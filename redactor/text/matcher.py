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


def _taken_apart(phrase: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys of the phrase's words, and what joins them."""
    if _LETTERS_AND_BLANKS.fullmatch(phrase):  # most of what a list holds, and ten times faster
        plain = tuple(phrase.lower().split(" "))
        return plain, (" ",) * (len(plain) - 1)
    found = words(phrase)
    # A possessive inside a phrase ("St Mary's") is part of the word it follows.
    return tuple(word.key for word in found), tuple(map(_joiner, separators(phrase, found)))


class PhraseIndex(Generic[Payload]):
    """Phrases with what each stands for; several payloads may share one phrase."""

    def __init__(self) -> None:
        self._payloads: dict[tuple[str, ...], list[Payload]] = {}
        self._joiners: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
        self._lengths: dict[str, list[int]] = {}
        """By a phrase's first word, how many words such phrases have, the longest first."""

    def add(self, phrase: str, payload: Payload) -> None:
        """Look for `phrase`; a phrase without any word is ignored."""
        keys, gaps = _taken_apart(phrase)
        if not keys:
            return
        payloads = self._payloads.setdefault(keys, [])
        if payload not in payloads:
            payloads.append(payload)
        self._joiners.setdefault(keys, set()).add(gaps)
        lengths = self._lengths.setdefault(keys[0], [])
        if len(keys) not in lengths:
            lengths.append(len(keys))
            lengths.sort(reverse=True)

    def __bool__(self) -> bool:
        return bool(self._payloads)

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
        keys = [word.key for word in tokens]
        for index, first in enumerate(keys):
            for length in self._lengths.get(first, ()):
                phrase = tuple(keys[index : index + length])
                payloads = self._payloads.get(phrase)
                if payloads is None or len(phrase) < length:  # the text may end before
                    continue
                if between is None:
                    between = separators(text, tokens)
                last = index + length - 1
                if tuple(map(_joiner, between[index:last])) in self._joiners[phrase]:
                    for payload in payloads:
                        yield Match(index, last, payload)
