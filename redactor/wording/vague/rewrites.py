"""What all wording rules give: new words in the place of a stretch of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from redactor.model import Span

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Rewrite(Generic[Found]):
    """``text`` stands for what ``span`` covers: the thing itself and the words that agree with it.

    ``was`` is what was found there, in reading order; a range of dates is one rewrite of two.
    """

    span: Span
    text: str
    was: tuple[Found, ...] = field(repr=False)


def touches(span: Span, protect: Sequence[Span]) -> bool:
    """True when `span` shares a character with one of `protect`."""
    return any(span.overlaps(other) for other in protect)
