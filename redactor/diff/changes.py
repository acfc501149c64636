"""Changes between two texts, paragraph by paragraph and then word by word.

Nothing here knows of documents, terminals or names: sequences of strings come in, values go out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_COMPARED_PAIRS = 40_000
"""Above this many pairs of paragraphs in one changed block they are paired in order instead."""


class PieceKind(StrEnum):
    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph that was kept, taken out or put in."""

    kind: PieceKind
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Hunk:
    """A changed paragraph: its index before and after (None where there is none).

    The same and removed pieces joined are the paragraph before, the same and added ones after.
    """

    before: int | None
    after: int | None
    pieces: tuple[Piece, ...]


def changes(before: Sequence[str], after: Sequence[str]) -> list[Hunk]:
    """The paragraphs that differ, in the order of the text; equal texts give none."""
    hunks: list[Hunk] = []
    for left, right in _aligned(before, after):
        old = "" if left is None else before[left]
        new = "" if right is None else after[right]
        if old != new or left is None or right is None:
            hunks.append(Hunk(left, right, word_changes(old, new)))
    return hunks


def word_changes(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces that lead from `before` to `after`, cut at words, never inside one."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    raw: list[Piece] = []
    # Blanks are junk to the matcher: they may extend a match but never make one, so that two
    # names that stand side by side change as one, and a long paragraph is not slow.
    matcher = SequenceMatcher(str.isspace, old, new, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            raw.append(Piece(PieceKind.SAME, "".join(old[i1:i2])))
            continue
        raw.append(Piece(PieceKind.REMOVED, "".join(old[i1:i2])))
        raw.append(Piece(PieceKind.ADDED, "".join(new[j1:j2])))
    return tuple(_joined(raw))


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Join neighbours of a kind; blanks between two changes belong to both sides of the change."""
    removed, added = "", ""
    for index, piece in enumerate(pieces):
        if piece.kind is PieceKind.REMOVED:
            removed += piece.text
        elif piece.kind is PieceKind.ADDED:
            added += piece.text
        elif (removed or added) and piece.text.isspace() and index < len(pieces) - 1:
            removed += piece.text
            added += piece.text
        else:
            yield from _change(removed, added)
            removed, added = "", ""
            yield piece
    yield from _change(removed, added)


def _change(removed: str, added: str) -> Iterator[Piece]:
    if removed:
        yield Piece(PieceKind.REMOVED, removed)
    if added:
        yield Piece(PieceKind.ADDED, added)


def _aligned(
    before: Sequence[str], after: Sequence[str]
) -> Iterator[tuple[int | None, int | None]]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        lefts, rights = range(i1, i2), range(j1, j2)
        if tag == "equal" or len(lefts) == len(rights):
            yield from zip(lefts, rights, strict=True)
        elif len(lefts) * len(rights) > _COMPARED_PAIRS:
            yield from _paired_in_order(lefts, rights)
        else:
            yield from _paired_by_words(before, after, lefts, rights)


def _paired_in_order(lefts: range, rights: range) -> Iterator[tuple[int | None, int | None]]:
    yield from zip(lefts, rights, strict=False)
    shared = min(len(lefts), len(rights))
    yield from ((left, None) for left in lefts[shared:])
    yield from ((None, right) for right in rights[shared:])


def _paired_by_words(
    before: Sequence[str], after: Sequence[str], lefts: range, rights: range
) -> Iterator[tuple[int | None, int | None]]:
    """Pair the paragraphs of a changed block so that most words are shared, order kept."""
    old = [Counter(_TOKEN.findall(before[i])) for i in lefts]
    new = [Counter(_TOKEN.findall(after[j])) for j in rights]
    # best[i][j]: the most words that lefts[i:] and rights[j:] can share.
    best = [[0] * (len(rights) + 1) for _ in range(len(lefts) + 1)]
    shared = [[(a & b).total() for b in new] for a in old]
    for i in reversed(range(len(lefts))):
        for j in reversed(range(len(rights))):
            best[i][j] = max(best[i + 1][j + 1] + shared[i][j], best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(lefts) and j < len(rights):
        if shared[i][j] and best[i][j] == best[i + 1][j + 1] + shared[i][j]:
            yield lefts[i], rights[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield lefts[i], None
            i += 1
        else:
            yield None, rights[j]
            j += 1
    yield from ((left, None) for left in lefts[i:])
    yield from ((None, right) for right in rights[j:])
