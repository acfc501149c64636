"""Child, professional or adult; and who sits on the panel: what the places of a person's mentions
say of them.

Sources: the report's own conventions (children by letter, staff by role code, panel members and
the chair kept), see ``docs/conventions.md``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from redactor.linking.person import Person
from redactor.model import EntityType, Mention, Segment, SegmentId, SegmentKind
from redactor.text.fold import key
from redactor.text.names import RANKS, split_title
from redactor.text.roles import code_of, role_index
from redactor.text.words import words

_ADULT_AGE = 18
_AGE_AFTER = re.compile(
    r"\s*(?:\(\s*(?:aged?\s*)?(\d{1,2})\b(?![:/.,]?\d|\s*%)|"
    r",\s*(?:aged?|who (?:is|was)(?: aged?)?)\s*(\d{1,2})\b|"
    r",\s*(\d{1,2})(?=\s*(?:[,;)](?!\d)|\.(?!\d)|$)))"
)
_CHILD_BEFORE = re.compile(
    r"\b(?:child|baby|infant|toddler|grandson|granddaughter|grandchild|unborn|pupil|schoolboy|"
    r"schoolgirl|little girl|little boy|year[- ]old (?:son|daughter|boy|girl|child)|"
    r"(?:young|eldest|oldest|youngest|older|younger|only) (?:son|daughter|child))\b[\s,:(]*$",
    re.IGNORECASE,
)
_SON_BEFORE = re.compile(r"\b(?:son|daughter|children|kids)\b[\s,:(]*(?:\w+ and )?$", re.IGNORECASE)
_CHILD_IN_ROW = re.compile(
    r"\b(?:child|children|grandson|granddaughter|grandchild|baby|infant|pupil|nursery|"
    r"born (?:in )?20[12]\d|aged? (?:\d|1[0-7])\b|(?:\d|1[0-7]) (?:years|months|weeks)(?: old)?\b)",
    re.IGNORECASE,
)
_PANEL = re.compile(r"\b(?:panel|steering group|core group|review team)\b", re.IGNORECASE)
_MAKERS = re.compile(
    r"\b(?:authors?|chair(?:person)?|membership|contributors|acknowledge?ments|distribution)\b",
    re.IGNORECASE,
)
_CHAIR = re.compile(
    r"\b(?:independent (?:chair(?:person)?|author|reviewer)|(?:panel|review) chair|lead reviewer|"
    r"overview (?:report )?(?:author|writer)|"
    r"(?:chair|author|chair and author) of (?:this|the) (?:review|panel|overview report))"
    r"(?: and (?:report )?(?:author|chair))?(?:\s*(?:[:,(\u2013-]|was|is))?\s*"
    r"(?:Mr|Mrs|Ms|Dr)?\.?\s*$",
    re.IGNORECASE,
)
_ROLE_WINDOW = 48
_SHARE_OF_ROLE = 0.2


@dataclass(frozen=True, slots=True)
class Kind:
    """What a person is; ``keep`` gives the reason why they stay, "" for everybody else."""

    type: EntityType
    role: str = ""
    keep: str = ""


def kind_of(
    person: Person,
    segments: Mapping[SegmentId, Segment],
    rows: Mapping[tuple[str, int, int], str],
) -> Kind:
    """What the mentions of `person` say; `rows` maps (document and part, table, row) to text."""
    if person.listed is not None:
        return Kind(person.listed.type, person.listed.role, "")
    role = _role(person, segments)
    panel = _panel_reason(person.mentions, segments)
    if panel:
        return Kind(EntityType.PERSON, keep=panel)
    if _is_child(person, segments, rows):
        return Kind(EntityType.CHILD)
    return Kind(EntityType.PROFESSIONAL, role) if role else Kind(EntityType.PERSON)


def row_texts(segments: Sequence[Segment]) -> dict[tuple[str, int, int], str]:
    """The text of every table row, by document and part, table and row."""
    rows: dict[tuple[str, int, int], str] = {}
    for segment in segments:
        if segment.cell is not None:
            place = row_of(segment)
            rows[place] = f"{rows[place]} | {segment.text}" if place in rows else segment.text
    return rows


def row_of(segment: Segment) -> tuple[str, int, int]:
    """Where a cell's row stands: document and part, table, row."""
    part = segment.id.rsplit("|", 1)[0]
    return (part, segment.cell.table, segment.cell.row) if segment.cell else (part, -1, -1)


def age_behind(text: str, mention: Mention) -> int | None:
    """The age in "Isla (7)" or "Isla, aged 7"; `text` is that of the mention's segment."""
    age = _AGE_AFTER.match(text, mention.span.end)
    return int(age.group(age.lastindex or 1)) if age else None


def _role(person: Person, segments: Mapping[SegmentId, Segment]) -> str:
    """The code of the profession that most mentions give, "" for none."""
    codes: Counter[str] = Counter()
    for mention in person.mentions:
        text = segments[mention.segment_id].text
        title, _ = split_title(mention.text)
        last = key(title.split()[-1]).rstrip(".") if title else ""
        around = _role_around(text, mention)
        if around:
            codes[around] += 1
        elif last in RANKS or last in ("dr", "doctor", "prof", "professor"):
            codes[code_of(last) or last.upper()] += 1
    # A profession that stands by chance beside somebody's name is no profession of theirs.
    if codes.total() < _SHARE_OF_ROLE * len(person.mentions):
        return ""
    if not codes:
        return ""
    best = max(codes.values())
    return min(code for code, count in codes.items() if count == best)


def _role_around(text: str, mention: Mention) -> str:
    """The role in "Social Worker Priya Nair", "Priya Nair, Social Worker" or "Priya Nair (SW)"."""
    start = max(0, mention.span.start - _ROLE_WINDOW)
    ahead = text[start : mention.span.start]
    for match in role_index().find(ahead):
        tail = _after_words(ahead, match.last)
        if re.fullmatch(r"[\s,:(\u2013-]*", tail) and match.payload.phrase[0].isupper():
            return match.payload.code
    behind = text[mention.span.end : mention.span.end + _ROLE_WINDOW]
    opening = re.match(r"\s*[,(\u2013-]\s*(?:a |an |the |her |his |their )?", behind)
    if opening:
        rest = behind[opening.end() :]
        for match in role_index().find(rest):
            if match.first == 0:
                return match.payload.code
    return ""


def _after_words(text: str, last: int) -> str:
    return text[words(text)[last].end :]


def _panel_reason(mentions: Sequence[Mention], segments: Mapping[SegmentId, Segment]) -> str:
    reasons = (_panel_place(mention, segments[mention.segment_id]) for mention in mentions)
    return next(filter(None, reasons), "")


def is_of_panel(mention: Mention, segment: Segment) -> bool:
    """True where `mention` stands in the panel's table, or as chair or author of the review."""
    return bool(_panel_place(mention, segment))


def is_panel_heading(heading: str) -> bool:
    """True for the heading of a section that tells who made the review."""
    return bool(_PANEL.search(heading) or _MAKERS.search(heading))


def _panel_place(mention: Mention, segment: Segment) -> str:
    """What the place of a mention says of a part in the review, "" for nothing."""
    if (
        segment.kind is SegmentKind.TABLE_CELL
        and segment.cell is not None
        and (_PANEL.search(segment.heading) or _PANEL.search(segment.cell.header))
    ):
        return "named in the table of the review panel"
    if _CHAIR.search(segment.text[: mention.span.start][-60:]):
        return "named as chair or author of the review"
    if segment.cell is not None and _CHAIR.search(segment.cell.row_label.strip()):
        return "named as chair or author of the review"
    return ""


def _is_child(
    person: Person,
    segments: Mapping[SegmentId, Segment],
    rows: Mapping[tuple[str, int, int], str],
) -> bool:
    """True when the text says so: an age under 18, "baby", a row of the family table; a son or
    daughter only when nobody ever gives the surname or a title."""
    for mention in person.mentions:
        segment = segments[mention.segment_id]
        age = age_behind(segment.text, mention)
        if age is not None:
            return age < _ADULT_AGE
        if _CHILD_BEFORE.search(segment.text[: mention.span.start]):
            return True
        alone_in_cell = segment.cell is not None and len(segment.text) <= len(mention.text) + 12
        if alone_in_cell and _CHILD_IN_ROW.search(rows[row_of(segment)]):
            return True
    if any(name.surname or name.title for name in person.names):
        return False
    return any(
        _SON_BEFORE.search(segments[mention.segment_id].text[: mention.span.start])
        for mention in person.mentions
    )
