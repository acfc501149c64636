"""Mentions of people → people: full names first, then what can only mean one of them.

Nothing is guessed: words that two people could be meant by become an entity of their own with both
as its candidates, which a person decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from redactor.linking.aka import Naming, OtherName, other_names
from redactor.linking.alike import same_surname
from redactor.linking.directory import Directory
from redactor.linking.joining import Joining
from redactor.linking.kin import Relation, relations
from redactor.linking.listed import Listed
from redactor.linking.meaning import fully_named, meant_by
from redactor.linking.person import Person
from redactor.linking.reading import Names
from redactor.model import Mention, Segment, SegmentId
from redactor.text.fold import key


def link_people(
    mentions: Sequence[Mention],
    listed: Iterable[Listed],
    segments: Mapping[SegmentId, Segment],
) -> list[Person]:
    """One Person for each real one; every mention belongs to exactly one of them.

    `mentions` are in reading order; so is the result, people of the map without mention left out.
    """
    return _Linking(mentions, listed, segments).people()


class _Linking:
    """The passes over all mentions; each puts some to their people and leaves the rest."""

    def __init__(
        self,
        mentions: Sequence[Mention],
        listed: Iterable[Listed],
        segments: Mapping[SegmentId, Segment],
    ) -> None:
        known = list(listed)
        self._mentions = mentions
        self._directory = Directory(known)
        self._names = Names(mentions, known)
        self._joining = Joining(self._directory, segments)
        self._owners: dict[int, Person] = {}
        """By the identity of the mention: equal ones may be two."""
        self._ambiguous: dict[str, Person] = {}
        said = other_names(mentions, segments)
        self._full_names()
        self._said(said, only_full=True)
        self._said(said, only_full=False)
        self._parts()
        self._relatives(list(relations(mentions, segments)))

    def people(self) -> list[Person]:
        order = {id(mention): number for number, mention in enumerate(self._mentions)}
        people = [p for p in (*self._directory.people, *self._ambiguous.values()) if p.mentions]
        for person in people:
            person.mentions.sort(key=lambda mention: order[id(mention)])
            person.aliases = self._directory.aliases_of(person)
        return sorted(people, key=lambda person: order[id(person.mentions[0])])

    def _full_names(self) -> None:
        for mention in self._mentions:
            exact = self._directory.called(mention.text)
            if len(exact) == 1:
                self._give(exact[0], mention)
            elif self._names.is_full(mention.text):
                self._give(fully_named(self._directory, self._names[mention.text]), mention)

    def _said(self, said: Iterable[OtherName], *, only_full: bool) -> None:
        """What the text says of two names: first of two full ones, then of the rest."""
        for one in said:
            first, second = self._owner(one.first), self._owner(one.second)
            if only_full:
                if first is not None and second is not None:
                    self._joining.full(first, second, one.naming)
                continue
            if first is None:
                found = self._meant(one.first.text)
                if len(found) > 1 and one.naming is Naming.BIRTH:
                    # "Jean (née Preston)" is not the Jean whom the text calls Preston elsewhere.
                    found = [p for p in found if not self._bears(p, one.second.text)]
                if len(found) > 1:
                    continue
                first = found[0] if found else self._directory.add(Person(one.first.text))
                self._give(first, one.first)
            if second is not None:
                self._joining.full(first, second, one.naming)
                continue
            owner = self._joining.part(first, one.second, one.naming)
            if owner is not None:
                self._put([owner], one.second)

    def _parts(self) -> None:
        rest = [
            (mention, self._names[mention.text])
            for mention in self._mentions
            if id(mention) not in self._owners
        ]
        # Titles met with full names tell a couple apart, so parts come after all full names; parts
        # with a given name come before surnames alone, which may belong to a single-named person.
        for mention, _ in sorted(rest, key=lambda pair: not pair[1].given):
            found = self._meant(mention.text)
            if len(found) == 1:
                self._give(found[0], mention)
            elif not found and (glued := self._directory.glued(mention.text)):
                self._put(glued, mention)
            elif not found:
                self._give(self._directory.add(Person(mention.text)), mention)
            else:
                self._put(found, mention)

    def _bears(self, person: Person, text: str) -> bool:
        name = self._names[text]
        surname = name.surname or name.first
        return any(same_surname(own, surname) for own in person.surnames)

    def _relatives(self, told: Sequence[Relation]) -> None:
        """Ambiguous names that are said to be a relative of somebody, whom the text names fully."""
        known: dict[tuple[Person, str], set[Person]] = defaultdict(set)
        for one in told:
            of, relative = self._owner(one.of), self._owner(one.relative)
            if of and relative and self._names.is_full(one.relative.text):
                known[of, one.kin].add(relative)
        for one in told:
            of, nobody_yet = self._owner(one.of), self._owner(one.relative)
            if of is None or nobody_yet is None or nobody_yet.mentions.count(one.relative) != 1:
                continue
            meant = known.get((of, one.kin), set()) & set(nobody_yet.candidates)
            if len(meant) == 1 and not nobody_yet.names:
                nobody_yet.mentions.remove(one.relative)
                self._put(list(meant), one.relative)

    def _meant(self, text: str) -> list[Person]:
        """Everybody whom `text`, which is no full name, could mean."""
        name = self._names[text]
        if self._names.are_two(text):
            both = (name.first, name.surname)
            return [one for given in both for one in self._directory.with_given(given)]
        return meant_by(self._directory, name)

    def _put(self, found: Sequence[Person], mention: Mention) -> None:
        """Put `mention` to the one of `found`, or to all who could be meant by its words."""
        if len(found) == 1:
            owner = found[0]
        else:
            nobody_yet = Person(mention.text, candidates=tuple(found))
            owner = self._ambiguous.setdefault(key(mention.text), nobody_yet)
        owner.mentions.append(mention)
        self._owners[id(mention)] = owner

    def _give(self, person: Person, mention: Mention) -> None:
        self._directory.give(person, mention, self._names[mention.text])
        self._owners[id(mention)] = person

    def _owner(self, mention: Mention) -> Person | None:
        person = self._owners.get(id(mention))
        return self._directory.today(person) if person is not None else None
