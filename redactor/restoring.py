"""The way back: real names into a published text, for whoever holds the map.

What a pseudonym stands for comes back in the same form, "Ms Smith" as "Ms Hargreaves"; a label
and a placeholder come back as the whole real name that the map has. Dates that were made vague,
identifiers that were removed and words that were made neutral are in no map: they stay as they
were published.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from redactor.decisions import decided, known_names, listed
from redactor.detection.by_map import known_mentions
from redactor.documents.base import Document
from redactor.linking.link import link
from redactor.model import Edit, EntityType, Keep, Segment, SegmentKind, Span
from redactor.plan import Scan
from redactor.pseudonyms.schema import MapEntity, PseudonymMap
from redactor.pseudonyms.style import is_name_like

_SEARCHED = frozenset(SegmentKind) - {SegmentKind.MARKUP, SegmentKind.FILE_NAME}


@dataclass(frozen=True, slots=True)
class Restored:
    """A document with its real names; ``left`` counts what several real names could stand for,
    ``removed`` what the publication took out for good."""

    content: bytes = field(repr=False)
    restored: int
    left: int
    removed: int


def restore(document: Document, names: PseudonymMap) -> Restored:
    """Put the real name in the place of each pseudonym, label and placeholder of `names`."""
    segments = [segment for segment in document.segments if segment.kind in _SEARCHED]
    edits, left = real_names_in(segments, names)
    removed = sum(segment.text.count(" removed]") for segment in segments)
    return Restored(document.rewrite(edits), len(edits), left, removed)


def real_names_in(segments: Sequence[Segment], names: PseudonymMap) -> tuple[list[Edit], int]:
    """The edits that restore `segments`, read as one review, and how many stay ambiguous.

    No edit overlaps another one or begins or ends inside a word.
    """
    back = _backward(names)
    mentions = known_mentions(segments, known_names(back))
    entities = tuple(link(mentions, segments, listed(back)))
    scan = Scan((), tuple(segments), entities, back)
    texts = {segment.id: segment.text for segment in segments}
    edits = list(_placeholders(segments, names))
    taken = {(edit.segment_id, at) for edit in edits for at in (edit.span.start, edit.span.end - 1)}
    left = 0
    for one in decided(scan, back, map_only=True):
        where, span = one.mention.segment_id, one.mention.span
        if isinstance(one.decision, Keep):
            left += 1
        elif (where, span.start) not in taken and (where, span.end - 1) not in taken:
            edits.append(Edit(where, _with_brackets(texts[where], span), one.decision.text))
    return edits, left


def _backward(names: PseudonymMap) -> PseudonymMap:
    """The map the other way round. A label stands whole, so it is no name of a person there."""
    return PseudonymMap(
        review=names.review,
        entities=tuple(
            MapEntity(
                real=entry.pseudonym,
                pseudonym=entry.real,
                type=entry.type
                if is_name_like(entry.pseudonym, entry.type)
                else EntityType.ORGANISATION,
            )
            for entry in names.entities
        ),
    )


def _placeholders(segments: Sequence[Segment], names: PseudonymMap) -> list[Edit]:
    edits = []
    for entry in names.uncertain:
        for segment in segments:
            at = segment.text.find(entry.placeholder)
            while at >= 0:
                span = Span(at, at + len(entry.placeholder))
                edits.append(Edit(segment.id, span, entry.text))
                at = segment.text.find(entry.placeholder, span.end)
    return edits


def _with_brackets(text: str, span: Span) -> Span:
    """`span` with the square brackets that a quotation was given around it."""
    if text[: span.start][-1:] == "[" and text[span.end :][:1] == "]":
        return Span(span.start - 1, span.end + 1)
    return span
