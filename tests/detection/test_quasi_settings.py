"""The settings of the detector, with its real models: what each masks, and what stays."""

from __future__ import annotations

from itertools import pairwise

import pytest

from redactor.detection.detector import Detector
from redactor.detection.setting import Setting
from redactor.model import (
    QUASI_IDENTIFIERS,
    DocumentId,
    Mention,
    Segment,
    SegmentId,
    SegmentKind,
    Verdict,
)

JUDGMENT = """PROCEDURE

The case originated in an application (no. 99999/04) against the Republic of Turkey lodged with \
the Court under Article 34 of the Convention by a Turkish national, Mr Cengiz Oranoglu, on \
15 October 2004.

THE FACTS

The applicant was born in 1965 and lives in Kelbury. On 6 February 1993 he was arrested. The \
Rypinow District Court sentenced him to six years' imprisonment under the Sentencing Act 1991 and \
ordered him to pay GBP 4,200. Mr Oranoglu, a taxi driver, appealed to the Court of Cassation.
"""


def masked(mentions: list[Mention]) -> str:
    """The text of `mentions` that are masked, each between bars."""
    return "|".join(m.text for m in mentions if m.verdict is not Verdict.KEEP)


def read(detector: Detector, setting: Setting, text: str = JUDGMENT) -> list[Mention]:
    (mentions,) = detector.detect_each([text], setting=setting)
    return mentions


@pytest.mark.parametrize("setting", [Setting.BALANCED, Setting.RECALL])
@pytest.mark.parametrize(
    "words",
    ["99999/04", "Oranoglu", "15 October 2004", "1965", "Kelbury", "6 February 1993", "4,200"],
)
def test_wide_settings_mask(detector: Detector, setting: Setting, words: str) -> None:
    text = masked(read(detector, setting))
    assert text.count(words) == JUDGMENT.count(words)


@pytest.mark.parametrize("words", ["Rypinow District Court", "Turkish national", "taxi driver"])
def test_recall_masks_more(detector: Detector, words: str) -> None:
    assert words in masked(read(detector, Setting.RECALL))


@pytest.mark.parametrize("setting", [Setting.BALANCED, Setting.RECALL])
@pytest.mark.parametrize(
    "words", ["PROCEDURE", "Article 34", "Sentencing Act 1991", "imprisonment"]
)
def test_laws_and_headings_stay(detector: Detector, setting: Setting, words: str) -> None:
    assert words not in masked(read(detector, setting))


def test_balanced_leaves_bodies_that_localise_nobody(detector: Detector) -> None:
    assert "Court of Cassation" not in masked(read(detector, Setting.BALANCED))


def test_a_review_masks_no_quasi_identifier(detector: Detector) -> None:
    assert not {mention.type for mention in read(detector, Setting.REVIEW)} & QUASI_IDENTIFIERS
    assert read(detector, Setting.REVIEW) == detector.detect_each([JUDGMENT])[0]


@pytest.mark.parametrize("setting", list(Setting))
def test_mentions_are_in_order_and_do_not_overlap(detector: Detector, setting: Setting) -> None:
    mentions = read(detector, setting)
    assert all(one.span.end <= two.span.start for one, two in pairwise(mentions))
    assert all(m.text == JUDGMENT[m.span.start : m.span.end] for m in mentions)


@pytest.mark.parametrize("setting", [Setting.BALANCED, Setting.RECALL])
def test_what_a_review_replaces_is_masked_and_nothing_is_asked(
    detector: Detector, setting: Setting
) -> None:
    text = "Danielle Hargreaves told the police that Mr Law had left 22 Albion Gardens, Margate."
    review = [m for m in read(detector, Setting.REVIEW, text) if m.verdict is Verdict.REPLACE]
    wide = read(detector, setting, text)
    assert review
    assert all(any(other.span.contains(one.span) for other in wide) for one in review)
    assert Verdict.ASK not in {mention.verdict for mention in wide}


def segments(*texts: str) -> list[Segment]:
    return [
        Segment(SegmentId(f"d.docx|main|p{n}"), DocumentId("d.docx"), SegmentKind.BODY, text)
        for n, text in enumerate(texts)
    ]


def test_a_review_of_several_segments_has_settings_too(detector: Detector) -> None:
    texts = segments("Danielle Hargreaves left on 3 May 1999.", "It was 3 May 1999.")
    narrow = detector.detect(texts)
    wide = detector.detect(texts, setting=Setting.BALANCED)
    assert [m.text for m in wide if m.segment_id.endswith("p1")] == ["3 May 1999"]
    assert detector.detect(texts) == narrow  # readings that are kept change nothing


def test_nothing_is_found_in_nothing(detector: Detector) -> None:
    assert detector.detect_each(["", " \n"], setting=Setting.RECALL) == [[], []]
