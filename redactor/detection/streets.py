"""Streets of a review by the addresses that hold them: "Kiln Bank" of "14 Kiln Bank, Deal".

A street is named again where nothing says that it is one: "Kiln Bank was empty". "The High Street"
is every town's, and stays. One that is called after somebody is more than a person's name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator

from redactor.detection.lexicon import is_generic_word
from redactor.detection.reading import Reading
from redactor.detection.recognisers.address_shapes import ALWAYS_STREETS
from redactor.detection.recognisers.address_words import is_generic
from redactor.detection.spans import Candidate
from redactor.model import EntityType, Evidence, Verdict

_SURE = 0.7
_FRONT = re.compile(
    r"\s*(?:(?i:flat|apartment|apt\.?|unit|room|plot|pitch|bungalow) \w{1,4},? |"
    r"(?i:no\.? ?)?\d{1,4} ?[A-Za-z]?,? ){1,2}(?=[A-Z][\w\u2019']+ )"
)
_ENDS = re.compile(r"[,;\n(]")
_CALLED_AFTER_SOMEBODY = ALWAYS_STREETS | frozenset(
    "way parade view path broadway causeway villas".split()
)
_AFTER_SOMEBODY = (Evidence("street", 0.6, "a word for a street behind a name"),)


def streets_in(reading: Reading) -> Iterator[tuple[int, int]]:
    """First and last word, both inclusive, of each street in an address of `reading`."""
    for found in reading.found:
        if found.entity != EntityType.ADDRESS.name or found.score < _SURE:
            continue
        address = reading.text[found.start : found.end]
        front = _FRONT.match(address)
        skipped = front.end() if front else 0
        rest = _ENDS.split(address[skipped:], maxsplit=1)[0].rstrip()
        start = found.start + skipped
        first = bisect_left(reading.words, start, key=lambda word: word.start)
        last = bisect_left(reading.words, start + len(rest), key=lambda word: word.start) - 1
        words = reading.words[first : last + 1]
        plain = [word.folded for word in words]
        if any(char.isdigit() for char in rest):
            continue
        if len(words) < 2 or words[0].key == "the" or not words[-1].is_capitalised:
            continue
        if is_generic(plain[:-1], "") or is_generic_word(words[0]):
            continue
        yield first, last


def streets_after_somebody(
    reading: Reading, found: Collection[Candidate], names: Collection[int]
) -> Iterator[Candidate]:
    """Questions about those `found` people of `reading` behind whom a word for a street stands
    that is none of the `names` and ends nothing else: "Sir Humphrey Tatton Way"."""
    words, gaps = reading.words, reading.gaps
    ends = {one.end for one in found if one.type is not EntityType.PERSON}
    for one in found:
        within = reading.within(one.start, one.end)
        street = within.stop
        if one.type is not EntityType.PERSON or not within or street == len(words):
            continue
        if words[street].end in ends:
            continue
        follows = gaps[street - 1] == " " and not words[street - 1].possessive
        named = street not in names and words[street].is_capitalised
        if not (follows and named and words[street].key in _CALLED_AFTER_SOMEBODY):
            continue
        goes_on = street + 1 < len(words) and gaps[street] == " "
        if not (goes_on and words[street + 1].is_capitalised):
            yield Candidate(
                one.start, words[street].end, EntityType.ADDRESS, Verdict.ASK, _AFTER_SOMEBODY
            )
