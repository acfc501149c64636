"""People and numbers in other prose: the development halves of public gold (shared/benchmarks).

What localises somebody is not what these sets call a place or a body, so those teach nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from public_sets import Record, load

from lantern.texts import IGNORED, Text
from redactor.detection.lantern import LABELS

SETS = ("tab_dev", "wikigold", "wnut17_test")

_PEOPLE = frozenset({"PERSON", "PER", "person"})
_NOTHING = frozenset({"DATETIME", "QUANTITY"})


def public_texts() -> list[Text]:
    """Every line of the development halves; none of a set that is not there."""
    return [
        one
        for name in SETS
        for record in load(name) or ()
        if not record.is_held_back
        for one in _lines(record)
    ]


def _lines(record: Record) -> Iterator[Text]:
    lines = record.text.split("\n")
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    for line, at in zip(lines, starts, strict=False):
        if line.strip():
            yield Text(line, tuple(_spans(record, at, at + len(line))))


def _spans(record: Record, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    covered = start
    for span in sorted(record.spans, key=lambda one: (one.start, -one.end)):
        if span.start < covered or span.end > end or span.label in _NOTHING:
            continue
        covered = span.end
        label = IGNORED
        if span.label in _PEOPLE:
            label = LABELS.index("PERSON")
        elif span.label == "CODE":
            label = LABELS.index("NUMBER")
        yield span.start - start, span.end - start, label
