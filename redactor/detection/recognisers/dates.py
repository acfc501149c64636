"""Dates of birth: a full date beside "DOB", "date of birth" or "born".

A month or a year alone stays: published reviews tell them (domain conventions C38, C39). The
grammar of dates is the one people write in the United Kingdom: day before month, or the month in
words, or ISO 8601.
"""

from __future__ import annotations

import re
from typing import ClassVar

from redactor.detection.recognisers.rules import Rule, RuleRecogniser
from redactor.model import EntityType

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL = rf"{_DAY}\s?(?:st|nd|rd|th)?"
DATE = (
    rf"(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:the\s+)?"
    rf"{_ORDINAL}(?:\s+day)?(?:\s+of)?[\s-]+{MONTH}(?:,?[\s-]+(?:\d{{4}}|'?\d{{2}}))?"
    rf"|{MONTH}\s+{_ORDINAL}(?:,?\s+\d{{4}})?"
    rf"|{_DAY}\s?[./-]\s?(?:0?[1-9]|1[0-2])\s?[./-]\s?(?:\d{{4}}|\d{{2}})"
    rf"|(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.]{_DAY})"
)

_LABEL = r"(?:d\.?\s?o\.?\s?b\b\.?|date\s+of\s+birth|dates\s+of\s+birth|birth\s?date|birthday|b\.)"
_FILLER = r"(?:[^.;\n\d]{0,30}?[\s:(=\u2013-])?\(?\s*"
_BORN = (
    r"born(?:\s+(?:prematurely|early|at\s+home|alive|there))?"
    r"(?:\s+(?:at|in)\s+[\w' ]{2,40}?)?,?(?:\s+on)?[\s:(\u2013-]+(?:the\s+)?"
)

WHOLE_DATE = re.compile(DATE, re.IGNORECASE)


class BirthDateRecogniser(RuleRecogniser):
    """The date alone is the span, without its label."""

    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            EntityType.DATE_OF_BIRTH,
            re.compile(
                rf"(?<![^\W_]){_LABEL}{_FILLER}(?<![\d/.-])(?P<value>{DATE})(?![\d/])",
                re.IGNORECASE,
            ),
            0.95,
        ),
        Rule(
            EntityType.DATE_OF_BIRTH,
            re.compile(rf"(?<![^\W_]){_BORN}(?P<value>{DATE})(?![\d/])", re.IGNORECASE),
            0.9,
        ),
        Rule(
            EntityType.DATE_OF_BIRTH,
            re.compile(
                rf"(?<![\d/.-])(?P<value>{DATE})\s*[(,\u2013-]?\s*"
                r"(?:d\.?\s?o\.?\s?b\b|date\s+of\s+birth)(?!\s*[:=])",
                re.IGNORECASE,
            ),
            0.9,
        ),
    )
