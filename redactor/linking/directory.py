"""All people of a review, found by any part of a name without asking each of them.

Every look-up gives people in the order in which they came. An index only proposes; what counts is
that the parts are the same by `alike`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from redactor.linking.alike import (
    given_forms,
    glued_forms,
    initials_of_ends,
    same_full,
    same_given,
    same_surname,
    surname_forms,
)
from redactor.linking.listed import Listed
from redactor.linking.person import Person
from redactor.model import Mention
from redactor.text.fold import key, run_together
from redactor.text.names import PersonName, parse_person

_Index = dict[str, dict[Person, None]]


class Directory:
    """The people so far. Whoever is told of a new name of theirs is found by it from then on."""

    def __init__(self, listed: Iterable[Listed]) -> None:
        self.people: list[Person] = []
        self._order: dict[Person, int] = {}
        self._joined: dict[Person, Person] = {}
        self._called: _Index = defaultdict(dict)
        self._given: _Index = defaultdict(dict)
        self._surname: _Index = defaultdict(dict)
        self._initials: _Index = defaultdict(dict)
        self._glued: _Index = defaultdict(dict)
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
        """Let `person` be found by the parts of `name`, their own."""
        person.names.append(name)
        self._index(person, name)

    def learn_other(self, person: Person, name: PersonName) -> None:
        """Let `person` be found by the parts of `name`, which the text says is theirs too."""
        if person.listed is not None and name in person.names[1:]:
            person.names.remove(name)  # an alias in the map is no name of their own either
        if name not in person.all_names:
            person.others.append(name)
            self._index(person, name)

    def join(self, person: Person, former: Person) -> None:
        """Let `person` be whoever `former` was too; `former` is nobody from now on."""
        person.mentions += former.mentions
        former.mentions = []
        for name in former.all_names:
            self.learn_other(person, name)
        del self._order[former]
        self._joined[former] = person

    def today(self, person: Person) -> Person:
        """`person`, or who they have turned out to be."""
        while person in self._joined:
            person = self._joined[person]
        return person

    def _index(self, person: Person, name: PersonName) -> None:
        if name.given:
            for form in given_forms(name.first):
                self._given[form][person] = None
        if name.surname:
            for form in surname_forms(name.surname):
                self._surname[form][person] = None
        if name.is_full:
            self._initials[initials_of_ends(name)][person] = None
            for form in glued_forms(name):
                self._glued[form][person] = None

    def give(self, person: Person, mention: Mention, name: PersonName) -> None:
        """Put `mention` to `person`; of somebody in the map it tells nothing but a title."""
        person.mentions.append(mention)
        wanted = person.listed is None or (name.title and name.is_full)
        if wanted and name not in person.names:
            self.learn(person, name)

    def called(self, text: str) -> list[Person]:
        """Whose name or alias in the map is exactly `text`."""
        return self._in_order(self._called.get(key(text), ()))

    def full(self, name: PersonName) -> Person | None:
        """The first person with both parts of `name`."""
        found = self._with_surname_form(name.surname)
        return next((p for p in found if any(same_full(one, name) for one in p.all_names)), None)

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
        """Everybody of that surname; if nobody is, those who the text says were so once."""
        found = self._with_surname_form(surname)
        own = [p for p in found if any(same_surname(one, surname) for one in p.surnames)]
        return own or [
            p for p in found if any(same_surname(one, surname) for one in p.other_surnames)
        ]

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
                for known in person.all_names
            )
        ]

    def with_initials(self, letters: str) -> list[Person]:
        """Everybody whose first given name and last surname begin with the two `letters`."""
        return self._in_order(self._initials.get(letters, ()))

    def glued(self, text: str) -> list[Person]:
        """Whose name `text` is as files are named: "danielle_hargreaves", "DHargreaves"."""
        together = "" if " " in text.strip() else run_together(text)
        return self._in_order(self._glued.get(together, ()))

    def with_given(self, given: str) -> list[Person]:
        """Everybody with exactly that given name."""
        found = self._in_order(self._given.get(key(given).rstrip("."), ()))
        return [person for person in found if key(given) in person.given]

    def with_given_like(self, given: str) -> list[Person]:
        """Everybody with that given name, a short form of it or what it is short for."""
        found = self._found(self._given, given_forms(given))
        return [p for p in found if any(same_given(one, given) for one in p.given)]

    def aliases_of(self, person: Person) -> tuple[str, ...]:
        """The other names of `person` that nobody else could be meant by, in full."""
        texts: dict[str, str] = {}
        for name in person.others:
            if name.is_full:
                called_so = key(name.surname) in person.surnames and (
                    PersonName("", name.given) in person.others
                )
                unique = self.full(name) is person and not called_so
            elif name.given:
                unique = self.with_given(name.first) == [person]
            else:
                unique = self.with_surname(name.surname) == [person]
            if unique:
                text = " ".join(part for part in (name.title, *name.given, name.surname) if part)
                texts.setdefault(key(text), text.title() if text.isupper() else text)
        return tuple(texts.values())

    def _with_surname_form(self, surname: str) -> list[Person]:
        return self._found(self._surname, surname_forms(surname))

    def _found(self, index: _Index, forms: Iterable[str]) -> list[Person]:
        return self._in_order({p: None for form in forms for p in index.get(form, ())})

    def _in_order(self, found: Iterable[Person]) -> list[Person]:
        return sorted(
            (person for person in found if person in self._order), key=self._order.__getitem__
        )
