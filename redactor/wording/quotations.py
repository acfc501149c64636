"""What stands in quotation marks, and the brackets around a change inside.

Published reviews mark each change in a quotation by square brackets: “[Connie] told me”. A nickname
in quotation marks (known as “Kez”) is nobody's words and gets none; the title of a document looks
like a quotation and is taken for one.

A curly mark that opens and never closes runs to the end of the paragraph, as is usual where a
quotation has several paragraphs. A straight mark that finds no partner is no quotation mark.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from redactor.model import Span
from redactor.wording.context import HISSING, HISSING_FILLER

_MARKS = re.compile("[\"'\u201c\u201d\u2018\u2019]")
_DOUBLE = frozenset('"\u201c\u201d')
_OPENING = frozenset("\u201c\u2018([{\u2013\u2014/")
_STOPS = frozenset(".,;:!?\u2026")
_ELISION = re.compile(r"(?:em|til|tis|twas|cos|bout|n|\d0s)\b")
"""What an apostrophe begins that is typed, or corrected by Word, as an opening mark: ‘em, ‘90s."""
_BLANK_AND_LETTER = re.compile(r"\s+[^\W_]")
_WORD = re.compile(r"[^\W_]+(?:['\u2019\u2010\u2011-]+[^\W_]+)*")
_NICKNAME_WORDS = 2
_BRACKETS_REACH = 200
_POSSESSIVE = re.compile("['\u2019][sS]?\\Z")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two marks, without them; not ``closed`` if only the end ended it.

    ``is_nickname``: up to two words that are no exclamation and end in no full stop.
    """

    start: int
    end: int
    closed: bool
    is_nickname: bool


@dataclass(slots=True)
class _Open:
    """A mark that has opened; ``maybe`` is a mark that closes it if nothing better comes."""

    at: int
    is_double: bool
    is_curly: bool
    maybe: int | None = None


def quotations(text: str) -> list[Quotation]:
    """Everything between quotation marks, nested ones too, in the order of their beginnings.

    In a masked text a name counts as one word.
    """
    reader = _Reader(text)
    for match in _MARKS.finditer(text):
        reader.read(match.start(), match.group())
    reader.close_all()
    if not reader.found:
        return []
    words = [match.start() for match in _WORD.finditer(text)]
    return [
        Quotation(start, end, closed, _is_nickname(text, start, end, words))
        for start, end, closed in sorted(reader.found)
        if start < end
    ]


def with_plain_marks(text: str, found: Iterable[Quotation]) -> str:
    """`text` with “ and ” around its quotations and " around nicknames: none is an apostrophe."""
    characters = list(text)
    for one in found:
        characters[one.start - 1] = '"' if one.is_nickname else "\u201c"
        if one.closed:
            characters[one.end] = '"' if one.is_nickname else "\u201d"
    return "".join(characters)


def quoted_spans(text: str, found: Iterable[Quotation] | None = None) -> list[Span]:
    """The quotations of `text` without their marks; sorted and apart: a nested one is its outer's.

    Nicknames are left out. Who has the quotations of `text` at hand gives them.
    """
    spans: list[Span] = []
    for one in quotations(text) if found is None else found:
        if spans and one.end <= spans[-1].end:
            continue
        if not one.is_nickname:
            spans.append(Span(one.start, one.end))
    return spans


def is_inside(span: Span, quoted: Sequence[Span]) -> bool:
    """True when one of `quoted`, which are sorted and apart, has all of `span` in it."""
    index = bisect_left(quoted, span.start + 1, key=lambda one: one.start) - 1
    return index >= 0 and quoted[index].contains(span)


def bracketed(new: str, mention: str, text: str, span: Span) -> str:
    """`new` in square brackets, unless brackets are there already; what `mention` has as well stays
    outside, a title in front and a possessive ending: "Mrs [Smith]’s".

    `mention` is what stood at `span` of the masked `text`.
    """
    before = max(0, span.start - _BRACKETS_REACH)
    opened = text.rfind("[", before, span.start)
    if not new or "[" in new or opened > text.rfind("]", before, span.start):
        return new
    ending = _POSSESSIVE.search(new) if _POSSESSIVE.search(mention) else None
    end = ending.start() if ending else len(new)
    title, space, rest = new.partition(" ")
    start = len(title + space) if rest and mention.startswith(title + space) else 0
    return f"{new[:start]}[{new[start:end]}]{new[end:]}"


def _is_nickname(text: str, start: int, end: int, words: Sequence[int]) -> bool:
    count = bisect_left(words, end) - bisect_left(words, start)
    if count > _NICKNAME_WORDS:
        return False
    last = text[max(start, end - 8) : end].rstrip()[-1:]
    return last not in ("!", "?") and (count < _NICKNAME_WORDS or last not in _STOPS)


class _Reader:
    """Reads marks from left to right; ``found`` fills as quotations close."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[_Open] = []
        self._doubles = {True: 0, False: 0}
        """How many double marks are open, curly and straight ones."""
        self.found: list[tuple[int, int, bool]] = []

    def read(self, at: int, mark: str) -> None:
        before, after = self._text[at - 1 : at] if at else "", self._text[at + 1 : at + 2]
        is_double = mark in _DOUBLE
        if not is_double and _ELISION.match(self._text, at + 1) and not before.isalnum():
            return
        waiting = any(self._doubles.values()) if is_double else self._single_is_open()
        if mark in "\u201d\u2019":
            closes = is_double or _can_close(before, after)
        else:
            closes = mark in "\"'" and waiting and _can_close(before, after)
            if closes and mark == '"' and not self._doubles[False] and before.isdigit():
                return  # six feet and two inches
        if closes:
            if waiting and is_double:
                self._close_double(at, is_curly=mark == "\u201d")
            elif waiting:
                self._close_single(at)
        elif mark in "\u201c\u2018" or (mark in "\"'" and _can_open(before, after)):
            if self._open and self._open[-1].maybe is not None and not is_double:
                self._end(self._open.pop(), None)
            self._open.append(_Open(at, is_double, mark in "\u201c\u2018"))
            if is_double:
                self._doubles[mark == "\u201c"] += 1

    def close_all(self) -> None:
        while self._open:
            self._end(self._open.pop(), len(self._text))

    def _single_is_open(self) -> bool:
        return bool(self._open) and not self._open[-1].is_double

    def _close_double(self, at: int, *, is_curly: bool) -> None:
        """Close the nearest double mark of the same shape, or of the other where there is none."""
        shape = is_curly if self._doubles[is_curly] else not is_curly
        while True:
            one = self._open.pop()
            self._doubles[one.is_curly] -= one.is_double
            if one.is_double and one.is_curly is shape:
                break
            self._end(one, at)
        self._found(one, at, closed=True)

    def _close_single(self, at: int) -> None:
        """Close at once, or remember a mark that may be a possessive as well: the dogs’ home."""
        hissing = self._text[at - 1] in HISSING + HISSING_FILLER
        if hissing and _BLANK_AND_LETTER.match(self._text, at + 1):
            self._open[-1].maybe = at
        else:
            self._found(self._open.pop(), at, closed=True)

    def _end(self, one: _Open, end: int | None) -> None:
        """End a mark that found no sure partner before `end`."""
        if one.maybe is not None:
            self._found(one, one.maybe, closed=True)
        elif one.is_curly and end is not None:
            self._found(one, end, closed=False)

    def _found(self, one: _Open, end: int, *, closed: bool) -> None:
        self.found.append((one.at + 1, end, closed))


def _can_open(before: str, after: str) -> bool:
    return bool(after.strip()) and not before.isalnum()


def _can_close(before: str, after: str) -> bool:
    if not before.strip() or before in _OPENING:
        return False
    return not after.isalnum() or before in _STOPS
