"""Write the stress set: ``python benchmarks/stress/build.py --out DIR``; README.md says what it is.

DIR gets a ``.jsonl`` for each split, one record a line.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from stress.records import Record, records
from stress.tables import Split


def main(arguments: Sequence[str] | None = None) -> int:
    """Write both files and print what is in them; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR")
    parser.add_argument("--counts", action="store_true", help="print origins, forms and types")
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    for split in Split:
        made = records(split)
        lines = "".join(f"{record.as_json()}\n" for record in made)
        (options.out / f"{split}.jsonl").write_text(lines, encoding="utf-8", newline="\n")
        print(f"{split}: {len(made)} records, {sum(len(record.spans) for record in made)} spans")
        if options.counts:
            _print_counts(made)
    return 0


def _print_counts(made: Sequence[Record]) -> None:
    golds = [(record, gold) for record in made for gold in record.spans]
    people = {"person", "child", "professional"}
    for title, counts in (
        ("people by origin", Counter(r.origin for r, g in golds if g.type in people)),
        ("people by form", Counter(g.form for _, g in golds if g.type in people)),
        ("types", Counter(g.type for _, g in golds)),
    ):
        print(f"  {title}: " + ", ".join(f"{key} {count}" for key, count in counts.most_common()))


if __name__ == "__main__":
    sys.exit(main())
