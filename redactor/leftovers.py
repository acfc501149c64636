"""What was replaced or removed somewhere and still stands elsewhere, whatever rule left it.

The leak check would refuse the document for each of them. A name of a person can still stand as a
word of a sentence, as a part of a name that programs read ("DanielleQuote"), and with its words run
together ("#daniellehargreaves"); an identifier in a place where nothing says what it is. A word
that is English as well is left: only its sentence tells, and detection has read that.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from redactor.decisions import glued_names, replacement
from redactor.model import (
    EntityId,
    Evidence,
    Mention,
    Remove,
    Segment,
    SegmentId,
    SegmentKind,
    Span,
    Verdict,
)
from redactor.plan import Decided, Scan
from redactor.pseudonyms.render import render
from redactor.pseudonyms.schema import MapEntity, PseudonymMap
from redactor.text.fold import fold_char, folded, key, run_together
from redactor.text.names import parse_person
from redactor.text.words import HUMPS, is_english, words

_SHORTEST_PART = 3
_SHORTEST_AMONG_LETTERS = 12
"""Characters of a name that is found in the middle of a word of a sentence."""
_SHORTEST_IDENTIFIER = 6
_Found = TypeVar("_Found")
_LETTERS = re.compile(r"[^\W\d_]+")
_FOR_PROGRAMS = frozenset({SegmentKind.MARKUP, SegmentKind.TITLE, SegmentKind.FILE_NAME})


def left_over(scan: Scan, names: PseudonymMap, decided: Iterable[Decided]) -> Iterator[Decided]:
    """A decision for each such place: the pseudonym of the name, or the identifier's label."""
    decided = list(decided)
    owners = _Owners.of(names)
    identifiers = _identifiers(decided)
    ids = {key(entity.name): entity.id for entity in scan.entities}
    covered: dict[SegmentId, list[Span]] = defaultdict(list)
    for one in decided:
        covered[one.mention.segment_id].append(one.mention.span)
    for segment in scan.segments:
        spans = covered[segment.id]
        for span, one in _removed(segment.text, identifiers):
            if not any(span.overlaps(other) for other in spans):
                spans.append(span)
                text = segment.text[span.start : span.end]
                mention = replace(one.mention, segment_id=segment.id, span=span, text=text)
                yield replace(one, mention=mention)
        for span, entry in _found(segment, owners):
            if any(span.overlaps(one) for one in spans):
                continue
            spans.append(span)
            text = segment.text[span.start : span.end]
            evidence = (Evidence("document", 1.0, "part of a replaced name"),)
            mention = Mention(segment.id, span, text, entry.type, Verdict.REPLACE, evidence)
            decision = replacement(entry, _written(entry, text, segment))
            yield Decided(
                mention, ids.get(key(entry.real), EntityId("left-over")), entry.type, decision
            )


def _identifiers(decided: Iterable[Decided]) -> dict[str, Decided]:
    """A removed mention of each identifier, by its letters and digits."""
    found: dict[str, Decided] = {}
    for one in decided:
        if isinstance(one.decision, Remove):
            together = run_together(one.mention.text)
            if len(together) >= _SHORTEST_IDENTIFIER:
                found.setdefault(together, one)
    return found


def _removed(text: str, identifiers: Mapping[str, Decided]) -> Iterator[tuple[Span, Decided]]:
    for span, one in _glued(text, identifiers):
        before, after = text[: span.start][-1:], text[span.end :][:1]
        if not before.isalnum() and not after.isalnum():
            yield span, one


@dataclass(frozen=True, slots=True)
class _Owners:
    """Map entries by a word of a name of theirs, and by whole names run together."""

    words: Mapping[str, MapEntity]
    pieces: frozenset[str]
    """The runs of letters in these words: most texts have none of them, and are not read."""
    glued: Mapping[str, MapEntity]

    @classmethod
    def of(cls, names: PseudonymMap) -> _Owners:
        parts: dict[str, MapEntity] = {}
        # The first entry that a word belongs to wins.
        for entry in reversed(names.entities):
            for text in entry.names:
                if entry.type.is_person:
                    name = parse_person(text)
                    parts |= {
                        word.key: entry
                        for part in (*name.given, name.surname)
                        for word in words(part)
                        if len(word.key) >= _SHORTEST_PART and not is_english(word.key)
                    }
        pieces = frozenset(piece for word in parts for piece in _LETTERS.findall(word))
        return cls(parts, pieces, glued_names(names))


def _found(segment: Segment, owners: _Owners) -> Iterator[tuple[Span, MapEntity]]:
    for span, owner in _glued(segment.text, owners.glued):
        among_letters = segment.text[: span.start][-1:].isalpha() or (
            segment.text[span.end :][:1].isalpha()
        )
        long = len(span) >= _SHORTEST_AMONG_LETTERS
        if long or not among_letters or segment.kind in _FOR_PROGRAMS:
            yield span, owner
    if not _may_hold(segment, owners):
        return
    for word in words(segment.text):
        entry = owners.words.get(word.key)
        if entry is not None:
            yield Span(word.start, word.end), entry
    # "l’Hargreaves" and "Hargreaves-like" are one word to a reader of English.
    pieces = HUMPS if segment.kind in _FOR_PROGRAMS else _LETTERS
    for piece in pieces.finditer(segment.text):
        entry = owners.words.get(key(piece[0]))
        if entry is not None:
            yield Span(*piece.span()), entry


def _may_hold(segment: Segment, owners: _Owners) -> bool:
    text = folded(segment.text).lower()
    if segment.kind in _FOR_PROGRAMS:  # words without blanks between them
        return any(piece in text for piece in owners.pieces)
    return not owners.pieces.isdisjoint(_LETTERS.findall(text))


def _glued(text: str, names: Mapping[str, _Found]) -> Iterator[tuple[Span, _Found]]:
    """Where the letters and digits of `text` hold one of `names`, whatever stands between."""
    together = "".join(filter(str.isalnum, folded(text).lower()))
    found = [(name, entry) for name, entry in names.items() if name in together]
    if not found:
        return
    letters = [
        (char, offset)
        for offset, char_of_text in enumerate(text)
        for char in fold_char(char_of_text).lower()
        if char.isalnum()
    ]
    together = "".join(char for char, _ in letters)
    for name, entry in found:
        at = together.find(name)
        while at != -1:
            end = at + len(name)
            yield Span(letters[at][1], letters[end - 1][1] + 1), entry
            at = together.find(name, end)


def _written(entry: MapEntity, text: str, segment: Segment) -> str:
    if segment.kind is SegmentKind.MARKUP:
        return "".join(char for char in entry.pseudonym if char.isalnum())
    return render(entry, text)
