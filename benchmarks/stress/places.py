"""Where a document is set: a place or organisation of each kind, from ``data/places.tsv``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from random import Random

from stress.tables import DATA, Split, read_rows

TYPES: Mapping[str, str] = {
    **dict.fromkeys(("village", "town", "district", "estate", "ward"), "place"),
    # The fixtures label a street without its number as an address too.
    "street": "address",
    "surgery": "practice",
    "hospital": "hospital",
    "school": "school",
    "nursery": "school",
    **dict.fromkeys(
        ("trust", "carehome", "hospice", "refuge", "housing", "prison", "court", "station"),
        "organisation",
    ),
    **dict.fromkeys(("church", "mosque", "pub", "employer", "charity"), "organisation"),
}
"""The EntityType value of each kind."""

TWICE = ("town", "street")
"""Kinds of which a document has a second one, called ``town2`` and ``street2``."""


@dataclass(frozen=True, slots=True)
class Thing:
    """``short`` and ``initialism`` are empty where nobody calls it so."""

    key: str
    type: str
    name: str
    short: str = ""
    initialism: str = ""

    def form(self, key: str) -> tuple[str, str]:
        """(the name in form `key`, what the gold calls that form).

        Falls back to the short name, then to the full one. Raises ValueError for an unknown form.
        """
        if key not in {"name", "short", "initialism", "capitals"}:
            raise ValueError(f"no form {key!r} of {self.key}")
        if key == "capitals":
            return self.name.upper(), key
        if key == "initialism" and self.initialism:
            return self.initialism, key
        if key != "name" and self.short:
            return self.short, "short"
        return self.name, "name"


Setting = dict[str, Thing]


@cache
def things_of(split: Split) -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    """(name, short, initialism) of all that one split has, by kind."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for row in read_rows(DATA / "places.tsv"):
        if row["split"] == split:
            entry = (row["name"], row["short"], row["initialism"])
            found.setdefault(row["kind"], []).append(entry)
    return {kind: tuple(entries) for kind, entries in found.items()}


def choose_setting(split: Split, rng: Random) -> Setting:
    chosen: dict[str, tuple[str, str, str]] = {}
    for kind, entries in things_of(split).items():
        keys = (kind, f"{kind}2") if kind in TWICE else (kind,)
        chosen |= zip(keys, rng.sample(entries, len(keys)), strict=True)
    at = {"town": chosen["town"][0], "village": chosen["village"][0]}
    return {
        key: Thing(key, TYPES[key.rstrip("2")], *(text.format_map(at) for text in texts))
        for key, texts in chosen.items()
    }
