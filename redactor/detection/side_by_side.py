"""Work on threads that a hang cannot keep the program waiting for: they die with the process."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from redactor.errors import RecogniserFailed

Piece = TypeVar("Piece")
Result = TypeVar("Result")


class Lane(Generic[Result]):
    """A piece of work on a thread of its own, called `name` in errors."""

    def __init__(self, name: str, work: Callable[[], Result]) -> None:
        self._name = name
        self._outcome: list[Result] = []
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, args=(work,), name=name, daemon=True)
        self._thread.start()

    def _run(self, work: Callable[[], Result]) -> None:
        try:
            self._outcome.append(work())
        except BaseException as error:  # noqa: BLE001 - handed over to the caller's thread
            self._error = error

    def result(self, seconds: float | None = None) -> Result:
        """What the work gave. Raises RecogniserFailed when it failed, or after `seconds`."""
        self._thread.join(seconds)
        if self._thread.is_alive():
            raise RecogniserFailed(self._name, f"no answer after {seconds:.0f} seconds")
        if isinstance(self._error, RecogniserFailed):
            raise self._error
        if self._error is not None:
            # The error's own text may quote what was read; its kind is enough.
            raise RecogniserFailed(self._name, type(self._error).__name__) from None
        return self._outcome[0]


def side_by_side(
    name: str, work: Callable[[Piece], Result], pieces: Sequence[Piece], threads: int
) -> list[Result]:
    """`work` on each of `pieces`, `threads` at a time; the results in the order of the pieces.

    Only work that frees the interpreter's lock gains by it. Raises what the work raises, or
    RecogniserFailed for `name` when that was on another thread than the caller's.
    """
    if threads < 2 or len(pieces) < 2:
        return [work(piece) for piece in pieces]
    results: dict[int, Result] = {}
    left = iter(enumerate(pieces))
    lock = threading.Lock()

    def take() -> None:
        while True:
            with lock:
                number, piece = next(left, (-1, None))
            if piece is None:
                return
            results[number] = work(piece)

    others = [Lane(name, take) for _ in range(threads - 1)]
    take()
    for other in others:
        other.result()
    return [results[number] for number in range(len(pieces))]
