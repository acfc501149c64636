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

import gzip
import json
import sys
import zlib
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
