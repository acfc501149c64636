"""Mentions of people → people: full names first, then what can only mean one of them.

Nothing is guessed: words that two people could be meant by become an entity of their own with both
as its candidates, which a person decides. One exception changes nothing in the text: a surname
alone, when everybody it could mean gets the same surname.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from redactor.linking.listed import Listed
from redactor.model import EntityType, Mention
from redactor.text.fold import key
from redactor.text.names import PersonName, parse_person, pluralise
from redactor.text.nicknames import full_names

_FEMALE = frozenset({"ms", "mrs", "miss", "dame", "lady", "madam", "sister", "aunt", "auntie"})
_MALE = frozenset({"mr", "sir", "lord", "master", "uncle"})


@dataclass(slots=True)
class Person:
    """A person while the linking goes on. ``listed`` when the map names them."""

    name: str = field(repr=False)
    names: list[PersonName] = field(default_factory=list, repr=False)
    listed: Listed | None = None
    mentions: list[Mention] = field(default_factory=list)
    candidates: tuple[Person, ...] = ()

    @property
    def surnames(self) -> set[str]:
        return {key(name.surname) for name in self.names if name.surname}

    @property
    def given(self) -> set[str]:
        return {key(name.first) for name in self.names if name.given}

    @property
    def sex(self) -> str:
        """ "f", "m" or "", from the titles that the text gives."""
        titles = {key(name.title.split()[-1]).rstrip(".") for name in self.names if name.title}
        if titles & _FEMALE and not titles & _MALE:
            return "f"
        return "m" if titles & _MALE and not titles & _FEMALE else ""

    def answers_to(self, text: str) -> bool:
        """True when `text` is exactly this person's name or alias in the map."""
        return self.listed is not None and key(text) in {
            key(name) for name in (self.listed.name, *self.listed.aliases)
        }


def link_people(mentions: Sequence[Mention], listed: Iterable[Listed]) -> list[Person]:
    """One Person for each real one; every mention belongs to exactly one of them.

    `mentions` are in reading order; so is the result, people of the map without mention left out.
    """
    people = [_from_map(one) for one in listed]
    parsed = [(mention, parse_person(_without_space(mention.text))) for mention in mentions]
    rest: list[tuple[Mention, PersonName]] = []
    for mention, name in parsed:
        exact = [person for person in people if person.answers_to(mention.text)]
        if len(exact) == 1:
            _give(exact[0], mention, name)
        elif name.is_full and not _is_initial(name.first):
            _give(_full(people, name), mention, name)
        else:
            rest.append((mention, name))
    ambiguous: dict[str, Person] = {}
    # Titles met with full names tell a couple apart, so parts come after all full names; parts
    # with a given name come before surnames alone, which may belong to a single-named person.
    for mention, name in sorted(rest, key=lambda pair: not pair[1].given):
        found = _part(people, name)
        if len(found) == 1:
            _give(found[0], mention, name)
        elif not found:
            person = Person(mention.text)
            people.append(person)
            _give(person, mention, name)
        else:
            text = key(mention.text)
            if text not in ambiguous:
                ambiguous[text] = Person(mention.text, candidates=tuple(found))
            ambiguous[text].mentions.append(mention)
    people += ambiguous.values()
    order = {id(mention): number for number, mention in enumerate(mentions)}
    for person in people:
        person.mentions.sort(key=lambda mention: order[id(mention)])
    return sorted(
        (person for person in people if person.mentions),
        key=lambda person: order[id(person.mentions[0])],
    )


def best_name(person: Person) -> str:
    """The fullest name that the text gives, its title only when there is no given name."""
    if person.listed is not None:
        return person.listed.name
    full = [name for name in person.names if name.is_full and not _is_initial(name.first)]
    if full:
        best = Counter(f"{' '.join(name.given)} {name.surname}" for name in full).most_common(1)[0][
            0
        ]
        return best.title() if best.isupper() else best
    return " ".join(person.mentions[0].text.split())


def is_whole_name(person: Person, text: str) -> bool:
    """True when `text` names `person` in full, or by surname and a title of their full name."""
    if person.answers_to(text):
        return True
    name = parse_person(_without_space(text))
    if name.is_full:
        return not _is_initial(name.first)
    titles = {key(known.title).rstrip(".") for known in person.names if known.is_full}
    return bool(name.surname and name.title) and key(name.title).rstrip(".") in titles


def _without_space(text: str) -> str:
    return " ".join(text.replace("\ufffc", "").replace("\u00ad", "").split())


def _is_initial(part: str) -> bool:
    return len(part.rstrip(".")) <= 1


def _from_map(one: Listed) -> Person:
    names = [parse_person(text) for text in (one.name, *one.aliases)]
    return Person(one.name, names, one)


def _give(person: Person, mention: Mention, name: PersonName) -> None:
    person.mentions.append(mention)
    wanted = person.listed is None or (name.title and name.is_full)
    if wanted and name not in person.names:
        person.names.append(name)


def _full(people: list[Person], name: PersonName) -> Person:
    """The person of that full name; a new one when there is none yet."""
    for person in people:
        if any(_same_full(known, name) for known in person.names):
            return person
    surname_only = [
        person
        for person in people
        if person.listed is not None
        and not any(known.given for known in person.names)
        and key(name.surname) in person.surnames
        and _titles_agree(person, name)
    ]
    if len(surname_only) == 1:
        return surname_only[0]
    person = Person(name.surname)
    people.append(person)
    return person


def _same_full(known: PersonName, name: PersonName) -> bool:
    return (
        known.is_full
        and _same_given(known.first, name.first)
        and _same_surname(known.surname, name.surname)
    )


@lru_cache(maxsize=1 << 17)
def _same_given(one: str, other: str) -> bool:
    first, second = key(one).rstrip("."), key(other).rstrip(".")
    if first == second:
        return True
    return first in full_names(second) or second in full_names(first)


@lru_cache(maxsize=1 << 17)
def _same_surname(one: str, other: str) -> bool:
    """Equal, plural of the other, or a half of the other's double barrel."""
    first, second = key(one), key(other)
    if first == second or pluralise(first) == second or first == pluralise(second):
        return True
    halves = {half for half in first.split("-") if "-" in first}
    return second in halves or first in {half for half in second.split("-") if "-" in second}


def _part(people: Sequence[Person], name: PersonName) -> list[Person]:
    """Everybody whom an incomplete name could mean; one, when the choice changes nothing."""
    if name.surname and not name.given:
        found = [p for p in people if any(_same_surname(s, name.surname) for s in p.surnames)]
        found = found or [p for p in people if key(name.surname) in p.given]
        return _narrowed(found, name)
    if name.is_full:  # an initial and a surname
        return [
            p
            for p in people
            if any(
                _same_surname(known.surname, name.surname)
                and known.first[:1].lower() == name.first[:1].lower()
                for known in p.names
                if known.surname and known.given
            )
        ]
    text = key(name.first)
    initials = text.replace(".", "").replace(" ", "")
    if name.first.isupper() and 1 < len(initials) <= 3:
        found = [p for p in people if initials in _initials(p)]
        if found:
            return found
    found = [p for p in people if text in p.given]
    if found:
        return found
    found = [p for p in people if any(_same_surname(s, text) for s in p.surnames)]
    if found:
        return _narrowed(found, PersonName("", (), name.first))
    return [p for p in people if any(_same_given(given, text) for given in p.given)]


def _initials(person: Person) -> set[str]:
    return {
        (name.first[0] + name.surname.replace("-", " ").split()[-1][0]).lower()
        for name in person.names
        if name.is_full
    }


def _titles_agree(person: Person, name: PersonName) -> bool:
    other = Person("", [name])
    return not (person.sex and other.sex and person.sex != other.sex)


def _narrowed(found: list[Person], name: PersonName) -> list[Person]:
    """Of those with the surname, those whom the title fits; one, if all share a new surname."""
    if name.title:
        titled = [
            p
            for p in found
            if any(key(known.title).rstrip(".") == key(name.title).rstrip(".") for known in p.names)
        ]
        found = titled or [p for p in found if _titles_agree(p, name)] or found
    if len(found) > 1:
        # Nobody calls a child by the surname alone, so the grown-ups of the family are meant.
        grown = [p for p in found if p.listed is None or p.listed.type is not EntityType.CHILD]
        found = grown or found
        replaced = [p for p in found if p.listed is None or not p.listed.keep]
        new_surnames = {
            p.listed.pseudonym_surname if p.listed is not None else key(sorted(p.surnames)[0])
            for p in replaced
            if p.surnames
        }
        if len(replaced) == len(found) and len(new_surnames) == 1 and "" not in new_surnames:
            return [max(found, key=lambda p: len(p.mentions))]
    return found
