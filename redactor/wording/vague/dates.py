"""Dates made vaguer, with the words around them that have to agree.

"On 14th November 2015" becomes "In mid-November 2015", "at 21:40 on the 3rd of May" "in early
May", "between 14 and 16 November 2015" "in mid-November 2015". What is vague already stays: a
month, a year, "the following day". Days without a month ("on the 14th") stay too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from redactor.model import Span
from redactor.wording.vague import lives
from redactor.wording.vague.calendar_words import Written
from redactor.wording.vague.date_forms import written_dates
from redactor.wording.vague.date_leads import lead_of, time_end, weekday_after
from redactor.wording.vague.date_phrases import VAGUENESS, How
from redactor.wording.vague.date_sentences import Series, told_vaguely
from redactor.wording.vague.rewrites import Rewrite, touches


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day of the calendar in a text; ``span`` covers day, month and year as written.

    ``year`` is None where the text gives none; of days that share a month ("14 and 15 November
    2015") each has it. ``weekday`` and ``preposition`` are as written, "" without. The day itself
    stays out of ``repr``: it may be that of a birth.
    """

    span: Span
    day: int = field(repr=False)
    month: int = field(repr=False)
    year: int | None = field(repr=False)
    weekday: str = field(default="", repr=False)
    preposition: str = ""

    @property
    def on(self) -> date | None:
        """The day of the calendar, None without a year."""
        return date(self.year, self.month, self.day) if self.year else None


DateRewrite = Rewrite[FoundDate]


def find_dates(text: str) -> list[FoundDate]:
    """Every day of the calendar that `text` writes with its month, in order."""
    return [found for found, _ in _found(text)]


def vague_dates(
    text: str,
    *,
    events: How,
    births: How,
    deaths: How,
    label: str = "",
    protect: Sequence[Span] = (),
    births_known: frozenset[date] = frozenset(),
    deaths_known: frozenset[date] = frozenset(),
) -> list[DateRewrite]:
    """All dates of `text`, each told as vaguely as what it is the date of asks for.

    `label` is the header or label of the cell that `text` stands in. Days of `births_known` and
    `deaths_known` count as births and deaths whatever the sentence says, a death without its year
    too; but a review has things happen on somebody's birthday.
    Where several dates are told as one, or one is two things, the vaguest wins.
    """

    def how_of(found: FoundDate) -> How:
        hows = [events]
        if is_birth(text, found, label) or found.on in births_known:
            hows.append(births)
        if is_death(text, found, label) or _is_one_of(found, deaths_known):
            hows.append(deaths)
        return max(hows[1:] or hows, key=VAGUENESS.__getitem__)

    return _rewritten(text, how_of, protect)


def is_birth(text: str, found: FoundDate, label: str = "") -> bool:
    """True when `text` or its `label` says that `found` is a day of birth or a birthday."""
    if lives.label_is_birth(label):
        return True
    start, end = found.span.start, found.span.end
    return lives.may_tell(text, start, end) and lives.says_birth(
        text, lead_of(text, start).time_at, end
    )


def is_death(text: str, found: FoundDate, label: str = "") -> bool:
    """True when `text` or its `label` says that somebody died on `found`."""
    if lives.label_is_death(label):
        return True
    start, end = found.span.start, found.span.end
    if not lives.may_tell(text, start, end):
        return False
    lead = lead_of(text, start)
    return lives.says_death(text, lead.kept_at if lead.kept == "dated" else lead.time_at, end)


def proven_days(
    texts_with_labels: Iterable[tuple[str, str]],
) -> tuple[frozenset[date], frozenset[date]]:
    """The days of births and of deaths that a review's texts, each with its label, tell."""
    births: set[date] = set()
    deaths: set[date] = set()
    for text, label in texts_with_labels:
        for found in find_dates(text):
            if found.on and is_birth(text, found, label):
                births.add(found.on)
            if found.on and is_death(text, found, label):
                deaths.add(found.on)
    return frozenset(births), frozenset(deaths)


def _is_one_of(found: FoundDate, days: frozenset[date]) -> bool:
    if found.on:
        return found.on in days
    return any((day.day, day.month) == (found.day, found.month) for day in days)


@lru_cache(maxsize=1 << 12)  # a review's texts are looked through twice
def _found(text: str) -> tuple[tuple[FoundDate, Written], ...]:
    found = []
    floor = 0
    for written in written_dates(text):
        lead = lead_of(text, written.start, floor)
        end = time_end(text, written.end, numeric=written.numeric)
        weekday = (
            lead.weekday or written.weekday or weekday_after(text, end, numeric=written.numeric)[0]
        )
        floor = written.end
        span = Span(written.start, written.end)
        found.append(
            (
                FoundDate(
                    span, written.day, written.month, written.year, weekday, lead.preposition
                ),
                written,
            )
        )
    return tuple(found)


def _rewritten(
    text: str,
    how_of: Callable[[FoundDate], How],
    protect: Sequence[Span],
) -> list[DateRewrite]:
    found = [pair for pair in _found(text) if not touches(pair[0].span, protect)]
    written = [date for _, date in found]
    rewrites: list[DateRewrite] = []
    first = floor = 0
    while first < len(found):
        series = Series.at_start(text, written[first:], floor, protect)
        was = tuple(date for date, _ in found[first : first + len(series.dates)])
        first += len(was)
        floor = series.end
        how = max(map(how_of, was), key=VAGUENESS.__getitem__)
        if how is not How.KEEP:
            span, words = told_vaguely(text, series, how, protect)
            rewrites.append(Rewrite(span, words, was))
    return rewrites
