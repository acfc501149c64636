"""Police references: PNC and CRO numbers, crime and incident references, custody, collar numbers.

PNC ID: year, slash, serial, check letter; CRO: serial, slash, year, check letter (or SF for a
short file). The letter is number modulo 23 in an alphabet without I, O and S (Home Office, PNC user
manual; the same rule is in HMPPS's published person-record service). Crime references differ by
force (46/12345/18, ZY/012345/18, 1234567/18), so most are found by their label. Collar numbers
stand after a rank; the number alone is the span.
"""

from __future__ import annotations

import re
from typing import ClassVar

from redactor.detection.recognisers.rules import (
    REFERENCE,
    Rule,
    RuleRecogniser,
    cues,
    is_reference,
    labelled,
)
from redactor.model import EntityType

_CHECK_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY"


def has_pnc_check_letter(number: str) -> bool:
    """ "12/345678A": the last two digits of the year and the serial in seven digits, modulo 23."""
    match = re.fullmatch(r"(?:19|20)?(\d\d)/(\d{1,7})([A-Z])", number.upper())
    if match is None:
        return False
    return _CHECK_LETTERS[int(match.group(1) + match.group(2).zfill(7)) % 23] == match.group(3)


_RANK = (
    r"(?:(?:T|A|D|P)/)?(?:T?PC|WPC|TDC|T?/?DC|WDC|PCSO|CSO|PS|DS|DI|DCI|SC|MSC|Sgt\.?|Insp\.?|"
    r"(?:Police |Special )?Constable|Detective (?:Constable|Sergeant|Inspector)|"
    r"(?:Police |Custody )?Sergeant|Inspector|Police Officer)"
)


class PoliceRecogniser(RuleRecogniser):
    """Of "PC 12738" only the number is the span: the rank is a word that may stay."""

    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            EntityType.POLICE_REFERENCE,
            re.compile(r"(?<![\w/.-])(?:19|20)?\d\d/\d{4,7}[A-HJ-NP-RT-Z](?![\w/])"),
            0.9,
            cues=cues("pnc(?: id| no\\.?| number)?", "police national computer"),
        ),
        Rule(
            EntityType.POLICE_REFERENCE,
            re.compile(r"(?<![\w/.-])(?:19|20)?\d\d/\d{1,7}[A-Z](?![\w/])", re.IGNORECASE),
            cues=cues("pnc(?: id| no\\.?| number)?", "pncid", "police national computer"),
        ),
        Rule(
            EntityType.POLICE_REFERENCE,
            re.compile(r"(?<![\w/.-])(?:SF\d\d/\d{1,6}|\d{4,6}/\d\d)[A-HJ-NP-RT-Z](?![\w/])"),
            0.9,
        ),
        Rule(
            EntityType.POLICE_REFERENCE,
            re.compile(r"(?<![\w/.-])(?:SF\d\d/\d{1,6}|\d{1,6}/\d\d)[A-Z]?(?![\w/])"),
            cues=cues("cro(?: no\\.?| number)?", "criminal records? office"),
        ),
        # Arrest/summons number: year, force, station, system, serial, check letter.
        Rule(
            EntityType.POLICE_REFERENCE,
            re.compile(r"(?<![\w/.-])\d\d/[\dA-Z]{4}/[\dA-Z]{2}/\d{1,11}[A-Z](?![\w/])"),
            0.95,
        ),
        Rule(
            EntityType.POLICE_REFERENCE,
            re.compile(
                r"(?<![\w/.-])(?:[A-Z]{2}/\d{4,7}/\d\d|\d\d/\d{5,7}/\d\d|\d{6,7}/\d\d|"
                r"[A-Z]{2}\d{6,9}/\d\d|[A-Z]{2,3}-\d{8}-\d{3,4}|\d\d-\d{4}-\d{3,4}|"
                r"\d{2}-\d{4,6}-\d{2}|"
                r"\d\d[A-Z]\d/\d{3,6}(?:/\d\d)?|[A-Z]{2}/\d\d/\d{4,6})(?![\w/-])"
            ),
            0.85,
        ),
        Rule(
            EntityType.POLICE_REFERENCE,
            labelled(
                r"crimes?(?: report(?:ed)?| recorded)?(?: ref(?:erence)?\.?| no\.?| number| "
                r"urn)+|crime(?: under)?|"
                r"crime report|crn|cris(?: report)?|(?:incident|occurrence|intelligence|event|"
                r"police|storm|niche|athena|genesis|"
                r"merlin|custody|exhibit|pnn|asn|ppn|vaf|dan|property|log)(?: record| report| log)?"
                r"(?: ref(?:erence)?s?\.?| nos?\.?| numbers?| id| urn)|"
                r"(?:storm|incident|police|cad) logs?|logs?|cad|fwin|inc\.?|storm|niche|"
                r"occurrence|incident|nominal|"
                r"custody(?: record| ref(?:erence)?)?|ppn|merlin|arrest/?summons|police urn|"
                r"cps urn|urn",
                rf"{REFERENCE}(?: of \d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})?",
            ),
            0.9,
            accept=is_reference,
        ),
        Rule(
            EntityType.POLICE_REFERENCE,
            re.compile(r"(?<![\w/.-])\d{2}[A-Z]{2}\d{7}(?!\w)"),
            cues=cues("urn", "cps", "case file"),
        ),
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                rf"(?<![\w-])(?:{_RANK}|(?i:(?:collar|shoulder|warrant|pin)(?: no\.?| number)?:?))"
                r" (?:no\.? ?)?(?P<value>[A-Z]{0,2}\d{2,6}[A-Z]{0,2})(?![\w/]|[.:]\d| "
                r"(?:years?|minutes?|hours?|days?)\b)"
            ),
            0.92,
        ),
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(r"(?<![\w-])(?i:pc|pcso|dc|ds|ps) ?(?P<value>\d{4,6})(?![\w/]|[.:]\d)"),
            0.85,
        ),
        # "PC Marlowe 12738", "PC 12738 Marlowe" and "12738 PC Marlowe".
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(
                rf"(?<![\w-]){_RANK} [A-Z][\w'-]+(?: [A-Z][\w'-]+)?,? "
                rf"\(?(?P<value>[A-Z]{{0,2}}\d{{3,6}})(?![\w/]|[.:]\d)"
            ),
            0.85,
            accept=lambda match: not re.fullmatch(r"(?:19|20)\d\d", match.group("value")),
        ),
        Rule(
            EntityType.COLLAR_NUMBER,
            re.compile(r"(?<![\w/.-])(?P<value>\d{3,6}) (?=(?:T?PC|DC|PCSO|PS|DS) [A-Z][a-z])"),
            0.85,
            accept=lambda match: not re.fullmatch(r"(?:19|20)\d\d", match.group("value")),
        ),
    )
