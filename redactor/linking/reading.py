"""The texts of a review's mentions, taken apart in the light of each other.

A mention alone can be misread: "Marsh Sarah" is a name the other way round where Sarah Marsh is
named as well, "Marsh, Marsh" is one word said twice, and "Warren Winston" are two people where both
are given names that others bear again and again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from redactor.linking.alike import is_initial
from redactor.linking.listed import Listed
from redactor.linking.person import parsed
from redactor.model import Mention, Verdict
from redactor.text.fold import key
from redactor.text.given_names import is_given_name
from redactor.text.names import PersonName

_OFTEN = 5
"""Mentions in full with one given name; fewer can be misread themselves ("Llanfair Road")."""


class Names:
    """What each mention's text says, as a name."""

    def __init__(self, mentions: Sequence[Mention], listed: Sequence[Listed]) -> None:
        alone = {mention.text: parsed(mention.text) for mention in mentions}
        self._listed = {key(text) for one in listed for text in (one.name, *one.aliases)}
        self._full = {
            (key(name.first), key(name.surname))
            for name in (*alone.values(), *map(parsed, self._listed))
        }
        self._often = frequent_given_names(mentions)
        self._names = {text: self._settled(name) for text, name in alone.items()}

    def __getitem__(self, text: str) -> PersonName:
        return self._names[text]

    def is_full(self, text: str) -> bool:
        """True for a given name, not only its initial, and a surname of one person."""
        name = self._names[text]
        return name.is_full and not is_initial(name.first) and not self.are_two(text)

    def are_two(self, text: str) -> bool:
        """True where the words are given names of two people, written one behind the other."""
        name = self._names[text]
        both = {key(name.first), key(name.surname)}
        return len(both) == 2 and both <= self._often and key(text) not in self._listed

    def _settled(self, name: PersonName) -> PersonName:
        first, surname = key(name.first), key(name.surname)
        if first and first == surname:
            return PersonName(name.title, (name.first,))
        turned = (surname, first) in self._full and (
            is_given_name(surname) and not is_given_name(first)
        )
        return PersonName(name.title, (name.surname,), name.first) if turned else name


def frequent_given_names(mentions: Iterable[Mention]) -> frozenset[str]:
    """Keys of the given names that stand in full names again and again."""
    counts: Counter[str] = Counter()
    for mention in mentions:
        if mention.type.is_person and mention.verdict is Verdict.REPLACE:
            name = parsed(mention.text)
            if name.is_full and not is_initial(name.first):
                counts[key(name.first)] += 1
    return frozenset(name for name, count in counts.items() if count >= _OFTEN)
