"""Places by their hyphens: "Weston-super-Mare", "St Nicholas-at-Wade", "Pen-y-Lan".

Nobody's name has a small word between hyphens, but for the French ("Jean-de-Luc"), which are few.
Counties and the largest cities are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detection.recognisers.body_names import is_too_large
from redactor.detection.recognisers.rules import Match, Prepared
from redactor.model import EntityType

_SMALL = "on|upon|super|under|le|in|by|next|at|cum|the|juxta|with|sub|y|yr|ar|o"
_BETWEEN = re.compile(rf"-(?:{_SMALL})-", re.IGNORECASE)
_HYPHENED = re.compile(
    rf"(?<![\w'-])(?:(?:St\.?|Great|Little|Upper|Lower|North|South|East|West) )?[A-Z][a-z]+"
    rf"(?:-(?:{_SMALL}))(?:-the)?-(?!Law\b)[A-Z][a-z]+(?![\w-])"
    rf"|(?<![\w'-])[A-Z]{{3,}}-(?:{_SMALL.upper()})(?:-THE)?-[A-Z]{{3,}}(?![\w-])"
)


def hyphened_places(prepared: Prepared) -> Iterator[Match]:
    """The places in a text that are told by their shape alone."""
    if _BETWEEN.search(prepared.text) is None:
        return
    for match in _HYPHENED.finditer(prepared.text):
        if not is_too_large(match.group()):
            yield EntityType.PLACE.name, *match.span(), 0.8
