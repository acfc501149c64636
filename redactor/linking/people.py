"""Mentions of people → people: full names first, then what can only mean one of them.

Nothing is guessed: words that two people could be meant by become an entity of their own with both
as its candidates, which a person decides. One exception changes nothing in the text: a surname
alone, when everybody it could mean gets the same surname.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from redactor.linking.aka import OtherName, other_names
from redactor.linking.directory import Directory
from redactor.linking.joining import Joining
from redactor.linking.kin import Relation, relations
from redactor.linking.listed import Listed
from redactor.linking.person import Person, titles_agree
from redactor.linking.reading import Names
from redactor.model import EntityType, Mention, Segment, SegmentId
from redactor.text.fold import key
from redactor.text.names import PersonName

_LONGEST_INITIALS = 3


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
                self._give(_full(self._directory, self._names[mention.text]), mention)

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
        return _part(self._directory, name)

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


def _full(directory: Directory, name: PersonName) -> Person:
    """The person of that full name; a new one when there is none yet."""
    person = directory.full(name)
    if person is not None:
        return person
    in_map = [p for p in directory.bare_surname_in_map(name) if titles_agree(p, name)]
    return in_map[0] if len(in_map) == 1 else directory.add(Person(name.surname))


def _part(directory: Directory, name: PersonName) -> list[Person]:
    """Everybody whom an incomplete name could mean; one, when the choice changes nothing."""
    if name.surname and not name.given:
        found = directory.with_surname(name.surname) or directory.with_given(name.surname)
        return _narrowed(found, name)
    if name.is_full:  # an initial and a surname
        return directory.with_initial(name)
    text = key(name.first)
    initials = text.replace(".", "").replace(" ", "")
    if name.first.isupper() and 1 < len(initials) <= _LONGEST_INITIALS:
        found = directory.with_initials(initials)
        if found:
            return found
    found = directory.with_given(text)
    if found:
        return found
    found = directory.with_surname(text)
    if found:
        return _narrowed(found, PersonName("", (), name.first))
    return directory.with_given_like(text)


def _narrowed(found: list[Person], name: PersonName) -> list[Person]:
    """Of those with the surname, those whom the title fits; one, if all share a new surname."""
    if name.title:
        titled = [
            p
            for p in found
            if any(key(known.title).rstrip(".") == key(name.title).rstrip(".") for known in p.names)
        ]
        found = titled or [p for p in found if titles_agree(p, name)] or found
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
