"""The whole road, readable as a table of contents: scan → decide → apply → check.

`scan` opens nothing and writes nothing: it is given documents and finds what identifies people in
all of them together. `decide` fixes every replacement text from the pseudonym map. `apply` gives
the bytes of one finished document. `check` reads those bytes by another road. Nothing prints.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from redactor.checks.inspection import inspect_package
from redactor.checks.opening import check_opening
from redactor.checks.sought import Sought
from redactor.decisions import completed, decided, known_names, listed, questions_of
from redactor.detection.setting import Setting
from redactor.documents.base import Document
from redactor.gendered import chosen_words, word_proposals
from redactor.leftovers import left_over
from redactor.linking.link import link
from redactor.model import (
    Ask,
    DocumentId,
    Edit,
    EntityType,
    Keep,
    Segment,
    SegmentId,
    SegmentKind,
    Span,
)
from redactor.phrasing import phrased
from redactor.plan import (
    Changed,
    Checked,
    CountRow,
    Decided,
    Finished,
    Plan,
    Progress,
    Scan,
    WordChoice,
    WordProposal,
)
from redactor.policy.load import policy_called
from redactor.policy.schema import GenderedWords, Policy
from redactor.proof import allowance_in, sought_in
from redactor.pseudonyms.schema import PseudonymMap
from redactor.text.words import words

if TYPE_CHECKING:
    from redactor.detection.detector import Detector
    from redactor.detection.explain import Explanation


def scan(
    documents: Sequence[Document],
    names: PseudonymMap,
    progress: Progress | None = None,
    *,
    map_only: bool = False,
    setting: Setting = Setting.REVIEW,
) -> Scan:
    """Find and link everything identifying in `documents`, read as one review.

    The order of `documents` changes nothing: they are sorted by id. With `map_only`, what the map
    names is found first and everything else only beside it; a wide `setting` finds
    quasi-identifiers too. Raises RecogniserFailed.
    """
    ordered = tuple(sorted(documents, key=lambda document: document.id))
    segments = _segments_of(ordered)
    return _scan_segments(ordered, segments, names, progress, map_only=map_only, setting=setting)


def explain(documents: Sequence[Document], names: PseudonymMap, asked: str) -> list[Explanation]:
    """Why the words `asked` are taken for a name, or are not, wherever they stand in `documents`.

    Raises RecogniserFailed.
    """
    segments = _segments_of(sorted(documents, key=lambda document: document.id))
    return detector().explain(_prose(segments), asked, known_names(names))


def decide(
    scan: Scan,
    names: PseudonymMap,
    *,
    map_only: bool = False,
    policy: Policy | None = None,
    choices: Collection[WordChoice] = (),
    elsewhere: frozenset[str] = frozenset(),
) -> Plan:
    """Fix what happens to every mention, as the review's `policy` has it ("dhr" without one).

    `choices` are a person's earlier decisions about words that tell a child's sex, `elsewhere` the
    keys of words that no proposed name may have, because another review has them.

    A name that gets its pseudonym here is looked for again in all of the review, until nothing
    new is found: so a second run with the plan's map finds, and writes, exactly the same. With
    `map_only`, exactly what the map names is replaced; what the detectors found beyond it stays,
    and comes as questions.
    """
    policy = policy or policy_called("")
    review_words = elsewhere.union(
        word.key for s in _prose(scan.segments) for word in words(s.text)
    )
    for _ in range(_ROUNDS_AT_MOST):
        if scan.names != names:
            scan = _scan_segments(
                scan.documents,
                scan.segments,
                names,
                None,
                map_only=map_only,
                setting=scan.setting,
            )
        if map_only:
            break
        more = completed(scan, names, review_words, policy)
        if more == names:
            break
        names = more
    found = decided(scan, names, map_only=map_only)
    questions = questions_of(scan, names, review_words, policy, map_only=map_only)
    everything = (*found, *left_over(scan, names, found))
    approved, undecided = chosen_words(_word_proposals(scan, everything, policy), choices)
    told = phrased(scan.segments, (*everything, *approved), policy, map_only=map_only)
    return Plan(scan, names, told.decisions, questions, told.repairs, undecided)


def apply(plan: Plan) -> list[Finished]:
    """Rewrite every document of the plan, in memory."""
    from redactor.pseudonyms.operator import anonymise  # presidio takes two seconds to import

    wanted: dict[SegmentId, list[tuple[Span, str]]] = defaultdict(list)
    for one in plan.decisions:
        if not isinstance(one.decision, Keep):
            mention = one.mention
            wanted[mention.segment_id].append((mention.span, one.decision.text))
    for repair in plan.repairs:
        wanted[repair.segment_id].append((repair.span, repair.text))
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


def check(finished: Sequence[Finished], plan: Plan) -> list[Checked]:
    """Read each file's bytes by another road and look for all that was replaced in any of them."""
    sought = sought_in(plan)
    return [_checked(one, plan, sought) for one in finished]


def count(plan: Plan) -> list[CountRow]:
    """The summary: a row for each entity type found, in the order of EntityType."""
    tally: dict[EntityType, Counter[str]] = defaultdict(Counter)
    for one in plan.decisions:
        match one.decision:
            case Keep():
                tally[one.type]["kept"] += 1
            case Ask():
                tally[one.type]["uncertain"] += 1
            case _:
                tally[one.type]["replaced"] += 1
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


def _word_proposals(
    scan: Scan, decisions: Sequence[Decided], policy: Policy
) -> tuple[WordProposal, ...]:
    if policy.gendered_words is GenderedWords.LEAVE:
        return ()
    return word_proposals(scan, decisions)


def _checked(finished: Finished, plan: Plan, sought: Sequence[Sought]) -> Checked:
    allowed = allowance_in(finished, plan, sought)
    inspection = inspect_package(finished.content, sought, allowed, finished.name)
    opening = check_opening(finished.content, finished.name)
    return Checked(
        replace(inspection, findings=(*inspection.findings, *opening)), tuple(sought), allowed
    )


def _scan_segments(
    documents: tuple[Document, ...],
    segments: tuple[Segment, ...],
    names: PseudonymMap,
    progress: Progress | None,
    *,
    map_only: bool,
    setting: Setting,
) -> Scan:
    prose = _prose(segments)
    mentions = detector().detect(
        prose, known_names(names), progress, known_first=map_only, setting=setting
    )
    return Scan(documents, segments, tuple(link(mentions, prose, listed(names))), names, setting)


def _segments_of(documents: Sequence[Document]) -> tuple[Segment, ...]:
    return tuple(
        segment for document in documents for segment in (*document.segments, _file_name(document))
    )


def _prose(segments: Sequence[Segment]) -> list[Segment]:
    """What is made of sentences, titles and names: all but what programs read."""
    return [segment for segment in segments if segment.kind is not SegmentKind.MARKUP]


def _file_name(document: Document) -> Segment:
    """The document's relative path without its suffix, as a segment of its own."""
    path = PurePosixPath(document.id).with_suffix("").as_posix()
    identity = SegmentId(f"{document.id}|name|n1")
    return Segment(identity, document.id, SegmentKind.FILE_NAME, path)


def _neutral(name: str, document: DocumentId) -> str:
    """A file name without characters that Windows forbids, with the original's suffix."""
    allowed = "".join(char for char in name if char not in '<>:"\\|?*[]')
    return allowed.strip() + PurePosixPath(document).suffix
