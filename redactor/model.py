"""The types that flow through a run; the bottom layer, which imports nothing of ours.

All offsets are Python code points and half-open. Whatever holds a real name hides it from
``repr``, so that no log line and no traceback can tell it (ARCHITECTURE.md, rule 4).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

DocumentId = NewType("DocumentId", str)
"""A document within one run: its path relative to the folder given, or its file name."""

SegmentId = NewType("SegmentId", str)
"""``document|part|place``, e.g. ``overview.docx|/word/document.xml|p12``; unique in a run."""

EntityId = NewType("EntityId", str)
"""A real person, place or organisation of one review, e.g. ``person-3``."""


class SegmentKind(StrEnum):
    """The kind of place a segment stands in."""

    BODY = "body"
    HEADING = "heading"
    TABLE_CELL = "table cell"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    TEXT_BOX = "text box"
    COMMENT = "comment"
    REVISION = "revision"
    DRAWING = "drawing"
    """Text of a chart, a diagram or a picture."""
    TITLE = "title"
    """A text that shows on demand: alternative text, a tooltip, the name of a style."""
    PROPERTY = "property"
    MARKUP = "mark-up"
    """What programs read: searched for known names only, as no sentence stands there."""
    FILE_NAME = "file name"
    RECORD = "record"


WITHOUT_SENTENCES = frozenset(
    {SegmentKind.MARKUP, SegmentKind.FILE_NAME, SegmentKind.PROPERTY, SegmentKind.RECORD}
)
"""Kinds of segments in which no word asks anything of the words beside it."""


class EntityType(StrEnum):
    """What a mention or an entity is; the values are the words of the pseudonym map."""

    PERSON = "person"
    CHILD = "child"
    PROFESSIONAL = "professional"

    PLACE = "place"
    ORGANISATION = "organisation"
    HOSPITAL = "hospital"
    PRACTICE = "practice"
    SCHOOL = "school"

    ADDRESS = "address"
    POSTCODE = "postcode"
    PHONE = "phone"
    EMAIL = "email"
    URL = "url"
    IP_ADDRESS = "ip_address"
    HANDLE = "handle"
    NHS_NUMBER = "nhs_number"
    NI_NUMBER = "ni_number"
    PASSPORT = "passport"
    DRIVING_LICENCE = "driving_licence"
    BANK_ACCOUNT = "bank_account"
    PAYMENT_CARD = "payment_card"
    VEHICLE = "vehicle"
    POLICE_REFERENCE = "police_reference"
    COURT_REFERENCE = "court_reference"
    CASE_REFERENCE = "case_reference"
    PRISON_NUMBER = "prison_number"
    COLLAR_NUMBER = "collar_number"
    PROPERTY_REFERENCE = "property_reference"
    PUPIL_NUMBER = "pupil_number"
    DATE_OF_BIRTH = "date_of_birth"
    DATE_OF_DEATH = "date_of_death"

    DATE = "date"
    AGE = "age"
    QUANTITY = "quantity"
    DEMOGRAPHIC = "demographic"
    """What somebody is: a nationality, a religion, an occupation, an illness."""
    MISC = "misc"

    @property
    def is_person(self) -> bool:
        return self in PEOPLE

    @property
    def is_identifier(self) -> bool:
        """True for what is removed with a label instead of being given a pseudonym."""
        return self in IDENTIFIER_LABELS


PEOPLE = frozenset({EntityType.PERSON, EntityType.CHILD, EntityType.PROFESSIONAL})

ORGANISATIONS = frozenset(
    {EntityType.ORGANISATION, EntityType.HOSPITAL, EntityType.PRACTICE, EntityType.SCHOOL}
)

QUASI_IDENTIFIERS = frozenset(
    {
        EntityType.DATE,
        EntityType.AGE,
        EntityType.QUANTITY,
        EntityType.DEMOGRAPHIC,
        EntityType.MISC,
    }
)
"""What identifies nobody alone: a review keeps it, only a wider setting of detection masks it."""

IDENTIFIER_LABELS: dict[EntityType, str] = {
    EntityType.ADDRESS: "address",
    EntityType.POSTCODE: "postcode",
    EntityType.PHONE: "telephone number",
    EntityType.EMAIL: "e-mail address",
    EntityType.URL: "web address",
    EntityType.IP_ADDRESS: "IP address",
    EntityType.HANDLE: "account name",
    EntityType.NHS_NUMBER: "NHS number",
    EntityType.NI_NUMBER: "National Insurance number",
    EntityType.PASSPORT: "passport number",
    EntityType.DRIVING_LICENCE: "driving licence number",
    EntityType.BANK_ACCOUNT: "bank details",
    EntityType.PAYMENT_CARD: "card number",
    EntityType.VEHICLE: "vehicle registration",
    EntityType.POLICE_REFERENCE: "police reference",
    EntityType.COURT_REFERENCE: "court reference",
    EntityType.CASE_REFERENCE: "case reference",
    EntityType.PRISON_NUMBER: "prison number",
    EntityType.COLLAR_NUMBER: "collar number",
    EntityType.PROPERTY_REFERENCE: "property reference",
    EntityType.PUPIL_NUMBER: "pupil number",
    EntityType.DATE_OF_BIRTH: "date of birth",
    EntityType.DATE_OF_DEATH: "date of death",
    EntityType.DATE: "date",
    EntityType.AGE: "age",
    EntityType.QUANTITY: "quantity",
    EntityType.DEMOGRAPHIC: "personal detail",
    EntityType.MISC: "detail",
}
"""Removed identifiers and the words inside ``[… removed]``."""


class Verdict(StrEnum):
    """What the evidence for a mention amounts to; the words of ``redact scan``."""

    REPLACE = "replace"
    ASK = "ask"
    KEEP = "keep"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of one segment's text, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"empty or backward span {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a table a segment stands: 0-based, counted within its part.

    ``header`` is the text of the first row's cell in the same column ("" in that row itself),
    ``row_label`` the text of the row's first cell ("" in that cell itself).
    """

    table: int
    row: int
    column: int
    header: str = field(default="", repr=False)
    row_label: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text that no name crosses: a paragraph, a property, a file name, a record.

    ``text`` is exactly what is there. What is no letter but keeps its place is one code point:
    a tab ``\\t``, a line break ``\\n``, a no-break hyphen U+2011, a soft hyphen U+00AD, and
    U+FFFC for whatever else stands in the line (a footnote reference, a picture).
    ``heading`` is the text of the nearest heading above it in the same part.
    """

    id: SegmentId
    document: DocumentId
    kind: SegmentKind
    text: str = field(repr=False)
    heading: str = field(default="", repr=False)
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why somebody thinks that a mention is one.

    ``source`` names a recogniser or a rule ("spacy", "lantern", "title", "map", "document");
    ``score`` is 0..1; ``reason`` is a sentence without any real name in it.
    """

    source: str
    score: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of something identifying. ``text`` is ``segment.text[start:end]``.

    ``probability`` (0..1) is what all evidence together amounts to, None where no combiner decided:
    a shape, a list, the map.
    """

    segment_id: SegmentId
    span: Span
    text: str = field(repr=False)
    type: EntityType
    verdict: Verdict
    evidence: tuple[Evidence, ...] = ()
    probability: float | None = None

    @property
    def score(self) -> float:
        """The probability, or the surest evidence."""
        if self.probability is not None:
            return self.probability
        return max((e.score for e in self.evidence), default=0.0)


@dataclass(frozen=True, slots=True)
class Entity:
    """One real person, place or organisation behind its mentions, in reading order.

    ``known`` is true when the pseudonym map already named it. ``candidates`` is filled for an
    ambiguous one only: the entities that the same words could mean. ``role`` is the code of a
    professional's role ("GP", "SW"), ``family`` the surname that relatives share.
    """

    id: EntityId
    type: EntityType
    name: str = field(repr=False)
    aliases: tuple[str, ...] = field(default=(), repr=False)
    mentions: tuple[Mention, ...] = ()
    verdict: Verdict = Verdict.REPLACE
    known: bool = False
    role: str = ""
    family: str = field(default="", repr=False)
    candidates: tuple[EntityId, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Replace:
    """Write ``text`` instead; ``rule`` says why, without a real name.

    ``is_label``: the text stands whole, with an article where its sentence asks for one ("the
    Midwife", "GP1"); a name is used part by part.
    """

    text: str
    rule: str
    is_label: bool = False


@dataclass(frozen=True, slots=True)
class Remove:
    """An identifier: write ``[label removed]`` instead."""

    label: str

    @property
    def text(self) -> str:
        return f"[{self.label} removed]"


@dataclass(frozen=True, slots=True)
class Ask:
    """Nobody has decided: write the placeholder ``text`` and put it to a person."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Keep:
    """Stays as it is, for ``reason``."""

    reason: str


Decision = Replace | Remove | Ask | Keep


@dataclass(frozen=True, slots=True)
class Edit:
    """What the writer does: put ``text`` in the place of ``span`` (never empty spans)."""

    segment_id: SegmentId
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """What a copy goes without: a plural ("comments") and how many."""

    what: str
    count: int


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment of the original; all its texts are real. ``number`` counts from 1.

    ``anchored`` is the text that it is about, ``reply_to`` the number of the one it answers
    (None where it answers none).
    """

    number: int
    author: str = field(repr=False)
    date: str
    part: str
    anchored: str = field(repr=False)
    text: str = field(repr=False)
    reply_to: int | None = None
    resolved: bool = False


class Severity(StrEnum):
    LEAK = "leak"
    NOT_INSPECTED = "not inspected"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check says of a place in a file; ``excerpt`` is masked, never a real name."""

    rule: str
    severity: Severity
    place: str
    excerpt: str = ""
    reason: str = ""


def segments_by_id(segments: Iterable[Segment]) -> dict[SegmentId, Segment]:
    return {segment.id: segment for segment in segments}
