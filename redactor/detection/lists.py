"""The word lists of the package, read once: one entry a line, a comment head, UTF-8.

Files lie in ``detection/data`` or, where the text layer reads them too, in ``text/data``. A line
that begins with ``#`` is a comment; columns are parted by tabs.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_PACKAGES = ("redactor.detection", "redactor.text")
_SUFFIXES = (".txt", ".tsv")


@cache
def load_table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of list `name` in the order of the file, all as long as the longest one.

    Raises FileNotFoundError when the package has no such list.
    """
    rows = [
        tuple(line.split("\t"))
        for line in _source(name).read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]
    width = max((len(row) for row in rows), default=0)
    return tuple(row + ("",) * (width - len(row)) for row in rows)


@cache
def load_list(name: str) -> frozenset[str]:
    """The entries of list `name`: the first column of its rows."""
    return frozenset(row[0] for row in load_table(name))


def _source(name: str) -> Traversable:
    for package in _PACKAGES:
        for suffix in _SUFFIXES:
            source = files(package).joinpath("data", name + suffix)
            if source.is_file():
                return source
    raise FileNotFoundError(f"no word list {name!r} in the package")
