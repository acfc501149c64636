"""Numbers in words, as ages and days of a month are written: "thirty-two", "twenty first"."""

from __future__ import annotations

import re

_UNITS = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_UNIT_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEEN_ORDINALS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth".split()
)

_CARDINALS = {word: number for number, word in enumerate([*_UNITS, *_TEENS], start=1)}
_CARDINALS |= {word: ten * 10 for ten, word in enumerate(_TENS, start=2)}
_DAYS = {word: day for day, word in enumerate([*_UNIT_ORDINALS, *_TEEN_ORDINALS], start=1)}
_DAYS |= {"twentieth": 20, "thirtieth": 30, "thirty first": 31}
_DAYS |= {f"twenty {word}": 20 + unit for unit, word in enumerate(_UNIT_ORDINALS, start=1)}

CARDINAL = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_UNITS)}))?"
    rf"|{'|'.join(reversed(_TEENS))}|{'|'.join(_UNITS)})(?![a-z])"
)
"""One to ninety-nine; a pattern for IGNORECASE."""

DAY_IN_WORDS = (
    rf"(?:(?:twenty[\s-])?(?:{'|'.join(_UNIT_ORDINALS)})|{'|'.join(_TEEN_ORDINALS)}"
    r"|twentieth|thirtieth|thirty[\s-]first)(?![a-z])"
)
"""First to thirty-first; a pattern for IGNORECASE."""

_PARTS = re.compile(r"[\s-]+")


def cardinal(words: str) -> int:
    """The number that `words`, in figures or matched by `CARDINAL`, says."""
    if words.isdecimal():
        return int(words)
    return sum(_CARDINALS[part] for part in _PARTS.split(words.lower()))


def day_in_words(words: str) -> int:
    """The day that `words`, matched by `DAY_IN_WORDS`, says."""
    return _DAYS[" ".join(_PARTS.split(words.lower()))]
