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
    speaks,
    stands_free,
)
from redactor.detection.lexicon import kin_words
from redactor.detection.lists import load_list
from redactor.detection.reading import Reading
from redactor.detection.spans import Candidate
from redactor.model import EntityType, Evidence, Verdict
from redactor.text.nicknames import all_given_names
from redactor.text.words import is_english

_SHORTEST = 3
_NAMED = (Evidence("message", 0.85, "a name of the review, typed without capitals"),)
_ASKED = (Evidence("message", 0.5, "stands like a name in a message without capitals"),)


def _is_strange(key: str) -> bool:
    """No word of English, nor the plural of one, nor a word for a relation."""
    if len(key) < _SHORTEST or key in kin_words():
        return False
    return not (is_english(key) or is_english(key.removesuffix("s")))


def names_in_messages(
    reading: Reading, persons: PersonEvidence, covered: Collection[int]
) -> Iterator[Candidate]:
    """The words of `reading` in small letters that are, or may be, somebody's name."""
    for index, word in enumerate(reading.words):
        if word.is_capitalised or index in covered or not word.key.isalpha():
            continue
        named = persons.is_proven(word.key) or persons.is_short_for_a_name(word.key)
        strange = _is_strange(word.key)
        if not (named or strange) or word.key in load_list("text_speak"):
            continue
        speaker = strange and index == 0 and speaks(reading, 0)
        shown = addressed(reading, index) and in_small_letters(reading, index)
        shown = shown or is_a_whole_message(reading, index)
        usual = strange and word.key in all_given_names() and stands_free(reading, index)
        if speaker or shown or usual or (strange and in_a_message(reading, index)):
            yield Candidate(
                word.start,
                word.end,
                EntityType.PERSON,
                Verdict.REPLACE if named else Verdict.ASK,
                _NAMED if named else _ASKED,
            )
