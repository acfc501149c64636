"""Which stretches the slow model reads: sentences with capitalised words that nothing explains.

Read less, not faster: a word that no list explains is read in the first sentences it stands in,
as often as it takes to know it; a word that is also an English one is read wherever it stands,
because only its sentence tells. The gate looks at the texts alone, never at the pseudonym map, so
that a second run reads what the first one read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from redactor.detection.lexicon import OPENERS, generic_phrases, is_generic_word
from redactor.detection.sentences import sentences
from redactor.text.nicknames import all_given_names
from redactor.text.words import Word, is_english

Tokens = tuple[tuple[Word, ...], tuple[str, ...], tuple[bool, ...]]

READS_OF_A_WORD = 4
"""Sentences in which a word that is no English one is read."""
READS_OF_A_TERM = 3
"""Sentences in which a term of the field is read: "Summer" and "Major" are names as well."""


def stretches_to_read(
    texts: Sequence[str], tokens: Sequence[Tokens], *, apart: bool = False
) -> list[tuple[int, int, int]]:
    """(index of the text, start, end) of every sentence to read; offsets half-open.

    `tokens` are the words of each text, what stands between them, and where sentences start. Texts
    that stand `apart` share nothing: a word read in one has to be read in the next again.
    """
    reads: Counter[str] = Counter()
    openers = OPENERS if apart else OPENERS | _ordinary_words(tokens)
    chosen = []
    for number, text in enumerate(texts):
        if apart:
            reads.clear()
            openers = OPENERS | _ordinary_words(tokens[number : number + 1])
        found, gaps, starts = tokens[number]
        terms = _inside_terms(text, found, gaps)
        position = 0
        for start, end in sentences(text):
            wanted = []
            while position < len(found) and found[position].start < end:
                word = found[position]
                if (
                    word.start >= start
                    and position not in terms
                    and _is_unexplained(word, openers if starts[position] else frozenset())
                ):
                    wanted.append(word)
                position += 1
            if any(reads[w.key] < _reads(w) for w in wanted):
                chosen.append((number, start, end))
                reads.update({w.key for w in wanted})
    return chosen


def _reads(word: Word) -> float:
    if not is_english(word.key):
        return READS_OF_A_WORD
    return READS_OF_A_TERM if is_generic_word(word) else float("inf")


def _ordinary_words(tokens: Sequence[Tokens]) -> frozenset[str]:
    """English words that the texts write in lower case, with a capital only where a sentence
    starts, and that are no given names: there they are what they look like."""
    lower: set[str] = set()
    inside: set[str] = set()
    for found, _, starts in tokens:
        for word, start in zip(found, starts, strict=True):
            if not word.is_capitalised:
                lower.add(word.key)
            elif not start:
                inside.add(word.key)
    return frozenset(
        key for key in lower - inside - all_given_names() if key.isalpha() and is_english(key)
    )


def _is_unexplained(word: Word, ordinary: frozenset[str]) -> bool:
    if not word.is_capitalised or len(word.folded) < 2:
        return False
    if is_generic_word(word) and not is_english(word.key):
        return False
    return word.key not in ordinary


def _inside_terms(text: str, found: Sequence[Word], gaps: Sequence[str]) -> frozenset[int]:
    """Words inside a term of the field of several words."""
    inside: set[int] = set()
    for match in generic_phrases().find(text, found, gaps):
        if match.last > match.first:
            inside.update(range(match.first, match.last + 1))
    return frozenset(inside)
