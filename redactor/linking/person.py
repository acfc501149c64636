"""A person while the linking goes on, and what their names say of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile

from redactor.linking.alike import is_initial
from redactor.linking.listed import Listed
from redactor.model import Mention
from redactor.text.fold import key
from redactor.text.given_names import is_given_name
from redactor.text.names import PersonName, parse_person, split_title
from redactor.text.sexes import Sex, sex_of_title

_SHORTEST_SHOUTED = 4


@dataclass(slots=True, eq=False)
class Person:
    """A person while the linking goes on. ``listed`` when the map names them.

    ``others`` are names that the text says are theirs too: a maiden name, an alias. Somebody else
    who bears such a surname as their own comes first. ``candidates`` are those who could be meant,
    or perhaps the same person; ``doubt`` says why.
    """

    name: str = field(repr=False)
    names: list[PersonName] = field(default_factory=list, repr=False)
    listed: Listed | None = None
    mentions: list[Mention] = field(default_factory=list)
    candidates: tuple[Person, ...] = ()
    others: list[PersonName] = field(default_factory=list, repr=False)
    doubt: str = ""
    aliases: tuple[str, ...] = field(default=(), repr=False)
    """Those of ``others`` that can only mean this person, set when all is linked."""

    @property
    def all_names(self) -> list[PersonName]:
        return [*self.names, *self.others]

    @property
    def surnames(self) -> set[str]:
        return {key(name.surname) for name in self.names if name.surname}

    @property
    def other_surnames(self) -> set[str]:
        return {key(name.surname) for name in self.others if name.surname}

    @property
    def given(self) -> set[str]:
        return {key(name.first) for name in self.all_names if name.given}

    @property
    def sex(self) -> Sex:
        """ "f", "m" or "", from the titles that the text gives."""
        told = {sex_of_title(name.title) for name in self.names} - {""}
        return told.pop() if len(told) == 1 else ""

    def answers_to(self, text: str) -> bool:
        """True when `text` is exactly this person's name or alias in the map."""
        return self.listed is not None and key(text) in {
            key(name) for name in (self.listed.name, *self.listed.aliases)
        }


@lru_cache(maxsize=1 << 14)
def parsed(text: str) -> PersonName:
    """The words of a mention taken apart, without what a page only shows."""
    bare = " ".join(text.replace("\ufffc", "").replace("\u00ad", "").split())
    return _turned(bare) or parse_person(bare)


def _turned(text: str) -> PersonName | None:
    """ "PRITCHARD Kieran", as registers write it: what is in capitals is the surname."""
    title, rest = split_title(text)
    tokens = rest.split()
    shouted = list(takewhile(str.isupper, tokens))
    given = tokens[len(shouted) :]
    surname = " ".join(shouted)
    if "," in text or not given or len(surname) < _SHORTEST_SHOUTED:
        return None
    if any(word.isupper() or not word[0].isupper() for word in given):
        return None
    return None if is_given_name(surname) else PersonName(title, tuple(given), surname)


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
        texts = [f"{' '.join(name.given)} {name.surname}" for name in full]
        quiet = [text for text in texts if not any(map(_is_shouted, text.split()))]
        best = Counter(quiet or texts).most_common(1)[0][0]
        return " ".join(word.title() if _is_shouted(word) else word for word in best.split())
    return " ".join(person.mentions[0].text.split())


def _is_shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def is_whole_name(person: Person, text: str) -> bool:
    """True when `text` names `person` in full, or by surname and a title of their full name."""
    if person.answers_to(text):
        return True
    name = parsed(text)
    if name.is_full:
        return not is_initial(name.first)
    titles = {key(known.title).rstrip(".") for known in person.names if known.is_full}
    return bool(name.surname and name.title) and key(name.title).rstrip(".") in titles
