"""All readings of a review with what they prove together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from redactor.detection import context
from redactor.detection.births import last_year
from redactor.detection.bodies.find import find_bodies
from redactor.detection.bodies.mention import BodyMention
from redactor.detection.bodies.weighing import body_features
from redactor.detection.combiner import Features, combiner
from redactor.detection.everywhere import NamesElsewhere, Proven
from redactor.detection.evidence import PersonEvidence
from redactor.detection.houses import Houses
from redactor.detection.known import KnownNames
from redactor.detection.layouts import labels_a_line
from redactor.detection.officers import Officers
from redactor.detection.places import PlaceMention, find_places, place_features
from redactor.detection.reading import Found, Reading
from redactor.detection.recognisers.dates import Day, days_in
from redactor.detection.spans import person_spans
from redactor.detection.streets import streets_in
from redactor.detection.tagging import Tag, tag_names, weighable_words
from redactor.detection.values import Values
from redactor.model import ORGANISATIONS, EntityType, Verdict
from redactor.text.names import is_title
from redactor.text.roles import code_of

_INITIALS_MEAN = re.compile(r"\s*=\s*(?:the )?\w|(?: and [A-Z]+)? for (?:(?:Dr|M[rsx]s?) )?[A-Z]")
"""Behind initials: "AM = Abena Marlowe", "AM for Abena Marlowe", "AM and DH for …"."""
PATTERN_FLOOR = 0.4
"""Below this a shape is no match."""
BODIES = frozenset(kind.name for kind in ORGANISATIONS)
BODY_FLOOR = 0.6
"""From here a body's full name, found by its shape, is looked for everywhere."""

Phrase = TypeVar("Phrase", PlaceMention, BodyMention)


@dataclass(frozen=True, slots=True)
class Decided(Generic[Phrase]):
    """A mention with the combiner's probability that it identifies somebody, and its verdict."""

    mention: Phrase
    probability: float
    verdict: Verdict | None


class Weighing:
    """All readings of a review with what they prove together."""

    def __init__(
        self,
        readings: Sequence[Reading],
        known: KnownNames,
        cells: Iterable[tuple[str, Found]] = (),
    ) -> None:
        """`cells` are texts of table cells with what the words of their row or column say."""
        self.readings = readings
        given = [
            *((reading.text, found) for reading in readings for found in reading.found),
            *cells,
        ]
        self.values = Values(given)
        self.officers = Officers(given)
        self.houses = Houses(readings)
        self.known = known
        self.blocked = [_explained(reading, known) for reading in readings]
        self.persons = PersonEvidence(readings, self.blocked, frozenset(known.people))
        self._places = find_places(readings, self.blocked)

    @cached_property
    def places(self) -> list[list[PlaceMention]]:
        """Places by reading."""
        by_reading: list[list[PlaceMention]] = [[] for _ in self.readings]
        for mention in self._places:
            by_reading[mention.reading].append(mention)
        return by_reading

    def place_scores(self, number: int) -> dict[int, float]:
        """The score of each word of reading `number` that is part of a place."""
        return {
            index: mention.score
            for mention in self.places[number]
            for index in range(mention.first, mention.last + 1)
        }

    @cached_property
    def bodies(self) -> list[list[BodyMention]]:
        """Bodies that their short names, initials or surroundings show, by reading."""
        by_reading: list[list[BodyMention]] = [[] for _ in self.readings]
        for mention in find_bodies(self.readings, self.blocked, self.tagged, self.persons):
            by_reading[mention.reading].append(mention)
        return by_reading

    def weighed_places(self, number: int) -> Iterator[tuple[PlaceMention, Features]]:
        """The places of reading `number` that the combiner decides, and what it is told of each."""
        for mention in self.places[number]:
            if not mention.keep:
                yield mention, place_features(self.readings[number], mention)

    def weighed_bodies(self, number: int) -> Iterator[tuple[BodyMention, Features]]:
        """The bodies of reading `number` that the combiner decides, and what it is told of each."""
        for mention in self.bodies[number]:
            if not mention.keep:
                yield mention, body_features(self.readings[number], mention)

    @cached_property
    def decided_places(self) -> list[list[Decided[PlaceMention]]]:
        """What the combiner makes of the places of each reading."""
        return [
            list(_decided("place", self.weighed_places(number)))
            for number in range(len(self.readings))
        ]

    @cached_property
    def decided_bodies(self) -> list[list[Decided[BodyMention]]]:
        """What the combiner makes of the bodies of each reading."""
        return [
            list(_decided("body", self.weighed_bodies(number)))
            for number in range(len(self.readings))
        ]

    @cached_property
    def days(self) -> list[list[Day]]:
        """The full dates of each reading."""
        return [days_in(reading.text) for reading in self.readings]

    @cached_property
    def last_year(self) -> int:
        """The last year that the review names, 0 without any."""
        return last_year(day for days in self.days for day in days)

    @cached_property
    def names_elsewhere(self) -> NamesElsewhere:
        """The proven names of places and bodies."""
        return NamesElsewhere(self.readings, list(self._proven()))

    def _proven(self) -> Iterator[Proven]:
        for number, reading in enumerate(self.readings):
            for found in reading.found:
                if found.entity in BODIES and found.score >= BODY_FLOOR:
                    within = reading.within(found.start, found.end)
                    if within:
                        yield Proven(number, within[0], within[-1], EntityType[found.entity])
            for first, last in streets_in(reading):
                yield Proven(number, first, last, EntityType.ADDRESS)
            for place in self.decided_places[number]:
                if place.verdict is Verdict.REPLACE:
                    yield Proven(number, place.mention.first, place.mention.last, EntityType.PLACE)
            for body in self.decided_bodies[number]:
                if body.verdict is Verdict.REPLACE:
                    one = body.mention
                    yield Proven(number, one.first, one.last, one.type)

    @cached_property
    def tagged(self) -> list[dict[int, Tag]]:
        """Words that are part of a person's name, or may be, by reading."""
        return [
            tag_names(
                reading,
                self.persons,
                self.persons.weighed[number],
                self.blocked[number],
                self.place_scores(number),
            )
            for number, reading in enumerate(self.readings)
        ]

    @cached_property
    def names(self) -> list[list[tuple[int, int]]]:
        """The names that the tagged words of each reading make, by their first and last words."""
        return [
            person_spans(reading, frozenset(tagged))
            for reading, tagged in zip(self.readings, self.tagged, strict=True)
        ]

    @cached_property
    def defined_initials(self) -> frozenset[str]:
        """Initials that the review uses like a name or defines, whatever they mean elsewhere."""
        acts: Counter[str] = Counter()
        for reading in self.readings:
            for index in reading.capitals:
                word = reading.words[index]
                if word.folded in self.initials:
                    around = (
                        reading.text[word.start - 1 : word.start] + reading.text[word.end :][:1]
                    )
                    bracketed = around == "()"
                    defined = _INITIALS_MEAN.match(reading.text, word.end) or (
                        reading.text[: word.start].endswith("= ")
                    )
                    # A cell in a table of initials; but "GP" and "SW" stand in cells as well.
                    alone = reading.text.strip() == word.folded and not code_of(word.folded)
                    acts[word.folded] += 2 if bracketed or defined or alone else 0
                    acts[word.folded] += labels_a_line(reading, index)
                    acts[word.folded] += context.acts(reading, index)
        return frozenset(one for one, count in acts.items() if count > 1)

    @cached_property
    def initials(self) -> frozenset[str]:
        """Initials of the full names of the review: "DH" for Danielle Hargreaves."""
        found = set(self.known.initials)
        for reading, tagged, spans in zip(self.readings, self.tagged, self.names, strict=True):
            for first, last in spans:
                names = [
                    word.folded
                    for word in reading.words[first : last + 1]
                    if len(word.folded) > 1 and not is_title(word.folded)
                ]
                if len(names) > 1 and last in tagged and tagged[last].is_proven:
                    found.add((names[0][0] + names[-1][0]).upper())
                    found.add("".join(name[0] for name in names).upper())
        return frozenset(found)


def _decided(kind: str, weighed: Iterable[tuple[Phrase, Features]]) -> Iterator[Decided[Phrase]]:
    model = combiner(kind)
    for mention, features in weighed:
        probability = model.probability(features)
        yield Decided(mention, probability, model.verdict(probability))


def combined_words(weighing: Weighing, number: int) -> Iterator[tuple[int, Features]]:
    """The words of reading `number` that the combiner decides, and what it is told of each."""
    return weighable_words(
        weighing.readings[number],
        weighing.persons,
        weighing.persons.weighed[number],
        weighing.blocked[number],
        weighing.place_scores(number),
    )


def _explained(reading: Reading, known: KnownNames) -> frozenset[int]:
    """Words that a pattern, a list or the map explains, so that no model need guess."""
    explained: set[int] = set()
    for found in reading.found:
        if found.score >= PATTERN_FLOOR and not is_titled_body(reading, found):
            explained.update(reading.within(found.start, found.end))
    for first, last in reading.terms:
        if last > first and reading.words[first].is_capitalised:
            explained.update(range(first, last + 1))
    for form in reading.find(known.forms):
        if form.payload.whole and (
            form.payload.known.keep or not form.payload.known.type.is_person
        ):
            explained.update(range(form.first, form.last + 1))
    return frozenset(explained)


def is_titled_body(reading: Reading, found: Found) -> bool:
    """ "Mr Earl Church", "Mr Ray Temple": people, though their last word makes a body."""
    if found.entity not in BODIES:
        return False
    within = reading.within(found.start, found.end)
    return bool(within) and context.courtesy_titled(reading, within[0])
