"""Readings made by hand: what the models say is given, so that only our rules are tested."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from redactor.detection.candidates import candidates
from redactor.detection.known import Known, KnownNames
from redactor.detection.reading import UNREAD, Found, Reading, WordScore, labels_of, tokens_of
from redactor.detection.spans import settle
from redactor.detection.weighing import Weighing
from redactor.model import EntityType, Verdict

_READ = WordScore(person=0.01)
"""What the slow model says of a word that it has read and takes for nothing."""


def reading(
    text: str,
    *,
    people: Iterable[str] = (),
    towns: Iterable[str] = (),
    labels: Mapping[str, str] | None = None,
    found: Mapping[str, str] | None = None,
    read: bool = True,
) -> Reading:
    """What the models would say of `text`.

    The slow model is sure of the words `people` and `towns`; `labels` gives spaCy's entity of a
    phrase and `found` a recogniser's, at every place where the phrase stands. With `read` false
    the slow model has not seen the text.
    """
    tokens = tokens_of(text)
    sure, towns = set(people), set(towns)
    spacy = tuple(_spans(text, labels or {}, "spacy"))

    def score(word: str) -> WordScore:
        if word in sure:
            return WordScore(person=0.95)
        if word in towns:
            return WordScore(place=0.95)
        return _READ if read else UNREAD

    return Reading(
        text,
        *tokens,
        tuple(_spans(text, found or {}, "pattern")),
        spacy,
        labels_of(tokens, spacy),
        tuple(score(word.folded) for word in tokens.words),
    )


def weigh(*readings: Reading, known: Iterable[Known] = ()) -> Weighing:
    """The readings weighed as one review."""
    return Weighing(readings, KnownNames(known))


def mentions(weighing: Weighing, number: int) -> list[tuple[str, EntityType, Verdict]]:
    """What reading `number` holds once everything has been weighed: words, type and verdict."""
    text = weighing.readings[number].text
    return [
        (text[one.start : one.end], one.type, one.verdict)
        for one in settle(candidates(weighing, number))
    ]


def people(weighing: Weighing, number: int) -> list[str]:
    """The names of people that are replaced in reading `number`."""
    return [
        text
        for text, kind, verdict in mentions(weighing, number)
        if kind is EntityType.PERSON and verdict is Verdict.REPLACE
    ]


def _spans(text: str, phrases: Mapping[str, str], source: str) -> Iterable[Found]:
    for phrase, entity in phrases.items():
        start = text.find(phrase)
        if start < 0:
            raise ValueError("the phrase does not stand in the text")
        while start >= 0:
            yield Found(start, start + len(phrase), entity, 0.85, source)
            start = text.find(phrase, start + len(phrase))
