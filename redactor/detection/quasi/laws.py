"""Statutes, articles, rules and cited judgments: what stays, with the dates and names in it."""

from __future__ import annotations

import re
from typing import ClassVar

from redactor.detection.quasi.kinds import Kind
from redactor.detection.quasi.shapes import ShapeRecogniser, any_of

_NUMBERS = r"\d+[A-Za-z]?(?:\s?\([0-9a-z]+\))*(?:(?:,|\s?(?:and|to|or|-|\u2013))?\s?\d+[A-Za-z]?\b(?:\s?\([0-9a-z]+\))*)*"
_PROVISION = (
    r"(?:Articles?|Sections?|sections?|Rules?|rules?|Protocols?(?:\s+Nos?\.)?|[Pp]aragraphs?|Schedules?|"
    r"Regulations?|regulations?|Chapters?|Parts?|Annex|\u00a7+)"
)
_NAMED = any_of(
    "Act Acts Code Codes Constitution Regulations? Order Rules? Decree Law Laws Ordinance Statute Bill "
    "Directive Convention Treaty Charter Instrument Guidelines? Instructions?"
)
_CAPITALISED = r"(?:[A-Z\u00c0-\u024f][\w'-]*|of|and|the|for|on|to|in|\(\w[\w\s,]*\))"

PROVISION = re.compile(
    rf"\b{_PROVISION}\s+(?:\u00a7+\s*)?{_NUMBERS}(?:\s\u00a7+\s{_NUMBERS})?"
    rf"(?:\s(?:\([a-z0-9]+\)\s?)*(?:of|to|in)\s(?:the\s)?(?:[A-Z][\w'-]*\s)*{_NAMED}\b(?:\s(?:1[6-9]|20)\d\d)?"
    r"(?:\sNo\.\s\d+)?)?"
)
ACT = re.compile(
    rf"\b(?:[A-Z][\w'-]*\s)(?:{_CAPITALISED}\s)*{_NAMED}(?:\s\([^)]{{1,40}}\))?"
    r"(?:,?\s(?:of\s)?(?:\d{1,2}\s\w+\s)?(?:1[6-9]|20)\d\d)?\b(?:\s\(no\.\s[^)]{1,20}\))?"
    r"|\b(?:the|The)\s(?:1[6-9]|20)\d\d\s(?:\w+\s)?(?:Act|Order|Law|Regulations?|Rules|Code|Convention)\b"
    r"|\b(?:Law|Decree|Act|Protocol|Directive)\s(?:no|No|nr)s?\.\s?\d+(?:/\d+)*(?:\sof\s(?:\d{1,2}\s\w+\s)?(?:1[6-9]|20)\d\d)?"
)
CITED = re.compile(
    r"\b[A-Z][\w'.\u00c0-\u024f-]*(?:\s(?:[A-Z][\w'.\u00c0-\u024f-]*|and|others|v\.?|the|of|de|van|der))*?\sv\.?\s"
    r"(?:the\s)?[A-Z][\w'-]*(?:\s(?:[A-Z][\w'-]*|and|of|the))*"
    r"(?:\s?[\[(](?:GC|dec\.|no\.\s\d+)[\])])*(?:,\snos?\.\s\d+/\d\d(?:(?:,|\sand)\s\d+/\d\d)*)?"
)


class LawRecogniser(ShapeRecogniser):
    shapes: ClassVar[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
        (Kind.LAW, PROVISION),
        (Kind.LAW, ACT),
        (Kind.LAW, CITED),
    )
