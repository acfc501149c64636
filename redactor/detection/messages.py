"""Names in messages that are typed without capitals: "tell trinity i love her", "baz: home. swear".

No model reads them and no capital shows them. Where such a text addresses or introduces somebody, a
word of a name of the review is taken, and a word that is none of the language is asked about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from redactor.detection.evidence import PersonEvidence
from redactor.detection.layouts import (
    addressed,
    in_a_message,
    in_small_letters,
    is_a_whole_message,
    is_titled_small,
    speaks,
    stands_free,
)
from redactor.detection.lexicon import OPENERS, kin_words
from redactor.detection.lists import load_list
from redactor.detection.reading import Reading
from redactor.detection.spans import Candidate
from redactor.model import EntityType, Evidence, Verdict
from redactor.text.nicknames import all_given_names
from redactor.text.words import is_english

_SHORTEST = 3
_JOINTS = frozenset({" ", "&", "+"})
_NAMED = (Evidence("message", 0.85, "a name of the review, typed without capitals"),)
_ASKED = (Evidence("message", 0.5, "stands like a name in a message without capitals"),)


def _is_strange(key: str) -> bool:
    """No word of English, nor the plural of one."""
    if len(key) < _SHORTEST:
        return False
    return not (is_english(key) or is_english(key.removesuffix("s")))


def _is_usual(key: str) -> bool:
    """A word of messages: for a relation ("mams"), or one that they are full of ("love")."""
    return key in load_list("text_speak") or not kin_words().isdisjoint(
        {key, key.removesuffix("s")}
    )


def names_in_messages(
    reading: Reading, persons: PersonEvidence, covered: Collection[int]
) -> Iterator[Candidate]:
    """The words of `reading` in small letters that are, or may be, somebody's name."""
    shown: dict[int, bool] = {}
    for index, word in enumerate(reading.words):
        if word.is_capitalised or not persons.may_be_small(word.key) or index in covered:
            continue
        named = persons.is_proven(word.key) or persons.is_short_for_a_name(word.key)
        strange = _is_strange(word.key)
        if not (named or strange) or (_is_usual(word.key) and not speaks(reading, index)):
            continue
        if _is_shown(reading, index, named=named, strange=strange):
            shown[index] = named
    for index, named in {**_beside_a_name(reading, persons, {*shown, *covered}), **shown}.items():
        word = reading.words[index]
        titled = is_titled_small(reading, index)
        yield Candidate(
            reading.words[index - 1].start if titled else word.start,
            word.end,
            EntityType.PERSON,
            Verdict.REPLACE if named else Verdict.ASK,
            _NAMED if named else _ASKED,
        )


def _is_shown(reading: Reading, index: int, *, named: bool, strange: bool) -> bool:
    """The label of a speaker, behind a title, addressed in a message, or all that one says."""
    if speaks(reading, index) or is_titled_small(reading, index):
        return True
    key = reading.words[index].key
    if strange and key in all_given_names() and stands_free(reading, index):
        return True
    if addressed(reading, index) and in_small_letters(reading, index):
        return True
    return is_a_whole_message(reading, index) or (strange and in_a_message(reading, index))


def _beside_a_name(
    reading: Reading, persons: PersonEvidence, shown: Collection[int]
) -> dict[int, bool]:
    """The rest of a name whose other word is shown: "law" of "gaz law", "tony" of "tony young"."""
    found = {}
    for index, word in enumerate(reading.words):
        if word.is_capitalised or index in shown or not persons.is_proven(word.key):
            continue
        if word.key in OPENERS:
            continue
        for other, gap in ((index - 1, index - 1), (index + 1, index)):
            if other not in shown or reading.gaps[gap] not in _JOINTS:
                continue
            beside = reading.words[other]
            if not beside.is_capitalised and persons.names_somebody(beside.key):
                found[index] = True
    return found
