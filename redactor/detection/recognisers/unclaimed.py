"""Numbers that no family claims: too long, or too mixed with letters, to be said of anything else.

A reader need not know whose number "109990011830" is to look it up, and nobody knows all systems of
all agencies. So every token with digits is an identifier unless something says what else it is: a
date, a time, a sum, a measure, a count, a paragraph, a road, a book. Short ones need a word before
them that says so: "no.", "ref", "job". Telephone, NHS and other numbers have families of their own,
whose scores are higher.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from redactor.detection.recognisers.hints import THREE_DIGITS, Hint
from redactor.detection.recognisers.prepared import Prepared
from redactor.detection.recognisers.rules import Match, RuleRecogniser, cues
from redactor.model import EntityType

_BY_SHAPE = 0.6
_BY_LABEL = 0.7

_JOINT = r"(?:[-/._*#]|(?<=\d):(?=\d))"
# Words for a number, ranks and small words in capitals, which are no part of it: "TS 441720" is one
# value, of "NHS 999 407 7139" and "TEL 07700 900318" the figures are.
_NO_PREFIX = (
    r"(?:NHS|CHI|HCN|NI|TEL|MOB|PH|FAX|IMEI|MPAN|MPRN|UPRN|UPN|ULN|URN|UTR|REF|NO|ID|IBAN|CRN|"
    r"MRN|VRN|DOB|PIN|EXT|SIM|ICCID|CALL|CARD|PC|DC|PS|DS|SC|GP|HV|SW|S1|PO|FROM|AND|TO|ON|RE|OF|"
    r"IN|AT|BY|IS|OR|A|I)\b"
)
_TOKEN = re.compile(
    r"(?<![\w\u00a3$\u20ac@+])(?<!\d[.,])(?<![\u00a3$\u20ac] )(?<![\w)][/-])"
    rf"(?=(?:[A-Z]{{1,2}} )?(?:[A-Za-z]*+{_JOINT}?+){{3}}[A-Za-z]*+\d)"
    rf"(?:(?!{_NO_PREFIX})[A-Z]{{1,2}} (?=\d{{5}}))?"
    rf"[A-Za-z\d]+(?:{_JOINT}[A-Za-z\d]+)*(?![\w@%\u00b0]|,\d{{3}}|[./-]\d)"
)
_GROUPS = re.compile(
    r"(?<![\w\u00a3$\u20ac@+.,/-])(?<![\u00a3$\u20ac] )(?<!\d )"
    rf"(?:(?!{_NO_PREFIX})[A-Z]{{1,4}} ?)?\d{{2,7}}(?: [A-Z\d]{{1,7}}){{1,6}}"
    r"(?:/[A-Z\d]{1,4}){0,3}"
    r"(?![\w@%]|[./,-]\d| \d|\.[A-Z])"
)
# In the name of a file: "LCS_7587943_discussion", "Iclal_PF400162_discharge".
_IN_A_FILE_NAME = re.compile(r"(?<=[^\W\d]_)[A-Z]{0,3}\d{6,10}(?=_|\.|$)")
_DAY_IN_SIX = re.compile(
    r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d|\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
)
_MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_YEAR = r"(?:19|20)\d\d"
_COMPACT_DAY = re.compile(
    rf"{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|"
    rf"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2]){_YEAR}"
)
_HARMLESS = re.compile(
    rf"\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|{_YEAR}[-/.]\d\d?(?:[-/.]\d\d?)?|"  # days
    rf"\d{{1,2}}[-./]?{_MONTH}[-./]?(?:\d{{2,4}})?|{_MONTH}[-./]?\d{{2,4}}|"
    rf"{_YEAR}(?:[-/]{_YEAR})*|\d\d[-/]\d\d|\d{{1,2}}[-/.]{_YEAR}|"
    rf"{_COMPACT_DAY.pattern}|"
    r"\d{1,4}(?:[.:]\d\d){0,2}(?:-\d{1,4}(?:[.:]\d\d){0,2})?(?:[a-z]{1,7})?|"  # times, ranges
    r"\d{1,3}/\d{1,3}|"
    r"\d+(?:\.\d+)+[a-z]?|\d+(?:[-/.]\d+)?[a-z]{1,7}|\d+x\d+[a-z]*|"  # numbered parts, measures
    r"[vV]\d{1,3}(?:[._]\d{1,3})*[a-z]?|"  # versions
    r"[ABM]\d{1,4}|[A-Za-z]{1,3}\d{1,3}[A-Za-z]?|"  # roads, forms
    rf"[A-Z][A-Za-z]*[-/]?(?:{_YEAR}|\d{{1,2}})|[A-Z]\d?[-/]{_YEAR}"  # "COVID-19", "Q3/2019"
)
_FILE = re.compile(r"\.[A-Za-z]{2,5}$|^(?:www|https?)\b", re.IGNORECASE)
_PUBLISHED = cues(
    r"isbn(?:-?1[03])?", "issn", "doi", "pmid", "si", "s\\.i\\.", "article", "vol(?:ume)?",
    "regulations?", "directive", "cmnd?", "hc", "snomed(?: ct)?", "read code", "icd-?10", "bs",
    "en", "iso", "iec", "ewca", "ewhc", "uksc", "circular",
)  # fmt: skip
_COUNTED = re.compile(
    r" ?(?:million|billion|people|children|women|men|staff|per|pounds|percent|odd|km|miles)\b"
    r"| (?!(?:is|was|has|as|his|this|its|us|does|plus|across|towards|always)\b)[a-z]+s\b"
)
# "rose by 12345", "cases: 1234567".
_COUNTING = re.compile(
    r"\b(?:by|than|about|over|under|nearly|almost|around|approximately|some|population(?: of)?|"
    r"totals?(?: of)?|average(?: of)?|numbers? of [a-z ]{2,30})\s*$"
)
_IN_A_LIST_OF_COUNTS = re.compile(
    r"\b(?:cases|people|residents|households|visits|calls|crimes|homes):\s*$"
)
_LABEL = re.compile(
    r"(?:(?<![^\W_])(?:nos?|numbers?|num|refs?|references?|ids?|ident|identifier|code|serial|case|"
    r"file|record|account|acc(?:oun)?t|acc|a/c|tag|ticket|voucher|job|order|claim|policy|cert|"
    r"certificate|booking|barcode|receipt|log|session|event|episode|pin|passcode|card|token|"
    r"plate|index|licence|docket|bundle|badge|membership|register|quot(?:e|ed|es|ing)|"
    r"urn|fob|key|reg)\.?|#)"
    r"(?: (?:is|was|of|for [A-Z][a-z]+))?[\s:=(\[\"'\u201c\u2018\u2013\u2026-]*$",
    re.IGNORECASE,
)
_LABEL_OF_A_PLACE_IN_A_TEXT = re.compile(
    r"\b(?:page|pages|para(?:graph)?|recommendation|appendix|annex|item|table|row|figure|question|"
    r"answer|section|chapter|part|note|footnote|slide|rule|standard|step|line|tab|room|floor|bus|"
    r"route|platform|channel|version|issue|total|average|policy|procedure)\s+\S*\s*$",
    re.IGNORECASE,
)
_COMMON_NUMBERS = frozenset({"999", "111", "101", "100", "112", "119"})
_ONE_MORE = re.compile(
    r"(?:, ?| ?/ ?| ?& ?| and |, and | or |; ?)(?P<value>\d{3,12})(?![\w/]|[.,-]\d)"
)
_LABEL_REACH = 32
_FEWEST_DIGITS = 5
_MORE_THAN_A_COUNT = 7
"""Digits from which a count would have commas."""
_FEWEST_MIXED = 4
_FEWEST_IN_GROUPS = 9
_FEWEST_BEHIND_LETTERS = 8
_LETTERS = re.compile(r"[A-Z]{3,4}")


class UnclaimedNumberRecogniser(RuleRecogniser):
    """Case references by their length, their mixture or a word before them, at a low score."""

    needs: ClassVar[Hint] = THREE_DIGITS
    more_entities: ClassVar[tuple[str, ...]] = (EntityType.CASE_REFERENCE.name,)

    def find(self, prepared: Prepared) -> Iterator[Match]:
        text = prepared.text
        if "_" in text:
            for match in _IN_A_FILE_NAME.finditer(text):
                value = match.group()
                if not (_COMPACT_DAY.fullmatch(value) or _DAY_IN_SIX.fullmatch(value)):
                    yield EntityType.CASE_REFERENCE.name, *match.span(), _BY_SHAPE
        for pattern, is_by_shape in ((_TOKEN, _is_by_shape), (_GROUPS, _is_of_groups)):
            for match in pattern.finditer(text):
                start, end = match.span()
                value = match.group()
                if is_by_shape(value) and not _is_something_else(text, start, end):
                    score = _BY_SHAPE
                elif _is_labelled(text, start, end):
                    score = _BY_LABEL
                else:
                    continue
                yield EntityType.CASE_REFERENCE.name, start, end, score
                while (more := _ONE_MORE.match(text, end)) and _is_like(more["value"], value):
                    start, end = more.span("value")
                    yield EntityType.CASE_REFERENCE.name, start, end, score


def counts_parts(ahead: str) -> bool:
    """True where a number behind `ahead` counts parts of a text or of a building: "page"."""
    return bool(_LABEL_OF_A_PLACE_IN_A_TEXT.search(ahead[-_LABEL_REACH:]))


def _digits(value: str) -> int:
    return sum(map(str.isdigit, value))


def _is_by_shape(value: str) -> bool:
    """True when nothing but an identifier looks so."""
    if _HARMLESS.fullmatch(value) or _FILE.search(value):
        return False
    if value.isdigit():
        return len(value) >= _FEWEST_DIGITS and not value.endswith("000")
    return _digits(value) >= _FEWEST_MIXED


def _is_of_groups(value: str) -> bool:
    groups = value.split()
    if all(re.fullmatch(_YEAR, group) for group in groups if not group.isalpha()):
        return False
    fewest = _FEWEST_BEHIND_LETTERS if _LETTERS.fullmatch(groups[0]) else _FEWEST_IN_GROUPS
    return _digits(value) >= fewest and all(map(_digits, groups[1:]))


def _is_something_else(text: str, start: int, end: int) -> bool:
    """A count of something, or the number of a book or a law."""
    if text[start:end].isdigit():
        if _IN_A_LIST_OF_COUNTS.search(text, max(0, start - 20), start):
            return True
        counted = _COUNTED.match(text, end) or _COUNTING.search(text, max(0, start - 40), start)
        if counted and end - start < _MORE_THAN_A_COUNT:
            return True
    return bool(_PUBLISHED.search(text, max(0, start - 20), start))


def _is_labelled(text: str, start: int, end: int) -> bool:
    value = text[start:end]
    ahead = text[max(0, start - _LABEL_REACH) : start]
    if not _LABEL.search(ahead) or counts_parts(ahead):
        return False
    if value in _COMMON_NUMBERS or re.fullmatch(_YEAR, value) or _PUBLISHED.search(ahead):
        return False
    if value.isdigit():
        round_or_day = value.endswith("00") or _COMPACT_DAY.fullmatch(value)
        return len(value) > 2 and not round_or_day and not _COUNTED.match(text, end)
    return not _HARMLESS.fullmatch(value) and not _FILE.search(value) and _digits(value) > 1


def _is_like(more: str, value: str) -> bool:
    return value.isdigit() and len(more) == len(value) and not re.fullmatch(_YEAR, more)
