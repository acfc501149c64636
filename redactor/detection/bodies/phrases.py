"""Capitalised phrases that nothing explains ("the Weavers"), and owners of nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from redactor.detection import context
from redactor.detection.bodies.mention import SMALL_WORDS
from redactor.detection.bodies.surroundings import NOTHING_OWNED, PLACED
from redactor.detection.evidence import looks_like_a_name
from redactor.detection.lexicon import OPENERS, is_generic_word, is_kept_place
from redactor.detection.reading import Reading
from redactor.text.matcher import PhraseIndex
from redactor.text.names import is_title
from redactor.text.words import is_english, is_weekday

_READ = 0.5
"""From here the slow model takes a word for a part of a body's name."""
_TITLE = re.compile(r":\s+[A-Z]")
"""Behind the title of a work: "Eight Steps: A Study"."""


def unexplained_phrases(reading: Reading, explained: Collection[int]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words inside a sentence, or behind "the", that nothing explains."""
    if context.in_capitals(reading):
        return
    prose = _is_prose(reading)
    terms = _terms(reading)
    behind = 0
    count = len(reading.words)
    for index in reading.capitals:
        if index < behind or not _may_begin(reading, index, explained, terms):
            continue
        last = index
        while last + 1 < count and _may_go_on(reading, last, explained, terms):
            last += 1
        while last > index and reading.words[last].key in SMALL_WORDS:
            last -= 1
        shown = prose or PLACED.search(context.before(reading, index))  # in notes: "job at the …"
        if shown and not _TITLE.match(reading.text, reading.words[last].end):
            yield index, last
        behind = last + 1


def read_as_bodies(reading: Reading, explained: Collection[int]) -> Iterator[tuple[int, int]]:
    """Runs of words that the slow model reads as the name of a body, from capital to capital."""
    run: list[int] = []
    for index, score in enumerate(reading.scores):
        if score.body < _READ or index in explained:
            continue
        beside = bool(run) and run[-1] == index - 1
        apart = beside and reading.gaps[index - 1] not in (" ", "-", " & ")
        if run and (apart or not beside):
            yield from _between_capitals(reading, run)
            run = []
        if not apart:  # "Alder, Birch": what is read behind a comma is seldom a body by itself
            run.append(index)
    yield from _between_capitals(reading, run)


def _between_capitals(reading: Reading, run: list[int]) -> Iterator[tuple[int, int]]:
    while run and not reading.words[run[-1]].is_capitalised:
        run.pop()
    while run and (
        not reading.words[run[0]].is_capitalised or reading.words[run[0]].key in OPENERS
    ):
        run.pop(0)
    if run:
        yield run[0], run[-1]


def found_again(
    readings: Sequence[Reading],
    phrases: Sequence[Sequence[tuple[int, int]]],
    explained: Sequence[Collection[int]],
) -> list[list[tuple[int, int]]]:
    """The same phrases where no sentence shows them: in a cell, at a sentence's start, in capitals.

    One word that is also an English one is not looked for again.
    """
    index: PhraseIndex[bool] = PhraseIndex()
    for reading, runs in zip(readings, phrases, strict=True):
        for first, last in runs:
            words = reading.words[first : last + 1]
            if len(words) > 1 or not is_english(words[0].key):
                index.add(reading.text[words[0].start : words[-1].end], True)
    everywhere = []
    for reading, runs, known in zip(readings, phrases, explained, strict=True):
        all_runs = list(runs)
        taken = {word for first, last in runs for word in range(first, last + 1)} | set(known)
        for match in reading.find(index):
            span = range(match.first, match.last + 1)
            ends = (reading.words[match.first], reading.words[match.last])
            if not taken.intersection(span) and all(word.is_capitalised for word in ends):
                taken.update(span)
                all_runs.append((match.first, match.last))
        everywhere.append(sorted(all_runs))
    return everywhere


def owners_of_nothing(reading: Reading, explained: Collection[int]) -> Iterator[int]:
    """ "at Marlowe’s until six": a shop or a practice called after somebody."""
    for index, word in enumerate(reading.words):
        if not word.possessive or not word.is_capitalised or index in explained:
            continue
        if len(word.key) < 3 or word.key in OPENERS or is_generic_word(word):
            continue
        if NOTHING_OWNED.match(reading.text, word.end + len(word.possessive)):
            yield index


def _is_prose(reading: Reading) -> bool:
    lower = len(reading.words) - len(reading.capitals)
    return lower >= 3 and 2 * lower > len(reading.words)


def _terms(reading: Reading) -> frozenset[int]:
    terms: set[int] = set()
    for first, last in reading.terms:
        if reading.words[first].is_capitalised:
            terms.update(range(first, last + 1))
    return frozenset(terms)


def _may_begin(
    reading: Reading, index: int, explained: Collection[int], terms: Collection[int]
) -> bool:
    word = reading.words[index]
    if index in explained or index in terms or word.is_upper:
        return False
    if len(word.key) < 3 and word.key != "st":
        return False
    if word.key in OPENERS or not looks_like_a_name(word):
        return False
    if is_title(word.folded) or context.names_a_month(word.key) or is_kept_place(word.key):
        return False
    if is_weekday(word.key):
        return False
    if reading.starts[index]:
        return False
    return not (index and reading.gaps[index - 1] == "." and len(reading.words[index - 1].key) > 2)


def _may_go_on(
    reading: Reading, last: int, explained: Collection[int], terms: Collection[int]
) -> bool:
    gap, following = reading.gaps[last], reading.words[last + 1]
    if gap not in (" ", "-", " & ") or last + 1 in explained:
        return False
    if reading.words[last].possessive and reading.words[last].key not in ("st",):
        return following.is_capitalised and last + 1 not in terms
    if following.key in SMALL_WORDS and gap == " ":
        ahead = last + 2
        return (
            ahead < len(reading.words)
            and reading.gaps[last + 1] == " "
            and reading.words[ahead].is_capitalised
            and ahead not in explained
            and ahead not in terms
            and following.key in ("of", "the")
        )
    if is_title(following.folded) and gap == " ":
        return False  # "in the Sailor Mr Pike said"
    return following.is_capitalised and not any(char.isdigit() for char in following.folded)
