"""The whole road, readable as a table of contents: scan → decide → apply → check.

`scan` opens nothing and writes nothing: it is given documents and finds what identifies people in
all of them together. `decide` fixes every replacement text from the pseudonym map. `apply` gives
the bytes of one finished document. `check` reads those bytes by another road. Nothing prints.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from redactor.checks.leak import Searched, Sought, check_package
from redactor.checks.opening import check_opening
from redactor.detection.known import Known
from redactor.documents.base import Document
from redactor.linking.link import link
from redactor.linking.listed import Listed
from redactor.model import (
    IDENTIFIER_LABELS,
    Ask,
    Decision,
    DocumentId,
    Edit,
    Entity,
    EntityId,
    EntityType,
    Evidence,
    Finding,
    Keep,
    Mention,
    Remove,
    Replace,
    Segment,
    SegmentId,
    SegmentKind,
    Span,
    Verdict,
    segments_by_id,
)
from redactor.pseudonyms.propose import propose, with_uncertain
from redactor.pseudonyms.render import render
from redactor.pseudonyms.schema import KeepEntry, MapEntity, PseudonymMap, Status
from redactor.pseudonyms.style import is_name_like
from redactor.text.fold import key
from redactor.text.names import parse_person
from redactor.text.words import is_english, words

if TYPE_CHECKING:
    from redactor.detection.detector import Detector

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
class Question:
    """An uncertain entity that is put to a person: one question for all its mentions.

    ``placeholder`` is what the output shows until somebody answers ("[PERSON 7?]"), ``proposal``
    the pseudonym that *accept* writes into the map; ``proposal_real`` the map entity's real name
    that an ambiguous word is proposed to belong to ("" for a new entity).
    """

    entity_id: EntityId
    type: EntityType
    name: str = field(repr=False)
    placeholder: str
    proposal: str
    proposal_real: str = field(repr=False)
    reason: str
    occurrences: tuple[Occurrence, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Plan:
    """Every decision, fixed before the first byte is written.

    ``names`` is the map given, with the proposals and open questions of this run added.
    """

    scan: Scan
    names: PseudonymMap = field(repr=False)
    decisions: tuple[Decided, ...]
    questions: tuple[Question, ...]


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
class CountRow:
    """A line of the summary: mentions of one entity type by what happened to them."""

    type: EntityType
    mentions: int
    replaced: int
    uncertain: int
    kept: int


def scan(
    documents: Sequence[Document],
    names: PseudonymMap,
    progress: Progress | None = None,
    *,
    map_only: bool = False,
) -> Scan:
    """Find and link everything identifying in `documents`, read as one review.

    The order of `documents` changes nothing: they are sorted by id. With `map_only`, what the map
    names is found first and everything else only beside it. Raises RecogniserFailed.
    """
    ordered = tuple(sorted(documents, key=lambda document: document.id))
    segments = tuple(
        segment for document in ordered for segment in (*document.segments, _file_name(document))
    )
    return _scan_segments(ordered, segments, names, progress, map_only=map_only)


def decide(scan: Scan, names: PseudonymMap, *, map_only: bool = False) -> Plan:
    """Fix what happens to every mention.

    A name that gets its pseudonym here is looked for again in all of the review, until nothing
    new is found: so a second run with the plan's map finds, and writes, exactly the same. With
    `map_only`, exactly what the map names is replaced; what the detectors found beyond it stays,
    and comes as questions.
    """
    review_words = frozenset(word.key for s in scan.segments for word in words(s.text))
    for _ in range(_ROUNDS_AT_MOST):
        if scan.names != names:
            scan = _scan_segments(scan.documents, scan.segments, names, None, map_only=map_only)
        if map_only:
            break
        completed = _completed(scan, names, review_words)
        if completed == names:
            break
        names = completed
    entries = _entries(names)
    decisions = tuple(
        Decided(mention, entity.id, entity.type, decision)
        for entity in scan.entities
        for mention, decision in _decisions(entity, names, entries, map_only=map_only)
    )
    questions = _questions(scan, names, entries, review_words, map_only=map_only)
    return Plan(scan, names, (*decisions, *_left_over(scan, names, decisions)), questions)


def apply(plan: Plan) -> list[Finished]:
    """Rewrite every document of the plan, in memory."""
    from redactor.pseudonyms.operator import anonymise  # presidio takes two seconds to import

    wanted: dict[SegmentId, list[tuple[Span, str]]] = defaultdict(list)
    for decided in plan.decisions:
        if not isinstance(decided.decision, Keep):
            mention = decided.mention
            wanted[mention.segment_id].append((mention.span, decided.decision.text))
    changes: dict[DocumentId, list[Changed]] = defaultdict(list)
    names: dict[DocumentId, str] = {}
    for segment in plan.scan.segments:
        edits = sorted(wanted.get(segment.id, ()))
        after = anonymise(segment.text, edits).text if edits else segment.text
        if segment.kind is SegmentKind.FILE_NAME:
            names[segment.document] = _neutral(after, segment.document)
        elif edits:
            changes[segment.document].append(Changed(segment, after))
    return [
        Finished(
            document,
            names[document.id],
            document.rewrite(
                [
                    Edit(changed.segment.id, span, text)
                    for changed in changes[document.id]
                    for span, text in sorted(wanted[changed.segment.id])
                ]
            ),
            tuple(changes[document.id]),
        )
        for document in plan.scan.documents
    ]


def check(finished: Finished, plan: Plan) -> list[Finding]:
    """Read the finished bytes by another road and look for what was to be replaced."""
    segments = [s for s in plan.scan.segments if s.document == finished.document.id]
    return [
        *check_package(finished.content, _sought(finished, plan, segments), finished.name),
        *check_opening(finished.content, finished.name),
    ]


def count(plan: Plan) -> list[CountRow]:
    """The summary: a row for each entity type found, in the order of EntityType."""
    tally: dict[EntityType, Counter[str]] = defaultdict(Counter)
    for decided in plan.decisions:
        match decided.decision:
            case Keep():
                tally[decided.type]["kept"] += 1
            case Ask():
                tally[decided.type]["uncertain"] += 1
            case _:
                tally[decided.type]["replaced"] += 1
    return [
        CountRow(
            kind,
            tally[kind].total(),
            tally[kind]["replaced"],
            tally[kind]["uncertain"],
            tally[kind]["kept"],
        )
        for kind in EntityType
        if kind in tally
    ]


@cache
def detector() -> Detector:
    """The detector of this process; loading its models takes seconds."""
    from redactor.detection.detector import Detector

    return Detector()


_ROUNDS_AT_MOST = 5
_NOT_IN_MAP = "not named in the map"
_CONTEXT = 120


def _scan_segments(
    documents: tuple[Document, ...],
    segments: tuple[Segment, ...],
    names: PseudonymMap,
    progress: Progress | None,
    *,
    map_only: bool,
) -> Scan:
    mentions = detector().detect(segments, known_names(names), progress, known_first=map_only)
    return Scan(documents, segments, tuple(link(mentions, segments, _listed(names))), names)


def known_names(names: PseudonymMap) -> list[Known]:
    """What the map says, in the detector's words."""
    return [
        Known(text, one.type, one.keep)
        for one in _listed(names)
        for text in (one.name, *one.aliases)
    ]


def _listed(names: PseudonymMap) -> list[Listed]:
    """What the map says, in the linker's words."""
    replaced = [
        Listed(
            entry.real,
            entry.type,
            entry.aliases,
            entry.role,
            pseudonym_surname=key(parse_person(entry.pseudonym).surname)
            if is_name_like(entry.pseudonym, entry.type)
            else "",
        )
        for entry in names.entities
    ]
    kept = [
        Listed(entry.text, _kept_type(entry.text), keep=True, reason=entry.reason)
        for entry in names.keep
    ]
    return replaced + kept


def _kept_type(text: str) -> EntityType:
    """A kept text is taken for a person when it looks like a full name; both only say *stay*."""
    found = words(text)
    people = 2 <= len(found) <= 4 and all(w.is_capitalised for w in found)
    return EntityType.PERSON if people else EntityType.ORGANISATION


def _file_name(document: Document) -> Segment:
    """The document's relative path without its suffix, as a segment of its own."""
    path = PurePosixPath(document.id).with_suffix("").as_posix()
    identity = SegmentId(f"{document.id}|name|n1")
    return Segment(identity, document.id, SegmentKind.FILE_NAME, path)


def _completed(scan: Scan, names: PseudonymMap, review_words: frozenset[str]) -> PseudonymMap:
    """The map with a proposal for every proven entity and a place for every uncertain one."""
    known = {*_entries(names), *(key(entry.text) for entry in names.keep)}
    new = [
        entity
        for entity in scan.entities
        if not entity.type.is_identifier
        and key(entity.name) not in known
        and not names.is_pseudonym(entity.name)
    ]
    names = names.with_keep(
        KeepEntry(text=entity.name, reason=entity.reason, status=Status.PROPOSED)
        for entity in new
        if entity.verdict is Verdict.KEEP and entity.type.is_person and not entity.known
    )
    names = propose(names, [e for e in new if e.verdict is Verdict.REPLACE], review_words)
    for entity in new:
        if entity.verdict is Verdict.ASK:
            names = with_uncertain(names, entity.name, entity.type, entity.reason)
    return names


def _entries(names: PseudonymMap) -> dict[str, MapEntity]:
    """Map entities by the key of their real name and of each alias."""
    return {key(text): entry for entry in names.entities for text in (entry.real, *entry.aliases)}


def _decisions(
    entity: Entity, names: PseudonymMap, entries: Mapping[str, MapEntity], *, map_only: bool
) -> Iterable[tuple[Mention, Decision]]:
    entry = entries.get(key(entity.name))
    kept = {key(one.text): one.reason for one in names.keep}
    placeholders = {key(one.text): one.placeholder for one in names.uncertain}
    for mention in entity.mentions:
        decision: Decision
        if entry is not None:
            decision = Replace(render(entry, mention.text), f"map: {entry.pseudonym}")
        elif key(entity.name) in kept or entity.verdict is Verdict.KEEP:
            decision = Keep(kept.get(key(entity.name)) or entity.reason)
        elif names.is_pseudonym(entity.name):
            decision = Keep("a pseudonym of the map already")
        elif map_only:
            decision = Keep(_NOT_IN_MAP)
        elif entity.type.is_identifier:
            decision = Remove(IDENTIFIER_LABELS[entity.type])
        else:
            decision = Ask(placeholders[key(entity.name)], entity.reason)
        yield mention, decision


def _left_over(scan: Scan, names: PseudonymMap, decisions: Iterable[Decided]) -> Iterable[Decided]:
    """Words of replaced people's names that no mention covers, whatever rule left them.

    The leak check would refuse the document for each of them. A word that is English as well is
    left: only its sentence tells, and detection has read that.
    """
    owners = {
        word.key: entry
        for entry in reversed(names.entities)
        if entry.type.is_person
        for text in entry.names
        for part in (*parse_person(text).given, parse_person(text).surname)
        for word in words(part)
        if len(word.key) > 2 and not is_english(word.key)
    }
    ids = {key(entity.name): entity.id for entity in scan.entities}
    covered: dict[SegmentId, list[Span]] = defaultdict(list)
    for decided in decisions:
        covered[decided.mention.segment_id].append(decided.mention.span)
    for segment in scan.segments:
        for word in words(segment.text):
            entry = owners.get(word.key)
            span = Span(word.start, word.end)
            if entry is None or any(span.overlaps(one) for one in covered[segment.id]):
                continue
            text = segment.text[word.start : word.end]
            evidence = (Evidence("document", 1.0, "part of a replaced name"),)
            mention = Mention(segment.id, span, text, entry.type, Verdict.REPLACE, evidence)
            decision = Replace(render(entry, text), f"map: {entry.pseudonym}")
            yield Decided(
                mention, ids.get(key(entry.real), EntityId("left-over")), entry.type, decision
            )


def _questions(
    scan: Scan,
    names: PseudonymMap,
    entries: Mapping[str, MapEntity],
    review_words: frozenset[str],
    *,
    map_only: bool,
) -> tuple[Question, ...]:
    kept = {key(one.text) for one in names.keep}
    placeholders = {key(one.text): one.placeholder for one in names.uncertain}
    open_ = [
        entity
        for entity in scan.entities
        if entity.verdict is not Verdict.KEEP
        and key(entity.name) not in entries
        and key(entity.name) not in kept
        and not names.is_pseudonym(entity.name)
        and (map_only or not entity.type.is_identifier)
    ]
    proposed = _entries(
        propose(names, [replace(e, verdict=Verdict.REPLACE) for e in open_], review_words)
    )
    by_id = {entity.id: entity for entity in scan.entities}
    texts = segments_by_id(scan.segments)
    questions = []
    for entity in open_:
        owner = _likeliest(entity, by_id, entries)
        if owner is not None:
            proposal = render(owner, entity.name)
        elif entity.type.is_identifier:
            proposal = Remove(IDENTIFIER_LABELS[entity.type]).text
        else:
            proposal = proposed[key(entity.name)].pseudonym
        questions.append(
            Question(
                entity.id,
                entity.type,
                entity.name,
                placeholders.get(key(entity.name), ""),
                proposal,
                owner.real if owner is not None else "",
                _NOT_IN_MAP if map_only else entity.reason,
                tuple(_occurrence(mention, texts) for mention in entity.mentions),
            )
        )
    return tuple(questions)


def _likeliest(
    entity: Entity, by_id: Mapping[EntityId, Entity], entries: Mapping[str, MapEntity]
) -> MapEntity | None:
    """The most mentioned of an ambiguous entity's candidates that the map replaces."""
    candidates = [by_id[identity] for identity in entity.candidates if identity in by_id]
    for candidate in sorted(candidates, key=lambda e: -len(e.mentions)):
        if key(candidate.name) in entries:
            return entries[key(candidate.name)]
    return None


def _occurrence(mention: Mention, texts: Mapping[SegmentId, Segment]) -> Occurrence:
    text, span = texts[mention.segment_id].text, mention.span
    return Occurrence(
        mention.segment_id,
        text[max(0, span.start - _CONTEXT) : span.start],
        text[span.start : span.end],
        text[span.end : span.end + _CONTEXT],
    )


def _neutral(name: str, document: DocumentId) -> str:
    """A file name without characters that Windows forbids, with the original's suffix."""
    allowed = "".join(char for char in name if char not in '<>:"\\|?*[]')
    return allowed.strip() + PurePosixPath(document).suffix


def _sought(finished: Finished, plan: Plan, segments: Sequence[Segment]) -> dict[Sought, int]:
    """Each real name that was replaced in the document, and how often it was decided to stay.

    A name that is no English word has to be gone but for the mentions that were kept. One that is
    a word has to stand no more often than the plan left it.
    """
    after = {change.segment.id: change.after for change in finished.changes}
    texts = [after.get(segment.id, segment.text) for segment in segments]
    ids = {segment.id for segment in segments}
    staying = [
        decided.mention.text if isinstance(decided.decision, Keep) else decided.decision.text
        for decided in plan.decisions
        if decided.mention.segment_id in ids
    ]
    replaced = {
        decided.mention.text
        for decided in plan.decisions
        if not isinstance(decided.decision, Keep | Ask) and not decided.type.is_identifier
    }
    left, stays = Searched(texts), Searched(staying)
    sought: dict[Sought, int] = {}
    for name in _names_sought(plan, replaced):
        word = all(is_english(one.key) for one in words(name))
        one = Sought(name, exact_case=word)
        sought[one] = (left if word else stays).count(one)
    return sought


def _names_sought(plan: Plan, replaced: Iterable[str]) -> set[str]:
    """The names that were replaced as written, and the words of replaced people's names."""
    found = set(replaced)
    for entry in plan.names.entities:
        for text in (entry.real, *entry.aliases):
            found.add(text)
            if entry.type.is_person:
                name = parse_person(text)
                found.update((*name.given, name.surname))
    return {text for text in found if len(text) > 2}
