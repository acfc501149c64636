"""How the published text reads: dates and ages by the policy, quotations, and the words around
what was replaced.

The last step before writing. What identifies somebody is decided by then; here decided texts are
fitted into their sentences, and dates and ages that the policy makes vague become decisions too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from redactor.model import (
    WITHOUT_SENTENCES,
    Edit,
    EntityId,
    EntityType,
    Evidence,
    Keep,
    Mention,
    Remove,
    Replace,
    Segment,
    SegmentId,
    SegmentKind,
    Span,
    Verdict,
)
from redactor.plan import Decided
from redactor.policy.schema import Ages, Policy, Quotations, Vagueness
from redactor.wording.repair import Replacement, repaired
from redactor.wording.vague.ages import How as AgeHow
from redactor.wording.vague.ages import vague_ages
from redactor.wording.vague.date_phrases import How
from redactor.wording.vague.dates import find_dates, proven_days, vague_dates

_DAYS = frozenset({EntityType.DATE_OF_BIRTH, EntityType.DATE_OF_DEATH})
_VAGUE = {
    Vagueness.KEEP: How.KEEP,
    Vagueness.PART_OF_MONTH: How.PART_OF_MONTH,
    Vagueness.MONTH: How.MONTH,
    Vagueness.YEAR: How.YEAR,
}
_EVIDENCE = (Evidence("policy", 1.0, "made vague by the review's policy"),)


@dataclass(frozen=True, slots=True)
class Phrased:
    """Decisions with the texts that their sentences need, and edits of words beside them, which
    identify nobody: an article, a preposition."""

    decisions: tuple[Decided, ...]
    repairs: tuple[Edit, ...]


def phrased(
    segments: Sequence[Segment],
    decisions: Sequence[Decided],
    policy: Policy,
    *,
    map_only: bool,
) -> Phrased:
    """`decisions` fitted into the sentences of `segments`; with `map_only`, dates and ages stay."""
    by_segment: dict[SegmentId, list[Decided]] = defaultdict(list)
    for one in decisions:
        by_segment[one.mention.segment_id].append(one)
    days = None if map_only else _Days.of(segments, by_segment)
    phrased_: list[Decided] = []
    repairs: list[Edit] = []
    for segment in segments:
        found = sorted(by_segment.get(segment.id, ()), key=lambda one: one.mention.span)
        if segment.kind not in WITHOUT_SENTENCES:
            if days is not None:
                found = _made_vague(segment, found, policy, days)
            found, edits = _fitted(segment, found, policy)
            repairs += edits
        phrased_ += found
    return Phrased(tuple(phrased_), tuple(repairs))


@dataclass(frozen=True, slots=True)
class _Days:
    """The days on which somebody of the review was born or died, wherever they are written."""

    births: frozenset[date]
    deaths: frozenset[date]

    @classmethod
    def of(
        cls, segments: Sequence[Segment], decisions: Mapping[SegmentId, Sequence[Decided]]
    ) -> _Days:
        told = proven_days(
            (segment.text, _label_of(segment))
            for segment in segments
            if segment.kind not in WITHOUT_SENTENCES
        )
        found: dict[EntityType, set[date]] = {kind: set() for kind in _DAYS}
        for one in (one for group in decisions.values() for one in group):
            if one.type in _DAYS and isinstance(one.decision, Remove):
                found[one.type] |= {day.on for day in find_dates(one.mention.text) if day.on}
        return cls(
            told[0] | found[EntityType.DATE_OF_BIRTH], told[1] | found[EntityType.DATE_OF_DEATH]
        )


def _label_of(segment: Segment) -> str:
    """What a table says of a cell."""
    return " ".join((segment.cell.header, segment.cell.row_label)) if segment.cell else ""


def _made_vague(
    segment: Segment, found: Sequence[Decided], policy: Policy, days: _Days
) -> list[Decided]:
    """`found` with a decision for each date and age that the policy makes vague; of a day that
    cannot be told more vaguely the removal stays."""
    removed = [one.mention.span for one in found if one.type in _DAYS]
    protected = [one.mention.span for one in found if one.type not in _DAYS]
    dates = [
        one
        for one in vague_dates(
            segment.text,
            events=_VAGUE[policy.dates.events],
            births=_VAGUE[policy.dates.births],
            deaths=_VAGUE[policy.dates.deaths],
            label=_label_of(segment),
            protect=protected,
            births_known=days.births,
            deaths_known=days.deaths,
        )
        # What takes the place of a removal must take the place of all of it.
        if all(one.span.contains(span) for span in removed if span.overlaps(one.span))
    ]
    ages = vague_ages(
        segment.text,
        AgeHow.BAND if policy.ages is Ages.BAND else AgeHow.KEEP,
        protect=[*protected, *removed, *(one.span for one in dates)],
        after_name=[one.mention.span for one in found if one.type.is_person],
        label=segment.cell.header if segment.cell else "",
    )
    told = [
        *(_told(segment, one.span, one.text, EntityType.DATE) for one in dates),
        *(_told(segment, one.span, one.text, EntityType.AGE) for one in ages),
    ]
    left = (
        _kept_by_policy(one, policy)
        for one in found
        if not any(one.mention.span.overlaps(other.mention.span) for other in told)
    )
    return sorted([*left, *told], key=lambda one: one.mention.span)


def _told(segment: Segment, span: Span, text: str, type: EntityType) -> Decided:
    words = segment.text[span.start : span.end]
    mention = Mention(segment.id, span, words, type, Verdict.REPLACE, _EVIDENCE)
    return Decided(mention, EntityId(type.value), type, Replace(text, "policy: made vague"))


def _kept_by_policy(one: Decided, policy: Policy) -> Decided:
    kept = {
        EntityType.DATE_OF_BIRTH: policy.dates.births,
        EntityType.DATE_OF_DEATH: policy.dates.deaths,
    }
    if kept.get(one.type) is Vagueness.KEEP:
        return replace(one, decision=Keep("the policy keeps such days"))
    return one


def _fitted(
    segment: Segment, found: Sequence[Decided], policy: Policy
) -> tuple[list[Decided], list[Edit]]:
    """The decisions with the texts that fit their sentences, and the words beside them."""
    result = repaired(
        segment.text,
        [
            Replacement(
                one.mention.span,
                one.decision.text,
                isinstance(one.decision, Replace) and one.decision.is_label,
            )
            for one in found
            if not isinstance(one.decision, Keep)
        ],
        quotes=policy.quotations is Quotations.BRACKETS,
        heading=segment.kind is SegmentKind.HEADING,
    )
    texts = iter(result.texts)
    fitted = [
        one if isinstance(one.decision, Keep) else _with_text(one, next(texts)) for one in found
    ]
    return fitted, [Edit(segment.id, span, text) for span, text in result.edits]


def _with_text(one: Decided, text: str) -> Decided:
    if isinstance(one.decision, Keep) or one.decision.text == text:
        return one
    if isinstance(one.decision, Remove):
        return replace(one, decision=Replace(text, f"removed: {one.decision.label}"))
    return replace(one, decision=replace(one.decision, text=text))
