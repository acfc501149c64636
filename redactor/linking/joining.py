"""What a text says of two names, made true: one person, with the second as another name.

Two people stay two, and one of them becomes a question, where something else speaks against it:
titles of both sexes, two given names, ages that differ, two rows of one table. What the map lists
as two is two.
"""

from __future__ import annotations

from collections.abc import Mapping

from redactor.linking.aka import Naming
from redactor.linking.alike import is_initial, same_given, same_surname
from redactor.linking.directory import Directory
from redactor.linking.kinds import age_behind, row_of
from redactor.linking.person import Person, parsed, titles_agree
from redactor.model import Mention, Segment, SegmentId
from redactor.text.fold import run_together
from redactor.text.given_names import is_given_name
from redactor.text.names import PersonName

CONTRADICTED = "said to be another name of somebody, but something speaks against it"
_YEARS_BETWEEN = 3
"""Ages of one person may differ by so much: a review tells of several years."""


class Joining:
    """Takes sayings in, one after the other."""

    def __init__(self, directory: Directory, places: Mapping[SegmentId, Segment]) -> None:
        self._directory = directory
        self._places = places

    def full(self, person: Person, second: Person, naming: Naming) -> Person | None:
        """The text says that two people are one: who remains, None when that is not sure."""
        if person is second:
            return person
        if person.listed is not None and second.listed is not None:
            return None
        if not self._could_be_one(person, second, naming):
            fewer, more = sorted((second, person), key=lambda p: len(p.mentions))
            if fewer.listed is None:
                fewer.candidates, fewer.doubt = (more,), CONTRADICTED
            return None
        turned = naming in (Naming.NOW, Naming.REAL)
        today, former = (second, person) if turned else (person, second)
        if former.listed is not None:
            today, former = former, today
        self._directory.join(today, former)
        return today

    def part(self, person: Person, mention: Mention, naming: Naming) -> Person | None:
        """Whose `mention` is, a part of a name said to be `person`'s; None when it is not sure."""
        name = parsed(mention.text)
        if name.is_full:  # an initial and a surname
            return None
        if name.surname:
            return self._surname(person, name, naming)
        if naming in (Naming.OTHER, Naming.REAL):
            if self._is_a_part_of(person, name.first):
                return person
            self._directory.learn_other(person, PersonName("", name.given))
            for surname in [known.surname for known in person.names if known.is_full]:
                whole = PersonName("", name.given, surname)
                second = self._directory.full(whole)
                if second is None or second is person:
                    self._directory.learn_other(person, whole)
                else:
                    person = self.full(person, second, naming) or person
            return person
        if self._is_given_name(name.first):
            return None
        return self._surname(person, PersonName("", (), name.first), naming)

    def _is_a_part_of(self, person: Person, word: str) -> bool:
        """True for "Kevin" of Kevin Marsh, "H.W." of Hilary Cook-Wallis: no other names."""
        letters = run_together(word) if word.isupper() else ""
        return (
            any(same_given(given, word) for given in person.given)
            or any(same_surname(surname, word) for surname in person.surnames)
            or person in self._directory.with_initials(letters)
        )

    def _surname(self, person: Person, name: PersonName, naming: Naming) -> Person | None:
        """A surname, perhaps behind a title, that `person` had or has."""
        if not titles_agree(person, name):
            return None
        bearers = [p for p in self._directory.with_surname(name.surname) if p is not person]
        given = next((known.first for known in person.names if known.given), "")
        if not given:
            possible = [p for p in bearers if self._could_be_one(person, p, naming)]
            if possible:
                return self.full(person, possible[0], naming) if len(possible) == 1 else None
            self._directory.learn_other(person, name)
            return person
        whole = PersonName("", (given,), name.surname)
        second = self._directory.full(whole)
        if second is not None and second is not person:
            person_today = self.full(person, second, naming)
            return None if bearers[1:] and not name.title else person_today
        self._directory.learn_other(person, whole)
        # Without a title it is the name of the family that bears it.
        return None if bearers and not name.title else person

    def _is_given_name(self, word: str) -> bool:
        return is_given_name(word) or bool(self._directory.with_given(word))

    def _could_be_one(self, person: Person, other: Person, naming: Naming) -> bool:
        if person.listed is not None and other.listed is not None:
            return False
        if person.sex and other.sex and person.sex != other.sex:
            return False
        if naming in (Naming.BIRTH, Naming.NOW) and not _may_share_given(person, other):
            return False
        return not (self._ages_differ(person, other) or self._rows_of_one_table(person, other))

    def _ages_differ(self, person: Person, other: Person) -> bool:
        one, two = self._ages(person), self._ages(other)
        return bool(one and two) and min(abs(a - b) for a in one for b in two) >= _YEARS_BETWEEN

    def _ages(self, person: Person) -> set[int]:
        ages = (age_behind(self._places[m.segment_id].text, m) for m in person.mentions)
        return {age for age in ages if age is not None}

    def _rows_of_one_table(self, person: Person, other: Person) -> bool:
        """True when each begins a row of its own in one table."""
        one, two = self._rows(person), self._rows(other)
        tables = {row[:2] for row in one} & {row[:2] for row in two}
        return any(row[:2] in tables and row not in two for row in one)

    def _rows(self, person: Person) -> set[tuple[str, int, int]]:
        segments = (self._places[mention.segment_id] for mention in person.mentions)
        return {row_of(s) for s in segments if s.cell is not None and s.cell.column == 0}


def _share_given(person: Person, other: Person) -> bool:
    return any(same_given(one, two) for one in person.given for two in other.given)


def _may_share_given(person: Person, other: Person) -> bool:
    """True unless both have given names, and no two of them are the same or an initial."""
    if not (person.given and other.given) or _share_given(person, other):
        return True
    return any(
        one[:1] == two[:1] and (is_initial(one) or is_initial(two))
        for one in person.given
        for two in other.given
    )
