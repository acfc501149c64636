"""Why words were taken for a name, or were not."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.detection.detector import Detector
from redactor.detection.explain import occurrences
from redactor.detection.known import Known
from redactor.model import DocumentId, EntityType, Segment, SegmentId, SegmentKind, Span, Verdict

REVIEW = (
    "Samina Farooqi told the police that she had left.",
    "She met Samina in Margate.",
    "A Multi-Agency Risk Assessment was read.",
)


def segments(*texts: str) -> list[Segment]:
    return [
        Segment(SegmentId(f"d|main|p{n}"), DocumentId("d"), SegmentKind.BODY, text)
        for n, text in enumerate(texts, start=1)
    ]


@pytest.mark.parametrize(
    ("text", "asked", "found"),
    [
        ("Samina left. Then samina rang.", "samina", ["Samina", "samina"]),
        ("SAMINA FAROOQI", "Samina Farooqi", ["SAMINA FAROOQI"]),
        ("Samina-Farooqi", "Samina Farooqi", ["Samina-Farooqi"]),
        ("Siobh\u00e1n rang.", "siobhan", ["Siobh\u00e1n"]),
        ("Samina\u2019s file", "Samina", ["Samina"]),
        ("Saminas", "Samina", []),
        ("Farooqi", "Samina Farooqi", []),
        ("Samina left", "", []),
        ("", "Samina", []),
    ],
)
def test_words_are_looked_for_as_names_are(text, asked, found):
    assert [text[span.start : span.end] for span in occurrences(text, asked)] == found


@given(st.text(), st.text())
def test_an_occurrence_lies_within_the_text(text, asked):
    for span in occurrences(text, asked):
        assert 0 <= span.start < span.end <= len(text)


def test_every_place_is_explained_in_the_order_of_the_segments(detector: Detector) -> None:
    first, second = detector.explain(segments(*REVIEW), "samina")
    assert (first.segment_id, second.segment_id) == ("d|main|p1", "d|main|p2")
    assert (first.before, first.text, second.before) == ("", "Samina", "She met ")
    assert first.after.startswith(" Farooqi told")
    assert first.decided == ((Span(0, 14), EntityType.PERSON, Verdict.REPLACE),)
    assert second.decided == ((Span(8, 14), EntityType.PERSON, Verdict.REPLACE),)


def test_what_is_explained_is_what_is_detected(detector: Detector) -> None:
    review = segments(*REVIEW)
    found = {(m.segment_id, m.span, m.type, m.verdict) for m in detector.detect(review)}
    for asked in ("Samina", "Margate", "police", "Risk Assessment"):
        for one in detector.explain(review, asked):
            decided = {(one.segment_id, *mention) for mention in one.decided}
            assert decided <= found


def test_the_reasons_add_up_to_the_probability(detector: Detector) -> None:
    weighed = [
        one
        for asked in ("Samina Farooqi", "Margate")
        for place in detector.explain(segments(*REVIEW), asked)
        for one in place.weighed
    ]
    assert {one.kind for one in weighed} >= {"person", "place"}
    for one in weighed:
        odds = sum(part.log_odds for part in one.contributions)
        assert one.probability == pytest.approx(1 / (1 + math.exp(-odds)))
        wanted = Verdict.ASK if one.probability >= one.ask else None
        assert one.verdict is (Verdict.REPLACE if one.probability >= one.replace else wanted)
        assert one.evidence


def test_a_term_of_the_field_says_that_it_is_one(detector: Detector) -> None:
    (one,) = detector.explain(segments(*REVIEW), "Assessment")
    assert one.decided == ()
    assert one.weighed == ()
    assert one.terms == (
        "word 1 is a term of the field",
        "word 1 is part of a term of the field",
    )


def test_what_the_map_keeps_is_explained_as_kept(detector: Detector) -> None:
    known = [Known("Samina Farooqi", EntityType.PERSON, keep=True)]
    (one,) = detector.explain(segments(*REVIEW), "Samina Farooqi", known)
    assert [verdict for _, _, verdict in one.decided] == [Verdict.KEEP]


@pytest.mark.parametrize("asked", ["Danielle", "Samina told", "", "...", "ssess"])
def test_words_that_do_not_stand_there_have_no_explanation(detector: Detector, asked: str) -> None:
    assert detector.explain(segments(*REVIEW), asked) == []


def test_an_explanation_shows_no_text_in_its_repr(detector: Detector) -> None:
    for one in detector.explain(segments(*REVIEW), "Samina"):
        assert "Samina" not in repr(one)
        assert "Farooqi" not in repr(one)
