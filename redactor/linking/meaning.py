"""Who a name means, of all people of the review.

Nothing is guessed. One exception changes nothing in the text: a surname alone means any of those
who get one and the same new surname.
"""

from __future__ import annotations

from redactor.linking.directory import Directory
from redactor.linking.person import Person, titles_agree
from redactor.model import EntityType
from redactor.text.fold import key
from redactor.text.names import PersonName

_LONGEST_INITIALS = 3


def fully_named(directory: Directory, name: PersonName) -> Person:
    """The person of that full name; a new one when there is none yet."""
    person = directory.full(name)
    if person is not None:
        return person
    in_map = [p for p in directory.bare_surname_in_map(name) if titles_agree(p, name)]
    return in_map[0] if len(in_map) == 1 else directory.add(Person(name.surname))


def meant_by(directory: Directory, name: PersonName) -> list[Person]:
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
