"""Names that a text abbreviates in brackets: "Second Chapter Housing (SCH)", "… (Pathways)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redactor.detection.bodies.mention import SMALL_WORDS, initials
from redactor.detection.lexicon import OPENERS, is_generic_word
from redactor.detection.reading import Reading
from redactor.detection.recognisers.body_names import is_distinctive
from redactor.detection.recognisers.body_words import GENERIC_WORDS
from redactor.text.words import Word
from redactor.text.words import words as words_in

_BRACKET = re.compile(
    r"\((?:known as |hereafter |or )?[\"\u201c\u2018']?(?P<short>(?:the )?[A-Z][\w'\u2019-]+"
    r"(?: [A-Z][\w'\u2019-]+){0,2})[\"\u201d\u2019']?\)"
)
_KINDS = frozenset(
    "housing homes trust project projects centre association foundation charity network society "
    "partners partnership group care support club collective hub house".split()
)
"""Words that say of plain words before them that they are the name of a body."""


@dataclass(frozen=True, slots=True)
class Definition:
    """A phrase and the short form behind it: ranges of words, both ends inclusive."""

    first: int
    last: int
    short_first: int
    short_last: int

    @property
    def ranges(self) -> tuple[range, range]:
        return range(self.first, self.last + 1), range(self.short_first, self.short_last + 1)


def definitions(reading: Reading) -> Iterator[Definition]:
    """Phrases whose short form stands in brackets behind them: "The Lamplight Project (TLP)"."""
    for opening in _BRACKET.finditer(reading.text):
        last = _last_word_before(reading, opening.start())
        if last is None or not reading.words[last].is_capitalised:
            continue
        starts = list(_starts_of_phrase(reading, last))
        short = [word for word in words_in(opening.group("short")) if word.key != "the"]
        first = _defined_by(reading, starts, last, short)
        if first is None or _is_a_term(reading, first, last):
            continue
        plain = [w.folded for w in reading.words[first : last + 1] if not is_generic_word(w)]
        if is_distinctive(plain) or _is_called_so(reading, first, last):
            yield Definition(first, last, last + 1, last + len(words_in(opening.group("short"))))


def _is_called_so(reading: Reading, first: int, last: int) -> bool:
    """ "Second Chapter Housing": of plain words, but more than one and before a word for a body."""
    return last - first > 1 and reading.words[last].key in _KINDS


def _is_a_term(reading: Reading, first: int, last: int) -> bool:
    """ "Multi-Agency Risk Assessment Conference (MARAC)" explains a term of the field."""
    return any(start <= first and last <= end for start, end in reading.terms)


def _last_word_before(reading: Reading, at: int) -> int | None:
    for index in range(len(reading.words) - 1, -1, -1):
        word = reading.words[index]
        if word.end <= at:
            between = reading.text[word.end + len(word.possessive) : at]
            return index if not between.strip() else None
    return None


def _starts_of_phrase(reading: Reading, last: int) -> Iterator[int]:
    """Where the phrase that ends at `last` may begin, the longest stretch last."""
    yield last
    index = last
    while index > 0 and reading.gaps[index - 1] in (" ", "-", " & "):
        index -= 1
        word = reading.words[index]
        if word.is_capitalised:
            yield index
        elif word.key not in SMALL_WORDS:
            return


def _defined_by(
    reading: Reading, starts: Sequence[int], last: int, short: Sequence[Word]
) -> int | None:
    """The start from which the phrase has the initials, or the words, of `short`."""
    if len(short) == 1 and short[0].is_upper:
        for first in reversed(starts):
            phrase = reading.words[first : last + 1]
            article = "T" if phrase[0].key == "the" else ""
            if short[0].folded in (initials(phrase), article + initials(phrase)):
                return first
        return None
    if all(word.key in GENERIC_WORDS for word in short):
        begins = [w.key for w in reading.words[starts[-1] : last + 1]][: len(short)]
        if len(short) < 2 or begins != [word.key for word in short]:
            return None  # "(the Trust)"
    wanted = {word.key for word in short}
    for first in reversed(starts):
        keys = {word.key for word in reading.words[first : last + 1]}
        if wanted and wanted <= keys and reading.words[first].key not in OPENERS:
            return first
    return None
