"""Bar charts of the scoreboard, as SVG for the documentation.

    python benchmarks/plots.py DIR/scoreboard.json [--out docs/figures]

Recall is that of the stress set's held-back half, with 95 % intervals, for redactor and for plain
Presidio; speed is that of every whole system that was timed. The same figures give the same bytes.
Text stays text; the ground is opaque, so that dark letters are read on a dark page as well.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure
from sets import ROOT, Half
from systems import WHOLE

mpl.use("svg")

COMPARED = ("redactor", "presidio")
COLOURS = ("#0b6e99", "#e8a33d")
"""Blue and amber: told apart by every kind of colour blindness, and in grey."""
INK, GRID, GROUND = "#24292f", "#d0d7de", "#ffffff"
STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "scoreboard",
    "font.family": "sans-serif",
    # The first comes with matplotlib, so widths are the same everywhere; the others are like it.
    "font.sans-serif": ["DejaVu Sans", "Verdana", "Arial"],
    "font.size": 10,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": GRID,
    "xtick.color": INK,
    "ytick.color": INK,
}
NO_DATE = {"Date": None, "Creator": None}
CHARTS = {
    "origin": ("recall-by-origin.svg", "People found, by origin of their names"),
    "form": ("recall-by-form.svg", "Mentions found, by form of the name"),
    "group": ("recall-by-type.svg", "Mentions found, by type"),
}


@dataclass(frozen=True, slots=True)
class Bars:
    """One system's bars: lengths by group, and how far their whiskers reach to either side."""

    system: str
    lengths: Mapping[str, float]
    whiskers: Mapping[str, tuple[float, float]]


def recall_bars(board: Mapping[str, Any], grouping: str) -> list[Bars]:
    """Recall in per cent, on the held-back half of the stress set."""
    rows = {
        row["system"]: row["recall"][grouping]
        for row in board["totals"]
        if (row["kind"], row["half"]) == ("stress", Half.HELD_BACK)
    }
    return [
        Bars(
            system,
            {name: 100 * cell["share"] for name, cell in rows[system].items()},
            {name: _reach(cell) for name, cell in rows[system].items()},
        )
        for system in COMPARED
        if rows.get(system)
    ]


def _reach(cell: Mapping[str, float]) -> tuple[float, float]:
    """How far the interval goes to either side; rounded, an end may miss the share by a hair."""
    share = cell["share"]
    return max(0.0, 100 * (share - cell["low"])), max(0.0, 100 * (cell["high"] - share))


def speed_bars(board: Mapping[str, Any]) -> list[Bars]:
    """Words a second of the whole systems, each a group of its own."""
    words = {
        row["system"]: float(row["words_per_second"])
        for row in board["speed"]
        if row["system"] in WHOLE
    }
    return [Bars("", words, {})] if words else []


def chart(title: str, unit: str, bars: Sequence[Bars], *, most: float | None = None) -> Figure:
    """Horizontal bars, grouped; the group that the first system finds worst stands on top."""
    groups = sorted(bars[0].lengths, key=lambda group: (-bars[0].lengths[group], group))
    figure = Figure(figsize=(7.2, 1.3 + 0.24 * len(groups) * (len(bars) + 0.6)), facecolor=GROUND)
    axes = figure.add_subplot(facecolor=GROUND)
    height = 0.8 / len(bars)
    for number, one in enumerate(bars):
        present = [n for n, group in enumerate(groups) if group in one.lengths]
        lengths = [one.lengths[groups[n]] for n in present]
        reach = [one.whiskers.get(groups[n], (0.0, 0.0)) for n in present]
        drawn = axes.barh(
            [n + height * ((len(bars) - 1) / 2 - number) for n in present],
            lengths,
            height=height * 0.92,
            color=COLOURS[number],
            label=one.system,
            xerr=list(zip(*reach, strict=True)) if one.whiskers else None,
            error_kw={"ecolor": INK, "elinewidth": 0.8, "capsize": 1.5},
        )
        form = "{:.1f}" if one.whiskers else "{:,.0f}"
        axes.bar_label(drawn, [form.format(length) for length in lengths], padding=4, fontsize=8)
    axes.set_yticks(range(len(groups)), groups)
    axes.set_xlabel(unit)
    axes.set_title(title, loc="left", fontsize=12, fontweight="bold", pad=24 if bars[1:] else 8)
    axes.set_xlim(0, most)
    if most is None:
        axes.margins(x=0.12)
    axes.grid(axis="x", color=GRID, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.tick_params(length=0)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    if bars[1:]:
        axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=len(bars), frameon=False)
    return figure


def charts(board: Mapping[str, Any]) -> dict[str, Figure]:
    """The charts that the figures are there for, by file name."""
    figures = {
        name: chart(f"{title}, per cent", "recall (95 % interval)", bars, most=112)
        for grouping, (name, title) in CHARTS.items()
        if (bars := recall_bars(board, grouping))
    }
    if bars := speed_bars(board):
        words = f"{board['speed'][0]['words']:,}"
        figures["speed.svg"] = chart(f"Words a second, of {words} read cold", "words/s", bars)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scoreboard", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "figures", metavar="DIR")
    options = parser.parse_args()
    board = json.loads(options.scoreboard.read_text(encoding="utf-8"))
    options.out.mkdir(parents=True, exist_ok=True)
    with mpl.rc_context(STYLE):
        for name, figure in charts(board).items():
            figure.savefig(options.out / name, format="svg", metadata=NO_DATE, bbox_inches="tight")
            print(options.out / name)


if __name__ == "__main__":
    main()
