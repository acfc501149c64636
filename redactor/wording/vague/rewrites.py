"""What all wording rules give: new words in the place of a stretch of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from redactor.model import Span
from redactor.text.words import starts_sentence

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Rewrite(Generic[Found]):
    """``text`` stands for what ``span`` covers: the thing itself and the words that agree with it.

    ``was`` is what was found there, in reading order; a range of dates is one rewrite of two.
    """

    span: Span
    text: str
    was: tuple[Found, ...] = field(repr=False)


def applied(text: str, rewrites: Iterable[Rewrite[Found]]) -> str:
    """`text` with all of `rewrites` carried out; they must not overlap."""
    # From the end backwards, so the offsets still to be used stay true.
    for rewrite in sorted(rewrites, key=lambda r: r.span.start, reverse=True):
        text = text[: rewrite.span.start] + rewrite.text + text[rewrite.span.end :]
    return text


def touches(span: Span, protect: Sequence[Span]) -> bool:
    """True when `span` shares a character with one of `protect`."""
    return any(span.overlaps(other) for other in protect)


def indefinite(word: str) -> str:
    """The indefinite article that `word` takes; for the words these rules put behind one."""
    return "an" if word[:1].lower() in "aeiou" else "a"


def capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


_OPENING = " \u00a0\t([\"'\u2018\u201c"
_REACH = 80
"""Characters before a word that tell whether it begins a sentence."""


def opens_sentence(text: str, at: int) -> bool:
    """True where a sentence begins at `at`; what follows a label is none: "Date: mid-May"."""
    near = text[max(0, at - _REACH) : at + 1]
    at = len(near) - 1
    labelled = near[:at].rstrip(_OPENING).endswith((":", ";", "|"))
    return not labelled and starts_sentence(near, at)
