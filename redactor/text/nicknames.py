"""Short and pet forms of given names, British ones included: Dani is Danielle."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from nicknames import NickNamer

from redactor.text.fold import key


@cache
def _table() -> dict[str, frozenset[str]]:
    source = files("redactor.text").joinpath("data/nicknames_uk.tsv")
    table: dict[str, frozenset[str]] = {}
    for line in source.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            short, full = line.split("\t")[:2]
            names = frozenset(key(name) for name in full.split(","))
            table[key(short)] = table.get(key(short), frozenset()) | names
    return table


def full_names(short: str) -> frozenset[str]:
    """The given names, folded, that `short` can stand for; empty for no known short form."""
    return _table().get(key(short), frozenset())


@cache
def all_given_names() -> frozenset[str]:
    """Every given name of the table, short or full, folded."""
    table = _table()
    return frozenset(table) | frozenset(name for names in table.values() for name in names)


@cache
def _wider_table() -> NickNamer:
    return NickNamer()


def may_be_short_for(short: str, full: str) -> bool:
    """True where a wider list, American and older, has `short` for `full`: "Madge" for Margaret.

    Many of its short forms are names of their own, so this is a reason to ask, never to know.
    """
    return key(short) in _wider_table().nicknames_of(key(full))
