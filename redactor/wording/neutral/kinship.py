"""Nouns that tell a child's sex: the words for them without it, and whose they are.

A review's victim is somebody's daughter, and its perpetrator somebody's son: a noun is a child's
where a child's name stands beside it, where it belongs to a child, where an age says so, or where
the words around speak of one. "niece" and "nephew" become "young relative" beside an owner, as
"her child" would name another parent, and "child" elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from redactor.text.sexes import Sex
from redactor.wording.neutral.ages import age_near
from redactor.wording.neutral.cast import Cast
from redactor.wording.neutral.clauses import subject_of
from redactor.wording.neutral.grammar import (
    AUXILIARIES,
    DETERMINERS,
    is_adverb,
    is_certainly_finite,
    is_function_word,
)
from redactor.wording.neutral.rewording import Certainty
from redactor.wording.neutral.tokens import Reading


class Kin(StrEnum):
    """What a noun says of somebody beside the sex."""

    YOUNG = "young"
    OFFSPRING = "offspring"
    SIBLING = "sibling"
    GRANDCHILD = "grandchild"
    SIBLINGS_CHILD = "sibling's child"


@dataclass(frozen=True, slots=True)
class KinNoun:
    """``neutral`` is the word without sex; plurals answer plurals."""

    kin: Kin
    sex: Sex
    neutral: str
    is_plural: bool = False


def _nouns() -> dict[str, KinNoun]:
    rows = [
        (Kin.OFFSPRING, "son", "daughter", "child", "children"),
        (Kin.OFFSPRING, "stepson", "stepdaughter", "stepchild", "stepchildren"),
        (Kin.OFFSPRING, "godson", "goddaughter", "godchild", "godchildren"),
        (Kin.YOUNG, "boy", "girl", "child", "children"),
        (Kin.YOUNG, "lad", "lass", "child", "children"),
        (Kin.YOUNG, "schoolboy", "schoolgirl", "pupil", "pupils"),
        (Kin.SIBLING, "brother", "sister", "sibling", "siblings"),
        (Kin.SIBLING, "stepbrother", "stepsister", "stepsibling", "stepsiblings"),
        (Kin.GRANDCHILD, "grandson", "granddaughter", "grandchild", "grandchildren"),
        (Kin.SIBLINGS_CHILD, "nephew", "niece", "young relative", "young relatives"),
    ]
    found = {}
    for kin, male, female, one, many in rows:
        words: tuple[tuple[str, Sex], ...] = ((male, "m"), (female, "f"))
        for word, sex in words:
            plural = word + ("es" if word.endswith("s") else "s")
            found[word] = KinNoun(kin, sex, one)
            found[plural] = KinNoun(kin, sex, many, is_plural=True)
    return found


NOUNS = _nouns()


class Standing(StrEnum):
    """Why a noun is taken for a child's; the words of the reasons."""

    NAMED = "a noun for the child named beside it"
    OWNED = "a noun for kin of a child"
    AGED = "a noun with a child's age"
    YOUNG = "a noun for a child"
    AROUND = "a noun for kin, where children are spoken of"
    POSSIBLE = "a noun for kin that may be a child"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A noun taken for a child's; ``referent`` is -1 where nobody spoken of before is meant."""

    referent: int
    standing: Standing
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun with what stands before it: tokens ``start`` to ``at``.

    ``owner`` is the token of "his", "Danielle's" or of the name after "of"; -1 for none.
    """

    at: int
    start: int
    owner: int
    noun: KinNoun


_LONGEST_PHRASE = 6
_OWNERS = frozenset("his her their my our your its".split())
_FOND = frozenset("mummy daddy mum dad mother father".split())
"""A "mummy's girl" is a saying; another word would need another sentence."""
_NOT_KIN_BEFORE = frozenset("ward theatre charge".split())
_NOT_KIN_AFTER = frozenset(
    "company organisation agency service services site school trust hospital ward friend "
    "friends band scout scouts guides guide racer team football grammar".split()
)


def phrase_at(reading: Reading, at: int) -> Phrase | None:
    """The phrase whose noun stands at `at`; None where the word is no noun for kin here."""
    noun = NOUNS.get(reading.key(at))
    if noun is None or reading.key(at - 1) in _NOT_KIN_BEFORE:
        return None
    if _is_of_firm(reading, at, noun):
        return None
    after = reading.next_in_phrase(at)
    if after >= 0:
        if reading.key(after) == "in" and reading.key(after + 1) == "law":
            return None
        if reading.key(after) in _NOT_KIN_AFTER and not reading.tokens[at].is_possessive:
            return None
        written = reading.tokens[at].written
        if reading.key(at) == "sister" and written[0].isupper() and _is_title(reading, at, after):
            return None
    start = at
    while start > 0 and at - start < _LONGEST_PHRASE and reading.next_in_phrase(start - 1) == start:
        key = reading.key(start - 1)
        before = reading.tokens[start - 1]
        if noun.kin is Kin.YOUNG and key in _FOND and before.is_possessive:
            return None
        if before.is_possessive or key in _OWNERS:
            return Phrase(at, _start_of_owners(reading, start - 1), start - 1, noun)
        if before.person >= 0:
            break
        if key in DETERMINERS:
            return Phrase(at, start - 1, _owner_behind(reading, at), noun)
        if is_function_word(key) and key not in ("then", "own", "only", "first", "other"):
            break
        if is_certainly_finite(key) and not key.endswith("ed"):
            break
        start -= 1
    return Phrase(at, start, _owner_behind(reading, at), noun)


def _start_of_owners(reading: Reading, owner: int) -> int:
    """The first token of "Ann's", and of "Ann and Bill's"."""
    first = owner - 2
    joined = reading.key(owner - 1) == "and" and first >= 0
    if joined and reading.tokens[first].person >= 0 and reading.tokens[owner].person >= 0:
        return first if reading.same_sentence(owner, first) else owner
    return owner


def _is_of_firm(reading: Reading, at: int, noun: KinNoun) -> bool:
    """ "Pellow & Sons"."""
    joined = "&" in reading.tokens[at].before or reading.key(at - 1) == "and"
    return noun.is_plural and joined and reading.tokens[at].written[0].isupper()


def _is_title(reading: Reading, at: int, after: int) -> bool:
    follower = reading.tokens[after]
    opens = not reading.same_sentence(at, at - 1)
    return follower.person >= 0 and (not opens or reading.key(at - 1) == "")


def _owner_behind(reading: Reading, at: int) -> int:
    """The token of "Danielle" in "the son of Danielle"."""
    if reading.key(at + 1) != "of":
        return -1
    for behind in (at + 2, at + 3):
        if reading.same_sentence(at, behind) and (
            reading.tokens[behind].person >= 0 or behind == at + 3
        ):
            return behind
    return -1


def named_beside(cast: Cast, phrase: Phrase) -> int:
    """The token that names whom the phrase means, or is its subject; -1 for none."""
    for find in (_apposition_behind, _apposition_before):
        found = find(cast.reading, phrase)
        if found >= 0:
            return found
    return _copula_before(cast, phrase)


def _apposition_behind(reading: Reading, phrase: Phrase) -> int:
    name = phrase.at + 1
    if reading.key(name) in ("called", "named"):
        name += 1
    elif reading.key(name) == "of" and phrase.owner > 0 and not phrase.noun.is_plural:
        name = phrase.owner + 1
        if not reading.same_sentence(phrase.at, name) or "," not in reading.tokens[name].before:
            return -1
    if not reading.same_sentence(phrase.at, name) or reading.tokens[name].person < 0:
        return -1
    if reading.tokens[phrase.at].is_possessive:
        return -1
    before = reading.tokens[name].before
    if before.isspace():
        return name
    if any(mark in before for mark in "(:–—"):
        return name
    if "," not in before:
        return -1
    after = reading.next_in_phrase(name)
    joined_by_verb = after >= 0 and is_certainly_finite(reading.key(after))
    return -1 if joined_by_verb and not _opens_clause(reading, phrase.start) else name


def _opens_clause(reading: Reading, at: int) -> bool:
    return not reading.same_sentence(at, at - 1)


def _apposition_before(reading: Reading, phrase: Phrase) -> int:
    name = phrase.start - 1
    if not reading.same_sentence(phrase.at, name) or reading.tokens[name].person < 0:
        return -1
    if reading.tokens[name].is_possessive:
        return -1
    if not any(mark in reading.tokens[phrase.start].before for mark in ",(–—"):
        return -1
    after = phrase.at + 1
    if reading.same_sentence(phrase.at, after):
        follower = reading.tokens[after]
        if follower.follows_directly and follower.key not in ("of", "who", "from", "by", "with"):
            return -1
    return name


def _copula_before(cast: Cast, phrase: Phrase) -> int:
    reading = cast.reading
    verb = phrase.start - 1
    while verb > 0 and is_adverb(reading.key(verb)):
        verb -= 1
    key = reading.key(verb)
    if not reading.same_sentence(phrase.at, verb):
        return -1
    has_participle = key in ("be", "being", "been", "becoming", "become")
    if has_participle:
        verb -= 1
        while verb > 0 and reading.key(verb) in ("not", "to") and verb > 1:
            verb -= 1
        key = reading.key(verb)
    if key in _COPULAS or (has_participle and key in AUXILIARIES):
        return subject_of(reading, verb, cast.holders)
    if key == "as" and (reading.key(phrase.start) in ("a", "an", "the")):
        return next(
            (
                before
                for before in range(verb - 1, max(-1, verb - 8), -1)
                if before in cast.holders and reading.same_sentence(verb, before)
            ),
            -1,
        )
    return -1


_COPULAS = frozenset("is was became isn't wasn't remains remained".split())


def age_of(reading: Reading, phrase: Phrase) -> float | None:
    return age_near(reading, phrase.start, phrase.at)
