"""Find many phrases at once, as whole words, in folded text.

A phrase is found whatever its hyphens, apostrophes, blanks, diacritics and case: who asked for it
decides about case with the words that were matched. Cost: one dictionary look-up a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from redactor.text.words import Word, separators, words

Payload = TypeVar("Payload")

_JOINERS = {" ": " ", "-": " ", "": "", ",": ",", ", ": ",", "&": "&", " & ": "&"}


@dataclass(frozen=True, slots=True)
class Match(Generic[Payload]):
    """One occurrence: ``first``..``last`` index the words of the text, both inclusive."""

    first: int
    last: int
    payload: Payload


def _joiner(gap: str) -> str:
    bare = gap.replace(".", " ").strip()
    if not bare:
        return " "
    return _JOINERS.get(bare, gap)


class PhraseIndex(Generic[Payload]):
    """Phrases with what each stands for; several payloads may share one phrase."""

    def __init__(self) -> None:
        self._by_first: dict[str, dict[tuple[str, ...], list[Payload]]] = {}
        self._joiners: dict[tuple[str, ...], set[tuple[str, ...]]] = {}

    def add(self, phrase: str, payload: Payload) -> None:
        """Look for `phrase`; a phrase without any word is ignored."""
        found = words(phrase)
        if not found:
            return
        # A possessive inside a phrase ("St Mary's") is part of the word it follows.
        keys = tuple(word.key for word in found)
        gaps = tuple(_joiner(gap) for gap in separators(phrase, found))
        payloads = self._by_first.setdefault(keys[0], {}).setdefault(keys, [])
        if payload not in payloads:
            payloads.append(payload)
        self._joiners.setdefault(keys, set()).add(gaps)

    def __bool__(self) -> bool:
        return bool(self._by_first)

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
        gaps: list[str] | None = None
        for index, word in enumerate(tokens):
            candidates = self._by_first.get(word.key)
            if candidates is None:
                continue
            if gaps is None:
                if between is None:
                    between = separators(text, tokens)
                gaps = [_joiner(gap) for gap in between]
            for keys in sorted(candidates, key=len, reverse=True):
                last = index + len(keys) - 1
                if last >= len(tokens):
                    continue
                if any(tokens[index + n].key != keys[n] for n in range(1, len(keys))):
                    continue
                if tuple(gaps[index:last]) not in self._joiners[keys]:
                    continue
                for payload in candidates[keys]:
                    yield Match(index, last, payload)
