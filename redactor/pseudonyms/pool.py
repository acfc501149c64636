"""The built-in pool of names for adults: the next one that nobody in the review bears."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from zlib import crc32

from redactor.text.sexes import Sex

_GIVEN: dict[Sex, tuple[str, ...]] = {
    "f": ("female", "neutral"),
    "m": ("male", "neutral"),
    "": ("neutral",),
}
"""The lists of given names for what is known of somebody's sex, the first one first."""


class Pool:
    """Hands out names in a fixed order, leaving out whatever is taken.

    `taken` are words that no pseudonym may hold, in any case: those of the review's text, and the
    real names and pseudonyms of its map. `kept` are words that stay, of which no pseudonym may be
    a part ("Mel" in "Melbourne"). Two reviews begin at different places of the lists, so
    that their people are not all called the same; one review always gets the same names.
    """

    def __init__(self, review: str, taken: Iterable[str], kept: Iterable[str] = ()) -> None:
        self._start = crc32(review.encode())
        self._taken = {word.lower() for word in taken}
        self._kept = " ".join(kept).lower()

    def given(self, sex: Sex, unlike: str = "") -> str:
        """A given name, with another initial than `unlike` if possible; "" when all are used."""
        return next(filter(None, (self._next(name, unlike) for name in _GIVEN[sex])), "")

    def surname(self, unlike: str = "") -> str:
        """A surname, with another initial than `unlike` if possible; "" when all are used."""
        return self._next("surnames", unlike)

    def _next(self, name: str, unlike: str) -> str:
        listed = pool_names(name)
        start = self._start % len(listed)
        free = [n for n in (*listed[start:], *listed[:start]) if self._is_free(n.lower())]
        if not free:
            return ""
        initial = unlike[:1].casefold()
        chosen = next((n for n in free if n[0].casefold() != initial), free[0])
        self._taken.add(chosen.lower())
        return chosen

    def _is_free(self, name: str) -> bool:
        return name not in self._taken and name not in self._kept


@cache
def pool_names(name: str) -> tuple[str, ...]:
    """The names of one list: "female", "male", "neutral" or "surnames"."""
    source = files("redactor.pseudonyms").joinpath(f"data/{name}.txt")
    lines = source.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
