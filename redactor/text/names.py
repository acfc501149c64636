"""What is true of personal names anywhere: titles, parts, plurals, initials, written forms.

A name's surname is its last word with the particles before it ("de Souza", "van der Berg",
"bin Ali", "ap Rhys"); a hyphenated surname is one ("Hargreaves-Cole"). Single names have no
surname, unless a title stands before them ("Mr Okafor").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from redactor.text.fold import folded, key

COURTESY_TITLES = frozenset(
    "mr mrs ms miss mx master dr doctor prof professor rev reverend revd canon imam rabbi pastor "
    "sir dame lord lady cllr councillor hon judge hhj madam mme".split()
)
RANKS = frozenset(
    "pc wpc dc ds di dci dsu dcs dac acc dcc cc pcso sgt sergeant ps insp inspector supt ci "
    "constable detective sister nurse staff".split()
)
GIVEN_NAME_TITLES = frozenset("sir dame sister master aunt auntie uncle nan nana gran".split())
"""Titles before a given name: "Auntie Jean", where "Mr Jean" would be a surname."""

_LONGEST_RANK_CODE = 4
_RANKS_AS_WORDS = frozenset({"sgt", "insp", "supt"})

PARTICLES = frozenset(
    "de da do dos das del della di du la le van von der den ter ten bin ibn bint al el ul ap ab "
    "ferch mac mc nic ni o st san abu umm an na ul ur ud uz ben bar zu af av los las".split()
)


class Form(StrEnum):
    """How a person's name is written."""

    FULL = "full"
    GIVEN = "given"
    SURNAME = "surname"
    TITLE_SURNAME = "title surname"
    SURNAME_FIRST = "surname, given"
    INITIALS = "initials"
    INITIAL_SURNAME = "initial surname"
    PLURAL = "plural"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name taken apart; parts keep their spelling, ``title`` its full stop."""

    title: str = ""
    given: tuple[str, ...] = ()
    surname: str = ""

    @property
    def first(self) -> str:
        return self.given[0] if self.given else ""

    @property
    def is_full(self) -> bool:
        return bool(self.given and self.surname)

    def __repr__(self) -> str:
        return f"PersonName(given={len(self.given)}, surname={bool(self.surname)})"


@lru_cache(maxsize=1 << 12)
def is_title(word: str) -> bool:
    """True for a courtesy title, profession's title or police rank, with or without full stop."""
    bare = key(word).rstrip(".")
    if bare in RANKS and len(bare) <= _LONGEST_RANK_CODE and bare not in _RANKS_AS_WORDS:
        return folded(word).isupper() or folded(word).rstrip(".").isupper()  # "DI", never "Di"
    return bare in COURTESY_TITLES or bare in RANKS or bare in GIVEN_NAME_TITLES


def split_title(name: str) -> tuple[str, str]:
    """ "Dr. Chidi Okafor" → ("Dr.", "Chidi Okafor"); several titles stay together."""
    tokens = name.split()
    count = 0
    while count < len(tokens) - 1 and is_title(tokens[count]):
        count += 1
    return " ".join(tokens[:count]), " ".join(tokens[count:])


def parse_person(name: str) -> PersonName:
    """Take `name` apart; "Hargreaves, Danielle" is turned round."""
    title, rest = split_title(" ".join(name.split()))
    if "," in rest:
        last, _, first = rest.partition(",")
        inner_title, first = split_title(first.strip())
        return PersonName(title or inner_title, tuple(first.split()), last.strip())
    tokens = rest.split()
    if not tokens:
        return PersonName(title)
    if len(tokens) == 1:
        if title and key(title.split()[-1]).rstrip(".") not in GIVEN_NAME_TITLES:
            return PersonName(title, (), tokens[0])
        return PersonName(title, (tokens[0],), "")
    start = len(tokens) - 1
    while start > 1 and key(tokens[start - 1]).rstrip("'") in PARTICLES:
        start -= 1
    # "Mr de Souza", "van der Berg"; "Ben Smith" and "Di Marco" have a given name.
    if start == 1 and (title or tokens[0].islower()) and key(tokens[0]) in PARTICLES:
        return PersonName(title, (), " ".join(tokens))
    return PersonName(title, tuple(tokens[:start]), " ".join(tokens[start:]))


def pluralise(surname: str) -> str:
    """The family: Smith → Smiths, Hargreaves → Hargreaveses, Cox → Coxes; capitals stay."""
    ending = "es" if re.search(r"(s|x|z|ch|sh)$", surname, re.IGNORECASE) else "s"
    return surname + (ending.upper() if surname.isupper() and len(surname) > 1 else ending)


def written_forms(name: PersonName) -> Iterator[tuple[str, Form]]:
    """The ways in which a text may write `name`, longest kinds first; without titles.

    A title before any of them belongs to the mention and is taken up by whoever matches.
    """
    given = " ".join(name.given)
    if name.is_full:
        yield f"{given} {name.surname}", Form.FULL
        yield f"{name.surname}, {given}", Form.SURNAME_FIRST
        if len(name.given) > 1:
            yield f"{name.first} {name.surname}", Form.FULL
            yield f"{name.surname}, {name.first}", Form.SURNAME_FIRST
        initials = [part[0] for part in name.given]
        yield f"{initials[0]} {name.surname}", Form.INITIAL_SURNAME
        yield f"{name.surname} {initials[0]}", Form.INITIAL_SURNAME
        yield f"{name.surname}, {initials[0]}", Form.INITIAL_SURNAME
        if len(initials) > 1:
            yield f"{' '.join(initials)} {name.surname}", Form.INITIAL_SURNAME
    if name.surname:
        yield pluralise(name.surname), Form.PLURAL
        yield name.surname, Form.SURNAME
    if name.given:
        yield name.first, Form.GIVEN
        if len(name.given) > 1:
            yield given, Form.GIVEN


def initials_of(name: PersonName) -> str:
    """ "DH" for Danielle Hargreaves, "" unless the name is full."""
    if not name.is_full:
        return ""
    parts = name.surname.replace("-", " ").split()
    return (name.first[0] + parts[-1][0]).upper() if parts else ""
