"""The word lists by which tables made by hand are understood; the files say what stands in them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from redactor.text.fold import key

_STOPS = re.compile(r"[.?!:*]+$")
# A dash, a dot or a question mark alone: what people put where they have nothing to put.
_DASHES = re.compile(r"[\s\-\u2013\u2014_.?\u2026*]*")


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``pseudonyms/data/NAME.tsv``, without its head."""
    source = files("redactor.pseudonyms").joinpath(f"data/{name}.tsv")
    lines = source.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


@cache
def _said(what: str) -> frozenset[str]:
    return frozenset(key(words) for said, words in table("table_words") if said == what)


def says(what: str, cell: str) -> bool:
    """True when `cell` is one of the words for `what` in ``table_words.tsv``."""
    return key(_STOPS.sub("", cell.strip("[]() "))) in _said(what)


def is_blank(cell: str) -> bool:
    """True for an empty cell, a dash, and "n/a", "TBC" and their like."""
    return _DASHES.fullmatch(cell) is not None or says("blank", cell)
