"""The combiner: from what speaks for and against a candidate to a probability, and to a verdict.

A logistic regression for each kind of candidate, small enough to be read: the log-odds that a
candidate identifies somebody are the sum of its features, each times its weight. Weights and the
two thresholds stand in ``data/combiner.tsv``; ``tools/fit_combiner.py`` fits them on the
development halves of the benchmarks, and the held-back halves measure them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from redactor.detection.lists import load_table
from redactor.model import Verdict

BIAS = "bias"
"""The feature that every candidate has."""
MOST_EVIDENCE = 5.0

Features = Mapping[str, float]
"""Names of features and their values, none of which tells a name; absent ones are 0."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one feature adds to the log-odds: ``value`` times its weight."""

    feature: str
    value: float
    log_odds: float


@dataclass(frozen=True, slots=True)
class Combiner:
    """Weights by feature, and the probabilities from which a candidate is asked or replaced."""

    weights: Mapping[str, float]
    ask: float
    replace: float

    def contributions(self, features: Features) -> list[Contribution]:
        """What each feature adds, the weightiest first."""
        parts = [
            Contribution(name, value, value * self.weights.get(name, 0.0))
            for name, value in {BIAS: 1.0, **features}.items()
            if value
        ]
        return sorted(parts, key=lambda part: (-abs(part.log_odds), part.feature))

    def probability(self, features: Features) -> float:
        """0..1, calibrated on the development halves."""
        odds = self.weights.get(BIAS, 0.0)
        for name, value in features.items():
            odds += value * self.weights.get(name, 0.0)
        return logistic(odds)

    def verdict(self, probability: float) -> Verdict | None:
        """*Replace*, *ask*, or None for what is left alone."""
        if probability >= self.replace:
            return Verdict.REPLACE
        return Verdict.ASK if probability >= self.ask else None


def logistic(log_odds: float) -> float:
    """The probability (0..1) that log-odds stand for."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, log_odds))))


def evidence(score: float) -> float:
    """A joined score (0..1) on the scale on which independent evidence adds up."""
    return min(MOST_EVIDENCE, -math.log(max(1e-9, 1.0 - score)))


@cache
def combiner(kind: str) -> Combiner:
    """The combiner for ``person``, ``place`` or ``body``; raises KeyError for another kind."""
    lead = f"{kind}: "
    rows = {
        name.removeprefix(lead): float(value)
        for name, value in load_table("combiner")
        if name.startswith(lead)
    }
    ask, replace = rows.pop("ask"), rows.pop("replace")
    return Combiner(rows, ask, replace)
