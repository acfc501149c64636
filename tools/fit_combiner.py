"""Fit the combiner's weights on development data, choose its thresholds, and say how it does.

    python tools/fit_combiner.py DATA [DATA …] [--lantern DIR] [--held-back DATA …] [--write]

DATA is a review's folder with ``gold/*.jsonl`` (read as one review) or a ``.jsonl`` of the stress
set (each ``document`` a review of its own), with its weight behind a colon ("fixtures/x:4"). Of
texts that it was trained on Lantern is surer than of others: DIR has weights that DATA had no part
in (tools/lantern/README.md). A candidate is right when gold replaces it; a kept
person is a name all the same, and what else stays is left out. Weights: logistic regression with a
ridge, in which no evidence may count against what it is evidence for. A candidate is asked
about from the probability at which a missed name costs more than a needless flag.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]

from redactor.detection.bodies.mention import BodyMention  # noqa: E402
from redactor.detection.combiner import BIAS, Features, combiner  # noqa: E402
from redactor.detection.engine import Engine  # noqa: E402
from redactor.detection.known import KnownNames  # noqa: E402
from redactor.detection.lantern import WEIGHTS  # noqa: E402
from redactor.detection.places import PlaceMention  # noqa: E402
from redactor.detection.weighing import Weighing, combined_words  # noqa: E402
from redactor.model import EntityType  # noqa: E402

TARGET = ROOT / "redactor" / "detection" / "data" / "combiner.tsv"
KINDS = ("body", "person", "place")
WORTH = {"person": 40.0, "place": 20.0, "body": 5.0}
"""How many needless flags one missed name is worth; chosen on the development halves."""
LEAST = 0.00005
"""A weight that rounds to nothing is not written down."""
REPLACED_FROM = 0.6
"""The probability from which nobody is asked."""
AGAINST = frozenset(
    {
        "English word",
        "English words",
        "read as nothing",
        "read as another kind",
        "terms",
        "mostly in small letters",
        "starts a sentence",
        "behind an article",
        "ends a phrase",
        "in capitals",
    }
)
"""Features that may speak against a name only; all others may speak for one only."""
RIDGE = 1.0
STAYING = 30.0
"""What holds a weight where it was: as much as 30 squared values that a feature would have to have
in doubtful examples. What the examples hardly show keeps what it weighed."""
HEAD = """\
# Weights and thresholds of redactor/detection/combiner.py: kind and feature, value.
# "ask" and "replace" are probabilities, the rest adds to the log-odds that a candidate is right.
# Source: fitted by tools/fit_combiner.py on the development halves of the benchmarks (fixtures and
# stress set, all fictional), November 2026. Licence: MIT, as the project.
"""


@dataclass(frozen=True, slots=True)
class Example:
    kind: str
    features: Features
    is_right: bool


@dataclass(frozen=True, slots=True)
class Gold:
    """Offsets of a text's letters that are part of a person's name (kept ones too), of anything
    else that gold replaces, and of what else stays."""

    people: set[int]
    others: set[int]
    kept: set[int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=_Raw)
    parser.add_argument("data", nargs="+")
    parser.add_argument("--lantern", type=Path, default=WEIGHTS, metavar="DIR")
    parser.add_argument("--held-back", nargs="*", type=Path, default=[])
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    options = parser.parse_args()
    engine = Engine(weights=options.lantern)
    examples: list[Example] = []
    for one in options.data:
        path, _, times = one.partition(":")
        examples += int(times or 1) * list(_examples(engine, [Path(path)]))
    rows: dict[str, dict[str, float]] = {}
    for kind in KINDS:
        mine = [one for one in examples if one.kind == kind]
        weights = fitted(mine, combiner(kind).weights, STAYING)
        scores = probabilities(weights, mine)
        rows[kind] = weights | thresholds(kind)
        print(f"== {kind}: {len(mine)} candidates, {sum(e.is_right for e in mine)} right")
        for name, value in sorted(rows[kind].items(), key=lambda item: -abs(item[1])):
            print(f"  {value:7.3f}  {name}")
        _reliability(scores, mine)
    if options.write:
        TARGET.write_text(HEAD + "".join(_lines(rows)), encoding="utf-8")
        combiner.cache_clear()
    held_back = list(_examples(engine, options.held_back))
    for kind in KINDS if held_back else ():
        mine = [one for one in held_back if one.kind == kind]
        print(f"== {kind}, held back: {len(mine)} candidates")
        _reliability(probabilities(rows[kind], mine), mine)


_Raw = argparse.RawDescriptionHelpFormatter


def _lines(rows: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    for kind in KINDS:
        for name, value in sorted(rows[kind].items(), key=lambda row: (row[0].casefold(), row[0])):
            if abs(value) < LEAST:
                continue
            yield f"{kind}: {name}\t{value:.4f}\n"


def _documents(paths: Iterable[Path]) -> Iterator[list[dict[str, Any]]]:
    for path in paths:
        if path.is_dir():
            files = sorted((path / "gold").glob("*.jsonl"))
            yield [json.loads(line) for f in files for line in _text_lines(f)]
            continue
        documents: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for line in _text_lines(path):
            record = json.loads(line)
            documents[record["document"]].append(record)
        yield from documents.values()


def _text_lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _examples(engine: Engine, paths: Iterable[Path]) -> Iterator[Example]:
    for records in _documents(paths):
        gold = {record["text"]: record["spans"] for record in records}
        readings = engine.read(list(gold))
        weighing = Weighing(readings, KnownNames(()))
        for number, reading in enumerate(readings):
            letters = _letters(gold[reading.text])
            for index, features in combined_words(weighing, number):
                word = reading.words[index]
                yield from _example("person", features, word.start, word.end, letters)
            phrases: list[tuple[str, PlaceMention | BodyMention, Features]] = [
                *(("place", one, found) for one, found in weighing.weighed_places(number)),
                *(("body", one, found) for one, found in weighing.weighed_bodies(number)),
            ]
            for kind, phrase, found in phrases:
                start, end = reading.words[phrase.first].start, reading.words[phrase.last].end
                yield from _example(kind, found, start, end, letters)


def _letters(spans: Sequence[Sequence[Any]]) -> Gold:
    gold = Gold(set(), set(), set())
    for start, end, kind, _, action, *_ in spans:
        if EntityType(kind).is_person:
            gold.people.update(range(start, end))
        elif action == "replace":
            gold.others.update(range(start, end))
        else:
            gold.kept.update(range(start, end))
    return gold


def _example(kind: str, features: Features, start: int, end: int, gold: Gold) -> Iterator[Example]:
    """A word of a place's or body's name tells nothing about names of people."""
    within = set(range(start, end))
    unclear = gold.kept | (gold.others if kind == "person" else set())
    if not within & unclear:
        right = within & (gold.people | gold.others)
        yield Example(kind, features, 2 * len(right) > len(within))


def fitted(
    examples: Sequence[Example], before: Mapping[str, float] | None = None, ridge: float = RIDGE
) -> dict[str, float]:
    """Weights by feature: the maximum of the likelihood among those in which every feature speaks
    for or against a name as its meaning says, less `ridge` times half the squares of how far they
    are from those `before` (from 0 where there were none).

    Newton's method for one weight after the other; a step that would change the sign ends at 0.
    """
    names = [BIAS, *sorted({name for one in examples for name in one.features})]
    matrix = np.array([[1.0, *(one.features.get(n, 0.0) for n in names[1:])] for one in examples])
    right = np.array([float(one.is_right) for one in examples])
    signs = [0 if name == BIAS else -1 if name in AGAINST else 1 for name in names]
    before = before or {}
    old = np.array([before.get(name, 0.0) for name in names])
    weights = np.zeros(len(names))
    odds = np.zeros(len(right))
    for _ in range(200):
        moved = 0.0
        for column, sign in enumerate(signs):
            values = matrix[:, column]
            chances = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
            penalty = ridge if sign else 1e-6
            gradient = values @ (right - chances) - penalty * (weights[column] - old[column])
            curvature = (values * values) @ (chances * (1 - chances)) + penalty
            step = np.clip(gradient / curvature, -1.0, 1.0)
            if sign and (weights[column] + step) * sign < 0:
                step = -weights[column]
            weights[column] += step
            odds += step * values
            moved = max(moved, abs(step))
        if moved < 1e-4:
            break
    return {**before, **dict(zip(names, (float(w) for w in weights), strict=True))}


def probabilities(weights: Mapping[str, float], examples: Sequence[Example]) -> list[float]:
    odds = [
        weights[BIAS] + sum(v * weights.get(n, 0.0) for n, v in one.features.items())
        for one in examples
    ]
    return [float(p) for p in 1 / (1 + np.exp(-np.clip(np.array(odds), -30, 30)))]


def thresholds(kind: str) -> dict[str, float]:
    """The probability from which asking costs less than silence, and that of replacing at once."""
    return {"ask": round(1 / (1 + WORTH[kind]), 6), "replace": REPLACED_FROM}


def _reliability(scores: Sequence[float], examples: Sequence[Example]) -> None:
    """How often candidates are right, by what the combiner said of them."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for score, one in zip(scores, examples, strict=True):
        bins[min(9, int(score * 10))].append((score, one.is_right))
    for tenth in sorted(bins):
        said = sum(score for score, _ in bins[tenth]) / len(bins[tenth])
        was = sum(right for _, right in bins[tenth]) / len(bins[tenth])
        print(f"  said {said:5.3f}  was {was:5.3f}  of {len(bins[tenth])}")


if __name__ == "__main__":
    main()
