"""Templates: sentences, cells, headings and file names with slots; README.md lists the slots."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from stress.tables import DATA, Split, read_rows

DOMAINS = ("police", "health", "social_care", "housing", "court", "school", "family")
"""The domains that have templates of their own."""

SHARED = ("identifiers", "notes", "opening")
"""Templates for documents of every domain."""

_SLOT = re.compile(
    r"\{(?P<key>\w+)\.(?P<forms>\w+(?:/\w+)*)\}"
    r"|\{(?P<owner>\w*)!(?P<kind>\w+)\}"
    r"|\{(?P<of>\w+):(?P<word>\w+)\}"
    r"|\{~(?P<filler>\w+)\}"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A person, place or organisation in one of ``forms``, which chance picks from."""

    key: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Identifier:
    """A value of ``kind``; ``owner`` is the part that it belongs to, or empty."""

    owner: str
    kind: str


@dataclass(frozen=True, slots=True)
class SexWord:
    """The pronoun or noun for the person in part ``key``, named by what it is for a man."""

    key: str
    word: str


@dataclass(frozen=True, slots=True)
class Filler:
    """Something that looks like an identifier and stays: a date, a police force, an amount."""

    name: str


Piece = str | Named | Identifier | SexWord | Filler


@dataclass(frozen=True, slots=True)
class Template:
    kind: str
    text: str
    pieces: tuple[Piece, ...]


@cache
def templates_of(file: str, split: Split) -> tuple[Template, ...]:
    return tuple(
        Template(row["kind"], row["text"], parse(row["text"]))
        for row in read_rows(DATA / "sentences" / f"{file}.tsv")
        if row["split"] == split
    )


def parse(text: str) -> tuple[Piece, ...]:
    """The pieces of a template. Raises ValueError for a brace that belongs to no slot."""
    pieces: list[Piece] = []
    position = 0
    for match in _SLOT.finditer(text):
        pieces.append(text[position : match.start()])
        pieces.append(_slot(match))
        position = match.end()
    pieces.append(text[position:])
    for piece in pieces:
        if isinstance(piece, str) and ("{" in piece or "}" in piece):
            raise ValueError(f"no such slot: {piece}")
    return tuple(piece for piece in pieces if piece)


def _slot(match: re.Match[str]) -> Piece:
    if match["key"]:
        return Named(match["key"], tuple(match["forms"].split("/")))
    if match["kind"]:
        return Identifier(match["owner"], match["kind"])
    if match["of"]:
        return SexWord(match["of"], match["word"])
    return Filler(match["filler"])
