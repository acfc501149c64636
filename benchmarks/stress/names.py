"""The names by origin, from ``data/names``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from stress.tables import DATA, Split, read_rows

ORIGINS = tuple(sorted(path.stem for path in (DATA / "names").glob("*.tsv")))

ONE_NAME = "single"
"""The origin whose people have one name and no surname."""


@dataclass(frozen=True, slots=True)
class Name:
    """A given name or a surname and how else it is written.

    ``feminine`` is the form that women of the family bear (Kowalska, ferch Rhys); of a given name
    it is empty, as are ``nickname`` and ``misspelt`` where there is none.
    """

    text: str
    sex: str = ""
    feminine: str = ""
    nickname: str = ""
    misspelt: str = ""

    def for_sex(self, sex: str) -> str:
        return self.feminine if sex == "f" and self.feminine else self.text


@dataclass(frozen=True, slots=True)
class NameList:
    """What one split has of an origin, in the order of the file."""

    women: tuple[Name, ...]
    men: tuple[Name, ...]
    surnames: tuple[Name, ...]

    @property
    def everything(self) -> tuple[Name, ...]:
        return self.women + self.men + self.surnames


@cache
def names_of(origin: str, split: Split) -> NameList:
    rows = [row for row in read_rows(DATA / "names" / f"{origin}.tsv") if row["split"] == split]

    def chosen(kind: str, sex: str) -> tuple[Name, ...]:
        return tuple(
            Name(row["name"], sex, row["feminine"], row["nickname"], row["misspelt"])
            for row in rows
            if row["kind"] == kind and row["sex"] == sex
        )

    return NameList(chosen("given", "f"), chosen("given", "m"), chosen("surname", ""))
