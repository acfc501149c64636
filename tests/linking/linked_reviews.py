"""Segments with the mentions in them, as the tests of linking write them down."""

from __future__ import annotations

from itertools import count

from redactor.linking.link import link
from redactor.linking.listed import Listed
from redactor.model import (
    Cell,
    DocumentId,
    Entity,
    EntityType,
    Mention,
    Segment,
    SegmentId,
    SegmentKind,
    Span,
    Verdict,
)

PERSON, CHILD, PROFESSIONAL = EntityType.PERSON, EntityType.CHILD, EntityType.PROFESSIONAL
REPLACE, ASK, KEEP = Verdict.REPLACE, Verdict.ASK, Verdict.KEEP


class Review:
    """Segments with the mentions in them, written down one after the other."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.mentions: list[Mention] = []
        self._numbers = count(1)

    def add(
        self,
        text: str,
        *names: str,
        type: EntityType = PERSON,
        verdict: Verdict = REPLACE,
        heading: str = "",
        cell: Cell | None = None,
    ) -> Review:
        """A segment; each of `names` is a mention, in the order in which they stand."""
        identity = SegmentId(f"d.docx|/word/document.xml|p{next(self._numbers)}")
        kind = SegmentKind.TABLE_CELL if cell else SegmentKind.BODY
        self.segments.append(Segment(identity, DocumentId("d.docx"), kind, text, heading, cell))
        at = 0
        for name in names:
            start = text.index(name, at)
            at = start + len(name)
            self.mentions.append(Mention(identity, Span(start, at), name, type, verdict))
        return self

    def link(self, *listed: Listed) -> list[Entity]:
        return link(self.mentions, self.segments, listed)


def met(*names: str) -> Review:
    """A review in which each of `names` stands in a sentence that says nothing else of them."""
    review = Review()
    for name in names:
        review.add(f"They met {name} there.", name)
    return review


def groups(entities: list[Entity]) -> list[list[str]]:
    return [[mention.text for mention in entity.mentions] for entity in entities]


FULL = "Danielle Hargreaves"


def named(name: str, surname: str = "", **more: object) -> Listed:
    return Listed(name, PERSON, pseudonym_surname=surname, **more)  # type: ignore[arg-type]


def one_of(*entities: Entity) -> Entity:
    [entity] = entities
    return entity
