"""The word lists that detection consults, in the shape in which it asks for them.

The lists themselves are data files with their sources in their heads (``data/``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from redactor.detection.lists import load_list, load_table
from redactor.text.fold import key
from redactor.text.given_names import is_given_name
from redactor.text.matcher import PhraseIndex
from redactor.text.name_words import usual_as_given_name
from redactor.text.names import is_title
from redactor.text.nicknames import all_given_names
from redactor.text.words import Word

OPENERS = frozenset(
    "the a an this that these those it its he she they we i you his her their our my your there "
    "in on at by for from to of with without within as after before during following when while "
    "where who what which why how if although though because since until and but or so however "
    "no not all both each every any some many most other another such one two three four five six "
    "is was were are be been being has have had do does did can could would should shall might "
    "must nobody somebody everybody anybody everyone someone anyone nothing something everything "
    "none yet then there here now today tonight tomorrow yesterday earlier later again also "
    "afterwards finally eventually meanwhile instead perhaps sometimes often usually never".split()
)
"""Function words and words for when: with a capital they begin a sentence, and name nobody."""
_NAMES_TOO = frozenset("nana baba papa mama bibi abba nani dada".split())
"""Words for relatives that somebody may be called: "Nana Yaw", "Baba"."""


@cache
def kin_words() -> frozenset[str]:
    """Words for a relation: mother, ex-partner’s last word "partner", MGM."""
    return frozenset(key(word) for word in load_list("kin_words"))


@cache
def generic_phrases() -> PhraseIndex[str]:
    """Capitalised terms of the field that name nobody; the payload is the term."""
    index: PhraseIndex[str] = PhraseIndex()
    for phrase in load_list("generic_terms"):
        index.add(phrase, phrase)
    for phrase, *_ in load_table("role_words"):
        index.add(phrase, phrase)
    return index


@cache
def _generic_words() -> tuple[frozenset[str], frozenset[str]]:
    """Single terms: the keys of those written as words, and the abbreviations as written."""
    terms = [*load_list("generic_terms"), *(row[0] for row in load_table("role_words"))]
    single = [term for term in terms if " " not in term]
    return (
        frozenset(key(term) for term in single if not term.isupper()),
        frozenset(term for term in single if term.isupper()),
    )


def is_generic_word(word: Word) -> bool:
    """True for a word that is a term of the field by itself: "Panel", "MARAC", but not "Marac"."""
    terms, abbreviations = _generic_words()
    return word.key in terms or word.folded in abbreviations


def _british_names() -> frozenset[str]:
    lists = ("british_places", "districts", "more_places")
    return frozenset().union(*(load_list(name) for name in lists))


@cache
def british_places() -> PhraseIndex[bool]:
    """British towns and villages (GeoNames), districts, and suburbs of larger towns."""
    index: PhraseIndex[bool] = PhraseIndex()
    for name in sorted(_british_names()):
        index.add(name, True)
    return index


def is_british_place(found: Sequence[Word]) -> bool:
    """True when the words are a British town, district or suburb, whatever their case."""
    return british_places().holds(found)


@cache
def kept_places() -> PhraseIndex[bool]:
    """Nations, regions, counties and cities too large to localise anybody: they stay."""
    index: PhraseIndex[bool] = PhraseIndex()
    for name in (*load_list("counties"), *load_list("large_places"), *load_list("countries")):
        index.add(name, True)
    return index


@cache
def _kept_keys() -> frozenset[str]:
    return frozenset(
        key(name)
        for name in (*load_list("counties"), *load_list("large_places"))
        if " " not in name
    )


def is_kept_place(word: str) -> bool:
    """True for a word, given in lower case, that is a county or a large city by itself."""
    return word in _kept_keys()


def may_be_a_given_name(word: str) -> bool:
    """True for a word, given in lower case, that is a usual given name, or an English word that
    somebody is called by and that is no function word."""
    return is_given_name(word) or (word not in OPENERS and usual_as_given_name(word) > 0)


@lru_cache(maxsize=1 << 14)
def is_a_relation(key: str) -> bool:
    """ "Mam", "Nana", "Mrs": who is called so has another name."""
    relation = key in kin_words() or is_title(key.title())
    return relation and key not in _NAMES_TOO and key not in all_given_names()
