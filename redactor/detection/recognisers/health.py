"""NHS numbers, their Scottish and Northern Irish likes, and the ids of patient systems.

NHS number: ten digits, the last a modulus 11 check digit (NHS Data Dictionary, "NHS NUMBER").
CHI number (Scotland): date of birth DDMMYY, four digits, the same check. Health and Care number
(Northern Ireland): an NHS number from the range 320 000 0001 to 399 999 9999.
A number with a wrong check digit is a mistyped one, wherever its label stands beside it.
"""

from __future__ import annotations

import re
from typing import ClassVar

from redactor.detection.recognisers.hints import SEVEN_DIGITS
from redactor.detection.recognisers.rules import (
    PREFIXED,
    Rule,
    RuleRecogniser,
    cues,
    is_reference,
    labelled,
)
from redactor.model import EntityType

_TEN = r"(?<![\w/.+-])(?:\d{3}[ -]?\d{3}[ -]?\d{4})(?![\w/]|[.-]\d)"
_NHS = cues(
    r"nhs(?: england)?(?: no\.?| nos\.?| number| num| id| #)?",
    r"nhsno",
    r"chi(?: no\.?| number)?",
    r"community health index",
    r"h ?[&+] ?c(?: no\.?| number)",
    r"hcn",
    r"health and (?:social )?care number",
    r"patient (?:no\.?|number|id)",
    r"pds|spine",
)
# Records of patients by system, thing and professional register: only the label tells.
_SYSTEMS = (
    r"ri ?o|emis(?: web)?|syst(?:e)?m ?one|s1|adastra|cerner|lorenzo|paris|datix|steis|ulysses|"
    r"carenotes|care ?plus|epic|meditech|trak ?care|badger ?net|euroking|pcmis|iaptus|medway pas|"
    r"carepath|janus|theseus|halo|nebula|illy(?: carepath)?|vision|microtest|docman|e?prf|"
    r"symphony|ice|k ?number"
)
_THINGS = (
    r"hosp(?:ital)?\.?|patient|unit|ward|mrn|medical records?|pas|pathology|lab(?:oratory)?|"
    r"specimen|x-?ray|radiology|case ?notes?|clinic|episode|attendance|admission|maternity|booking|"
    r"district|ambulance|prescription|incident form|discharge book|blue badge"
)
_REGISTERS = (
    r"gmc|nmc(?: pin)?|hcpc|gdc|gphc|swe|social work england|bacp|sra|dbs(?: certificate)?|"
    r"care ?quality commission location|ods"
)
_NUMBER = r"(?: (?:no\.?|nos\.?|number|id|ref(?:erence)?\.?|code|pin))"


def has_nhs_check_digit(number: str) -> bool:
    """Modulus 11 over the first nine digits with weights 10 to 2; other characters are ignored."""
    digits = [int(char) for char in number if char.isdigit()]
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    total = sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == digits[9]


def is_labelled_nhs_number(text: str, start: int, end: int) -> bool:
    """True when what stands at ``text[start:end]`` is an NHS number by its label."""
    near = _NHS.search(text, max(0, start - 25), start)
    return bool(near and re.fullmatch(_TEN, text[start:end].strip()))


def _checked_and_no_phone(match: re.Match[str]) -> bool:
    return match.group()[0] != "0" and has_nhs_check_digit(match.group())


class HealthRecogniser(RuleRecogniser):
    """NHS, CHI and H&C numbers; record ids of RiO, EMIS, SystmOne and hospitals by their label."""

    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(EntityType.NHS_NUMBER, re.compile(_TEN), cues=_NHS, with_cue=0.97, hint=SEVEN_DIGITS),
        # One in eleven ten-digit ids passes the check; grouped 3-3-4 it is hardly anything else.
        Rule(
            EntityType.NHS_NUMBER,
            re.compile(r"(?<![\w/.+-])\d{3}[ -]\d{3}[ -]\d{4}(?![\w/]|[.-]\d)"),
            score=0.9,
            accept=_checked_and_no_phone,
            hint=SEVEN_DIGITS,
        ),
        Rule(
            EntityType.NHS_NUMBER,
            re.compile(r"(?<![\w/.+-])\d{10}(?![\w/]|[.-]\d)"),
            score=0.7,
            accept=_checked_and_no_phone,
            hint=SEVEN_DIGITS,
        ),
        Rule(
            EntityType.NHS_NUMBER, labelled(r"nhs(?: no\.?| number)", r"\d(?:[ -]?\d){8,10}"), 0.95
        ),
        Rule(
            EntityType.CASE_REFERENCE,
            labelled(
                rf"(?:{_SYSTEMS}){_NUMBER}?|(?:{_THINGS}){_NUMBER}|(?:{_REGISTERS}){_NUMBER}?|"
                r"mrn|(?:incident|discharge|badge) (?:form|book|report)",
                PREFIXED,
            ),
            0.9,
            accept=is_reference,
            lists=True,
        ),
    )
