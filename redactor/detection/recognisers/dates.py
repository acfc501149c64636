"""Dates of birth and of death: a full date beside "DOB", "born", "date of death" or "died".

A month or a year alone stays: published reviews tell them (domain conventions C38, C39). The
grammar of dates is the one people write in the United Kingdom: day before month, the month in
figures or words, the day too; the American order in words; ISO 8601.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from redactor.detection.recognisers.hints import ANYTHING, Hint, hint
from redactor.detection.recognisers.prepared import Prepared
from redactor.detection.recognisers.rules import Match, Rule, RuleRecogniser
from redactor.model import EntityType

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_DAY_IN_WORDS = (
    r"(?:(?:twenty[\s-])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|"
    r"eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|"
    r"nineteenth|twentieth|thirtieth|thirty[\s-]first)"
)
_UNITS = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_YEAR_IN_WORDS = (
    rf"(?:(?:nineteen|twenty)[\s-]+(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    rf"(?:[\s-]+{_UNITS})?|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    rf"(?:oh|hundred(?:\s+and)?)[\s-]+{_UNITS})"
    rf"|two\s+thousand(?:\s+and)?(?:[\s-]+(?:twenty(?:[\s-]+{_UNITS})?|ten|eleven|twelve|"
    rf"(?:thir|four|fif|six|seven|eigh|nine)teen|{_UNITS}))?)"
)
_ORDINAL = rf"{_DAY}\s?(?:st|nd|rd|th)?"
_YEAR = r"(?:\d{4}|'?\d{2})(?!\d)"
DATE = (
    rf"(?:(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tues?|Wed|Thur?s?|Fri|Sat|"
    rf"Sun),?\s+)?"
    rf"(?:the\s+)?(?:{_ORDINAL}|{_DAY_IN_WORDS})(?:\s+day)?(?:\s+of)?[\s./-]*\b{MONTH}"
    rf"(?:,?[\s./-]*(?:{_YEAR}|{_YEAR_IN_WORDS}))?"
    rf"|{MONTH}\s+(?:the\s+)?{_ORDINAL}(?:,?\s+\d{{4}})?"
    rf"|{_DAY}\s?[./\s-]\s?(?:0?[1-9]|1[0-2])\s?[./\s-]\s?(?:(?:19|20)\d\d|\d{{2}})"
    rf"|(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.]{_DAY})"
)
# "03061964": so forms have it, and only of a birth or a death.
_OF_LIFE = rf"(?:{DATE}|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d)"
# What a date with its year in figures holds: a digit; three numbers side by side, or a month.
_DIGIT = re.compile(r"\d")
_IN_ROWS = re.compile(r"\d\s?[./\s-]\s?\d{1,2}\s?[./\s-]\s?\d|\d{8}")
_OF_MONTHS = re.compile("jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec")
_WHOLE = re.compile(rf"(?<![\w./-]){_OF_LIFE}(?![\w/-])", re.IGNORECASE)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_IN_FIGURES = re.compile(r"(\d{1,2})\s?[./\s-]\s?(\d{1,2})\s?[./\s-]\s?(\d{2}|\d{4})")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_COMPACT = re.compile(r"(\d\d)(\d\d)(\d{4})")
_MONTH_IN_WORDS = re.compile(r"[a-z]{3,}", re.IGNORECASE)
_FIGURES = re.compile(r"\d+")


def day_of(date: str) -> tuple[int, int, int] | None:
    """Year of the century (0..99), month and day of a date; None without a year in figures."""
    if match := _ISO.fullmatch(date):
        year, month, day = map(int, match.groups())
    elif match := _IN_FIGURES.fullmatch(date) or _COMPACT.fullmatch(date):
        day, month, year = map(int, match.groups())
    else:
        months = [w[:3].lower() for w in _MONTH_IN_WORDS.findall(date) if w[:3].lower() in _MONTHS]
        figures = list(map(int, _FIGURES.findall(date)))
        if not months or len(figures) != 2:
            return None
        day, year, month = *figures, _MONTHS.index(months[0]) + 1
    return year % 100, month, day


class Day(NamedTuple):
    """A full date in a text: its offsets, half-open, and `day_of` it; ``compact`` is one without
    separators."""

    start: int
    end: int
    day: tuple[int, int, int]
    compact: bool


def days_in(text: str) -> list[Day]:
    """The full dates of `text` that have their year in figures, also without separators."""
    if not _DIGIT.search(text):
        return []
    if not _IN_ROWS.search(text) and not _OF_MONTHS.search(text.lower()):
        return []
    found = ((match, day_of(match.group())) for match in _WHOLE.finditer(text))
    return [Day(*match.span(), day, match.group().isdigit()) for match, day in found if day]


_BIRTH = (
    r"(?:d\.?\s?o\.?\s?b\.?s?|d\s?/\s?b|d\.\s?of\s+b(?:irth)?|dates?\s+of\s+birth|birth\s?dates?|"
    r"birthdays?|bday|would\s+have\s+(?:turned|been)\s+\d{1,2}|turn(?:ed|s|ing)\s+\d{1,2}|b)"
    r"(?![^\W\d_])\.?"
)
_DEATH = (
    r"(?:d\.?\s?o\.?\s?d|r\.?i\.?p|still\s?born(?:\s+on)?|dates?\s+of\s+death|death\s?date|"
    r"(?<!/)d)(?![^\W\d_])\.?"
)
# Also what parts an answer from its question: \u201cYour date of birth?\u201d \u201c4.3.87.\u201d
_FILLER = r"(?:[^.;\n\d]{0,30}?[\s:(=\u2013\u201c\u2018\"'-])?\(?\s*"
_BORN = (
    r"born(?![^\W\d_])(?:\s+(?:prematurely|early|at\s+home|alive|there))?"
    r"(?:\s+(?:at|in|to)\s+[\w' ]{2,40}?)?,?(?:\s+on)?[\s:(\u2013-]+(?:the\s+)?"
)
# What is said of a death, with a few words ("at home", "aged 34", "in hospital") before its date.
_DIED = (
    r"(?:died|dies|passed\s+away|deceased|(?:was|were|been)\s+(?:killed|murdered|found\s+"
    r"(?:dead|deceased|hanged|hanging)|pronounced\s+(?:dead|deceased|life\s+extinct))|"
    r"(?:killed|murdered)\s+(?:her|him|them)(?:sel(?:f|ves))?|"
    r"time\s+of\s+death|pronounced|rip|"
    r"took\s+(?:her|his|their)\s+own\s+li(?:fe|ves)|life\s+(?:was\s+)?(?:pronounced\s+)?extinct|"
    r"(?:her|his|their|whose|'s)\s+(?:death|murder|killing|suicide))(?![^\W\d_])"
    r"(?:[\s,(]+[^.;\n\d]{0,30}?(?:at\s+\d{1,2}[:.]?\d\d\s*(?:hours|hrs|[ap]\.?m\.?)?,?\s*)?)?"
    r"[\s,(]+(?:on|in\s+the\s+early\s+hours\s+of)\s+(?:the\s+)?"
)
_OF_DEATH = frozenset(
    "died dies passed deceased killed murdered dead hanged hanging extinct took death murder "
    "killing suicide pronounced rip".split()
)
_DIED_BRIEFLY = r"(?:died|rip|deceased|passed\s+away)"
_DAGGER = "\u2020"
_BRIEFLY = r"[\s:(,\u2013-]+"
# "DOBs: Isla 08/07/2016, Jack 11/09/2012"; "was born on 08082004, Jack Marlowe on 11/09/2012".
_ONE_MORE = re.compile(
    rf"\)?\s*(?:,|;|/|&|\band\b)\s*(?:(?-i:[A-Z]|al-|el-|(?:van|de|bin|"
    rf"ap) )[\w'.-]*\s*){{0,4}}(?:(?<=\s)on\s+)?[:(\u2013-]*\s*"
    rf"(?P<value>{_OF_LIFE})(?![\d/])",
    re.IGNORECASE,
)
_WITH_A_YEAR = re.compile(r".*\d\d", re.DOTALL)
AGE = (
    r"(?:aged?:?\s+\d{1,3}(?:\s?(?:yrs?|years?|mths?|months?|weeks?))?(?:\sold)?|"
    r"\d{1,3}\s?(?:yrs?|y/?o|mths?|wks?|(?:years?|months?|weeks?)\sold))"
)
"""An age in figures: "aged 7", "7 yrs"."""
# "12.4.04, the day on which Kian arrived six weeks early": who arrives so is born.
_ARRIVED = (
    r"(?:(?:was|were|is)\s+born|came\s+into\s+(?:the|this)\s+world|gave\s+birth|(?:arrived|came)\s+"
    r"(?:[a-z]+\s+(?:days?|weeks?|months?)\s+(?:early|late|premature(?:ly)?)|prematurely))(?![^\W\d_])"
)
_DAY_ON_WHICH = r"(?:the\s+(?:day|date)(?:\s+(?:on\s+which|that|when))?|when|on\s+which)"


def _has_its_year(match: re.Match[str]) -> bool:
    return day_of(match.group("value")) is not None


def _is_of_a_life(match: re.Match[str]) -> bool:
    """A lone "b" or "d" needs a date with its year right behind it: "b. 02/11/1981"."""
    if len(match.group("label").rstrip(".")) > 1:
        return True
    between = match.string[match.end("label") : match.start("value")]
    return not between.strip(" :(\n") and bool(_WITH_A_YEAR.fullmatch(match.group("value")))


def _before(label: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W_])(?P<label>{label}){_FILLER}(?<![\d/.-])(?P<value>{_OF_LIFE})(?![\d/])",
        re.IGNORECASE,
    )


def _after(label: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\d/.-])(?P<value>{_OF_LIFE})\s*[(,\u2013-]?\s*(?:{label})(?![^\W_])(?!\s*[:=])",
        re.IGNORECASE,
    )


class BirthDateRecogniser(RuleRecogniser):
    """The date alone is the span, without its label."""

    needs: ClassVar[Hint] = ANYTHING  # a date may be all in words
    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(EntityType.DATE_OF_BIRTH, _before(_BIRTH), 0.95, accept=_is_of_a_life),
        # "Two dates of birth are in circulation for Mr Wrona: 04/09/1992, from the passport".
        Rule(
            EntityType.DATE_OF_BIRTH,
            re.compile(
                rf"(?<![^\W_])dates\s+of\s+birth[^;\n\d:]{{0,80}}: "
                rf"(?P<value>{_OF_LIFE})(?![\d/])",
                re.IGNORECASE,
            ),
            0.9,
            accept=_has_its_year,
        ),
        Rule(
            EntityType.DATE_OF_BIRTH,
            re.compile(rf"(?<![^\W_]){_BORN}(?P<value>{_OF_LIFE})(?![\d/])", re.IGNORECASE),
            0.9,
        ),
        Rule(
            EntityType.DATE_OF_BIRTH,
            _after(r"d\.?\s?o\.?\s?b|date\s+of\s+birth"),
            0.9,
            beside=frozenset({"dob", "d", "date"}),
        ),
        Rule(
            EntityType.DATE_OF_BIRTH,
            re.compile(
                rf"(?<![^\W_])aged?:?\s+\d{{1,3}}(?:\s?(?:yrs?|years?|months?|weeks?))?(?:\sold)?,?"
                rf"\s*[(\[]\s*(?P<value>{_OF_LIFE})(?=\s*[)\]])",
                re.IGNORECASE,
            ),
            0.8,
            accept=_has_its_year,
        ),
        Rule(
            EntityType.DATE_OF_BIRTH,
            re.compile(
                rf"(?<![\w./-])(?P<value>{_OF_LIFE}),?\s+(?:was\s+)?{_DAY_ON_WHICH}\s+"
                rf"[^.;\n\d]{{2,40}}?\s{_ARRIVED}",
                re.IGNORECASE,
            ),
            0.85,
            accept=_has_its_year,
            beside=frozenset({"born", "arrived", "came", "birth"}),
        ),
        Rule(
            EntityType.DATE_OF_BIRTH,
            re.compile(
                rf"(?<![^\W_])(?:arrived\s+(?:[a-z]+\s+(?:days?|weeks?|months?)\s+)?(?:early|late|"
                rf"prematurely)|(?:gave|giving)\s+birth(?:\s+to\s+[^.;\n\d]{{2,40}}?)?),?\s+on\s+"
                rf"(?P<value>{_OF_LIFE})(?![\d/])",
                re.IGNORECASE,
            ),
            0.85,
            accept=_has_its_year,
        ),
        Rule(EntityType.DATE_OF_DEATH, _before(_DEATH), 0.95, accept=_is_of_a_life),
        Rule(
            EntityType.DATE_OF_DEATH,
            re.compile(
                rf"(?:(?<![^\W_])|(?=')){_DIED}(?P<value>{_OF_LIFE})(?![\d/])", re.IGNORECASE
            ),
            0.85,
            beside=_OF_DEATH,
        ),
        Rule(
            EntityType.DATE_OF_DEATH,
            re.compile(
                rf"(?<![^\W_]){_DIED_BRIEFLY}{_BRIEFLY}(?P<value>{_OF_LIFE})(?![\d/])",
                re.IGNORECASE,
            ),
            0.85,
        ),
        Rule(
            EntityType.DATE_OF_DEATH,
            re.compile(
                rf"(?<![^\W_]){_DAGGER}{_BRIEFLY}(?P<value>{_OF_LIFE})(?![\d/])", re.IGNORECASE
            ),
            0.85,
            hint=hint(_DAGGER),
        ),
        Rule(
            EntityType.DATE_OF_DEATH,
            _after(r"d\.?\s?o\.?\s?d|date\s+of\s+death"),
            0.9,
            beside=frozenset({"dod", "d", "date"}),
        ),
    )

    def find(self, prepared: Prepared) -> Iterator[Match]:
        for found in super().find(prepared):
            yield found
            entity, _, reached, score = found
            while more := _ONE_MORE.match(prepared.text, reached):
                reached = more.end("value")
                yield entity, more.start("value"), reached, score
