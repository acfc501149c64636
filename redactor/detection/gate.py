"""Which stretches the models have to read: sentences with capitalised words that nothing explains.

Read less, not faster. No model reads a sentence whose capitals are all explained. The slow model
reads in rounds: first each word that nothing explains once, in as few sentences as hold them all;
a word that it was sure of is then known, and the others are read again, a few times. A word that
the review also writes small ("Will", "will") is read wherever it stands, because only its sentence
tells; so is what is typed without capitals. The gate looks at the texts alone, never at the
pseudonym map, so that a second run reads what the first one read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from redactor.detection.lexicon import OPENERS, is_generic_word
from redactor.detection.reading import Tokens
from redactor.detection.sentences import sentences
from redactor.text.names import is_title
from redactor.text.nicknames import all_given_names
from redactor.text.words import MONTHS, Word, is_english

READS_OF_A_WORD = 4
"""Sentences in which a word that the slow model is not sure of is read."""
FAST_READS_OF_A_WORD = 4
READS_OF_A_SURE_WORD = 1
READS_OF_A_SURE_ENGLISH_WORD = 2
SURE = 0.9
"""From here one reading of a word is enough."""

_SMALL_LINE = re.compile(r"\W*[a-z](?:[^A-Z]|\b[A-Z]{1,4}\b){15,}\Z")
_SMALL_MESSAGE = re.compile(r"[\"\u201c\u2018][a-z][^\"\u201d\u2019A-Z]{20,}")
_CODE = re.compile(
    r"(?<!\w)(?!\d+(?:st|nd|rd|th|am|pm|hrs?|mins?|mg|mcg|ml|kg|cm|mm)\b)"
    r"(?:[^\W_]*(?:\d[^\W\d_]|[^\W\d_]\d)[^\W_]*(?<=\w{4})|[^\W\d_]+_[^\W\d_]+)(?!\w)"
)
"""Letters and digits in one, or a sign that no word has: "455X", "wrona_d"."""
_IN_A_CODE = re.compile(r"[\d_]")
_SENTENCE_COST = 6
"""What a sentence costs beside its words, in words: short ones are no bargain."""
_MONTHS_THAT_ARE_NAMES = frozenset({"april", "may", "june", "august"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence, half-open code points of text number ``text``; ``wanted`` are the keys of the
    words that nothing explains there, ``first`` is the number of its first word and ``size`` counts
    them, ``number`` says which of the text's sentences it is, and ``doubtful`` that one of the
    words is told by its sentence only."""

    text: int
    number: int
    start: int
    end: int
    first: int
    size: int
    wanted: frozenset[str]
    doubtful: bool

    def is_followed_by(self, other: Stretch) -> bool:
        return (self.text, self.number + 1) == (other.text, other.number)


class Gate:
    """The sentences of a review, or of texts that stand `apart`, and what is known of them."""

    def __init__(
        self, texts: Sequence[str], tokens: Sequence[Tokens], *, apart: bool = False
    ) -> None:
        numbers = range(len(texts))
        groups = [[number] for number in numbers] if apart else [list(numbers)]
        self._reviews = []
        for group in groups:
            known = _Vocabulary([tokens[number] for number in group])
            self._reviews.append(
                _Review([s for n in group for s in _stretches(n, texts[n], tokens[n], known)])
            )
        self._review_of = {number: n for n, group in enumerate(groups) for number in group}

    def for_the_fast_model(self) -> list[tuple[int, int, int]]:
        """(number of the text, start, end) of what the fast model reads, neighbours joined: each
        word in the first few sentences that hold it, and all that only their sentence tells."""
        joined: list[tuple[int, int, int]] = []
        for review in self._reviews:
            previous: Stretch | None = None
            for stretch in review.first_sentences(FAST_READS_OF_A_WORD):
                number, start, end = stretch.text, stretch.start, stretch.end
                if previous is not None and previous.is_followed_by(stretch):
                    start = joined.pop()[1]
                joined.append((number, start, end))
                previous = stretch
        return joined

    def next_round(self) -> list[Stretch]:
        """What the slow model reads next, each stretch once; empty when it has read enough."""
        return [stretch for review in self._reviews for stretch in review.next_round()]

    def learn(self, stretch: Stretch, seen: Mapping[str, float]) -> None:
        """Take in what the model made of `stretch`: per word its probability of being a name."""
        self._reviews[self._review_of[stretch.text]].learn(stretch, seen)


class _Vocabulary:
    """How the texts write their words: which are ordinary where a sentence starts."""

    def __init__(self, tokens: Sequence[Tokens]) -> None:
        self.lower: set[str] = set()
        inside: set[str] = set()
        for one in tokens:
            for word, start in zip(one.words, one.starts, strict=True):
                if not word.is_capitalised:
                    self.lower.add(word.key)
                elif not start:
                    inside.add(word.key)
        self.ordinary = OPENERS | {
            key
            for key in self.lower - inside - all_given_names()
            if key.isalpha() and is_english(key)
        }


def _stretches(number: int, text: str, tokens: Tokens, known: _Vocabulary) -> list[Stretch]:
    """The sentences of a text that hold a word which nothing explains, a code, or no capitals."""
    found, starts = tokens.words, tokens.starts
    terms = {i for first, last in tokens.terms if last > first for i in range(first, last + 1)}
    begins = [word.start for word in found]
    stretches = []
    behind = 0
    for sentence, (start, end) in enumerate(sentences(text)):
        first, behind = behind, bisect_left(begins, end, behind)
        wanted = set()
        for index in tokens.capitals:
            if first <= index < behind and index not in terms and begins[index] >= start:
                ordinary = known.ordinary if starts[index] else OPENERS
                if _is_unexplained(found[index], ordinary):
                    wanted.add(found[index])
        told = _only_read_tells(text[start:end])
        doubtful = told or any(
            word.key in known.lower and is_english(word.key) and not is_generic_word(word)
            for word in wanted
        )
        if wanted or told:
            keys = frozenset(word.key for word in wanted)
            size = behind - first
            stretches.append(Stretch(number, sentence, start, end, first, size, keys, doubtful))
    return stretches


def _only_read_tells(sentence: str) -> bool:
    """A line or a message without capitals, or a code: only the sentence shows what they hold."""
    small = _SMALL_LINE.match(sentence) or _SMALL_MESSAGE.search(sentence)
    return bool(small or (_IN_A_CODE.search(sentence) and _CODE.search(sentence)))


def _is_unexplained(word: Word, ordinary: frozenset[str] | set[str]) -> bool:
    if not word.is_capitalised or len(word.folded) < 2 or word.key in ordinary:
        return False
    if is_title(word.folded) or word.key in MONTHS - _MONTHS_THAT_ARE_NAMES:
        return False
    return not is_generic_word(word) or is_english(word.key)


class _Review:
    """Texts in which a word read in one need not be read in the next."""

    def __init__(self, sentences: Sequence[Stretch]) -> None:
        self._sentences = sentences
        # Many unexplained words in few words first; the sort is stable, so the order is fixed.
        self._left = sorted(sentences, key=lambda s: -len(s.wanted) / (s.size + _SENTENCE_COST))
        self._reads: Counter[str] = Counter()
        self._best: dict[str, float] = {}
        self._limit = 0

    def first_sentences(self, reads: int) -> list[Stretch]:
        """The first sentences that hold each word `reads` times, and all doubtful ones."""
        seen: Counter[str] = Counter()
        chosen = []
        for stretch in self._sentences:
            if stretch.doubtful or any(seen[key] < reads for key in stretch.wanted):
                chosen.append(stretch)
                seen.update(stretch.wanted)
        return chosen

    def next_round(self) -> list[Stretch]:
        chosen: list[Stretch] = []
        while not chosen and self._left and self._limit < READS_OF_A_WORD:
            self._limit += 1
            chosen = self._due()
        return chosen

    def _due(self) -> list[Stretch]:
        chosen = []
        left = []
        for stretch in self._left:
            due = any(self._reads[key] < self._reads_wanted(key) for key in stretch.wanted)
            if due or (stretch.doubtful and self._limit == 1):
                chosen.append(stretch)
                self._reads.update(stretch.wanted)
            else:
                left.append(stretch)
        self._left = left
        return chosen

    def learn(self, stretch: Stretch, seen: Mapping[str, float]) -> None:
        for key in stretch.wanted & seen.keys():
            self._best[key] = max(self._best.get(key, 0.0), seen[key])

    def _reads_wanted(self, key: str) -> int:
        enough = READS_OF_A_WORD
        if self._best.get(key, 0.0) >= SURE:
            enough = READS_OF_A_SURE_ENGLISH_WORD if is_english(key) else READS_OF_A_SURE_WORD
        return min(self._limit, enough)
