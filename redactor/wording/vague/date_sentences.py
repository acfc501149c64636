"""How the sentence around a vague date reads: which words go, and which preposition is right.

The day goes and takes with it what only a day can have: "on", its weekday, the time of day. What
a month can have stays ("since", "by", "from"). "On the night of 14 November" keeps its night, as
"one night in mid-November". Dates that belong together ("between 14 November and 3 December
2015") are a `Series` and are told in one go.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from redactor.model import Span
from redactor.wording.beginnings import begins_sentence, with_capital
from redactor.wording.numbers import DAY_IN_WORDS
from redactor.wording.sounds import article_for
from redactor.wording.vague.calendar_words import GAP, MONTH, MONTHS, WEEKDAY, Written
from redactor.wording.vague.date_leads import Lead, lead_of, time_end, weekday_after
from redactor.wording.vague.date_phrases import How, joined, merged, phrases_of
from redactor.wording.vague.rewrites import touches

_JOINER = re.compile(
    rf"{GAP}?(?:,?(?P<word>(?<!\w)(?:and|or|to|until|till|through|up{GAP}to)|&|[/\u2010-\u2014-])"
    rf"|(?P<comma>,)){GAP}?",
    re.IGNORECASE,
)
_RANGE = frozenset({"to", "until", "till", "through", "up to", "-", "/"})
_NOUN = (
    r"(?:meetings?|incidents?|assaults?|calls?|MARAC|conferences?|hearings?|visits?|appointments?|"
    r"reviews?|reports?|referrals?|letters?|attacks?|disclosures?|events?|panel|deadline|orders?|"
    r"e-?mails?|contacts?|assessments?|arrests?|statements?|entry|entries|logs?|notes?|episodes?|"
    r"attendances?|admissions?|discharges?|consultations?|interviews?|sessions?|messages?|texts?|"
    r"discussions?|search|strangulation|homicide|murder|death|DASH|crime|trial|inquest)(?!\w)"
)
_NOUN_NEXT = re.compile(rf"{GAP}{_NOUN}")
_NOUN_SOON = re.compile(
    rf"{GAP}(?:(?!(?:was|is|had|has|the|a|she|he|they)\b)[\w-]+{GAP}){{0,2}}{_NOUN}"
)
_IN_IS_MISSING = re.compile(
    r"(?<![\w-])(?:born|died|was|is|were|are|been|occurred|happened|(?<=\bfollowing )day|"
    r"(?<=\bnext )day|(?<=\bsame )day),?\s$",
    re.IGNORECASE,
)
_THE_DATE_IS = re.compile(r"\b(?:date|dates|dob|d\.o\.b\.?)\b[^.;]{0,40}\s$", re.IGNORECASE)
_PERIOD_GOES_ON = re.compile(rf"{GAP}?(?:(?:to|until|till|up{GAP}to)\b|[\u2013-])")
_DATED_AS_PREDICATE = re.compile(
    rf"(?:(?<!\w)(?:was|is|were|are|be|been|and|or)|^|[.:;\n\t]){GAP}?$"
)
_NUMBER_BEFORE = re.compile(
    rf"(?:\d{GAP}?(?:st|nd|rd|th)?|{DAY_IN_WORDS})(?:{GAP}(?:day{GAP})?(?:of{GAP})?|[./-])$",
    re.IGNORECASE,
)
_NUMBER_BEHIND = re.compile(
    rf"{GAP}(?:the{GAP})?(?:\d\d?{GAP}?(?:st|nd|rd|th)|{DAY_IN_WORDS}|\d\d?,?{GAP}\d{{4}})",
    re.IGNORECASE,
)
_DAY_BEHIND = re.compile(rf"{GAP}(?:the{GAP})?\d\d?(?!\d)", re.IGNORECASE)
_ON_BEFORE = re.compile(rf"(?<!\w)(?:on|{WEEKDAY},?){GAP}(?:the{GAP})?$", re.IGNORECASE)
_PROPER = re.compile(rf"(?:{WEEKDAY}|{MONTH})(?!\w)", re.IGNORECASE)
_NOTHING_MORE = re.compile(r"\s*(?:,?\s*\d\d?[.:]?\d\d\s*)?$")
_CONTEXT = 48
_KEPT_TIMES = ("since", "until", "till", "by", "from")
_UNITS = {
    "early hours": "early one morning",
    "small hours": "early one morning",
    "early morning": "early one morning",
    "late evening": "late one evening",
    "late afternoon": "late one afternoon",
    "early evening": "early one evening",
    "early afternoon": "early one afternoon",
    "late morning": "late one morning",
}


@dataclass(frozen=True, slots=True)
class Series:
    """Dates that are told as one, with the words before the first and those behind the last.

    ``end`` is one past the last date's time of day and weekday, where these go with the day.
    """

    dates: tuple[Written, ...]
    joiners: tuple[str, ...]
    lead: Lead
    end: int

    @classmethod
    def at_start(
        cls,
        text: str,
        dates: Sequence[Written],
        floor: int,
        protect: Sequence[Span],
    ) -> Series:
        """The longest series that `dates` begin with; nothing before `floor` belongs to it."""
        lead = lead_of(text, dates[0].start, floor)
        taken, joiners = [dates[0]], list[str]()
        end = _end(text, dates[0])
        for date in dates[1:]:
            joiner = _joiner(text, end, date, is_bare=taken[-1].is_bare)
            if joiner is None or touches(Span(taken[-1].end, date.start), protect):
                break
            taken.append(date)
            joiners.append(joiner)
            end = _end(text, date)
        return cls(tuple(taken), tuple(joiners), lead, end)


def _end(text: str, date: Written) -> int:
    end = time_end(text, date.end, numeric=date.numeric)
    return weekday_after(text, end, numeric=date.numeric)[1]


def _joiner(text: str, end: int, date: Written, *, is_bare: bool) -> str | None:
    """What joins `date` to the series that ends at `end`: "and", "to", "-", ","; or None."""
    lead = lead_of(text, date.start, end)
    starts = [lead.inner]
    if is_bare:
        starts.append(lead.on_at)  # "on 14 and on 16 November"
    if lead.time_at < lead.on_at:
        # "between 21:40 on 14 November and 06:00 on 15 November"; the joiner may be read as the
        # time's own preposition ("until 06:00 on").
        starts += [lead.time_at, lead.time_at + len(lead.about)]
    for start in starts:
        if start > end and (match := _JOINER.fullmatch(text, end, start)):
            word = " ".join((match["word"] or ",").lower().split())
            return "-" if word in "\u2010\u2011\u2012\u2013\u2014" else word
    return None


def told_vaguely(text: str, series: Series, how: How, protect: Sequence[Span]) -> tuple[Span, str]:
    """The stretch of `text` that changes with `series`, and the words that stand for it."""
    phrases = merged(phrases_of(series.dates, how))
    when = joined(phrases, _joining_word(series))
    start, words = _with_lead(text, series, when, one_time=len(phrases) == 1)
    end = series.end
    if touches(Span(start, end), protect):
        start, end, words = series.dates[0].start, series.dates[-1].end, when
    words = _apart_from_numbers(text, start, end, words)
    if _takes_a_capital(text, start, end):
        words = with_capital(words)
    return Span(start, end), words


def _joining_word(series: Series) -> str:
    words = [joiner for joiner in series.joiners if joiner != ","]
    if not words or words[-1] == "&" or series.lead.kept == "between":
        return "and"
    return "to" if words[-1] in "-/" else words[-1]


def _with_lead(text: str, series: Series, when: str, *, one_time: bool) -> tuple[int, str]:
    """Where the change begins, and `when` with the preposition that it takes."""
    lead = series.lead
    if _is_modifier(text, lead, series.end):
        return _as_modifier(lead, series.dates[0].start, when)
    spans_time = lead.kept == "between" or (
        lead.kept == "from" and bool(_RANGE.intersection(series.joiners))
    )
    if one_time and series.joiners and spans_time and not lead.unit:
        return lead.kept_at, f"in {when}"
    if lead.time_at < lead.on_at:
        return lead.time_at, _at_a_time(lead, when)
    if lead.unit:
        return _in_a_unit(lead, when)
    if lead.on:
        return lead.on_at, f"in{lead.either} {when}"
    if lead.kept == "dated" and not _DATED_AS_PREDICATE.search(
        text[max(0, lead.kept_at - _CONTEXT) : lead.kept_at]
    ):
        return lead.kept_at, f"of {when}"
    before = text[max(0, lead.inner - _CONTEXT) : lead.inner]
    is_period = not one_time and bool(_RANGE.intersection(series.joiners))
    if (
        _IN_IS_MISSING.search(before)
        and not _THE_DATE_IS.search(before)
        and not is_period
        and not _PERIOD_GOES_ON.match(text, series.end)
    ):
        return lead.inner, f"in {when}"
    return lead.inner, when


def _at_a_time(lead: Lead, when: str) -> str:
    """`when` in the place of "since 21:40 on", "between 21:40 and 22:15 on", "at 21:40 on"."""
    about = lead.about.split()
    kept = next((word for word in _KEPT_TIMES if word in about and not lead.time_range), "")
    if lead.unit:
        unit = _unit(lead.unit, "a" if kept or lead.kept else "one")
        return f"{kept} {unit} in {when}".lstrip()
    if kept:
        return f"{kept} {when}"
    return f"in {when}" if about or (lead.on and not lead.kept) else when


def _in_a_unit(lead: Lead, when: str) -> tuple[int, str]:
    """ "On the night of" as "one night in", "the night of" as "a night in"."""
    if not lead.on:
        return lead.unit_at, f"{_unit(lead.unit, 'a')} in {when}"
    on = "on " if lead.unit.endswith("s") and lead.unit not in _UNITS else ""
    return lead.on_at, f"{on}{_unit(lead.unit, 'one')} in {when}"


def _unit(unit: str, article: str) -> str:
    unit = " ".join(unit.split())
    if unit in _UNITS:
        return _UNITS[unit]
    if unit.endswith("s"):
        return unit
    return f"{article_for(unit) if article == 'a' else article} {unit}"


def _is_modifier(text: str, lead: Lead, end: int) -> bool:
    """True for "the 14 November meeting" and "his 14 November appointment"."""
    determiner = lead.determiner.strip().lower()
    if determiner == "the":
        return bool((_NOUN_NEXT if lead.on else _NOUN_SOON).match(text, end))
    return bool(determiner)


def _as_modifier(lead: Lead, first: int, when: str) -> tuple[int, str]:
    start = first if lead.article else lead.inner
    if lead.determiner.strip().lower() in {"a", "an"}:
        return start - len(lead.determiner), f"{article_for(when)} {when}"
    return start, when


def _apart_from_numbers(text: str, start: int, end: int, words: str) -> str:
    """`words` kept from making a new date with a number beside them: "room 3 14 November"."""
    before = text[max(0, start - _CONTEXT) : start]
    named = words.removeprefix("of ")
    if named.startswith(tuple(MONTHS)) and _NUMBER_BEFORE.search(before):
        words = f"in {named}"
    if words.endswith(tuple(MONTHS)) and (
        _NUMBER_BEHIND.match(text, end)
        or (_DAY_BEHIND.match(text, end) and _ON_BEFORE.search(before))
    ):
        words = f"{words},"
    return words


def _takes_a_capital(text: str, start: int, end: int) -> bool:
    """True where `start` begins a sentence, but for a cell that holds nothing but its date."""
    if text[start].isalpha() and not _PROPER.match(text, start):
        return text[start].isupper()
    if _NOTHING_MORE.match(text, end) and not text[:start].strip():
        return False
    return begins_sentence(text, start)
