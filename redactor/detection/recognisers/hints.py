"""What a text must hold before a shape is looked for in it: cheap to look for, shared by many.

A shape that begins with no word would be tried at every character of every text. Most need digits
close together, and hardly any text has them so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Hint:
    """A pattern that every match of a shape holds. ``in_figures``: it lies within neighbouring
    tokens that have digits, and only these are looked at (`Prepared.figures`)."""

    pattern: re.Pattern[str]
    in_figures: bool = False


def hint(pattern: str) -> Hint:
    """`pattern`, anywhere in the text."""
    return Hint(re.compile(pattern))


def figures(pattern: str) -> Hint:
    """`pattern`, within the tokens that have digits."""
    return Hint(re.compile(pattern), in_figures=True)


ANYTHING = hint("")
CAPITAL = hint(r"[A-Z]")
CODE = hint(r"[A-Za-z] ?\d|\d ?[A-Za-z]")
DIGIT = figures(r"\d")
CODE_IN_CAPITALS = figures(r"[A-Z]\d")
SLASHED = figures(r"/\d")
HYPHENED = figures(r"\d-\d")
THREE_TOGETHER = figures(r"\d{3}")
FOUR_TOGETHER = figures(r"\d{4}")
SIX_TOGETHER = figures(r"\d{6}")
THREE_PAIRS = figures(r"\d\d[ -]{0,2}\d\d[ -]{0,2}\d\d")
SEVEN_DIGITS = figures(r"\d(?:[ .()/-]{0,2}\d){6}")
THREE_DIGITS = figures(r"(?<![A-Za-z\d])(?!(?:19|20)\d\d(?![A-Z\d]))[A-Z/-]*\d(?:[A-Z/*-]*\d){2}")
"""Three digits in a token that is no year: what every value of `is_reference` holds."""
