"""Mentions that reach further than what found them: the rest of a phrase, the town of a street."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from redactor.detection.bodies.mention import LANDMARKS
from redactor.detection.lexicon import OPENERS, is_british_place, is_generic_word
from redactor.detection.reading import Reading
from redactor.detection.recognisers.address_shapes import STREET_WORDS
from redactor.detection.spans import EVIDENCE, PATTERN, Candidate
from redactor.detection.weighing import Weighing
from redactor.model import ORGANISATIONS, EntityType, Verdict
from redactor.text.names import is_title

_LONGEST_TOWN = 3
_STREETS = frozenset(word.lower() for word in STREET_WORDS if len(word) > 3) - {"terr", "view"}
_LAST_WORDS = frozenset("services partnership group".split())
"""Words behind a word for a kind of body that end its name."""
_OWNED_TOWN = re.compile(r",\s*[A-Z][a-z]+['\u2019]s [A-Z][a-z]{3,}(?=\s*(?:[,.;)]|$))")
"""Behind an address "Bishop's Stortford" is a town, in the gazetteer or not."""
_OVER = re.compile(
    r"\s*(?:$|[.;:)\n?!]|,(?!\s*(?:19|20)\d\d)|[Pp]ost ?[Cc]ode|[A-Z]{1,2}\d|"
    r"(?:when|where|while|which|who|and|or|but|with|until|after|before)\b)"
)
"""What stands behind the last line of an address."""


def with_the_rest(weighing: Weighing, number: int, one: Candidate) -> Candidate:
    """A place or body with the capitalised words on both sides that make one name with it: "Four
    Lanes" in "Four Lanes End", "Cellar Hill" behind "Salt"."""
    phrases = one.type in (EntityType.PLACE, EntityType.ADDRESS) or one.type in ORGANISATIONS
    if one.verdict is Verdict.KEEP or not phrases:
        return one
    if one.rank == PATTERN:
        return _with_its_last_word(weighing, number, one)
    if one.rank != EVIDENCE or one.type is EntityType.ADDRESS:
        return one
    reading, blocked = weighing.readings[number], weighing.blocked[number]
    within = reading.within(one.start, one.end)
    first, last = within[0], within[-1]
    tagged = weighing.tagged[number]

    def belongs(index: int) -> bool:
        word = reading.words[index]
        named = index in tagged and tagged[index].is_proven
        return word.is_capitalised and not word.is_upper and index not in blocked and not named

    def shouted(index: int) -> bool:
        """ "HULL BANK", in capitals like the word before it."""
        both = reading.words[index].is_upper and reading.words[last].is_upper
        return both and index not in blocked

    while (
        first > 0
        and reading.gaps[first - 1] in (" ", "-")
        and not reading.words[first - 1].possessive
        and belongs(first - 1)
        and not reading.starts[first - 1]
        and not is_generic_word(reading.words[first - 1])
        and reading.words[first - 1].key not in OPENERS
        and not is_title(reading.words[first - 1].folded)
    ):
        first -= 1
    while (
        last + 1 < len(reading.words)
        and reading.gaps[last] in (" ", "-")
        and not reading.words[last].possessive
        and (belongs(last + 1) or shouted(last + 1))
        and reading.words[last + 1].key in LANDMARKS | _STREETS
    ):
        last += 1
    start, end = reading.words[first].start, reading.words[last].end
    return replace(one, start=min(start, one.start), end=max(end, one.end))


def _with_its_last_word(weighing: Weighing, number: int, one: Candidate) -> Candidate:
    """ "Custom House" in "Custom House Quay", "Lustre Cleaning" in "Lustre Cleaning Services"."""
    reading = weighing.readings[number]
    within = reading.within(one.start, one.end)
    if not within or within.stop == len(reading.words) or reading.gaps[within[-1]] != " ":
        return one
    last = within[-1]
    following = reading.words[last + 1]
    if (
        "\n" in reading.text[reading.words[last].end : following.start]  # another line
        or reading.words[last].possessive
        or following.key not in LANDMARKS | _STREETS | _LAST_WORDS
        or not following.is_capitalised
        or following.is_upper != reading.words[last].is_upper
    ):
        return one
    return replace(one, end=following.end)


def with_town(reading: Reading, one: Candidate, found: Sequence[Candidate]) -> Candidate:
    """An address with the town that follows it: "22 Albion Gardens, Margate" is one place."""
    if one.type is not EntityType.ADDRESS:
        return one
    end = one.end
    for place in sorted(found, key=lambda c: c.start):
        between = reading.text[end : place.start]
        if place.type is EntityType.PLACE and place.start >= end and re.fullmatch(r",\s*", between):
            end = place.end
    if end == one.end and one.verdict is Verdict.REPLACE:
        end = _end_of_town(reading, end)
    return replace(one, end=end)


def _end_of_town(reading: Reading, end: int) -> int:
    """ "14 Quarry Bank, Battle": behind an address a word is the town that is called like it."""
    owned = _OWNED_TOWN.match(reading.text, end)
    if owned:
        return owned.end()
    behind = next((i for i, word in enumerate(reading.words) if word.start >= end), None)
    if behind is None or not re.fullmatch(r",\s*", reading.text[end : reading.words[behind].start]):
        return end
    for last in range(min(behind + _LONGEST_TOWN, len(reading.words)) - 1, behind - 1, -1):
        town = reading.words[behind : last + 1]
        if all(word.is_capitalised for word in town) and is_british_place(town):
            over = _OVER.match(reading.text, town[-1].end)
            return town[-1].end if over else end
    return end
