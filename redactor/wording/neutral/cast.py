"""Those whom a paragraph has spoken of so far, and where."""

from __future__ import annotations

from dataclasses import dataclass, field

from redactor.text.fold import key as folded_key
from redactor.text.sexes import Sex, sex_of_title
from redactor.wording.neutral.clauses import Role, role_at
from redactor.wording.neutral.rewording import Certainty
from redactor.wording.neutral.tokens import Reading

_SEX_OF_ADULT_NOUN: dict[str, Sex] = {
    **dict.fromkeys(
        "mother mum mummy mam mama grandmother nan nana gran granny aunt auntie woman wife "
        "girlfriend stepmother lady stepmum mistress fiancée".split(),
        "f",
    ),
    **dict.fromkeys(
        "father dad daddy grandfather grandad granddad uncle man husband boyfriend stepfather "
        "stepdad gentleman fiancé".split(),
        "m",
    ),
    **dict.fromkeys(
        "partner midwife officer constable sergeant teacher headteacher doctor gp nurse "
        "worker visitor idva paramedic neighbour friend perpetrator victim suspect consultant "
        "paediatrician carer caller informant solicitor manager practitioner receptionist "
        "assistant counsellor therapist psychologist psychiatrist lead secretary driver "
        "landlord stranger adult parent author chair deceased offender applicant".split(),
        "",
    ),
}
CHILD_NOUNS = frozenset(
    "child baby infant toddler pupil newborn youngster teenager youngest eldest grandchild".split()
)
_COMPOUND_HEADS = frozenset(
    "protection care in's services minder benefit abuse safeguarding seat clinic group "
    "monitor bath bottle contact arrangements exploitation development health social welfare "
    "support premium record records cruelty mental".split()
)


@dataclass(slots=True)
class Referent:
    """Somebody of the paragraph. ``mention`` is the index of the last mention by name."""

    is_child: bool
    sex: Sex
    mention: int = -1
    is_named: bool = False
    certainty: Certainty = Certainty.SURE


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where the text speaks of a referent: by name, noun or pronoun."""

    at: int
    referent: int
    role: Role


@dataclass(slots=True)
class Cast:
    """Grows while a paragraph is read from left to right.

    ``holders`` says which tokens stand for which referent, ``doubtful`` which of them are pronouns
    that may mean somebody else.
    """

    reading: Reading
    referents: list[Referent] = field(default_factory=list)
    occurrences: list[Occurrence] = field(default_factory=list)
    holders: dict[int, int] = field(default_factory=dict)
    doubtful: set[int] = field(default_factory=set)
    _by_name: dict[tuple[str, bool], int] = field(default_factory=dict)
    _by_noun: dict[str, int] = field(default_factory=dict)

    def add(self, referent: Referent) -> int:
        self.referents.append(referent)
        return len(self.referents) - 1

    def occurs(self, at: int, referent: int, *, first: int | None = None) -> None:
        """Somebody is spoken of at token `at`, in a phrase that begins at `first`."""
        role = role_at(self.reading, at if first is None else first, at)
        self.occurrences.append(Occurrence(at, referent, role))
        self.holders[at] = referent

    def take_name(self, at: int) -> None:
        """Enter the name at token `at`; the same words for a child, or for an adult, are one."""
        self.occurs(at, self.introduce(at))

    def introduce(self, at: int) -> int:
        """The referent of the name at token `at`, who may be spoken of only from there on."""
        token = self.reading.tokens[at]
        person = self.reading.people[token.person]
        known = self.known_by(at)
        if known < 0:
            sex = person.sex or self._sex_of_title(at)
            known = self.add(Referent(person.is_child, sex, is_named=True))
            self._by_name[self._name(at), person.is_child] = known
        referent = self.referents[known]
        referent.mention = token.person
        referent.sex = referent.sex or person.sex
        return known

    def known_by(self, at: int) -> int:
        """The referent whom the name at token `at` has meant before, -1 for none."""
        person = self.reading.people[self.reading.tokens[at].person]
        return self._by_name.get((self._name(at), person.is_child), -1)

    def _name(self, at: int) -> str:
        bare = folded_key(self.reading.tokens[at].written)
        return bare.removesuffix("'s") if self.reading.tokens[at].is_possessive else bare

    def _sex_of_title(self, at: int) -> Sex:
        first = self.reading.tokens[at].written.split()
        inside = sex_of_title(first[0]) if first else ""
        before = self.reading.tokens[at].before
        outside = sex_of_title(self.reading.key(at - 1)) if before.strip(" .") == "" else ""
        return inside or outside

    def take_noun(self, at: int) -> None:
        """Enter a noun for an adult, "the mother", or for a child whom it leaves unsexed."""
        key = self.reading.key(at)
        after = self.reading.next_in_phrase(at)
        if key in _SEX_OF_ADULT_NOUN:
            if after >= 0 and self.reading.tokens[after].person >= 0:
                return  # "his partner Lee": the name says who
            known = self._by_noun.get(key)
            if known is None:
                known = self.add(Referent(False, _SEX_OF_ADULT_NOUN[key]))
                self._by_noun[key] = known
            self.occurs(at, known, first=self._phrase_start(at))
        elif key in CHILD_NOUNS:
            if after >= 0 and (
                self.reading.tokens[after].person >= 0
                or self.reading.key(after) in _COMPOUND_HEADS
                or self.reading.key(after) in ("son", "daughter", "boy", "girl", "in")
            ):
                return
            if self.reading.key(at - 1) in ("as", "per", "each", "every", "any", "no"):
                return
            start = self._phrase_start(at)
            if self.reading.key(start) in ("a", "an", "another", "her", "his") or start == at:
                return  # "a parent of a child": nobody in particular
            same = self.last_child("") if self.reading.key(start) in ("the", "this") else -1
            known = same if same >= 0 else self.add(Referent(True, ""))
            self.occurs(at, known, first=start)

    def _phrase_start(self, at: int) -> int:
        start = at
        for before in range(at - 1, max(-1, at - 4), -1):
            if self.reading.next_in_phrase(before) != before + 1:
                break
            if self.reading.key(before) in ("the", "a", "an", "his", "her", "this", "another"):
                return before
            if self.reading.tokens[before].is_possessive:
                return before
        return start

    def last_child(self, sex: Sex) -> int:
        """The child spoken of last that may be of `sex`, -1 for none."""
        for occurrence in reversed(self.occurrences):
            referent = self.referents[occurrence.referent]
            if referent.is_child and (not sex or referent.sex in ("", sex)):
                return occurrence.referent
        return -1
