"""Ages in words and figures, as far as they tell a child from an adult."""

from __future__ import annotations

import re

from redactor.wording.neutral.tokens import Reading
from redactor.wording.numbers import CARDINAL, cardinal

_UNITS_OF_BABIES = frozenset("day days week weeks month months".split())
_OLDEST = 110
_IN_WORDS = re.compile(CARDINAL)


def _number(key: str) -> int | None:
    if key.isdecimal() and len(key) <= 3:
        return int(key) if int(key) <= _OLDEST else None
    return cardinal(key) if _IN_WORDS.fullmatch(key) else None


def age_at(reading: Reading, at: int) -> float | None:
    """The age in years that the number at `at` gives: "seven", "7-year-old", "six months old".

    None where it is no age. A bare number is one after a form of "be", after "aged" and alone in
    brackets.
    """
    number = _number(reading.key(at))
    if number is None:
        return None
    unit, old = reading.key(at + 1), reading.key(at + 2)
    if unit in ("year", "years") and old in ("old", "of"):
        return float(number)
    if unit in _UNITS_OF_BABIES and old == "old":
        return 0.0
    before = reading.key(at - 1)
    following = reading.tokens[at + 1].before if at + 1 < len(reading.tokens) else "."
    ends = not following.isspace()
    if before in ("aged", "age") or (before in ("was", "is", "only", "about", "turned") and ends):
        return float(number)
    bracketed = reading.tokens[at].before.endswith("(") and following.startswith((")", ","))
    return float(number) if bracketed else None


def age_near(reading: Reading, first: int, last: int) -> float | None:
    """The age that stands in the noun phrase from `first` to `last` or right behind it."""
    for at in range(first, last + 4):
        if at > last and (
            not reading.same_sentence(last, at) or any(c in reading.tokens[at].before for c in ";.")
        ):
            break
        years = age_at(reading, at) if at < len(reading.tokens) else None
        if years is None and at > last and reading.key(at - 1) in ("of", "about"):
            number = _number(reading.key(at))
            years = None if number is None else float(number)
        if years is not None:
            return years
    return None
