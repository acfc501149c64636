"""From what a review proves to candidates: replace, ask or keep, for every span of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from redactor.detection.bank_details import bank_details
from redactor.detection.births import births
from redactor.detection.company import listed_with
from redactor.detection.initials import initials_in
from redactor.detection.known import KnownNames
from redactor.detection.messages import names_in_messages
from redactor.detection.name_here import is_name_here
from redactor.detection.parts_played import parts_played
from redactor.detection.read_alone import read_alone
from redactor.detection.reading import Found, Reading
from redactor.detection.spans import MAP, PATTERN, Candidate, person_spans
from redactor.detection.streets import streets_after_somebody
from redactor.detection.stretching import with_the_rest, with_town
from redactor.detection.unexplained import unexplained
from redactor.detection.weighing import PATTERN_FLOOR, Weighing, is_titled_body
from redactor.model import ORGANISATIONS, QUASI_IDENTIFIERS, EntityType, Evidence, Verdict
from redactor.text.names import is_title
from redactor.text.words import is_english
from redactor.text.words import words as words_in

KEEP_ENTITY = "KEEP"
"""The Presidio entity under which the recogniser of public bodies gives what stays."""

_TYPES = {kind.name: kind for kind in EntityType if kind not in QUASI_IDENTIFIERS}


def candidates(weighing: Weighing, number: int) -> list[Candidate]:
    """Everything that reading `number` may hold; they can overlap (see spans.settle)."""
    reading = weighing.readings[number]
    found = [*_from_map(reading, weighing.known), *_from_patterns(reading)]
    found += weighing.values.find(reading, weighing.days[number])
    found += bank_details(reading.text, found)
    officers = [one for one in found if one.type is EntityType.COLLAR_NUMBER]
    found += weighing.officers.find(reading, weighing.tagged[number], officers)
    found += weighing.houses.find(reading, weighing.blocked[number])
    found += births(reading, weighing.days[number], weighing.tagged[number], weighing.last_year)
    found += _from_persons(weighing, number)
    found += _from_places(weighing, number)
    found += _from_bodies(weighing, number)
    found += initials_in(weighing, number)
    found = [with_the_rest(weighing, number, one) for one in found]
    found = [with_town(reading, one, found) for one in found]
    kept = _words_within(reading, [one for one in found if one.verdict is Verdict.KEEP])
    people = _words_within(reading, [one for one in found if _is_somebody(one)])
    blocked = kept | weighing.blocked[number]
    found += weighing.names_elsewhere.find(reading, blocked, people)
    found += streets_after_somebody(reading, found, weighing.tagged[number])
    covered = _words_within(reading, found)
    more: list[Candidate] = []
    for kind, proven in (
        (EntityType.PLACE, _proven_places(weighing, number)),
        (EntityType.ORGANISATION, _proven_bodies(reading, found)),
    ):
        more += listed_with(reading, kind, proven, covered | weighing.blocked[number])
    covered |= _words_within(reading, more)
    heard = [
        *names_in_messages(reading, weighing.persons, covered),
        *parts_played(reading, covered | weighing.blocked[number]),
    ]
    covered |= _words_within(reading, heard)
    found += (*more, *heard)
    found += read_alone(reading, covered | weighing.blocked[number])
    found += unexplained(reading, weighing.persons.spellings, weighing.blocked[number], covered)
    return _asked_together(reading, found) if len(found) > 1 else found


def _proven_places(weighing: Weighing, number: int) -> list[tuple[int, int]]:
    decided = weighing.decided_places[number]
    return [(d.mention.first, d.mention.last) for d in decided if d.verdict is Verdict.REPLACE]


def _proven_bodies(reading: Reading, found: Sequence[Candidate]) -> list[tuple[int, int]]:
    bodies = [c for c in found if c.type in ORGANISATIONS and c.verdict is Verdict.REPLACE]
    within = [reading.within(body.start, body.end) for body in bodies]
    return [(words[0], words[-1]) for words in within if words]


def _is_somebody(one: Candidate) -> bool:
    return one.type.is_person and one.verdict is Verdict.REPLACE


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


def map_candidates(
    weighing: Weighing, number: int, *, capitals_tell: bool = False
) -> list[Candidate]:
    """What the map names in reading `number`, and nothing else.

    With `capitals_tell`, a word of a name is one wherever it has a capital, unless it is English
    and may have it for beginning a sentence.
    """
    reading, persons = weighing.readings[number], weighing.persons
    scores = persons.weighed[number]
    tagged = frozenset(
        index
        for index, word in enumerate(reading.words)
        if (persons.is_known(word.key) or persons.singular(word.key))
        and (
            is_name_here(reading, index, scores.get(index, (0.0, ()))[0], persons)
            or (capitals_tell and _has_a_capital_of_its_own(weighing, number, index))
        )
    )
    found = list(_from_map(reading, weighing.known))
    evidence = (Evidence("map", 1.0, "named in the pseudonym map"),)
    anybody = frozenset(weighing.tagged[number])
    for first, last in person_spans(reading, tagged):
        start = reading.words[_with_titled_given_name(reading, first, anybody)].start
        end = reading.words[last].end
        found.append(Candidate(start, end, EntityType.PERSON, Verdict.REPLACE, evidence, MAP))
    return found


def _has_a_capital_of_its_own(weighing: Weighing, number: int, index: int) -> bool:
    reading = weighing.readings[number]
    if not reading.words[index].is_capitalised:
        return False
    beside = reading.words[index + 1 : index + 2]
    named = any(weighing.persons.is_known(word.key) for word in beside)
    return named or not reading.starts[index] or not is_english(reading.words[index].key)


def _with_titled_given_name(reading: Reading, first: int, tagged: frozenset[int]) -> int:
    """ "Dr Chidi Okafor" where the map has "Dr Okafor": the title says that all of it is one."""
    start = first
    while start > 0 and start - 1 in tagged and reading.gaps[start - 1] == " ":
        start -= 1
    titled = start > 0 and start < first and is_title(reading.words[start - 1].folded)
    return start - 1 if titled else first


def _words_within(reading: Reading, found: Sequence[Candidate]) -> set[int]:
    within: set[int] = set()
    for one in found:
        within.update(reading.within(one.start, one.end))
    return within


def _from_map(reading: Reading, known: KnownNames) -> Iterator[Candidate]:
    for match in reading.find(known.forms):
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


def _from_patterns(reading: Reading) -> Iterator[Candidate]:
    yield from _shaped([one for one in reading.found if not is_titled_body(reading, one)])


def _shaped(spans: Sequence[Found]) -> Iterator[Candidate]:
    for found in spans:
        if found.score < PATTERN_FLOOR:
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
    for begun, last in weighing.names[number]:
        # "NI QQ 41 77 28 C. Wilfred Hepple": the letter belongs to what a pattern explains.
        letter = len(reading.words[begun].folded) == 1 and begun in weighing.blocked[number]
        first = begun + 1 if letter and begun < last else begun
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
    reading = weighing.readings[number]
    for mention in weighing.places[number]:
        named = any(i in weighing.tagged[number] for i in range(mention.first, mention.last + 1))
        if mention.keep and not named:
            start, end = ends_of(reading, mention.first, mention.last)
            yield Candidate(start, end, EntityType.PLACE, Verdict.KEEP, mention.evidence, PATTERN)
    for one in weighing.decided_places[number]:
        if one.verdict is not None:
            start, end = ends_of(reading, one.mention.first, one.mention.last)
            yield Candidate(
                start,
                end,
                EntityType.PLACE,
                one.verdict,
                one.mention.evidence,
                probability=one.probability,
            )


def _from_bodies(weighing: Weighing, number: int) -> Iterator[Candidate]:
    reading = weighing.readings[number]
    for mention in weighing.bodies[number]:
        if mention.keep:
            start, end = ends_of(reading, mention.first, mention.last)
            yield Candidate(start, end, mention.type, Verdict.KEEP, mention.evidence)
    for one in weighing.decided_bodies[number]:
        mention = one.mention
        if one.verdict is not None:
            start, end = ends_of(reading, mention.first, mention.last)
            owned = len(reading.words[mention.last].possessive) if mention.owned else 0
            yield Candidate(
                start,
                end + owned,
                mention.type,
                one.verdict,
                mention.evidence,
                probability=one.probability,
            )


def ends_of(reading: Reading, first: int, last: int) -> tuple[int, int]:
    return reading.words[first].start, reading.words[last].end
