"""Streets of a review by the addresses that hold them: "Kiln Bank" of "14 Kiln Bank, Deal".

A street is named again where nothing says that it is one: "Kiln Bank was empty". "The High Street"
is every town's, and stays.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from redactor.detection.lexicon import is_generic_word
from redactor.detection.reading import Reading
from redactor.detection.recognisers.address_words import is_generic
from redactor.model import EntityType

_SURE = 0.7
_FRONT = re.compile(
    r"\s*(?:(?i:flat|apartment|apt\.?|unit|room|plot|pitch|bungalow) \w{1,4},? |"
    r"(?i:no\.? ?)?\d{1,4} ?[A-Za-z]?,? ){1,2}(?=[A-Z][\w\u2019']+ )"
)
_ENDS = re.compile(r"[,;\n(]")


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
