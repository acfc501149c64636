"""Numbers and days that the review gives away elsewhere.

"PC 8127 Ostler" in one report says whose number stands alone in another's log; "DOB 4.3.87" says
what "04/03/1987" is in a letter. A value that a recogniser was sure of anywhere is found everywhere
in the review, whatever its blanks, hyphens and slashes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from redactor.detection.reading import Found, Reading
from redactor.detection.recognisers.dates import DATE_OF_LIFE, day_of
from redactor.detection.recognisers.times import is_time_or_measure
from redactor.detection.spans import PATTERN, Candidate
from redactor.model import EntityType, Evidence, Verdict
from redactor.text.words import MONTHS

_SURE = 0.7
_SHORTEST = 4
_FEWEST_DIGITS = 3
_MOST_WORDS = 8
_REACH = 30
_WORDY = frozenset({EntityType.ADDRESS, EntityType.EMAIL, EntityType.URL, EntityType.POSTCODE})
_DAYS = frozenset({EntityType.DATE_OF_BIRTH, EntityType.DATE_OF_DEATH})
_NUMBERS = {
    kind.name: kind
    for kind in EntityType
    if kind.is_identifier and kind not in _WORDY and kind not in _DAYS
}
_BIRTH = EntityType.DATE_OF_BIRTH.name
_COLLAR = EntityType.COLLAR_NUMBER.name
_DIGIT = re.compile(r"\d")
_JOINT = re.compile(r"[ \-/.:#_]{0,2}")
_A_YEAR = re.compile(r"19\d\d|20[0-3]\d")
# "PC 1977", "entry by 1977", "BWV_1977": no year stands so.
_OF_AN_OFFICER = re.compile(
    r"(?:\b(?:T?PC|WPC|T?DC|[DP]S|PCSO|DI|A/?O|OIC|[1-3]IC|[Cc]onstable|[Ss]ergeant|[Oo]fficer) ?|"
    r"\b(?:[Ee]ntry|[Ff]ootage) by |\bBWV[_ -])\(?$"
)
_AT_WORK = re.compile(r" (?:(?:at|on) scene|to control|en route)\b")
_SHORT_COLLAR = re.compile(r"\d{2,3}[A-Z]?")
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
    r"(?:\b(?:by|officers?|constable|sergeant|inspector|gaoler|PC|PS|DC|DS|Sgt),? |"
    r"(?:officer|constable|sergeant|inspector), )$",
    re.IGNORECASE,
)
_ITS_UNIT = re.compile(r" ?(?:%|[a-z]+s\b|per\b|of\b|am\b|pm\b)|[.:/]\d")
# A list of numbers as officers have them; sums, times and dates have more around them.
_OFFICER = r"(?P<value>\d{3,5}[A-Z]?)"
_ONE_BEHIND = re.compile(
    rf"(?:, | and |, and | & |/){_OFFICER}(?![\w/:%-]|[.,]\d| (?:hours|hrs)\b)"
)
_ONE_AHEAD = re.compile(rf"(?<![\w/:.,\u00a3-])(?<!\d ){_OFFICER}(?:, | and |, and | & |/)$")
_LONGEST_ITEM = 14
_IN_A_YEAR = re.compile(
    r"\b(?:in|of|since|from|until|till|to|by|for|during|early|late|mid|and|the)[ -]$", re.IGNORECASE
)
_SUM_OR_PART = re.compile(r"[\u00a3$\u20ac.,]\s?$")
_EVIDENCE = (Evidence("review", 0.9, "an identifier elsewhere in the review"),)
_LIKE_THE_OTHERS = (Evidence("review", 0.85, "a number like those of the review's officers"),)
_LIKE_AN_OFFICER_S = (Evidence("shape", 0.6, "a number as some forces' officers have it"),)


class Values:
    """The identifiers and days of birth of a review, by what they are without punctuation."""

    def __init__(self, given: Iterable[tuple[str, Found]]) -> None:
        """`given` are texts, each with a span that a recogniser found in it."""
        self._kinds: dict[str, EntityType] = {}
        self._like_years: set[str] = set()
        self._short: set[str] = set()
        lettered = 0
        self._births: set[tuple[int, int, int]] = set()
        for text, found in given:
            if found.score < _SURE:
                continue
            value = text[found.start : found.end]
            lettered += found.entity == _COLLAR and bool(_LETTERED.fullmatch(value))
            if found.entity in _NUMBERS and (key := _key(value, found.entity)):
                self._kinds.setdefault(key, _NUMBERS[found.entity])
            elif found.entity == _COLLAR and _A_YEAR.fullmatch(value):
                self._like_years.add(value)
            elif found.entity == _COLLAR and _SHORT_COLLAR.fullmatch(value):
                self._short.add(value.lower())
            elif found.entity == _BIRTH and (day := day_of(value)) is not None:
                self._births.add(day)
        self._has_lettered = lettered >= _A_FORCE_S
        self._beginnings = {
            key[:length] for key in self._kinds for length in range(1, len(key) + 1)
        }

    def find(self, reading: Reading, names: Collection[int] = ()) -> Iterator[Candidate]:
        """Where they stand in `reading`; `names` are its words that may be names of people."""
        if not _DIGIT.search(reading.text):
            return
        numbers = list(self._numbers(reading))
        yield from numbers
        yield from _listed_officers(reading, numbers)
        for index, word in enumerate(reading.words):
            if (word.key in self._like_years and _is_a_collar(reading, index, names)) or (
                word.key in self._short and _is_an_officer(reading, index, names)
            ):
                yield _candidate(word.start, word.end, EntityType.COLLAR_NUMBER)
        yield from self._lettered(reading)
        if self._births:
            for match in DATE_OF_LIFE.finditer(reading.text):
                if day_of(match.group()) in self._births:
                    yield _candidate(*match.span(), EntityType.DATE_OF_BIRTH)

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

    def _numbers(self, reading: Reading) -> Iterator[Candidate]:
        words = reading.words
        for first, word in enumerate(words):
            if word.key not in self._beginnings:
                continue
            value = ""
            for last in range(first, min(first + _MOST_WORDS, len(words))):
                if last > first and not _JOINT.fullmatch(reading.gaps[last - 1]):
                    break
                value += words[last].key
                if value not in self._beginnings:
                    break
                if value in self._kinds and _stands_alone(reading, word.start, words[last].end):
                    yield _candidate(word.start, words[last].end, self._kinds[value])


def _key(value: str, entity: str) -> str:
    """Letters and digits of a value in lower case; "" when it might be anything."""
    key = "".join(char for char in value.lower() if char.isalnum())
    digits = sum(map(str.isdigit, key))
    fewest = _FEWEST_DIGITS - (entity == EntityType.VEHICLE.name and len(key) > _SHORTEST)
    if len(key) < _SHORTEST or digits < fewest or _A_YEAR.fullmatch(key):
        return ""
    return key


def _is_a_collar(reading: Reading, index: int, names: Collection[int]) -> bool:
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


def _is_an_officer(reading: Reading, index: int, names: Collection[int]) -> bool:
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


def _listed_officers(reading: Reading, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """ "Attended by 441, 2217 and 9930": numbers in one list with an officer's."""
    text = reading.text
    collars = {
        *((c.start, c.end) for c in known if c.type is EntityType.COLLAR_NUMBER),
        *((f.start, f.end) for f in reading.found if f.entity == _COLLAR and f.score >= _SURE),
    }
    for first, last in sorted(collars):
        start, end = first, last
        while (more := _ONE_BEHIND.match(text, end)) and not _A_YEAR.fullmatch(more["value"]):
            end = more.end()
            yield _candidate(*more.span("value"), EntityType.COLLAR_NUMBER)
        while (
            more := _ONE_AHEAD.search(text, max(0, start - _LONGEST_ITEM), start)
        ) and not _A_YEAR.fullmatch(more["value"]):
            start = more.start("value")
            yield _candidate(*more.span("value"), EntityType.COLLAR_NUMBER)


def _stands_alone(reading: Reading, start: int, end: int) -> bool:
    """No sum, no part of a longer number, no measure."""
    text = reading.text
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if _SUM_OR_PART.search(before) and not before.endswith((". ", ", ")):
        return False
    if re.match(r"[.,]\d", after):
        return False
    return not is_time_or_measure(text, start, end)


def _candidate(start: int, end: int, kind: EntityType) -> Candidate:
    return Candidate(start, end, kind, Verdict.REPLACE, _EVIDENCE, PATTERN)
