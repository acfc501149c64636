"""Who is meant by "Danielle's mother Lorraine" where two are called so.

Only a relative whose bearer is named counts ("her mother" may be anybody's), only close ones, of
whom nobody has two of one name, and only if the review says in full who that is: "Danielle's
mother, Lorraine Hargreaves", or "Lorraine Hargreaves, Danielle's mother".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from redactor.model import Mention, Segment, SegmentId
from redactor.text.fold import folded

_KIN = {
    **dict.fromkeys(("mother", "mum", "mam", "mom"), "mother"),
    **dict.fromkeys(("father", "dad"), "father"),
    **{word: word for word in ("sister", "brother", "wife", "husband", "son", "daughter")},
}
_RELATION = (
    r"'s?\s+(?:late\s+|own\s+|elder\s+|older\s+|younger\s+|little\s+|big\s+)?"
    rf"(?P<kin>{'|'.join(_KIN)})"
)
_AHEAD = re.compile(rf"{_RELATION}\s*[,(]?\s*", re.IGNORECASE)
_BEHIND = re.compile(rf"{_RELATION}\b(?!\s*-)", re.IGNORECASE)
_APPOSITION = re.compile(r"\s*[,(]\s*|\s+(?:is|was)\s+")


@dataclass(frozen=True, slots=True)
class Relation:
    """The text says that ``relative`` is the ``kin`` ("mother") of ``of``."""

    of: Mention
    kin: str
    relative: Mention


def relations(
    mentions: Sequence[Mention], places: Mapping[SegmentId, Segment]
) -> Iterator[Relation]:
    """All that stand between two neighbours of `mentions`, which are in reading order."""
    for first, second in pairwise(mentions):
        if first.segment_id != second.segment_id:
            continue
        text = places[first.segment_id].text
        gap = folded(text[first.span.end : second.span.start])
        if ahead := _AHEAD.fullmatch(gap):
            yield Relation(first, _KIN[ahead["kin"].lower()], second)
        elif _APPOSITION.fullmatch(gap) and (
            behind := _BEHIND.match(folded(text[second.span.end :]))
        ):
            yield Relation(second, _KIN[behind["kin"].lower()], first)
