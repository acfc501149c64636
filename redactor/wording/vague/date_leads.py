"""The words that belong to a date and change with it: preposition, weekday, part of day, time.

"At 21:40 on the evening of Saturday the 14th November": all of it says when. A `Lead` is what
stands before a date, a tail what stands behind it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from redactor.wording.vague.calendar_words import GAP, WEEKDAY

_PART_OF_DAY = r"(?:morning|afternoon|evening|night|lunchtime)"


def _clock(half: str) -> str:
    return (
        rf"(?:(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\s?(?:{half}|hours\b|hrs?\b|h\b))?"
        rf"|(?:[01]?\d|2[0-3])(?:[.:][0-5]\d)?\s?(?:{half}|hours\b|hrs?\b)"
        r"|(?:[01]?\d|2[0-3])[.][0-5]\d(?=\s+on\b)"
        r"|(?:[01]\d|2[0-3])[0-5]\d\s?(?:hours\b|hrs?\b|h\b)"
        r"|(?:1[0-2]|[1-9]) o['\u2019]clock|noon\b|midday\b|midnight\b)"
    )


_CLOCK = _clock(r"[ap]\.?m\b\.?")
# A full stop that ends the sentence as well stays: "on 14 November at 7 p.m. He rang."
_CLOCK_AFTER = _clock(r"(?:[ap]m\b|[ap]\.m(?:\.(?!\s*(?:(?-i:[A-Z])|$)))?)")
_ABOUT = (
    r"(?:at|around|about|approximately|approx\.?|circa|just|shortly|sometime|before|after|between|"
    r"by|from|since|until|till)"
)
_TO = r"\s?(?:[-\u2013]|\bto\b|\band\b|\buntil\b)\s?"
_RANGE = rf"(?:{_TO}{_CLOCK})?"
_RANGE_AFTER = rf"(?:{_TO}{_CLOCK_AFTER})?"

_ARTICLE = re.compile(rf"(?<!\w)the{GAP}$", re.IGNORECASE)
_DETERMINER = re.compile(
    rf"(?<!\w)(?:the|an?|this|that|his|her|their|its|our|my|your){GAP}$", re.IGNORECASE
)
_WEEKDAY = re.compile(
    rf"(?<!\w)(?P<weekday>{WEEKDAY})(?:{GAP}(?P<part>{_PART_OF_DAY}))?,?{GAP}$", re.IGNORECASE
)
_UNIT = re.compile(
    rf"(?<!\w)(?:(?:the|that){GAP}(?P<unit>(?:early|small|late){GAP}(?:hours|evening|"
    rf"morning|afternoon)|(?:{_PART_OF_DAY}{GAP}(?:and|or){GAP})?{_PART_OF_DAY}s?|days?|weekend|week){GAP}(?:of|commencing|beginning|"
    rf"starting|ending){GAP}|(?P<wc>w[/.]?[ce]\.?:?){GAP})$",
    re.IGNORECASE,
)
_ON = re.compile(
    rf"(?<![\w-])(?:(?:early|late){GAP}(?=on))?(?P<on>on|in|at|during)(?P<or>{GAP}or{GAP}(?:about|around|before|after))?{GAP}$",
    re.IGNORECASE,
)
_KEPT = re.compile(
    rf"(?<![\w-])(since|from|until|till|to|by|before|after|between|of|for|around|about|over|"
    rf"following|through|dated):?{GAP}$",
    re.IGNORECASE,
)
_TIME_BEFORE = re.compile(
    rf"(?<![\w:.])(?P<about>(?:{_ABOUT}{GAP})*)(?P<clock>{_CLOCK}){_RANGE},?{GAP}$", re.IGNORECASE
)
_TIME_AFTER = re.compile(
    rf"(?:T\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?"
    rf"|(?:,?{GAP}(?:[-\u2013]{GAP})?|,)(?:(?:{_ABOUT}){GAP})*{_CLOCK_AFTER}{_RANGE_AFTER}"
    rf"|,?{GAP}(?:at|around|about|approximately){GAP}(?:{_ABOUT}{GAP})*"
    rf"(?:[01]?\d|2[0-3])[.:]?[0-5]\d{_RANGE_AFTER}"
    rf"|{GAP}?\((?:at{GAP})?{_CLOCK_AFTER}{_RANGE_AFTER}\))(?!\w|[.:]\d)",
    re.IGNORECASE,
)
_BARE_TIME_AFTER = re.compile(rf",?{GAP}(?:[01]\d|2[0-3])[.]?[0-5]\d(?=\s*$|[;)\]]|\.(?:\s|$))")
_WEEKDAY_AFTER = re.compile(
    rf",?{GAP}?\(\s?(?:an?{GAP})?(?P<weekday>{WEEKDAY})\s?\)|,{GAP}an?{GAP}(?P<named>{WEEKDAY})"
    rf"(?:,(?={GAP}[a-z]))?(?!\w)",
    re.IGNORECASE,
)
_BARE_WEEKDAY_AFTER = re.compile(rf",?{GAP}(?P<weekday>{WEEKDAY})(?=\s*$|[;:)\]]|{GAP}[\d\u2013-])")
_CONTEXT = 96
"""Characters before a date that can belong to it: longer than any phrase of these."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before a date; offsets are of the text, words as written there.

    ``inner`` is where its article and weekday begin, ``unit_at`` its "the night of", ``on_at`` its
    "on", ``time_at`` its "at 21:40"; each is ``inner`` or the next one's where there is none.
    ``kept`` is a preposition that says something without the day ("since") or "".
    """

    inner: int
    unit_at: int
    on_at: int
    time_at: int
    weekday: str
    article: bool
    determiner: str
    unit: str
    on: str
    either: str
    """ " or about" of "on or about"."""
    about: str
    """The prepositions of the time: "at about "."""
    time_range: bool
    kept: str
    kept_at: int

    @property
    def preposition(self) -> str:
        return (self.on + self.either) or self.kept


def lead_of(text: str, at: int, floor: int = 0) -> Lead:
    """What belongs to the date that begins at `at`; nothing before `floor` does."""
    low = max(floor, at - _CONTEXT)

    def before(end: int) -> str:
        return text[low:end]

    inner = at
    article = determiner = weekday = unit = ""
    if match := _ARTICLE.search(before(inner)):
        article, inner = match.group(), low + match.start()
    if match := _WEEKDAY.search(before(inner)):
        weekday, unit = match["weekday"], match["part"] or ""
        inner = low + match.start()
        article = ""
    if match := _DETERMINER.search(before(inner) if not article else before(inner + len(article))):
        determiner = match.group()
    unit_at = inner
    if match := _UNIT.search(before(inner)):
        unit, unit_at = match["unit"] or "week", low + match.start()
    on = either = ""
    on_at = unit_at
    if match := _ON.search(before(unit_at)):
        day = match["on"].lower() == "on"
        if day or unit_at < inner:  # "at the 14 November meeting": that "at" is not the date's
            on, either, on_at = match["on"].lower(), match["or"] or "", low + match.start()
    about, time_at, time_range = "", on_at, False
    if match := _TIME_BEFORE.search(before(on_at)):
        about, time_at = match["about"].lower(), low + match.start()
        time_range = match.end("clock") < match.end() - 1 and any(
            char.isdigit() for char in match.string[match.end("clock") : match.end()]
        )
    kept, kept_at = "", time_at
    if match := _KEPT.search(before(time_at)):
        kept, kept_at = match.group(1).lower(), low + match.start()
    return Lead(
        inner,
        unit_at,
        on_at,
        time_at,
        weekday,
        bool(article),
        determiner,
        unit.lower(),
        on,
        " ".join(either.split()).lower() and " " + " ".join(either.split()).lower(),
        about,
        time_range,
        kept,
        kept_at,
    )


def time_end(text: str, end: int, *, numeric: bool) -> int:
    """Where the time of day ends that stands behind a date ending at `end`; `end` without one."""
    match = _TIME_AFTER.match(text, end)
    if not match and numeric:
        match = _BARE_TIME_AFTER.match(text, end)
    return match.end() if match else end


def weekday_after(text: str, end: int, *, numeric: bool) -> tuple[str, int]:
    """The weekday behind a date ("(Saturday)", ", a Saturday") and where it ends; "" and `end`."""
    match = _WEEKDAY_AFTER.match(text, end)
    if match:
        return match["weekday"] or match["named"], match.end()
    if numeric and (match := _BARE_WEEKDAY_AFTER.match(text, end)):
        return match["weekday"], match.end()
    return "", end
