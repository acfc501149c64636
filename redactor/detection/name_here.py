"""Whether a proven word of a name is one where it stands, or reads as a word there."""

from __future__ import annotations

from redactor.detection import context
from redactor.detection.evidence import PersonEvidence
from redactor.detection.lexicon import is_british_place, is_generic_word
from redactor.detection.reading import Reading
from redactor.text.words import is_english

_SUPPORT_AT_START = 0.3
_MOSTLY = 0.4


def is_name_here(reading: Reading, index: int, score: float, persons: PersonEvidence) -> bool:
    """A proven word, or the plural of one, reads as a name here; `score` is what speaks for it."""
    word = reading.words[index]
    key = word.key
    if not persons.is_proven(key):
        plural = word.is_capitalised and persons.singular(key)
        return bool(plural) and (not is_english(key) or context.families(reading, index))
    mostly_a_name = persons.share(key) >= _MOSTLY
    if context.is_month(reading, index):
        return False
    english = is_english(key)
    if english and context.before_year(reading, index):
        return False
    if not mostly_a_name and context.is_plain_term(reading, index):
        return False
    if not word.is_capitalised:
        if _is_hyphened_name(reading, index, persons):
            return True
        return not english and len(key) > 2 and not is_british_place([word])
    if not english:
        return True
    if score >= _SUPPORT_AT_START:
        return True
    if mostly_a_name and reading.starts[index] and not word.is_upper:
        return not context.is_plain_word(reading, index)
    if _beside_proven(reading, index, persons):
        return True
    if context.is_tail_of_term(reading, index):
        return False
    only_a_name = not (
        persons.spellings.is_seen_in_lower_case(key)
        or is_generic_word(word)
        or key in context.MODALS
    )
    if word.is_upper:
        plain = context.in_capitals(reading) and not only_a_name
        return mostly_a_name and key not in context.MODALS and not plain
    if reading.starts[index]:
        return not context.is_plain_word(reading, index) and context.goes_on_like_a_name(
            reading, index
        )
    one_of_them = only_a_name and context.after_indefinite(reading, index)
    if context.after_determiner(reading, index) and not one_of_them:
        return False
    return not heads_a_phrase(reading, index)


def _is_hyphened_name(reading: Reading, index: int, persons: PersonEvidence) -> bool:
    """ "lily-mae" in small letters: two proven words that a hyphen joins."""
    return any(
        0 <= beside < len(reading.words)
        and reading.gaps[gap] == "-"
        and persons.is_proven(reading.words[beside].key)
        for beside, gap in ((index - 1, index - 1), (index + 1, index))
    )


def _beside_proven(reading: Reading, index: int, persons: PersonEvidence) -> bool:
    """Two words of proven names side by side, in one kind of letters: "SUMMER YOUNG"."""
    word = reading.words[index]
    for beside, gap in ((index - 1, index - 1), (index + 1, index)):
        if 0 <= beside < len(reading.words) and reading.gaps[gap].strip() in ("", ",", "-"):
            other = reading.words[beside]
            if (
                other.is_capitalised
                and other.is_upper == word.is_upper
                and not reading.words[gap].possessive
                and persons.is_proven(other.key)
                and (word.is_upper or reading.gaps[gap] == " ")
            ):
                return True
    return False


def heads_a_phrase(reading: Reading, index: int) -> bool:
    """ "Grace Centre", "Hope Project": the word belongs to a capitalised phrase, no name."""
    if index + 1 >= len(reading.words) or reading.gaps[index] != " ":
        return False
    following = reading.words[index + 1]
    return following.is_capitalised and is_english(following.key)
