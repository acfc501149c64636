"""People who stay, and stand in the story as well: somebody should look whether they should.

A panel member is kept wherever they are named. In the table of the panel, in the lines that name
the chair and the author, and under a signature that is right; in a sentence of the narrative it may
be somebody of the same name, or a part that they played.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from redactor.linking.kinds import is_of_panel, is_panel_heading
from redactor.model import (
    Entity,
    EntityId,
    Mention,
    Segment,
    SegmentId,
    SegmentKind,
    Verdict,
    segments_by_id,
)

_STORY = frozenset(
    {
        SegmentKind.BODY,
        SegmentKind.TABLE_CELL,
        SegmentKind.FOOTNOTE,
        SegmentKind.ENDNOTE,
        SegmentKind.TEXT_BOX,
    }
)
_WRITTEN_BY = re.compile(
    r"\b(?:(?:chaired|written|prepared|completed|compiled|authored|signed(?: off)?|approved) by|"
    r"quality assured by|author(?: of (?:this|the) report)?|chair|signed|signature|facilitator)"
    r"\s*(?:(?:is|was)\b|[:,\u2013-])?\s*$",
    re.IGNORECASE,
)
_LONGEST_LINE = 60
"""Characters beside the name in a line that is no sentence: a role, a date, an address."""
_SENTENCE = re.compile(r"[.!?\u2026][\"'\u2019\u201d)]*\s*$")


@dataclass(frozen=True, slots=True)
class KeptInNarrative:
    """Somebody kept, and the segments of the narrative that name them, each once."""

    entity_id: EntityId
    segment_ids: tuple[SegmentId, ...]


def kept_in_narrative(
    entities: Iterable[Entity], segments: Iterable[Segment]
) -> tuple[KeptInNarrative, ...]:
    """Every kept person whom the narrative names, in the order of `entities`."""
    places = segments_by_id(segments)
    found = []
    for entity in entities:
        if entity.verdict is not Verdict.KEEP or not entity.type.is_person:
            continue
        story = (m.segment_id for m in entity.mentions if _is_story(m, places[m.segment_id]))
        if ids := tuple(dict.fromkeys(story)):
            found.append(KeptInNarrative(entity.id, ids))
    return tuple(found)


def _is_story(mention: Mention, segment: Segment) -> bool:
    if segment.kind not in _STORY or is_of_panel(mention, segment):
        return False
    if is_panel_heading(segment.heading) or _WRITTEN_BY.search(segment.text[: mention.span.start]):
        return False
    beside = len(segment.text.strip()) - len(mention.text)
    return beside > _LONGEST_LINE or bool(_SENTENCE.search(segment.text))
