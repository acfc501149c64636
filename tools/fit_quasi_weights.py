"""Write ``detection/data/quasi_weights.tsv``: how much speaks for masking each quasi-identifier.

    python tools/fit_quasi_weights.py [--data FOLDER]

A plain logistic regression, on the development half of the Text Anonymization Benchmark alone
(``benchmarks/public_sets.py`` says which half that is). A clue's target is the share of its
document's annotators who mask it, the mean over its tokens; it counts as often as it has tokens.
Weights are drawn towards 0, so that what is rare says little.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from public_sets import FOLDER, Record, halves, load  # noqa: E402
from tab_metric import agreement, tokens  # noqa: E402

from redactor.detection.candidates import candidates  # noqa: E402
from redactor.detection.engine import Engine  # noqa: E402
from redactor.detection.known import KnownNames  # noqa: E402
from redactor.detection.quasi.choose import features, laws_in  # noqa: E402
from redactor.detection.quasi.gather import gather  # noqa: E402
from redactor.detection.quasi.kinds import Kind  # noqa: E402
from redactor.detection.spans import settle  # noqa: E402
from redactor.detection.weighing import Weighing  # noqa: E402

TARGET = ROOT / "redactor" / "detection" / "data" / "quasi_weights.tsv"
HEAD = """\
# How much speaks for masking a quasi-identifier: a logistic regression's weights (natural log
# of the odds); second column: how many tokens of the development half they were learnt from.
# Source: fitted by tools/fit_quasi_weights.py on the development half of the dev split of the
# Text Anonymization Benchmark (ECHR judgments, MIT), November 2026. Licence: MIT, as the project.
"""
PULL = 1.0
"""Strength of the pull towards 0 (L2)."""

Example = tuple[list[str], float, int]
"""Features, share of annotators who mask it, tokens."""


def examples(records: Sequence[Record]) -> list[Example]:
    """Every clue of `records` that is no law."""
    found = []
    readings = Engine().read([record.text for record in records], apart=True, wide=True)
    for record, reading in zip(records, readings, strict=True):
        review = settle(candidates(Weighing([reading], KnownNames(())), 0))
        (clues,) = gather([reading.text], [reading.quasi or ()], [review])
        laws = laws_in(clues)
        for clue in clues:
            parts = list(tokens(record.text, [(clue.start, clue.end)]))
            if clue.kind is Kind.LAW or not parts:
                continue
            share = sum(agreement(record, part) for part in parts) / len(parts)
            found.append((list(features(record.text, clue, laws)), share, len(parts)))
    return found


def fit(found: Sequence[Example]) -> list[tuple[str, float, int]]:
    """Name, weight and tokens of every feature, by name (Newton's method)."""
    names = sorted({name for one, _, _ in found for name in one})
    column = {name: number for number, name in enumerate(names)}
    there = np.zeros((len(found), len(names)))
    for row, (one, _, _) in enumerate(found):
        there[row, [column[name] for name in one]] = 1.0
    target = np.array([share for _, share, _ in found])
    count = np.array([float(parts) for _, _, parts in found])
    weights = np.zeros(len(names))
    for _ in range(30):
        likely = 1.0 / (1.0 + np.exp(-there @ weights))
        slope = there.T @ (count * (target - likely)) - PULL * weights
        bend = (there * (count * likely * (1.0 - likely))[:, None]).T @ there
        weights += np.linalg.solve(bend + PULL * np.eye(len(names)), slope)
    seen = there.T @ count
    return [(name, float(weights[n]), int(seen[n])) for name, n in column.items()]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=FOLDER, help="where the gold data lies")
    records = load("tab_dev", parser.parse_args().data)
    if records is None:
        raise SystemExit(1)
    rows = fit(examples(halves(records)["development"]))
    lines = [f"{name}\t{weight:.2f}\t{count}\n" for name, weight, count in rows]
    TARGET.write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{TARGET.name}: {len(rows)} weights.")


if __name__ == "__main__":
    main()
