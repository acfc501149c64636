"""Who stands where in a clause, as far as word order tells it."""

from __future__ import annotations

from enum import StrEnum

from redactor.wording.neutral.grammar import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    PREPOSITIONS,
    RELATIVES,
    is_adverb,
    is_certainly_finite,
    is_finite,
)
from redactor.wording.neutral.tokens import Reading


class Role(StrEnum):
    SUBJECT = "subject"
    OWNER = "owner"
    """"Danielle" in "Danielle's son"."""
    OTHER = "other"


_LONGEST_APPOSITION = 9
_NOT_BEFORE_SUBJECT = PREPOSITIONS - CLAUSE_OPENERS - frozenset({"like"})


def role_at(reading: Reading, first: int, last: int) -> Role:
    """The role of a noun phrase whose tokens run from `first` to `last`, both inside."""
    if reading.tokens[last].is_possessive:
        return Role.OWNER
    if reading.same_sentence(first, first - 1) and reading.key(first - 1) in _NOT_BEFORE_SUBJECT:
        return Role.OTHER
    joined = reading.key(first - 1) == "and" and reading.same_sentence(first, first - 2)
    if joined and first >= 2 and reading.tokens[first - 2].person >= 0:
        return Role.OTHER
    return Role.SUBJECT if verb_of(reading, last) >= 0 else Role.OTHER


def verb_of(reading: Reading, at: int) -> int:
    """The finite verb behind the subject that ends at `at`, -1 for none.

    Passes adverbs and what is in commas or brackets. Of two who share a verb ("Amy and Ben were")
    neither is its subject: "she" means one of them no more than the other.
    """
    after = at + 1
    if not reading.same_sentence(at, after):
        return -1
    if reading.key(after) == "who":
        after += 1
    elif not reading.tokens[after].follows_directly:
        after = _behind_apposition(reading, at)
    while after >= 0 and reading.same_sentence(at, after) and is_adverb(reading.key(after)):
        after += 1
    if after < 0 or not reading.same_sentence(at, after) or reading.tokens[after].person >= 0:
        return -1
    return after if is_finite(reading.key(after)) else -1


def _behind_apposition(reading: Reading, at: int) -> int:
    opening = reading.tokens[at + 1].before
    is_apposition = opening.strip() == "," and "," in reading.tokens[at].before
    if is_apposition and is_certainly_finite(reading.key(at + 1)):
        return at + 1  # "The teacher, Ms Lund, sat"
    closing = ")" if "(" in opening else "," if "," in opening else ""
    if not closing:
        return -1
    if ")" in opening:
        return at + 1
    for after in range(at + 2, at + 2 + _LONGEST_APPOSITION):
        if not reading.same_sentence(at, after):
            return -1
        if closing in reading.tokens[after].before:
            return after
    return -1


def controller(reading: Reading, at: int, holders: dict[int, int]) -> int:
    """Who does what the word at `at` belongs to: the index of a holder's token, -1 for nobody.

    `holders` says which tokens stand for somebody. "Amy asked Ben to help him": Ben.
    """
    verb = verb_before(reading, at)
    if verb < 0:
        return -1
    for between in range(at - 1, verb, -1):
        follower = reading.key(between + 1)
        if (
            between in holders
            and not reading.tokens[between].is_possessive
            and reading.key(between) not in ("his", "her")
            and between + 1 < at
            and (follower == "to" or (follower.endswith("ing") and len(follower) > 4))
        ):
            return between
    return subject_of(reading, verb, holders)


def verb_before(reading: Reading, at: int) -> int:
    """The finite verb nearest before `at` in its sentence and quotation, -1 for none."""
    for before in range(at - 1, -1, -1):
        if not reading.same_sentence(at, before) or _leaves_quote(reading, at, before):
            return -1
        key = reading.key(before)
        if is_certainly_finite(key) or (is_finite(key) and _after_subject(reading, before)):
            return before
    return -1


def _leaves_quote(reading: Reading, at: int, before: int) -> bool:
    quote = reading.tokens[at].quote
    return quote >= 0 and reading.tokens[before].quote != quote


def _after_subject(reading: Reading, at: int) -> bool:
    before = at - 1
    while before >= 0 and is_adverb(reading.key(before)):
        before -= 1
    if before < 0:
        return False
    key = reading.key(before)
    return (
        reading.tokens[before].person >= 0 or key in ("he", "she", "who")
    ) and not reading.tokens[before].is_possessive


def subject_of(reading: Reading, verb: int, holders: dict[int, int]) -> int:
    """The holder that is the subject of the finite verb at `verb`, -1 where it is nobody."""
    before = verb - 1
    while before >= 0 and reading.same_sentence(verb, before):
        key = reading.key(before)
        if before in holders and not reading.tokens[before].is_possessive and key not in _OWNERS:
            return before
        if key in RELATIVES:
            if key == "that":
                return -1
            return _antecedent_of_relative(before, holders)
        if is_adverb(key) or key in AUXILIARIES or is_certainly_finite(key) or key.isdigit():
            before -= 1
        elif key in ("and", "but", "or", "then"):
            earlier = verb_before(reading, before)
            if earlier < 0:
                return -1
            before = earlier - 1
        elif "," in reading.tokens[before + 1].before:
            before = _before_apposition(reading, before)
        else:
            return -1
    return -1


_OWNERS = frozenset({"his", "her"})


def _antecedent_of_relative(relative: int, holders: dict[int, int]) -> int:
    return next((at for at in range(relative - 1, max(-1, relative - 4), -1) if at in holders), -1)


def _before_apposition(reading: Reading, at: int) -> int:
    for before in range(at, max(-1, at - _LONGEST_APPOSITION), -1):
        if "," in reading.tokens[before].before and reading.same_sentence(at, before - 1):
            return before - 1
    return -1
