"""Two words that make a name together, though each is a word: "Grant Love", "H. Judge"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from redactor.detection import context
from redactor.detection.lexicon import is_a_relation, is_generic_word, may_be_a_given_name
from redactor.detection.reading import Reading
from redactor.model import Evidence
from redactor.text.given_names import is_given_name
from redactor.text.name_words import usual_as_surname
from redactor.text.nicknames import all_given_names
from redactor.text.words import is_english

TERM_AS_SURNAME = Evidence(
    "title", 0.9, "a surname of the review behind a given name or an initial"
)
_OF_THE_REVIEW = Evidence("beside", 0.85, "a given name and a surname of the review")
_USUAL_PAIR = Evidence("beside", 0.75, "a usual given name and a usual surname")
_USUAL = 0.2
"""From here, on the scale of text.name_words, a word is a usual surname by itself."""


def whole_names(
    reading: Reading, explained: Collection[int], surnames: Collection[str]
) -> Iterator[tuple[int, Evidence]]:
    """Words of `reading` that make a name with the word beside them, and why; `surnames` are the
    keys of words behind a title anywhere in the review, `explained` words that something explains.
    """
    for index, following in pairwise(reading.capitals):
        if following == index + 1 and index not in explained and following not in explained:
            for reason in _pairs(reading, index, surnames):
                yield from ((index, reason), (following, reason))
    for index in reading.capitals:
        if _is_a_term_as_surname(reading, index, surnames):
            yield index, TERM_AS_SURNAME


def _pairs(reading: Reading, index: int, surnames: Collection[str]) -> Iterator[Evidence]:
    """Why words `index` and the next are one name: "May Silver" or "Silver, May", when somebody is
    called "Ms Silver"; and two words that many are called by."""
    words = reading.words[index : index + 2]
    gap = reading.gaps[index].strip()
    if words[0].possessive or gap not in ("", ","):
        return
    if not gap and _is_a_usual_pair(reading, index):
        yield _USUAL_PAIR
    given, surname = words if not gap else words[::-1]
    if surname.key in surnames and given.key not in surnames:
        usual = given.key in all_given_names() or context.names_a_month(given.key)
        if usual or not (gap or reading.starts[index] or is_generic_word(given)):
            yield _OF_THE_REVIEW


def _is_a_usual_pair(reading: Reading, index: int) -> bool:
    """ "Grant Love": two English words that people are called by, and no third beside them."""
    given, surname = reading.words[index : index + 2]
    if is_generic_word(given) or is_generic_word(surname) or given.is_upper != surname.is_upper:
        return False
    if not (is_english(given.key) and is_english(surname.key)) or context.in_capitals(reading):
        return False
    if not may_be_a_given_name(given.key) or not usual_as_surname(surname.key):
        return False
    around = [i for i in (index - 1, index + 2) if 0 <= i < len(reading.words)]
    return not any(
        reading.words[i].is_capitalised
        and reading.gaps[min(i, index + 1)] == " "
        and not reading.starts[max(i, index)]
        for i in around
    )


def _is_a_term_as_surname(reading: Reading, index: int, surnames: Collection[str]) -> bool:
    """ "H. Judge", "Misty Judge", "Mr Heath Judge", where somebody is called "Mr Judge"."""
    word = reading.words[index]
    if not index or word.key not in surnames:
        return False
    if not (is_generic_word(word) or is_a_relation(word.key)):
        return False
    previous, gap = reading.words[index - 1], reading.gaps[index - 1]
    if not previous.is_capitalised:
        return False
    if len(previous.folded) == 1:
        return gap in (" ", ".")
    alike = previous.is_upper == word.is_upper
    return gap == " " and alike and may_be_a_given_name(previous.key)


def ends_a_name(reading: Reading, index: int) -> bool:
    """ "Doreen Woods": a word that many are called by, behind a given name that is no word."""
    word = reading.words[index]
    if usual_as_surname(word.key) < _USUAL or is_generic_word(word) or word.is_upper:
        return False
    previous = reading.words[index - 1].key if index else ""
    following = reading.words[index + 1 : index + 2]
    goes_on = any(w.is_capitalised for w in following) and reading.gaps[index] == " "
    return is_given_name(previous) and not is_english(previous) and not goes_on
