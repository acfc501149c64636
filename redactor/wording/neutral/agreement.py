"""What changes with a subject when "he" or "she" becomes "they": the verbs that belong to it."""

from __future__ import annotations

from dataclasses import dataclass

from redactor.wording.neutral.grammar import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    SURE_VERBS,
    THIRD_PERSON,
    is_adverb,
    is_certainly_finite,
    is_finite,
    plural_verb,
)
from redactor.wording.neutral.pronouns import Pronoun
from redactor.wording.neutral.tokens import Reading

_ASIDE = 8
"""The longest aside between a subject and its verb, in words: "he, his teacher said, was"."""
_REACH = 14
"""How far behind the first verb a second one of the same subject is looked for, in words."""
_BEFORE_INVERSION = frozenset(
    "why how when where what who whom which nor neither so than as only never and but not "
    "seldom rarely".split()
)
_PERFECT = frozenset(
    "been had got gone done eaten come become begun started stopped told said seen made taken "
    "given lost left found grown learnt learned fallen broken forgotten met moved missed "
    "settled kept spent written spoken asked never already just ever".split()
)
"""After "he's" these mean "he has"; other participles in -ed and -en mean it before an object."""
_STATES = frozenset(
    "tired scared frightened worried bored excited confused distressed terrified interested "
    "relaxed ashamed embarrassed annoyed aged allowed supposed used named called".split()
)


@dataclass(frozen=True, slots=True)
class Agreement:
    """New words by token, and whether another verb may have to change that could not be told."""

    words: dict[int, str]
    leaves_doubt: bool = False


def agree(reading: Reading, pronoun: Pronoun) -> Agreement:
    """What becomes of the verbs of a subject pronoun, and of a contraction in its own word."""
    at = pronoun.at
    changed: dict[int, str] = {at: "they" + ("" if pronoun.ending == "'s" else pronoun.ending)}
    if pronoun.ending == "'s":
        changed[at] = "they " + _contracted(reading, at)
        return _with_more_verbs(reading, at, changed)
    if pronoun.ending:
        return Agreement(changed)
    before = _inverted(reading, at)
    if before >= 0:
        changed[before] = THIRD_PERSON[reading.key(before)]
        return Agreement(changed)
    verb = _first_verb(reading, at, changed)
    if verb < 0:
        return Agreement(changed)
    plural = plural_verb(reading.key(verb))
    if plural:
        changed[verb] = plural
    return _with_more_verbs(reading, verb, changed)


def _contracted(reading: Reading, at: int) -> str:
    after = reading.next_in_phrase(at)
    while after >= 0 and (reading.key(after) == "not" or is_adverb(reading.key(after))):
        after = reading.next_in_phrase(after)
    key = reading.key(after) if after >= 0 else ""
    if key in _PERFECT:
        return "have"
    if not key.endswith(("ed", "en")) or key in _STATES or len(key) < 4:
        return "are"
    further = reading.next_in_phrase(after)
    has_object = further >= 0 and (
        reading.key(further) in DETERMINERS
        or reading.key(further) in PRONOUNS
        or reading.tokens[further].person >= 0
    )
    return "have" if has_object else "are"


def _inverted(reading: Reading, at: int) -> int:
    """The auxiliary right before a subject, "does he", "isn't she"; -1 where there is none."""
    before = at - 1
    if reading.key(before) not in THIRD_PERSON or reading.next_in_phrase(before) != at:
        return -1
    if reading.key(before) in ("does", "doesn't"):
        return before
    opens = (
        not reading.same_sentence(before, before - 1)
        or not reading.tokens[before].follows_directly
        or reading.key(before - 1) in _BEFORE_INVERSION
    )
    if opens:
        return before
    after = reading.next_in_phrase(at)
    return before if after < 0 and reading.key(before).endswith("n't") else -1


def _first_verb(reading: Reading, at: int, changed: dict[int, str]) -> int:
    """The finite verb of the subject at `at`, -1 if none is near; takes "himself" up on the way."""
    after = at + 1
    if reading.same_sentence(at, after) and reading.key(after) in ("himself", "herself"):
        changed[after] = "themselves"
        after += 1
    if reading.same_sentence(at, after) and not reading.tokens[after].follows_directly:
        after = _behind_aside(reading, after)
    while reading.same_sentence(at, after) and (
        is_adverb(reading.key(after)) or reading.key(after) == "not"
    ):
        if plural_verb(reading.key(after)) and is_certainly_finite(reading.key(after)):
            break
        after += 1
    if not reading.same_sentence(at, after) or reading.tokens[after].person >= 0:
        return -1
    return after if is_finite(reading.key(after)) else -1


def _behind_aside(reading: Reading, start: int) -> int:
    """The token after the comma that ends an aside begun before `start`; `start` if none does."""
    if "," not in reading.tokens[start].before:
        return start
    for after in range(start + 1, start + _ASIDE):
        if not reading.same_sentence(start, after):
            break
        if "," in reading.tokens[after].before:
            return after
    return start


def _with_more_verbs(reading: Reading, first: int, changed: dict[int, str]) -> Agreement:
    """Take up the verbs joined to the first: "he eats and sleeps", "he smiles, waves and runs"."""
    in_s = first in changed and reading.key(first) not in AUXILIARIES
    last = first
    doubt = False
    waiting: dict[int, str] = {}  # verbs after a comma: proven by the "and" that ends their list
    said_of_others = False
    for at in range(first + 1, first + _REACH):
        if not reading.same_sentence(first, at) or any(
            c in reading.tokens[at].before for c in ";:.–—"
        ):
            break
        if reading.tokens[at].quote != reading.tokens[first].quote:
            break
        key = reading.key(at)
        if (key in SUBORDINATORS or key in RELATIVES) and key != "than":
            said_of_others = True
        joined = reading.key(at - 1) in ("and", "or", "but") or (
            is_adverb(reading.key(at - 1)) and reading.key(at - 2) in ("and", "or", "but")
        )
        listed = "," in reading.tokens[at].before and in_s
        plural = plural_verb(key)
        if not (joined or listed):
            if _begins_clause(reading, at):
                said_of_others = True
            continue
        if not plural:
            if _begins_clause(reading, at):
                break
            continue
        if listed and not joined:
            if at - last == 1 or _is_verb_here(reading, at) or _has_preposition(reading, at):
                waiting[at] = plural
                last = at
            continue
        directly = at - first <= 2 and in_s
        if not said_of_others and (directly or waiting or _is_verb_here(reading, at)):
            changed.update(waiting)
            changed[at] = plural
            waiting = {}
            last = at
        elif said_of_others or _is_verb_here(reading, at):
            doubt = True
    return Agreement(changed, leaves_doubt=doubt)


def _is_verb_here(reading: Reading, at: int) -> bool:
    """True where a word in -s cannot be a noun: "uses a spacer", "has", "says"."""
    key = reading.key(at)
    if key in THIRD_PERSON or key in SURE_VERBS:
        return True
    after = reading.next_in_phrase(at)
    if after < 0:
        return False
    following = reading.key(after)
    return (
        following in DETERMINERS
        or following in PRONOUNS
        or following in ("to", "out", "up", "well", "that")
        or is_adverb(following)
        or reading.tokens[after].person >= 0
    )


def _has_preposition(reading: Reading, at: int) -> bool:
    after = reading.next_in_phrase(at)
    return after >= 0 and reading.key(after) in PREPOSITIONS


def _begins_clause(reading: Reading, at: int) -> bool:
    """A subject of its own stands at `at`: a name or a pronoun with a verb behind it."""
    token = reading.tokens[at]
    is_subject = token.person >= 0 or token.key in ("he", "she", "they", "it", "we", "i", "you")
    after = reading.next_in_phrase(at)
    return is_subject and after >= 0 and is_finite(reading.key(after))
