"""What the state gives a person to carry: National Insurance number, passport, driving licence,
vehicle registration.

National Insurance number: HMRC manual NIM39110. Passport: nine digits (HM Passport Office), older
and foreign ones begin with letters. Driving licence: sixteen characters, DVLA, "driver number".
Registration marks: DVLA leaflet INF104 (current since 2001, prefix 1983, suffix 1963, Northern
Ireland).
"""

from __future__ import annotations

import re
from typing import ClassVar

from redactor.detection.recognisers.rules import Rule, RuleRecogniser, cues, labelled
from redactor.model import EntityType

_NI_PREFIX = r"(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]"
_NI = cues(
    r"national insurance(?: no\.?| number)?",
    r"nino",
    r"n\.?i\.?(?: no\.?| number)",
    r"ni(?: no\.?| number)?",
)
_VEHICLE = cues(
    r"(?:vehicle |car |van )?reg(?:istration|istered)?\.?(?: mark| number| no\.?| plate)?s?",
    r"index(?: number| mark)?",
    "vrm",
    "vrn",
    "number ?plates?",
    "licence plate",
    "plates?",
    "vehicle",
    "car",
    "van",
    "motor(?:cycle|bike)",
    "motorbike",
    "lorry",
    "taxi",
    "anpr",
    "ford|vauxhall|bmw|audi|volkswagen|vw|mercedes|nissan|toyota|peugeot|renault|citroen|fiat|"
    "honda|hyundai|kia|skoda|seat|mini|land rover|transit",
)
_CURRENT = r"[A-HJ-PR-Y][A-HJ-PR-Y](?:0[1-9]|[12]\d|5[1-9]|6\d|7\d)"
_OTHER_MARKS = (
    r"[A-HJ-NPR-TV-Y]\d{1,3} ?[A-HJ-PR-Y]{3}|[A-HJ-PR-Y]{3} ?\d{1,3}[A-HJ-NPR-TV-Y]|"
    r"[A-Z]{1,3}[IZ][A-Z]? ?\d{1,4}"
)


class StateIdRecogniser(RuleRecogniser):
    """Numbers with a shape of their own are found anywhere, the others beside their label."""

    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            EntityType.NI_NUMBER,
            re.compile(rf"(?<!\w){_NI_PREFIX}[ -]?\d\d[ -]?\d\d[ -]?\d\d[ -]?[A-D](?!\w)"),
            0.92,
            cues=_NI,
            with_cue=0.98,
        ),
        Rule(
            EntityType.NI_NUMBER,
            re.compile(
                r"(?<!\w)[A-Z]{2}[ -]?\d\d[ -]?\d\d[ -]?\d\d(?:[ -]?[A-Z])?(?!\w)", re.IGNORECASE
            ),
            cues=_NI,
            with_cue=0.9,
        ),
        Rule(
            EntityType.PASSPORT,
            re.compile(r"(?<![\w/.-])[A-Z]{0,2}\d{7,9}(?![\w/-])"),
            cues=cues(r"(?:uk |british )?passport(?: no\.?| number)?s?", "travel document"),
            with_cue=0.9,
            reach=30,
        ),
        Rule(
            EntityType.DRIVING_LICENCE,
            re.compile(
                r"(?<!\w)(?=[A-Z9]{2})[A-Z]{1,5}9{0,4} ?\d[0156]\d[0-3]\d\d ?[A-Z9]{2}[A-Z\d] "
                r"?\w{2}(?: ?\d{2})?(?!\w)",
            ),
            0.92,
            accept=lambda match: 16 <= len(match.group().replace(" ", "")) <= 18,
        ),
        Rule(
            EntityType.DRIVING_LICENCE,
            labelled(
                r"driv(?:ing|er'?s?) (?:licence|license|number)|dvla",
                r"[A-Z0-9]{5} ?[A-Z0-9]{6} ?[A-Z0-9]{5}|\d{8}",
            ),
            0.9,
        ),
        Rule(
            EntityType.VEHICLE,
            re.compile(rf"(?<![\w/-]){_CURRENT} [A-Z]{{3}}(?![\w/-])"),
            0.85,
            cues=_VEHICLE,
        ),
        Rule(
            EntityType.VEHICLE,
            re.compile(rf"(?<![\w/-]){_CURRENT}[A-Z]{{3}}(?![\w/-])"),
            0.75,
            cues=_VEHICLE,
        ),
        Rule(
            EntityType.VEHICLE,
            re.compile(rf"(?<![\w/-])(?i:{_CURRENT}) ?(?i:[A-Z]{{3}})(?![\w/-])"),
            cues=cues(
                r"reg(?:istration)?\.?(?: mark| number| no\.?)?", "vrm", "number ?plates?", "index"
            ),
            with_cue=0.85,
        ),
        Rule(
            EntityType.VEHICLE,
            re.compile(rf"(?<![\w/-])(?:{_OTHER_MARKS})(?![\w/-])"),
            cues=_VEHICLE,
            with_cue=0.85,
            against=cues("room", "form", "paragraph", "section", "bus"),
        ),
    )
