"""Which occurrences of a sought text were decided to stay, by place and count.

What is found beyond an allowance is a leak; what is allowed and not found is nothing.
The paragraphs of a part are numbered from 1 in the order of the start tags of its ``w:p`` (in
both namespaces), nested ones and those of mc:Fallback counted like any other. The text of a
paragraph goes without that of the paragraphs nested in it. All that is not text of a ``w:p``
(attributes, field instructions, drawings, properties, the part's name) belongs to the part as a
whole, which is paragraph 0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from redactor.checks.matching import Matcher
from redactor.checks.sought import Manner, Sought, SoughtKind

_SCHEMA = 1
WHOLE = 0
"""The paragraph number of what is no text of a ``w:p``."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A member of the package by its name in the zip, without a slash before it."""

    part: str
    paragraph: int = WHOLE

    def __post_init__(self) -> None:
        if self.part.startswith("/"):
            object.__setattr__(self, "part", self.part.lstrip("/"))
        if self.paragraph < 0:
            raise ValueError(f"paragraph {self.paragraph}")


@dataclass(frozen=True, slots=True)
class Allowance:
    """How often each sought text may stand at each place; what is not named may not stand.

    With `by_part`, only the total of each part counts, wherever in the part: for a file that was
    edited by hand since the numbers were taken.
    """

    counts: Mapping[Place, Mapping[Sought, int]] = field(
        default_factory=lambda: MappingProxyType({}), repr=False
    )
    by_part: bool = False

    @classmethod
    def of(
        cls, sought: Collection[Sought], texts: Iterable[tuple[Place, str, Manner]]
    ) -> Allowance:
        """Allow what stands in `texts`, counted as the check itself counts.

        Of a text that belongs to a part as a whole, `Manner.TITLE` counts most.
        """
        matcher = Matcher(sought)
        counts: dict[Place, Counter[Sought]] = {}
        for place, text, manner in texts:
            found = matcher.count(text, manner)
            if found:
                counts.setdefault(place, Counter()).update(found)
        return cls(counts)

    def plus(self, other: Allowance) -> Allowance:
        """Both together: the numbers of a place are added up."""
        if self.by_part != other.by_part:
            raise ValueError("one of the allowances is relaxed to parts and the other is not")
        counts = {place: Counter(found) for place, found in self.counts.items()}
        for place, found in other.counts.items():
            counts.setdefault(place, Counter()).update(found)
        return replace(self, counts=counts)

    def relaxed(self) -> Allowance:
        """The same with nothing but a total for each part."""
        counts: dict[Place, Counter[Sought]] = {}
        for place, found in self.counts.items():
            counts.setdefault(Place(place.part), Counter()).update(found)
        return Allowance(counts, by_part=True)

    def at(self, place: Place, sought: Sought) -> int:
        """How often `sought` may stand at `place`; with `by_part`, in the place's part."""
        key = Place(place.part) if self.by_part else place
        return self.counts.get(key, {}).get(sought, 0)

    def to_json(self) -> dict[str, Any]:
        """A value for ``json``, the same whatever order the counts came in.

        It holds the sought texts: keep it where the map is kept.
        """
        texts = sorted({one for found in self.counts.values() for one in found}, key=_order)
        numbers = {one: number for number, one in enumerate(texts)}
        return {
            "schema": _SCHEMA,
            "by_part": self.by_part,
            "sought": [[one.kind.value, one.text] for one in texts],
            "places": [
                [place.part, place.paragraph, sorted([numbers[s], n] for s, n in found.items())]
                for place, found in sorted(self.counts.items())
            ],
        }

    @classmethod
    def from_json(cls, value: object) -> Allowance:
        """What `to_json` gave. Raises ValueError, without any text of it, for anything else."""
        try:
            return _parsed(value)
        except (KeyError, TypeError, IndexError, ValueError):
            # "from None": the value's own texts must not show in a traceback.
            raise ValueError("this is no record of what may stay in a file") from None


def _order(sought: Sought) -> tuple[str, str]:
    return sought.text, sought.kind


def _parsed(value: Any) -> Allowance:
    if value["schema"] != _SCHEMA or not isinstance(value["by_part"], bool):
        raise ValueError("schema")
    sought = [Sought(_checked(text, str), SoughtKind(kind)) for kind, text in value["sought"]]
    counts: dict[Place, Counter[Sought]] = {}
    for part, paragraph, found in value["places"]:
        place = Place(_checked(part, str), _checked(paragraph, int))
        counts[place] = Counter(
            {sought[_natural(number)]: _natural(times) for number, times in found}
        )
    return Allowance(counts, by_part=value["by_part"])


def _checked(value: Any, wanted: type) -> Any:
    if type(value) is not wanted:
        raise TypeError(wanted)
    return value


def _natural(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise ValueError("no count")
    return value
