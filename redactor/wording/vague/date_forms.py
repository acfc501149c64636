"""Every calendar date of a text, in words and in figures, as written in the United Kingdom.

Day before month; ISO 8601 too, and the American order where it can be nothing else. A date has a
day and a month; where several days share a month ("14 and 15 November") each is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from redactor.wording.vague.calendar_words import MONTHS, Written
from redactor.wording.vague.dates_in_figures import in_figures, without_a_year
from redactor.wording.vague.dates_in_words import day_first, month_first

_HAS_FIGURES = re.compile(r"\d\s{0,4}[-/.]\s{0,4}\d")
_BEGINNINGS = tuple(month[:3].lower() for month in MONTHS)


def written_dates(text: str) -> list[Written]:
    """All days of `text` that have a month, in order and without overlaps."""
    families: list[Callable[[str], Iterator[list[Written]]]] = []
    has_figures = _HAS_FIGURES.search(text)
    small = text.lower()
    if has_figures:
        families.append(in_figures)
    if any(month in small for month in _BEGINNINGS):
        families += [day_first, month_first]
    if has_figures:
        families.append(without_a_year)
    found: list[Written] = []
    for family in families:
        for dates in family(text):
            start, end = dates[0].start, dates[-1].end
            if not any(start < other.end and other.start < end for other in found):
                found.extend(dates)
    return sorted(found, key=lambda date: date.start)
