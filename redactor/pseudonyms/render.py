"""What is written in the place of a mention: part for part for a name, whole for a label.

Each known part of the real name is written as the same part of the pseudonym and everything else
is dropped, so that no word of a real name can slip through: only titles, initials and the
pseudonym's own words come out.

Left to whoever reads the sentence: articles and verbs around a label ("an HV1"), a label's first
letter at the start of a sentence, and a family meant by a bare surname in s ("the Hargreaves").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.pseudonyms.parts import Part, Piece, mention_parts, real_parts
from redactor.pseudonyms.schema import MapEntity
from redactor.pseudonyms.style import is_name_like
from redactor.text.fold import APOSTROPHES, INVISIBLE, key
from redactor.text.names import GIVEN_NAME_TITLES, PersonName, parse_person, pluralise
from redactor.text.words import words

_INVISIBLE = re.compile(f"[{re.escape(INVISIBLE)}]")
_TRAILING_APOSTROPHE = re.compile(rf"[{re.escape(APOSTROPHES)}]$")
_LONGEST_INITIALS = 4
_SHORTEST_SHOUTED = 3
"""Letters of a word in capitals that is no initials: "ANN", but not "IP"."""


def render(entry: MapEntity, mention: str) -> str:
    """The replacement for the words `mention`, exactly as they stand in the text. Never empty.

    `mention` may begin with a title, which is kept before a name and dropped before a label. It
    comes without its possessive ending ("\u2019s") but may be a plural ("Hargreaveses") or end with
    a bare apostrophe ("Hargreaves\u2019"). Blanks of any kind become spaces.
    """
    plain = " ".join(_INVISIBLE.sub("", mention).split())
    if not is_name_like(entry.pseudonym, entry.type):
        return _label(entry, plain)
    return _name(entry, plain)


def _label(entry: MapEntity, mention: str) -> str:
    """The label in full; in capitals for a mention in capitals ("ISLA PRITCHARD").

    Not so where the map itself spells the name in capitals, which is then an abbreviation, nor
    for initials.
    """
    shouted = mention.isupper() and any(
        len(word.folded) >= _SHORTEST_SHOUTED for word in words(mention)
    )
    spelt_so = any(name.isupper() and key(name) == key(mention) for name in entry.names)
    return entry.pseudonym.upper() if shouted and not spelt_so else entry.pseudonym


def _name(entry: MapEntity, mention: str) -> str:
    new = parse_person(entry.pseudonym)
    initials = _initials(entry, new, mention)
    if initials:
        return initials
    pieces = mention_parts(entry, mention)
    apostrophe = _TRAILING_APOSTROPHE.search(mention)
    if apostrophe and [piece.part for piece in pieces] == [Part.SURNAME]:
        # "the Hargreaves’ home" is theirs, "Danielle Hargreaves’ home" is hers.
        return _written([Piece(pieces[0].text, Part.PLURAL)], entry, new) + apostrophe.group()
    written = _written(pieces, entry, new)
    if not apostrophe:
        return written
    return written + apostrophe.group() + ("" if written[-1] in "sS" else "s")


def _initials(entry: MapEntity, new: PersonName, mention: str) -> str:
    """ "D.H." → "C.S.", "DH" → "CS", "D H" → "C S"; "" when `mention` is no initials."""
    found = words(mention)
    letters = "".join(word.folded for word in found)
    apart = len(found) == len(letters)
    if not 0 < len(letters) <= _LONGEST_INITIALS or not letters.isupper():
        return ""
    if not apart and letters.lower() not in real_parts(entry).initials:
        return ""
    parts = [part[0].upper() for part in (*new.given, new.surname) if part]
    if len(letters) < len(parts):
        parts = [parts[0], parts[-1]][: len(letters)]
    dotted = any(mention[word.end : word.end + 1] == "." for word in found)
    gap = " " if apart and " " in mention else ""
    return gap.join(part + "." * dotted for part in parts)


def _written(pieces: Sequence[Piece], entry: MapEntity, new: PersonName) -> str:
    if new.is_full:
        return _part_by_part(pieces, new) or entry.pseudonym
    return _single(pieces, entry, new)


def _part_by_part(pieces: Sequence[Piece], new: PersonName) -> str:
    middle = list(new.given[1:])
    has_given = any(piece.part is Part.GIVEN for piece in pieces)
    text = ""
    for piece in pieces:
        match piece.part:
            case Part.TITLE | Part.AND:
                part = _as_written(piece)
            case Part.GIVEN:
                has_given = True
                part = _cased(new.first, piece)
            case Part.INITIAL if not has_given:
                has_given = True
                part = _initial(new.first, piece)
            case Part.INITIAL:
                part = _initial(middle.pop(0), piece) if middle else ""
            case Part.MIDDLE:
                part = _cased(" ".join(middle), piece)
                middle = []
            case Part.SURNAME:
                part = _cased(new.surname, piece)
            case Part.PLURAL:
                part = _cased(pluralise(new.surname), piece)
            case _:
                part = ""
        if part:
            text += (piece.gap if text else "") + part
    return text


def _single(pieces: Sequence[Piece], entry: MapEntity, new: PersonName) -> str:
    """For a pseudonym of one part ("Connie", "Dr Patel"), which stands for every part.

    A title is kept where one can stand: before a surname, before the one name of somebody who is
    known by one name ("Mr Okoro"), or a title such as "Auntie".
    """
    whole = new.surname or " ".join(new.given)
    titles = [piece for piece in pieces if piece.part in (Part.TITLE, Part.AND)]
    names = [piece for piece in pieces if piece.part not in (Part.TITLE, Part.AND)]
    if any(piece.part is Part.PLURAL for piece in names):
        whole = pluralise(whole)
    if names and all(piece.is_upper or piece.part is Part.INITIAL for piece in names):
        whole = whole.upper() if any(piece.is_upper for piece in names) else whole
    if not (new.surname or real_parts(entry).is_single):
        titles = [piece for piece in titles if piece.key in GIVEN_NAME_TITLES]
    if titles:
        start = " ".join(_as_written(piece) for piece in titles)
        return f"{start} {whole}"
    called_by_given_name = any(piece.part in (Part.GIVEN, Part.MIDDLE) for piece in names)
    return f"{new.title} {whole}" if new.title and called_by_given_name else whole


def _as_written(piece: Piece) -> str:
    return piece.text + "." * piece.dotted


def _cased(part: str, piece: Piece) -> str:
    return part.upper() if piece.is_upper else part


def _initial(part: str, piece: Piece) -> str:
    return part[0].upper() + "." * piece.dotted
