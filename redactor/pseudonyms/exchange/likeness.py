"""Whether words can be another name of the same person or body."""

from __future__ import annotations

from redactor.pseudonyms.exchange.kinds import NOBODY, kind_of_relationship
from redactor.text.fold import key
from redactor.text.given_names import is_given_name
from redactor.text.names import parse_person
from redactor.text.nicknames import full_names
from redactor.text.words import words

_LONGEST_NICKNAME = 6
_MOST_WORDS = 4


def with_surname(real: str, surname: str) -> str:
    """ "Ann Pike" for "Ann Hargreaves" with another surname."""
    return " ".join([*parse_person(real).given, surname])


def is_form_of(text: str, real: str) -> bool:
    """True for Kez, Kezza Pritchard or Big Kieran beside Kieran Pritchard.

    A nickname begins as the given name does, and is no capitals: those are an agency's.
    """
    found = words(text)
    if not found or len(found) > _MOST_WORDS or any(word.folded[0].islower() for word in found):
        return False
    own = parse_person(real)
    own_words = {word.key for part in (*own.given, own.surname) for word in words(part)}
    if len(found) > 1:
        is_described = kind_of_relationship(text) != NOBODY
        shares = any(word.key in own_words for word in found)
        return shares or (not is_described and _may_be_one(found[0].key, own.first))
    word = found[0]
    return not word.is_upper and _may_be_one(word.key, own.first)


def differ_wholly(real: str, other: str) -> bool:
    """True for two whole names that share nothing: those of two people."""
    one, two = parse_person(real), parse_person(other)
    if not (one.is_full and two.is_full):
        return bool(one.title and two.title) and key(one.surname) != key(two.surname)
    shares_surname = bool({w.key for w in words(one.surname)} & {w.key for w in words(two.surname)})
    return not shares_surname and not _may_be_one(key(two.first), one.first)


def is_short_form(text: str, real: str) -> bool:
    """True for "ITNT" beside "Isle of Thanet NHS Trust": letters that begin its words, in order."""
    if not (text.isalnum() and len(text) > 1 and text[:-1].isupper()):
        return False
    starts = iter("".join(w.key if w.is_upper else w.key[0] for w in words(real)))
    return all(letter in starts for letter in key(text))


def _may_be_one(word: str, given: str) -> bool:
    """True where `word`, a key, may stand for the given name `given`."""
    own = key(given)
    if not own:
        return False
    if word == own or own in full_names(word) or word in full_names(own):
        return True
    return word[0] == own[0] and (len(word) <= _LONGEST_NICKNAME or is_given_name(word))
