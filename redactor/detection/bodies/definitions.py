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
from redactor.detection.recognisers.rules import KEEP
from redactor.text.words import Word
from redactor.text.words import words as words_in

_LEAD = (
    r"(?:known(?: locally| here)?|hereafter|hereinafter|henceforth|below|from here on|here|"
    r"in (?:this|the) report|called|abbreviated(?: to)?|"
    r"referred to(?: below| here| hereafter| in this report)?|or|also|a\.?k\.?a\.?)"
)
"""What says in brackets that a short form follows, however plain its words are."""
_SHORT = r"(?:the |The )?[A-Z][\w'\u2019-]+(?: (?:&|and|of|[A-Z0-9][\w'\u2019-]*)){0,4}"
_BRACKET = re.compile(
    rf"\((?P<lead>{_LEAD},? (?:as )?)?[\"\u201c\u2018']?(?P<short>{_SHORT})[\"\u201d\u2019']?\)"
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
    """Phrases whose short form stands in brackets behind them: "The Lamplight Project (TLP)", "Not
    Alone Now (below, Not Alone)"; not those of bodies that stay."""
    for opening in _BRACKET.finditer(reading.text):
        last = _last_word_before(reading, opening.start())
        if last is None or not _ends_a_name(reading, last) or _stays(reading, last):
            continue
        starts = list(_starts_of_phrase(reading, last))
        short = [word for word in words_in(opening.group("short")) if word.key != "the"]
        first = _defined_by(reading, starts, last, short)
        if first is None and opening["lead"]:
            first = _loosely_defined_by(reading, starts, last, short)
        if first is None or _is_a_term(reading, first, last):
            continue
        plain = [w.folded for w in reading.words[first : last + 1] if not is_generic_word(w)]
        said = bool(opening["lead"]) or _is_called_so(reading, first, last)
        if said or is_distinctive(plain):
            inside = [
                index
                for index, word in enumerate(reading.words)
                if opening.start("short") <= word.start and word.end <= opening.end("short")
            ]
            yield Definition(first, last, inside[0], inside[-1])


def _ends_a_name(reading: Reading, last: int) -> bool:
    """A capitalised word, or one that a hyphen joins to such: "Co-operative"."""
    joined = last > 0 and reading.gaps[last - 1] == "-"
    return reading.words[last - joined].is_capitalised


def _stays(reading: Reading, last: int) -> bool:
    """The phrase that ends with word `last` is the name of a body that stays."""
    end = reading.words[last].end
    return any(one.entity == KEEP and one.start < end <= one.end for one in reading.found)


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
        elif word.key not in SMALL_WORDS and not word.key.isdigit():
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
        full = [w.key for w in reading.words[starts[-1] : last + 1]]
        begins = full[full[0] == "the" :][: len(short)]
        if len(short) < 2 or begins != [word.key for word in short]:
            return None  # "(the Trust)"
    wanted = {word.key for word in short}
    for first in reversed(starts):
        keys = {word.key for word in reading.words[first : last + 1]}
        if wanted and wanted <= keys and reading.words[first].key not in OPENERS:
            return first
    return None


def _loosely_defined_by(
    reading: Reading, starts: Sequence[int], last: int, short: Sequence[Word]
) -> int | None:
    """The same where the brackets say that they define: letters in their order ("WHAS" of a
    Westhaven Ambulance Service), or one word that tells ("Strathorran Co-op")."""
    for first in reversed(starts):
        phrase = reading.words[first : last + 1]
        if phrase[0].key == "the":
            continue
        if len(short) == 1 and short[0].is_upper:
            letters = iter("".join(word.key for word in phrase))
            starts_alike = phrase[0].key[0] == short[0].key[0]
            if starts_alike and all(letter in letters for letter in short[0].key):
                return first
        keys = {word.key for word in phrase if not is_generic_word(word)} - GENERIC_WORDS
        if any(word.key in keys for word in short if word.key not in SMALL_WORDS):
            return first
    return None
