"""Which pronoun of the third person stands where, and the word of "they" that answers it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from redactor.text.sexes import Sex
from redactor.text.words import is_english
from redactor.wording.neutral.grammar import (
    AUXILIARIES,
    NOT_ADVERBS_IN_LY,
    PREPOSITIONS,
    is_adverb,
    is_function_word,
)
from redactor.wording.neutral.tokens import Reading


class Case(StrEnum):
    """The place of a pronoun in its clause."""

    SUBJECT = "subject"
    OBJECT = "object"
    DETERMINER = "determiner"
    """Before a noun: "his coat"."""
    POSSESSIVE = "possessive"
    """Without one: "the coat was his"."""
    REFLEXIVE = "reflexive"


NEUTRAL = {
    Case.SUBJECT: "they",
    Case.OBJECT: "them",
    Case.DETERMINER: "their",
    Case.POSSESSIVE: "theirs",
    Case.REFLEXIVE: "themselves",
}


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun at a token; ``ending`` is its contraction, "'s", "'d", "'ll" or ""."""

    at: int
    case: Case
    sex: Sex
    ending: str = ""


_FIXED: dict[str, tuple[Case, Sex]] = {
    "he": (Case.SUBJECT, "m"),
    "she": (Case.SUBJECT, "f"),
    "him": (Case.OBJECT, "m"),
    "himself": (Case.REFLEXIVE, "m"),
    "herself": (Case.REFLEXIVE, "f"),
    "hers": (Case.POSSESSIVE, "f"),
}
_ENDINGS = ("'d", "'ll")
_ALTERNATIVES = frozenset(
    "he she him her his hers himself herself they them their themselves themself".split()
)


def pronoun_at(reading: Reading, at: int) -> Pronoun | None:
    """The pronoun at token `at`, None for any other word and for "he or she", "his/her"."""
    token = reading.tokens[at]
    key, ending = token.key, "'s" if token.is_possessive else ""
    for suffix in _ENDINGS:
        if key.endswith(suffix):
            key, ending = key.removesuffix(suffix), suffix
    if key not in _ALTERNATIVES or _names_both(reading, at) or _is_shouted(reading, at):
        return None
    if key in _FIXED:
        case, sex = _FIXED[key]
        if ending and case is not Case.SUBJECT:
            return None
        return Pronoun(at, case, sex, ending)
    if key == "his" and not ending:
        return Pronoun(at, Case.DETERMINER if _before_noun(reading, at) else Case.POSSESSIVE, "m")
    if key == "her" and not ending:
        return Pronoun(at, Case.DETERMINER if _her_is_determiner(reading, at) else Case.OBJECT, "f")
    return None


def _names_both(reading: Reading, at: int) -> bool:
    """ "he or she", "his/her", "s/he": neutral already."""
    for step in (-1, 1):
        beside = at + step
        if not 0 <= beside < len(reading.tokens):
            continue
        gap = reading.tokens[max(at, beside)].before
        if "/" in gap and (reading.key(beside) in _ALTERNATIVES or reading.key(beside) == "s"):
            return True
        further = at + 2 * step
        if reading.key(beside) == "or" and reading.key(further) in _ALTERNATIVES:
            return True
    return False


def _is_shouted(reading: Reading, at: int) -> bool:
    """An abbreviation such as HER in a sentence that is not all in capitals."""
    written = reading.tokens[at].written
    if not written.isupper():
        return False
    others = [
        t.written
        for t in reading.tokens
        if t.sentence == reading.tokens[at].sentence and t.person < 0 and t.written.isalpha()
    ]
    return not all(word.isupper() for word in others)


def _before_noun(reading: Reading, at: int) -> bool:
    after = reading.next_in_phrase(at)
    if after < 0:
        return False
    key = reading.key(after)
    return reading.tokens[after].person >= 0 or key in _BEGIN_PHRASES or not is_function_word(key)


_BEGIN_PHRASES = frozenset(
    "own first now then only once past next near back inside outside".split()
)
"""Function words that stand in a noun phrase as well: "her own", "his then partner"."""

_DITRANSITIVE = frozenset(
    "gave give gives giving given told tell tells telling offered offer offers offering "
    "showed show shows shown bought buy buys sent send sends asked ask asks brought bring "
    "brings handed read paid promised taught cost denied allowed cooked made owed lent fed "
    "got get".split()
)
_GIVEN_THINGS = frozenset(
    "money food medication medicine breakfast lunch tea dinner supper water milk juice calpol "
    "paracetamol ibuprofen antibiotics sweets chocolate toast advice information support help "
    "time space presents permission leaflets stories lifts cash drugs alcohol comfort "
    "reassurance oxygen fluids cuddles nothing things lies snacks crisps fruit".split()
)
_SENSES_AND_CAUSES = frozenset(
    "made make makes making let lets letting help helps helped helping saw see sees seen "
    "seeing heard hear hears hearing watch watched watches watching found find finds finding "
    "kept keep keeps keeping left leave leaves leaving notice noticed observed caught had "
    "have felt got get getting stopped stop prevented described".split()
)
_BARE_VERBS = frozenset(
    "go cry eat sleep say come leave stay play feel sit stand fall do be have take get wait "
    "watch walk run talk speak dress wash move see hear know understand scream shout shake "
    "breathe drink smile laugh jump climb settle read write draw hold throw hit kick bite try "
    "tell ask use keep flinch hide hurt push pull turn lie carry crawl catch open close fight "
    "drop become calm choose find cope learn make think wear put work live look".split()
)
_STATES = frozenset(
    "alone safe upset ill unwell well sad angry happy unhappy anxious late sick cry asleep "
    "awake warm cold clean dry wet hungry quiet calm afraid nervous scared frightened worried "
    "tired crying unconscious unattended unsupervised behind pregnant uncomfortable feel "
    "distressed withdrawn tearful responsive unresponsive dead bruised bleeding hysterical "
    "very so too more extremely unable".split()
)
_WHEN_AND_WHERE = frozenset(
    "yesterday today tomorrow tonight daily weekly monthly fortnightly nightly regularly "
    "every last next each twice once three four five several many most indoors outdoors "
    "upstairs downstairs abroad anything everything something nothing monday tuesday "
    "wednesday thursday friday saturday sunday overnight aside home".split()
)
_NOUNS_IN_ING = frozenset(
    "evening morning feeding being wellbeing clothing building hearing breathing reading "
    "writing learning swimming sibling siblings upbringing thinking drawing painting "
    "belongings feelings feeling wedding setting housing training bedding dressing spelling "
    "savings earnings surroundings meeting meetings bearing stammering speaking toileting "
    "wing ring ting nursing offending drinking suffering understanding standing parenting "
    "things thing".split()
)
_TO_PLACES = frozenset(
    "took take takes taking taken drove drive brought bring bringing sent send sending walked "
    "carried get got getting rushed followed see saw let".split()
)
_MOVED_BACK = _TO_PLACES | frozenset(
    "called rang hit want wanted gave give have push pushed".split()
)


def _her_is_determiner(reading: Reading, at: int) -> bool:
    """ "her coat" against "told her", by the word after and, for a few, the verb before."""
    after = reading.next_in_phrase(at)
    if after < 0:
        return False
    if reading.tokens[after].person >= 0:
        return reading.tokens[after].is_possessive is False and reading.key(at - 1) in PREPOSITIONS
    key, verb = reading.key(after), reading.key(at - 1)
    further = reading.next_in_phrase(after)
    phrase_goes_on = further >= 0 and not is_function_word(reading.key(further))
    if key in ("home", "back"):
        return verb not in (_TO_PLACES if key == "home" else _MOVED_BACK)
    if key in ("first", "last", "next", "only", "past", "then", "three", "four", "five", "own"):
        return key in ("own", "only") or phrase_goes_on
    if key in _BEGIN_PHRASES:
        return phrase_goes_on and key not in PREPOSITIONS
    if is_function_word(key) or key in _WHEN_AND_WHERE or key in AUXILIARIES:
        return False
    if verb in _DITRANSITIVE and key in _GIVEN_THINGS:
        return False
    if verb in _SENSES_AND_CAUSES and (
        (key in _BARE_VERBS and not phrase_goes_on)
        or (key in _BARE_VERBS and key not in ("work", "play", "walk", "look", "talk"))
        or (key in _STATES and not phrase_goes_on)
        or (key.endswith("ing") and key not in _NOUNS_IN_ING)
        or (key.endswith("ed") and not phrase_goes_on)
    ):
        return False
    if is_adverb(key) and key not in NOT_ADVERBS_IN_LY:
        return phrase_goes_on and _is_participle(reading.key(further))
    if key.endswith("ed") and is_english(key):
        return phrase_goes_on
    return True


def _is_participle(key: str) -> bool:
    return key.endswith(("ed", "en", "ing", "y", "ful"))
