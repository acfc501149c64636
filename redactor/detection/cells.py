"""What a table says of a cell: the words of its row and column, and what follows from them alone.

"Ref", "Born" or "Hospital no." above a cell is a label like any other, so the cell is read behind
it. Two kinds of cell are taken whole: one token under a number's header ("No.": "BF56/0417"), for
nobody knows the shape of every agency's numbers, and what stands under "Address". A count ("Number
of visits": "112"), a year, a day, a time, a sum and the number of a row stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detection.reading import Found
from redactor.model import EntityType, Segment

_LONGEST_CELL = 80
_LONGEST_LABEL = 60
_SOURCE = "cell"
_DIGIT = re.compile(r"\d")
_NUMBERS = (
    r"(?:un)?ref(?:erence)?s?|numbers?|nos?|id(?:entifier)?s?|urn|upn|uln|uprn|usrn|mpan|mprn|crn|"
    r"mrn|fwin|cad|logs?|niche|storm|athena|cris|custody|pnc|pncid|cro|asn|collar|shoulder|warrant|"
    r"badge|pin|pid|acc(?:oun)?t|a/c|ex|seal|mac|sim|"
    r"tenancy|tenant|rent|council tax|payroll|policy|membership|claim|"
    r"crime|incident|occurrence|exhibit|exhibits|hosp|hospital|nhs|chi|h&c|hcn|nino|ni|passport|"
    r"ppt|"
    r"brp|visa|licence|vehicle|vrm|vrn|reg|registration|index|nomis|marac|mosaic|liquid ?logic|lcs|"
    r"las|ics|ehm|care ?first|rio|emis|system ?one|systm ?one|s1|datix|ulysses|delius|oasys|cpoms|"
    r"sims|job|repair|ticket|case|file|court|indictment|meter|serial|chip|imei|sim"
)
_OTHERS = (
    r"births?|dobs?|d\.o\.b|d ?o ?b|born|b\.|died|deaths?|dod|phones?|tel|telephone|mobiles?|mob|"
    r"ext|contact|landline|fax|e-?mail|addr(?:ess(?:es)?)?|residence|lives|post ?code|users?|"
    r"user ?names?|account names?|screen ?names?|handles?|log-?in|profile|socials?|sort code|iban|"
    r"sort|s/c|card|officers?|units?|collars?|oic|att(?:ending)?|bleep|pager|website|url|ip"
)
_LABEL = re.compile(rf"(?<![\w'])(?:{_NUMBERS}|{_OTHERS})(?![\w'])", re.IGNORECASE)
_OF_NUMBERS = re.compile(rf"(?<![\w'])(?:{_NUMBERS})(?![\w'])", re.IGNORECASE)
# "Number of visits", "Age at reference date": a count or a measure, or what is no number at all.
_COUNTS = re.compile(
    r"\b(?:numbers? of|nos?\.? of|how many|total|counts?|ages?|dates?|when|times?|years?|cost|"
    r"amount|"
    r"score|rate|dose|due|%)\b|[%\u00a3]",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?<![\w-])(?:addr(?:ess(?:es)?)?|residence|lives at)(?![\w-])", re.IGNORECASE
)
_NO_STREET = re.compile(r"(?<![\w-])(?:e-?mail|ip|web)\s+addr", re.IGNORECASE)
# The header of a table without one is its first row's value: "NHS number | 999 417 3022".
_IS_A_VALUE = re.compile(r"(?<!\d)(?!(?:19|20)\d\d(?!\d))\d{3,}|\d[ /.-]\d\d")
_TOKEN = re.compile(
    r"(?:[a-z][a-z.]*\s){0,2}(?P<value>(?=(?:[A-Za-z/ -]*\d){2})(?:[A-Z]{1,5}[ /-]){0,2}"
    r"[A-Za-z\d]*\d[A-Za-z\d]*(?:[-/ ][A-Za-z\d]*\d[A-Za-z\d]*|"
    r"[-/][A-Za-z]{1,5})*)\s*(?:\([^()]*\))?"
)
_NO_REFERENCE = re.compile(
    r"(?:19|20)\d\d(?:\s?[-/]\s?(?:19|20)?\d\d)?|\d{1,3}|\d{1,2}[/.:]\d{1,2}(?:[/.]\d{2,4})?|"
    r"(?:19|20)\d\d-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)|\d+\s?(?:[ap]m|hrs?|mg|ml|kg|g|cm|mm|m|km|"
    r"miles?|"
    r"x\s?\d+|%|p|k|years?|days?|weeks?|months?|hours?|mins?|minutes?)|[A-Za-z]{1,2}\d{1,2}|"
    r"\d{1,2}[a-z]|"
    r"[A-Z]?\d{1,2}(?:[ -]\d{1,2})?"
)
_DAY = re.compile(r"\d{1,2}-\d{1,2}-\d{2,4}")
_ADDRESS_VALUE = re.compile(
    r"\s*(?P<value>(?:\d|(?:[Ff]lat|[Uu]nit|[Pp]lot|[Rr]oom|c/o)\b|The [A-Z]|[A-Z][\w'\u2019-]+(?: "
    r"[A-Z][\w'\u2019-]+)*,)[^()\n]*?[A-Z][^()\n]*?)[\s,;]*"
    r"(?=\(|\n|$|(?<!\w)[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?!\w))"
)
_SINCE = re.compile(r"\b(?:from|since|until|to) (?=\d|[A-Z][a-z]+ \d{4})")


def label_of(segment: Segment) -> str:
    """The words of a cell's row and column that say what stands in it, "" for other segments."""
    cell = segment.cell
    if cell is None or len(segment.text) > _LONGEST_CELL:
        return ""
    labels = [
        label.strip()
        for label in (cell.row_label, cell.header)
        if len(label) <= _LONGEST_LABEL and _LABEL.search(label) and not _IS_A_VALUE.search(label)
    ]
    if not _DIGIT.search(segment.text) and not any(_is_address(label) for label in labels):
        return ""
    return " ".join(labels)


def whole_cell(label: str, text: str) -> Iterator[Found]:
    """What a cell is by its `label` alone, whatever the shape of its `text`."""
    if _is_address(label):
        match = _ADDRESS_VALUE.match(text)
        if match is not None and not _SINCE.match(match.group("value")):
            yield _found(match, EntityType.ADDRESS, 0.75)
    elif _OF_NUMBERS.search(label) and not _COUNTS.search(label):
        match = _TOKEN.fullmatch(text.strip())
        if match is not None and _is_reference(match.group("value")):
            lead = len(text) - len(text.lstrip())
            yield _found(match, EntityType.CASE_REFERENCE, 0.6, lead)


def _is_address(label: str) -> bool:
    return bool(_ADDRESS.search(label)) and not _NO_STREET.search(label)


def _is_reference(value: str) -> bool:
    if _DAY.fullmatch(value):
        return True  # no day is written so in a column of numbers but that of a birth
    return not _NO_REFERENCE.fullmatch(value) and sum(map(str.isdigit, value)) > 2


def _found(match: re.Match[str], entity: EntityType, score: float, lead: int = 0) -> Found:
    start, end = match.span("value")
    return Found(start + lead, end + lead, entity.name, score, _SOURCE)
