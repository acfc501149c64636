"""Loading public gold data, and the scores of whole spans."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from public_sets import GoldSpan, Record, halves, load, name_recall, span_score

TEXT = "Ivo Katz lives in Hove."
RECORD = Record("one", TEXT, (GoldSpan(0, 8, "person", {}), GoldSpan(18, 22, "location", {})))


def test_records_are_read(tmp_path: Path) -> None:
    line = json.dumps({"id": 7, "text": TEXT, "spans": [[0, 8, "person", {}]]})
    with gzip.open(tmp_path / "some.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(line + "\n")
    (record,) = load("some", tmp_path) or []
    assert (record.id, record.text, record.spans) == ("7", TEXT, RECORD.spans[:1])


def test_a_set_that_is_absent_is_skipped_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert load("none", tmp_path) is None
    assert capsys.readouterr().out.startswith("none: skipped")


def test_every_record_is_in_one_half() -> None:
    records = [Record(str(number), "", ()) for number in range(20)]
    parts = halves(records)
    assert {r.id for r in parts["development"]} ^ {r.id for r in parts["held back"]} == {
        r.id for r in parts["whole"]
    }


@pytest.mark.parametrize(
    ("spans", "precision", "recall"),
    [
        ([(0, 8), (18, 22)], 1.0, 1.0),
        ([(0, 8)], 1.0, 0.5),
        ([(0, 3), (4, 8)], 0.0, 0.0),
        ([(0, 8), (0, 3)], 0.5, 0.5),
        ([(0, 9)], 0.0, 0.0),  # 8 of 9 characters are less than .9
        ([], 0.0, 0.0),
    ],
)
def test_whole_spans(spans: list[tuple[int, int]], precision: float, recall: float) -> None:
    found = span_score([RECORD], [spans])
    assert (found.precision, found.recall) == (precision, recall)


def test_recall_counts_for_more_than_precision() -> None:
    assert span_score([RECORD], [[(0, 8)]]).f == pytest.approx(5 * 0.5 / 4.5)


def test_names_are_found_when_all_their_letters_are_masked() -> None:
    found = name_recall([RECORD], [[(0, 3), (4, 9)]], {"person": "person", "location": "place"})
    assert found == {"person": 1.0, "place": 0.0}
