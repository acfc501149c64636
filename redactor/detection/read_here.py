"""What Lantern says of a candidate, as the combiner is told it: in log-odds, halved."""

from __future__ import annotations

import math
from typing import Literal

from redactor.detection.combiner import Features
from redactor.detection.reading import UNREAD, Reading, WordScore

Kind = Literal["person", "place", "body"]

_LEAST = 0.002
"""The model is taken to be no surer than this that words are nothing, or that they are not."""


def read_here(reading: Reading, first: int, last: int, kind: Kind) -> Features:
    """How much the model takes words `first` to `last` for anything that identifies, or for
    nothing; and of a place or a body, how much for another kind. Nothing, where it did not read."""
    read = [one for one in reading.scores[first : last + 1] if one is not UNREAD]
    if not read:
        return {}
    chances = WordScore(*(sum(each) / len(read) for each in zip(*read, strict=True)))
    any_kind = _half_log_odds(max(chances))
    features = {"read": max(0.0, any_kind), "read as nothing": max(0.0, -any_kind)}
    if kind != "person":
        features["read as another kind"] = max(0.0, -_half_log_odds(getattr(chances, kind)))
    return features


def _half_log_odds(chance: float) -> float:
    chance = min(max(chance, _LEAST), 1 - _LEAST)
    return math.log(chance / (1 - chance)) / 2
