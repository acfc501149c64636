"""Vehicle registration marks of every era, and what else tells one vehicle from another.

Marks: DVLA leaflet INF104 and its forerunners: current (AB12 CDE, since 2001), prefix (A123 BCD,
1983), suffix (ABC 123D, 1963), dateless (ABC 123, 123 ABC, 1 AB, 1903), Northern Ireland (AIZ
1234), Q plates (Q123 ABC) and diplomatic (123 D 456). Only the current one is told by its shape;
the others are also numbers of rooms, forms and roads, so a word for a vehicle has to stand near,
and for the shortest and a part of a mark "registration" right before. VIN: seventeen
characters (ISO 3779).
"""

from __future__ import annotations

import re
from typing import ClassVar

from redactor.detection.recognisers.hints import CODE, CODE_IN_CAPITALS, Hint, hint
from redactor.detection.recognisers.rules import Rule, RuleRecogniser, cues, labelled
from redactor.model import EntityType

_REGISTRATION = (
    r"(?:vehicle |car |van |partial |part )?(?:reg(?:istration|istered)?\.?"
    r"(?: marks?| numbers?| no\.?| plates?)*s?|index(?: number| mark)?|vrm|vrn|"
    r"(?:number |licence )?plates?)"
)
_VEHICLE = cues(
    _REGISTRATION,
    "number ?plates?",
    "vehicles?",
    "cars?",
    "vans?",
    "moped|pick-? ?up|saloon|hatchback|parked",
    "scooter",
    "motor(?:cycle|bike|home)",
    "lorry",
    "truck",
    "trailer",
    "taxi",
    "minibus",
    "4x4",
    "anpr",
    "ford|vauxhall|bmw|audi|volkswagen|vw|mercedes|merc|zafira|insignia|mondeo|passat|qashqai|"
    "nissan|toyota|peugeot|renault|citroen|fiat|"
    "honda|hyundai|kia|skoda|seat|mini|land rover|range rover|transit|volvo|mazda|suzuki|dacia|"
    "jaguar|lexus|tesla|jeep|corsa|astra|fiesta|focus|golf|polo|clio|yamaha",
)
_PLAIN = cues(
    r"reg(?:istration)?\.?(?: mark| number| no\.?)?", "vrm", "vrn", "number ?plates?", "index"
)
_ANY_CURRENT = r"[A-HJ-PR-Y]{2}\d\d"  # with a year that is not issued yet: mistyped, or a false one
_CURRENT = r"[A-HJ-PR-Y][A-HJ-PR-Y](?:0[1-9]|[12]\d|5[1-9]|6\d|7\d)"
_OLDER = (
    r"[A-HJ-NPR-TV-Y]\d{1,3} ?[A-HJ-Y]{3}|Q\d{1,3} ?[A-HJ-PR-Y]{3}|"
    r"[A-HJ-Y]{3} ?\d{1,3}[A-HJ-NPR-TV-Y]|"
    r"[A-Z]{1,3}[IZ][A-Z]? ?\d{1,4}|\d{3} ?[DX] ?\d{3}"
)
_DATELESS = r"[A-HJ-PR-Y]{1,3} ?\d{1,4}|\d{1,4} ?[A-HJ-PR-Y]{1,3}"
_PARTIAL = rf"{_CURRENT}|\d{{1,2}} ?[A-Z]{{3}}|[A-Z]\d{{2,3}} ?[A-Z]{{0,2}}|[A-Z]{{2}}\d{{1,2}}"


class VehicleRecogniser(RuleRecogniser):
    """The mark alone is the span."""

    needs: ClassVar[Hint] = hint(r"\d|(?i:ending|beginning|starting)")
    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(
            EntityType.VEHICLE,
            re.compile(rf"(?<![\w/-]){_ANY_CURRENT}[ -][A-Z]{{3}}(?![\w/-])"),
            0.85,
            cues=_VEHICLE,
            hint=CODE_IN_CAPITALS,
        ),
        Rule(
            EntityType.VEHICLE,
            re.compile(rf"(?<![\w/-]){_ANY_CURRENT}[A-Z]{{3}}(?![\w/-])"),
            0.75,
            cues=_VEHICLE,
            hint=CODE_IN_CAPITALS,
        ),
        Rule(
            EntityType.VEHICLE,
            re.compile(rf"(?<![\w/-])(?i:{_CURRENT}) ?(?i:[A-Z]{{3}})(?![\w/-])"),
            cues=_PLAIN,
            with_cue=0.85,
            hint=CODE,
        ),
        Rule(
            EntityType.VEHICLE,
            re.compile(rf"(?<![\w/-])(?:{_OLDER})(?![\w/-])"),
            cues=_VEHICLE,
            with_cue=0.85,
            against=cues("room", "form", "paragraph", "section", "bus", "ward", "bay", "route"),
            hint=CODE,
        ),
        Rule(
            EntityType.VEHICLE,
            labelled(
                r"(?:partial |part )?(?:reg(?:istration)?\.?(?: marks?| numbers?| no\.?| plates?)*|"
                r"index mark|vrm|vrn|(?:partial|part) index|number ?plates?)"
                r"(?: (?:beginning|ending|starting))?",
                rf"(?:{_CURRENT}|{_OLDER}|{_DATELESS}|{_PARTIAL})(?! ?[A-Z]{{3}})",
            ),
            0.8,
        ),
        # Letters alone are a mark only where its end is told: "reg ending HFD".
        Rule(
            EntityType.VEHICLE,
            labelled(
                r"(?:reg(?:istration)?|plate|index|vrm|vrn)\.? (?:ending|beginning|starting)"
                r"(?: in| with)?",
                r"[A-Z]{2,3}",
            ),
            0.8,
        ),
        Rule(
            EntityType.VEHICLE,
            labelled(
                r"vin|chassis(?: no\.?| number)?|vehicle identification number",
                r"[A-HJ-NPR-Z\d]{17}",
            ),
            0.95,
        ),
        Rule(
            EntityType.VEHICLE,
            labelled(
                r"(?:hackney|private hire|taxi)(?: (?:licence|plate|badge|driver|vehicle))*"
                r"(?: no\.?| number)+",
                r"[A-Z]{0,4}\d{2,6}",
            ),
            0.85,
        ),
    )
