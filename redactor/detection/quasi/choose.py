"""Which clues are masked: how likely each is a quasi-identifier, by a few weights added up.

The weights (``data/quasi_weights.tsv``, written by ``tools/fit_quasi_weights.py``) are those of a
plain logistic regression: one for each kind, and one for each of the features below. A feature is
there or not, so a decision can be read off the file: add up what applies, and ask whether the sum
is beyond the setting's limit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from redactor.detection.combiner import logistic
from redactor.detection.lists import load_table
from redactor.detection.quasi.gather import Clue, Source
from redactor.detection.quasi.kinds import TYPE_OF, Kind
from redactor.detection.setting import Reach
from redactor.detection.spans import EVIDENCE, Candidate
from redactor.model import ORGANISATIONS, Evidence, Verdict
from redactor.text.words import is_english, words

BIAS = "every clue"

_NAMES = frozenset(
    {
        Kind.PERSON,
        Kind.PLACE,
        Kind.COUNTRY,
        Kind.BODY,
        Kind.COURT,
        Kind.OFFICE,
        Kind.STATE,
        Kind.ACRONYM,
        Kind.EVENT,
        Kind.NAME,
    }
)
_LONG = 4
_TOLD_ALONE = {
    Source.SHAPE: "a shape alone",
    Source.SPACY: "spacy alone",
    Source.CAPITALS: "capitals alone",
}
_VERDICTS = {
    Source.REPLACED: "replaced in a review",
    Source.ASKED: "asked in a review",
}


def laws_in(clues: Sequence[Clue]) -> frozenset[int]:
    """The characters of the text that stand in a law."""
    laws = (clue for clue in clues if clue.kind is Kind.LAW)
    return frozenset(offset for law in laws for offset in range(law.start, law.end))


def features(text: str, clue: Clue, laws: frozenset[int]) -> Iterator[str]:
    """What is true of `clue` in `text`, in the words of the weights' file."""
    yield BIAS
    yield clue.kind.value
    for source, feature in _VERDICTS.items():
        if source in clue.sources:
            yield feature
    if len(clue.sources) == 1:
        yield from (_TOLD_ALONE[source] for source in clue.sources if source in _TOLD_ALONE)
    if not laws.isdisjoint(range(clue.start, clue.end)):
        yield "in a law"
    if _is_in_heading(text, clue):
        yield "in a heading"
    if clue.kind in _NAMES:
        found = words(text[clue.start : clue.end])
        if len(found) == 1:
            yield "name of one word"
        if not any(word.is_capitalised for word in found):
            yield "name without a capital"
        if all(is_english(word.key) for word in found):
            yield "name of English words"
        if len(found) > _LONG:
            yield "long name"


def _is_in_heading(text: str, clue: Clue) -> bool:
    """Its line is in capitals."""
    start = text.rfind("\n", 0, clue.start) + 1
    end = text.find("\n", clue.end)
    return text[start : end if end >= 0 else len(text)].isupper()


def probability(text: str, clue: Clue, laws: frozenset[int]) -> float:
    """How likely `clue` is a quasi-identifier that people would mask, from 0 to 1."""
    weights = _weights()
    return logistic(sum(weights.get(feature, 0.0) for feature in features(text, clue, laws)))


@cache
def _weights() -> Mapping[str, float]:
    return {name: float(weight) for name, weight, *_ in load_table("quasi_weights")}


def choose(
    text: str, clues: Sequence[Clue], review: Sequence[Candidate], reach: Reach
) -> list[Candidate]:
    """What is masked in `text`, and what a review keeps beside it; by position, not overlapping.

    Everything that is masked is *replaced*: a wide setting decides, it puts nothing to a person.
    """
    masked = [replace(one, verdict=Verdict.REPLACE) for one in review if _is_sure(one, reach)]
    laws = laws_in(clues)
    for clue in clues:
        if clue.kind is Kind.LAW:
            continue
        likely = probability(text, clue, laws)
        if likely >= reach.probability:
            evidence = (Evidence("quasi", round(likely, 2), f"reads as {clue.kind.value}"),)
            masked.append(
                Candidate(
                    clue.start, clue.end, TYPE_OF[clue.kind], Verdict.REPLACE, evidence, EVIDENCE
                )
            )
    merged = _merged(masked)
    kept = [
        one
        for one in review
        if one.verdict is Verdict.KEEP and not any(one.overlaps(other) for other in merged)
    ]
    return sorted([*merged, *kept], key=lambda one: one.start)


def _is_sure(one: Candidate, reach: Reach) -> bool:
    if one.type in ORGANISATIONS and one.probability is not None:
        return False  # a body that only its surroundings show is a clue like any other
    return one.verdict is Verdict.REPLACE or (reach.asked and one.verdict is Verdict.ASK)


def _merged(masked: Sequence[Candidate]) -> list[Candidate]:
    """What overlaps is one mention of the type that its part of the highest rank has, then the
    longest one."""
    merged: list[Candidate] = []
    for one in sorted(masked, key=lambda c: (c.start, -c.end)):
        last = merged[-1] if merged else None
        if last is None or not last.overlaps(one):
            merged.append(one)
            continue
        best = max(last, one, key=lambda c: (c.rank, c.end - c.start))
        merged[-1] = replace(best, start=last.start, end=max(last.end, one.end))
    return merged
