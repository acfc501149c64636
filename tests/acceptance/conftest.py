"""The fixtures of review_runs.py, under the name that pytest looks for."""

from review_runs import (
    _knowing_area_a,
    _one_detector,
    area_a,
    area_a_detector,
    engine,
    mapped,
    redact,
    unmapped,
)

__all__ = [
    "_knowing_area_a",
    "_one_detector",
    "area_a",
    "area_a_detector",
    "engine",
    "mapped",
    "redact",
    "unmapped",
]
