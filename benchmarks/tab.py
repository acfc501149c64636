"""How well court judgments are anonymised: the Text Anonymization Benchmark's dev split.

    python benchmarks/tab.py [--data FOLDER]

Prints redactor in its three settings, Presidio as it comes and the spaCy model alone, on the half
of the documents that is developed on, on the half held back, and on all of them. The measures are
those of ``tab_metric.py``.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from public_sets import FOLDER, halves, load
from public_systems import SYSTEMS
from tab_metric import score


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=FOLDER, help="where the gold data lies")
    records = load("tab_dev", parser.parse_args().data)
    if records is None:
        return
    print(f"{'':20} {'half':12} {'R':>6} {'P':>6} {'F1':>6} {'direct':>7} {'quasi':>6}")
    for name, find in SYSTEMS.items():
        found = find([record.text for record in records])
        spans = {record.id: one for record, one in zip(records, found, strict=True)}
        for half, chosen in halves(records).items():
            result = score(chosen, [spans[record.id] for record in chosen])
            print(
                f"{name:20} {half:12} {result.recall:6.3f} {result.precision:6.3f} "
                f"{result.f1:6.3f} {result.direct:7.3f} {result.quasi:6.3f}"
            )


if __name__ == "__main__":
    main()
