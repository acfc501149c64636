"""Numbers and days that the review gives away elsewhere.

"PC 8127 Ostler" in one report says whose number stands alone in another's log; "DOB 4.3.87" says
what "04/03/1987" is in a letter. A value that a recogniser was sure of anywhere is found everywhere
in the review, whatever its blanks, hyphens and slashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from redactor.detection.reading import Found, Reading
from redactor.detection.recognisers.dates import Day, day_of
from redactor.detection.recognisers.times import is_time_or_measure
from redactor.detection.spans import PATTERN, Candidate
from redactor.model import EntityType, Evidence, Verdict

_SURE = 0.7
_SHORTEST = 4
_FEWEST_DIGITS = 3
_MOST_WORDS = 8
_WORDY = frozenset({EntityType.ADDRESS, EntityType.EMAIL, EntityType.URL, EntityType.POSTCODE})
_DAYS = frozenset({EntityType.DATE_OF_BIRTH, EntityType.DATE_OF_DEATH})
_NUMBERS = {
    kind.name: kind
    for kind in EntityType
    if kind.is_identifier and kind not in _WORDY and kind not in _DAYS
}
_BIRTH = EntityType.DATE_OF_BIRTH.name
_DIGIT = re.compile(r"\d")
_JOINT = re.compile(r"[ \-/.:#_]{0,2}")
A_YEAR = re.compile(r"19\d\d|20[0-3]\d")
_SUM_OR_PART = re.compile(r"[\u00a3$\u20ac.,]\s?$")
_EVIDENCE = (Evidence("review", 0.9, "an identifier elsewhere in the review"),)


class Values:
    """The identifiers and days of birth of a review, by what they are without punctuation."""

    def __init__(self, given: Iterable[tuple[str, Found]]) -> None:
        """`given` are texts, each with a span that a recogniser found in it."""
        self._kinds: dict[str, EntityType] = {}
        self._births: set[tuple[int, int, int]] = set()
        for text, found in given:
            if found.score < _SURE:
                continue
            value = text[found.start : found.end]
            if found.entity in _NUMBERS and (key := _key(value, found.entity)):
                self._kinds.setdefault(key, _NUMBERS[found.entity])
            elif found.entity == _BIRTH and (day := day_of(value)) is not None:
                self._births.add(day)
        self._beginnings = {
            key[:length] for key in self._kinds for length in range(1, len(key) + 1)
        }

    def find(self, reading: Reading, days: Iterable[Day]) -> Iterator[Candidate]:
        """Where they stand in `reading`, in which the `days` are."""
        if not _DIGIT.search(reading.text):
            return
        yield from self._numbers(reading)
        for one in days:
            if one.day in self._births:
                yield _candidate(one.start, one.end, EntityType.DATE_OF_BIRTH)

    def _numbers(self, reading: Reading) -> Iterator[Candidate]:
        words = reading.words
        for first, word in enumerate(words):
            if word.key not in self._beginnings:
                continue
            value = ""
            for last in range(first, min(first + _MOST_WORDS, len(words))):
                if last > first and not _JOINT.fullmatch(reading.gaps[last - 1]):
                    break
                value += words[last].key
                if value not in self._beginnings:
                    break
                if value in self._kinds and _stands_alone(reading, word.start, words[last].end):
                    yield _candidate(word.start, words[last].end, self._kinds[value])


def _key(value: str, entity: str) -> str:
    """Letters and digits of a value in lower case; "" when it might be anything."""
    key = "".join(char for char in value.lower() if char.isalnum())
    digits = sum(map(str.isdigit, key))
    fewest = _FEWEST_DIGITS - (entity == EntityType.VEHICLE.name and len(key) > _SHORTEST)
    if len(key) < _SHORTEST or digits < fewest or A_YEAR.fullmatch(key):
        return ""
    return key


def _stands_alone(reading: Reading, start: int, end: int) -> bool:
    """No sum, no part of a longer number, no measure."""
    text = reading.text
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if _SUM_OR_PART.search(before) and not before.endswith((". ", ", ")):
        return False
    if re.match(r"[.,]\d", after):
        return False
    return not is_time_or_measure(text, start, end)


def _candidate(start: int, end: int, kind: EntityType) -> Candidate:
    return Candidate(start, end, kind, Verdict.REPLACE, _EVIDENCE, PATTERN)
