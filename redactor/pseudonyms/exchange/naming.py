"""The names in one cell: "Danielle (Dani) Hargreaves", "Ann Hargreaves (née Pike)".

What stands beside a name is another name only where that is plain. An agency in brackets that was
taken for one ("PC Dobson (Kent Police)") would be replaced by an officer's pseudonym all over the
review; whatever is left aside is said, so that a person can put it right.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, field

from redactor.pseudonyms.exchange.cells import literal, one_line
from redactor.pseudonyms.exchange.kinds import NOBODY, kind_of_relationship
from redactor.pseudonyms.exchange.likeness import (
    differ_wholly,
    is_form_of,
    is_short_form,
    with_surname,
)
from redactor.text.fold import key
from redactor.text.given_names import is_given_name
from redactor.text.names import parse_person
from redactor.text.words import words

_NUMBERED = re.compile(r"(?:\d{1,3}[.)]|[\u2022\u25cf\u00b7*])\s+(?=\S)")
_NOTE_MARK = re.compile(r"[\s*\u2020\u2021]+$")
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
# An apostrophe inside a word ("O'Dowd") opens no nickname.
_NICKNAME = re.compile(
    r"(?<!\S)(?:\"([^\"]+)\"|\u201c([^\u201c\u201d]+)\u201d|"
    r"[\u2018']([^\u2018\u2019']+)[\u2019'])(?!\w)"
)
_ALSO = (
    r"a\.?k\.?a\.?|(?:(?:also|formerly|previously|better|sometimes|otherwise) )?"
    r"(?:known|called|referred to) as|also called|alias|nicknamed?"
)
_ONCE = r"n(?:e\u0301|[\u00e9e])e|born|formerly|previously|maiden name|birth name|now"
_MARKER = re.compile(rf"(?:(?:{_ALSO})|(?P<once>{_ONCE})):?\s+", re.IGNORECASE)
# In the middle of a name only in small letters: Nee and Born are surnames too.
_INNER = re.compile(rf"[\s,;]+(?=(?:{_ALSO}|{_ONCE}|AKA|A\.K\.A\.):?\s)")
_ALTERNATIVE = re.compile(r"\s*/\s*|\s+or\s+|\s*;\s*")
_SPACED_STROKE = re.compile(r"\s+/\s+")
_SPACED_DASH = re.compile(r"\s+[-\u2013\u2014]\s+")
_TWO_PEOPLE = re.compile(r"\s(?:and|&|\+)\s", re.IGNORECASE)
_LINE_END = re.compile(r"[\r\n\v\f\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Names:
    """What a cell of names says.

    ``described``: words beside the name that say what somebody is ("victim", "aged 4").
    ``is_unclear``: there are other words beside it, which were taken for nothing. ``several``: the
    cell names two people, and ``real`` is the whole of it.
    """

    real: str = field(repr=False)
    aliases: tuple[str, ...] = field(default=(), repr=False)
    described: str = field(default="", repr=False)
    is_unclear: bool = False
    several: bool = False


def read_names(cell: str, *, of_person: bool) -> Names:
    """The real name and the other names in `cell`, that of a person or of anything else."""
    text = literal(cell)
    if text is not None:
        return Names(text)
    return _PersonCell().read(cell) if of_person else _OtherCell().read(cell)


def marked_alias(text: str, real: str) -> tuple[str, bool]:
    """ "aka Kez" → Kez, "née Pike" → Ann Pike for Ann Hargreaves; and whether there was such a
    word before it."""
    match = _MARKER.match(text)
    name = text[match.end() :].strip(" \"'\u2018\u2019\u201c\u201d") if match else ""
    if match is None or not words(name):
        return text, False
    if match["once"] and len(name.split()) == 1 and not is_given_name(name):
        return with_surname(real, name), True
    return name, True


class _Cell(ABC):
    """A cell being taken apart: what stands beside the name is put where it belongs."""

    def __init__(self) -> None:
        self._aliases: list[str] = []
        self._beside: list[str] = []
        self._described: list[str] = []
        self._is_unclear = False

    def _bare(self, cell: str) -> str:
        """`cell` without numbers of a list, marks of footnotes, and what is in brackets."""
        text = _NOTE_MARK.sub("", _NUMBERED.sub("", cell.strip()))
        return _BRACKETS.sub(self._put_aside, text)

    def _put_aside(self, match: re.Match[str]) -> str:
        self._beside.append(next(filter(None, match.groups()), ""))
        return " "

    def _names(self, real: str) -> Names:
        """The result, when all that stands beside `real` is sorted."""
        for beside in self._beside:
            self._sort(one_line(beside), real)
        aliases = [alias for alias in dict.fromkeys(self._aliases) if key(alias) != key(real)]
        return Names(real, tuple(aliases), ", ".join(self._described), self._is_unclear)

    def _sort(self, text: str, real: str) -> None:
        alias, is_marked = marked_alias(text, real)
        if is_marked or self._is_alias(text, real):
            self._aliases.append(alias)
        elif text.isdigit():
            self._described.append(f"({text})")
        elif kind_of_relationship(text) != NOBODY:
            self._described.append(text)
        elif words(text):
            self._is_unclear = True

    @abstractmethod
    def _is_alias(self, text: str, real: str) -> bool:
        """Whether `text`, found beside `real`, is another name of it by its look."""


class _OtherCell(_Cell):
    """Of a place or a body: "Margate (Kent)" is not called Kent, "Seagrove Trust (ST)" is ST."""

    def read(self, cell: str) -> Names:
        text, *marked = _INNER.split(one_line(self._bare(cell)))
        self._beside += marked
        real, *others = _SPACED_STROKE.split(text)
        self._aliases += others
        return self._names(real)

    def _is_alias(self, text: str, real: str) -> bool:
        return is_short_form(text, real)


class _PersonCell(_Cell):
    def read(self, cell: str) -> Names:
        text = _NICKNAME.sub(self._take_nickname, self._bare(self._first_line(cell)))
        text, *marked = _INNER.split(one_line(text))
        self._beside += marked
        text = self._without_description(text)
        if _TWO_PEOPLE.search(text):
            return Names(one_line(cell), several=True)
        first, *others = [part for part in _ALTERNATIVE.split(text) if part] or [text]
        real = self._whole(self._turned(first), others)
        if any(differ_wholly(real, other) for other in others):
            return Names(one_line(cell), several=True)
        self._aliases += [_alternative(other, real, text) for other in others]
        return self._names(real)

    def _first_line(self, cell: str) -> str:
        """`cell` in one line; a further line of several words may be another name."""
        first, *others = [one_line(line) for line in _LINE_END.split(cell.strip())]
        for line in others:
            if len(first.split()) > 1 and len(line.split()) > 1 and line[0] not in "([":
                self._beside.append(line)
            else:
                first = f"{first} {line}"
        return first

    def _put_aside(self, match: re.Match[str]) -> str:
        content = next(filter(None, match.groups()), "")
        is_inside = bool(words(match.string[: match.start()])) and bool(
            words(_BRACKETS.sub("", match.string[match.end() :]))
        )
        if is_inside and len(content.split()) == 1 and kind_of_relationship(content) == NOBODY:
            self._aliases.append(content)  # "Danielle (Dani) Hargreaves"
        else:
            self._beside += re.split(r"\s*[,;/]\s*", content)
        return " "

    def _take_nickname(self, match: re.Match[str]) -> str:
        self._aliases.append(next(filter(None, match.groups())))
        return " "

    def _without_description(self, text: str) -> str:
        """ "Danielle Hargreaves – victim" without its end, which tells what she is."""
        for divided in (_SPACED_DASH.split(text, maxsplit=1), text.split(",", maxsplit=1)):
            if len(divided) == 2 and kind_of_relationship(divided[1]) != NOBODY:
                self._described.append(divided[1].strip())
                return divided[0].strip()
        return text

    def _turned(self, name: str) -> str:
        """ "Hargreaves, Danielle" the right way round; "Danielle Hargreaves, Dani" is two names."""
        before, *after = (part.strip() for part in name.split(","))
        if len(after) != 1 or not (before and after[0]):
            return name
        if len(before.split()) > 1 and is_given_name(before.split()[0]):
            self._beside.append(after[0])
            return before
        return f"{after[0]} {before}"

    def _whole(self, first: str, others: list[str]) -> str:
        """ "Lorraine Pritchard" for the first of "Lorraine / Lol Pritchard"."""
        surname = parse_person(others[-1]).surname if others else ""
        has_surname = bool(parse_person(first).surname)
        return first if has_surname or not surname else f"{first} {surname}"

    def _is_alias(self, text: str, real: str) -> bool:
        return is_form_of(text, real)


def _alternative(other: str, real: str, text: str) -> str:
    """Another name behind a stroke: a given name ("Lol"), a surname ("Pike"), or both."""
    name = parse_person(other)
    if name.is_full and key(name.surname) == key(parse_person(real).surname):
        return " ".join(name.given)
    if len(other.split()) == 1 and f"/{other}" in text and not is_form_of(other, real):
        return with_surname(real, other)
    return other
