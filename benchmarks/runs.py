"""What runs in a process of its own, so that its models, its caches and its memory are its own."""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import ParamSpec, TypeVar

import systems
from sets import Review, bare
from systems import Marked

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

WARM_UP = "Ms Danielle Hargreaves rang on 3 March 2017 from Margate."


@dataclass(frozen=True, slots=True)
class ColdReading:
    """Seconds to load a system and read a first sentence, seconds to read texts for the first time,
    and the process's peak of resident memory (MiB)."""

    load_s: float
    read_s: float
    peak_mib: float


def in_own_process(
    work: Callable[Arguments, Result], *args: Arguments.args, **kwargs: Arguments.kwargs
) -> Result:
    """What `work`, a function of a module, returns in a fresh process; raises what it raises."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=context) as pool:
        return pool.submit(work, *args, **kwargs).result()


def find_all(system: str, reviews: Sequence[Review]) -> list[list[list[Marked]]]:
    """The spans of every passage of every review, each review read together."""
    find = systems.load(system)
    return [find(review) for review in reviews]


def read_cold(system: str, texts: Sequence[str]) -> ColdReading:
    started = time.perf_counter()
    find = systems.load(system)
    find(bare([WARM_UP]))
    loaded = time.perf_counter()
    find(bare(texts))
    return ColdReading(loaded - started, time.perf_counter() - loaded, peak_mib())


def peak_mib() -> float:
    """The peak of this process's resident memory; only POSIX systems tell."""
    status = Path("/proc/self/status")
    if status.exists():
        # On Linux the maximum of getrusage counts in the process that started this one.
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
        kib = next(line.split()[1] for line in lines if line.startswith("VmHWM:"))
        return int(kib) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
