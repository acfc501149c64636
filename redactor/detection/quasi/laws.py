"""Statutes, articles, rules and cited judgments: what stays, with the dates and names in it.

Repetitions are bounded, so that no text, however odd, keeps a shape busy.
"""

from __future__ import annotations

import re
from typing import ClassVar

from redactor.detection.quasi.kinds import Kind
from redactor.detection.quasi.shapes import ShapeRecogniser, any_of

_YEAR = r"(?:1[6-9]|20)\d\d"
_DATE = rf"\d{{1,2}}\s[A-Z][a-z]{{2,8}}\s{_YEAR}"
_WORD = r"[A-Z\u00c0-\u024f][\w'-]*"
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady)"
_SMALL = r"(?:of|and|the|for|on|to|in)"

_ONE = r"\d+[A-Za-z]?\b(?:\s?\([0-9a-z]+\)){0,4}"
_NUMBERS = rf"{_ONE}(?:(?:,|\s?(?:and|to|or|-|\u2013))?\s?{_ONE}){{0,30}}"
_PROVISION = (
    r"(?:Articles?|[Ss]ections?|[Rr]ules?|Protocols?(?:\s+Nos?\.)?|[Pp]aragraphs?|Schedules?|"
    r"[Rr]egulations?|Chapters?|Parts?|Annex|\u00a7+)"
)
_NAMED = any_of(
    "Acts? Codes? Constitution Regulations? Order Rules? Decree Laws? Ordinance Statute Bill "
    "Directive Convention Treaty Charter Instrument Guidelines? Instructions?"
)

PROVISION = re.compile(
    rf"\b{_PROVISION}\s+(?:\u00a7+\s*)?{_NUMBERS}(?:\s\u00a7+\s{_NUMBERS})?"
    rf"(?:\s(?:of|to|in)\s(?:the\s)?(?:{_WORD}\s){{0,8}}{_NAMED}\b(?:\s{_YEAR})?(?:\sNo\.\s\d+)?)?"
)
ACT = re.compile(
    rf"\b(?!{_TITLE}\b){_WORD}\s(?:(?:{_WORD}|{_SMALL}|\([A-Z][^()\n]{{1,40}}\))\s){{0,10}}{_NAMED}\b"
    rf"(?:\s\([^()\n]{{1,40}}\))?(?:,?\s(?:of\s)?(?:{_DATE}|{_YEAR})\b)?"
    r"(?:\s\(no\.\s[^()\n]{1,20}\))?"
    rf"|\b[Tt]he\s{_YEAR}\s(?:\w+\s)?(?:Act|Order|Law|Regulations?|Rules|Code|Convention)\b"
    r"|\b(?:Law|Decree|Act|Protocol|Directive)\s(?i:no|nr)s?\.\s?\d+(?:/\d+){0,3}"
    rf"(?:\sof\s(?:{_DATE}|{_YEAR})\b)?"
)
_PARTY = rf"{_WORD}\.?(?:\s(?:{_WORD}\.?|and|others|the|of|de|van|der)){{0,8}}"
CITED = re.compile(
    rf"\b{_PARTY}\sv\.?\s(?:the\s)?{_PARTY}"
    r"(?:\s?[\[(](?:GC|dec\.|no\.\s\d+)[\])]){0,3}"
    r"(?:,\snos?\.\s\d+/\d\d(?:(?:,|\sand)\s\d+/\d\d){0,30})?"
)
_FORCE = r"(?:entry|entered|enters|entering|came|comes|coming|was|remained)\s(?:into|in)\sforce"
IN_FORCE = re.compile(
    rf"\b{_FORCE}\b[^.;\n]{{0,60}}?{_DATE}"
    rf"|\b[Oo]n\s{_DATE},?\s(?:the\sCourt\schanged\sthe\scomposition|[^.;\n]{{0,60}}?{_FORCE})"
)
"""When a law begins to hold, or a court is put together anew: that tells nobody's case."""


class LawRecogniser(ShapeRecogniser):
    shapes: ClassVar[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
        (Kind.LAW, PROVISION),
        (Kind.LAW, ACT),
        (Kind.LAW, CITED),
        (Kind.LAW, IN_FORCE),
    )
