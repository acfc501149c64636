"""What speaks against a pseudonym: the one place where that is decided.

A fault refuses it where a person types it; a note is only said. Every sentence says "that", never
the words themselves: what somebody typed may be a real name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from redactor.model import EntityType
from redactor.pseudonyms.schema import MapEntity, PseudonymMap
from redactor.pseudonyms.style import FUNCTION_WORDS, LABEL_WORDS, is_name_like
from redactor.text.fold import key
from redactor.text.names import is_title, parse_person, split_title
from redactor.text.words import is_english, words

LONGEST_PSEUDONYM = 80
_NONE: frozenset[str] = frozenset()


def pseudonym_faults(
    names: PseudonymMap,
    pseudonym: str,
    for_type: EntityType,
    other_maps: Iterable[PseudonymMap] = (),
    review_words: frozenset[str] = _NONE,
    *,
    own: MapEntity | None = None,
    found_names: frozenset[str] = _NONE,
    found_words: frozenset[str] = _NONE,
) -> list[str]:
    """Why `pseudonym` cannot serve for somebody of `for_type`; the gravest first, [] for none.

    `own` is the entity of the map that it is for, whose present pseudonym is no obstacle.
    `other_maps` are those of other reviews in the same folder; `review_words` the keys of all
    words of the review's text. `found_names` and `found_words` are the keys of real names that
    the map does not have yet, and of the words of people's (`name_words`).
    """
    obstacles = Obstacles(names, other_maps, review_words, found_names, found_words)
    return obstacles.against(pseudonym, for_type, own)


class Obstacles:
    """All that can speak against a pseudonym in one map, to ask about many: `pseudonym_faults`."""

    def __init__(
        self,
        names: PseudonymMap,
        other_maps: Iterable[PseudonymMap] = (),
        review_words: frozenset[str] = _NONE,
        found_names: frozenset[str] = _NONE,
        found_words: frozenset[str] = _NONE,
    ) -> None:
        opened = (entry.text for entry in names.uncertain if entry.type.is_person)
        texts = (entry.text for entry in names.uncertain)
        self._found_names = found_names
        self._real = found_names.union(names.entities_by_key, map(key, texts))
        self._real_words = found_words.union(_words_of_replaced(names), *map(name_words, opened))
        self._owners = {key(entity.pseudonym): entity for entity in names.entities}
        self._retired = names.retired_keys
        self._kept = [_spaced(entry.text) for entry in names.keep]
        self._others = [*other_maps]
        self._owners_elsewhere = [
            {key(entity.pseudonym): entity for entity in other.entities} for other in self._others
        ]
        # A draft may be half redacted already: what is a pseudonym may stand in it.
        half = (name_words(entity.pseudonym) for entity in names.entities)
        self._review_words = review_words - _NONE.union(*half) if review_words else _NONE

    def against(self, pseudonym: str, type: EntityType, own: MapEntity | None = None) -> list[str]:
        """As `pseudonym_faults` has it."""
        if not any(char.isalnum() for char in pseudonym):
            return ["A pseudonym needs at least one letter or digit."]
        if len(pseudonym) > LONGEST_PSEUDONYM or not pseudonym.isprintable():
            return [
                f"A pseudonym is at most {LONGEST_PSEUDONYM} characters, none of them invisible."
            ]
        return [*self._sentences(pseudonym, type, own)]

    def _sentences(self, pseudonym: str, type: EntityType, own: MapEntity | None) -> Iterator[str]:
        wanted = key(pseudonym)
        if wanted in self._real:
            yield "That is a real name in this review; choose another."
        if _telling_words(pseudonym, type) & self._real_words:
            yield "A word of it is part of a real name in this review; choose another."
        if self._owners.get(wanted, own) is not own:
            yield "That pseudonym belongs to somebody else already; choose another."
        if wanted in self._retired:
            yield "That pseudonym was published once and is retired; choose another."
        if self._touches_kept(pseudonym, type):
            yield "That is a name that this review keeps, or part of one; choose another."
        if any(wanted in other.entities_by_key for other in self._others):
            yield "That is a real name in another map of this folder; choose another."
        if not is_name_like(pseudonym, type):
            return
        if self._is_anothers(wanted, own):
            yield "Another map of this folder has that pseudonym; choose another."
        if name_words(pseudonym) & self._review_words:
            yield "A word of it stands in the review's text already; choose another."
        if len(words(pseudonym)) == 1 and is_english(wanted):
            yield "That is a word of English, which nobody would read as a name; choose another."

    def _touches_kept(self, pseudonym: str, type: EntityType) -> bool:
        """Whether `pseudonym` is part of what is kept, in whole words, or a name with it in it.

        A label may have a kept word in it: Area A Police, where the Police stay.
        """
        wanted = _spaced(pseudonym)
        if any(wanted in text for text in self._kept):
            return True
        return is_name_like(pseudonym, type) and any(text in wanted for text in self._kept)

    def _is_anothers(self, wanted: str, own: MapEntity | None) -> bool:
        """Whether another map has the pseudonym for one who shares no name with its new owner.

        The maps of one review's agencies may well call the same person the same.
        """
        own_names = self._found_names.union(map(key, own.names) if own else ())
        owners = (owners.get(wanted) for owners in self._owners_elsewhere)
        return any(one is not None and own_names.isdisjoint(map(key, one.names)) for one in owners)


def pseudonym_notes(pseudonym: str, entity_names: Iterable[str], for_type: EntityType) -> list[str]:
    """What is worth a word about a pseudonym that can serve, for one who has `entity_names`."""
    if not is_name_like(pseudonym, for_type):
        return []
    notes = []
    new = parse_person(pseudonym)
    first = (new.first or new.surname)[:1].casefold()
    real = (parse_person(name) for name in entity_names)
    if first in {(name.first or name.surname)[:1].casefold() for name in real}:
        notes.append("It begins with the same letter as the real name.")
    if len(words(pseudonym)) > 1 and any(is_english(word) for word in name_words(pseudonym)):
        notes.append("A word of it is a word of English too.")
    return notes


@lru_cache(maxsize=1 << 14)
def name_words(name: str) -> frozenset[str]:
    """The keys of a person's name's words, without titles and initials."""
    found = words(split_title(name)[1])
    return frozenset(w.key for w in found if len(w.key) > 1 and not is_title(w.folded))


def words_elsewhere(others: Iterable[PseudonymMap]) -> frozenset[str]:
    """The keys of the words of other reviews' pseudonyms that are names, and of their real people:
    no proposal has one of them."""
    named = (
        name_words(text)
        for other in others
        for entity in other.entities
        if entity.type.is_person
        for text in (*entity.names, entity.pseudonym)
        if text is not entity.pseudonym or is_name_like(text, entity.type)
    )
    return _NONE.union(*named)


def keeping_reveals(names: PseudonymMap, text: str) -> bool:
    """Whether `text` has a word of a person's name that the map replaces."""
    return bool(name_words(text) & _words_of_replaced(names))


def _telling_words(pseudonym: str, type: EntityType) -> frozenset[str]:
    """The words of a pseudonym that nobody's real name may have.

    A label may well have a word of what somebody is called: the Neighbour, where another is Nan
    from the Hill; Hill House, where somebody is called Hill, is nobody's hint.
    """
    found = name_words(pseudonym)
    if is_name_like(pseudonym, type):
        return found
    if type.is_person:
        return found - LABEL_WORDS - FUNCTION_WORDS
    return frozenset(word for word in found if not is_english(word))


def _words_of_replaced(names: PseudonymMap) -> frozenset[str]:
    people = (entity for entity in names.entities if entity.type.is_person)
    return _NONE.union(*(name_words(name) for entity in people for name in entity.names))


def _spaced(text: str) -> str:
    return f" {' '.join(word.key for word in words(text))} "
