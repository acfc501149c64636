"""A pipeline without models, so that the command line's own behaviour is tested fast.

A "document" is a text file whose lines are paragraphs. Danielle becomes Connie; Grace is
uncertain until the map names or keeps her. "daughter" and "He was" have neutral words proposed.
Everything else of the program is real.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from typer.testing import Result

from redactor import pipeline
from redactor.checks.allowance import Allowance
from redactor.checks.inspection import InspectedPart, Inspection
from redactor.checks.sought import Sought
from redactor.detection.setting import Setting
from redactor.documents.base import PUBLICATION, Policy
from redactor.errors import InputRefused
from redactor.gendered import chosen_words
from redactor.model import (
    Ask,
    Decision,
    DocumentId,
    Dropped,
    Edit,
    Entity,
    EntityId,
    EntityType,
    Evidence,
    Finding,
    Keep,
    Mention,
    Remark,
    Replace,
    Segment,
    SegmentId,
    SegmentKind,
    Severity,
    Span,
    Verdict,
)
from redactor.plan import (
    Changed,
    Checked,
    CountRow,
    Decided,
    Finished,
    Occurrence,
    Plan,
    Question,
    Scan,
    WordChoice,
    WordProposal,
)
from redactor.pseudonyms.schema import MapEntity, PseudonymMap, Status, UncertainEntry

Redact = Callable[..., Result]
"""Runs the program: ``redact("draft.docx", "--no-input", typed="a\\n")``."""

PROPOSALS = {"person-1": "Connie", "person-2": "Holly", "person-3": "Iris", "person-4": "Jade"}
"""By entity; the first is Danielle, and whoever is uncertain comes after her."""
REAL, PSEUDONYM, UNCERTAIN, KEPT = "Danielle", "Connie", "Grace", "Susan Marsh"
PLACEHOLDER = "[PERSON 2?]"
"""Of whom is uncertain, or is the first to be so."""
GENDERED = (((("daughter", "child"),), True), ((("He ", "They "), ("was", "were")), False))
"""Words that go together, their neutral ones, and whether only a child can be meant."""


@dataclass(frozen=True)
class TextDocument:
    id: DocumentId
    path: Path
    segments: tuple[Segment, ...]
    dropped: tuple[Dropped, ...] = (Dropped("comments", 2),)
    pictures: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def rewrite(self, edits: Sequence[Edit]) -> bytes:
        lines = []
        for segment in self.segments:
            text = segment.text
            for edit in sorted(edits, key=lambda e: e.span, reverse=True):
                if edit.segment_id == segment.id:
                    text = text[: edit.span.start] + edit.text + text[edit.span.end :]
            lines.append(text)
        return "\n".join(lines).encode()


def open_text(
    path: Path, document_id: DocumentId | None = None, policy: Policy = PUBLICATION
) -> TextDocument:
    content = path.read_bytes()
    if not content:
        raise InputRefused(path, "is empty; nothing was written.")
    document_id = document_id or DocumentId(path.name)
    segments = tuple(
        Segment(SegmentId(f"{document_id}|text|p{n}"), document_id, SegmentKind.BODY, line)
        for n, line in enumerate(content.decode().splitlines(), start=1)
    )
    return TextDocument(document_id, path, segments)


def find_texts(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.docx"))


def mentions_of(name: str, segments: Sequence[Segment], verdict: Verdict) -> tuple[Mention, ...]:
    evidence = (Evidence("fake", 0.6),)
    return tuple(
        Mention(
            s.id,
            Span(s.text.index(name), s.text.index(name) + len(name)),
            name,
            EntityType.PERSON,
            verdict,
            evidence,
        )
        for s in segments
        if name in s.text
    )


def placeholder_of(entity: Entity) -> str:
    return f"[PERSON {entity.id.rpartition('-')[2]}?]"


def word_proposals(segments: Sequence[Segment]) -> tuple[WordProposal, ...]:
    """For every line, whoever is spoken of: "daughter" is surely a child, "He was" only likely."""
    return tuple(
        WordProposal(segment.id, Span(at, at + len(old)), segment.text, new, sure, "fake", group)
        for segment in segments
        for group, (words, sure) in enumerate(GENDERED)
        for old, new in words
        if (at := segment.text.find(old)) >= 0
    )


@dataclass
class Fake:
    """Switches of the fake pipeline, and what was asked of it."""

    leak: bool = False
    unread: bool = False
    failure: BaseException | None = None
    scans: int = 0
    uncertain: tuple[str, ...] = (UNCERTAIN,)
    meanwhile: Callable[[], object] | None = None
    """What somebody else does, once, in the slow part of a run."""

    def scan(
        self,
        documents: Sequence[TextDocument],
        names: PseudonymMap,
        progress: pipeline.Progress | None = None,
        *,
        map_only: bool = False,
        setting: Setting = Setting.REVIEW,
    ) -> Scan:
        self.scans += 1
        if self.meanwhile is not None:
            meanwhile, self.meanwhile = self.meanwhile, None
            meanwhile()
        print("a library that prints to stdout")
        if progress:
            progress("recognising", 1, 1)
        if self.failure is not None:
            raise self.failure
        documents = sorted(documents, key=lambda document: document.id)
        segments = tuple(segment for document in documents for segment in document.segments)
        entities = []
        for number, (name, verdict) in enumerate(
            [
                (REAL, Verdict.REPLACE),
                *((name, Verdict.ASK) for name in self.uncertain),
                (KEPT, Verdict.KEEP),
            ],
            start=1,
        ):
            if found := mentions_of(name, segments, verdict):
                entities.append(
                    Entity(
                        EntityId(f"person-{number}"),
                        EntityType.PERSON,
                        name,
                        mentions=found,
                        verdict=verdict,
                    )
                )
        return Scan(tuple(documents), segments, tuple(entities), names)

    def decide(
        self,
        scan: Scan,
        names: PseudonymMap,
        *,
        map_only: bool = False,
        policy: object = None,
        choices: Collection[WordChoice] = (),
        elsewhere: object = frozenset(),
    ) -> Plan:
        decisions: list[Decided] = []
        questions: list[Question] = []
        texts = {segment.id: segment.text for segment in scan.segments}
        known = {entity.real: entity.pseudonym for entity in names.entities}
        kept = {entry.text for entry in names.keep}
        entities, uncertain = list(names.entities), []
        for entity in scan.entities:
            decision: Decision
            if entity.name in known:
                decision = Replace(known[entity.name], "map")
            elif entity.name in kept or entity.verdict is Verdict.KEEP:
                decision = Keep("kept")
            elif map_only:
                decision = Keep("not in the map")
            elif entity.verdict is Verdict.REPLACE:
                decision = Replace(PSEUDONYM, "proposed")
                entities.append(
                    MapEntity(real=entity.name, pseudonym=PSEUDONYM, status=Status.PROPOSED)
                )
            else:
                label = placeholder_of(entity)
                decision = Ask(label, "a word")
                uncertain.append(UncertainEntry(text=entity.name, placeholder=label))
            decisions += [Decided(m, entity.id, m.type, decision) for m in entity.mentions]
            if isinstance(decision, Ask) or decision == Keep("not in the map"):
                occurrences = tuple(
                    Occurrence(
                        m.segment_id,
                        texts[m.segment_id][: m.span.start],
                        m.text,
                        texts[m.segment_id][m.span.end :],
                    )
                    for m in entity.mentions
                )
                questions.append(
                    Question(
                        entity.id,
                        entity.type,
                        entity.name,
                        placeholder_of(entity),
                        PROPOSALS[entity.id],
                        "",
                        "a word",
                        occurrences,
                    )
                )
        added = names.model_copy(
            update={"entities": tuple(entities), "uncertain": tuple(uncertain)}
        )
        approved, words = chosen_words(word_proposals(scan.segments), choices)
        return Plan(
            scan,
            names if map_only else added,
            (*decisions, *approved),
            tuple(questions),
            words=words,
        )

    def apply(self, plan: Plan) -> list[Finished]:
        finished = []
        for document in plan.scan.documents:
            edits = [
                Edit(d.mention.segment_id, d.mention.span, d.decision.text)
                for d in plan.decisions
                if not isinstance(d.decision, Keep)
            ]
            content = document.rewrite(edits)
            after = content.decode().split("\n")
            changes = tuple(
                Changed(segment, text)
                for segment, text in zip(document.segments, after, strict=True)
                if segment.text != text
            )
            name = document.id.replace(REAL, PSEUDONYM)
            finished.append(Finished(document, name, content, changes))
        return finished

    def check(self, finished: Sequence[Finished], plan: Plan) -> list[Checked]:
        found = [Finding("picture", Severity.NOTE, "/word/media/image1.png")]
        if self.leak:
            found = [Finding("name-left", Severity.LEAK, "/word/document.xml p1", "D\u2026")]
        if self.unread:
            found = [Finding("not-inspected", Severity.NOT_INSPECTED, "/word/x.bin", "", "odd")]
        part = InspectedPart("word/document.xml", "text", 100)
        checked = Checked(Inspection((part,), tuple(found)), (Sought(REAL),), Allowance())
        return [checked for _ in finished]

    def count(self, plan: Plan) -> list[CountRow]:
        decisions = [decided.decision for decided in plan.decisions]
        if not decisions:
            return []
        number = [sum(isinstance(d, kind) for d in decisions) for kind in (Replace, Ask, Keep)]
        return [CountRow(EntityType.PERSON, len(decisions), *number)]
