"""Capitalised phrases: what may be the name of a body, a place or a person that no model read."""

from __future__ import annotations

import re

_WORD = r"[A-Z\u00c0-\u00de\u0100-\u024f][\w'\u2019]*(?:\.(?=\w))?"
_BLANK = r"[^\S\n]"
_OF = rf"(?:(?:of|for|de|du|des|der|van|von){_BLANK}(?:the{_BLANK})?)"
_AND = rf"(?:{_BLANK}&{_BLANK}|{_BLANK}and{_BLANK})"
_NAME = rf"{_WORD}(?:(?:{_BLANK}|-){_OF}?{_WORD})*"
PHRASE = re.compile(rf"\b{_NAME}(?:{_AND}(?:the{_BLANK})?{_NAME})*")
"""Capitalised words with small ones between; a line break parts phrases."""

AND = re.compile(rf"{_AND}(?:the{_BLANK})?")
"""What joins the words of an office ("Foreign and Commonwealth Office"), or two names."""
