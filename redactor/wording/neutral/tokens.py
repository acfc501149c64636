"""A paragraph as the rules for wording read it: words, names, sentences, quotations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from redactor.model import Span
from redactor.text.fold import APOSTROPHES, HYPHENS, folded
from redactor.text.words import starts_sentence, words
from redactor.wording.neutral.rewording import Person

_LINE_ENDS = frozenset("\n\t\r\v\f\u2028\u2029")
_PLURAL_OWNER = re.compile(rf"[sS][{re.escape(APOSTROPHES)}] \w")
_SENTENCE_ENDS = frozenset(".!?…")
_QUOTE_ENDS = frozenset("\"'”’»")
_APOSTROPHES = frozenset(APOSTROPHES)
_HYPHENS = frozenset(HYPHENS)
_CLOSING = " \u00a0\"'”’)]»"
_OPENING = "\"'“‘([« \u00a0"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or a whole name; ``end`` lies behind its possessive ending.

    ``key`` is the folded word in lower case, "" for a name. ``before`` is what stands between
    this token and the one before it. ``person`` is an index into the people, ``quote`` one into
    the quotations; -1 where there is none.
    """

    start: int
    end: int
    key: str = field(repr=False)
    written: str = field(repr=False)
    before: str = field(repr=False)
    is_possessive: bool
    sentence: int
    person: int = -1
    quote: int = -1

    @property
    def follows_directly(self) -> bool:
        """Only blanks or a hyphen stand between it and the token before."""
        return self.before == " " or self.before in _HYPHENS or self.before.isspace()


@dataclass(frozen=True)
class Reading:
    """The tokens of one paragraph, and the people that it names."""

    tokens: tuple[Token, ...]
    people: tuple[Person, ...]

    def key(self, at: int) -> str:
        """The word at `at`, "" for a name and outside of the paragraph."""
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""

    def same_sentence(self, at: int, other: int) -> bool:
        inside = 0 <= other < len(self.tokens)
        return inside and self.tokens[at].sentence == self.tokens[other].sentence

    def next_in_phrase(self, at: int) -> int:
        """The token after `at` if no punctuation parts them, else -1."""
        after = at + 1
        if after >= len(self.tokens) or not self.tokens[after].follows_directly:
            return -1
        return -1 if self.tokens[at].sentence != self.tokens[after].sentence else after

    @cached_property
    def sentence_starts(self) -> dict[int, int]:
        starts: dict[int, int] = {}
        for at, token in enumerate(self.tokens):
            starts.setdefault(token.sentence, at)
        return starts

    @cached_property
    def names_a_child(self) -> bool:
        return any(person.is_child for person in self.people)


def read(text: str, people: Sequence[Person], quotes: Sequence[Span]) -> Reading:
    """Take `text` apart; a name that covers several words, or part of one, is one token."""
    pieces = _pieces(text, people)
    tokens: list[Token] = []
    sentence = 0
    end_before = 0
    for start, end, key, is_possessive, person in pieces:
        gap = text[end_before:start]
        if tokens and _ends_sentence(text, gap, start):
            sentence += 1
        tokens.append(
            Token(
                start=start,
                end=end,
                key=key,
                written=text[start:end],
                before=gap,
                is_possessive=is_possessive,
                sentence=sentence,
                person=person,
                quote=next(
                    (n for n, q in enumerate(quotes) if q.start <= start and end <= q.end), -1
                ),
            )
        )
        end_before = end
    return Reading(tuple(tokens), tuple(people))


_Piece = tuple[int, int, str, bool, int]
"""Start, end, key, whether possessive, index of the person."""


def _pieces(text: str, people: Sequence[Person]) -> list[_Piece]:
    found: list[_Piece] = []
    waiting = sorted(
        (person.span.start, person.span.end, number)
        for number, person in enumerate(people)
        if person.span.end <= len(text)
    )
    for word in words(text):
        end = word.end + len(word.possessive)
        while waiting and waiting[0][1] <= word.start:
            _add_name(found, *waiting.pop(0))
        if waiting and waiting[0][0] < end:
            start, last, number = waiting[0]
            if word.end >= last:  # the name's last word
                waiting.pop(0)
                ending = max(end, last)
                possessive = bool(word.possessive) and word.end == last
                if text[last : last + 1] in _APOSTROPHES and text[last - 1] in "sS":  # "James’ bed"
                    ending, possessive = max(end, last + 1), True
                _add_name(found, min(start, word.start), ending, number, possessive)
            continue
        if not found or found[-1][1] <= word.start:
            is_plural_owner = _is_plural_owner(text, word.end)
            found.append(
                (
                    word.start,
                    end + is_plural_owner,
                    word.key,
                    bool(word.possessive) or is_plural_owner,
                    -1,
                )
            )
    for start, last, number in waiting:
        _add_name(found, start, last, number)
    return found


def _is_plural_owner(text: str, end: int) -> bool:
    """ "girls’ bedroom"; where single marks quote, it could as well be a quotation's end."""
    return bool(_PLURAL_OWNER.match(text, end - 1)) and "‘" not in text[:end]


def _add_name(
    found: list[_Piece], start: int, end: int, number: int, is_possessive: bool = False
) -> None:
    if not found or found[-1][1] <= start:  # of two names that overlap the first counts
        found.append((start, end, "", is_possessive, number))


def _ends_sentence(text: str, gap: str, start: int) -> bool:
    if any(char in _LINE_ENDS for char in gap):
        return True
    bare = gap.rstrip(_OPENING).rstrip(_CLOSING)
    if bare[-1:] not in _SENTENCE_ENDS or not bare:
        return False
    if text[start].islower() and any(char in _QUOTE_ENDS for char in gap):
        return False  # “Where is he?” asked his mother.
    stop = start - len(gap) + len(bare)
    tail = text[max(0, stop - _LONGEST_ABBREVIATION) : stop]
    return starts_sentence(tail + " ", len(tail) + 1)


_LONGEST_ABBREVIATION = 20
"""Enough to tell "Mrs." from the end of a sentence."""


def in_case_of(old: str, new: str) -> str:
    """`new` with the capitals and the kind of apostrophe of `old`."""
    if "’" in old:
        new = new.replace("'", "’")
    bare = folded(old)
    if len(bare) > 1 and bare.isupper():
        return new.upper()
    return new[:1].upper() + new[1:] if bare[:1].isupper() else new
