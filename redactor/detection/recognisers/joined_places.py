"""Places by what stands between their words: "Weston-super-Mare", "Pen-y-Lan", "Sutton on Sea".

Nobody's name has a small word between hyphens, but for the French ("Jean-de-Luc"), which are few.
Counties and the largest cities are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detection.recognisers.body_names import is_too_large
from redactor.detection.recognisers.prepared import Prepared
from redactor.detection.recognisers.rules import Match
from redactor.model import EntityType

_SMALL = "on|upon|super|under|le|en|in|by|next|at|cum|the|juxta|with|sub|y|yr|ym|yn|ar|wrth|o"
_BETWEEN = re.compile(rf"-(?:{_SMALL})-", re.IGNORECASE)
_HYPHENED = re.compile(
    rf"(?<![\w'-])(?:(?:St\.?|Great|Little|Upper|Lower|North|South|East|West) )?[A-Z][a-z]+"
    rf"(?:-(?:{_SMALL})){{1,2}}-(?!Law\b)[A-Z][a-z]+(?![\w-])"
    r"|(?<![\w'-])[A-Z][a-z]+-yr?-[a-z]{3,}(?![\w-])"  # "Pen-y-ffordd"
    rf"|(?<![\w'-])[A-Z]{{3,}}(?:-(?:{_SMALL.upper()})){{1,2}}-[A-Z]{{3,}}(?![\w-])"
)
# Typed without the hyphens: "Sutterby on Sea", "Wrangby le Marsh".
_UNHYPHENED = re.compile(
    r"(?<![\w'-])(?!(?:Report|Focus|Based|Impact|House|Home|Caravan|Hotel)\b)[A-Z][a-z]{2,} "
    r"(?:(?:[Oo]n|[Uu]pon|[Bb]y|[Nn]ext)[ -](?:the[ -])?(?:Sea|Solent|Trent|Tees|Tyne|Thames|Avon|"
    r"Severn|Wye|Humber|Ouse|Stour|Tweed|Swale|Soar|Dee|Crouch|Water)|[Uu]nder[ -](?:Lyme|Edge|"
    r"Wychwood|Hill)|[Ll]e[ -](?:Street|Marsh|Moors?|Field|Dale|Spring|Wold|Clay|Willows|Beach|"
    r"Hope|Vale|Frith|Hole|Soken))(?![\w'-])"
)
_SECOND = frozenset("on upon by next under le".split())


def joined_places(prepared: Prepared) -> Iterator[Match]:
    """The places in a text that are told by their shape alone."""
    patterns = [_UNHYPHENED] if not _SECOND.isdisjoint(prepared.words) else []
    if "-" in prepared.text and _BETWEEN.search(prepared.text):
        patterns.append(_HYPHENED)
    for pattern in patterns:
        for match in pattern.finditer(prepared.text):
            if not is_too_large(match.group()):
                yield EntityType.PLACE.name, *match.span(), 0.8
