"""Case numbers of councils, landlords and schools.

Most are plain numbers that only their label tells: Mosaic, Liquidlogic (LCS), CareFirst, tenancy,
MARAC. UPRN: up to twelve digits (Ordnance Survey AddressBase). UPN: a check letter, eleven digits,
a digit or letter (Department for Education, "Unique pupil numbers"). ULN: ten digits (Learning
Records Service). School URN: six digits.
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

_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def has_upn_check_letter(number: str) -> bool:
    """Digits 2 to 13 with weights 2 to 13, modulo 23, in an alphabet without I, O and S."""
    value = number.upper()
    last = value[12]
    digits = [int(char) for char in value[1:12]]
    digits.append(int(last) if last.isdigit() else _UPN_LETTERS.find(last))
    total = sum(digit * weight for weight, digit in enumerate(digits, start=2))
    return _UPN_LETTERS[total % 23] == value[0]


_SYSTEMS = (
    r"mosaic|liquid ?logic|lcs|las|ehm|framework-?i|care ?first|caredirector|liberi|azeus|eclipse|"
    r"wccis|swift|carestore|northgate|civica|orchard|capita|impulse|icarus"
)
_THINGS = (
    r"case|client|person|service user|social (?:care|services)|children'?s services|child|referral|"
    r"marac|maraca|dhr|complaint|safeguarding|enquiry|application|homeless(?:ness)?|tenancy|"
    r"tenant|rent|"
    r"housing|customer|file|record|benefit|dwp|claimant|council tax|home office|policy|membership|"
    r"personal|staff|employee|payroll|worker|ticket|incident form"
)
_NUMBER = (
    r"(?: id| ids| no\.?| nos\.?| number| num| ref(?:erence)?\.?| record| account| file| case)+"
)


class SocialCareRecogniser(RuleRecogniser):
    """Case, tenancy, property and pupil numbers by their labels."""

    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            EntityType.CASE_REFERENCE,
            labelled(rf"(?:{_SYSTEMS})(?:{_NUMBER})?|(?:{_THINGS}){_NUMBER}", REFERENCE),
            0.9,
            accept=is_reference,
        ),
        Rule(
            EntityType.CASE_REFERENCE,
            labelled(r"(?:(?:our|your|my|their) )?ref(?:erence)?(?: no\.?| number)?\.?", REFERENCE),
            0.8,
            accept=is_reference,
        ),
        Rule(
            EntityType.CASE_REFERENCE,
            labelled(r"marac(?: case)?|tenancy", r"[A-Z]{0,4}[-/]?\d{3,}(?:[-/]\d+)*"),
            0.85,
            accept=is_reference,
        ),
        # Groups with a slash between, one of them letters: "M/18/0231", "PTHB/SG/2021/0387".
        Rule(
            EntityType.CASE_REFERENCE,
            re.compile(
                r"(?<![\w/.-])(?P<value>[A-Z]{1,5}/(?:[A-Z\d]{2,5}/)*\d{2,4}/\d{2,6}|"
                r"[A-Z]{2,5}(?:/[A-Z\d]{2,5}){1,3}/\d{2,6})(?![\w/])"
            ),
            0.75,
            accept=is_reference,
        ),
        Rule(
            EntityType.PROPERTY_REFERENCE,
            labelled(
                r"uprn|unique property reference(?: number)?|property(?: ref(?:erence)?\.?| "
                r"no\.?| number| id)+",
                r"[A-Z]{0,3}\d{4,12}",
            ),
            0.95,
        ),
        Rule(
            EntityType.PUPIL_NUMBER,
            re.compile(r"(?<!\w)[A-HJ-NP-RT-Z]\d{11}[\dA-Z](?!\w)"),
            0.9,
            accept=lambda match: has_upn_check_letter(match.group()),
        ),
        Rule(
            EntityType.PUPIL_NUMBER,
            re.compile(r"(?<!\w)[A-Z]\d{11}[\dA-Z](?!\w)"),
            cues=cues("upn", "unique pupil number", "pupil (?:no\\.?|number|id)"),
            with_cue=0.97,
        ),
        Rule(
            EntityType.PUPIL_NUMBER,
            labelled(
                r"upn|uln|unique (?:pupil|learner) number|pupil (?:no\.?|number|id)|candidate "
                r"number",
                r"[A-Z]?\d{4,13}[A-Z]?",
            ),
            0.92,
        ),
        Rule(EntityType.CASE_REFERENCE, labelled(r"(?:school )?urn", r"1\d{5}"), 0.85),
    )
