"""Run every recogniser over the texts of a review, the two models side by side.

Fail closed: a recogniser that raises or overruns its time stops the run with RecogniserFailed;
going on without it would let names through.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from presidio_analyzer import EntityRecognizer
from presidio_analyzer.nlp_engine import NlpArtifacts

from redactor.detection.gate import Gate
from redactor.detection.lantern import WEIGHTS, LanternRecognizer
from redactor.detection.nlp import Entities, NamesNlpEngine
from redactor.detection.quasi.registry import quasi_recognisers
from redactor.detection.reading import (
    UNREAD,
    Found,
    Reading,
    Tokens,
    WordScore,
    labels_of,
    scores_of,
    tokens_of,
)
from redactor.detection.recognisers.registry import recognisers
from redactor.detection.side_by_side import Lane
from redactor.errors import RecogniserFailed
from redactor.text.words import Word

Progress = Callable[[str, int, int], None]

SECONDS_AT_LEAST = 120.0
SECONDS_PER_CHARACTER = 0.01
"""A hundred times what the models need on a slow core: only a hang overruns it."""


@dataclass(frozen=True, slots=True)
class _Analysed:
    spacy: tuple[Found, ...]
    found: tuple[Found, ...]
    quasi: tuple[Found, ...] | None


class Engine:
    """The recognisers, loaded once and used for many reviews.

    `extra` are further Presidio recognisers (from a registry of the user's own); they are given
    spaCy's artifacts like Presidio's AnalyzerEngine would. `weights` is a folder of Lantern's.
    """

    def __init__(self, extra: Sequence[EntityRecognizer] = (), weights: Path = WEIGHTS) -> None:
        loading = Lane("spaCy", _loaded_nlp)
        self._lantern = LanternRecognizer(weights)
        self._nlp = loading.result(SECONDS_AT_LEAST)
        self._nothing_read = next(self._nlp.artifacts([""]))
        self._recognisers = tuple(recognisers())
        self._guests = tuple(extra)
        self._quasi = tuple(quasi_recognisers())

    def read(
        self,
        texts: Sequence[str],
        progress: Progress | None = None,
        *,
        apart: bool = False,
        wide: bool = False,
    ) -> list[Reading]:
        """A reading of each of `texts`, in their order.

        They are read as one review, in which a name need not be read in every sentence, unless
        they stand `apart`. Quasi-identifiers are looked for too where it is to be `wide`. Raises
        RecogniserFailed.
        """
        seconds = SECONDS_AT_LEAST + SECONDS_PER_CHARACTER * sum(map(len, texts))
        tokens = [tokens_of(text) for text in texts]
        gate = Gate(texts, tokens, apart=apart)
        slow = Lane("Lantern", lambda: self._read_by_lantern(texts, tokens, gate))
        fast = Lane("spaCy", lambda: self._analyse(texts, gate, progress, wide=wide))
        analysed = fast.result(seconds)
        scores = slow.result(seconds)
        return [
            Reading(
                text,
                *known,
                one.found,
                one.spacy,
                labels_of(known, one.spacy),
                tuple(score),
                one.quasi,
            )
            for text, known, one, score in zip(texts, tokens, analysed, scores, strict=True)
        ]

    def _analyse(
        self, texts: Sequence[str], gate: Gate, progress: Progress | None, *, wide: bool
    ) -> list[_Analysed]:
        """spaCy's entities where the gate has it read, and the recognisers' everywhere.

        For wide settings and for guests spaCy reads whole texts: they ask for more than names.
        """
        # The rules read no artifacts. Behind spaCy they would keep one core waiting for the other.
        found = [
            list(_by_recognisers(self._recognisers, text, self._nothing_read)) for text in texts
        ]
        given: list[NlpArtifacts] = []
        if wide or self._guests:
            pieces = [(number, 0, len(text)) for number, text in enumerate(texts)]
            entities = self._read_whole(texts, given)
        else:
            pieces = gate.for_the_fast_model()
            entities = self._nlp.entities([texts[n][start:end] for n, start, end in pieces])
        spacy: list[list[Found]] = [[] for _ in texts]
        for (number, start, _), named in zip(pieces, entities, strict=True):
            spacy[number] += [
                Found(start + s.start_char, start + s.end_char, s.label_, score, "spacy")
                for s, score in named
            ]
            if progress is not None and number % 32 == 0:
                progress("recognising", number, len(texts))
        for number, read in enumerate(given):
            found[number] += _by_recognisers(self._guests, texts[number], read)
        analysed = [
            _Analysed(
                tuple(spacy[number]),
                tuple(found[number]),
                tuple(_by_recognisers(self._quasi, text, given[number])) if wide else None,
            )
            for number, text in enumerate(texts)
        ]
        if progress is not None:
            progress("recognising", len(texts), len(texts))
        return analysed

    def _read_whole(self, texts: Sequence[str], given: list[NlpArtifacts]) -> Iterator[Entities]:
        """spaCy's entities in each of `texts`; its artifacts go into `given`."""
        for read in self._nlp.artifacts(texts):
            given.append(read)
            yield list(zip(read.entities, read.scores, strict=True))

    def read_labelled(self, label: str, text: str) -> list[Found]:
        """What the recognisers of shapes find in a cell's `text` behind its row's or column's
        `label`; offsets are those of `text`."""
        lead = f"{label}: "
        all_of_them = (*self._recognisers, *self._guests)
        return [
            Found(f.start - len(lead), f.end - len(lead), f.entity, f.score, f.source)
            for f in _by_recognisers(all_of_them, lead + text, self._nothing_read)
            if f.start >= len(lead)
        ]

    def _read_by_lantern(
        self, texts: Sequence[str], tokens: Sequence[Tokens], gate: Gate
    ) -> list[list[WordScore]]:
        """The slow model's scores of every text's words, UNREAD where the gate spares it them."""
        scores = [[UNREAD] * len(known.words) for known in tokens]
        while stretches := gate.next_round():
            pieces = [texts[one.text][one.start : one.end] for one in stretches]
            for one, found in zip(stretches, self._lantern.token_scores(pieces), strict=True):
                end = one.first + one.size
                words = tokens[one.text].words[one.first : end]
                read = scores_of(words, found, one.start)
                scores[one.text][one.first : end] = read
                gate.learn(one, _seen(words, read))
        return scores


def _seen(words: Sequence[Word], scores: Sequence[WordScore]) -> dict[str, float]:
    """How much the slow model takes each word for a name, at its likeliest place."""
    seen: dict[str, float] = {}
    for word, score in zip(words, scores, strict=True):
        seen[word.key] = max(seen.get(word.key, 0.0), score.person, score.place)
    return seen


def _by_recognisers(
    recognisers_: Sequence[EntityRecognizer], text: str, artifacts: NlpArtifacts
) -> Iterable[Found]:
    for recogniser in recognisers_:
        name = type(recogniser).__name__
        try:
            results = recogniser.analyze(text, recogniser.supported_entities, artifacts)
        except Exception as error:  # noqa: BLE001 - whatever it is, a name could be missed
            raise RecogniserFailed(name, type(error).__name__) from None
        for result in results or ():
            if result.end > result.start:
                yield Found(result.start, result.end, result.entity_type, result.score, name)


def _loaded_nlp() -> NamesNlpEngine:
    engine = NamesNlpEngine()
    engine.load()
    return engine
