"""Teams that are called by their place: "Margate MARAC", "Thanet Locality Team", "Oldham MASH".

The place alone localises, the rest says what it is and stays ("Area A MARAC", domain convention
C28): so the span is the place. One of a whole county or a large city is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detection.recognisers.body_names import is_place, is_too_large
from redactor.detection.recognisers.prepared import Prepared
from redactor.detection.recognisers.rules import Match
from redactor.model import EntityType

_ABBREVIATED = (
    "MARAC|MAPPA|MASH|MATAC|CMHT|CMHTOP|CRHT|CRHTT|HTT|EIP|EIT|CSU|CSP|DAAT|YOT|YOS|CID|LPT|SNT|"
    "NPT|PCN|PCT|CCG|ICB|ICP|PDU|LDU|SAB|LSCB|SCB|SCP|LSCP|LSAB|SCR|SAR|DHR|IDVAs?|ISVAs?|HIDVA|"
    "CAMHS|IAPT|EDT|EHH|SARC|PPU|VIT|SDVC|DVU|DASU|PVPU|HMRC|JCP"
)
_WORDS = (
    r"(?:(?:Area|District|Locality|Local|Neighbourhood|Community|Children's|Adults?'?|Social|"
    r"Mental|"
    r"Health|Care|Services?|Safeguarding|Duty|Assessment|Referral|Intake|Initial|Early|Help|Family|"
    r"Support|Intervention|Leaving|Looked|After|Disability|Disabled|Learning|Older|People's|"
    r"Domestic|Abuse|Violence|Public|Protection|Housing|Options|Homeless(?:ness)?|Probation|Youth|"
    r"Offending|Justice|Crisis|Home|Treatment|Resolution|Recovery|Drug|Alcohol|Substance|Misuse|"
    r"Midwifery|Health Visiting|School|Nursing|Response|Patrol|Policing|Custody|Investigation|"
    r"Child|Abuse|Safer|Neighbourhoods?|Emergency|Contact|Multi-Agency|Risk|Hub|Access|Single|"
    r"Point|Front|Door|of|and|in|with|&) ){0,7}"
    r"(?:Teams?|Hub|Conference|Panel|Unit|Forum|Partnership|Board|Services?|Division|"
    r"BCU|Sector|Policing Area|Command)"
)
_TEAM = re.compile(
    rf"(?<=[\w)] )(?!(?:of|and|in|with|&) )(?:(?:{_ABBREVIATED})(?!\w)|{_WORDS}(?![\w-]))"
)
_NAME_BEFORE = re.compile(
    r"(?<![\w'-])[A-Z][\w'-]+(?:(?: |-)(?:(?:and|&|upon|on|under|in|of|the|le)(?: |-))*"
    r"[A-Z][\w'-]+){0,4} $"
)
WORDS = frozenset(
    re.findall("[a-z]+", _ABBREVIATED.replace("s?", "").lower())
    + "idvas isvas team teams hub conference panel unit forum partnership board service services "
    "division bcu sector area command".split()
)
"""One of them stands in every text that names a team."""


def places_of_teams(prepared: Prepared) -> Iterator[Match]:
    """The places in the names of teams."""
    text = prepared.text
    for match in _TEAM.finditer(text):
        before = _NAME_BEFORE.search(text, max(0, match.start() - 60), match.start())
        if before is None:
            continue
        start, end = before.start(), match.start() - 1
        while start < end and not is_place(text[start:end]):
            blank = text.find(" ", start, end)
            start = blank + 1 if blank >= 0 else end
        if start < end and not is_too_large(text[start:end]):
            yield EntityType.PLACE.name, start, end, 0.85
