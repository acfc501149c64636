"""Run every recogniser over the texts of a review, the two models side by side.

Fail closed: a recogniser that raises or overruns its time stops the run with RecogniserFailed;
going on without it would let names through.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from presidio_analyzer import EntityRecognizer
from presidio_analyzer.nlp_engine import NlpArtifacts

from redactor.detection.gate import Tokens, stretches_to_read
from redactor.detection.nlp import NamesNlpEngine
from redactor.detection.quasi.registry import quasi_recognisers
from redactor.detection.rampart import RampartRecognizer, TokenScore
from redactor.detection.reading import (
    Found,
    Reading,
    labels_of,
    scores_of,
    words_of,
)
from redactor.detection.recognisers.registry import recognisers
from redactor.errors import RecogniserFailed

Progress = Callable[[str, int, int], None]
Result = TypeVar("Result")

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
    spaCy's artifacts like Presidio's AnalyzerEngine would.
    """

    def __init__(self, extra: Sequence[EntityRecognizer] = ()) -> None:
        loading = _Lane("spaCy", _loaded_nlp)
        self._rampart = RampartRecognizer()
        self._nlp = loading.result(SECONDS_AT_LEAST)
        self._recognisers: tuple[EntityRecognizer, ...] = (*recognisers(), *extra)
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
        tokens = [words_of(text) for text in texts]
        slow = _Lane("Rampart", lambda: self._read_by_rampart(texts, tokens, apart=apart))
        fast = _Lane("spaCy", lambda: self._analyse(texts, progress, wide=wide))
        analysed = fast.result(seconds)
        scores = slow.result(seconds)
        return [
            Reading(
                text,
                found,
                gaps,
                starts,
                one.found,
                one.spacy,
                labels_of(found, one.spacy),
                scores_of(found, score),
                one.quasi,
            )
            for text, (found, gaps, starts), one, score in zip(
                texts, tokens, analysed, scores, strict=True
            )
        ]

    def _analyse(
        self, texts: Sequence[str], progress: Progress | None, *, wide: bool
    ) -> list[_Analysed]:
        analysed = []
        for text, artifacts in zip(texts, self._nlp.artifacts(texts), strict=True):
            spacy = tuple(
                Found(span.start_char, span.end_char, span.label_, score, "spacy")
                for span, score in zip(artifacts.entities, artifacts.scores, strict=True)
            )
            found = tuple(_by_recognisers(self._recognisers, text, artifacts))
            quasi = tuple(_by_recognisers(self._quasi, text, artifacts)) if wide else None
            analysed.append(_Analysed(spacy, found, quasi))
            if progress is not None and len(analysed) % 32 == 0:
                progress("recognising", len(analysed), len(texts))
        if progress is not None:
            progress("recognising", len(texts), len(texts))
        return analysed

    def read_labelled(self, label: str, text: str) -> list[Found]:
        """What the recognisers of shapes find in a cell's `text` behind its row's or column's
        `label`; offsets are those of `text`."""
        artifacts = next(self._nlp.artifacts([""]))
        lead = f"{label}: "
        return [
            Found(f.start - len(lead), f.end - len(lead), f.entity, f.score, f.source)
            for f in _by_recognisers(self._recognisers, lead + text, artifacts)
            if f.start >= len(lead)
        ]

    def _read_by_rampart(
        self, texts: Sequence[str], tokens: Sequence[Tokens], *, apart: bool
    ) -> list[list[TokenScore]]:
        stretches = stretches_to_read(texts, tokens, apart=apart)
        pieces = [texts[number][start:end] for number, start, end in stretches]
        scores: list[list[TokenScore]] = [[] for _ in texts]
        for (number, start, _), found in zip(
            stretches, self._rampart.token_scores(pieces), strict=True
        ):
            scores[number].extend(
                TokenScore(t.start + start, t.end + start, t.given, t.surname, t.city, t.street)
                for t in found
            )
        for found in scores:
            found.sort(key=lambda token: (token.start, token.end))
        return scores


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


class _Lane(Generic[Result]):
    """A piece of work on a thread of its own, which a hang cannot keep the program waiting for."""

    def __init__(self, name: str, work: Callable[[], Result]) -> None:
        self._name = name
        self._outcome: list[Result] = []
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, args=(work,), name=name, daemon=True)
        self._thread.start()

    def _run(self, work: Callable[[], Result]) -> None:
        try:
            self._outcome.append(work())
        except BaseException as error:  # noqa: BLE001 - handed over to the caller's thread
            self._error = error

    def result(self, seconds: float) -> Result:
        self._thread.join(seconds)
        if self._thread.is_alive():
            raise RecogniserFailed(self._name, f"no answer after {seconds:.0f} seconds")
        if isinstance(self._error, RecogniserFailed):
            raise self._error
        if self._error is not None:
            # The error's own text may quote what was read; its kind is enough.
            raise RecogniserFailed(self._name, type(self._error).__name__) from None
        return self._outcome[0]
