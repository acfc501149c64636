"""What the leak check looks for, and how the text that it looks in is meant to be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class SoughtKind(StrEnum):
    """How a sought text is compared."""

    NAME = "name"
    """Found in any case, wherever it stands."""
    WORD = "word"
    """A name that is an English word too, or that something kept shares: found as it is written,
    in what people read. With two words and eight letters or more, everywhere."""
    TERM = "term"
    """A place or an organisation: as a name, but for typefaces, which are called after them."""
    IDENTIFIER = "identifier"
    """A number, an address, a date: letters and digits are compared and nothing else."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A real text that must not be in the finished file."""

    text: str = field(repr=False)
    kind: SoughtKind = SoughtKind.NAME


class Manner(StrEnum):
    """Who reads a text, and so what can be a name in it."""

    PROSE = "prose"
    """People: sentences, cells, notes, properties."""
    TITLE = "title"
    """People, on demand: alternative text, tooltips. Words may be run together: "DanielleAge"."""
    MARKUP = "mark-up"
    """Programs: bookmarks, addresses, names of parts. Words may be run together."""
    VOCABULARY = "vocabulary"
    """Programs, in words of the format itself: a short name is one of these by chance."""
    FONT = "font"
    """The name of a typeface: Georgia is no person there, but a full name is one."""
    BINARY = "binary"
    """Bytes that happen to be letters: a name has to look like one."""

    @property
    def is_read(self) -> bool:
        return self in (Manner.PROSE, Manner.TITLE)
