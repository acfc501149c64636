"""Case numbers of councils, landlords and schools.

Most are plain numbers that only their label tells: Mosaic, Liquidlogic (LCS), ICS, CareFirst,
tenancy and rent account, MARAC. UPRN: up to twelve digits (Ordnance Survey AddressBase); MPAN:
thirteen, MPRN: six to ten (meters). UPN: a check letter, eleven digits, a digit or letter
(Department for Education, "Unique pupil numbers"). ULN: ten digits (Learning Records Service).
School URN: six digits, LAESTAB: three and four; Ofsted: EY and six digits.
"""

from __future__ import annotations

import re
from typing import ClassVar

from redactor.detection.recognisers.hints import CODE_IN_CAPITALS, FOUR_TOGETHER
from redactor.detection.recognisers.rules import (
    PREFIXED,
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
    r"mosaic|liquid ?logic|lcs|las|ics|ehm|eha|framework-?i|care ?first|care ?director|liberi|"
    r"azeus|eclipse|wccis|swift|protocol|paris|draig|rais|carestore|northgate|civica|orchard|"
    r"capita|"
    r"impulse|icarus|aareon|mri|openhousing|jigsaw|locata|abritas|homeseeker|cpoms|sims|arbor|"
    r"bromcom|modus|oasis|e-?cins|safelives insights|on ?track|gdms|iizuka|lamplight|chain"
)
_THINGS = (
    r"case|client|person|service user|social (?:care|services|work)|children'?s services|child|"
    r"referral|marac|maraca|mash|daru|dhr|dardr|sar|scr|complaint|safeguarding|enquiry|application|"
    r"homeless(?:ness)?(?: application| case)?|tenancy|tenant|rent(?: account)?|lease|landlord|"
    r"housing(?: register| application| benefit)?|customer|file|record|benefit|dwp|claim(?:ant)?|"
    r"universal credit|council tax|home office|ho|immigration|policy|insurance|membership|library|"
    r"personal|staff|employee|payroll|worker|ticket|incident form|order|invoice|contract|booking|"
    r"job|repair|works order|user|student|learner|apprentice|exam|centre|family|household|"
    r"contact|assessment|form|document|charging|appeal|serial|microchip|chip|tag|asset"
)
_NUMBER = (
    r"(?: ids?| nos?\.?| numbers?| num| ref(?:erence)?s?\.?| record| account| file| case| code)+"
)


class SocialCareRecogniser(RuleRecogniser):
    """Case, tenancy, property and pupil numbers by their labels."""

    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            EntityType.CASE_REFERENCE,
            labelled(rf"(?:{_SYSTEMS})(?:{_NUMBER})?|(?:{_THINGS}){_NUMBER}", PREFIXED),
            0.9,
            accept=is_reference,
            lists=True,
        ),
        Rule(
            EntityType.CASE_REFERENCE,
            labelled(r"ref(?:erence)?s?(?: no\.?| number| for [A-Z]{2,4})?\.?", PREFIXED),
            0.8,
            accept=is_reference,
            lists=True,
        ),
        # A letter's or a file's own mark, of few digits: "Your ref: ISCP-DHR-09", "PV/CHR/3".
        Rule(
            EntityType.CASE_REFERENCE,
            labelled(
                r"(?:our |your )?ref(?:erence)?s?\.?|filed (?:under|as|at)|file",
                r"(?=[A-Z/-]*\d)[A-Z]{2,6}(?:[-/][A-Z\d]{1,6}){1,4}",
            ),
            0.8,
            beside=frozenset({"ref", "reference", "refs", "references", "filed", "file"}),
        ),
        # "a contact reference, EHM 0047182".
        Rule(
            EntityType.CASE_REFERENCE,
            labelled(r"ref(?:erence)?,", r"[A-Z]{1,4}[ -]?\d{4,}|\d{6,}"),
            0.8,
            hint=FOUR_TOGETHER,
        ),
        Rule(
            EntityType.CASE_REFERENCE,
            labelled(
                r"marac(?: case)?|tenancy|rent (?:account|acct?\.?|a/c)|payroll|"
                r"acct?\.?(?: no\.?)?|"
                r"council tax(?: account)?|c(?:are )?q(?:uality )?c(?:ommission)? location|"
                r"(?:registered )?(?:provider|landlord)",
                r"[A-Z]{0,4}[-/]?\d{3,}(?:[-/]\d+)*(?: \d{4} [\dX])?",
            ),
            0.85,
            accept=is_reference,
        ),
        # Groups with a slash between, one of them letters: "M/18/0231", "PTHB/SG/2021/0387".
        Rule(
            EntityType.CASE_REFERENCE,
            re.compile(
                r"(?<![\w/.-])(?P<value>[A-Z]{1,5}/(?:[A-Z\d]{2,5}/)*\d{2,4}/\d{2,6}|"
                r"[A-Z]{2,5}(?:/[A-Z\d]{2,5}){1,3}/\d{2,6}|"
                r"[A-Z]{2,4}/\d{3,6}/[A-Za-z]{2,3}|MARAC(?:19|20)\d\d-\d{2,4})(?![\w/])"
            ),
            0.75,
            accept=is_reference,
        ),
        Rule(
            EntityType.PROPERTY_REFERENCE,
            labelled(
                r"uprn|usrn|unique property reference(?: number)?|property(?: ref(?:erence)?\.?| "
                r"no\.?| number| id)+|void(?: ref(?:erence)?| no\.?| number)+|block ref(?:erence)?",
                r"[A-Z]{0,3}\d{4,12}",
            ),
            0.95,
        ),
        Rule(
            EntityType.PROPERTY_REFERENCE,
            labelled(
                r"mpan|mprn|meter(?: serial)?(?: no\.?| number| point)+|title(?: no\.?| number)+|"
                r"land registry(?: title)?(?: no\.?| number)*",
                r"[A-Z]{0,3}\d{4,13}[A-Z]?",
            ),
            0.9,
        ),
        Rule(
            EntityType.PUPIL_NUMBER,
            re.compile(r"(?<!\w)[A-HJ-NP-RT-Z]\d{11}[\dA-Z](?!\w)"),
            0.9,
            accept=lambda match: has_upn_check_letter(match.group()),
            hint=CODE_IN_CAPITALS,
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
        Rule(
            EntityType.CASE_REFERENCE, labelled(r"(?:school |ofsted )?urn", r"1\d{5}|EY\d{6}"), 0.92
        ),
        Rule(
            EntityType.CASE_REFERENCE,
            labelled(
                r"(?:dfe|laestab|school)(?: no\.?| number)|laestab|ofsted(?: no\.?| number| ref)?",
                r"\d{3}/?\d{4}|EY\d{6}|SC\d{6}|\d{7}",
            ),
            0.85,
        ),
    )
