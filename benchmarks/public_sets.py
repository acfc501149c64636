"""Public gold data, and how spans are scored on it.

    python benchmarks/public_sets.py [presidio_synth_v2 | wikigold | wnut17_test …]

The files lie beside the repository, in ``../shared/benchmarks`` (its README says where they come
from); a set that is absent is skipped with a line that says so, and nothing is ever fetched.

presidio_synth_v2 is scored without regard to types, as Presidio's own evaluator does when asked
to: a predicted span is right when its overlap with a gold span, over the union of both, is .9 or
more. wikigold and wnut17 are scored by the recall of people, places and organisations alone: both
leave out what else identifies somebody, so precision would mean nothing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT.parent / "shared" / "benchmarks"
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

Spans = list[tuple[int, int]]
"""Half-open stretches of one text, in code points."""

BETA = 2.0
OVERLAP = 0.9


class GoldSpan(NamedTuple):
    """A mention that the annotators marked; ``more`` is what a set says beyond the label."""

    start: int
    end: int
    label: str
    more: dict[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """Two records are never the same one, whatever they hold."""

    id: str
    text: str = field(repr=False)
    spans: tuple[GoldSpan, ...] = field(repr=False)

    @property
    def is_held_back(self) -> bool:
        """True for the half that nobody looks at: by a checksum of the id, so that it stays."""
        return zlib.crc32(self.id.encode()) % 2 == 1


def load(name: str, folder: Path = FOLDER) -> list[Record] | None:
    """The records of set `name`, None where its file is absent."""
    path = folder / f"{name}.jsonl.gz"
    if not path.exists():
        print(f"{name}: skipped, {path.name} does not lie in ../{'/'.join(folder.parts[-2:])}.")
        return None
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_record(json.loads(line)) for line in lines]


def _record(raw: dict[str, Any]) -> Record:
    spans = tuple(GoldSpan(start, end, label, more) for start, end, label, more in raw["spans"])
    return Record(str(raw["id"]), raw["text"], spans)


def halves(records: Sequence[Record]) -> dict[str, list[Record]]:
    """The half to develop on, the half held back, and all of them."""
    return {
        "development": [record for record in records if not record.is_held_back],
        "held back": [record for record in records if record.is_held_back],
        "whole": list(records),
    }


@dataclass(frozen=True, slots=True)
class SpanScore:
    """Precision and recall of whole spans, and their F-beta, from 0 to 1."""

    precision: float
    recall: float

    @property
    def f(self) -> float:
        both = BETA**2 * self.precision + self.recall
        return (1 + BETA**2) * self.precision * self.recall / both if both else 0.0


def span_score(records: Sequence[Record], predictions: Sequence[Spans]) -> SpanScore:
    """Spans that agree with a gold span, whatever their labels; each gold span counts once."""
    right = given = wanted = 0
    for record, spans in zip(records, predictions, strict=True):
        gold = {(span.start, span.end) for span in record.spans}
        found = set(spans)
        given += len(found)
        wanted += len(gold)
        for one in sorted(found):
            twin = next((span for span in sorted(gold) if _overlap(one, span) >= OVERLAP), None)
            right += twin is not None
            gold.discard(twin or one)
    return SpanScore(right / given if given else 0.0, right / wanted if wanted else 0.0)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """What two stretches share, over what they cover together."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (max(one[1], other[1]) - min(one[0], other[0]))


NAMES = {
    "wikigold": {"PER": "person", "LOC": "location", "ORG": "organisation"},
    "wnut17_test": {
        "person": "person",
        "location": "location",
        "corporation": "organisation",
        "group": "organisation",
    },
}
"""Sets of names, and what their labels are called here."""


def name_recall(
    records: Sequence[Record], predictions: Sequence[Spans], labels: dict[str, str]
) -> dict[str, float]:
    """For each kind of name, the share of mentions whose letters and digits are all masked."""
    wanted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for record, spans in zip(records, predictions, strict=True):
        masked = {n for start, end in spans for n in range(start, end)}
        for span in record.spans:
            if span.label in labels:
                letters = {n for n in range(span.start, span.end) if record.text[n].isalnum()}
                wanted[labels[span.label]] += 1
                found[labels[span.label]] += letters <= masked
    return {kind: found[kind] / count for kind, count in wanted.items()}


def main() -> None:
    from public_systems import SYSTEMS

    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sets", nargs="*", default=["presidio_synth_v2", *NAMES])
    parser.add_argument("--data", type=Path, default=FOLDER, help="where the gold data lies")
    options = parser.parse_args()
    for name in options.sets:
        records = load(name, options.data)
        if records is None:
            continue
        for system, find in SYSTEMS.items():
            found = find([record.text for record in records])
            spans = {record.id: one for record, one in zip(records, found, strict=True)}
            for half, chosen in halves(records).items():
                told = _told(name, chosen, [spans[record.id] for record in chosen])
                print(f"{name:18} {system:20} {half:12} {told}")


def _told(name: str, records: Sequence[Record], predictions: Sequence[Spans]) -> str:
    if name in NAMES:
        shares = name_recall(records, predictions, NAMES[name])
        return "  ".join(f"{kind} {share:.3f}" for kind, share in shares.items())
    result = span_score(records, predictions)
    return f"P {result.precision:.3f}  R {result.recall:.3f}  F2 {result.f:.3f}"


if __name__ == "__main__":
    main()
