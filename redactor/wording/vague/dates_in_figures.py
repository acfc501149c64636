"""Dates in figures: "14/11/2015", "14.11.15", "2015-11-14", and "14/11" where that is clear.

What could be something else is left: numbers of paragraphs ("11.3.17"), fractions and scores
("3/10"), sort codes, references.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from redactor.wording.vague.calendar_words import (
    GAP,
    LINE_START,
    MONTH,
    OF_A_DATE,
    WEEKDAY,
    Written,
    exists,
    full_year,
    text_before,
)

_NUMERIC = re.compile(
    r"(?:(?<![\w./\u00a3$\u20ac#-])|(?<=[/.]\d\d-)|(?<=[/.]\d-)|(?<=[/.](?:19|20)\d\d-))"
    r"(?P<days>\d\d?[-\u2013&])?"
    rf"(?P<day>\d\d?)(?P<blank>{GAP})?(?P<sep>[/.-]){GAP}?(?P<month>\d\d?)"
    rf"{GAP}?(?P=sep){GAP}?(?P<year>(?:19|20)\d\d|\d\d)"
    r"(?!\w|/|\.\d|-(?!\d\d?[/.]\d\d?[/.]\d)\w)"
)
_ISO = re.compile(
    r"(?<![\w./\u00a3$\u20ac#-])(?P<year>(?:19|20)\d\d)(?P<sep>[-/.])(?P<month>\d\d)(?P=sep)"
    r"(?P<day>\d\d)(?:(?=T\d\d:?\d\d)|(?![\w/-]|\.\d))"
)
_DAY_AND_MONTH = re.compile(
    r"(?<![\w./,:\u00a3$\u20ac#-])(?P<day>\d\d?)(?P<sep>[/.])(?P<month>\d\d?)"
    r"(?![\w/%]|[.,:]\d|-(?!\d\d?[/.]\d\d?[/.]\d)\w)"
)
_LISTED = re.compile(rf",{GAP}?(?:(?:and|or){GAP})?|{GAP}(?:and|or|&|to){GAP}")
_TO_A_DATE = re.compile(
    rf"(?:{GAP}?[\u2013-]{GAP}?|{GAP}(?:to|until|till|and){GAP})"
    r"(?:\d\d?([/.])\d\d?\1\d\d|\d\d/\d\d?)(?!\w)"
)
_CODED = re.compile(
    rf"(?:(?<![A-Za-z])[A-Z]{{2}}|(?<![a-z])(?i:ref\.?|reference|case|nos?\.?|numbers?|log|file|id|"
    rf"flats?|units?|rooms?|plots?|apartments?|scored?|gcs|ratio|odds|article|expiry|exp)):?{GAP}$"
)
"""What stands before two numbers with a stroke that are a reference."""
_PARAGRAPH = re.compile(
    r"(?<![a-z])(?:paragraphs?|paras?|sections?|ss?\.|sub-?sections?|clauses?|chapters?|parts?|"
    r"recommendations?|actions?|items?|points?|figures?|figs?|tables?|appendix|annex|versions?|"
    r"ver|v|pages?|pp?\.|nos?|numbers?|rules?|standards?|see|release|ip)\.?"
    r"(?:\s*[\d.]+\s*(?:,|and|to|or|&|[\u2013-]))*\s*$",
    re.IGNORECASE,
)
_SORT_CODE = re.compile(r"(?:sort(?:ing)?\s*code|s/?c)\b[^\d\n]{0,12}$", re.IGNORECASE)
_ON = re.compile(rf"(?<![\w-])(?:(?:on|dated|since|until|till)|{WEEKDAY},?){GAP}$", re.IGNORECASE)
_MAYBE_ON = re.compile(
    rf"(?<![\w-])(?:by|from|between|before|after|and|to|of){GAP}$", re.IGNORECASE
)
_MONTH_BEFORE = re.compile(rf"(?<![a-z]){MONTH}\.?,?{GAP}$", re.IGNORECASE)


def in_figures(text: str) -> Iterator[list[Written]]:
    for match in _ISO.finditer(text):
        date = _figures_of(match)
        # "14 November 2015.04.11 He rang" is a year and a paragraph's number.
        if exists(date.day, date.month, date.year) and not _MONTH_BEFORE.search(
            text_before(text, match.start())
        ):
            yield [date]
    for match in _NUMERIC.finditer(text):
        date = replace(_figures_of(match), start=match.start("day"))
        if not exists(date.day, date.month, date.year):
            if match["sep"] != "/" or len(match["year"]) < 4:
                continue
            date = replace(date, day=date.month, month=date.day)  # an American's "11/14/2015"
            if not exists(date.day, date.month, date.year):
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
    return [
        replace(date, start=match.start("days"), end=match.end("days") - 1, day=day, is_bare=True)
    ]


def _figures_of(match: re.Match[str]) -> Written:
    return Written(
        match.start(),
        match.end(),
        int(match["day"]),
        int(match["month"]),
        full_year(match["year"]),
        numeric=True,
    )


def _is_something_else(text: str, match: re.Match[str]) -> bool:
    """A paragraph's number "11.3.17" or a sort code "12-04-31" rather than a date."""
    if len(match["year"]) == 4 or match["sep"] == "/":
        return False
    before = text_before(text, match.start())
    if match["sep"] == "-":
        return bool(_SORT_CODE.search(before))
    if _PARAGRAPH.search(before):
        return True
    if any(match[part].startswith("0") for part in ("day", "month", "year")):
        return False  # numbers of paragraphs have no noughts in front
    year = int(match["year"])
    if year > 31 or OF_A_DATE.search(before):
        return False
    few = year < 13  # as a paragraph's last number is
    if len(match["day"]) == 2 and len(match["month"]) == 2:
        prose = text[match.end() : match.end() + 8].lstrip(" \u00a0\t")[:1].isalpha()
        return few and int(match["day"]) < 20 and prose and bool(LINE_START.search(before))
    return few or match.group() != text.strip()


def without_a_year(text: str) -> Iterator[list[Written]]:
    """ "14/11", where its figures or what stands around it say that it is a date."""
    reached = 0  # the end of the last one found
    for match in _DAY_AND_MONTH.finditer(text):
        day, month = int(match["day"]), int(match["month"])
        dotted = match["sep"] == "."
        if not exists(day, month, None) or match.group() == "24/7":
            continue
        before = text_before(text, match.start())
        # No fraction, score or rate: those are at most their whole, and written without noughts.
        padded = len(match["day"]) == 2 and match["month"].startswith("0")
        certain = not _CODED.search(before) and (padded or (day > 12 and day > month))
        likely = padded or day > month
        led = _ON.search(before) or (
            likely and (LINE_START.search(before) or _MAYBE_ON.search(before))
        )
        ranged = _TO_A_DATE.match(text, match.end())
        listed = reached and _LISTED.fullmatch(text, reached, match.start())
        if (dotted and ranged) or (
            not dotted and (certain or led or listed or (ranged and likely))
        ):
            reached = match.end()
            yield [Written(match.start(), match.end(), day, month, None, numeric=True)]
