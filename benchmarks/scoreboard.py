"""The scoreboard of detection: recall, over-redaction, questions, speed and memory.

    python benchmarks/scoreboard.py --out DIR
    python benchmarks/scoreboard.py --half development --misses development --no-speed
    python benchmarks/scoreboard.py --systems alone --sets fixtures --no-speed

Detection alone is measured, without linking and conventions: whether a panel's member stays is
decided later and counts neither way (``published.py`` goes the whole road). What is measured is in
systems.py, on which texts in sets.py, and what the figures mean in scores.py. Each system reads
the sets in a process of its own.

Speed is that of one review of 25,000 words. Each reading is cold, in a fresh process after one
sentence for warming up; words a second, seconds to load and peak memory are medians.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

import tables
from outside import median_reading
from runs import find_all, in_own_process, read_cold
from scores import Score, figures, missed, score
from sets import ROOT, STRESS, GoldSet, Half, count_words, fixture_sets, long_review, stress_sets
from systems import WHOLE, Marked, alone

PACKAGES = ("presidio-analyzer", "spacy", "onnxruntime", "numpy")
MISSES_REFUSED = (
    "only the misses of the development half are shown (--misses development): once somebody has "
    "read what is missed in the held-back half, it measures nothing any more"
)

Answers = list[list[list[Marked]]]
"""The spans of every passage of every review of a set."""


def main(arguments: Sequence[str] | None = None) -> None:
    options = _parse(arguments)
    texts = long_review() if options.readings else []
    sets = _sets(options)
    rows, totals, misses, speeds = [], [], [], []
    for system in options.systems:
        print(f"{system} …", file=sys.stderr)
        scores: dict[tuple[str, Half], list[Score]] = defaultdict(list)
        for one, answers in zip(sets, _read(system, sets), strict=True):
            scored = _score(one, answers)
            scores[one.kind, one.half].append(scored)
            rows.append(_row(one.kind, one.name, one.half, system, scored))
            if options.misses == one.half:
                misses += [f"{system}  {line}" for line in _misses(one, answers)]
        totals += [
            _row(kind, "all", half, system, sum(parts, Score()))
            for (kind, half), parts in scores.items()
        ]
        if options.readings:
            speeds.append(_speed(system, texts, options.readings))
    board = {
        **_provenance(),
        "sets": rows,
        "totals": totals,
        "speed": speeds,
        "outside": _outside(texts, options.readings) if "redactor" in options.systems else None,
    }
    page = tables.page(board)
    print(page)
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        content = json.dumps(board, indent=1, ensure_ascii=False) + "\n"
        (options.out / "scoreboard.json").write_text(content, encoding="utf-8")
        (options.out / "scoreboard.md").write_text(page, encoding="utf-8")
    if misses:
        print("### Missed\n", *misses, sep="\n")


def _sets(options: argparse.Namespace) -> list[GoldSet]:
    found = fixture_sets(casts=options.casts) if "fixtures" in options.sets else []
    if "stress" in options.sets:
        if STRESS.exists():
            found += stress_sets()
        else:
            print("There is no stress set in benchmarks/stress; left out.", file=sys.stderr)
    return [one for one in found if options.half in (None, one.half)]


def _read(system: str, sets: Sequence[GoldSet]) -> list[Answers]:
    """The system's answers, set by set."""
    reviews = [review for one in sets for review in one.reviews]
    found = iter(in_own_process(find_all, system, reviews) if reviews else [])
    return [[next(found) for _ in one.reviews] for one in sets]


def _pairs(one: GoldSet, answers: Answers) -> Iterator[tuple[Any, list[Marked]]]:
    for review, found in zip(one.reviews, answers, strict=True):
        yield from zip(review, found, strict=True)


def _score(one: GoldSet, answers: Answers) -> Score:
    return sum((score(passage, marked) for passage, marked in _pairs(one, answers)), Score())


def _misses(one: GoldSet, answers: Answers) -> list[str]:
    return [
        f"{one.kind}: {one.name}  {passage.id}  {mention.type}  {mention.form or '-'}  "
        f"{passage.text[mention.start : mention.end]!r}"
        for passage, marked in _pairs(one, answers)
        for mention in missed(passage, marked)
    ]


def _row(kind: str, name: str, half: Half, system: str, scored: Score) -> dict[str, Any]:
    return {"kind": kind, "set": name, "half": half.value, "system": system} | figures(scored)


def _speed(system: str, texts: Sequence[str], readings: int) -> dict[str, Any]:
    taken = [in_own_process(read_cold, system, texts) for _ in range(readings)]
    words = count_words(texts)
    return {
        "system": system,
        "words": words,
        "words_per_second": round(words / median(one.read_s for one in taken)),
        "load_s": round(median(one.load_s for one in taken), 2),
        "peak_mib": round(median(one.peak_mib for one in taken)),
        "readings": [{k: round(v, 2) for k, v in asdict(one).items()} for one in taken],
    }


def _outside(texts: Sequence[str], readings: int) -> dict[str, Any] | None:
    if not readings:
        return None
    one = median_reading(texts, readings)
    shares = {"cpu_share": round(one.cpu_share, 4), "wall_share": round(one.wall_share, 4)}
    return shares | {name: round(value, 2) for name, value in asdict(one).items()}


def _provenance() -> dict[str, Any]:
    """Which code was measured, and on what."""
    git = ["git", "-C", str(ROOT), "describe", "--always", "--dirty"]
    described = subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip()
    return {
        "commit": described,
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}",
        "packages": {name: version(name) for name in PACKAGES},
    }


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--half", choices=[*Half], help="only this half of every set")
    parser.add_argument("--sets", default="fixtures,stress", metavar="NAMES")
    parser.add_argument("--casts", action="store_true", help="fixtures under every naming too")
    parser.add_argument(
        "--systems",
        default=",".join(WHOLE),
        metavar="NAMES",
        help="names, or 'alone' for every recogniser alone (default: %(default)s)",
    )
    parser.add_argument("--readings", type=int, default=3, metavar="N", help="for speed; default 3")
    parser.add_argument("--no-speed", action="store_const", const=0, dest="readings")
    parser.add_argument("--misses", metavar="development", help="print what was missed")
    parser.add_argument("--out", type=Path, metavar="DIR", help="scoreboard.json, scoreboard.md")
    options = parser.parse_args(arguments)
    if options.misses and (options.misses != Half.DEVELOPMENT or options.half == Half.HELD_BACK):
        parser.error(MISSES_REFUSED)
    options.sets = options.sets.split(",")
    if unknown := set(options.sets) - {"fixtures", "stress"}:
        parser.error(f"no such set: {', '.join(sorted(unknown))}")
    options.systems = _systems(options.systems.split(","), parser)
    return options


def _systems(asked: Sequence[str], parser: argparse.ArgumentParser) -> list[str]:
    if set(asked) <= set(WHOLE):
        return list(asked)
    recognisers = alone()
    names = [name for one in asked for name in (recognisers if one == "alone" else [one])]
    if unknown := [name for name in names if name not in WHOLE and name not in recognisers]:
        choice = ", ".join([*WHOLE, "alone", *recognisers])
        parser.error(f"no such system: {', '.join(unknown)} (choose from {choice})")
    return names


if __name__ == "__main__":
    main()
