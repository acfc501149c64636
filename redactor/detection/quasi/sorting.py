"""Which kind of quasi-identifier something is, by its label or its type and its own words."""

from __future__ import annotations

import re
from functools import cache

from redactor.detection.lexicon import is_british_place, is_kept_place
from redactor.detection.lists import load_list
from redactor.detection.quasi.dates import AGE, CLOCK, DAY, DURATION, MONTH_OF_YEAR, YEAR
from redactor.detection.quasi.kinds import Kind
from redactor.model import ORGANISATIONS, EntityType
from redactor.text.fold import key
from redactor.text.words import is_english, words

_OF_LABEL = {
    "MONEY": Kind.MONEY,
    "PERCENT": Kind.MEASURE,
    "QUANTITY": Kind.MEASURE,
    "CARDINAL": Kind.NUMBER,
    "ORDINAL": Kind.NUMBER,
    "NORP": Kind.NATIONALITY,
    "LANGUAGE": Kind.NATIONALITY,
    "LAW": Kind.LAW,
}
_TIMES = (
    (Kind.DAY, DAY),
    (Kind.MONTH, MONTH_OF_YEAR),
    (Kind.AGE, AGE),
    (Kind.DURATION, DURATION),
    (Kind.YEAR, YEAR),
    (Kind.CLOCK, CLOCK),
)
_BRITISH_STATES = (
    "United Kingdom",
    "UK",
    "Great Britain",
    "Northern Ireland",
    "England",
    "Scotland",
    "Wales",
)
_STATE = re.compile(r"\b(?:Republic|Kingdom|Federation|Government|Principality|Grand\s+Duchy)\b")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9/&-]{1,9}s?")
_INITIALS = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s[A-Z]|[A-Z]\.)(?:[\s-]?[A-Z]?\.?){0,3}(?:['\u2019]s)?"
)


def kind_of_label(label: str, text: str) -> Kind:
    """The kind of what spaCy gives a label to."""
    match label:
        case "DATE" | "TIME":
            return kind_of_time(text)
        case "GPE" | "LOC" | "FAC":
            return kind_of_place(text)
        case "ORG":
            return kind_of_body(text)
        case "PERSON":
            return kind_of_person(text)
        case _:
            return _OF_LABEL.get(label, Kind.EVENT)


def kind_of_mention(type_: EntityType, text: str) -> Kind:
    """The kind of what a review masks, asks about or keeps."""
    if type_.is_person:
        return kind_of_person(text)
    if type_ is EntityType.PLACE:
        return kind_of_place(text)
    if type_ in ORGANISATIONS:
        return kind_of_body(text)
    return kind_of_time(text) if type_ is EntityType.DATE_OF_BIRTH else Kind.IDENTIFIER


def kind_of_time(text: str) -> Kind:
    return next((kind for kind, shape in _TIMES if shape.search(text)), Kind.WHEN)


def kind_of_person(text: str) -> Kind:
    return Kind.INITIALS if _INITIALS.fullmatch(text) else Kind.PERSON


def kind_of_place(text: str) -> Kind:
    if key(text) in _countries():
        return Kind.COUNTRY
    if _keys(text) & load_list("institution_words"):
        return kind_of_body(text)
    return Kind.INITIALS if _INITIALS.fullmatch(text) else Kind.PLACE


def kind_of_body(text: str) -> Kind:
    """The kind of the body that a capitalised phrase names.

    A court that has a town in its name localises somebody; the Court of Cassation does not.
    """
    if key(text) in _countries():
        return Kind.COUNTRY
    if _INITIALS.fullmatch(text):
        return Kind.INITIALS
    if _ACRONYM.fullmatch(text):
        return Kind.ACRONYM
    if _STATE.search(text):
        return Kind.STATE
    found = _keys(text)
    if found & load_list("company_words"):
        return Kind.BODY
    if found & load_list("institution_words"):
        return Kind.COURT if _is_localised(text) else Kind.OFFICE
    return Kind.BODY


def is_institution(text: str) -> bool:
    """True when a word of `text` belongs to an office: no last word of it is a surname."""
    return bool(_keys(text) & load_list("institution_words"))


def is_people(word: str) -> bool:
    """True for the word of a nation or a religion, as it is written, and for a country."""
    return word in load_list("peoples") or key(word) in _countries()


def _keys(text: str) -> set[str]:
    return {word.key for word in words(text)}


@cache
def _countries() -> frozenset[str]:
    return frozenset(key(name) for name in (*load_list("countries"), *_BRITISH_STATES))


def _is_localised(text: str) -> bool:
    """True when a word of `text` is a place, or no English word at all."""
    return any(
        word.is_capitalised
        and word.key not in load_list("institution_words")
        and not is_people(word.folded)
        and (not is_english(word.key) or is_british_place([word]) or is_kept_place(word.key))
        for word in words(text)
    )
