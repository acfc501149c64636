"""One person of a cast, and every way in which a report writes the name."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from stress.names import Name

_NO_DECOMPOSITION = str.maketrans("łŁıđĐøØ", "lLidDoO")
_WORDS_BY_SEX: Mapping[str, tuple[str, str]] = {
    "he": ("he", "she"),
    "He": ("He", "She"),
    "him": ("him", "her"),
    "his": ("his", "her"),
    "His": ("His", "Her"),
    "himself": ("himself", "herself"),
    "man": ("man", "woman"),
    "boy": ("boy", "girl"),
    "son": ("son", "daughter"),
    "brother": ("brother", "sister"),
    "male": ("male", "female"),
    "dad": ("dad", "mum"),
    "Dad": ("Dad", "Mum"),
    "daddy": ("daddy", "mummy"),
    "father": ("father", "mother"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """``key`` is the role in the cast and the entity key of the gold; ``type`` an EntityType value.

    ``surname`` is empty for people with one name. ``family_name_first`` is for documents that
    write Chinese names in their own order.
    """

    key: str
    type: str
    sex: str
    title: str
    given: Name
    surname: str
    surname_misspelt: str
    born: date
    family_name_first: bool = False

    @property
    def first(self) -> str:
        return self.given.text

    @property
    def last(self) -> str:
        return self.surname or self.given.text

    @property
    def full(self) -> str:
        return self._joined(self.given.text, self.surname)

    @property
    def initials(self) -> str:
        """Capitals without stops, one for each word of the name but its particles: DH, LMW."""
        words = self.full.replace("-", " ").split()
        return "".join(word[0] for word in words if word[0].isupper())

    def word(self, kind: str) -> str:
        """The pronoun or noun `kind` (written for a man) that fits this person."""
        return _WORDS_BY_SEX[kind][self.sex == "f"]

    def form(self, key: str) -> tuple[str, str]:
        """(the name written in form `key`, what the gold calls that form).

        A form that this name has not (no nickname, no diacritics, no surname) gives way to its
        plain relative. Raises KeyError for a form that nobody has.
        """
        written = _FORMS[key](self)
        while not written:
            key = _INSTEAD[key]
            written = _FORMS[key](self)
        return written, _LABELS.get(key, key)

    def _joined(self, given: str, surname: str) -> str:
        parts = (surname, given) if self.family_name_first else (given, surname)
        return " ".join(part for part in parts if part)


@cache
def undiacritic(text: str) -> str:
    """`text` as a keyboard without diacritics types it."""
    decomposed = unicodedata.normalize("NFD", text.translate(_NO_DECOMPOSITION))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def lowered(text: str) -> str:
    # "İ".lower() is two code points, the second a combining dot.
    return text.replace("İ", "i").lower()


def plural(surname: str) -> str:
    return surname + ("es" if surname.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _ascii_words(text: str) -> list[str]:
    return undiacritic(text).replace("’", "").replace("-", " ").split()


def _email(person: Person) -> str:
    words = _ascii_words(person.first) + _ascii_words(person.surname)
    host = "example.org" if person.type != "professional" else "safeguarding.example"
    joined = ("." if person.born.day % 2 else "_").join(words).lower()
    return f"{joined}{person.born.year % 100 if person.born.day % 3 == 0 else ''}@{host}"


def _file_name(person: Person) -> str:
    given, surname = _ascii_words(person.first), _ascii_words(person.surname)
    if person.born.day % 2 and surname:
        return "_".join(["".join(surname), "".join(given)])
    return "-".join(given + surname).lower() if person.born.day % 3 == 0 else "_".join(given)


def _plain(text: str) -> str:
    """`text` without diacritics, or "" where it has none to lose."""
    return undiacritic(text) if undiacritic(text) != text else ""


def _with(person: Person, written: str) -> str:
    """`written` if the person has a surname; else "", so that another form is taken."""
    return written if person.surname else ""


def _misspelt(person: Person) -> str:
    if person.given.misspelt and (person.born.day % 2 or not person.surname_misspelt):
        return person._joined(person.given.misspelt, person.surname)
    if person.surname_misspelt:
        return person._joined(person.first, person.surname_misspelt)
    return ""


_FORMS: Mapping[str, Callable[[Person], str]] = {
    "full": lambda p: p.full,
    "first": lambda p: p.first,
    "last": lambda p: p.last,
    "title_last": lambda p: f"{p.title} {p.last}".strip(),
    "title_full": lambda p: f"{p.title} {p.full}".strip(),
    "title_first": lambda p: f"{p.title} {p.first}".strip(),
    "initial_last": lambda p: _with(p, f"{p.first[0]}. {p.surname}"),
    "first_initial": lambda p: _with(p, f"{p.first} {p.last.split()[-1].split('-')[-1][0]}."),
    "initials": lambda p: _with(p, ".".join(p.initials) + "."),
    "bare_initials": lambda p: _with(p, p.initials),
    "capitals": lambda p: p.full.upper(),
    "capitals_first": lambda p: p.first.upper(),
    "capitals_last": lambda p: p.last.upper(),
    "surname_first": lambda p: _with(p, f"{p.surname}, {p.first}"),
    "surname_first_capitals": lambda p: _with(p, f"{p.surname.upper()}, {p.first}"),
    "possessive": lambda p: p.first,
    "possessive_full": lambda p: p.full,
    "possessive_last": lambda p: p.last,
    "possessive_title": lambda p: f"{p.title} {p.last}".strip(),
    "nickname": lambda p: p.given.nickname,
    "misspelt": _misspelt,
    "misspelt_first": lambda p: p.given.misspelt,
    "misspelt_last": lambda p: p.surname_misspelt,
    "undiacritic": lambda p: _plain(p.full),
    "undiacritic_first": lambda p: _plain(p.first),
    "undiacritic_last": lambda p: _plain(p.last),
    "plural": lambda p: plural(p.last),
    "lower": lambda p: lowered(p.first),
    "lower_full": lambda p: lowered(p.full),
    "lower_last": lambda p: lowered(p.last),
    "lower_nickname": lambda p: lowered(p.given.nickname),
    "email": _email,
    "file_name": _file_name,
}

_INSTEAD = {
    "initial_last": "title_last",
    "first_initial": "first",
    "initials": "full",
    "bare_initials": "first",
    "surname_first": "full",
    "surname_first_capitals": "capitals",
    "nickname": "first",
    "misspelt": "full",
    "misspelt_first": "first",
    "misspelt_last": "last",
    "undiacritic": "full",
    "undiacritic_first": "first",
    "undiacritic_last": "last",
    "lower_nickname": "lower",
}

_LABELS = {
    key: label
    for label in ("capitals", "surname_first", "possessive", "misspelt", "undiacritic", "lower")
    for key in _FORMS
    if key.startswith(label)
}
