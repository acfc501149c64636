"""How much detection masks: what a review needs, or more of what can identify somebody.

A published review keeps its dates, ages, counties, courts and public bodies (docs/conventions.md).
Other texts have to lose them: *balanced* masks what is more likely than not to identify somebody,
*recall* whatever may. Both share all code; they differ in the numbers below and in nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Setting(StrEnum):
    """The words of ``redact scan --setting``."""

    REVIEW = "review"
    BALANCED = "balanced"
    RECALL = "recall"

    @property
    def is_wide(self) -> bool:
        """True where quasi-identifiers are looked for at all."""
        return self in REACH


@dataclass(frozen=True, slots=True)
class Reach:
    """What a wide setting masks. Whatever a review replaces is masked in any case, but for a body
    that only its surroundings show.

    ``probability`` is how likely a stretch has to be a quasi-identifier (0..1); ``asked`` whether
    everything is masked that a review would put to a person.
    """

    probability: float
    asked: bool


REACH: dict[Setting, Reach] = {
    Setting.BALANCED: Reach(probability=0.5, asked=False),
    Setting.RECALL: Reach(probability=0.08, asked=True),
}
