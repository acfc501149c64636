"""Days of birth that no word announces: "Mrs Rutter (23.1.1958)", "Danielle Hargreaves 12/03/84".

A full date right behind somebody's name, in brackets or far enough back, is most likely that of a
birth. So is any date long before what the review is about; people write few others out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from redactor.detection.reading import Reading
from redactor.detection.recognisers.dates import WHOLE_DATE, day_of
from redactor.detection.spans import EVIDENCE, Candidate
from redactor.detection.tagging import Tag
from redactor.model import EntityType, Evidence, Verdict

_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST = 0.95
"""The share of the review's dates that lie before what counts as its last year."""
_GROWN_UP = 16
"""Years before the review's last one from which a date behind a name is that of a birth."""
_OLDER_THAN_NEWS = 3
"""Years before it from which a date in brackets may be one; later ones are of interviews."""
_LONG_AGO = 18
"""Years before it from which any date may be one."""
_CENTURY = 100
_YEARS_TO_COME = 9
"""Dates may lie so far behind the year that most dates have been by."""
_BEHIND_A_NAME = re.compile(
    r"['\u2019]?s?\s*[,(\[;|/\u2013-]*\s*(?:\(?(?:m|f|male|female)\)?[\s,]+)?$", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"[(\[]\s*$")
_NAMED = (Evidence("birth", 0.8, "a date long ago, right behind a name"),)
_BRACKETED = (Evidence("birth", 0.6, "a date in brackets behind a name"),)
_ALSO = (Evidence("birth", 0.6, "behind a name, and another’s day of birth before it"),)
_OLD = (Evidence("birth", 0.5, "a date long before the rest of the review"),)


def last_year(readings: Sequence[Reading]) -> int:
    """The year with which nearly all dates of `readings` have been, 0 without any."""
    years = sorted(
        int(year.group())
        for reading in readings
        for match in WHOLE_DATE.finditer(reading.text)
        if (year := _YEAR.search(match.group()))
    )
    return years[int(_MOST * (len(years) - 1))] if years else 0


def births(reading: Reading, tagged: Mapping[int, Tag], last: int) -> Iterator[Candidate]:
    """Dates of `reading` that may be days of birth, in a review whose last year is `last`."""
    beside_a_birth = False
    for match in WHOLE_DATE.finditer(reading.text):
        age = _age(match.group(), last)
        if age is None or not last:
            continue
        start, end = match.span()
        named = _stands_behind_a_name(reading, tagged, start)
        if age >= _GROWN_UP and named:
            verdict, reasons, beside_a_birth = Verdict.REPLACE, _NAMED, True
        elif beside_a_birth and named:
            verdict, reasons = Verdict.ASK, _ALSO
        elif age >= _OLDER_THAN_NEWS and _IN_BRACKETS.search(reading.text, 0, start) and named:
            verdict, reasons = Verdict.ASK, _BRACKETED
        elif age >= _LONG_AGO:
            verdict, reasons = Verdict.ASK, _OLD
        else:
            continue
        yield Candidate(start, end, EntityType.DATE_OF_BIRTH, verdict, reasons, EVIDENCE)


def _age(date: str, last: int) -> int | None:
    """Years from `date` to the year `last`, at most a century; None for no full date."""
    day = day_of(date)
    if day is None or "\t" in date or "\n" in date:
        return None
    years = (last - day[0]) % _CENTURY
    return years if years < _CENTURY - _YEARS_TO_COME else 0


def _stands_behind_a_name(reading: Reading, tagged: Mapping[int, Tag], start: int) -> bool:
    before = [index for index in tagged if reading.words[index].end <= start]
    if not before:
        return False
    word = reading.words[max(before)]
    return bool(_BEHIND_A_NAME.fullmatch(reading.text[word.end : start]))
