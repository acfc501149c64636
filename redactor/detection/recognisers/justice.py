"""Prison numbers, probation numbers, court case numbers.

Prison number: A1234BC (HMPPS, NOMIS); older ones are two letters and four digits. Probation CRN: a
letter and six digits (nDelius). Family Court: two letters for the court, year, a letter for the
kind of case, five digits (HMCTS); Crown Court: T, A, S or U, the year, four digits; county court:
letter, two digits, two letters, three digits.
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

_COURT = cues(
    r"court",
    r"case (?:no\.?|number|ref(?:erence)?)",
    r"claim (?:no\.?|number)",
    r"indictment(?: no\.?| number)?",
    r"order",
    r"proceedings",
    r"trial",
    r"appeal",
    r"hearing",
    r"t ?number",
)


class JusticeRecogniser(RuleRecogniser):
    """Neutral citations ("[2018] EWHC 123 (Fam)") are published law and are left alone."""

    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            EntityType.PRISON_NUMBER,
            re.compile(r"(?<![\w/-])[A-HJ-NPR-Z]\d{4}[A-HJ-NPR-Z]{2}(?![\w/-])"),
            0.9,
        ),
        Rule(
            EntityType.PRISON_NUMBER,
            re.compile(r"(?<![\w/-])(?:[A-Z]\d{4}[A-Z]{2}|[A-Z]{2}\d{4})(?![\w/-])", re.IGNORECASE),
            cues=cues(
                r"pris(?:on|oner)(?: no\.?| number| id)?s?",
                r"(?:p-?|c-?)?nomis(?: no\.?| number| id)?",
                "hmp",
                "noms",
            ),
        ),
        Rule(
            EntityType.CASE_REFERENCE,
            re.compile(r"(?<![\w/-])[A-Z]\d{6}(?![\w/-])"),
            cues=cues(
                "crn", "n?delius", "probation (?:no\\.?|number|id|ref(?:erence)?)", "oasys", "visor"
            ),
            with_cue=0.9,
        ),
        Rule(
            EntityType.COURT_REFERENCE,
            re.compile(r"(?<![\w/-])[A-Z]{2}\d\d[A-Z]\d{5}(?![\w/-])"),
            0.92,
            cues=_COURT,
        ),
        Rule(
            EntityType.COURT_REFERENCE,
            re.compile(r"(?<![\w/-])[TASU](?:19|20)\d{6}(?![\w/-])"),
            0.85,
            cues=_COURT,
        ),
        Rule(
            EntityType.COURT_REFERENCE,
            re.compile(r"(?<![\w/-])[A-Z]\d[\dA-Z][A-Z]{2}\d{3}(?![\w/-])"),
            cues=_COURT,
            with_cue=0.9,
        ),
        Rule(
            EntityType.COURT_REFERENCE,
            labelled(
                r"(?:court|claim|indictment|inquest|coroner'?s?|family court|crown court|libra|"
                r"tribunal|cafcass|petition)"
                r"(?: case)?(?: ref(?:erence)?\.?| no\.?| number| id)+",
                REFERENCE,
            ),
            0.9,
            accept=is_reference,
        ),
    )
