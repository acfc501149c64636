"""The bands that ages fall into, and how each reads in a sentence.

Adults by decade ("in their early 30s"; domain conventions C43), children by the school they would
be at ("of primary-school age"; C17). A child's "boy" and "girl" become "child", as published
reviews do not tell a child's sex (C15); other words of kin are left to other rules.
"""

from __future__ import annotations

from dataclasses import dataclass

from redactor.wording.sounds import article_for

OLDEST = 115
"""A higher number is no age."""
_ADULT = 18


@dataclass(frozen=True, slots=True)
class Band:
    """``name`` stands alone: "early 30s", "primary-school age", "toddler", "over 90".

    ``adjective`` stands before a noun: "an early-30s", "a primary-school-age", "a toddler".
    """

    name: str
    adjective: str
    years: int

    @property
    def is_adult(self) -> bool:
        return self.years >= _ADULT

    @property
    def is_decade(self) -> bool:
        """True for what one is *in*: "early 30s", "late teens"."""
        return self.name[-1] == "s"

    @property
    def is_noun(self) -> bool:
        """True for what one *is*: an infant, a toddler."""
        return self.name in {"infant", "toddler"}

    def predicate(self, pronoun: str) -> str:
        """What somebody is: "in her early 30s", "of primary-school age", "a toddler"."""
        if self.is_decade:
            return f"in {pronoun} {self.name}"
        if self.is_noun:
            return f"{article_for(self.name)} {self.name}"
        return f"of {self.name}" if self.name.endswith(" age") else self.name

    def moment(self, pronoun: str) -> str:
        """When something was: "in her early 30s", "at primary-school age", "as a toddler"."""
        if self.is_noun:
            return f"as {article_for(self.name)} {self.name}"
        if self.is_decade:
            return f"in {pronoun} {self.name}"
        return f"at {self.point(pronoun)}"

    def point(self, pronoun: str) -> str:
        """What stands behind "from" and "by": "her early 30s", "primary-school age"."""
        if self.is_decade:
            return f"{pronoun} {self.name}"
        if self.is_noun:
            return f"{self.name} age"
        return self.name if self.name.endswith(" age") else f"an age {self.name}"


def band_of(years: int) -> Band:
    """The band of an age in full years, 0 to `OLDEST`."""
    if years >= 90:
        return Band("over 90", "over-90", years)
    if years >= 20:
        part = "early" if years % 10 <= 3 else "mid" if years % 10 <= 6 else "late"
        decade = f"{years // 10}0s"
        name = f"mid-{decade}" if part == "mid" else f"{part} {decade}"
        return Band(name, f"{part}-{decade}", years)
    if years >= 16:
        return Band("late teens", "late-teenage", years)
    for first, school in ((11, "secondary-school"), (5, "primary-school"), (3, "pre-school")):
        if years >= first:
            return Band(f"{school} age", f"{school}-age", years)
    word = "toddler" if years else "infant"
    return Band(word, word, years)
