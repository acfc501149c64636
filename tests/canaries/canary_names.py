"""Invented names, one for each place, made from the place's id: no two share a word.

The words are built of syllables that no English word and no real name is built of, so that finding
one anywhere in a file means that it was planted there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from itertools import count

_ONSETS = tuple("Bl Dr Fl Gl Kr Kv Pl Skr Spl Thr Tv Vl Vr Zl Zv Dzh Shk Gv Pr Str".split())
_VOWELS = tuple("a e i o u".split())
_MIDDLES = tuple("lv nz rk xt lm rb zm kt vr gd lz rv mb nk sv".split())
_GIVEN_ENDS = tuple("ida ivo une eth olin azel ymir ondo uvia esko".split())
_SURNAME_ENDS = tuple("wick beck holm thorp gard mund quist strom vane feld".split())


@dataclass(frozen=True, slots=True)
class Canary:
    """An invented person, and the words that stand around the name where it can be read."""

    given: str
    surname: str
    before: str
    after: str

    @property
    def full(self) -> str:
        return f"{self.given} {self.surname}"

    @property
    def joined(self) -> str:
        """Without a blank, for names that programs give: ``GivenSurname``."""
        return self.given + self.surname.replace("-", "")

    @property
    def words(self) -> tuple[str, ...]:
        """What must not be left: the given name and each half of the surname."""
        return (self.given, *self.surname.split("-"))


def canaries(ids: Iterable[tuple[str, str]]) -> dict[str, Canary]:
    """A canary for each id; the second of each pair says how its name is formed.

    ``"accent"`` gives the given name an é, ``"double"`` gives a double-barrelled surname.
    """
    taken: set[str] = set()
    made: dict[str, Canary] = {}
    for number, (identity, form) in enumerate(ids, start=1):
        given = _word(f"{identity} given", _GIVEN_ENDS, taken)
        surname = _word(f"{identity} surname", _SURNAME_ENDS, taken)
        if form == "double":
            surname += "-" + _word(f"{identity} second", _SURNAME_ENDS, taken)
        if form == "accent":
            given += "\u00e9"
        made[identity] = Canary(given, surname, f"Row {number}: ", " was seen there.")
    return made


def _word(seed: str, ends: tuple[str, ...], taken: set[str]) -> str:
    for turn in count():
        digest = sha256(f"{seed} {turn}".encode()).digest()
        groups = (_ONSETS, _VOWELS, _MIDDLES, ends)
        word = "".join(
            group[byte % len(group)] for group, byte in zip(groups, digest, strict=False)
        )
        folded = word.lower()
        if len(word) >= 6 and not any(folded in other or other in folded for other in taken):
            taken.add(folded)
            return word
    raise AssertionError("counting never ends")
