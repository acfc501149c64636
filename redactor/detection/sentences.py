"""Sentences of a segment, and which of them the slow model has to read.

A rough cut is enough: a sentence is a stretch to read, nothing is decided by its ends.
"""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.!?\u2026])[\"'\u2019\u201d)\]]*\s+(?=[\"'\u2018\u201c(\[]*[A-Z0-9])|\n+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|St|Sgt|Insp|Cllr|vs|No|para|approx)|\b[A-Z])\.\s*$"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Half-open stretches that cover all of `text` that is not blank."""
    found = []
    start = 0
    for cut in _END.finditer(text):
        if _ABBREVIATION.search(text, start, cut.end()) and "\n" not in cut.group():
            continue
        if text[start : cut.start()].strip():
            found.append((start, cut.start()))
        start = cut.end()
    if text[start:].strip():
        found.append((start, len(text)))
    return found
