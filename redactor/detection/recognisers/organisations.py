"""Hospitals, practices, schools and other bodies, by the word that says what they are.

"Margate Hospital", "St Mary's C of E Primary School", "Isle of Thanet NHS Trust": the name is the
run of capitalised words before the type word, and at least one of them has to be distinctive, so
"the Acute Hospital" or "the County Council" are left alone. The span excludes a leading "the".
A body whose name is that of a county ("Kent Fire and Rescue Service") is too large to localise
anybody and comes as KEEP (domain convention C34).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from redactor.detection.lists import load_list
from redactor.detection.recognisers.body_kinds import (
    PARTNERS,
    SURNAME_TYPES,
    WEAK_TYPES,
    WELSH_TYPES,
)
from redactor.detection.recognisers.body_names import (
    after_a_preposition,
    is_distinctive,
    is_place,
    is_somewhere,
    name_start,
)
from redactor.detection.recognisers.body_types import TYPES
from redactor.detection.recognisers.body_words import FRONT_WORDS, GENERIC_WORDS
from redactor.detection.recognisers.hints import CAPITAL, Hint
from redactor.detection.recognisers.joined_places import joined_places
from redactor.detection.recognisers.labelled_places import labelled_places
from redactor.detection.recognisers.prepared import Prepared
from redactor.detection.recognisers.pubs import PUB, WITH_TWO
from redactor.detection.recognisers.pubs import WORDS as PUB_WORDS
from redactor.detection.recognisers.rules import KEEP, Match, RuleRecogniser
from redactor.detection.recognisers.teams import WORDS as TEAM_WORDS
from redactor.detection.recognisers.teams import places_of_teams
from redactor.detection.recognisers.type_finder import OVER, capital_types, lower_types, typed
from redactor.model import EntityType
from redactor.text.fold import folded

# In small letters they end nothing but the name of one: "Whinney Hill estate", "Tower Street nick".
_PLAIN_ENOUGH = frozenset({"estate", "nick", "police station"})
# "Church Lane surgery", wherever it stands: nobody has an operation on a lane.
_STREET = re.compile(
    r" (?:Road|Lane|Street|Avenue|House|Hill|Park|Green|Way|Place|Close|Drive|Square|View) $"
)
_PARTNERS = re.compile(rf"(?<=[\w.')] ){PARTNERS}{OVER}")
_WELSH_TYPE = re.compile(
    "(?<!\\w)(?:"
    + "|".join(f"(?P<{kind.name}>{'|'.join(words)})" for kind, words in WELSH_TYPES.items())
    + r")(?:'r)?(?: (?:[yY]r?|[A-Z][\w'-]+)){1,3}"
)
_WELSH_WORDS = frozenset(
    re.findall("[a-z]+", " ".join(word for words in WELSH_TYPES.values() for word in words).lower())
)
_PRISON = re.compile(
    r"(?<!\w)(?:HMP(?:(?:/| & | and )(?:HM)?YOI)?|HMYOI|YOI|HM Prison|HM Young Offender "
    r"Institution|IRC)"
    r" (?P<name>[A-Z][\w'-]+(?: (?:of |the |y |yr |le |upon )?[A-Z][\w'-]+){0,2})"
)
_PRISON_WORDS = frozenset({"hmp", "hmyoi", "yoi", "hm", "irc"})
_TYPE_FIRST = re.compile(
    r"(?<!\w)(?:(?:London |Royal |Metropolitan )Borough of|City of|Diocese of|University of|"
    r"Parish of|Church of|(?:Crown|County|Family|Sheriff|Combined|Magistrates'?) Court "
    r"(?:at|in|of|sitting (?:at|in))|University Hospitals? (?:of )?|Royal Hospital of|"
    r"Hospital of|(?:Young Carers|Carers|Friends|Voices|Women|Mothers|Men|Families) of|"
    r"(?:Tenants'|Residents')(?: and (?:Tenants'|Residents'))? Association of|Caf[\u00e9e]|"
    r"(?:(?:Jamia|Jame|Jami'a|Central) )?Masjid(?:[ -]e)?|Gurdwara|Church of St|"
    r"Our Lady(?: (?:Star|Queen|Help|Mother))? of|Convent of) ?"
    r"(?P<name>(?:St\.? |the )?[A-Z][\w'-]+(?: (?:and |upon |on |of |the )?[A-Z][\w'-]+){0,3})"
)
_TYPE_FIRST_WORDS = frozenset(
    "borough city diocese university parish church court hospital hospitals friends masjid carers "
    "voices women mothers men families "
    "jamia jame jami association caf cafe gurdwara lady convent".split()
)
_NO_NAME = frozenset("England London Rome Nursing Policing Scotland Wales Scientists".split())
# Branches of national charities are called by their place.
_BRANCH = re.compile(
    r"(?<!\w)(?:Home-?Start|Age (?:UK|Concern)|Citizens Advice|Healthwatch|Relate|Carers Trust|"
    r"YMCA|Mencap|Women's Aid(?: in)?|Rape Crisis|Victim Support|Samaritans of|Mind in|Mind|Cruse|"
    r"Shelter|Barnardo's|Gingerbread) "
    r"(?P<name>[A-Z][\w'-]+(?: (?:and |upon |on |of |the |& )?[A-Z][\w'-]+){0,3})"
)
_BRANCH_WORDS = frozenset(
    "start homestart age citizens healthwatch relate carers ymca mencap women rape victim "
    "samaritans mind cruse shelter barnardo gingerbread".split()
)
_LOCAL_BRANCH = re.compile(
    r"(?<=[\w.')] )(?:YMCA|Samaritans|Mind|Relate|Mencap|Home-?Start|Scouts|Guides|Brownies|"
    r"Age (?:UK|Concern))(?![\w-])"
)
_NAMED_PUB = re.compile(
    r"(?<![\w'])(?:[Tt]he|[Aa]t|[Ii]n|[Tt]o|[Oo]utside|[Ff]rom|[Nn]ear) "
    r"(?P<name>(?:[A-Z][\w'-]+)(?: (?:(?:and|of|&|the) )?[A-Z][\w'-]+){0,3})"
    r" (?=(?:pub|public house|inn|bar|nightclub|night club|club|caf[e\u00e9]|restaurant|gym|"
    r"supermarket|salon|takeaway|chip shop|corner shop|shop|store|estate|caravan site|site|"
    r"children's home|food bank|foodbank)\b)"
)
_NAMED_PUB_WORDS = frozenset(
    "pub public inn bar nightclub night club caf cafe restaurant gym supermarket salon takeaway "
    "chip corner shop store estate caravan site children food foodbank".split()
)
_PUB_AFTER = re.compile(
    r"\b(?:pub|public house|inn|nightclub)(?:,| called| named|, called)? (?:the |The "
    r")(?P<name>[A-Z][\w'-]+(?: (?:and )?[A-Z][\w'-]+){0,3})"
)
# Doctors by the first of them: "Dr Kemble and Partners"; two of them, where they do not act as two.
_DOCTOR = r"[A-Z][\w-]+"
_DOCTORS = re.compile(
    rf"(?<!\w)Drs?\.? [A-Z][\w'-]+(?:, {_DOCTOR})*(?:,? (?:and|&) {_DOCTOR})? (?:and|&) "
    r"(?:Partners?|Colleagues|Associates)(?!\w)"
)
_DOCTORS_TOGETHER = re.compile(
    rf"(?<!\w)(?P<name>Drs\.? {_DOCTOR}(?:, {_DOCTOR})*,? (?:and|&) {_DOCTOR})(?![\w-])"
    r"(?! (?:both|were|are|have|attended|agreed|met|discussed|saw|said|told|each)\b)"
)
# "Dr Achterberg's Surgery": the doctor is the practice.
_DOCTOR_S = re.compile(
    rf"(?<!\w)(?:Drs?\.? )?{_DOCTOR}(?:'s|(?<=s)') (?:Surgery|(?:Medical |GP )?Practice)(?!\w)"
)
# "Rosa's Place": a refuge or a charity after somebody.
_SOMEBODY_S = re.compile(
    r"(?<![\w'])[A-Z][\w-]+(?:'s|(?<=s)') (?:Place|Haven|Legacy)(?![\w'-])(?! [A-Z])"
)
# "NHS Strathorran": a health board of Scotland.
_NHS_OF = re.compile(
    r"(?<!\w)NHS (?P<name>[A-Z][a-z]{2,}(?: (?:and|&) [A-Z][a-z]+)*)(?![\w-])(?! (?:of|[A-Z]))"
)
_ALL_SAINTS = re.compile(
    r"(?<!\w)(?:All (?:Saints'?|Hallows'?|Souls'?)|Holy (?:Trinity|Cross|Rood)|Christ Church)"
    r"(?:, (?P<town>(?:[A-Z][\w'-]+ ){0,2}[A-Z][\w-]+(?:'s [A-Z][\w-]+)?))?(?![\w-])(?! [A-Z])"
)
# "at St Chad's", "St Chad's wrote", "St Chad's;": a church, a school or a hospital by its saint.
_SAINT = re.compile(
    r"(?:(?<![\w'])(?i:at|to|from|of|in|near|outside|by|with|attended|left|for) |^|(?<=[.!?] ))"
    r"(?P<name>St\.? [A-Z][a-z]+(?:-[A-Z][a-z]+)?'s?)(?![\w-])(?! [A-Z])"
    r"|(?<![\w'])(?P<alone>St\.? [A-Z][a-z]+(?:-[A-Z][a-z]+)?'s)(?=\s*(?:[.,;:)?!]|$))"
)
# Dedications without a saint's name.
_DEDICATION = re.compile(
    r"(?<![\w'])(?:Good Shepherd|Sacred Heart|Holy (?:Family|Trinity|Name|Rosary|Redeemer|Spirit)|"
    r"Christ the King|Corpus Christi|Immaculate Conception|Our Lady (?:of|and) [A-Z][\w'-]+)"
    r"(?![\w-])(?! [A-Z])"
)
_DEDICATED = ("Shepherd", "Heart", "Holy", "Christ", "Corpus", "Immaculate", "Lady")
_SHORT_FORM = re.compile(
    r"(?:'s)? \(?(?:the |\"|known (?:locally )?as |or )*\(?\"?(?P<short>[A-Z]{2,7})\"?\)"
)


class OrganisationRecogniser(RuleRecogniser):
    """HOSPITAL, PRACTICE, SCHOOL, ORGANISATION, and KEEP for bodies of a whole county."""

    needs: ClassVar[Hint] = CAPITAL
    more_entities: ClassVar[tuple[str, ...]] = (
        *(kind.name for kind in TYPES),
        EntityType.PLACE.name,
        KEEP,
    )

    def find(self, prepared: Prepared) -> Iterator[Match]:
        text = prepared.text
        for found in (*self._by_type(prepared), *self._by_shape(prepared)):
            yield found
            short = _SHORT_FORM.match(text, found[2]) if "(" in text else None
            if short and _abbreviates(short.group("short"), text[found[1] : found[2]]):
                yield found[0], *short.span("short"), found[3]

    @staticmethod
    def _by_type(prepared: Prepared) -> Iterator[Match]:
        text = prepared.text
        for kind, at, end in typed(capital_types(), prepared.capitalised, text):
            word = text[at:end]
            start = name_start(text, at, word)
            if word == "Practice" and not (start and after_a_preposition(text, start)):
                continue  # "Improving Practice", "Signs of Safety Practice"
            if start is not None and not _is_surname(text, start, at, word):
                score = 0.75 if word.lower() in WEAK_TYPES else 0.87
                yield _kept_or(kind, text[start:at], word), start, end, score
        for kind, at, end in typed(lower_types(), prepared.words, text):
            word = text[at:end]
            start = name_start(text, at, word)
            if start is not None and (
                word in _PLAIN_ENOUGH
                or after_a_preposition(text, start)
                or (kind is EntityType.PRACTICE and _STREET.search(text, start, at))
            ):
                yield kind.name, start, end, 0.7
        if "&" in text:
            for match in _PARTNERS.finditer(text):
                start = name_start(text, match.start(), match.group())
                if start is not None:
                    yield EntityType.ORGANISATION.name, start, match.end(), 0.87

    @staticmethod
    def _by_shape(prepared: Prepared) -> Iterator[Match]:
        text, words = prepared.text, prepared.words
        organisation = EntityType.ORGANISATION
        if not words.isdisjoint(_WELSH_WORDS):
            for match in _WELSH_TYPE.finditer(text):
                yield EntityType[match.lastgroup or ""].name, *match.span(), 0.85
        if not words.isdisjoint(_PRISON_WORDS):
            for match in _PRISON.finditer(text):
                end = match.end() - _tail_to_drop(match.group("name"))
                yield organisation.name, match.start(), end, 0.9
        if not words.isdisjoint(_TYPE_FIRST_WORDS):
            for match in _TYPE_FIRST.finditer(text):
                name = match.group("name").removeprefix("the ").split()
                if is_distinctive(name) and name[0] not in _NO_NAME:
                    kind = EntityType.HOSPITAL if "Hospital" in match.group() else organisation
                    yield _kept_or(kind, match.group("name")), *match.span(), 0.8
        if not words.isdisjoint(_BRANCH_WORDS):
            yield from _branches(text)
        if not prepared.capitalised.isdisjoint(PUB_WORDS):
            for match in PUB.finditer(text):
                if is_distinctive(match.group("name").split()[1:]):
                    yield organisation.name, match.start("name") + 4, match.end("name"), 0.75
            for match in WITH_TWO.finditer(text):
                yield organisation.name, *match.span("name"), 0.85
        if not words.isdisjoint(_NAMED_PUB_WORDS):
            for pattern in (_NAMED_PUB, _PUB_AFTER):
                for match in pattern.finditer(text):
                    if is_distinctive(match.group("name").split()):
                        yield organisation.name, *match.span("name"), 0.6
        if not words.isdisjoint(TEAM_WORDS):
            yield from places_of_teams(prepared)
        yield from joined_places(prepared)
        yield from labelled_places(prepared)
        if "dr" in words or "drs" in words:
            for match in _DOCTORS.finditer(text):
                yield EntityType.PRACTICE.name, *match.span(), 0.87
        if "drs" in words:
            for match in _DOCTORS_TOGETHER.finditer(text):
                yield EntityType.PRACTICE.name, *match.span("name"), 0.87
        if not words.isdisjoint(("surgery", "practice")):
            for match in _DOCTOR_S.finditer(text):
                yield EntityType.PRACTICE.name, *match.span(), 0.87
        if not prepared.capitalised.isdisjoint(("Place", "Haven", "Legacy")):
            for match in _SOMEBODY_S.finditer(text):
                yield organisation.name, *match.span(), 0.6
        if "nhs" in words:
            for match in _NHS_OF.finditer(text):
                if is_distinctive(match.group("name").split()):
                    yield _kept_or(organisation, match.group("name")), *match.span(), 0.8
        if not prepared.capitalised.isdisjoint(("Saints", "Hallows", "Souls", "Holy", "Christ")):
            for match in _ALL_SAINTS.finditer(text):
                yield from _saints(match)
        if "st" in words:
            for match in _SAINT.finditer(text):
                name = "name" if match["name"] else "alone"
                yield organisation.name, *match.span(name), 0.6
        if not prepared.capitalised.isdisjoint(_DEDICATED):
            for match in _DEDICATION.finditer(text):
                yield organisation.name, *match.span(), 0.6


def _saints(match: re.Match[str]) -> Iterator[Match]:
    """ "All Saints, Thrussington": with the village, when it is one or nothing stands behind it."""
    town = match.group("town")
    if town is None:
        if match.group().startswith("All"):
            yield EntityType.ORGANISATION.name, *match.span(), 0.6
    elif is_place(town):
        yield EntityType.ORGANISATION.name, *match.span(), 0.8


def _is_surname(text: str, start: int, at: int, kind: str) -> bool:
    """True when the type word ends somebody's name as likely as a body's: "Sarah Ward"."""
    if kind.lower() not in SURNAME_TYPES:
        return False
    name = text[start:at].split()
    return len(name) < 3 and not (
        name[0].startswith("St")
        or name[-1].endswith(("'s", "s'"))
        or any(word.lower() in GENERIC_WORDS for word in name)
        or is_place(" ".join(name))
        or is_somewhere(text, start)
    )


def _branches(text: str) -> Iterator[Match]:
    for match in _BRANCH.finditer(text):
        words = match.group("name").split()
        for length in range(len(words), 0, -1):
            place = " ".join(words[:length])
            if is_place(place):
                kind = _kept_or(EntityType.ORGANISATION, place)
                yield kind, match.start(), match.start("name") + len(place), 0.85
                break
    for match in _LOCAL_BRANCH.finditer(text):
        start = name_start(text, match.start(), match.group())
        if start is not None and is_place(text[start : match.start()].strip()):
            yield (
                _kept_or(EntityType.ORGANISATION, text[start : match.start()]),
                start,
                match.end(),
                0.8,
            )


def _abbreviates(short: str, name: str) -> bool:
    """True when the letters of `short` are found in order at the beginnings of the words."""
    initials = iter([word[0].upper() for word in re.findall(r"[A-Za-z][\w']*", name)])
    return all(letter in initials for letter in short)


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
