"""Dates, times, durations and ages, in figures and in words."""

from __future__ import annotations

import re
from typing import ClassVar

from redactor.detection.quasi.kinds import Kind
from redactor.detection.quasi.numbers import NUMBER
from redactor.detection.quasi.shapes import ShapeRecogniser, any_of
from redactor.detection.recognisers.dates import MONTH

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NTH = rf"{_DAY}(?:\s?(?:st|nd|rd|th))?"
_DAYS = rf"{_NTH}(?:(?:\s?[-\u2013/]\s?|,\s|,?\s(?:and|to|or)\s){_NTH}){{0,5}}"
_YEAR = r"(?:1[89]|20)\d\d"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b"
_SEASON = any_of("spring summer autumn winter Christmas Easter Ramadan")
_PART = r"(?:(?:early|mid|late|the\s+end\s+of|the\s+beginning\s+of)[\s-]+)?"
_UNIT = any_of("seconds? minutes? hours? days? nights? weeks? fortnights? months? years? decades?")
_MORE = any_of("additional further consecutive calendar working extra more full or so")
_POSSESSIVE = r"(?:'s|')?"

DAY = re.compile(
    rf"\b(?:{_WEEKDAY},?\s+(?:the\s+)?)?(?:{_DAYS}(?:\s+of)?[\s-]+{MONTH}"
    rf"(?!\w)(?:,?[\s-]+(?:{_YEAR}|'\d\d)\b)?"
    rf"|{MONTH}\s+{_NTH}(?!\w)(?:\s?[-\u2013]\s?{_NTH})?(?:,?\s+{_YEAR}\b)?"
    rf"|{_DAY}\s?(?P<mark>[./-])\s?(?:0?[1-9]|1[0-2])\s?(?P=mark)\s?(?:{_YEAR}|\d\d)(?![\d/])"
    rf"|(?:0?[1-9]|1[0-2])/{_DAY}/(?:{_YEAR}|\d\d)(?![\d/])"
    rf"|{_YEAR}[-/.](?:0?[1-9]|1[0-2])[-/.]{_DAY}(?!\d)(?:[T\s]\d\d:\d\d(?::\d\d)?)?)"
)
MONTH_OF_YEAR = re.compile(
    rf"\b(?:{_PART}(?:{MONTH}(?:(?:\s?[-\u2013/]\s?|,\s|\s(?:and|to|or|until)\s){MONTH}){{0,3}}"
    rf"(?:\s+of)?,?\s+{_YEAR}|{_SEASON}(?:\s+of)?\s+{_YEAR}(?:[/-]\d\d(?:\d\d)?)?)\b"
    rf"|{_PART}(?:January|February|April|June|July|August|September|October|November|December)\b"
    # "March" and "May" are words as well.
    r"|(?:in|since|until|by|during|from|last|next)\s+(?P<value>March|May)\b)"
)
YEAR = re.compile(
    rf"(?<![\d/.,\u00a3$\u20ac-]){_PART}{_YEAR}"
    rf"(?:s\b|[/\u2013-](?:{_YEAR}|\d\d)(?![\d/]))?(?![\d/])"
    r"(?!,\d)(?!\.\d)(?!\w)"
)
DURATION = re.compile(
    rf"\b(?:{NUMBER}(?:\s?(?:-|\u2013|to|or)\s?{NUMBER})?[\s-]{{1,2}}(?:{_MORE}\s+)?"
    rf"{_UNIT}\b{_POSSESSIVE}"
    rf"(?:(?:,?\s+and|,)\s+{NUMBER}\s+{_UNIT}\b{_POSSESSIVE}){{0,3}})",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"\b(?:[01]?\d|2[0-3])(?:[.:][0-5]\d)?\s?(?:a\.?\s?m\b\.?|p\.?\s?m\b\.?|o'clock|noon|hours\b)"
    r"|\b(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?\b",
    re.IGNORECASE,
)
AGE = re.compile(
    rf"\b(?:age[ds]?\s+(?:of\s+|is\s+|was\s+)?{NUMBER}(?:\s+years)?"
    rf"|{NUMBER}(?:\s+and\s+{NUMBER})?[\s-](?:years?|months?|weeks?)[\s-](?:old\b|of\s+age\b)"
    r"|\d{1,3}\s?(?:y/?o\b|yo\b)"
    r"|(?:[Hh]e|[Ss]he|I|just|who)\s+(?:is|was|turned|'m)\s+(?P<value>\d{1,2})(?=[.,;!?]|$))",
)


class DateRecogniser(ShapeRecogniser):
    shapes: ClassVar[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
        (Kind.DAY, DAY),
        (Kind.MONTH, MONTH_OF_YEAR),
        (Kind.YEAR, YEAR),
        (Kind.AGE, AGE),
        (Kind.DURATION, DURATION),
        (Kind.CLOCK, CLOCK),
    )
