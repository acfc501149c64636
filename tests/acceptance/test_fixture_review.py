"""The main job on a review of realistic length, by the gold labels kept beside it."""

from __future__ import annotations

import importlib
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest
from gold_labels import Record, Score, measure, names_left, read_gold
from review_runs import FIXTURES, ReviewRun
from word_packages import paragraphs

from redactor import pipeline
from redactor.detection.detector import Detector
from redactor.detection.engine import Engine
from redactor.documents.open import open_document
from redactor.model import QUASI_IDENTIFIERS, Keep, Segment, SegmentKind
from redactor.plan import Plan
from redactor.pseudonyms.schema import PseudonymMap

sys.path.insert(0, str(FIXTURES))
review_builder = importlib.import_module("builder.review")

DOCUMENTS = ("imr-gp", "imr-police", "overview")
NO_PARAGRAPHS = {
    SegmentKind.PROPERTY,
    SegmentKind.FILE_NAME,
    SegmentKind.DRAWING,
    SegmentKind.TITLE,
    SegmentKind.MARKUP,
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_reader_of_these_tests_reads_what_gold_says(area_a: Path, name: str) -> None:
    gold = read_gold(area_a)[f"{name}.docx"]
    assert paragraphs((area_a / f"{name}.docx").read_bytes()) == [one.text for one in gold]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_with_the_map_every_paragraph_is_as_expected(
    area_a: Path, mapped: ReviewRun, name: str
) -> None:
    expected = (area_a / "expected" / f"{name}.txt").read_text(encoding="utf-8").split("\n")[:-1]
    written = paragraphs((mapped.output / f"{name}.docx").read_bytes())
    lines = [paragraph.replace("\n", "\\n") for paragraph in written]
    assert len(lines) == len(expected)
    assert [pair for pair in zip(lines, expected, strict=True) if pair[0] != pair[1]] == []


def test_with_the_finished_map_nothing_is_left_to_decide(mapped: ReviewRun) -> None:
    assert mapped.result.exit_code == 0, mapped.result.stdout


def test_without_a_map_no_person_is_missed(area_a: Path, unmapped: ReviewRun) -> None:
    score = _score(area_a, unmapped.plan)
    assert score.people > 500
    assert score.missed == (), score.missed


def test_without_a_map_no_name_stands_in_the_output(area_a: Path, unmapped: ReviewRun) -> None:
    gold = read_gold(area_a)
    output = [text for name in gold for text in paragraphs((unmapped.output / name).read_bytes())]
    left = names_left([record for name in gold for record in gold[name]], output)
    assert left == [], left


def test_without_a_map_little_else_is_changed(area_a: Path, unmapped: ReviewRun) -> None:
    assert _score(area_a, unmapped.plan).over_redaction <= 0.02


def test_without_a_map_it_is_delivered(unmapped: ReviewRun) -> None:
    assert unmapped.result.exit_code in {0, 4}, unmapped.result.stderr
    assert (unmapped.result.exit_code == 4) is bool(unmapped.plan.questions)
    assert unmapped.map.exists()


@pytest.mark.parametrize(
    ("cast", "recall"),
    [("nigerian", 1.0), ("polish", 1.0), ("irish", 1.0), ("punjabi", 1.0), ("words", 0.97)],
)
def test_people_are_found_whatever_their_names(
    area_a: Path,
    tmp_path: Path,
    engine: Engine,
    monkeypatch: pytest.MonkeyPatch,
    cast: str,
    recall: float,
) -> None:
    review_builder.write_files(tmp_path, review_builder.build_review(area_a, cast))
    score = _score_of_fresh_scan(tmp_path, Detector(engine), monkeypatch)
    assert score.people > 500
    assert score.recall >= recall, score.missed
    assert score.over_redaction <= 0.02


def test_people_are_found_in_a_review_that_nothing_was_tuned_on(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Numbers only: a failure must not show the texts to whoever tunes.
    score = _score_of_fresh_scan(FIXTURES / "held-out", Detector(engine), monkeypatch)
    found, needless = score.recall, score.over_redaction
    assert found >= 0.99
    assert needless <= 0.02


def _score_of_fresh_scan(
    review: Path, detector: Detector, monkeypatch: pytest.MonkeyPatch
) -> Score:
    """Gold against what is decided for the review's documents without a map, nothing written."""
    monkeypatch.setattr(pipeline, "detector", lambda: detector)
    empty = PseudonymMap(review="fresh")
    documents = [open_document(path) for path in sorted(review.glob("*.docx"))]
    return _score(review, pipeline.decide(pipeline.scan(documents, empty), empty))


def _score(review: Path, plan: Plan) -> Score:
    """Gold against the decisions of a plan: all but *keep* changes the text.

    The dates and ages that a policy makes vague are no finds, and no gold label says anything of
    them.
    """
    gold = read_gold(review)
    ids = _record_ids(plan.scan.segments, gold)
    changed: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for decided in plan.decisions:
        mention = decided.mention
        if decided.type in QUASI_IDENTIFIERS:
            continue
        if not isinstance(decided.decision, Keep) and mention.segment_id in ids:
            changed[ids[mention.segment_id]].append((mention.span.start, mention.span.end))
    return measure([one for records in gold.values() for one in records], changed)


def _record_ids(segments: Iterable[Segment], gold: dict[str, list[Record]]) -> dict[str, str]:
    """The gold record of each segment that has one; they are in the same order."""
    segments = list(segments)
    ids: dict[str, str] = {}
    for name, records in gold.items():
        found = [
            segment
            for segment in segments
            if segment.document == name
            and segment.kind not in NO_PARAGRAPHS
            and segment.text.replace("\ufffc", "").strip()
        ]
        pairs = list(zip(found, records, strict=True))
        assert all(segment.text == record.text for segment, record in pairs)
        ids.update({segment.id: record.id for segment, record in pairs})
    return ids
