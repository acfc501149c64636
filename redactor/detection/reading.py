"""What the recognisers say of one text, word by word: the raw material of the evidence.

A reading belongs to a text, not to a segment: repeated paragraphs are read once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from redactor.detection.lantern import TokenScore
from redactor.detection.lexicon import generic_phrases
from redactor.text.matcher import Match, Payload, PhraseIndex
from redactor.text.words import Word, separators, starts_sentence, words


@dataclass(frozen=True, slots=True)
class Found:
    """A span that a recogniser gave: Presidio's entity name, score 0..1, recogniser's name."""

    start: int
    end: int
    entity: str
    score: float
    source: str


class WordScore(NamedTuple):
    """The slow model's probabilities for a word: the means over its pieces."""

    person: float = 0.0
    place: float = 0.0
    street: float = 0.0
    body: float = 0.0
    number: float = 0.0


UNREAD = WordScore()


class Tokens(NamedTuple):
    """The words of a text: all of a reading that needs no model.

    ``keys[i]`` is the key of word i and ``ends[i]`` where it ends; ``gaps[i]`` is what stands
    between word i and i+1, folded; ``starts[i]`` whether word i begins a sentence; ``terms`` are
    the first and the last word of each term of the field, both inclusive; ``capitals`` the numbers
    of the words that begin with a capital.
    """

    words: tuple[Word, ...]
    keys: tuple[str, ...]
    ends: tuple[int, ...]
    gaps: tuple[str, ...]
    starts: tuple[bool, ...]
    terms: tuple[tuple[int, int], ...]
    capitals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, its words (`Tokens` has what is known of them), and what was said of them.

    ``labels[i]`` is spaCy's entity for word i or ""; ``scores[i]`` Lantern's. ``quasi`` is what
    only a wide setting looks for, None where the text was read without.
    """

    text: str
    words: tuple[Word, ...]
    keys: tuple[str, ...]
    ends: tuple[int, ...]
    gaps: tuple[str, ...]
    starts: tuple[bool, ...]
    terms: tuple[tuple[int, int], ...]
    capitals: tuple[int, ...]
    found: tuple[Found, ...]
    spacy: tuple[Found, ...]
    labels: tuple[str, ...]
    scores: tuple[WordScore, ...]
    quasi: tuple[Found, ...] | None = None

    def find(self, index: PhraseIndex[Payload]) -> Iterator[Match[Payload]]:
        """The phrases of `index` in the text."""
        return index.find(self.text, self.words, self.gaps, self.keys)

    def within(self, start: int, end: int) -> range:
        """The words that the half-open span touches."""
        return _touched(self.words, self.ends, start, end)

    def gap_before(self, index: int) -> str | None:
        return self.gaps[index - 1] if index > 0 else None


def tokens_of(text: str) -> Tokens:
    """The words of `text` and what is known of them before any model reads it."""
    found = tuple(words(text))
    gaps = tuple(separators(text, found))
    starts = tuple(word.is_capitalised and starts_sentence(text, word.start) for word in found)
    keys = tuple([word.key for word in found])
    terms = generic_phrases().find(text, found, gaps, keys)
    return Tokens(
        found,
        keys,
        tuple([word.end for word in found]),
        gaps,
        starts,
        tuple((term.first, term.last) for term in terms),
        tuple(index for index, word in enumerate(found) if word.is_capitalised),
    )


def labels_of(known: Tokens, spans: Sequence[Found]) -> tuple[str, ...]:
    """spaCy's label for each word."""
    labels = [""] * len(known.words)
    for span in spans:
        for index in _touched(known.words, known.ends, span.start, span.end):
            labels[index] = span.entity
    return tuple(labels)


def _touched(found: Sequence[Word], ends: Sequence[int], start: int, end: int) -> range:
    first = behind = bisect_right(ends, start)
    while behind < len(found) and found[behind].start < end:
        behind += 1
    return range(first, behind)


def scores_of(
    found: Sequence[Word], pieces: Sequence[TokenScore], offset: int = 0
) -> tuple[WordScore, ...]:
    """Lantern's scores for each word: per label the mean over its pieces, best window.

    `pieces` are in order; they count from `offset`, a code point of the words' text.
    """
    scores = []
    position = 0
    for word in found:
        start, end = word.start - offset, word.end - offset
        while position < len(pieces) and pieces[position].end <= start:
            position += 1
        ahead = position
        while ahead < len(pieces) and pieces[ahead].start < end:
            ahead += 1
        scores.append(_mean([one for one in pieces[position:ahead] if one.end > start]))
    return tuple(scores)


def _mean(pieces: Sequence[TokenScore]) -> WordScore:
    if not pieces:
        return UNREAD
    if len(pieces) > 1:
        pieces = _of_best_windows(pieces)
    labels = [piece[_FIRST_LABEL:] for piece in pieces]
    if len(labels) == 1:
        return WordScore(*labels[0])
    return WordScore(*(sum(column) / len(labels) for column in zip(*labels, strict=True)))


_FIRST_LABEL = TokenScore._fields.index("person")


def _of_best_windows(pieces: Sequence[TokenScore]) -> Sequence[TokenScore]:
    """Each piece once, where windows overlap that in which it is likeliest to be anything."""
    best: dict[tuple[int, int], TokenScore] = {}
    for piece in pieces:
        place = (piece.start, piece.end)
        if place not in best or _mass(piece) > _mass(best[place]):
            best[place] = piece
    return list(best.values())


def _mass(piece: TokenScore) -> float:
    return sum(piece[_FIRST_LABEL:])
