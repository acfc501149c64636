"""Days of birth that no word announces: "Mrs Rutter (23.1.1958)", "Danielle Hargreaves 12/03/84".

A full date right behind somebody's name is most likely that of a birth: in brackets, behind an age,
before a relation in the next cell, without separators ("12031984") or far enough back. So is any
date long before what the review is about; people write few others out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from redactor.detection.reading import Reading
from redactor.detection.recognisers.dates import AGE, Day
from redactor.detection.spans import EVIDENCE, Candidate
from redactor.detection.tagging import Tag
from redactor.model import EntityType, Evidence, Verdict

_MOST = 0.95
"""The share of the review's dates that lie before what counts as its last year."""
_GROWN_UP = 16
"""Years before the review's last one from which a date behind a name is that of a birth."""
_OLDER_THAN_NEWS = 3
"""Years before it from which a date in brackets may be one; later ones are often of interviews."""
_LONG_AGO = 18
"""Years before it from which any date may be one."""
_CENTURY = 100
_YEARS_TO_COME = 9
"""Dates may lie so far behind the year that most dates have been by."""
_TURN_OF_THE_CENTURY = 50
"""Two figures of a year from which it is one of the last century."""
_IN_TWO_LINES = re.compile(r"[\t\n]")
_SEX = r"(?:\(?(?:m|f|male|female)\)?[\s,]+)?"
_BEHIND_A_NAME = re.compile(rf"['\u2019]?s?\s*[,(\[;|/\u2013-]*\s*{_SEX}$", re.IGNORECASE)
_BEHIND_AN_AGE = re.compile(
    rf"[\s,(\[|]*{_SEX}(?:(?:then|now|is|was)\s+)?{AGE},?\s*[(\[|]\s*$", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"[(\[]\s*$")
_OUT_OF_BRACKETS = re.compile(r"\s*[)\]]")
_BEFORE_A_RELATION = re.compile(
    r"\s*\|\s*(?:(?:full|half|step|foster|grand|great|adopted|maternal|paternal|unborn|younger|"
    r"older|elder|ex)[ -]?)*"
    r"(?:siblings?|brother|sister|twin|son|daughter|child|baby|mother|father|mum|dad|parent|"
    r"partner|wife|husband|spouse|aunt|uncle|cousin|niece|nephew|carer|subject|self|victim|"
    r"perpetrator)\s*(?:[|(]|$)",
    re.IGNORECASE,
)
_NEXT_IN_A_LIST = re.compile(r"\)?; (?:and )?[^.;\n\d]{3,60}")
# "Re: Danielle Hargreaves 12.03.2014", "Red book, page 1: Isla, 14/09/15".
_SUBJECT = re.compile(
    r"(?:(?:^|\n|\.\s)\s*(?:re|ref|regarding|patient|child|client|pupil|subject)\s*[:\u2013-]|"
    r"\bred ?book\b[^.;\n]{0,20}:|\bpersonal child health record[^.;\n]{0,20}:)\s*"
    r"(?:[^\W\d_][\w.'\u2019-]*,?\s+){0,3}[^\W\d_][\w.'\u2019-]*,?\s*[(\[]?$",
    re.IGNORECASE,
)
# What a recent date behind a name is the date of: "interview with Danielle (12/03/2018)".
_EVENT = re.compile(
    r"\b(?:(?:interview|statement|e-?mail|letter|call|phon|text|message|report|consult|contribut|"
    r"attend|visit|meeting|arrest|"
    r"note|assess|review|referr|conversation|discuss|sign|record|submit|evidence|accord)\w*|"
    r"rang|seen|saw|met|minutes|entry|spoke|told|said|per)\b[^.;\n]*$",
    re.IGNORECASE,
)
_EVENT_BEHIND = re.compile(
    r"[)\]\s]*(?:(?:was|is|were|who|has|had|been)\s+)*(?:interview|seen|visit|met\b|rang|call|arrest|"
    r"attend|assess|spoke|report|told|said|says|state|disclos|describ|recall|confirm)",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"\b(?:M[rsx]s?|Miss|Dr|Prof|Sir|Judge|Cllr|[PD]C|[PD]S|DI|Sgt)\.? [^()]*[(\[]\s*$"
)
_REACH = 10
_SENTENCE = 200
_NAMED = (Evidence("birth", 0.8, "a date long ago, right behind a name"),)
_AGED = (Evidence("birth", 0.8, "a date behind a name and an age"),)
_RELATED = (Evidence("birth", 0.8, "a date between a name and a relation"),)
_COMPACT = (Evidence("birth", 0.8, "a date in figures without separators, behind a name"),)
_BRACKETED = (Evidence("birth", 0.6, "a date in brackets behind a name"),)
_ALSO = (Evidence("birth", 0.6, "behind a name, and another’s day of birth beside it"),)
_LISTED = (Evidence("birth", 0.8, "dates behind the names of a list"),)
_SUBJECT_S = (Evidence("birth", 0.8, "a date behind the name that a letter or record is of"),)
_OLD = (Evidence("birth", 0.5, "a date long before the rest of the review"),)


@dataclass(frozen=True, slots=True)
class _Date:
    """A full date: its offsets in a text, its years before the review's last, what is before it."""

    start: int
    end: int
    age: int
    behind_a_name: bool
    behind_an_age: bool
    bracketed: bool
    alone_in_brackets: bool
    compact: bool


def last_year(days: Iterable[Day]) -> int:
    """The year with which nearly all of a review's `days` have been, 0 without any."""
    years = sorted(
        (1900 if one.day[0] >= _TURN_OF_THE_CENTURY else 2000) + one.day[0]
        for one in days
        if not one.compact
    )
    return years[int(_MOST * (len(years) - 1))] if years else 0


def births(
    reading: Reading, days: Sequence[Day], tagged: Mapping[int, Tag], last: int
) -> Iterator[Candidate]:
    """Those of the `days` in `reading` that may be of birth, in a review whose last year is
    `last`."""
    if not last or not days:
        return
    dates = list(_dates(reading, days, tagged, last))
    bracketed_birth = any(_is_old_in_brackets(date) for date in dates)
    listed = _are_listed_births(reading.text, dates)
    beside_a_birth = False
    for date in dates:
        reasons = _proof(reading.text, date) or (_LISTED if listed and date.behind_a_name else ())
        if reasons:
            beside_a_birth = True
            yield _candidate(date, Verdict.REPLACE, reasons)
        elif date.behind_a_name and (
            beside_a_birth or (bracketed_birth and date.alone_in_brackets)
        ):
            yield _candidate(date, Verdict.ASK, _ALSO)
        elif _is_old_in_brackets(date) or _is_alone_in_brackets(reading.text, date):
            yield _candidate(date, Verdict.ASK, _BRACKETED)
        elif date.age >= _LONG_AGO:
            yield _candidate(date, Verdict.ASK, _OLD)


def _are_listed_births(text: str, dates: Sequence[_Date]) -> bool:
    """ "Isla Pritchard, 14 AUG 2017; Rhys Pritchard, 04/10/2008; both live with": names with dates,
    nothing else between them, and no word for what happened then."""
    named = [date for date in dates if date.behind_a_name]
    if len(named) < 2 or len(named) < len(dates) or _EVENT.search(text[: named[0].start]):
        return False
    between = [text[one.end : other.start] for one, other in pairwise(named)]
    return all(_NEXT_IN_A_LIST.fullmatch(one) for one in between)


def _candidate(date: _Date, verdict: Verdict, reasons: tuple[Evidence, ...]) -> Candidate:
    return Candidate(date.start, date.end, EntityType.DATE_OF_BIRTH, verdict, reasons, EVIDENCE)


def _dates(
    reading: Reading, days: Sequence[Day], tagged: Mapping[int, Tag], last: int
) -> Iterator[_Date]:
    """The `days` in one line; those without separators only where a name stands before."""
    text = reading.text
    for start, end, day, compact in days:
        if _IN_TWO_LINES.search(text, start, end):
            continue
        between = _behind_the_name(reading, tagged, start)
        behind_a_name = between is not None and bool(_BEHIND_A_NAME.fullmatch(between))
        behind_an_age = between is not None and bool(_BEHIND_AN_AGE.fullmatch(between))
        if compact and not (behind_a_name or behind_an_age):
            continue
        bracketed = bool(_IN_BRACKETS.search(text, max(0, start - _REACH), start))
        alone = bracketed and bool(_OUT_OF_BRACKETS.match(text, end))
        age = _age(day, last)
        yield _Date(start, end, age, behind_a_name, behind_an_age, bracketed, alone, compact)


def _proof(text: str, date: _Date) -> tuple[Evidence, ...]:
    """Why a date is that of a birth, whatever else stands in the text."""
    if date.behind_an_age:
        return _AGED
    if not date.behind_a_name:
        return ()
    if date.compact:
        return _COMPACT
    if date.age >= _GROWN_UP:
        return _NAMED
    if _SUBJECT.search(text, max(0, date.start - _SENTENCE), date.start):
        return _SUBJECT_S
    return _RELATED if _BEFORE_A_RELATION.match(text, date.end) else ()


def _is_old_in_brackets(date: _Date) -> bool:
    return date.bracketed and date.behind_a_name and date.age >= _OLDER_THAN_NEWS


def _is_alone_in_brackets(text: str, date: _Date) -> bool:
    """A small child's, for nobody else is called without a title, and nothing happened."""
    if not date.alone_in_brackets or not date.behind_a_name:
        return False
    ahead = text[max(0, date.start - _SENTENCE) : date.start]
    return not (
        _EVENT.search(ahead) or _TITLED.search(ahead) or _EVENT_BEHIND.match(text, date.end)
    )


def _age(day: tuple[int, int, int], last: int) -> int:
    """Years from `day` to the year `last`, at most a century."""
    years = (last - day[0]) % _CENTURY
    return years if years < _CENTURY - _YEARS_TO_COME else 0


def _behind_the_name(reading: Reading, tagged: Mapping[int, Tag], start: int) -> str | None:
    """What stands between the last word of a name before `start` and there; None without one."""
    before = [index for index in tagged if reading.words[index].end <= start]
    return reading.text[reading.words[max(before)].end : start] if before else None
