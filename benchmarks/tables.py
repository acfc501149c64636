"""The figures of `scoreboard.json` as Markdown tables, padded so that they read well as they are.

Every function takes what the JSON holds, so that old results can be shown again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

COLUMNS = 6
"""Systems beside each other; more go into another table below."""
GROUPS = ("people", "places", "organisations", "identifiers")
TITLES = {
    "group": "type group",
    "type": "type",
    "origin": "origin of the names",
    "form": "form of the name",
    "domain": "domain",
}

Row = Mapping[str, Any]
"""One system on one set, or on all sets of one kind and half together (see scores.figures)."""


def page(board: Mapping[str, Any]) -> str:
    """All tables, under headings."""
    parts = [("Recall and over-redaction", overview([*board["sets"], *board["totals"]]))]
    for kind, half in dict.fromkeys((row["kind"], row["half"]) for row in board["totals"]):
        rows = [row for row in board["totals"] if (row["kind"], row["half"]) == (kind, half)]
        parts += [
            (f"{kind}, {half}: recall by {title}", table)
            for grouping, title in TITLES.items()
            if (table := by_group(rows, grouping))
        ]
    if board["speed"]:
        parts.append(("Speed", speed(board["speed"], board["outside"])))
    return "\n".join(f"### {title}\n\n{table}" for title, table in parts if table)


def overview(rows: Sequence[Row]) -> str:
    head = ["set", "half", "system", "words", *GROUPS, "all (95 %)", "over", "questions"]
    return markdown(
        head,
        (
            [
                f"{row['kind']}: {row['set']}",
                row["half"],
                row["system"],
                f"{row['words']:,}",
                *(_share(row["recall"]["group"].get(group)) for group in GROUPS),
                with_interval(row["recall"]["all"].get("all")),
                f"{row['over_redaction']:.2%}",
                f"{row['questions']:.1%}",
            ]
            for row in rows
        ),
        left=3,
    )


def by_group(rows: Sequence[Row], grouping: str) -> str:
    """A line for each group, a column for each system; below, how far apart origins are."""
    blocks = [rows[n : n + COLUMNS] for n in range(0, len(rows), COLUMNS)]
    return "\n".join(filter(None, (_block(block, grouping) for block in blocks)))


def _block(rows: Sequence[Row], grouping: str) -> str:
    tables = {row["system"]: row["recall"][grouping] for row in rows}
    # Every system has read the same gold, so all have the same groups.
    groups = next(iter(tables.values()))
    if not groups:
        return ""
    lines = [
        [
            group,
            f"{cell['mentions']:,}",
            *(with_interval(table[group]) for table in tables.values()),
        ]
        for group, cell in groups.items()
    ]
    if grouping == "origin":
        lines.append(["best to worst", "", *(_gap(row["origin_gap"]) for row in rows)])
    return markdown([TITLES[grouping], "mentions", *tables], lines)


def speed(rows: Sequence[Row], outside: Mapping[str, Any] | None) -> str:
    """Medians; what is spent outside the models is measured of redactor alone."""
    head = ["system", "words/s", "load s", "peak MiB", "outside the models: CPU", "by the clock"]
    return markdown(
        head,
        (
            [
                row["system"],
                f"{row['words_per_second']:,}",
                f"{row['load_s']:.1f}",
                f"{row['peak_mib']}",
                *(
                    (f"{outside['cpu_share']:.1%}", f"{outside['wall_share']:.1%}")
                    if outside and row["system"] == "redactor"
                    else ("", "")
                ),
            ]
            for row in rows
        ),
    )


def with_interval(cell: Mapping[str, float] | None) -> str:
    if not cell:
        return "-"
    return f"{_share(cell)} ({100 * cell['low']:.1f}–{100 * cell['high']:.1f})"


def markdown(head: Sequence[str], lines: Iterable[Sequence[str]], *, left: int = 1) -> str:
    """A table whose first `left` columns are set to the left, the others to the right."""
    columns = list(zip(head, *lines, strict=True))
    padded = [_column(cells, left=n < left) for n, cells in enumerate(columns)]
    return "".join(f"| {' | '.join(row)} |\n" for row in zip(*padded, strict=True))


def _column(cells: Sequence[str], *, left: bool) -> list[str]:
    width = max(3, *map(len, cells))
    first, *rest = (cell.ljust(width) if left else cell.rjust(width) for cell in cells)
    return [first, "-" * width if left else "-" * (width - 1) + ":", *rest]


def _share(cell: Mapping[str, float] | None) -> str:
    return f"{cell['share']:.1%}" if cell else "-"


def _gap(gap: Mapping[str, Any] | None) -> str:
    return f"{gap['points']:.1f} points ({gap['worst']})" if gap else "-"
