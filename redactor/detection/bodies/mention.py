"""A name of a body where it stands, and what its words tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redactor.detection.bodies.surroundings import NOTHING_OWNED
from redactor.detection.reading import Reading
from redactor.model import EntityType, Evidence
from redactor.text.words import Word

LANDMARKS = frozenset(
    "town end bridge hill lane court park cross steps quay row green corner gate mill moor valley "
    "wood woods heath common bay head point side field fields farm bank brow fold yard square ward "
    "lodge house hall unit wing tower towers heights rise view place dock docks harbour beach "
    "sands creek brook ford well wells castle chapel church cottage cottages terrace levels "
    "flats apartments gardens mews meadows estate".split()
)
"""What a place or building of several words ends with; most are terms of the field as well."""
SMALL_WORDS = frozenset("of the and for in on upon at by to y & le la".split())
"""Words in small letters inside a name."""


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A stretch of words of one reading, both ends inclusive; ``owned`` when the possessive ending
    of its last word belongs to the name ("St Alphege’s"). ``here`` is the joined score of this
    place alone, ``best`` that of the likeliest place of the same words, ``count`` how many there
    are."""

    reading: int
    first: int
    last: int
    type: EntityType
    here: float
    best: float
    evidence: tuple[Evidence, ...]
    keep: bool = False
    owned: bool = False
    count: int = 1


def mentioned(number: int, first: int, last: int, reason: Evidence) -> BodyMention:
    return BodyMention(
        number, first, last, EntityType.ORGANISATION, reason.score, reason.score, (reason,)
    )


def initials(found: Sequence[Word]) -> str:
    return "".join(word.folded[0].upper() for word in found if word.key not in SMALL_WORDS)


def is_owned(reading: Reading, first: int, last: int) -> bool:
    """ "at St Alphege’s;": the ending is part of the name, where nothing owned follows."""
    if not reading.words[last].possessive:
        return False
    if reading.words[first].key in ("st", "saint"):
        return True
    end = reading.words[last].end + len(reading.words[last].possessive)
    return bool(NOTHING_OWNED.match(reading.text, end))
