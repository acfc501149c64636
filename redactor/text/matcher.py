"""Find many phrases at once, as whole words, in folded text.

A phrase is found whatever its hyphens, apostrophes, blanks, diacritics and case: who asked for it
decides about case with the words that were matched. Cost: one dictionary look-up a word, and one
for each length of the phrases that begin with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from redactor.text.words import Word, separators, words

Payload = TypeVar("Payload")

_LETTERS_AND_BLANKS = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*")
_JOINERS = {" ": " ", "-": " ", "": "", ",": ",", ", ": ",", "&": "&", " & ": "&"}


class Match(NamedTuple, Generic[Payload]):
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
        self._lengths: dict[str, dict[str, list[int]]] = {}
        """By a phrase's first word and its second ("" for phrases of one), how many words such
        phrases have, the longest first."""

    def add(self, phrase: str, payload: Payload) -> None:
        """Look for `phrase`; a phrase without any word is ignored."""
        if _LETTERS_AND_BLANKS.fullmatch(phrase):  # most of what a list holds, and ten times faster
            sign = phrase.lower()
            keys = sign.split(" ")
        else:
            found = words(phrase)
            if not found:
                return
            # A possessive inside a phrase ("St Mary's") is part of the word it follows.
            sign = "".join(_joined(found, separators(phrase, found)))
            keys = [word.key for word in found]
        payloads = self._payloads.setdefault(sign, [])
        if payload not in payloads:
            payloads.append(payload)
        second = keys[1] if len(keys) > 1 else ""
        lengths = self._lengths.setdefault(keys[0], {}).setdefault(second, [])
        if len(keys) not in lengths:
            lengths.append(len(keys))
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
        keys: Sequence[str] | None = None,
    ) -> Iterator[Match[Payload]]:
        """All occurrences in `text`, overlapping ones too, longest first at each word.

        Who has the words of `text`, what stands `between` them (words.separators) and their `keys`
        at hand gives them, and nothing is taken apart again.
        """
        tokens = words(text) if found is None else found
        if keys is None:
            keys = [word.key for word in tokens]
        known = self._lengths
        if known.keys().isdisjoint(keys):
            return
        for index in [n for n, key in enumerate(keys) if key in known]:
            key, lengths = keys[index], known[keys[index]]
            following = keys[index + 1] if index + 1 < len(keys) else ""
            for length in lengths.get(following, ()) if following else ():
                last = index + length - 1
                if last >= len(tokens):
                    continue
                if between is None:
                    between = separators(text, tokens)
                sign = "".join(_joined(tokens[index : last + 1], between[index:last]))
                for payload in self._payloads.get(sign, ()):
                    yield Match(index, last, payload)
            if "" in lengths:
                for payload in self._payloads[key]:
                    yield Match(index, index, payload)
