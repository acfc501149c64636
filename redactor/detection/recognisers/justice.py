"""Prison numbers, probation numbers, case numbers of courts and tribunals.

Prison number: A1234BC (HMPPS, NOMIS); older ones are two letters and four digits. Probation CRN: a
letter and six digits (nDelius). Family Court: two letters for the court, year, a letter for the
kind of case, five digits (HMCTS); Crown Court: T, A, S or U, the year, four digits; county court:
letter, two digits, two letters, three digits, or a digit, two letters, five digits; Court of
Protection: eight digits or seven and a T, after COP; magistrates' courts: twelve digits (Libra);
tribunals: two letters, five digits, the year (immigration), SC and three groups (social security),
seven digits and the year (employment).
"""

from __future__ import annotations

import re
from typing import ClassVar

from redactor.detection.recognisers.hints import CODE, CODE_IN_CAPITALS, HYPHENED, SLASHED
from redactor.detection.recognisers.rules import (
    REFERENCE,
    Rule,
    RuleRecogniser,
    cues,
    is_reference,
    labelled,
)
from redactor.model import EntityType

_COURT = cues(
    r"courts?",
    r"case (?:no\.?|number|ref(?:erence)?)",
    r"claims?(?: no\.?| number)?",
    r"indictment(?: no\.?| number)?",
    r"orders?",
    r"proceedings",
    r"trial",
    r"appeal",
    r"hearing",
    r"t ?number",
    r"tribunal",
    r"judge",
)


class JusticeRecogniser(RuleRecogniser):
    """Neutral citations ("[2018] EWHC 123 (Fam)") are published law and are left alone."""

    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            EntityType.PRISON_NUMBER,
            re.compile(r"(?<![\w/-])[A-HJ-NPR-Z]\d{4}[A-HJ-NPR-Z]{2}(?![\w/-])"),
            0.9,
            hint=CODE_IN_CAPITALS,
        ),
        # With a blank, unless the letters are a word of two: "A4042 BY".
        Rule(
            EntityType.PRISON_NUMBER,
            re.compile(
                r"(?<![\w/-])[A-HJ-NPR-Z]\d{4} (?!(?:AM|AN|AS|AT|BE|BY|DC|DS|GP|HE|ME|MY|PC|PM|"
                r"PS|UK|UP|US|WE)\b)[A-HJ-NPR-Z]{2}(?![\w/-])"
            ),
            0.8,
            hint=CODE_IN_CAPITALS,
        ),
        Rule(
            EntityType.PRISON_NUMBER,
            re.compile(
                r"(?<![\w/-])(?:[A-Z]\d{4} ?[A-Z]{2}|[A-Z]{2}\d{4})(?![\w/-])", re.IGNORECASE
            ),
            cues=cues(
                r"pris(?:on|oner)(?: no\.?| number| id)?s?",
                r"(?:p-?|c-?)?nomis(?: no\.?| number| id)?",
                "hmp",
                "noms",
                "inmate",
            ),
            hint=CODE,
        ),
        Rule(
            EntityType.CASE_REFERENCE,
            re.compile(r"(?<![\w/-])[A-Z]\d{6}(?![\w/-])"),
            cues=cues(
                "crn",
                "n?delius",
                "probation(?: (?:no\\.?|number|id|ref(?:erence)?))?",
                "oasys",
                "visor",
                "case ref(?:erence)? number",
            ),
            with_cue=0.9,
            hint=CODE,
        ),
        Rule(
            EntityType.CASE_REFERENCE,
            labelled(
                r"crn|n?delius|oasys|visor|epf|childview|youth justice|yot|mappa|cica|legal aid|"
                r"ccms|parole|licence(?: no\.?| number| ref(?:erence)?)",
                REFERENCE,
            ),
            0.85,
            accept=is_reference,
        ),
        Rule(
            EntityType.COURT_REFERENCE,
            re.compile(r"(?<![\w/-])[A-Z]{2}\d\d[A-Z]\d{5}(?![\w/-])"),
            0.92,
            cues=_COURT,
            hint=CODE_IN_CAPITALS,
        ),
        Rule(
            EntityType.COURT_REFERENCE,
            re.compile(r"(?<![\w/-])[TASU](?:19|20)\d{6}(?![\w/-])"),
            0.85,
            cues=_COURT,
            hint=CODE_IN_CAPITALS,
        ),
        Rule(
            EntityType.COURT_REFERENCE,
            re.compile(r"(?<![\w/-])(?:[A-Z]\d[\dA-Z][A-Z]{2}\d{3}|\d[A-Z]{2}\d{5})(?![\w/-])"),
            cues=_COURT,
            with_cue=0.9,
            hint=CODE,
        ),
        # Sheriff courts of Scotland: the court, the kind and number of the case, the year.
        Rule(
            EntityType.COURT_REFERENCE,
            re.compile(r"(?<![\w/-])[A-Z]{3}-[A-Z]{1,2}\d{1,4}-\d\d(?![\w/-])"),
            0.85,
            hint=HYPHENED,
        ),
        Rule(EntityType.COURT_REFERENCE, re.compile(r"(?<!\w)COP ?\d{7}[\dT]\d?(?!\w)"), 0.9),
        Rule(
            EntityType.COURT_REFERENCE,
            re.compile(
                r"(?<![\w/-])(?:[A-Z]{2}/\d{5}/(?:19|20)\d\d|SC\d{3}/\d\d/\d{4,5}|"
                r"\d{7}/(?:19|20)\d\d|[A-Z]{2}/(?:19|20)\d\d/\d{4,5})(?![\w/-])"
            ),
            0.85,
            hint=SLASHED,
        ),
        Rule(
            EntityType.COURT_REFERENCE,
            re.compile(r"(?<![\w/.+-])(?:\d{7}T|\d{12})(?![\w/.-]\w|\w)"),
            cues=cues(r"court(?: of protection)?", "libra", "cop", "magistrates'?"),
            with_cue=0.85,
        ),
        Rule(
            EntityType.COURT_REFERENCE,
            labelled(
                r"(?:court|claim|indictment|inquest|coroner'?s?|family court|crown court|libra|"
                r"county court|magistrates'? court|court of protection|tribunal|cafcass|petition|"
                r"appeal|fpl|pfd|regulation 28)"
                r"(?: case| report| file)?(?: ref(?:erence)?\.?| no\.?| number| id)+|"
                r"indictment|fmpo|nmo no\.?|inq\.",
                REFERENCE,
            ),
            0.9,
            accept=is_reference,
        ),
    )
