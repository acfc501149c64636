"""A person while the linking goes on, and what their names say of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from redactor.linking.alike import is_initial
from redactor.linking.listed import Listed
from redactor.model import Mention
from redactor.text.fold import key
from redactor.text.names import PersonName, parse_person

_FEMALE = frozenset({"ms", "mrs", "miss", "dame", "lady", "madam", "sister", "aunt", "auntie"})
_MALE = frozenset({"mr", "sir", "lord", "master", "uncle"})


@dataclass(slots=True, eq=False)
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


@lru_cache(maxsize=1 << 14)
def parsed(text: str) -> PersonName:
    """The words of a mention taken apart, without what a page only shows."""
    return parse_person(" ".join(text.replace("\ufffc", "").replace("\u00ad", "").split()))


def titles_agree(person: Person, name: PersonName) -> bool:
    """False when a title of `name` speaks of the other sex."""
    other = Person("", [name])
    return not (person.sex and other.sex and person.sex != other.sex)


def best_name(person: Person) -> str:
    """The fullest name that the text gives, its title only when there is no given name."""
    if person.listed is not None:
        return person.listed.name
    full = [name for name in person.names if name.is_full and not is_initial(name.first)]
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
    name = parsed(text)
    if name.is_full:
        return not is_initial(name.first)
    titles = {key(known.title).rstrip(".") for known in person.names if known.is_full}
    return bool(name.surname and name.title) and key(name.title).rstrip(".") in titles
