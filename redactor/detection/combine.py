"""Join all evidence of a review into candidates: replace, ask or keep, for every span."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from redactor.detection import context
from redactor.detection.bodies.find import find_bodies
from redactor.detection.bodies.mention import LANDMARKS, BodyMention
from redactor.detection.bodies.weighing import body_features
from redactor.detection.combiner import Features, combiner
from redactor.detection.evidence import POSSIBLE, PersonEvidence
from redactor.detection.known import KnownNames
from redactor.detection.lexicon import OPENERS, generic_phrases, is_generic_word
from redactor.detection.places import PlaceMention, find_places, place_features
from redactor.detection.reading import Found, Reading
from redactor.detection.spans import EVIDENCE, MAP, PATTERN, Candidate, person_spans
from redactor.detection.tagging import Tag, is_name_here, tag_names, weighable_words
from redactor.detection.unexplained import unexplained
from redactor.model import ORGANISATIONS, QUASI_IDENTIFIERS, EntityType, Evidence, Verdict
from redactor.text.fold import folded
from redactor.text.names import is_title
from redactor.text.roles import code_of
from redactor.text.words import is_english
from redactor.text.words import words as words_in

KEEP_ENTITY = "KEEP"
"""The Presidio entity under which the recogniser of public bodies gives what stays."""

_TYPES = {kind.name: kind for kind in EntityType if kind not in QUASI_IDENTIFIERS}
_PATTERN_FLOOR = 0.4
_BODIES = frozenset(kind.name for kind in ORGANISATIONS)


class Weighing:
    """All readings of a review with what they prove together."""

    def __init__(self, readings: Sequence[Reading], known: KnownNames) -> None:
        self.readings = readings
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
    def defined_initials(self) -> frozenset[str]:
        """Initials that the review uses like a name or defines, whatever they mean elsewhere."""
        acts: Counter[str] = Counter()
        for reading in self.readings:
            for index, word in enumerate(reading.words):
                if word.folded in self.initials:
                    around = (
                        reading.text[word.start - 1 : word.start] + reading.text[word.end :][:1]
                    )
                    bracketed = around == "()"
                    defined = re.match(r"\s*=\s*(?:the )?\w", reading.text[word.end :])
                    # A cell in a table of initials; but "GP" and "SW" stand in cells as well.
                    alone = reading.text.strip() == word.folded and not code_of(word.folded)
                    acts[word.folded] += 2 if bracketed or defined or alone else 0
                    acts[word.folded] += context.acts(reading, index)
        return frozenset(one for one, count in acts.items() if count > 1)

    @cached_property
    def initials(self) -> frozenset[str]:
        """Initials of the full names of the review: "DH" for Danielle Hargreaves."""
        found = set(self.known.initials)
        for reading, tagged in zip(self.readings, self.tagged, strict=True):
            for first, last in person_spans(reading, frozenset(tagged)):
                names = [
                    word.folded
                    for word in reading.words[first : last + 1]
                    if len(word.folded) > 1 and not is_title(word.folded)
                ]
                if len(names) > 1 and last in tagged and tagged[last].is_proven:
                    found.add((names[0][0] + names[-1][0]).upper())
                    found.add("".join(name[0] for name in names).upper())
        return frozenset(found)


def combined_words(weighing: Weighing, number: int) -> Iterator[tuple[int, Features]]:
    """The words of reading `number` that the combiner decides, and what it is told of each."""
    return weighable_words(
        weighing.readings[number],
        weighing.persons,
        weighing.persons.weighed[number],
        weighing.blocked[number],
        weighing.place_scores(number),
    )


def candidates(weighing: Weighing, number: int) -> list[Candidate]:
    """Everything that reading `number` may hold; they can overlap (see spans.settle)."""
    reading = weighing.readings[number]
    found = [*_from_map(reading, weighing.known), *_from_patterns(reading)]
    found += _from_persons(weighing, number)
    found += _from_places(weighing, number)
    found += _from_bodies(weighing, number)
    found += _from_initials(weighing, number)
    found = [_with_the_rest(weighing, number, one) for one in found]
    found = [_with_town(reading, one, found) for one in found]
    covered = _words_within(reading, found)
    found += unexplained(reading, weighing.persons.spellings, weighing.blocked[number], covered)
    return _asked_together(reading, found)


def _asked_together(reading: Reading, found: Sequence[Candidate]) -> list[Candidate]:
    """Two doubtful words side by side ("Kasia Wrona") are one question."""
    joined: list[Candidate] = []
    for one in sorted(found, key=lambda c: (c.start, c.end)):
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.verdict is one.verdict is Verdict.ASK
            and last.type is one.type is EntityType.PERSON
            and reading.text[last.end : one.start] == " "
        ):
            joined[-1] = replace(last, end=one.end, evidence=(*last.evidence, *one.evidence))
        else:
            joined.append(one)
    return joined


def labelled_candidates(found: Sequence[Found]) -> list[Candidate]:
    """What a table cell holds by the word of its row or column: "Date of birth"."""
    return [one for one in _shaped(found) if one.type.is_identifier]


def map_candidates(weighing: Weighing, number: int) -> list[Candidate]:
    """What the map names in reading `number`, and nothing else."""
    reading, persons = weighing.readings[number], weighing.persons
    scores = persons.weighed[number]
    tagged = frozenset(
        index
        for index, word in enumerate(reading.words)
        if persons.is_known(word.key)
        and is_name_here(reading, index, scores.get(index, (0.0, ()))[0], persons)
    )
    found = list(_from_map(reading, weighing.known))
    evidence = (Evidence("map", 1.0, "named in the pseudonym map"),)
    anybody = frozenset(weighing.tagged[number])
    for first, last in person_spans(reading, tagged):
        start = reading.words[_with_titled_given_name(reading, first, anybody)].start
        end = reading.words[last].end
        found.append(Candidate(start, end, EntityType.PERSON, Verdict.REPLACE, evidence, MAP))
    return found


def _with_titled_given_name(reading: Reading, first: int, tagged: frozenset[int]) -> int:
    """ "Dr Chidi Okafor" where the map has "Dr Okafor": the title says that all of it is one."""
    start = first
    while start > 0 and start - 1 in tagged and reading.gaps[start - 1] == " ":
        start -= 1
    titled = start > 0 and start < first and is_title(reading.words[start - 1].folded)
    return start - 1 if titled else first


def _explained(reading: Reading, known: KnownNames) -> frozenset[int]:
    """Words that a pattern, a list or the map explains, so that no model need guess."""
    explained: set[int] = set()
    for found in reading.found:
        if found.score >= _PATTERN_FLOOR and not _is_titled_body(reading, found):
            explained.update(_words_in(reading, found.start, found.end))
    for match in generic_phrases().find(reading.text, reading.words, reading.gaps):
        if match.last > match.first and reading.words[match.first].is_capitalised:
            explained.update(range(match.first, match.last + 1))
    for form in known.forms.find(reading.text, reading.words, reading.gaps):
        if form.payload.whole and (
            form.payload.known.keep or not form.payload.known.type.is_person
        ):
            explained.update(range(form.first, form.last + 1))
    return frozenset(explained)


def _words_in(reading: Reading, start: int, end: int) -> Iterator[int]:
    for index, word in enumerate(reading.words):
        if word.start < end and start < word.end:
            yield index


def _words_within(reading: Reading, found: Sequence[Candidate]) -> set[int]:
    return {index for one in found for index in _words_in(reading, one.start, one.end)}


def _from_map(reading: Reading, known: KnownNames) -> Iterator[Candidate]:
    for match in known.forms.find(reading.text, reading.words, reading.gaps):
        words = reading.words[match.first : match.last + 1]
        name, whole = match.payload.known, match.payload.whole
        part_of_person = name.type.is_person and not whole
        if "," in reading.gaps[match.first : match.last] and _follows_a_name(reading, match.first):
            continue  # "Graham Hargreaves, Danielle’s father" holds no "Hargreaves, Danielle"
        if part_of_person:
            continue  # tagged with the evidence of its place: "Will" is also a word
        lower = not any(word.is_capitalised for word in words)
        if lower and is_english(words[0].key) and not name.text.islower():
            continue  # the map has "Hope", the text "hope"
        verdict = Verdict.KEEP if name.keep else Verdict.REPLACE
        # "St Mary’s" is a name of its own: its ending goes with it.
        owned = len(words[-1].possessive) if _ends_in_possessive(name.text) else 0
        yield Candidate(
            words[0].start,
            words[-1].end + owned,
            name.type,
            verdict,
            (Evidence("map", 1.0, "named in the pseudonym map"),),
            MAP,
        )


def _follows_a_name(reading: Reading, index: int) -> bool:
    previous = reading.words[index - 1] if index and reading.gaps[index - 1] == " " else None
    return previous is not None and previous.is_capitalised and not is_title(previous.folded)


def _ends_in_possessive(name: str) -> bool:
    found = words_in(name)
    return bool(found and found[-1].possessive)


def _with_the_rest(weighing: Weighing, number: int, one: Candidate) -> Candidate:
    """A place or body with the capitalised words on both sides that make one name with it: "Four
    Lanes" in "Four Lanes End", "Cellar Hill" behind "Salt"."""
    phrases = one.type is EntityType.PLACE or one.type in ORGANISATIONS
    if one.rank != EVIDENCE or one.verdict is Verdict.KEEP or not phrases:
        return one
    reading, blocked = weighing.readings[number], weighing.blocked[number]
    within = list(_words_in(reading, one.start, one.end))
    first, last = within[0], within[-1]
    tagged = weighing.tagged[number]

    def belongs(index: int) -> bool:
        word = reading.words[index]
        named = index in tagged and tagged[index].is_proven
        return word.is_capitalised and not word.is_upper and index not in blocked and not named

    while (
        first > 0
        and reading.gaps[first - 1] in (" ", "-")
        and not reading.words[first - 1].possessive
        and belongs(first - 1)
        and not reading.starts[first - 1]
        and not is_generic_word(reading.words[first - 1])
        and reading.words[first - 1].key not in OPENERS
        and not is_title(reading.words[first - 1].folded)
    ):
        first -= 1
    while (
        last + 1 < len(reading.words)
        and reading.gaps[last] in (" ", "-")
        and not reading.words[last].possessive
        and belongs(last + 1)
        and (reading.words[last + 1].key in LANDMARKS)
    ):
        last += 1
    start, end = _ends(reading, first, last)
    return replace(one, start=min(start, one.start), end=max(end, one.end))


def _with_town(reading: Reading, one: Candidate, found: Sequence[Candidate]) -> Candidate:
    """An address with the town that follows it: "22 Albion Gardens, Margate" is one place."""
    if one.type is not EntityType.ADDRESS:
        return one
    end = one.end
    for place in sorted(found, key=lambda c: c.start):
        between = reading.text[end : place.start]
        if place.type is EntityType.PLACE and place.start >= end and re.fullmatch(r",\s*", between):
            end = place.end
    return replace(one, end=end)


def _from_patterns(reading: Reading) -> Iterator[Candidate]:
    yield from _shaped([one for one in reading.found if not _is_titled_body(reading, one)])


def _is_titled_body(reading: Reading, found: Found) -> bool:
    """ "Mr Earl Church", "Mr Ray Temple": people, though their last word makes a body."""
    if found.entity not in _BODIES:
        return False
    first = next(_words_in(reading, found.start, found.end), None)
    return first is not None and context.courtesy_titled(reading, first)


def _shaped(spans: Sequence[Found]) -> Iterator[Candidate]:
    for found in spans:
        if found.score < _PATTERN_FLOOR:
            continue
        evidence = (Evidence(found.source, found.score, "has the shape"),)
        if found.entity == KEEP_ENTITY:
            yield Candidate(
                found.start, found.end, EntityType.ORGANISATION, Verdict.KEEP, evidence, PATTERN
            )
        elif found.entity in _TYPES:
            yield Candidate(
                found.start, found.end, _TYPES[found.entity], Verdict.REPLACE, evidence, PATTERN
            )


def _from_persons(weighing: Weighing, number: int) -> Iterator[Candidate]:
    reading, tagged = weighing.readings[number], weighing.tagged[number]
    scores = weighing.persons.weighed[number]
    for first, last in person_spans(reading, frozenset(tagged)):
        tags = [tagged[index] for index in range(first, last + 1) if index in tagged]
        proven = any(tag.is_proven for tag in tags)
        evidence: dict[str, Evidence] = {}
        for index in range(first, last + 1):
            for one in scores.get(index, (0.0, ()))[1]:
                if one.source not in evidence or one.score > evidence[one.source].score:
                    evidence[one.source] = one
        if proven:
            key = (
                "map"
                if any(weighing.persons.is_known(w.key) for w in reading.words[first : last + 1])
                else "document"
            )
            evidence[key] = Evidence(key, 0.95, "proven in the review")
        yield Candidate(
            reading.words[first].start,
            reading.words[last].end,
            EntityType.PERSON,
            Verdict.REPLACE if proven else Verdict.ASK,
            tuple(evidence.values()),
            probability=max(tag.probability for tag in tags),
        )


def _from_places(weighing: Weighing, number: int) -> Iterator[Candidate]:
    reading, model = weighing.readings[number], combiner("place")
    for mention in weighing.places[number]:
        named = any(i in weighing.tagged[number] for i in range(mention.first, mention.last + 1))
        if mention.keep and not named:
            start, end = _ends(reading, mention.first, mention.last)
            yield Candidate(
                start, end, EntityType.PLACE, Verdict.KEEP, mention.evidence, PATTERN, 1.0
            )
    for mention, features in weighing.weighed_places(number):
        probability = model.probability(features)
        verdict = model.verdict(probability)
        if verdict is not None:
            start, end = _ends(reading, mention.first, mention.last)
            yield Candidate(
                start,
                end,
                EntityType.PLACE,
                verdict,
                mention.evidence,
                probability=probability,
            )


def _from_bodies(weighing: Weighing, number: int) -> Iterator[Candidate]:
    reading, model = weighing.readings[number], combiner("body")
    for mention in weighing.bodies[number]:
        if mention.keep:
            start, end = _ends(reading, mention.first, mention.last)
            yield Candidate(start, end, mention.type, Verdict.KEEP, mention.evidence)
    for mention, features in weighing.weighed_bodies(number):
        probability = model.probability(features)
        verdict = model.verdict(probability)
        if verdict is not None:
            start, end = _ends(reading, mention.first, mention.last)
            owned = len(reading.words[mention.last].possessive) if mention.owned else 0
            yield Candidate(
                start,
                end + owned,
                mention.type,
                verdict,
                mention.evidence,
                probability=probability,
            )


def _ends(reading: Reading, first: int, last: int) -> tuple[int, int]:
    return reading.words[first].start, reading.words[last].end


def _is_initials(weighing: Weighing, number: int, index: int) -> bool:
    """Bare initials of a name of the review ("DH"), that are no term of the field."""
    word = weighing.readings[number].words[index]
    return (
        word.folded in weighing.initials
        and word.is_upper
        and index not in weighing.blocked[number]
        and (
            not is_generic_word(word)
            or word.folded in weighing.defined_initials
            or weighing.persons.spellings.is_rare_abbreviation(word.key)
        )
    )


_CAPITAL = r"[^\W\d_a-z]"
_DOTTED = re.compile(
    rf"(?<![\w.])(?P<first>{_CAPITAL})\.\s?(?:{_CAPITAL}\.\s?)?(?P<last>{_CAPITAL})\b\.?"
    r"(?!\s?[a-z]*[^\W\d_a-z][a-z])"
)
_NOBODY_S_INITIALS = frozenset("DOB NB RC PS PC PM AM UK US EU ID NI GP BA MA HM IQ QC KC".split())


def _from_initials(weighing: Weighing, number: int) -> Iterator[Candidate]:
    reading = weighing.readings[number]
    for match in _DOTTED.finditer(reading.text):
        ends = folded(match.group("first") + match.group("last")).upper()
        letters = "".join(char for char in folded(match.group()) if char.isalpha())
        if ends in weighing.initials:
            yield Candidate(
                match.start(),
                match.end(),
                EntityType.PERSON,
                Verdict.REPLACE,
                (Evidence("initials", 0.85, "initials of a name of the review"),),
            )
        elif match.group().isupper() and letters not in _NOBODY_S_INITIALS:
            yield Candidate(
                match.start(),
                match.end(),
                EntityType.PERSON,
                Verdict.ASK,
                (Evidence("initials", POSSIBLE, "letters with full stops"),),
            )
    for index, word in enumerate(reading.words):
        if _is_initials(weighing, number, index):
            sure = not is_generic_word(word) or word.folded in weighing.defined_initials
            yield Candidate(
                word.start,
                word.end,
                EntityType.PERSON,
                Verdict.REPLACE if sure else Verdict.ASK,
                (Evidence("initials", 0.7, "bare initials of a name of the review"),),
            )
