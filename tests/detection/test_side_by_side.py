"""Work on several threads: the order of the pieces stays, and no error gets lost."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from redactor.detection.side_by_side import Lane, side_by_side
from redactor.errors import RecogniserFailed


def on_both_threads(work: Callable[[bool], int]) -> Callable[[int], int]:
    """Two pieces of work that run at the same time, one on the caller's thread; `work` is told
    whether it runs there."""
    meeting = threading.Barrier(2)
    caller = threading.current_thread()

    def piece(_: int) -> int:
        meeting.wait(timeout=20)
        return work(threading.current_thread() is caller)

    return piece


@pytest.mark.parametrize("threads", [0, 1, 2, 3, 16])
@pytest.mark.parametrize("count", [0, 1, 2, 50])
def test_results_stand_in_the_order_of_the_pieces(threads, count):
    assert side_by_side("Lantern", lambda n: n * n, range(count), threads) == [
        n * n for n in range(count)
    ]


def test_results_that_come_late_keep_their_place():
    second_is_done = threading.Event()

    def work(piece: str) -> str:
        if piece == "first":
            assert second_is_done.wait(timeout=20)
        else:
            second_is_done.set()
        return piece.upper()

    assert side_by_side("Lantern", work, ["first", "second"], 2) == ["FIRST", "SECOND"]


def test_two_threads_work_at_the_same_time():
    assert side_by_side("Lantern", on_both_threads(int), [1, 2], 2) in ([0, 1], [1, 0])


@pytest.mark.parametrize(("threads", "pieces"), [(1, [1, 2, 3]), (0, [1, 2]), (8, [1])])
def test_one_thread_or_one_piece_needs_no_other(threads, pieces):
    caller = threading.current_thread()
    assert side_by_side("Lantern", lambda _: threading.current_thread(), pieces, threads) == [
        caller
    ] * len(pieces)


def test_an_error_on_the_callers_thread_is_raised_as_it_is():
    def work(is_caller: bool) -> int:
        if is_caller:
            raise ValueError("of the caller")
        return 0

    with pytest.raises(ValueError, match="of the caller"):
        side_by_side("Lantern", on_both_threads(work), [1, 2], 2)


def test_an_error_on_another_thread_fails_the_recogniser_and_quotes_nothing():
    def work(is_caller: bool) -> int:
        if not is_caller:
            raise ValueError("Danielle Hargreaves")
        return 0

    with pytest.raises(RecogniserFailed) as caught:
        side_by_side("Lantern", on_both_threads(work), [1, 2], 2)
    assert "ValueError" in str(caught.value)
    assert "Danielle" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_a_failed_recogniser_keeps_its_own_words():
    failure = RecogniserFailed("Lantern", "no answer after 9 seconds")

    def work(is_caller: bool) -> int:
        if not is_caller:
            raise failure
        return 0

    with pytest.raises(RecogniserFailed) as caught:
        side_by_side("Lantern", on_both_threads(work), [1, 2], 2)
    assert caught.value is failure


def test_a_lane_that_does_not_answer_in_time_fails():
    go_on = threading.Event()
    lane = Lane("spaCy", go_on.wait)
    try:
        with pytest.raises(RecogniserFailed, match="no answer after 0 seconds"):
            lane.result(0.01)
    finally:
        go_on.set()
    assert lane.result(20) is True
