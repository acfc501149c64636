"""Entities that are perhaps somebody else, spelt in another way: asked about, never joined.

A name that stands once or twice, and almost as one that stands often or as an unusual short form
of it ("Madge", where there is a Margaret), becomes uncertain with the other as its candidate. Until
somebody decides it is masked. Not asked about are two names that are both frequent, two that the
map lists, people whose titles differ in sex, and given names that are usual and differ ("Mark",
"Mary").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from redactor.linking.alike import is_initial, same_given, same_surname
from redactor.linking.person import Person, parsed
from redactor.linking.spelling import alike_given, alike_surname, alike_word
from redactor.model import ORGANISATIONS, Entity, EntityType, Verdict
from redactor.text.fold import key
from redactor.text.names import PersonName, split_title
from redactor.text.nicknames import may_be_short_for
from redactor.text.words import words

_RARE = 2
_FREQUENT = 3
_SHORTEST_ALONE = 5
"""Letters of a given name that stands alone."""
_LONGEST_NAME = 4
"""Words of a person's name; more are no name that can be compared part by part."""
PERSON_REASON = "spelt almost like somebody else of the review, or a short form of the name"
THING_REASON = "spelt almost like another name of the review"


def with_doubtful_spellings(entities: Sequence[Entity]) -> list[Entity]:
    """`entities`, the doubtful ones of them uncertain and with their candidates."""
    known = _Frequent(entities)
    return [_doubted(entity, known.like(entity)) for entity in entities]


def _doubted(entity: Entity, candidates: Sequence[Entity]) -> Entity:
    if not candidates:
        return entity
    reason = PERSON_REASON if entity.type.is_person else THING_REASON
    ids = tuple(candidate.id for candidate in candidates)
    return replace(entity, verdict=Verdict.ASK, candidates=ids, reason=reason)


@dataclass(frozen=True, slots=True)
class _Bearer:
    entity: Entity
    names: tuple[PersonName, ...]
    sex: str


class _Frequent:
    """What a rare name can be a spelling of: named by the map, or three times and more."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._people: list[_Bearer] = []
        self._things: dict[tuple[bool, int], list[tuple[Entity, tuple[str, ...]]]] = defaultdict(
            list
        )
        for entity in entities:
            if entity.verdict is not Verdict.REPLACE or entity.candidates:
                continue
            if not (entity.known or len(entity.mentions) >= _FREQUENT):
                continue
            if entity.type.is_person:
                names = tuple(parsed(text) for text in (entity.name, *entity.aliases))
                self._people.append(_Bearer(entity, names, _sex(entity)))
            elif _is_named_thing(entity.type):
                keys = _words_of(entity)
                self._things[entity.type is EntityType.PLACE, len(keys)].append((entity, keys))

    def like(self, entity: Entity) -> list[Entity]:
        """Those that `entity` is perhaps a spelling of; none unless it is rare and unknown."""
        if entity.known or entity.candidates or entity.verdict is Verdict.KEEP:
            return []
        if len(entity.mentions) > _RARE:
            return []
        if entity.type.is_person:
            return self._people_like(entity)
        if _is_named_thing(entity.type):
            keys = _words_of(entity)
            same_length = self._things.get((entity.type is EntityType.PLACE, len(keys)), ())
            return [other for other, theirs in same_length if _one_word_differs(keys, theirs)]
        return []

    def _people_like(self, entity: Entity) -> list[Entity]:
        name, sex = parsed(entity.name), _sex(entity)
        if len(name.given) + len(name.surname.split()) > _LONGEST_NAME:
            return []
        return [
            bearer.entity
            for bearer in self._people
            if not (sex and bearer.sex and sex != bearer.sex)
            and any(_alike(name, known) for known in bearer.names)
        ]


def _alike(name: PersonName, known: PersonName) -> bool:
    """True when `name`, in full or in part, is `known` with another spelling."""
    if name.is_full and is_initial(name.first):
        same_letter = name.first[:1].lower() == known.first[:1].lower()
        return same_letter and bool(known.surname) and alike_surname(name.surname, known.surname)
    if name.is_full:
        return known.is_full and (_full_alike(name, known) or _turned_round(name, known))
    if name.surname:
        return bool(known.surname) and alike_surname(name.surname, known.surname)
    if known.surname and alike_surname(name.first, known.surname):
        return True
    # Alone, a short one says too little: "Ann", "Anne".
    long = min(len(name.first), len(known.first)) >= _SHORTEST_ALONE
    if long and alike_given(name.first, known.first):
        return True
    return not name.title and may_be_short_for(name.first, known.first)


def _full_alike(name: PersonName, known: PersonName) -> bool:
    given, surname = (name.first, known.first), (name.surname, known.surname)
    return (
        (same_given(*given) and alike_surname(*surname))
        or (alike_given(*given) and same_surname(*surname))
        or (alike_given(*given) and alike_surname(*surname))
    )


def _turned_round(name: PersonName, known: PersonName) -> bool:
    return key(name.first) == key(known.surname) and key(name.surname) == key(known.first)


def _sex(entity: Entity) -> str:
    titled = [parsed(mention.text) for mention in entity.mentions if split_title(mention.text)[0]]
    return Person("", titled).sex


def _is_named_thing(type_: EntityType) -> bool:
    return type_ is EntityType.PLACE or type_ in ORGANISATIONS


def _words_of(entity: Entity) -> tuple[str, ...]:
    return tuple(word.key for word in words(entity.name))


def _one_word_differs(one: Sequence[str], other: Sequence[str]) -> bool:
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(pairs) == 1 and alike_word(*pairs[0])
