"""Cutting folded text into runs of letters and runs of digits, with what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

NO_TEXT = "\ufffc"
"""Stands for whatever is no letter but has a place in the text: a picture, a note's number."""

_RUN = re.compile(r"[^\W\d_]+|\d+")
_HUMP = re.compile(
    r"(?:Mac|Mc|Fitz|O|De|Di|La|Le)[A-Z][a-z]+"  # McDonald is one word
    r"|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|[^A-Za-z]+"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The runs of a folded text.

    ``keys`` are the runs in lower case; ``starts`` and ``ends`` their offsets in the text, and
    ``offsets`` in all runs joined. ``gaps[i]`` stands before run i ("" before the first).
    """

    keys: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    offsets: list[int]


def tokenise(folded: str, *, humps: bool = False) -> Tokens:
    """The runs of `folded`; with `humps`, "DanielleAge" is two of them."""
    spans = [match.span() for match in _RUN.finditer(folded)]
    if humps:
        spans = [
            (start + hump.start(), start + hump.end())
            for start, end in spans
            for hump in _HUMP.finditer(folded[start:end])
        ]
    keys: list[str] = []
    gaps: list[str] = []
    offsets: list[int] = []
    previous, offset = 0, 0
    for start, end in spans:
        key = folded[start:end].casefold()
        keys.append(key)
        gaps.append(folded[previous:start] if len(keys) > 1 else "")
        offsets.append(offset)
        previous = end
        offset += end - start
    return Tokens(keys, [s for s, _ in spans], [e for _, e in spans], gaps, offsets)


def squeeze(folded: str) -> str:
    """The letters and digits of a folded text, in their own case."""
    return "".join(_RUN.findall(folded))
