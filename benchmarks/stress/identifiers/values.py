"""What the makers of identifiers share: chance in two kinds, and shapes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from stress.person import Person
from stress.places import Setting

LETTERS = "ABCDEFGHJKLMNPRSTWXYZ"


@dataclass(frozen=True, slots=True)
class Need:
    """Whose identifier, where, and the chance to draw on.

    ``core`` decides the value: seeded by document, owner and kind, it gives a person the same
    number at every mention. ``shape`` decides how it is written this time.
    """

    core: Random
    shape: Random
    person: Person
    setting: Setting

    def digits(self, count: int) -> str:
        return "".join(self.core.choice("0123456789") for _ in range(count))

    def letters(self, count: int, among: str = LETTERS) -> str:
        return "".join(self.core.choice(among) for _ in range(count))

    def number(self, low: int, high: int) -> int:
        return self.core.randint(low, high)

    def year(self) -> int:
        return self.number(2014, 2019)

    def one_of(self, texts: Sequence[str]) -> str:
        return self.core.choice(texts)

    def grouped(self, text: str, *shapes: Sequence[int]) -> str:
        """`text` cut by one of `shapes` (lengths of groups) with spaces between them."""
        groups = self.shape.choice(shapes)
        if sum(groups) != len(text):
            raise ValueError(f"shape {groups} for {len(text)} characters")
        starts = [sum(groups[:place]) for place in range(len(groups))]
        return " ".join(text[a : a + length] for a, length in zip(starts, groups, strict=True))


@dataclass(frozen=True, slots=True)
class Kind:
    """``type`` is an EntityType value; ``make`` writes one."""

    type: str
    make: Callable[[Need], str]
