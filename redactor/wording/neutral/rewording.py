"""What a proposal for other words is, and what it is made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from redactor.model import Span
from redactor.text.sexes import Sex


class Certainty(StrEnum):
    """How sure a proposal is; a person decides on either."""

    SURE = "sure"
    """Only children can be meant."""
    LIKELY = "likely"
    """A child is the likeliest of those who can be meant, or as likely as an adult."""


@dataclass(frozen=True, slots=True)
class Person:
    """A place where a text names somebody; ``span`` is without a possessive's ending."""

    span: Span
    is_child: bool
    sex: Sex = ""


@dataclass(frozen=True, slots=True)
class Rewording:
    """A proposal: write ``text`` in the place of ``span``.

    ``about`` is the index of the last mention of the child, -1 for a child that nobody names.
    ``reason`` holds no word of the text. Rewordings with the same ``group`` belong together: a
    pronoun and a verb further on. To take one without the other leaves broken grammar.
    """

    span: Span
    text: str = field(repr=False)
    about: int
    sure: Certainty
    reason: str
    group: int
