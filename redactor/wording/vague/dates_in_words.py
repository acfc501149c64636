"""Dates with their month in words: "14th of November, 2015", "14 and 15 Nov", "November 14th"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from redactor.wording.numbers import DAY_IN_WORDS, day_in_words
from redactor.wording.vague.calendar_words import (
    GAP,
    LINE_START,
    MONTH,
    MONTHS,
    OF_A_DATE,
    WEEKDAY,
    Written,
    exists,
    full_year,
    text_before,
)

_FIGURE = r"(?:[12]\d|3[01]|0?[1-9])"
_DAY = rf"(?:{_FIGURE}{GAP}?(?:st|nd|rd|th)(?![a-z])|{_FIGURE}(?!\d)|{DAY_IN_WORDS})"
_MORE = (
    rf"(?:{GAP}?[/&\u2010-\u2014-]{GAP}?|,?{GAP}(?:(?:and|or){GAP}on|and|or|to|until|till){GAP}"
    rf"|,{GAP})(?:(?:{WEEKDAY},?{GAP})?(?:the{GAP})?)"
)
_YEAR = r"(?:1[89]|20)\d\d(?!\d)"
_SHORT_YEAR = (
    r"['\u2019]\d\d(?!\d)|(?<=[./-])\d\d(?![\d:])|(?<=[a-z])\d\d(?![\w:])"
    rf"|\d\d(?={GAP}(?:at|when|to|until|by|she|he|they|police)\b)"
    r"|\d\d(?=\s*(?:$|[,;:)\]|]|\.(?!\d)|[\u2013-]\s))(?!:\d)"
)
_DAY_FIRST = re.compile(
    rf"(?<![\w\u00a3$\u20ac#/])(?<!\d[.:,])(?<!\w-)"
    rf"(?P<days>{_DAY}(?:{_MORE}{_DAY}){{0,4}})"
    rf"(?P<sep>{GAP}(?:day{GAP})?(?:of{GAP})?|[./-]|)"
    rf"(?P<month>{MONTH})"
    rf"(?P<end>(?:\.?(?:,?{GAP}(?:of{GAP})?|[,./-])|\.?)(?P<year>{_YEAR}|{_SHORT_YEAR})"
    rf"|(?<=(?<![a-z])[a-z]{{3}})\.(?={GAP}(?-i:[a-z(])))?(?!\w|-\d\d-\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?<![\w-])(?P<month>{MONTH})\.?{GAP}(?:the{GAP})?(?P<days>{_DAY}(?:{_MORE}{_DAY}){{0,4}})"
    rf"(?P<end>(?:,?{GAP}|,)(?P<year>{_YEAR}))?(?!\w|[.:/-]\d|%)",
    re.IGNORECASE,
)
_EACH_DAY = re.compile(_DAY, re.IGNORECASE)
_WEEKDAY = re.compile(WEEKDAY, re.IGNORECASE)
_FIGURES = re.compile(r"\d+")
_NUMBERED = re.compile(
    r"(?<![a-z])(?:flats?|rooms?|units?|wards?|aged?|ages|no\.?|nos\.?|numbers?|items?|paragraphs?|"
    r"paras?|sections?|pages?|lines?|gp|hv|sw|actions?|recommendations?|stages?|steps?|levels?|"
    r"tables?|figures?|groups?|years?|grades?|bands?|phases?|tiers?|child|beds?|house|bays?)"
    rf"{GAP}$",
    re.IGNORECASE,
)
"""What a number stands behind that is no day."""
_SCALES = re.compile(rf"(?<![a-z])(?:year|section|stage|phase|tier|band){GAP}$", re.IGNORECASE)
_OF_A_STREET = re.compile(
    rf"{GAP}(?:Street|Road|Avenue|Close|Lane|Drive|Court|Way|Gardens|Place|Crescent|Terrace|House)"
    r"(?![a-z])"
)
_ON_OR_WEEKDAY = re.compile(rf"(?<![\w-])(?:on|{WEEKDAY},?){GAP}(?:the{GAP})?$", re.IGNORECASE)


def day_first(text: str) -> Iterator[list[Written]]:
    for match in _DAY_FIRST.finditer(text):
        month, year = match["month"], match["year"]
        if _is_a_verb(month, year) or (not match["sep"] and year is None):
            continue
        before = text_before(text, match.start())
        days = _days(text, match, before)
        if _SCALES.search(before) and days[0].start == match.start():
            continue
        if _OF_A_STREET.match(text, match.end()):
            continue
        days[-1] = replace(days[-1], end=match.end(), is_bare=False)
        if all(exists(date.day, date.month, date.year) for date in days):
            yield days
        elif exists(days[-1].day, days[-1].month, days[-1].year):
            yield days[-1:]


def month_first(text: str) -> Iterator[list[Written]]:
    for match in _MONTH_FIRST.finditer(text):
        before = text_before(text, match.start())
        if _is_a_verb(match["month"], match["year"]):
            continue
        days = list(_each_day(text, match))
        ordinal = not text[days[0].start : days[0].end].isdecimal()
        if not ordinal and not match["year"] and not _ON_OR_WEEKDAY.search(before):
            continue  # "In May 14 people came", "Nov 14" for a year
        if len(days) > 1 and not match["year"] and match["days"][-1].isdecimal():
            days = days[:1]  # "On May 14th, 15 people came"
            end = days[0].end
        else:
            end = match.end()
        days[0] = replace(days[0], start=match.start(), is_bare=False)
        days[-1] = replace(days[-1], end=end)
        if all(exists(date.day, date.month, date.year) for date in days):
            yield days


def _each_day(text: str, match: re.Match[str]) -> Iterator[Written]:
    month = _month_number(match["month"])
    year = full_year(match["year"]) if match["year"] else None
    reached = match.start("days")
    for day in _EACH_DAY.finditer(text, reached, match.end("days")):
        weekday = _WEEKDAY.search(text, reached, day.start())
        reached = day.end()
        name = weekday.group() if weekday else ""
        yield Written(
            day.start(),
            day.end(),
            _day_number(day.group()),
            month,
            year,
            weekday=name,
            is_bare=True,
        )


def _days(text: str, match: re.Match[str], before: str) -> list[Written]:
    """The days that share the month of `match`, without numbers that only stand beside them."""
    days = list(_each_day(text, match))
    if len(days) == 1:
        return days
    joins = [text[a.end : b.start] for a, b in pairwise(days)]
    bare = text[days[0].start : days[0].end].isdecimal()
    if bare and _NUMBERED.search(before):
        return days[-1:]
    last = joins[-1].strip().lower()
    spaced = joins[-1][0] != last[0] and last[0] in "-\u2010\u2011\u2012\u2013\u2014/"
    led = OF_A_DATE.search(before) or LINE_START.search(before) or before.endswith(("(", "the "))
    listed = last.startswith(",") and not last.endswith(("and", "or", "the"))
    in_words = not text[days[0].start].isdecimal()
    if (listed and (bare or in_words)) or (bare and spaced and not led):
        return days[-1:]  # "Item 12, 14 November", "the second, 14 May", "Unit 4 - 14 November"
    if any(a.day >= b.day for a, b in pairwise(days)):
        return days[-1:]
    return days


def _month_number(word: str) -> int:
    return next(n for n, month in enumerate(MONTHS, 1) if month[:3].lower() == word[:3].lower())


def _day_number(word: str) -> int:
    figures = _FIGURES.match(word)
    return int(figures.group()) if figures else day_in_words(word)


def _is_a_verb(month: str, year: str | None) -> bool:
    """ "The 14 may attend", "5 mar the wall": in small letters these are words first."""
    return year is None and month.islower() and month in {"may", "march", "mar"}
