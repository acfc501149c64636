"""What the state gives a person to carry: National Insurance number, passport, visa, licence.

National Insurance number: HMRC manual NIM39110. Passport: nine digits (HM Passport Office); older
and foreign ones begin with letters. Biometric residence permit: two letters and seven digits; visa
application: GWF and nine digits (UK Visas and Immigration). Driving licence: sixteen characters,
DVLA, "driver number"; Northern Ireland: eight digits (DVA). Foreign numbers of persons by
their labels: PPS (Ireland, seven digits and one or two letters), PESEL (Poland), CNP (Romania).
"""

from __future__ import annotations

import re
from typing import ClassVar

from redactor.detection.recognisers.hints import SEVEN_DIGITS, SIX_TOGETHER, THREE_PAIRS
from redactor.detection.recognisers.rules import Rule, RuleRecogniser, cues, labelled
from redactor.model import EntityType

_NI_PREFIX = r"(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]"
_NI = cues(
    r"national insurance(?: no\.?| number)?",
    r"nino",
    r"n\.?i\.?(?: no\.?| number)",
    r"ni(?: no\.?| number)?",
)
_PASSPORT = cues(
    r"(?:uk |british )?passport(?: no\.?| number)?s?",
    r"pp(?:or)?t",
    "travel document",
    r"(?:national )?id(?:entity)? card",
)
_SIX = r"[ -]{0,2}\d\d[ -]{0,2}\d\d[ -]{0,2}\d\d"


class StateIdRecogniser(RuleRecogniser):
    """Numbers with a shape of their own are found anywhere, the others beside their label."""

    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            EntityType.NI_NUMBER,
            re.compile(rf"(?<!\w){_NI_PREFIX}{_SIX}[ -]{{0,2}}[A-D](?!\w)"),
            0.92,
            cues=_NI,
            with_cue=0.98,
            hint=THREE_PAIRS,
        ),
        # Typed small: no word of English has that shape.
        Rule(
            EntityType.NI_NUMBER,
            re.compile(rf"(?<!\w)[a-z]{{2}} ?{_SIX} ?[a-d](?!\w)"),
            0.85,
            hint=THREE_PAIRS,
        ),
        Rule(
            EntityType.NI_NUMBER,
            re.compile(rf"(?<!\w)[A-Z]{{2}}{_SIX}(?:[ -]{{0,2}}[A-Z])?(?!\w)", re.IGNORECASE),
            cues=_NI,
            with_cue=0.9,
            hint=THREE_PAIRS,
        ),
        Rule(
            EntityType.PASSPORT,
            re.compile(
                r"(?<![\w/.-])(?:[A-Z]{0,2}\d{6,9}(?:[A-Z]{3})?|\d{3} \d{3} \d{3})(?![\w/-]| \d)"
            ),
            cues=_PASSPORT,
            with_cue=0.9,
            reach=30,
        ),
        # "Marlowe's own, no. 308178295", long after the passport of somebody else.
        Rule(
            EntityType.PASSPORT,
            re.compile(
                r"(?<!\w)(?i:nos?\.?|number|one)[ :]{1,2}"
                r"(?P<value>[A-Z]{0,3} ?\d{6,9}|\d{3} \d{3} \d{3})(?![\w/-]| \d)"
            ),
            cues=_PASSPORT,
            with_cue=0.85,
            reach=140,
        ),
        Rule(
            EntityType.PASSPORT,
            labelled(
                r"(?:biometric residence permit|brp|residence (?:permit|card)|visa|e-?visa|"
                r"share code|arc|nass|asylum registration card)"
                r"(?: (?:card|no\.?|number|ref(?:erence)?))*",
                r"[A-Z]{1,4}/?\d{5,9}|\d{2}/\d{2}/\d{4,6}(?:/\d+)?|[A-Z]{2}\d{7}|"
                r"W[A-Z\d]{8}|W[A-Z\d]{2} [A-Z\d]{3} [A-Z\d]{3}",
            ),
            0.9,
        ),
        Rule(EntityType.PASSPORT, re.compile(r"(?<!\w)GWF ?\d{9}(?!\w)"), 0.95),
        Rule(
            EntityType.DRIVING_LICENCE,
            re.compile(
                r"(?<!\w)(?=[A-Z9]{2})[A-Z]{1,5}9{0,4} ?\d[0156]\d[0-3]\d\d ?[A-Z9]{2}[A-Z\d] "
                r"?\w{2}(?: ?\d{2})?(?!\w)",
            ),
            0.92,
            accept=lambda match: 16 <= len(match.group().replace(" ", "")) <= 18,
            hint=SIX_TOGETHER,
        ),
        Rule(
            EntityType.DRIVING_LICENCE,
            labelled(
                r"driv(?:ing|er'?s?) (?:licence|license|number)|licence (?:no\.?|number)|dvla|dva|"
                r"driver no\.?",
                r"(?i:[A-Z0-9]{5} ?\d[A-Z0-9]{5} ?[A-Z0-9]{5}(?: ?\d\d)?)|\d{8}",
            ),
            0.9,
        ),
        Rule(
            EntityType.CASE_REFERENCE,
            labelled(
                r"pps(?: ?n)?(?: no\.?| number)?|pesel|cnp|personal public service number",
                r"\d{7}[A-Z]{1,2}|\d{11}|\d{13}",
            ),
            0.9,
            hint=SEVEN_DIGITS,
        ),
    )
