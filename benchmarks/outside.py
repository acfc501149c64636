"""How much of detection is spent outside the two models, in CPU time and by the clock.

    python benchmarks/outside.py [--readings 3]

``Detector.detect`` reads one long review of 25,000 words, each time for the first time and in a
process of its own that has read one sentence, as where the speed is measured (``runs.py``).
*Inside* is spaCy's ``nlp.pipe`` (tokenizer, tok2vec, ner) and, for Lantern, its tokenizer's
``encode_batch`` and ONNX Runtime's ``session.run``. These calls are wrapped here, for the time of
the reading; the package knows nothing of it.

CPU time: every Python thread's own (``time.thread_time``, the main one and those that the engine
starts), less its own within the wrapped calls, is what is *outside*. All the rest of the process's
(``time.process_time``) is the models', with the threads that their libraries start: the tokenizer's
workers, which no Python thread is charged for, and those of ONNX Runtime if it has any. A thread
that waits for the interpreter's lock uses none.

By the clock: the share of the reading during which no wrapped call was going on. A call that waits
for the interpreter's lock is going on, and the models run beside the rest, so this is the smaller.
"""

from __future__ import annotations

import argparse
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from statistics import median_low
from typing import Any, NamedTuple
from unittest.mock import patch

from runs import WARM_UP, in_own_process
from sets import bare, count_words, long_review
from systems import segments_of

SPACY, LANTERN = "spaCy", "Lantern"


class Call(NamedTuple):
    """A call of a model: the CPU time of its own thread, and when it ran (seconds)."""

    model: str
    cpu_s: float
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Outside:
    """One reading: seconds of the process, of its Python threads, within each model's calls, by the
    clock, and by the clock while at least one model ran."""

    process_cpu_s: float
    threads_cpu_s: float
    spacy_cpu_s: float
    lantern_cpu_s: float
    wall_s: float
    model_wall_s: float

    @property
    def cpu_share(self) -> float:
        """0..1 of the CPU time, outside the models."""
        outside = self.threads_cpu_s - self.spacy_cpu_s - self.lantern_cpu_s
        return outside / self.process_cpu_s

    @property
    def workers_cpu_s(self) -> float:
        """Threads that the models' libraries started."""
        return max(0.0, self.process_cpu_s - self.threads_cpu_s)

    @property
    def wall_share(self) -> float:
        """0..1 of the time by the clock, while no model ran."""
        return 1 - self.model_wall_s / self.wall_s


@dataclass(slots=True)
class _Ledger:
    """Filled from several threads: appending to a list is atomic."""

    calls: list[Call] = field(default_factory=list)
    threads: list[float] = field(default_factory=list)

    @contextmanager
    def inside(self, model: str) -> Iterator[None]:
        start, cpu = time.perf_counter(), time.thread_time()
        yield
        self.calls.append(Call(model, time.thread_time() - cpu, start, time.perf_counter()))

    def cpu_s(self, model: str) -> float:
        return sum(call.cpu_s for call in self.calls if call.model == model)


@dataclass(slots=True)
class _TimedTokenizer:
    """Stands for Lantern's tokenizer, whose own methods cannot be replaced (it is no Python)."""

    ledger: _Ledger
    tokenizer: Any

    def encode_batch(self, texts: list[str]) -> Any:
        with self.ledger.inside(LANTERN):
            return self.tokenizer.encode_batch(texts)


@contextmanager
def _wrapped(engine: Any, ledger: _Ledger) -> Iterator[None]:
    """Let the models of `engine` and every Python thread that starts write into `ledger`."""
    from onnxruntime import InferenceSession
    from spacy.language import Language

    pipe, run, thread_run = Language.pipe, InferenceSession.run, threading.Thread.run

    def timed_pipe(*args: Any, **kwargs: Any) -> Iterator[Any]:
        docs, end = iter(pipe(*args, **kwargs)), object()
        while True:
            with ledger.inside(SPACY):
                doc = next(docs, end)
            if doc is end:
                return
            yield doc

    def timed_run(*args: Any, **kwargs: Any) -> Any:
        with ledger.inside(LANTERN):
            return run(*args, **kwargs)

    def timed_thread(thread: threading.Thread) -> None:
        started = time.thread_time()
        thread_run(thread)
        ledger.threads.append(time.thread_time() - started)

    lantern = engine._lantern
    with ExitStack() as stack:
        for target, name, timed in (
            (Language, "pipe", timed_pipe),
            (InferenceSession, "run", timed_run),
            (threading.Thread, "run", timed_thread),
            (lantern, "_tokenizer", _TimedTokenizer(ledger, lantern._tokenizer)),
        ):
            stack.enter_context(patch.object(target, name, timed))
        yield


def measure(texts: Sequence[str]) -> Outside:
    """Read `texts` once, as one review, with models loaded for it."""
    from redactor.detection.detector import Detector
    from redactor.detection.engine import Engine

    engine = Engine()
    detector = Detector(engine)
    detector.detect(segments_of(bare([WARM_UP])))
    segments = segments_of(bare(texts))
    ledger = _Ledger()
    with _wrapped(engine, ledger):
        wall, process, thread = time.perf_counter(), time.process_time(), time.thread_time()
        detector.detect(segments)
        main = time.thread_time() - thread
        process_cpu, wall = time.process_time() - process, time.perf_counter() - wall
    if {call.model for call in ledger.calls} != {SPACY, LANTERN}:
        raise RuntimeError("A model was not called where it was expected; nothing was measured.")
    return Outside(
        process_cpu,
        main + sum(ledger.threads),
        ledger.cpu_s(SPACY),
        ledger.cpu_s(LANTERN),
        wall,
        covered((call.start_s, call.end_s) for call in ledger.calls),
    )


def covered(stretches: Iterable[tuple[float, float]]) -> float:
    """The length of the union of `stretches` (start, end)."""
    total, reached = 0.0, float("-inf")
    for start, end in sorted(stretches):
        total += max(0.0, end - max(start, reached))
        reached = max(reached, end)
    return total


def median_reading(texts: Sequence[str], readings: int) -> Outside:
    """Of `readings` first readings the one with the median share of CPU time."""
    taken = [in_own_process(measure, texts) for _ in range(readings)]
    middle = median_low(one.cpu_share for one in taken)
    return next(one for one in taken if one.cpu_share == middle)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--readings", type=int, default=3, metavar="N")
    options = parser.parse_args()
    texts = long_review()
    one = median_reading(texts, options.readings)
    print(f"{count_words(texts):,} words, median of {options.readings} first readings")
    print(f"outside the models: {one.cpu_share:.1%} of CPU time, {one.wall_share:.1%} by the clock")
    print(
        f"CPU {one.process_cpu_s:.2f} s: spaCy {one.spacy_cpu_s:.2f}, Lantern "
        f"{one.lantern_cpu_s:.2f}, their libraries' threads {one.workers_cpu_s:.2f}, the rest "
        f"{one.threads_cpu_s - one.spacy_cpu_s - one.lantern_cpu_s:.2f}; clock {one.wall_s:.2f} s"
    )


if __name__ == "__main__":
    main()
