"""Which part of a person's name each word of a mention is: title, given name, surname, initial …

The words are compared with the real name and its aliases; a word that is none of them is taken by
its place ("Daniele Hargreaves" for Danielle's) or, standing alone, by its likeness.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from enum import Enum, auto
from functools import lru_cache

from redactor.pseudonyms.schema import MapEntity
from redactor.text.fold import key
from redactor.text.names import (
    GIVEN_NAME_TITLES,
    PersonName,
    is_title,
    parse_person,
    pluralise,
    split_title,
)
from redactor.text.words import Word, words


class Part(Enum):
    """What a word of a mention is."""

    TITLE = auto()
    AND = auto()
    GIVEN = auto()
    MIDDLE = auto()
    SURNAME = auto()
    PLURAL = auto()
    INITIAL = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a mention, folded; ``gap`` stood before it: " ", ", " or " & "."""

    text: str = field(repr=False)
    part: Part
    gap: str = " "
    dotted: bool = False

    @property
    def key(self) -> str:
        return self.text.lower()

    @property
    def is_upper(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()


@dataclass(frozen=True, slots=True, repr=False)
class RealParts:
    """The keys of an entity's real words by the part that they play."""

    given: frozenset[str]
    middle: frozenset[str]
    surname: frozenset[str]
    plural: frozenset[str]
    initials: frozenset[str]
    whole: frozenset[str]
    """Aliases of several words, each of which stands for the whole person: "Big Dave"."""
    is_single: bool
    """True when neither the name nor an alias has both a given name and a surname."""


@lru_cache(maxsize=1024)
def real_parts(entry: MapEntity) -> RealParts:
    """Take the real name and the aliases of a person apart."""
    own = parse_person(entry.real)
    own_given = set(_keys(*own.given))
    names = [own]
    nicknames: set[str] = set()
    whole: set[str] = set()
    for alias in entry.aliases:
        _, bare = split_title(" ".join(alias.split()))
        if set(_keys(bare)) <= own_given:
            nicknames.update(_keys(bare))
        else:
            names.append(parse_person(alias))
            if len(bare.split()) > 1 and "," not in bare:
                whole.add(key(bare))
    given = nicknames | {k for name in names for k in _keys(name.first) if len(k) > 1}
    surname = set(_keys(*(name.surname for name in names)))
    middle = {k for name in names for k in _keys(*name.given[1:]) if len(k) > 1}
    plural = {_keys(pluralise(name.surname))[-1] for name in names if _keys(name.surname)}
    initials = {written for name in names for written in _initials(name)}
    return RealParts(
        given=frozenset(given),
        middle=frozenset(middle - given - surname),
        surname=frozenset(surname),
        plural=frozenset(plural - given - surname),
        initials=frozenset(initials),
        whole=frozenset(whole),
        is_single=not any(name.is_full for name in names),
    )


def _initials(name: PersonName) -> set[str]:
    """ "dh" and "dlh" for Danielle Louise Hargreaves, both also with the last of two surnames."""
    given, surname = _keys(*name.given), _keys(name.surname)
    if not (given and surname):
        return set()
    starts = {given[0][0], "".join(word[0] for word in given)}
    return {start + end[0] for start in starts for end in (surname[0], surname[-1])}


def _keys(*texts: str) -> list[str]:
    return [word.key for text in texts for word in words(text)]


def mention_parts(entry: MapEntity, mention: str) -> list[Piece]:
    """The words of `mention` with their parts; words that follow each other in one part are one.

    At least one piece is a given name, middle name, surname, plural or initial, unless there is
    no word at all.
    """
    real = real_parts(entry)
    pieces: list[Piece] = []
    found = words(mention)
    end = 0
    for index, word in enumerate(found):
        between = mention[end : word.start]
        gap = ", " if "," in between else " & " if "&" in between else " "
        part = _known_part(real, word, pieces, is_last=index == len(found) - 1)
        dotted = mention[word.end : word.end + 1] == "."
        pieces.append(Piece(word.folded, part, gap, dotted))
        end = word.end + len(word.possessive)
    if key(split_title(mention)[1]) in real.whole:
        pieces = _as_full_name(pieces)
    return _merged(_settled(real, pieces))


def _known_part(real: RealParts, word: Word, earlier: Sequence[Piece], *, is_last: bool) -> Part:
    if word.key in real.plural:
        return Part.PLURAL
    after_title = is_last and bool(earlier) and _takes_surname(earlier[-1])
    if word.key in real.given and word.key in real.surname:
        named = any(piece.part in (Part.GIVEN, Part.INITIAL) for piece in earlier)
        return Part.SURNAME if named or after_title else Part.GIVEN
    if word.key in real.surname:
        return Part.SURNAME
    if word.key in real.given:
        return Part.SURNAME if real.is_single and after_title else Part.GIVEN
    if word.key in real.middle:
        return Part.MIDDLE
    if is_title(word.folded) and (earlier or not is_last):
        return Part.TITLE
    if word.key == "and" and earlier and earlier[-1].part is Part.TITLE:
        return Part.AND
    if len(word.folded) == 1 and word.is_capitalised:
        return Part.INITIAL
    return Part.UNKNOWN


def _takes_surname(piece: Piece) -> bool:
    return piece.part is Part.TITLE and piece.key not in GIVEN_NAME_TITLES


def _as_full_name(pieces: Iterable[Piece]) -> list[Piece]:
    """The titles of `pieces`, the first other word as given name and the last as surname."""
    titles = [piece for piece in pieces if piece.part is Part.TITLE]
    names = [piece for piece in pieces if piece.part is not Part.TITLE]
    return [*titles, replace(names[0], part=Part.GIVEN), replace(names[-1], part=Part.SURNAME)]


def _settled(real: RealParts, pieces: Sequence[Piece]) -> list[Piece]:
    """`pieces` with the parts that were missing, and without the words still unknown."""
    missing = _missing_parts(real, pieces)
    settled = (
        replace(piece, part=missing.get(index, piece.part)) for index, piece in enumerate(pieces)
    )
    return [piece for piece in settled if piece.part is not Part.UNKNOWN]


def _missing_parts(real: RealParts, pieces: Sequence[Piece]) -> dict[int, Part]:
    """Parts for the words that are none of the entity's, by index."""
    parts = [piece.part for piece in pieces]
    given = next((i for i, part in enumerate(parts) if part in (Part.GIVEN, Part.INITIAL)), None)
    surname = parts.index(Part.SURNAME) if Part.SURNAME in parts else None
    if given is None and Part.MIDDLE in parts:
        return {parts.index(Part.MIDDLE): Part.GIVEN}
    strangers = [i for i, part in enumerate(parts) if part is Part.UNKNOWN]
    if not strangers or Part.PLURAL in parts or (given is not None and surname is not None):
        return {}
    if given is None and surname is None:
        return _strangers(real, pieces, strangers)
    known = given if surname is None else surname
    wanted = Part.SURNAME if surname is None else Part.GIVEN
    for index in strangers:
        turned = ", " in (pieces[index].gap, pieces[max(index, known or 0)].gap)
        in_order = (index > (known or 0)) is (wanted is Part.SURNAME)
        if pieces[index].text[:1].isupper() and in_order is not turned:
            return {index: wanted}
    return {}


def _strangers(
    real: RealParts, pieces: Sequence[Piece], strangers: Sequence[int]
) -> dict[int, Part]:
    """Parts for a mention without one known word: by place, or by likeness for a single word."""
    first, last = strangers[0], strangers[-1]
    if first != last:
        turned = any(pieces[index].gap == ", " for index in strangers[1:])
        before, after = (Part.SURNAME, Part.GIVEN) if turned else (Part.GIVEN, Part.SURNAME)
        return {first: before, last: after}
    titles = [piece for piece in pieces if piece.part is Part.TITLE]
    if titles:
        return {first: Part.SURNAME if _takes_surname(titles[-1]) else Part.GIVEN}
    word = pieces[first].key
    likelier = _likeness(word, real.surname) > _likeness(word, real.given)
    return {first: Part.SURNAME if likelier else Part.GIVEN}


def _likeness(word: str, known: Iterable[str]) -> float:
    return max((SequenceMatcher(None, word, other).ratio() for other in sorted(known)), default=0.0)


def _merged(pieces: Iterable[Piece]) -> list[Piece]:
    """One piece for the words of a run of given names, or of a double-barrelled surname."""
    merged: list[Piece] = []
    for piece in pieces:
        mergeable = piece.part in (Part.GIVEN, Part.MIDDLE, Part.SURNAME)
        if not (mergeable and merged and merged[-1].part is piece.part):
            merged.append(piece)
    return merged
