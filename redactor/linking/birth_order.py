"""Which of the children of a review is the eldest, where the text says so of all of them.

Published reviews letter children by age: Child A is the eldest, whoever is named first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from redactor.linking.kinds import row_of, row_texts
from redactor.model import Entity, EntityId, EntityType, Segment, SegmentId, segments_by_id

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NUMERIC = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)?\d\d)\b")
_WRITTEN = re.compile(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?({'|'.join(_MONTHS)})[a-z]*\.?,?\s+"
    r"((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BORN = re.compile(r"\b(?:born|d\.?o\.?b\.?|date of birth|birth)\b", re.IGNORECASE)
_AGE = re.compile(
    r"\s*(?:\(\s*(?:aged?\s*)?(\d{1,2})\s*(months|weeks)?\b(?![:/.,]?\d|\s*%)|"
    r",\s*(?:then\s+)?(?:aged?\s+)?(\d{1,2})\s*(months|weeks)?\b(?![:/.]?\d|\s*%))",
    re.IGNORECASE,
)
_AGE_IN_ROW = re.compile(
    r"\baged? (\d{1,2})\b|\b(\d{1,2})\s+(?:years|yrs)\b(?: old)?", re.IGNORECASE
)
_NEAR = 60
"""Characters behind a name in which "born on …" is about it."""
_A_YEAR = {"months": 12.0, "weeks": 52.0}


def in_birth_order(children: Sequence[Entity], segments: Sequence[Segment]) -> list[Entity]:
    """`children` with the eldest first; as they are when the text does not tell of every one.

    Days of birth are compared with days of birth, ages with ages, never one with the other.
    """
    texts, rows = segments_by_id(segments), row_texts(segments)
    for known in (_births(children, texts, rows), _ages(children, texts, rows)):
        if len(known) == len(children):
            return sorted(children, key=lambda child: known[child.id])
    return list(children)


def with_children_in_birth_order(
    entities: Sequence[Entity], segments: Sequence[Segment]
) -> list[Entity]:
    """`entities` in their order, but for the children, who change places among themselves."""
    ordered = iter(in_birth_order([e for e in entities if e.type is EntityType.CHILD], segments))
    return [next(ordered) if one.type is EntityType.CHILD else one for one in entities]


def _births(
    children: Iterable[Entity],
    texts: Mapping[SegmentId, Segment],
    rows: Mapping[tuple[str, int, int], str],
) -> dict[EntityId, float]:
    """Days of birth as one ascending number; the first that stands beside a mention counts."""
    found: dict[EntityId, float] = {}
    for child in children:
        for mention in child.mentions:
            segment = texts[mention.segment_id]
            behind = segment.text[mention.span.end : mention.span.end + _NEAR]
            born = _BORN.search(behind)
            day = _day(behind[born.end() :]) if born else None
            if day is None and segment.cell is not None:
                day = _day(rows[row_of(segment)])
            if day is not None:
                found[child.id] = day
                break
    return found


def _day(text: str) -> float | None:
    """The first date of `text`, as days of about 365 a year."""
    if match := _NUMERIC.search(text):
        day, month, year = (int(part) for part in match.groups())
        year += 0 if year > 99 else 2000 if year < 30 else 1900
        return year * 372 + month * 31 + day if month <= 12 else None
    if match := _WRITTEN.search(text):
        month = _MONTHS.index(match[2][:3].lower()) + 1
        return int(match[3]) * 372 + month * 31 + int(match[1] or 0)
    if match := _YEAR.search(text):
        return int(match[0]) * 372
    return None


def _ages(
    children: Iterable[Entity],
    texts: Mapping[SegmentId, Segment],
    rows: Mapping[tuple[str, int, int], str],
) -> dict[EntityId, float]:
    """Ages in years below nought, so that the eldest sorts first; a child's highest counts."""
    found: dict[EntityId, float] = {}
    for child in children:
        ages = [
            age
            for mention in child.mentions
            if (age := _age(texts[mention.segment_id], mention.span.end, rows)) is not None
        ]
        if ages:
            found[child.id] = -max(ages)
    return found


def _age(segment: Segment, end: int, rows: Mapping[tuple[str, int, int], str]) -> float | None:
    if match := _AGE.match(segment.text[end:]):
        number, unit = match[1] or match[3], match[2] or match[4]
        return int(number) / _A_YEAR.get((unit or "").lower(), 1.0)
    if segment.cell is not None and (match := _AGE_IN_ROW.search(rows[row_of(segment)])):
        return float(match[1] or match[2])
    return None
