"""A policy: how everything in one kind of review is written, the same from end to end.

The conventions behind the built-in ones are those of published reviews (``docs/conventions.md``).
A policy is a readable file; each of its keys has a default, so that a file of one's own may hold
only what differs from ``dhr``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from redactor.text.fold import key
from redactor.text.words import words


class Adults(StrEnum):
    NAME = "name"
    """A realistic first name and surname; relatives share the surname."""
    LABEL = "label"
    """Adult A, Adult B …"""


class Letters(StrEnum):
    """What the letters of children follow."""

    BIRTH = "birth"
    APPEARANCE = "appearance"


class SoleHolder(StrEnum):
    """What the only holder of a role is called."""

    TITLE = "title"
    """The title with its article: "the Midwife"."""
    NUMBER = "number"
    """Its code, as all others: MW1."""


class Vagueness(StrEnum):
    """How much of a date is left."""

    KEEP = "keep"
    PART_OF_MONTH = "part of month"
    """Early, mid or late, with the month and the year."""
    MONTH = "month"
    YEAR = "year"


class Ages(StrEnum):
    KEEP = "keep"
    BAND = "band"
    """ "In her early 30s", "of primary-school age"."""


class Quotations(StrEnum):
    PLAIN = "plain"
    BRACKETS = "brackets"
    """Square brackets around what was replaced in a quotation."""


class GenderedWords(StrEnum):
    """He, daughter, brother and the like where a child is spoken of."""

    LEAVE = "leave"
    PROPOSE = "propose"
    """Neutral words are put to a person, who approves them."""


def _label(text: str) -> str:
    if not words(text):
        raise ValueError("has no letter or digit in it")
    return text


Label = Annotated[str, AfterValidator(_label)]


class _Part(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, hide_input_in_errors=True
    )


class Naming(_Part):
    """What something is called when its name has one of the words `named` in it.

    A ``label`` that begins with an article stands alone ("the housing association"): the second
    one of its kind takes ``then`` and a letter. Any other label gets a letter at once.
    """

    named: tuple[Label, ...] = ()
    label: Label
    then: str = ""

    @property
    def is_noun(self) -> bool:
        """True for a common noun with its article, which only one thing can be called."""
        return key(self.label).startswith(("the ", "a ", "an "))

    @property
    def stem(self) -> str:
        """What a letter comes after: "Housing Association" A."""
        return (self.then or self.label.partition(" ")[2]) if self.is_noun else self.label

    def covers(self, name: str) -> bool:
        """True when `name` has one of the words in it, whole and in any case."""
        return any(f" {_keys(phrase)} " in f" {_keys(name)} " for phrase in self.named)

    def ends(self, name: str) -> bool:
        """True when `name` ends with one of the words: "Albion Road", but not "Road End"."""
        return any(f" {_keys(name)}".endswith(f" {_keys(phrase)}") for phrase in self.named)


def _keys(text: str) -> str:
    return " ".join(word.key for word in words(text))


class Dates(_Part):
    """One choice for the whole review: a date vague here and exact there tells itself."""

    births: Vagueness = Vagueness.MONTH
    deaths: Vagueness = Vagueness.MONTH
    events: Vagueness = Vagueness.KEEP


class Kept(_Part):
    """Words that stay in every review of the kind: "Clare’s Law"."""

    text: Label
    reason: str


class Policy(_Part):
    """All of it; see the built-in files in ``redactor/policy/data`` for examples."""

    policy: Label
    about: str = ""
    adults: Adults = Adults.NAME
    adult: Label = "Adult"
    child: Label = "Child"
    letters: Letters = Letters.BIRTH
    gendered_words: GenderedWords = GenderedWords.PROPOSE
    sole_holder: SoleHolder = SoleHolder.TITLE
    places: tuple[Naming, ...] = ()
    hospital: Label = "Hospital"
    practice: Label = "GP Practice"
    school: Label = "School"
    schools: tuple[Naming, ...] = ()
    organisations: tuple[Naming, ...] = ()
    dates: Dates = Field(default_factory=Dates)
    ages: Ages = Ages.BAND
    quotations: Quotations = Quotations.BRACKETS
    keep: tuple[Kept, ...] = ()
