"""Officers' numbers that nothing beside them tells, by those that the review has elsewhere.

"Sgt 441" in a report says whose number stands alone in a cell of a log, and that "2217" is one in
"attended by 441, 2217". A short number, or one that looks like a year, is an officer's only where
the place says so; one like "672T" hardly ever is anything else.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from redactor.detection.reading import Found, Reading
from redactor.detection.recognisers.times import is_time_or_measure
from redactor.detection.spans import PATTERN, Candidate
from redactor.detection.values import A_YEAR
from redactor.model import EntityType, Evidence, Verdict
from redactor.text.words import MONTHS

_SURE = 0.7
_REACH = 30
_DIGIT = re.compile(r"\d")
# "PC 1977", "entry by 1977", "BWV_1977": no year stands so.
_OF_AN_OFFICER = re.compile(
    r"(?:\b(?:T?PC|WPC|T?DC|[DP]S|PCSO|DI|A/?O|OIC|[1-3]IC|[Cc]onstable|[Ss]ergeant|[Oo]fficer) ?|"
    r"\b(?:[Ee]ntry|[Ff]ootage) by |\bBWV[_ -])\(?$"
)
_AT_WORK = re.compile(r" (?:(?:at|on) scene|to control|en route)\b")
_SHORT = re.compile(r"\d{2,3}[A-Z]?")
_LETTERED = re.compile(r"(?<![\w./\u00a3-])\d{3}[A-Z](?![\w/-]|\.\d)")
"""As some forces number their officers. Of 580 such tokens in the development texts 548 are theirs,
and the others forms: "124D", "Form 100A"."""
_A_FORCE_S = 2
"""How many officers with such a number show that the force has them."""
_OF_A_TEXT = re.compile(
    r"(?:\b(?:an?|the|forms?|sections?|s|ss|acts?|rules?|reg(?:ulation)?s?|articles?|schedules?|parts?|"
    r"para(?:graph)?s?|pages?|appendix|annex|rooms?|wards?|flats?|units?|bays?|buses|bus|route|"
    r"tables?|code)\.?) $",
    re.IGNORECASE,
)
_OF_A_BUS = re.compile(r" (?:bus|train|flight|order|notice|form|certificate)\b")
_BY_AN_OFFICER = re.compile(
    r"\b(?:by|officers?|constable|sergeant|inspector|gaoler|PC|PS|DC|DS|Sgt),? $", re.IGNORECASE
)
_ITS_UNIT = re.compile(r" ?(?:%|[a-z]+s\b|per\b|of\b|am\b|pm\b)|[.:/]\d")
# A list of numbers as officers have them; sums, times and dates have more around them.
_OFFICER = r"(?P<value>\d{3,5}[A-Z]?)"
_ONE_BEHIND = re.compile(
    rf"(?:, | and |, and | & | ?/ ?){_OFFICER}(?![\w/:%-]|[.,]\d| (?:hours|hrs)\b)"
)
_ONE_AHEAD = re.compile(rf"(?<![\w/:.,\u00a3-])(?<!\d ){_OFFICER}(?:, | and |, and | & | ?/ ?)$")
_LONGEST_ITEM = 14
_IN_A_YEAR = re.compile(
    r"\b(?:in|of|since|from|until|till|to|by|for|during|early|late|mid|and|the)[ -]$", re.IGNORECASE
)
_ELSEWHERE = (Evidence("review", 0.9, "an officer's number elsewhere in the review"),)
_LIKE_THE_OTHERS = (Evidence("review", 0.85, "a number like those of the review's officers"),)
_LIKE_AN_OFFICER_S = (Evidence("shape", 0.6, "a number as some forces' officers have it"),)


class Officers:
    """The numbers of a review's officers."""

    def __init__(self, given: Iterable[tuple[str, Found]]) -> None:
        """`given` are texts, each with a span that a recogniser found in it."""
        collars = [
            text[found.start : found.end]
            for text, found in given
            if found.entity == EntityType.COLLAR_NUMBER.name and found.score >= _SURE
        ]
        self._like_years = {value for value in collars if A_YEAR.fullmatch(value)}
        self._short = {value.lower() for value in collars if _SHORT.fullmatch(value)}
        self._has_lettered = sum(map(bool, map(_LETTERED.fullmatch, collars))) >= _A_FORCE_S

    def find(
        self, reading: Reading, names: Collection[int], known: Iterable[Candidate]
    ) -> Iterator[Candidate]:
        """Where they stand in `reading`, beside the numbers `known` there; `names` are its words
        that may be names of people."""
        if not _DIGIT.search(reading.text):
            return
        yield from _listed(reading, known)
        for index, word in enumerate(reading.words):
            if (word.key in self._like_years and _is_no_year(reading, index, names)) or (
                word.key in self._short and _is_no_count(reading, index, names)
            ):
                yield _candidate(word.start, word.end)
        yield from self._lettered(reading)

    def _lettered(self, reading: Reading) -> Iterator[Candidate]:
        """Numbers like "672T", which only officers have; asked about where no other has one."""
        text = reading.text
        for match in _LETTERED.finditer(text):
            ahead = text[max(0, match.start() - _REACH) : match.start()]
            if _OF_A_TEXT.search(ahead) or _OF_A_BUS.match(text, match.end()):
                continue
            verdict = Verdict.REPLACE if self._has_lettered else Verdict.ASK
            reasons = _LIKE_THE_OTHERS if self._has_lettered else _LIKE_AN_OFFICER_S
            yield Candidate(*match.span(), EntityType.COLLAR_NUMBER, verdict, reasons, PATTERN)


def _is_no_year(reading: Reading, index: int, names: Collection[int]) -> bool:
    """An officer's number that looks like a year stands where none does: "Ostler (1977)"."""
    word = reading.words[index]
    before = reading.text[max(0, word.start - _REACH) : word.start]
    if _OF_AN_OFFICER.search(before):
        return True
    if index - 1 in names and reading.words[index - 1].key not in MONTHS:
        return reading.gaps[index - 1] in (" ", "(", "/")
    if _IN_A_YEAR.search(before):
        return False
    at_work = _AT_WORK.match(reading.text, word.end)
    return bool(at_work) or (index + 1 in names and reading.gaps[index] == "(")


def _is_no_count(reading: Reading, index: int, names: Collection[int]) -> bool:
    """A short number of an officer alone in a cell, beside a name, or as who did something:
    "the sergeant, 441,", "48 ROWLEY", "detained by 48"."""
    word = reading.words[index]
    text = reading.text
    if len(word.key) > 2 and text.strip() == text[word.start : word.end]:
        return True
    if is_time_or_measure(text, word.start, word.end):
        return False
    before = text[max(0, word.start - _REACH) : word.start]
    if _BY_AN_OFFICER.search(before) and not _ITS_UNIT.match(text, word.end):
        return True
    beside = (index - 1, " (/,", index - 1), (index + 1, " (", index)
    return any(
        other in names and gap < len(reading.gaps) and reading.gaps[gap] in {*joints, ", "}
        for other, joints, gap in beside
    )


def _listed(reading: Reading, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """ "Attended by 441, 2217 and 9930": numbers in one list with an officer's."""
    text = reading.text
    for first, last in sorted({(one.start, one.end) for one in known}):
        start, end = first, last
        while (more := _ONE_BEHIND.match(text, end)) and not A_YEAR.fullmatch(more["value"]):
            end = more.end()
            yield _candidate(*more.span("value"))
        while (
            more := _ONE_AHEAD.search(text, max(0, start - _LONGEST_ITEM), start)
        ) and not A_YEAR.fullmatch(more["value"]):
            start = more.start("value")
            yield _candidate(*more.span("value"))


def _candidate(start: int, end: int) -> Candidate:
    return Candidate(start, end, EntityType.COLLAR_NUMBER, Verdict.REPLACE, _ELSEWHERE, PATTERN)
