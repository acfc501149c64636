"""Mentions of people → people: full names first, then what can only mean one of them.

Nothing is guessed: words that two people could be meant by become an entity of their own with both
as its candidates, which a person decides. One exception changes nothing in the text: a surname
alone, when everybody it could mean gets the same surname.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from redactor.linking.directory import Directory, is_full_name
from redactor.linking.listed import Listed
from redactor.linking.person import Person, parsed, titles_agree
from redactor.model import EntityType, Mention
from redactor.text.fold import key
from redactor.text.names import PersonName

_LONGEST_INITIALS = 3


def link_people(mentions: Sequence[Mention], listed: Iterable[Listed]) -> list[Person]:
    """One Person for each real one; every mention belongs to exactly one of them.

    `mentions` are in reading order; so is the result, people of the map without mention left out.
    """
    directory = Directory(listed)
    rest: list[tuple[Mention, PersonName]] = []
    for mention in mentions:
        name = parsed(mention.text)
        exact = directory.called(mention.text)
        if len(exact) == 1:
            directory.give(exact[0], mention, name)
        elif is_full_name(name):
            directory.give(_full(directory, name), mention, name)
        else:
            rest.append((mention, name))
    ambiguous: dict[str, Person] = {}
    # Titles met with full names tell a couple apart, so parts come after all full names; parts
    # with a given name come before surnames alone, which may belong to a single-named person.
    for mention, name in sorted(rest, key=lambda pair: not pair[1].given):
        found = _part(directory, name)
        if len(found) == 1:
            directory.give(found[0], mention, name)
        elif not found:
            directory.give(directory.add(Person(mention.text)), mention, name)
        else:
            text = key(mention.text)
            if text not in ambiguous:
                ambiguous[text] = Person(mention.text, candidates=tuple(found))
            ambiguous[text].mentions.append(mention)
    order = {id(mention): number for number, mention in enumerate(mentions)}
    people = [p for p in (*directory.people, *ambiguous.values()) if p.mentions]
    for person in people:
        person.mentions.sort(key=lambda mention: order[id(mention)])
    return sorted(people, key=lambda person: order[id(person.mentions[0])])


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
