"""The new words of a noun phrase: "a twin brother" → "a twin", "a male infant" → "an infant"."""

from __future__ import annotations

from redactor.wording.neutral.kinship import NOUNS, Kin, Phrase
from redactor.wording.neutral.tokens import Reading

_YOUNG_NOUNS = frozenset("baby toddler newborn".split())
"""Before "boy" or "girl" these are the noun: "baby girl" → "baby"."""
_SIZES = {"big": "older", "little": "younger", "kid": "younger"}
"""Of a brother or sister: "little sister" → "younger sibling"."""
_PLURALS = {
    noun.neutral: NOUNS[word + "s"].neutral for word, noun in NOUNS.items() if word + "s" in NOUNS
}


def noun_changes(reading: Reading, phrase: Phrase) -> dict[int, str]:
    """New words by token, "" for a token that goes; a possessive ending stays."""
    at, noun = phrase.at, phrase.noun
    before = at - 1 if at > phrase.start else -1
    key = reading.key(before) if before >= 0 else ""
    neutral = noun.neutral
    second = _second_of_pair(reading, phrase)
    if second >= 0:
        changes = {at: _PLURALS.get(neutral, neutral), at + 1: "", second: ""}
        if reading.key(phrase.start) in ("a", "an") and phrase.start == at - 1:
            changes[phrase.start] = "two"
    elif noun.kin is Kin.SIBLING and key == "twin":
        changes = {before: "twins" if noun.is_plural else "twin", at: ""}
    elif noun.kin is Kin.YOUNG and key in ("twin", "teenage"):
        word = {"twin": "twin", "teenage": "teenager"}[key]
        changes = {before: word + ("s" if noun.is_plural else ""), at: ""}
    elif noun.kin in (Kin.YOUNG, Kin.OFFSPRING) and key in _YOUNG_NOUNS:
        plural = key[:-1] + "ies" if key == "baby" else key + "s"
        changes = {before: plural if noun.is_plural else key, at: ""}
    elif noun.kin is Kin.SIBLING and key in _SIZES:
        changes = {before: _SIZES[key], at: neutral}
    else:
        changes = {at: neutral}
    return _with_ending(reading, phrase, changes)


def _with_ending(reading: Reading, phrase: Phrase, changes: dict[int, str]) -> dict[int, str]:
    token = reading.tokens[phrase.at]
    if phrase.noun.kin is Kin.SIBLINGS_CHILD and phrase.owner < 0:
        changes = {phrase.at: "children" if phrase.noun.is_plural else "child"}
    if token.is_possessive:
        last = max(at for at, word in changes.items() if word)
        apostrophe = next(char for char in reversed(token.written) if not char.isalpha())
        ending = apostrophe if changes[last].endswith("s") else apostrophe + "s"
        changes = {**changes, last: changes[last] + ending}
    return changes


def _second_of_pair(reading: Reading, phrase: Phrase) -> int:
    """The second noun of "brothers and sisters", "son and daughter"; -1 where there is none."""
    second = phrase.at + 2
    other = NOUNS.get(reading.key(second))
    is_pair = (
        other is not None
        and other.kin is phrase.noun.kin
        and reading.key(phrase.at + 1) == "and"
        and reading.next_in_phrase(phrase.at) == phrase.at + 1
        and reading.next_in_phrase(phrase.at + 1) == second
    )
    return second if is_pair else -1
