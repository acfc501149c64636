"""Names that the pseudonym map has decided about: they need no recogniser to be found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from redactor.model import EntityType
from redactor.text.matcher import PhraseIndex
from redactor.text.names import PersonName, initials_of, parse_person, written_forms
from redactor.text.words import words


@dataclass(frozen=True, slots=True)
class Known:
    """A real name or alias of the map; ``keep`` when the map says that it stays."""

    text: str = field(repr=False)
    type: EntityType
    keep: bool = False


@dataclass(frozen=True, slots=True)
class KnownForm:
    """A way to write a known name. ``whole`` is false for a part of a person's name alone."""

    known: Known
    whole: bool


class KnownNames:
    """All forms of all known names, ready to be looked for.

    ``people`` are the keys of the single words of replaced people's names, which prove a name
    wherever they stand; ``forms`` the phrases.
    """

    def __init__(self, known: Iterable[Known]) -> None:
        self.forms: PhraseIndex[KnownForm] = PhraseIndex()
        self.people: set[str] = set()
        self.initials: set[str] = set()
        for one in known:
            if one.type.is_person:
                self._add_person(one, parse_person(one.text))
            else:
                self.forms.add(one.text, KnownForm(one, whole=True))

    def _add_person(self, one: Known, name: PersonName) -> None:
        self.forms.add(one.text, KnownForm(one, whole=True))
        for phrase, _ in written_forms(name):
            several = len(words(phrase)) > 1
            self.forms.add(phrase, KnownForm(one, whole=several))
        if not one.keep:
            parts = [*name.given, *name.surname.split()]
            self.people.update(word.key for part in parts for word in words(part))
            if initials_of(name):
                self.initials.add(initials_of(name))
