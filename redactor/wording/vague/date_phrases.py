"""How a day is told vaguely: "mid-November 2015", "November 2015", "early to late May"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby

from redactor.wording.vague.calendar_words import MONTHS, Written


class How(Enum):
    """How much of a date stays, from all of it to the year."""

    KEEP = "keep"
    PART_OF_MONTH = "part of month"
    """Early (day 1 to 10), mid- (11 to 20) or late (from 21), with the month and its year."""
    MONTH = "month"
    YEAR = "year"
    """A date without a year keeps its month instead: nothing else would be left of it."""


VAGUENESS = {how: rank for rank, how in enumerate(How)}


@dataclass(frozen=True, slots=True)
class Phrase:
    """``part`` is "early", "mid-", "late" or "", ``month`` 1 to 12 or 0, ``year`` 0 if unknown.

    ``shows_year`` is False where only what follows in the sentence says the year.
    """

    part: str
    month: int
    year: int
    shows_year: bool

    @property
    def words(self) -> str:
        blank = " " if self.part and not self.part.endswith("-") else ""
        month = f"{self.part}{blank}{MONTHS[self.month - 1]}" if self.month else ""
        year = str(self.year) if self.shows_year else ""
        return " ".join(filter(None, [month, year]))


def phrase_of(date: Written, how: How, *, year: int) -> Phrase:
    """What is left of `date`; `year` is its own, or one that it shares with the next date, or 0."""
    shows_year = date.year is not None
    if how is How.YEAR and year:
        return Phrase("", 0, year, True)
    if how is How.PART_OF_MONTH:
        part = "early" if date.day <= 10 else "mid-" if date.day <= 20 else "late"
        return Phrase(part, date.month, year, shows_year)
    return Phrase("", date.month, year, shows_year)


def phrases_of(dates: Sequence[Written], how: How) -> list[Phrase]:
    """One phrase for each of `dates`, a date without a year sharing the next one's."""
    found: list[Phrase] = []
    year = 0
    for date in reversed(dates):
        year = date.year or year
        found.append(phrase_of(date, how, year=year))
    return found[::-1]


def merged(phrases: Sequence[Phrase]) -> list[Phrase]:
    """`phrases` with neighbours that say the same made one."""
    kept = []
    for _, same in groupby(phrases, key=lambda p: (p.part, p.month, p.year)):
        alike = list(same)
        kept.append(replace(alike[0], shows_year=any(phrase.shows_year for phrase in alike)))
    return kept


def joined(phrases: Sequence[Phrase], joiner: str) -> str:
    """`phrases` as one: "mid-November and early December 2015", "early to late May"."""
    months: list[list[str]] = []
    for _, same in groupby(phrases, key=lambda p: (p.month, p.year)):
        alike = list(same)
        shows_year = any(phrase.shows_year for phrase in alike)
        # "early to mid-November": only the last one of a month names it.
        parts = [phrase.part for phrase in alike[:-1]]
        months.append([*parts, replace(alike[-1], shows_year=shows_year).words])
    if len(months) == 1 or joiner not in {"and", "or"}:
        return _listed([word for month in months for word in month], joiner)
    if all(len(month) == 1 for month in months):
        return _listed([month[0] for month in months], joiner)
    return f" {joiner} ".join(_listed(month, "and") for month in months)


def _listed(words: Sequence[str], joiner: str) -> str:
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} {joiner} {words[-1]}"
