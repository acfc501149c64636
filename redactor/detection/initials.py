"""Bare and dotted initials: "DH", "D.H." for Danielle Hargreaves."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from redactor.detection.evidence import POSSIBLE
from redactor.detection.lexicon import is_generic_word
from redactor.detection.spans import Candidate
from redactor.detection.weighing import Weighing
from redactor.model import EntityType, Evidence, Verdict
from redactor.text.fold import folded
from redactor.text.words import words

_CAPITAL = r"[^\W\d_a-z]"
_DOTTED = re.compile(
    rf"(?<!\w)(?<![^\W\d_]\.)(?P<first>{_CAPITAL})\.\s?(?:{_CAPITAL}\.\s?){{0,3}}"
    rf"(?P<last>{_CAPITAL})\b\.?(?![^\W\d_])"
)
_TWO = re.compile(rf"{_CAPITAL}\.\s?{_CAPITAL}")
"""What dotted initials hold: quick to look for."""
_SHORTEST_TERM = 3
_NOBODY_S_INITIALS = frozenset("NB RC PS PC UK US EU ID NI GP HM IQ".split())
_NOBODY_S_IN_A_CELL = frozenset("NB UK US EU GP".split())
_LONGEST_CELL = 8
_OF_A_DAY = frozenset({"AM", "PM"})
_DEGREES = frozenset({"BA", "MA", "QC", "KC"})


def initials_in(weighing: Weighing, number: int) -> Iterator[Candidate]:
    reading = weighing.readings[number]
    for match in _DOTTED.finditer(reading.text) if _TWO.search(reading.text) else ():
        ends = folded(match.group("first") + match.group("last")).upper()
        letters = "".join(char for char in folded(match.group()) if char.isalpha())
        if _is_of_a_name(weighing, number, match.end()):
            continue
        if ends in weighing.initials:
            yield Candidate(
                match.start(),
                match.end(),
                EntityType.PERSON,
                Verdict.REPLACE,
                (Evidence("initials", 0.85, "initials of a name of the review"),),
            )
        elif match.group().isupper() and not _is_a_term(letters, reading.text, match.start()):
            yield Candidate(
                match.start(),
                match.end(),
                EntityType.PERSON,
                Verdict.ASK,
                (Evidence("initials", POSSIBLE, "letters with full stops"),),
            )
    initials = weighing.initials
    for index in reading.capitals:
        word = reading.words[index]
        if word.folded in initials and _is_initials(weighing, number, index):
            sure = not is_generic_word(word) or word.folded in weighing.defined_initials
            yield Candidate(
                word.start,
                word.end,
                EntityType.PERSON,
                Verdict.REPLACE if sure else Verdict.ASK,
                (Evidence("initials", 0.7, "bare initials of a name of the review"),),
            )


def _is_of_a_name(weighing: Weighing, number: int, end: int) -> bool:
    """ "D. H. Hargreaves": a word of a name follows."""
    words = weighing.readings[number].words
    index = bisect_left(words, end, key=lambda word: word.start)
    between = (
        weighing.readings[number].text[end : words[index].start] if index < len(words) else "."
    )
    return not between.strip() and index in weighing.tagged[number]


def _is_a_term(letters: str, text: str, start: int) -> bool:
    """ "D.O.B.", "A.S.B.": an abbreviation of the field with its full stops. Of two letters hardly
    any is, and hardly any at all in a cell of its own; "p.m." stands behind a figure, a degree
    behind a name and a comma."""
    if len(letters) >= _SHORTEST_TERM:
        return any(map(is_generic_word, words(letters)))
    if letters in _OF_A_DAY:
        return text[:start].rstrip()[-1:].isdigit()
    if letters in _DEGREES:
        return text[:start].rstrip().endswith(",")
    alone = len(text.strip()) <= _LONGEST_CELL
    return letters in (_NOBODY_S_IN_A_CELL if alone else _NOBODY_S_INITIALS)


def _is_initials(weighing: Weighing, number: int, index: int) -> bool:
    """Bare initials of a name of the review ("DH"), that are no term of the field."""
    word = weighing.readings[number].words[index]
    return (
        word.is_upper
        and index not in weighing.blocked[number]
        and (
            not is_generic_word(word)
            or word.folded in weighing.defined_initials
            or weighing.persons.spellings.is_rare_abbreviation(word.key)
        )
    )
