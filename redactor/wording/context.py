"""Where a name that changes stands: what comes right before it and right after.

The rules read a *masked* text, in which every replaced span is a run of letters that no word has.
So no rule takes a word of a name for an article, or a full stop in one for the end of a sentence;
and offsets stay those of the original.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from redactor.model import Span
from redactor.text.fold import APOSTROPHES

FILLER = "\u01bb"
"""A letter that has no case, so that a masked name never says whether a text is in capitals."""
HISSING_FILLER = "\u01c0"
"""The same at the end of a name in s, whose possessive may be a bare apostrophe."""
HISSING = "sSxXzZ"

BLANKS = " \u00a0"
"""What parts two words of a line. A tab parts columns, U+FFFC is an object."""
_REACH = 80
"""How far back, in code points, a rule looks for a word."""

_APOSTROPHES = re.escape(APOSTROPHES)
_LETTER = r"[^\W_]"
_BEFORE = re.compile(
    rf"(?<!{_LETTER})(?<!{_LETTER}[{_APOSTROPHES}.\u2011-])"
    rf"({_LETTER}+(?:[{_APOSTROPHES}]{_LETTER}+)*[{_APOSTROPHES}]?)"
    r"([^\S\t]+[\u201c\u2018\"'(\[]{0,2})\Z"
)
_AFTER = re.compile(
    rf"([^\S\t]+[\u201c\u2018\"'(\[]?)({_LETTER}+(?:[{_APOSTROPHES}]{_LETTER}+)*)"
    rf"(?![{_APOSTROPHES}\u2011-]?{_LETTER})"
)


def masked(text: str, spans: Iterable[Span]) -> str:
    """`text` with filler in every span of `spans`, which are sorted; as long as `text`."""
    pieces: list[str] = []
    done = 0
    for span in spans:
        last = HISSING_FILLER if text[span.end - 1] in HISSING else FILLER
        pieces += (text[done : span.start], FILLER * (len(span) - 1), last)
        done = span.end
    pieces.append(text[done:])
    return "".join(pieces)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A word beside a mention; ``gap`` parts them: blanks, and perhaps an opening mark."""

    text: str = field(repr=False)
    start: int
    end: int
    gap: str

    @property
    def key(self) -> str:
        return self.text.lower().replace("\u2019", "'")


@dataclass(frozen=True)
class Site:
    """The place ``start``..``end`` in a masked ``text``.

    Rules may read, but not change, what is before ``floor``, where the last change ended.
    """

    text: str = field(repr=False)
    start: int
    end: int
    floor: int = 0

    @cached_property
    def before(self) -> Neighbour | None:
        """The word right before, unless something but a blank or an opening mark is between."""
        return word_before(self.text, self.start)

    @cached_property
    def after(self) -> Neighbour | None:
        """The word right after; none where it is joined to another by a hyphen."""
        found = _AFTER.match(self.text, self.end)
        return Neighbour(found[2], *found.span(2), found[1]) if found else None


def word_before(text: str, at: int) -> Neighbour | None:
    """The word that ends right before the offset `at`, with blanks between."""
    found = _BEFORE.search(text, max(0, at - _REACH), at)
    return Neighbour(found[1], *found.span(1), found[2]) if found else None
