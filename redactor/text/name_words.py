"""How usual an English word is as a name: "Mark" is one more often than "Case"."""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files

from redactor.text.fold import key

_MOST = 3.0
"""The logarithm of the bearers among 100,000 from which no name is more usual."""


@cache
def _table() -> dict[str, tuple[float, float]]:
    source = files("redactor.text").joinpath("data/names_that_are_words.tsv")
    rows = source.read_text(encoding="utf-8").splitlines()
    cells = (row.split("\t") for row in rows if row and not row.startswith("#"))
    return {word: (_usual(int(given)), _usual(int(surname))) for word, given, surname in cells}


def _usual(bearers: int) -> float:
    return min(1.0, math.log10(1 + bearers) / _MOST)


def usual_as_given_name(word: str) -> float:
    """0..1: on a logarithmic scale, how many bear the English word as a given name."""
    return _table().get(key(word), (0.0, 0.0))[0]


def usual_as_surname(word: str) -> float:
    """0..1: on a logarithmic scale, how many bear the English word as a surname."""
    return _table().get(key(word), (0.0, 0.0))[1]
