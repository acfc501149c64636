"""What the command refuses, what halves the sets have, and how time is added up."""

from __future__ import annotations

import json

import pytest
import scoreboard
from outside import covered
from sets import Half, fixture_sets, stress_set


@pytest.mark.parametrize(
    "arguments",
    [
        ["--misses", "held-back"],
        ["--misses", "all"],
        ["--misses", "development", "--half", "held-back"],
    ],
)
def test_misses_of_the_held_back_half_are_refused(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as raised:
        scoreboard.main(arguments)
    assert raised.value.code == 2
    assert "only the misses of the development half" in capsys.readouterr().err


def test_one_fixture_review_is_held_back() -> None:
    halves = {one.name: one.half for one in fixture_sets(casts=False)}
    assert [name for name, half in halves.items() if half is Half.HELD_BACK] == ["held-out"]
    assert {"area-a", "second"} <= halves.keys()


def test_documents_of_the_stress_set_are_reviews_of_their_own() -> None:
    spans = [[0, 3, "person", "v", "replace", "first"]]
    records = [
        {"id": f"{name}#{n}", "document": name, "origin": "irish", "half": "development",
         "domain": "letter", "kind": "body", "text": "Ann rang.", "spans": spans}
        for name, n in (("a", 1), ("b", 1), ("a", 2))
    ]  # fmt: skip
    one = stress_set("development", "".join(json.dumps(r) + "\n" for r in records))
    assert [[p.id for p in review] for review in one.reviews] == [["a#1", "a#2"], ["b#1"]]
    (first, *_) = one.passages
    assert (first.origin, first.domain, first.gold[0].form) == ("irish", "letter", "first")


@pytest.mark.parametrize(
    ("stretches", "length"),
    [
        ([], 0),
        ([(0, 2), (3, 4)], 3),
        ([(0, 2), (1, 4)], 4),
        ([(1, 2), (0, 4)], 4),
        ([(0, 2), (2, 4)], 4),
    ],
)
def test_time_covered_is_counted_once(stretches: list[tuple[float, float]], length: float) -> None:
    assert covered(stretches) == length
