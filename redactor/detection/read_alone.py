"""What Lantern alone reads as something that identifies, and no rule or list knew.

The last net: words that nothing explains and no mention covers, where the model is sure of what
they are by the sentence around them: a name typed without a capital, a word in capitals, a body
that no word types, a number without a label.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from redactor.detection.layouts import stands_free
from redactor.detection.lexicon import OPENERS, is_generic_word, kin_words
from redactor.detection.reading import UNREAD, Reading
from redactor.detection.recognisers.unclaimed import counts_parts
from redactor.detection.spans import Candidate
from redactor.model import EntityType, Evidence, Verdict
from redactor.text.names import is_title
from redactor.text.words import Word


@dataclass(frozen=True, slots=True)
class _Limit:
    """From which probability a word of this kind is asked about, with a capital and in small
    letters, and from which one with a capital is replaced; above 1 is never."""

    kind: EntityType
    ask: float
    small: float
    replace: float


_LIMITS = {
    "person": _Limit(EntityType.PERSON, 0.85, 0.85, 0.98),
    "place": _Limit(EntityType.PLACE, 0.8, 1.1, 0.98),
    "street": _Limit(EntityType.ADDRESS, 0.7, 0.9, 0.98),
    "body": _Limit(EntityType.ORGANISATION, 0.75, 1.1, 0.98),
    "number": _Limit(EntityType.CASE_REFERENCE, 0.8, 0.8, 0.98),
}
"""Chosen on the fourth split of the stress set."""
_LEAST = min(min(limit.ask, limit.small) for limit in _LIMITS.values())
_TERM = 0.98
"""What a term of the field needs to be anything else."""
_LONGEST_ABBREVIATION = 4
_JOINTS = (" ", "-", " & ", "/", ".", "_")


def read_alone(reading: Reading, known: Collection[int]) -> Iterator[Candidate]:
    """Candidates from the words of `reading` that are not `known`."""
    run: list[int] = []
    label = ""
    for index in range(len(reading.words)):
        here = "" if index in known else _label(reading, index)
        joins = run and run[-1] == index - 1 and reading.gaps[index - 1] in _JOINTS
        if run and not (joins and here == label):
            yield _candidate(reading, run, label)
            run = []
        if here:
            run.append(index)
            label = here
    if run:
        yield _candidate(reading, run, label)


def _label(reading: Reading, index: int) -> str:
    """The likeliest label of a word, or "" where the model is not sure enough of it."""
    score = reading.scores[index]
    if score is UNREAD or max(score) < _LEAST:
        return ""
    label = max(_LIMITS, key=lambda name: getattr(score, name))
    word, limit = reading.words[index], _LIMITS[label]
    least = limit.ask if word.is_capitalised else limit.small
    if is_generic_word(word):
        least = max(least, _TERM)
    sure = getattr(score, label) >= least
    return label if sure and _may_be(label, reading, index) else ""


def _may_be(label: str, reading: Reading, index: int) -> bool:
    word = reading.words[index]
    has_digits = any(char.isdigit() for char in word.folded)
    match label:
        case "street":
            return True
        case "number":
            counts = counts_parts(reading.text[: word.start])
            shaped = has_digits and not counts
            return len(word.folded) > 2 and (shaped or _in_a_handle(reading, word))
        case "person" if not word.is_capitalised and not stands_free(reading, index):
            return False
        case "person" if word.is_upper and len(word.folded) <= _LONGEST_ABBREVIATION:
            return False  # initials have rules of their own
    names_nobody = word.key in OPENERS or is_title(word.folded) or word.key in kin_words()
    return len(word.folded) > 1 and not has_digits and not names_nobody


def _in_a_handle(reading: Reading, word: Word) -> bool:
    """ "marlowe_d": letters with a sign that no word has."""
    around = reading.text[word.start - 1 : word.start] + reading.text[word.end : word.end + 1]
    return bool(set(around) & set("_@"))


def _candidate(reading: Reading, run: Sequence[int], label: str) -> Candidate:
    limit = _LIMITS[label]
    sure = max(getattr(reading.scores[index], label) for index in run)
    shown = label == "number" or reading.words[run[0]].is_capitalised
    return Candidate(
        reading.words[run[0]].start,
        reading.words[run[-1]].end,
        limit.kind,
        Verdict.REPLACE if shown and sure >= limit.replace else Verdict.ASK,
        (Evidence("lantern", round(sure, 2), f"read as a {label} by its sentence"),),
        probability=sure,
    )
