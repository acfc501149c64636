"""Hospitals, practices, schools and other bodies, by the word that says what they are.

"Margate Hospital", "St Mary's C of E Primary School", "Isle of Thanet NHS Trust": the name is the
run of capitalised words before the type word, and at least one of them has to be distinctive, so
"the Acute Hospital" or "the County Council" are left alone. The span excludes a leading "the".
A body whose name is that of a county ("Kent Fire and Rescue Service") is too large to localise
anybody and comes as KEEP (domain convention C34).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import ClassVar

from redactor.detection.lists import load_list
from redactor.detection.recognisers.body_names import (
    after_a_preposition,
    is_distinctive,
    name_start,
)
from redactor.detection.recognisers.body_types import LOWER_TYPES, TYPES, WEAK_TYPES, WELSH_TYPES
from redactor.detection.recognisers.body_words import FRONT_WORDS, GENERIC_WORDS
from redactor.detection.recognisers.rules import CAPITAL, KEEP, Match, Prepared, RuleRecogniser
from redactor.model import EntityType
from redactor.text.fold import folded


def _in_capitals(pattern: str) -> str:
    """`pattern` with its literal words in capitals; groups and escapes keep their meaning."""
    return re.sub(r"(?<![\\?<])[a-z]+", lambda match: match.group().upper(), pattern)


def _any_of(types: Mapping[EntityType, tuple[str, ...]], *, capitals: bool) -> str:
    groups = []
    for kind, patterns in types.items():
        variants = {*patterns, *(map(_in_capitals, patterns) if capitals else ())}
        ordered = sorted(variants, key=lambda pattern: (-len(pattern), pattern))
        groups.append(f"(?P<{kind.name}>{'|'.join(ordered)})")
    return f"(?:{'|'.join(groups)})"


_AFTER_A_WORD = r"(?<=[\w.')] )"
_OVER = r"(?![\w-])(?!'[a-rt-z])"
_CAPITAL_TYPE = re.compile(f"{_AFTER_A_WORD}{_any_of(TYPES, capitals=True)}{_OVER}")
_LOWER_TYPE = re.compile(f"{_AFTER_A_WORD}{_any_of(LOWER_TYPES, capitals=False)}{_OVER}")
_WELSH_TYPE = re.compile(
    rf"(?<!\w){_any_of(WELSH_TYPES, capitals=False)}(?: (?:[yY]r?|[A-Z][\w'-]+)){{1,3}}"
)
_PRISON = re.compile(
    r"(?<!\w)(?:HMP(?:(?:/| & | and )(?:HM)?YOI)?|HMYOI|YOI|HM Prison|HM Young Offender "
    r"Institution|IRC)"
    r" (?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})"
)
_TYPE_FIRST = re.compile(
    r"(?<!\w)(?:(?:London |Royal |Metropolitan )Borough of|City of|Diocese of|University of|"
    r"Parish of|Church of|"
    r"(?:Crown|County|Family|Magistrates'?) Court (?:at|in|sitting (?:at|in))|University "
    r"Hospitals? (?:of )?|Royal Hospital of|"
    r"Hospital of|Friends of) ?(?P<name>(?:St\.? )?[A-Z][\w'-]+(?: (?:and |upon |on "
    r")?[A-Z][\w'-]+){0,3})"
)
_PUB = re.compile(
    r"(?<![\w'])(?:[Tt]he|[Aa]t|[Ii]n|[Tt]o|[Oo]utside|[Ff]rom|[Nn]ear) "
    r"(?P<name>(?:[A-Z][\w'-]+)(?: (?:(?:and|of|&|the) )?[A-Z][\w'-]+){0,3})"
    r" (?=(?:pub|public house|inn|bar|nightclub|night club|club|caf[e\u00e9]|restaurant|gym|"
    r"supermarket|salon|takeaway|[Ww]ard)\b)"
)
_PUB_AFTER = re.compile(
    r"\b(?:pub|public house|inn|nightclub)(?:,| called| named|, called)? (?:the |The "
    r")(?P<name>[A-Z][\w'-]+(?: (?:and )?[A-Z][\w'-]+){0,3})"
)


class OrganisationRecogniser(RuleRecogniser):
    """HOSPITAL, PRACTICE, SCHOOL, ORGANISATION, and KEEP for bodies of a whole county."""

    needs: ClassVar[re.Pattern[str]] = CAPITAL
    more_entities: ClassVar[tuple[str, ...]] = (*(kind.name for kind in TYPES), KEEP)

    def find(self, prepared: Prepared) -> Iterator[Match]:
        text = prepared.text
        for match in _CAPITAL_TYPE.finditer(text):
            start = name_start(text, match.start(), match.group())
            if start is not None:
                kind = EntityType[match.lastgroup or ""]
                score = 0.75 if match.group().lower() in WEAK_TYPES else 0.87
                yield (
                    _kept_or(kind, text[start : match.start()], match.group()),
                    start,
                    match.end(),
                    score,
                )
        for match in _LOWER_TYPE.finditer(text):
            start = name_start(text, match.start(), match.group())
            if start is None or not after_a_preposition(text, start):
                continue
            yield EntityType[match.lastgroup or ""].name, start, match.end(), 0.7
        for match in _WELSH_TYPE.finditer(text):
            yield EntityType[match.lastgroup or ""].name, *match.span(), 0.85
        for match in _PRISON.finditer(text):
            end = match.end() - _tail_to_drop(match.group("name"))
            yield EntityType.ORGANISATION.name, match.start(), end, 0.9
        for match in _TYPE_FIRST.finditer(text):
            name = match.group("name")
            if not is_distinctive(name.split()) or name.split()[0] in (
                "England",
                "London",
                "Rome",
                "Nursing",
                "Policing",
                "Scotland",
                "Wales",
            ):
                continue
            kind = EntityType.HOSPITAL if "Hospital" in match.group() else EntityType.ORGANISATION
            yield _kept_or(kind, name), match.start(), match.end(), 0.8
        for pattern in (_PUB, _PUB_AFTER):
            for match in pattern.finditer(text):
                if is_distinctive(match.group("name").split()):
                    yield EntityType.ORGANISATION.name, *match.span("name"), 0.6


def _tail_to_drop(name: str) -> int:
    """Characters of words at the end of `name` that begin something else."""
    words = name.split()
    drop = 0
    while len(words) > 1 and words[-1].lower() in GENERIC_WORDS | FRONT_WORDS:
        drop += len(words.pop()) + 1
    return drop


@cache
def _public_bodies() -> frozenset[str]:
    return frozenset(folded(name) for name in load_list("public_bodies"))


@cache
def _counties() -> tuple[str, ...]:
    found = {
        folded(place)
        for place in (*load_list("counties"), *load_list("countries"), *load_list("large_places"))
    }
    return tuple(sorted(found, key=lambda place: (-len(place), place)))


def _kept_or(kind: EntityType, name: str, type_words: str = "") -> str:
    """The entity for a body called `name`: KEEP when listed or of a county."""
    if name + type_words in _public_bodies():
        return KEEP
    if kind is not EntityType.ORGANISATION:
        return kind.name
    rest = f" {name} "
    named = False
    for place in _counties():
        if place in rest and re.search(rf"(?<!\w){re.escape(place)}(?!\w)", rest):
            rest = re.sub(rf"(?<!\w){re.escape(place)}(?!\w)", "", rest)
            named = True
    directions = ("north", "south", "east", "west", "central", "mid")
    left = [word.lower().strip(",&") for word in rest.split()]
    if named and not is_distinctive(left) and not any(word in directions for word in left):
        return KEEP
    return kind.name
