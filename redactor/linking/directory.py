"""All people of a review, found by any part of a name without asking each of them.

Every look-up gives people in the order in which they came. An index only proposes; what counts is
that the parts are the same by `alike`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from redactor.linking.alike import (
    given_forms,
    initials_of_ends,
    is_initial,
    same_full,
    same_given,
    same_surname,
    surname_forms,
)
from redactor.linking.listed import Listed
from redactor.linking.person import Person
from redactor.model import Mention
from redactor.text.fold import key
from redactor.text.names import PersonName, parse_person

_Index = dict[str, dict[Person, None]]


class Directory:
    """The people so far. Whoever is told of a new name of theirs is found by it from then on."""

    def __init__(self, listed: Iterable[Listed]) -> None:
        self.people: list[Person] = []
        self._order: dict[Person, int] = {}
        self._called: _Index = defaultdict(dict)
        self._given: _Index = defaultdict(dict)
        self._surname: _Index = defaultdict(dict)
        self._initials: _Index = defaultdict(dict)
        for one in listed:
            person = self.add(Person(one.name, listed=one))
            for text in (one.name, *one.aliases):
                self.learn(person, parse_person(text))
                self._called[key(text)][person] = None

    def add(self, person: Person) -> Person:
        self._order[person] = len(self.people)
        self.people.append(person)
        return person

    def learn(self, person: Person, name: PersonName) -> None:
        """Let `person` be found by the parts of `name` too."""
        person.names.append(name)
        if name.given:
            for form in given_forms(name.first):
                self._given[form][person] = None
        if name.surname:
            for form in surname_forms(name.surname):
                self._surname[form][person] = None
        if name.is_full:
            self._initials[initials_of_ends(name)][person] = None

    def give(self, person: Person, mention: Mention, name: PersonName) -> None:
        """Put `mention` to `person`; of somebody in the map it tells nothing but a title."""
        person.mentions.append(mention)
        wanted = person.listed is None or (name.title and name.is_full)
        if wanted and name not in person.names:
            self.learn(person, name)

    def called(self, text: str) -> list[Person]:
        """Whose name or alias in the map is exactly `text`."""
        return list(self._called.get(key(text), ()))

    def full(self, name: PersonName) -> Person | None:
        """The first person with both parts of `name`."""
        found = self._with_surname_form(name.surname)
        return next((p for p in found if any(same_full(one, name) for one in p.names)), None)

    def bare_surname_in_map(self, name: PersonName) -> list[Person]:
        """Whom the map names by no given name but by the very surname of `name`."""
        surname = key(name.surname)
        return [
            person
            for person in self._in_order(self._surname.get(surname, ()))
            if person.listed is not None
            and not any(known.given for known in person.names)
            and surname in person.surnames
        ]

    def with_surname(self, surname: str) -> list[Person]:
        found = self._with_surname_form(surname)
        return [p for p in found if any(same_surname(one, surname) for one in p.surnames)]

    def with_initial(self, name: PersonName) -> list[Person]:
        """Everybody with the surname of `name`, whose given name begins as that of `name`."""
        letter = name.first[:1].lower()
        return [
            person
            for person in self._with_surname_form(name.surname)
            if any(
                known.surname
                and known.given
                and known.first[:1].lower() == letter
                and same_surname(known.surname, name.surname)
                for known in person.names
            )
        ]

    def with_initials(self, letters: str) -> list[Person]:
        """Everybody whose first given name and last surname begin with the two `letters`."""
        return self._in_order(self._initials.get(letters, ()))

    def with_given(self, given: str) -> list[Person]:
        """Everybody with exactly that given name."""
        found = self._in_order(self._given.get(key(given).rstrip("."), ()))
        return [person for person in found if key(given) in person.given]

    def with_given_like(self, given: str) -> list[Person]:
        """Everybody with that given name, a short form of it or what it is short for."""
        found = self._found(self._given, given_forms(given))
        return [p for p in found if any(same_given(one, given) for one in p.given)]

    def _with_surname_form(self, surname: str) -> list[Person]:
        return self._found(self._surname, surname_forms(surname))

    def _found(self, index: _Index, forms: Iterable[str]) -> list[Person]:
        return self._in_order({p: None for form in forms for p in index.get(form, ())})

    def _in_order(self, found: Iterable[Person]) -> list[Person]:
        return sorted(found, key=self._order.__getitem__)


def is_full_name(name: PersonName) -> bool:
    """True for a given name, not only its initial, and a surname."""
    return name.is_full and not is_initial(name.first)
