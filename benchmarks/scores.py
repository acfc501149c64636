"""How the spans that a system found are held against gold. Pure: texts and spans in, figures out.

- A mention is *found* when all its letters and digits lie in spans that would be changed, but for
  an article in front ("the Weavers"). What a system only asks about is changed as well: redactor
  masks it until a person answers.
- *Over-redaction* is the share of all words that are changed although gold does not say *replace*
  of any part of them. Names of people whom gold keeps (a panel's members) count neither way.
- *Questions* is the share of the changed spans that a person is asked about.

Intervals are Wilson's at 95 %. They take mentions for independent, but a name stands in a document
many times and is mostly found everywhere or nowhere: the truth is wider.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import Any, NamedTuple

from sets import Gold, Passage, words_of
from systems import Marked

from redactor.model import ORGANISATIONS, EntityType

Z = 1.959964
"""The standard normal quantile of a two-sided 95 % interval."""
FEWEST = 30
"""Mentions that a group needs to be called the best or the worst."""

_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)

Group = tuple[str, str]
"""What is grouped by and the group: ("origin", "polish")."""
ALL: Group = ("all", "all")
GROUPINGS = ("group", "type", "origin", "form", "domain")


@dataclass(frozen=True, slots=True)
class Recall:
    """Mentions found, of how many."""

    found: int
    mentions: int

    @property
    def share(self) -> float:
        """0..1, and 1 where there was nothing to find."""
        return self.found / self.mentions if self.mentions else 1.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval of the share (E. B. Wilson, JASA 22, 1927)."""
        if not self.mentions:
            return 0.0, 1.0
        n, z2 = self.mentions, Z * Z
        centre = (self.share + z2 / (2 * n)) / (1 + z2 / n)
        reach = Z / (1 + z2 / n) * sqrt(self.share * (1 - self.share) / n + z2 / (4 * n * n))
        return max(0.0, centre - reach), min(1.0, centre + reach)


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over any number of passages; they add up."""

    words: int = 0
    changed_wrongly: int = 0
    changed: int = 0
    asked: int = 0
    mentions: Counter[Group] = field(default_factory=Counter)
    found: Counter[Group] = field(default_factory=Counter)

    def __add__(self, other: Score) -> Score:
        return Score(
            self.words + other.words,
            self.changed_wrongly + other.changed_wrongly,
            self.changed + other.changed,
            self.asked + other.asked,
            self.mentions + other.mentions,
            self.found + other.found,
        )

    @property
    def recall(self) -> Recall:
        return Recall(self.found[ALL], self.mentions[ALL])

    @property
    def over_redaction(self) -> float:
        return self.changed_wrongly / self.words if self.words else 0.0

    @property
    def questions(self) -> float:
        return self.asked / self.changed if self.changed else 0.0

    def by(self, grouping: str) -> dict[str, Recall]:
        """Recall of every group of `grouping`, by name."""
        return {
            group[1]: Recall(self.found[group], count)
            for group, count in sorted(self.mentions.items())
            if group[0] == grouping
        }


def score(passage: Passage, marked: Sequence[Marked]) -> Score:
    """The counts of one passage."""
    changed = _offsets(marked)
    # Whether a panel member stays is decided from the panel's table, after detection.
    wanted = _offsets([*_to_replace(passage), *_kept_people(passage)])
    mentions: Counter[Group] = Counter()
    found: Counter[Group] = Counter()
    for mention in _to_replace(passage):
        groups = list(_groups(passage, mention))
        mentions.update(groups)
        if _is_found(passage.text, mention, changed):
            found.update(groups)
    words = [range(*span) for span in words_of(passage.text)]
    return Score(
        len(words),
        sum(not changed.isdisjoint(word) and wanted.isdisjoint(word) for word in words),
        len(marked),
        sum(one.asked for one in marked),
        mentions,
        found,
    )


def _kept_people(passage: Passage) -> list[Gold]:
    return [one for one in passage.gold if one.action == "keep" and one.type == "person"]


def missed(passage: Passage, marked: Sequence[Marked]) -> list[Gold]:
    """The mentions that were not found."""
    changed = _offsets(marked)
    return [one for one in _to_replace(passage) if not _is_found(passage.text, one, changed)]


def group_of(kind: str) -> str:
    """The type group of an EntityType's value."""
    entity = EntityType(kind)
    if entity.is_person:
        return "people"
    if entity.is_identifier:
        return "identifiers"
    return "organisations" if entity in ORGANISATIONS else "places"


class Gap(NamedTuple):
    best: str
    worst: str
    points: float
    """Percentage points between the two recalls."""


def gap(groups: Mapping[str, Recall]) -> Gap | None:
    """From the group that is found best to the one found worst, of those that are large enough."""
    large = {name: recall.share for name, recall in groups.items() if recall.mentions >= FEWEST}
    if len(large) < 2:
        return None
    best, worst = max(large, key=large.__getitem__), min(large, key=large.__getitem__)
    return Gap(best, worst, 100 * (large[best] - large[worst]))


def figures(counted: Score) -> dict[str, Any]:
    """A score in JSON's types: counts, shares, intervals and the gap between origins."""
    origins = gap(counted.by("origin"))
    return {
        "words": counted.words,
        "over_redaction": round(counted.over_redaction, 5),
        "changed_spans": counted.changed,
        "asked_spans": counted.asked,
        "questions": round(counted.questions, 5),
        "recall": {
            grouping: {name: _as_row(recall) for name, recall in counted.by(grouping).items()}
            for grouping in ("all", *GROUPINGS)
        },
        "origin_gap": origins._asdict() if origins else None,
    }


def _as_row(recall: Recall) -> dict[str, float]:
    low, high = recall.interval
    return {
        "found": recall.found,
        "mentions": recall.mentions,
        "share": round(recall.share, 5),
        "low": round(low, 5),
        "high": round(high, 5),
    }


def _groups(passage: Passage, mention: Gold) -> Iterator[Group]:
    yield ALL
    yield "group", group_of(mention.type)
    yield "type", mention.type
    if passage.domain:
        yield "domain", passage.domain
    # Only people have names of an origin: the towns and the surgeries are British throughout.
    if passage.origin and EntityType(mention.type).is_person:
        yield "origin", passage.origin
    if mention.form:
        yield "form", mention.form


def _to_replace(passage: Passage) -> list[Gold]:
    return [mention for mention in passage.gold if mention.action == "replace"]


def _offsets(spans: Sequence[Gold] | Sequence[Marked]) -> set[int]:
    return {offset for one in spans for offset in range(one.start, one.end)}


def _is_found(text: str, mention: Gold, changed: set[int]) -> bool:
    article = _ARTICLE.match(text, mention.start, mention.end)
    start = article.end() if article else mention.start
    return all(n in changed for n in range(start, mention.end) if text[n].isalnum())
