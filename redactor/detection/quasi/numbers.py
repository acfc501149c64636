"""Numbers as people write them, for the shapes of durations, ages and quantities."""

from __future__ import annotations

from redactor.detection.quasi.shapes import any_of

_UNITS = any_of(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = any_of("twenty thirty forty fifty sixty seventy eighty ninety")
_LARGE = any_of("hundreds? thousands? millions? billions? dozens?")
_A_FEW = r"(?:a|several|a\s+few)\s+(?=hundred|thousand|dozen)"
_WORDS = rf"(?:{_TENS}(?:[\s-]{_UNITS})?|{_UNITS}|{_A_FEW})"

DIGITS = r"\d{1,3}(?:(?:[,.\s]\d{3}){1,6}(?!\d)|\d{0,20})(?:[.,]\d{1,4}(?!\d))?"
NUMBER = (
    rf"(?:(?:{DIGITS}|{_WORDS})(?:\s+{_LARGE}(?:\s+and\s+{_WORDS})?)?"
    rf"(?:\s+and\s+a\s+(?:half|quarter))?|{_LARGE})"
)
"""Digits with their separators, or words: "41,410,845,000", "thirty-five", "two and a half"."""
