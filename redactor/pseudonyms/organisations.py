"""An organisation's pseudonym from the place in its name: "Thanet NHS Trust", "Area A NHS Trust".

Only plain words may stay beside the place: what is no English word ("Porchlight") would name the
organisation by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from redactor.model import EntityType
from redactor.pseudonyms.faults import name_words
from redactor.pseudonyms.schema import MapEntity
from redactor.text.matcher import PhraseIndex
from redactor.text.words import Word, is_english, words

# "Isle of" before a replaced place would tell which one it was.
_GIVEAWAY = re.compile(r"\b(?:the\s+)?isles?\s+of\s+$", re.IGNORECASE)
_PLAIN_ABBREVIATIONS = frozenset(
    "nhs gp cic ccg icb idva isva marac mash mappa dhr csp cab plc ltd llp uk".split()
)


def named_after_place(name: str, known: Iterable[MapEntity]) -> str:
    """`name` with the places of the map replaced; "" when there is none or the rest would tell.

    Whole words count, the longest place first, in any case.
    """
    entries = list(known)
    places: PhraseIndex[str] = PhraseIndex()
    for entry in entries:
        if entry.type is EntityType.PLACE:
            for place in entry.names:
                places.add(place, entry.pseudonym)
    found = words(name)
    text, end, rest = "", 0, list[Word]()
    after = 0
    for match in places.find(name, found):
        if match.first < after:
            continue
        rest += found[after : match.first]
        between = _GIVEAWAY.sub("", name[end : found[match.first].start])
        text += between + match.payload
        end, after = found[match.last].end, match.last + 1
    if not after:
        return ""
    rest += found[after:]
    people = _words_of_people(entries)
    if not rest or any(not _is_plain(word) or word.key in people for word in rest):
        return ""
    return " ".join((text + name[end:]).split())


def _is_plain(word: Word) -> bool:
    return is_english(word.key) or word.key in _PLAIN_ABBREVIATIONS or word.key.isdigit()


def _words_of_people(entries: Iterable[MapEntity]) -> frozenset[str]:
    people = (name_words(name) for e in entries if e.type.is_person for name in e.names)
    return frozenset[str]().union(*people)
