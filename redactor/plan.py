"""What the steps of the pipeline give to one another, and to whoever shows a run.

Frozen, and without behaviour. Whatever holds a real name hides it from ``repr``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from redactor.checks.allowance import Allowance
from redactor.checks.inspection import Inspection
from redactor.checks.sought import Sought
from redactor.detection.setting import Setting
from redactor.documents.base import Document
from redactor.model import (
    Decision,
    Edit,
    Entity,
    EntityId,
    EntityType,
    Mention,
    Segment,
    SegmentId,
    Span,
)
from redactor.pseudonyms.schema import PseudonymMap

Progress = Callable[[str, int, int], None]
"""Called with a stage ("reading", "recognising", …), steps done and steps in all."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found in all documents of a run, before anything is decided."""

    documents: tuple[Document, ...]
    segments: tuple[Segment, ...]
    entities: tuple[Entity, ...]
    """Every mention belongs to exactly one entity; in the order of first appearance."""
    names: PseudonymMap = field(repr=False)
    """The map that the scan knew."""
    setting: Setting = Setting.REVIEW
    """How much detection was to mask."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A mention and what happens to it."""

    mention: Mention
    entity_id: EntityId
    type: EntityType
    decision: Decision


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a question's words stand: the text around them, cut at about 120 characters."""

    segment_id: SegmentId
    before: str = field(repr=False)
    text: str = field(repr=False)
    after: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity of the map that an ambiguous word could mean."""

    real: str = field(repr=False)
    pseudonym: str


@dataclass(frozen=True, slots=True)
class Question:
    """An uncertain entity that is put to a person: one question for all its mentions.

    ``placeholder`` is what the output shows until somebody answers ("[PERSON 7?]"), ``proposal``
    the pseudonym that *accept* writes into the map; ``proposal_real`` the map entity's real name
    that an ambiguous word is proposed to belong to ("" for a new entity). ``candidates`` are all
    whom it could mean, the likeliest first.
    """

    entity_id: EntityId
    type: EntityType
    name: str = field(repr=False)
    placeholder: str
    proposal: str
    proposal_real: str = field(repr=False)
    reason: str
    occurrences: tuple[Occurrence, ...] = field(repr=False)
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class WordChoice:
    """What a person has decided about a word that tells a child's sex, known by its paragraph:
    ``becomes`` in the place of ``span`` of ``text``, or not."""

    text: str = field(repr=False)
    span: Span
    becomes: str = field(repr=False)
    approved: bool


@dataclass(frozen=True, slots=True)
class WordProposal:
    """A neutral word, ``becomes``, for ``span`` of the segment's ``text``.

    Those of one ``group`` in a segment are decided together: a pronoun and its verb. ``sure`` says
    that only a child can be meant.
    """

    segment_id: SegmentId
    span: Span
    text: str = field(repr=False)
    becomes: str = field(repr=False)
    sure: bool
    reason: str
    group: int

    def choice(self, *, approved: bool) -> WordChoice:
        return WordChoice(self.text, self.span, self.becomes, approved)


@dataclass(frozen=True, slots=True)
class Plan:
    """Every decision, fixed before the first byte is written.

    ``names`` is the map given, with the proposals and open questions of this run added; ``repairs``
    change words beside what is replaced, an article or a preposition, and never overlap it.
    ``words`` are the neutral words that nobody has decided on.
    """

    scan: Scan
    names: PseudonymMap = field(repr=False)
    decisions: tuple[Decided, ...]
    questions: tuple[Question, ...]
    repairs: tuple[Edit, ...] = ()
    words: tuple[WordProposal, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """A segment's text before and after, for the diff."""

    segment: Segment
    after: str


@dataclass(frozen=True, slots=True)
class Finished:
    """One document, rewritten and not yet delivered.

    ``name`` is the neutral relative path for the output, without any real name.
    """

    document: Document
    name: str
    content: bytes = field(repr=False)
    changes: tuple[Changed, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Checked:
    """What the leak check says of a finished document, and what it was asked."""

    inspection: Inspection
    sought: tuple[Sought, ...] = field(repr=False)
    allowed: Allowance = field(repr=False)


@dataclass(frozen=True, slots=True)
class CountRow:
    """A line of the summary: mentions of one entity type by what happened to them."""

    type: EntityType
    mentions: int
    replaced: int
    uncertain: int
    kept: int
