"""The data files: tab-separated rows under a head of ``#`` lines and one line of column names."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

DATA = Path(__file__).resolve().parent / "data"


class Split(StrEnum):
    """Every name, place and template is in one split, so that one can be read and one kept back.

    ``second``, ``third`` and ``fourth`` were written later and by other hands, to see what the
    earlier ones had made detection blind for; since then they are for development too.
    """

    DEVELOPMENT = "development"
    SECOND = "second"
    THIRD = "third"
    FOURTH = "fourth"
    HELD_BACK = "held-back"


Row = dict[str, str]


def read_rows(path: Path) -> list[Row]:
    """The rows of a data file; cells that are missing at a row's end are empty.

    Raises ValueError, with file and line, for a row with too many cells or no known split.
    """
    columns: list[str] | None = None
    rows: list[Row] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if columns is None:
            columns = cells
            continue
        if len(cells) > len(columns):
            raise ValueError(f"{path.name}:{number}: more cells than columns")
        row = dict.fromkeys(columns, "") | dict(zip(columns, cells, strict=False))
        if row["split"] not in set(Split):
            raise ValueError(f"{path.name}:{number}: no split {row['split']!r}")
        rows.append(row)
    return rows
