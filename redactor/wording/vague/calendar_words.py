"""What dates in words and dates in figures share: months, weekdays, a day as it is written."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

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
OF_A_DATE = re.compile(
    rf"(?:(?<![a-z])(?:on|since|by|from|until|till|dated|before|after|of|between|and|to|born|died|"
    rf"date|dob|d\.o\.b\.?|{WEEKDAY}),?:?{GAP}|\d[:.]\d\d(?:{GAP}(?:on{GAP})?))$",
    re.IGNORECASE,
)
LINE_START = re.compile(r"(?:^|[\n\t])\s*(?:[-\u2022\u2013*\u25aa]\s*)?$")
_CONTEXT = 48
"""How many characters before a number tell what it is."""


@dataclass(frozen=True, slots=True)
class Written:
    """One day as it is written: ``start``/``end`` are offsets, ``year`` is None where left out.

    ``weekday`` is set where it stands between two days that share a month; ``is_bare`` is the day
    whose month stands with a later one ("14 and 15 November").
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None
    numeric: bool = False
    weekday: str = ""
    is_bare: bool = False


def exists(day: int, month: int, year: int | None) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or 2000, month)[1]


def full_year(figures: str) -> int:
    year = int(figures.lstrip("'\u2019"))
    if year > 99:
        return year
    return 2000 + year if year < 30 else 1900 + year


def text_before(text: str, at: int) -> str:
    return text[max(0, at - _CONTEXT) : at]
