"""The measures of the Text Anonymization Benchmark, on records that can be counted by hand."""

from __future__ import annotations

import pytest
from public_sets import GoldSpan, Record
from tab_metric import score

TEXT = "Mr Ivo Katz, of Leeds, sued the Crown on 3 May 1999. Katz lost."
IVO, KATZ, LEEDS, CROWN, DAY = (0, 11), (53, 57), (16, 21), (32, 37), (41, 51)


def gold(span: tuple[int, int], entity: str, kind: str, annotator: str = "a") -> GoldSpan:
    more = {"annotator": annotator, "entity_id": entity, "identifier_type": kind}
    return GoldSpan(*span, "ANY", more)


RECORD = Record(
    "one",
    TEXT,
    (
        gold(IVO, "a1", "DIRECT"),
        gold(KATZ, "a1", "DIRECT"),
        gold(LEEDS, "a2", "QUASI"),
        gold(DAY, "a3", "QUASI"),
        gold(CROWN, "a4", "NO_MASK"),
    ),
)


@pytest.mark.parametrize(
    ("spans", "recall", "precision", "direct", "quasi"),
    [
        ([IVO, KATZ, LEEDS, DAY], 1.0, 1.0, 1.0, 1.0),
        ([], 1 / 8, 0.0, 0.0, 0.0),  # "Mr" is forgiven wherever it stands
        ([IVO], 3 / 8, 1.0, 0.0, 0.0),  # one mention of two is no entity masked
        ([(3, 11), KATZ], 4 / 8, 1.0, 1.0, 0.0),
        ([IVO, KATZ, CROWN], 4 / 8, 4 / 5, 1.0, 0.0),
        ([LEEDS, LEEDS, (13, 21)], 2 / 8, 2 / 3, 0.0, 1 / 2),  # "of" is masked for nothing
        ([(41, 46), (47, 51)], 4 / 8, 1.0, 0.0, 1 / 2),  # the blank between is forgiven
        ([(41, 46)], 3 / 8, 1.0, 0.0, 0.0),
        ([(53, 56)], 1 / 8, 1.0, 0.0, 0.0),  # part of a token is none masked
    ],
)
def test_one_annotator(
    spans: list[tuple[int, int]], recall: float, precision: float, direct: float, quasi: float
) -> None:
    found = score([RECORD], [spans])
    assert (found.recall, found.precision) == pytest.approx((recall, precision))
    assert (found.direct, found.quasi) == pytest.approx((direct, quasi))


def test_precision_is_the_share_of_annotators_who_mask_the_token() -> None:
    record = Record(
        "two", TEXT, (gold(LEEDS, "a1", "QUASI"), gold(LEEDS, "b1", "NO_MASK", annotator="b"))
    )
    found = score([record], [[LEEDS]])
    assert (found.precision, found.recall, found.quasi) == (0.5, 1.0, 1.0)


def test_an_entity_is_direct_by_its_first_mention() -> None:
    record = Record("three", TEXT, (gold(IVO, "a1", "QUASI"), gold(KATZ, "a1", "DIRECT")))
    found = score([record], [[IVO, KATZ]])
    assert (found.direct, found.quasi) == (0.0, 1.0)


def test_mentions_that_stay_count_for_token_recall_alone() -> None:
    record = Record("four", TEXT, (gold(IVO, "a1", "DIRECT"), gold(KATZ, "a1", "NO_MASK")))
    found = score([record], [[IVO]])
    assert (found.direct, found.recall) == (1.0, 3 / 4)


def test_records_are_averaged_over_all_entities() -> None:
    other = Record("five", "He left Hove.", (gold((8, 12), "a1", "QUASI"),))
    found = score([RECORD, other], [[LEEDS, DAY], []])
    assert found.quasi == 2 / 3


def test_f1_of_nothing_is_nothing() -> None:
    assert score([], []).f1 == 0.0
