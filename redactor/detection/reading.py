"""What the recognisers say of one text, word by word: the raw material of the evidence.

A reading belongs to a text, not to a segment: repeated paragraphs are read once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redactor.detection.rampart import TokenScore
from redactor.text.words import Word, separators, starts_sentence, words


@dataclass(frozen=True, slots=True)
class Found:
    """A span that a recogniser gave: Presidio's entity name, score 0..1, recogniser's name."""

    start: int
    end: int
    entity: str
    score: float
    source: str


@dataclass(frozen=True, slots=True)
class WordScore:
    """The slow model's probabilities for a word: those of its likeliest piece."""

    given: float = 0.0
    surname: float = 0.0
    city: float = 0.0
    street: float = 0.0

    @property
    def person(self) -> float:
        return min(1.0, self.given + self.surname)


UNREAD = WordScore()


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, its words, and what was said of them.

    ``gaps[i]`` is what stands between word i and i+1, folded; ``starts[i]`` whether word i begins
    a sentence; ``labels[i]`` is spaCy's entity for word i or ""; ``scores[i]`` Rampart's. ``quasi``
    is what only a wide setting looks for, None where the text was read without.
    """

    text: str
    words: tuple[Word, ...]
    gaps: tuple[str, ...]
    starts: tuple[bool, ...]
    found: tuple[Found, ...]
    spacy: tuple[Found, ...]
    labels: tuple[str, ...]
    scores: tuple[WordScore, ...]
    quasi: tuple[Found, ...] | None = None

    def gap_before(self, index: int) -> str | None:
        return self.gaps[index - 1] if index > 0 else None

    def gap_after(self, index: int) -> str | None:
        return self.gaps[index] if index + 1 < len(self.words) else None


def words_of(text: str) -> tuple[tuple[Word, ...], tuple[str, ...], tuple[bool, ...]]:
    """The words, gaps and sentence starts of a text: all of a reading that needs no model."""
    found = tuple(words(text))
    starts = tuple(word.is_capitalised and starts_sentence(text, word.start) for word in found)
    return found, tuple(separators(text, found)), starts


def labels_of(found: Sequence[Word], spans: Sequence[Found]) -> tuple[str, ...]:
    """spaCy's label for each word."""
    labels = [""] * len(found)
    for span in spans:
        for index, word in enumerate(found):
            if word.start < span.end and span.start < word.end:
                labels[index] = span.entity
    return tuple(labels)


def scores_of(found: Sequence[Word], tokens: Sequence[TokenScore]) -> tuple[WordScore, ...]:
    """Rampart's scores for each word: per label the mean over its pieces, best window."""
    scores = []
    position = 0
    for word in found:
        while position < len(tokens) and tokens[position].end <= word.start:
            position += 1
        pieces: dict[tuple[int, int], TokenScore] = {}
        ahead = position
        while ahead < len(tokens) and tokens[ahead].start < word.end:
            piece = tokens[ahead]
            ahead += 1
            if piece.end <= word.start:
                continue
            known = pieces.get((piece.start, piece.end))
            if known is None or _mass(piece) > _mass(known):
                pieces[piece.start, piece.end] = piece
        if not pieces:
            scores.append(UNREAD)
            continue
        count = len(pieces)
        scores.append(
            WordScore(
                sum(p.given for p in pieces.values()) / count,
                sum(p.surname for p in pieces.values()) / count,
                sum(p.city for p in pieces.values()) / count,
                sum(p.street for p in pieces.values()) / count,
            )
        )
    return tuple(scores)


def _mass(piece: TokenScore) -> float:
    return piece.given + piece.surname + piece.city + piece.street
