"""Why words of a review were taken for a name, or were not: everything that was said of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from redactor.detection.combiner import Combiner, Contribution, Features, combiner
from redactor.detection.lexicon import is_generic_word
from redactor.detection.reading import UNREAD, Found, Reading, WordScore
from redactor.detection.spans import Candidate
from redactor.detection.weighing import Weighing, combined_words
from redactor.model import EntityType, Evidence, SegmentId, Span, Verdict
from redactor.text.matcher import PhraseIndex
from redactor.text.words import words


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the combiner made of one candidate: a word as a person's name, a phrase as a place's
    or a body's. ``span`` counts code points of the segment."""

    span: Span
    text: str = field(repr=False)
    kind: str
    probability: float
    verdict: Verdict | None
    ask: float
    replace: float
    contributions: tuple[Contribution, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is known of one occurrence of the words asked about.

    ``decided`` are the mentions there, ``found`` what recognisers and models gave, ``slow`` what
    the slow model thinks of each word (None where the gate did not have it read), ``weighed`` the
    combiner's candidates, ``terms`` why a word is no candidate.
    """

    segment_id: SegmentId
    span: Span
    before: str = field(repr=False)
    text: str = field(repr=False)
    after: str = field(repr=False)
    decided: tuple[tuple[Span, EntityType, Verdict], ...]
    found: tuple[Found, ...]
    slow: tuple[WordScore | None, ...]
    weighed: tuple[Weighed, ...]
    terms: tuple[str, ...]


_AROUND = 40


def occurrences(text: str, asked: str) -> Iterator[Span]:
    """Where the words of `asked` stand in `text`, whatever their case, hyphens and diacritics."""
    index: PhraseIndex[bool] = PhraseIndex()
    index.add(asked, True)
    found = words(text)
    for match in index.find(text, found):
        yield Span(found[match.first].start, found[match.last].end)


def explain(
    weighing: Weighing, number: int, span: Span, identity: SegmentId, chosen: Sequence[Candidate]
) -> Explanation:
    """What was said of `span` in reading `number`; `chosen` are the mentions of its segment."""
    reading = weighing.readings[number]
    within = [
        index
        for index, word in enumerate(reading.words)
        if word.start < span.end and span.start < word.end
    ]
    return Explanation(
        identity,
        span,
        reading.text[max(0, span.start - _AROUND) : span.start],
        reading.text[span.start : span.end],
        reading.text[span.end : span.end + _AROUND],
        tuple(
            (Span(one.start, one.end), one.type, one.verdict)
            for one in chosen
            if one.start < span.end and span.start < one.end
        ),
        tuple(
            found
            for found in (*reading.spacy, *reading.found)
            if found.start < span.end and span.start < found.end
        ),
        tuple(
            None if reading.scores[index] is UNREAD else reading.scores[index] for index in within
        ),
        tuple(_weighed(weighing, number, set(within))),
        tuple(_terms(reading, within, weighing.blocked[number])),
    )


def _weighed(weighing: Weighing, number: int, within: set[int]) -> Iterator[Weighed]:
    reading = weighing.readings[number]
    scores = weighing.persons.weighed[number]
    for index, features in combined_words(weighing, number):
        if index in within:
            reasons = scores.get(index, (0.0, ()))[1]
            yield _one(reading, index, index, "person", features, reasons)
    for place, features in weighing.weighed_places(number):
        if within.intersection(range(place.first, place.last + 1)):
            yield _one(reading, place.first, place.last, "place", features, place.evidence)
    for body, features in weighing.weighed_bodies(number):
        if within.intersection(range(body.first, body.last + 1)):
            yield _one(reading, body.first, body.last, "body", features, body.evidence)


def _one(
    reading: Reading,
    first: int,
    last: int,
    kind: str,
    features: Features,
    reasons: tuple[Evidence, ...],
) -> Weighed:
    model: Combiner = combiner(kind)
    start, end = reading.words[first].start, reading.words[last].end
    probability = model.probability(features)
    return Weighed(
        Span(start, end),
        reading.text[start:end],
        kind,
        probability,
        model.verdict(probability),
        model.ask,
        model.replace,
        tuple(model.contributions(features)),
        reasons,
    )


def _terms(reading: Reading, within: Sequence[int], blocked: frozenset[int]) -> Iterator[str]:
    """Why words are no candidates: terms of the field, single or in a phrase."""
    phrases = [(first, last) for first, last in reading.terms if last > first]
    for index in within:
        if is_generic_word(reading.words[index]):
            yield f"word {index - within[0] + 1} is a term of the field"
        if index in blocked and any(first <= index <= last for first, last in phrases):
            yield f"word {index - within[0] + 1} is part of a term of the field"
