"""Words that tell a child's sex, with neutral ones proposed in their place.

A person decides on each; what she has decided is on record and comes as `WordChoice`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from redactor.model import (
    WITHOUT_SENTENCES,
    Entity,
    EntityId,
    EntityType,
    Evidence,
    Mention,
    Replace,
    Segment,
    SegmentId,
    Verdict,
)
from redactor.plan import Decided, Scan, WordChoice, WordProposal
from redactor.text.names import parse_person
from redactor.text.sexes import Sex, sex_of_names
from redactor.wording.neutral.propose import neutral_words
from redactor.wording.neutral.rewording import Certainty, Person
from redactor.wording.quotations import quoted_spans

_EVIDENCE = (Evidence("neutral words", 1.0, "approved by a person"),)
_NO_ENTITY = EntityId("words")


def word_proposals(scan: Scan, decisions: Sequence[Decided]) -> tuple[WordProposal, ...]:
    """Every proposal for the review's texts, in reading order; none touches a decided mention.

    A review that names no child gets none.
    """
    by_segment: dict[SegmentId, list[Decided]] = defaultdict(list)
    for one in decisions:
        by_segment[one.mention.segment_id].append(one)
    if not any(one.type is EntityType.CHILD for one in decisions):
        return ()
    sexes = {entity.id: _sex(entity) for entity in scan.entities if entity.type.is_person}
    return tuple(
        proposal
        for segment in scan.segments
        if segment.kind not in WITHOUT_SENTENCES
        for proposal in _proposals(segment, by_segment.get(segment.id, ()), sexes)
    )


def chosen_words(
    proposals: Sequence[WordProposal], choices: Collection[WordChoice]
) -> tuple[tuple[Decided, ...], tuple[WordProposal, ...]]:
    """What was approved, as decisions, and the proposals that nobody has decided on."""
    known = {replace(choice, approved=True): choice.approved for choice in choices}
    approved: list[Decided] = []
    undecided: list[WordProposal] = []
    for one in proposals:
        answer = known.get(one.choice(approved=True))
        if answer is None:
            undecided.append(one)
        elif answer:
            span = one.span
            words = one.text[span.start : span.end]
            mention = Mention(
                one.segment_id, span, words, EntityType.DEMOGRAPHIC, Verdict.REPLACE, _EVIDENCE
            )
            decision = Replace(one.becomes, "approved: neutral words")
            approved.append(Decided(mention, _NO_ENTITY, EntityType.DEMOGRAPHIC, decision))
    return tuple(approved), tuple(undecided)


def _proposals(
    segment: Segment, found: Sequence[Decided], sexes: Mapping[EntityId, Sex]
) -> Iterator[WordProposal]:
    people = [
        Person(
            one.mention.span,
            one.type is EntityType.CHILD,
            sexes.get(one.entity_id, ""),
        )
        for one in sorted(found, key=lambda one: one.mention.span)
        if one.type.is_person
    ]
    taken = [one.mention.span for one in found]
    for one in neutral_words(segment.text, people, quoted_spans(segment.text)):
        if not any(one.span.overlaps(span) for span in taken):
            yield WordProposal(
                segment.id,
                one.span,
                segment.text,
                one.text,
                one.sure is Certainty.SURE,
                one.reason,
                one.group,
            )


def _sex(entity: Entity) -> Sex:
    written = (entity.name, *(mention.text for mention in entity.mentions))
    return sex_of_names(parse_person(text) for text in written)
