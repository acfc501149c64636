"""The grammar of calendar dates as they are written in the United Kingdom: day before month.

Gives every day of the calendar that a text writes out with its month, as words ("14th of
November, 2015", "November 14th") or in figures ("14/11/2015", "2015-11-14"). Where several days
share a month ("14 and 15 November") each is one. A date that could be something else is left:
numbers of paragraphs ("11.3.17"), fractions and scores ("3/10"), sort codes, references.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from redactor.wording.vague.numbers import DAY_IN_WORDS, day_in_words

GAP = r"(?:[ \u00a0\u2007\u2009\u202f]{1,4})"
"""Blanks within a line: a tab or a line's end parts one date from the next text."""

MONTHS = (
    "January February March April May June July August September October November December".split()
)
WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)(?![a-z])\.?"
)
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![a-z])"
)
_FIGURE = r"(?:[12]\d|3[01]|0?[1-9])"
_DAY = rf"(?:{_FIGURE}{GAP}?(?:st|nd|rd|th)(?![a-z])|{_FIGURE}(?!\d)|{DAY_IN_WORDS})"
_MORE = (
    rf"(?:{GAP}?[/&\u2010-\u2014-]{GAP}?|,?{GAP}(?:and|or|to|until|till){GAP}|,{GAP})"
    rf"(?:(?:{WEEKDAY},?{GAP})?(?:the{GAP})?)"
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
    rf"|(?<=(?<![a-z])[a-z]{{3}})\.(?={GAP}(?-i:[a-z(])))?(?!\w)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?<![\w-])(?P<month>{MONTH})\.?{GAP}(?:the{GAP})?(?P<days>{_DAY}(?:{_MORE}{_DAY}){{0,4}})"
    rf"(?P<end>(?:,?{GAP}|,)(?P<year>{_YEAR}))?(?!\w|[.:/-]\d|%)",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?:(?<![\w./\u00a3$\u20ac#-])|(?<=[/.]\d\d-)|(?<=[/.]\d-)|(?<=[/.](?:19|20)\d\d-))"
    r"(?P<days>\d\d?[-\u2013&])?"
    rf"(?P<day>\d\d?)(?P<blank>{GAP})?(?P<sep>[/.-]){GAP}?(?P<month>\d\d?)"
    rf"{GAP}?(?P=sep){GAP}?(?P<year>(?:19|20)\d\d|\d\d)"
    r"(?!\w|/|\.\d|-(?!\d\d?[/.]\d\d?[/.]\d)\w)"
)
_ISO = re.compile(
    r"(?<![\w./\u00a3$\u20ac#-])(?P<year>(?:19|20)\d\d)(?P<sep>[-/.])(?P<month>\d\d?)(?P=sep)"
    r"(?P<day>\d\d?)(?:(?=T\d\d:?\d\d)|(?![\w/-]|\.\d))"
)
_DAY_AND_MONTH = re.compile(
    r"(?<![\w./,:\u00a3$\u20ac#-])(?P<day>\d\d?)(?P<sep>[/.])(?P<month>\d\d?)"
    r"(?![\w/%]|[.,:]\d|-(?!\d\d?[/.]\d\d?[/.]\d)\w)"
)
_TO_A_DATE = re.compile(
    rf"(?:{GAP}?[\u2013-]{GAP}?|{GAP}(?:to|until|till|and){GAP})"
    r"(?:\d\d?([/.])\d\d?\1\d\d|\d\d/\d\d?)(?!\w)"
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
_CODED = re.compile(
    rf"(?:(?<![A-Za-z])[A-Z]{{2}}|(?<![a-z])(?i:ref\.?|reference|case|nos?\.?|numbers?|log|file|id|"
    rf"flats?|units?|rooms?|plots?|apartments?|scored?|gcs|ratio|odds|article|expiry|exp)):?{GAP}$"
)
"""What stands before two numbers with a stroke that are a reference."""
_SCALES = re.compile(rf"(?<![a-z])(?:year|section|stage|phase|tier|band){GAP}$", re.IGNORECASE)
_OF_A_STREET = re.compile(
    rf"{GAP}(?:Street|Road|Avenue|Close|Lane|Drive|Court|Way|Gardens|Place|Crescent|Terrace|House)"
    r"(?![a-z])"
)
_PARAGRAPH = re.compile(
    r"(?<![a-z])(?:paragraphs?|paras?|sections?|ss?\.|sub-?sections?|clauses?|chapters?|parts?|"
    r"recommendations?|actions?|items?|points?|figures?|figs?|tables?|appendix|annex|versions?|"
    r"ver|v|pages?|pp?\.|nos?|numbers?|rules?|standards?|see|release|ip)\.?"
    r"(?:\s*[\d.]+\s*(?:,|and|to|or|&|[\u2013-]))*\s*$",
    re.IGNORECASE,
)
_SORT_CODE = re.compile(r"(?:sort(?:ing)?\s*code|s/?c)\b[^\d\n]{0,12}$", re.IGNORECASE)
_OF_A_DATE = re.compile(
    rf"(?:(?<![a-z])(?:on|since|by|from|until|till|dated|before|after|of|between|and|to|born|died|"
    rf"date|dob|d\.o\.b\.?|{WEEKDAY}),?:?{GAP}|\d[:.]\d\d(?:{GAP}(?:on{GAP})?))$",
    re.IGNORECASE,
)
_ON = re.compile(rf"(?<![a-z-])(?:(?:on|dated|since|until|till)|{WEEKDAY},?){GAP}$", re.IGNORECASE)
_MAYBE_ON = re.compile(
    rf"(?<![a-z-])(?:by|from|between|before|after|and|to|of){GAP}$", re.IGNORECASE
)
_ON_OR_WEEKDAY = re.compile(rf"(?<![a-z-])(?:on|{WEEKDAY},?){GAP}(?:the{GAP})?$", re.IGNORECASE)
_LINE_START = re.compile(r"(?:^|[\n\t])\s*(?:[-\u2022\u2013*\u25aa]\s*)?$")
_CONTEXT = 48
"""How many characters before a number tell what it is."""
_ANY_DATE = re.compile(rf"\d\s?[-/.]\s?\d|(?<![a-z]){MONTH}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Written:
    """One day as it is written: ``start``/``end`` are offsets, ``year`` is None where left out.

    ``weekday`` is set where it stands between two days that share a month.
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None
    numeric: bool = False
    weekday: str = ""


def written_dates(text: str) -> list[Written]:
    """All days of `text` that have a month, in order and without overlaps."""
    if not _ANY_DATE.search(text):
        return []
    found: list[Written] = []
    for family in (_in_figures, _day_first, _month_first, _without_a_year):
        for dates in family(text):
            start, end = dates[0].start, dates[-1].end
            if not any(start < other.end and other.start < end for other in found):
                found.extend(dates)
    return sorted(found, key=lambda date: date.start)


def _exists(day: int, month: int, year: int | None) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or 2000, month)[1]


def _full_year(figures: str) -> int:
    year = int(figures.lstrip("'\u2019"))
    if year > 99:
        return year
    return 2000 + year if year < 30 else 1900 + year


def _before(text: str, at: int) -> str:
    return text[max(0, at - _CONTEXT) : at]


def _month_number(word: str) -> int:
    return next(n for n, month in enumerate(MONTHS, 1) if month[:3].lower() == word[:3].lower())


def _day_number(word: str) -> int:
    figures = _FIGURES.match(word)
    return int(figures.group()) if figures else day_in_words(word)


def _is_a_verb(month: str, year: str | None) -> bool:
    """ "The 14 may attend", "5 mar the wall": in small letters these are words first."""
    return year is None and month.islower() and month in {"may", "march", "mar"}


# In words


def _day_first(text: str) -> Iterator[list[Written]]:
    for match in _DAY_FIRST.finditer(text):
        month, year = match["month"], match["year"]
        if _is_a_verb(month, year) or (not match["sep"] and year is None):
            continue
        before = _before(text, match.start())
        days = _days(text, match, before)
        if _SCALES.search(before) and days[0].start == match.start():
            continue
        if _OF_A_STREET.match(text, match.end()):
            continue
        days[-1] = replace(days[-1], end=match.end())
        if all(_exists(date.day, date.month, date.year) for date in days):
            yield days
        elif _exists(days[-1].day, days[-1].month, days[-1].year):
            yield days[-1:]


def _month_first(text: str) -> Iterator[list[Written]]:
    for match in _MONTH_FIRST.finditer(text):
        before = _before(text, match.start())
        if _is_a_verb(match["month"], match["year"]):
            continue
        days = list(_each_day(text, match))
        ordinal = not match["days"].isdecimal()
        if not ordinal and not match["year"] and not _ON_OR_WEEKDAY.search(before):
            continue  # "In May 14 people came", "Nov 14" for a year
        if len(days) > 1 and not match["year"] and match["days"][-1].isdecimal():
            days = days[:1]  # "On May 14th, 15 people came"
            end = days[0].end
        else:
            end = match.end()
        days[0] = replace(days[0], start=match.start())
        days[-1] = replace(days[-1], end=end)
        if all(_exists(date.day, date.month, date.year) for date in days):
            yield days


def _each_day(text: str, match: re.Match[str]) -> Iterator[Written]:
    month = _month_number(match["month"])
    year = _full_year(match["year"]) if match["year"] else None
    reached = match.start("days")
    for day in _EACH_DAY.finditer(text, reached, match.end("days")):
        weekday = _WEEKDAY.search(text, reached, day.start())
        reached = day.end()
        name = weekday.group() if weekday else ""
        yield Written(day.start(), day.end(), _day_number(day.group()), month, year, weekday=name)


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
    led = _OF_A_DATE.search(before) or _LINE_START.search(before) or before.endswith(("(", "the "))
    listed = last.startswith(",") and not last.endswith(("and", "or", "the"))
    if bare and (listed or (spaced and not led)):
        return days[-1:]  # "Item 12, 14 November", "Unit 4 - 14 November"
    if any(a.day >= b.day for a, b in pairwise(days)):
        return days[-1:]
    return days


# In figures


def _in_figures(text: str) -> Iterator[list[Written]]:
    for match in _ISO.finditer(text):
        date = _figures_of(match)
        if _exists(date.day, date.month, date.year):
            yield [date]
    for match in _NUMERIC.finditer(text):
        date = replace(_figures_of(match), start=match.start("day"))
        if not _exists(date.day, date.month, date.year):
            if match["sep"] != "/" or len(match["year"]) < 4:
                continue
            date = replace(date, day=date.month, month=date.day)  # an American's "11/14/2015"
            if not _exists(date.day, date.month, date.year):
                continue
        if match["blank"] and match["sep"] != "/" and len(match["year"]) < 4:
            continue
        if not _is_something_else(text, match):
            yield [*_first_of_two(match, date), date]


def _first_of_two(match: re.Match[str], date: Written) -> list[Written]:
    """The 14 of "14-16/11/2015"."""
    if not match["days"]:
        return []
    day = int(match["days"][:-1])
    if not 0 < day < date.day:
        return []
    return [replace(date, start=match.start("days"), end=match.end("days") - 1, day=day)]


def _figures_of(match: re.Match[str]) -> Written:
    return Written(
        match.start(),
        match.end(),
        int(match["day"]),
        int(match["month"]),
        _full_year(match["year"]),
        numeric=True,
    )


def _is_something_else(text: str, match: re.Match[str]) -> bool:
    """A paragraph's number "11.3.17" or a sort code "12-04-31" rather than a date."""
    if len(match["year"]) == 4 or match["sep"] == "/":
        return False
    before = _before(text, match.start())
    if match["sep"] == "-":
        return bool(_SORT_CODE.search(before))
    if _PARAGRAPH.search(before):
        return True
    if any(match[part].startswith("0") for part in ("day", "month", "year")):
        return False  # numbers of paragraphs have no noughts in front
    year = int(match["year"])
    if year > 31 or _OF_A_DATE.search(before):
        return False
    few = year < 13  # as a paragraph's last number is
    if len(match["day"]) == 2 and len(match["month"]) == 2:
        prose = text[match.end() :].lstrip(" \u00a0\t")[:1].isalpha()
        return few and int(match["day"]) < 20 and prose and bool(_LINE_START.search(before))
    return few or match.group() != text.strip()


def _without_a_year(text: str) -> Iterator[list[Written]]:
    """ "14/11", where its figures or what stands around it say that it is a date."""
    for match in _DAY_AND_MONTH.finditer(text):
        day, month = int(match["day"]), int(match["month"])
        dotted = match["sep"] == "."
        if not _exists(day, month, None) or match.group() == "24/7":
            continue
        before = _before(text, match.start())
        # No fraction, score or rate: those are at most their whole, and written without noughts.
        padded = len(match["day"]) == 2 and match["month"].startswith("0")
        certain = not _CODED.search(before) and (padded or (day > 12 and day > month))
        likely = padded or day > month
        led = _ON.search(before) or (
            likely and (_LINE_START.search(before) or _MAYBE_ON.search(before))
        )
        ranged = _TO_A_DATE.match(text, match.end())
        if (dotted and ranged) or (not dotted and (certain or led or (ranged and likely))):
            yield [Written(match.start(), match.end(), day, month, None, numeric=True)]
