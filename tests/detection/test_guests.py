"""A recogniser of the user's own, by Presidio's conventions, beside those of the package."""

from __future__ import annotations

import pytest
from presidio_analyzer import EntityRecognizer, RecognizerResult

from redactor.detection.detector import Detector
from redactor.detection.engine import Engine
from redactor.errors import RecogniserFailed
from redactor.model import Cell, DocumentId, EntityType, Segment, SegmentId, SegmentKind


class SlipRecogniser(EntityRecognizer):
    """The slips of one office: "qqx" wherever it stands, and nothing without artifacts."""

    def __init__(self) -> None:
        super().__init__(supported_entities=["CASE_REFERENCE"], supported_language="en")

    def load(self) -> None:
        """Nothing to load."""

    def analyze(self, text, entities, nlp_artifacts):
        if "trip" in text:
            raise ValueError("a guest may fail")
        at = text.find("qqx")
        found = at >= 0 and nlp_artifacts.tokens is not None
        return [RecognizerResult("CASE_REFERENCE", at, at + 3, 0.9)] if found else []


@pytest.fixture(scope="module")
def detector() -> Detector:
    return Detector(Engine([SlipRecogniser()]))


def segment(text: str, header: str = "") -> Segment:
    kind = SegmentKind.TABLE_CELL if header else SegmentKind.BODY
    cell = Cell(0, 1, 0, header, "") if header else None
    return Segment(SegmentId("d|main|p0"), DocumentId("d"), kind, text, "", cell)


@pytest.mark.parametrize(
    "one", [segment("Danielle had a qqx slip."), segment("a qqx here", "Slip number")]
)
def test_what_it_finds_is_a_mention_in_texts_and_in_cells(detector, one):
    found = {(m.text, m.type) for m in detector.detect([one])}
    assert ("qqx", EntityType.CASE_REFERENCE) in found


def test_its_failure_stops_the_run(detector):
    with pytest.raises(RecogniserFailed, match="SlipRecogniser"):
        detector.detect([segment("a trip")])
