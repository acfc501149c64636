"""Times of day in four digits and measures, which a short number may be as well: "at 1430"."""

from __future__ import annotations

import re

_TIME = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_BEFORE = re.compile(
    r"\b(?:at|from|until|till|to|by|between|and|around|about|approx(?:imately)?|circa|before|after|"
    r"since)\.?\s*$|[-\u2013@]\s?$",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r" ?(?:h(?:rs?|ours)?\b|[ap]\.?m\b|%|people|pounds|words|times|km|metres|miles|million)"
)


def is_time_or_measure(text: str, start: int, end: int) -> bool:
    """True when `text[start:end]` reads there as a time of day or counts something."""
    if _MEASURE.match(text, end):
        return True
    return bool(_TIME.fullmatch(text, start, end) and _BEFORE.search(text, 0, start))
