"""Bodies over the whole review: their short names, their initialisms, and those that no word types.

The recogniser of organisations finds "Seagrove Homes" and "Isle of Thanet NHS Trust" by the word
that says what they are. People then write "Seagrove", "ITNT" and "the Weavers": here a short form
of a body's name is found wherever it stands, and a capitalised phrase that nothing explains is
weighed by the words around it and by how often the review has it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from redactor.detection.bodies.definitions import Definition, definitions
from redactor.detection.bodies.mention import BodyMention, is_owned, mentioned
from redactor.detection.bodies.phrases import (
    found_again,
    owners_of_nothing,
    read_as_bodies,
    unexplained_phrases,
)
from redactor.detection.bodies.short_forms import forms_in, short_forms
from redactor.detection.bodies.weighing import weighed
from redactor.detection.evidence import PersonEvidence
from redactor.detection.reading import Reading
from redactor.detection.tagging import Tag
from redactor.model import Evidence

_DEFINED = Evidence("definition", 0.9, "its short form follows in brackets")
_OWNER = Evidence("owner", 0.5, "a possessive that owns nothing")


def find_bodies(
    readings: Sequence[Reading],
    blocked: Sequence[frozenset[int]],
    people: Sequence[Mapping[int, Tag]],
    persons: PersonEvidence,
) -> list[BodyMention]:
    """Short forms and unexplained names in all of `readings`; full names are the recogniser's.

    `blocked[r]` are the words of reading r that something explains, `people[r]` those that are part
    of a person's name.
    """
    defined = [
        [one for one in definitions(reading) if not _is_somebody(one, tagged)]
        for reading, tagged in zip(readings, people, strict=True)
    ]
    forms = forms_in(readings, defined, persons)
    found: list[BodyMention] = []
    taken: list[set[int]] = [set(explained) for explained in blocked]
    for number, reading in enumerate(readings):
        for stretch in (stretch for phrase in defined[number] for stretch in phrase.ranges):
            if not taken[number].issuperset(stretch) or _is_a_term(reading, stretch):
                taken[number].update(stretch)
                one = mentioned(number, stretch[0], stretch[-1], _DEFINED)
                found.append(replace(one, owned=is_owned(reading, one.first, one.last)))
        for mention in short_forms(number, reading, forms, taken[number]):
            taken[number].update(range(mention.first, mention.last + 1))
            found.append(mention)
    for explained, tagged in zip(taken, people, strict=True):
        explained.update(index for index, tag in tagged.items() if tag.is_proven)
    phrases = [
        _phrases(reading, explained) for reading, explained in zip(readings, taken, strict=True)
    ]
    phrases = found_again(readings, phrases, taken)
    for number, reading in enumerate(readings):
        taken[number].update(w for first, last in phrases[number] for w in range(first, last + 1))
        found += [
            replace(mentioned(number, index, index, _OWNER), owned=True)
            for index in owners_of_nothing(reading, taken[number])
        ]
    found += weighed(readings, phrases)
    return found


def _phrases(reading: Reading, explained: set[int]) -> list[tuple[int, int]]:
    """What the model reads as a body, and what nothing explains beside it."""
    read = list(read_as_bodies(reading, explained))
    within = {index for first, last in read for index in range(first, last + 1)}
    return sorted([*read, *unexplained_phrases(reading, explained | within)])


def _is_somebody(one: Definition, tagged: Mapping[int, Tag]) -> bool:
    """ "Danielle Hargreaves (hereafter Danielle)"."""
    return all(i in tagged and tagged[i].is_proven for i in range(one.first, one.last + 1))


def _is_a_term(reading: Reading, stretch: range) -> bool:
    """ "Step Up Youth Trust (Step Up)": a term of the field, where nobody defines it."""
    return len(stretch) > 1 and (stretch[0], stretch[-1]) in reading.terms
