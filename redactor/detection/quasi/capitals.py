"""Capitalised phrases: what may be the name of a body, a place or a person that no model read."""

from __future__ import annotations

import re

_WORD = r"[A-Z\u00c0-\u00de\u0100-\u024f][\w'\u2019]*(?:\.(?=\w))?"
_BLANK = r"[^\S\n]"
_SMALL = r"(?:of|for|the|and|de|du|des|der|van|von|on|in|&)"
PHRASE = re.compile(
    rf"\b{_WORD}(?:(?:{_BLANK}|-|{_BLANK}?&{_BLANK}?)(?:{_SMALL}{_BLANK}){{0,2}}{_WORD})+"
)
"""Capitalised words with small ones between; a line break parts phrases."""
