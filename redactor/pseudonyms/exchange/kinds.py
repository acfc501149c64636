"""What a row is about: an adult, a child, a professional, a place … by its words.

"Son of the perpetrator, adult" is about a son, and "teacher at the victim's school" about a
teacher: an English phrase is about the last word that counts before the first preposition, comma
or bracket. The words are in ``data/table_kinds.tsv`` and ``text/data/role_words.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from redactor.model import EntityType
from redactor.pseudonyms.exchange.vocabulary import table
from redactor.pseudonyms.style import is_name_like
from redactor.text.fold import key
from redactor.text.matcher import Match, PhraseIndex
from redactor.text.names import COURTESY_TITLES, GIVEN_NAME_TITLES, split_title
from redactor.text.roles import code_of, roles
from redactor.text.words import Word, words

_PANEL = "panel"
_PERHAPS = "?"
_OF_AGE = 18
_BREAKS = frozenset(
    "of for at in to with from by on who whom whose where which that when while until since during "
    "attended involved living lived known employed".split()
)
_BREAKING_GAP = re.compile(r"[()\[\],;:/|\n\u2013\u2014]|\s-|-\s")
_BEFORE_PANEL = frozenset({"the", "a", "dhr", "review", "core", "domestic", "homicide"})
# An independent chair of these is a professional of the case.
_OTHER_CHAIRS = frozenset({"conference", "protection", "governors", "tribunal"})
_ADULT = re.compile(
    r"\badult\b(?! (?:social|services?|care|mental|safeguarding))|\bgrown[- ]?up\b|\bover 18\b"
)
_UNIT = r"(?P<unit>y|yrs?|years?|m|mths?|months?|wks?|weeks?|days?)"
_AGE = re.compile(
    rf"\bage[ds]?:? ?(?P<aged>\d{{1,3}})(?:[ -]?{_UNIT}\b)?|"
    rf"\b(?P<old>\d{{1,3}})[ -]?{_UNIT.replace('unit', 'old_unit')}[ /-]?(?:old|o)\b"
)
"""An age that is one whatever stands beside it: "aged 4", "4 years old", "6-month-old"."""
_LOOSE_AGE = re.compile(
    rf"\((?P<aged>\d{{1,3}})\)|[,;] ?(?P<last>\d{{1,2}})$|"
    rf"\b(?P<old>\d{{1,3}})[ -]?{_UNIT.replace('unit', 'old_unit')}\b"
)
"""An age beside "son" or "daughter"; beside "friend", "(2)" or "10 years" could be anything."""
_LETTER_OR_NUMBER = r"(?:[A-Z]{1,2}|\d{1,3})"
_ROLE_LABEL = re.compile(r"(?P<role>[^\W\d].*?)(?: ?\d{1,3}| [A-Z])")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a row is about: ``type`` None for "nobody says", ``role`` the code of a professional.

    ``panel``: a member or the chair of the review's own panel. ``assumed``: a child by a word
    such as "son", which grown-up people are too.
    """

    type: EntityType | None = None
    role: str = ""
    panel: bool = False
    assumed: bool = False


NOBODY = Kind()


def kind_of_type(cell: str) -> Kind:
    """What the Type column says: a type of the map, or other words for one."""
    word = key(cell).replace(" ", "_").replace("-", "_")
    if word in {str(type) for type in EntityType}:
        return Kind(EntityType(word))
    return kind_of_relationship(cell)


def kind_of_relationship(text: str) -> Kind:
    """What "mother of victim", "daughter (aged 4)" or "Social Worker" says."""
    found = words(text)
    matches = list(_phrases().find(text, found))
    for clause in _clauses(text, found, matches):
        inside = [m for m in matches if m.first >= clause.start and m.last < clause.stop]
        inside = [m for m in inside if m.payload.type or _is_of_panel(m, found)]
        if inside:
            last = max(inside, key=lambda m: (m.last, m.last - m.first))
            return _grown(last.payload, text)
    return Kind(EntityType.CHILD) if _is_minor(text) else NOBODY


def kind_of_label(pseudonym: str) -> Kind:
    """What "Child A", "Town B" or "Hospital 2" says."""
    bare = " ".join(pseudonym.split())
    return next((kind for stem, kind in _stems() if stem.fullmatch(bare)), NOBODY)


def kind_of_role_label(pseudonym: str) -> Kind:
    """What "GP1", "Social Worker 2" or "the Midwife" says; nothing for the name of a person."""
    bare = " ".join(pseudonym.split())
    match = _ROLE_LABEL.fullmatch(bare)
    if match and (code := code_of(match["role"])):
        return Kind(EntityType.PROFESSIONAL, code)
    return NOBODY if is_name_like(bare, EntityType.PERSON) else kind_of_relationship(bare)


def kind_of_section(text: str) -> Kind:
    """What a row of its own over others says: "Professionals"."""
    return _exact("section").get(key(text.strip(" :.")), NOBODY)


def kind_of_name(name: str, pseudonym: str) -> Kind:
    """What the real name itself says: "Seagrove Primary School", "PC Dobson".

    A surname may be a word for an institution, so such a word counts only where the pseudonym is
    no person's name.
    """
    title, _ = split_title(name)
    ranks = set(key(title).replace(".", "").split()) - COURTESY_TITLES - GIVEN_NAME_TITLES
    if code := next((code for rank in sorted(ranks) if (code := code_of(rank))), ""):
        return Kind(EntityType.PROFESSIONAL, code)
    if is_name_like(pseudonym, EntityType.PERSON):
        return NOBODY
    end = f" {key(name)}"
    found = [(len(word), kind) for word, kind in _exact("name").items() if end.endswith(f" {word}")]
    return max(found, key=lambda one: one[0])[1] if found else NOBODY


def is_grown_up(text: str) -> bool:
    """True where `text` says so in words or by an age: "adult son", "daughter, 23"."""
    plain = key(text)
    age = _age(plain, _AGE)
    age = _age(plain, _LOOSE_AGE) if age is None else age
    return _ADULT.search(plain) is not None or (age is not None and age >= _OF_AGE)


def _grown(kind: Kind, text: str) -> Kind:
    """`kind` by the age in `text`: "adult daughter", "brother (aged 9)"."""
    if kind.type is EntityType.CHILD:
        if is_grown_up(text):
            return Kind(EntityType.PERSON)
        plain = key(text)
        has_age = (_AGE.search(plain) or _LOOSE_AGE.search(plain)) is not None
        return replace(kind, assumed=kind.assumed and not has_age)
    if kind.type is EntityType.PERSON and _is_minor(text):
        return Kind(EntityType.CHILD)
    return kind


def _is_minor(text: str) -> bool:
    age = _age(key(text), _AGE)
    return age is not None and age < _OF_AGE


def _age(plain: str, pattern: re.Pattern[str]) -> int | None:
    """The age in whole years that `plain` gives: 0 for one in months."""
    match = pattern.search(plain)
    if match is None:
        return None
    found = {name: value for name, value in match.groupdict().items() if value}
    unit = found.pop("unit", None) or found.pop("old_unit", "y")
    return int(*found.values()) if unit.startswith("y") else 0


def _clauses(text: str, found: Sequence[Word], matches: Sequence[Match[Kind]]) -> Iterator[range]:
    """The stretches of words between prepositions, commas, brackets and the like."""
    within = {i for m in matches for i in range(m.first + 1, m.last + 1)}
    start = 0
    for index, word in enumerate(found):
        before = text[found[index - 1].end : word.start] if index else ""
        if index not in within and _BREAKING_GAP.search(before):
            yield range(start, index)
            start = index
        if index not in within and word.key in _BREAKS:
            yield range(start, index)
            start = index + 1
    yield range(start, len(found))


def _is_of_panel(match: Match[Kind], found: Sequence[Word]) -> bool:
    """True for "DHR panel member", not for "panel member's son" or a conference's chair."""
    before = {word.key for word in found[: match.first]}
    others = {word.key for word in found} & _OTHER_CHAIRS
    return before <= _BEFORE_PANEL and not others and not found[match.last].possessive


@cache
def _phrases() -> PhraseIndex[Kind]:
    index: PhraseIndex[Kind] = PhraseIndex()
    known = set()
    for where, phrase, what in table("table_kinds"):
        if where == "relationship":
            known.add(key(phrase))
            role = code_of(phrase) if what in (_PANEL, EntityType.PROFESSIONAL) else ""
            index.add(phrase, replace(_kind(what), role=role))
            if what == _PANEL and role:
                # Where the words are about another panel, they say a profession still.
                index.add(phrase, Kind(EntityType.PROFESSIONAL, role))
    for role_word in roles():
        if key(role_word.phrase) not in known:
            index.add(role_word.phrase, Kind(EntityType.PROFESSIONAL, role_word.code))
    return index


@cache
def _stems() -> tuple[tuple[re.Pattern[str], Kind], ...]:
    return tuple(
        (re.compile(rf"(?i:{re.escape(stem)}) ?{_LETTER_OR_NUMBER}"), _kind(what))
        for where, stem, what in table("table_kinds")
        if where == "pseudonym"
    )


@cache
def _exact(wanted: str) -> Mapping[str, Kind]:
    return {
        key(words): _kind(what) for where, words, what in table("table_kinds") if where == wanted
    }


def _kind(what: str) -> Kind:
    if what == _PANEL:
        return Kind(panel=True)
    return Kind(EntityType(what.removesuffix(_PERHAPS)), assumed=what.endswith(_PERHAPS))
