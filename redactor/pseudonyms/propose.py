"""Pseudonyms for what nobody has named yet, by the conventions of published reviews.

Adults get a name from the pool and relatives share its surname; children, places and institutions
get the next letter, professionals the next number of their role. A proposal never takes a
pseudonym or a name that the map has already, so it never makes the map contradict itself; nor one
that the map has retired. What the map has is never renumbered.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from redactor.model import ORGANISATIONS, Entity, EntityId, EntityType, Verdict
from redactor.policy.load import policy_called
from redactor.policy.schema import Adults, Naming, Policy, SoleHolder
from redactor.pseudonyms.numbering import (
    next_lettered,
    next_numbered,
    next_placeholder_number,
    placeholder,
)
from redactor.pseudonyms.organisations import named_after_place
from redactor.pseudonyms.pool import Pool
from redactor.pseudonyms.schema import (
    LONGEST,
    MapEntity,
    PseudonymMap,
    Status,
    UncertainEntry,
)
from redactor.pseudonyms.style import is_name_like
from redactor.text.fold import INVISIBLE, key
from redactor.text.names import parse_person
from redactor.text.roles import title_of
from redactor.text.sexes import sex_of_names
from redactor.text.words import words

_PLACE = "Area"
_ORGANISATION = "Organisation"
_INVISIBLE = re.compile(f"[{re.escape(INVISIBLE)}]")


def propose(
    names: PseudonymMap,
    entities: Sequence[Entity],
    review_words: frozenset[str] = frozenset(),
    policy: Policy | None = None,
) -> PseudonymMap:
    """`names` with a proposed entry for each of `entities` that is to be replaced and is new.

    `entities` come in the order of first appearance, which letters and numbers follow;
    `review_words` are the keys of all words of the review's text, of which no pool name may be
    one; `policy` is how the review names things ("dhr" when it is left out). Identifiers, entities
    that await a person, those in the map and its own pseudonyms (a draft may hold some) are left
    alone.
    """
    wanted = [entity for entity in entities if _is_wanted(names, entity)]
    policy = policy or policy_called("")
    proposals = _Proposals(names, wanted, review_words, policy)
    # Places first: organisations are named after them.
    for entity in sorted(wanted, key=lambda entity: entity.type is not EntityType.PLACE):
        proposals.add(entity)
    return names.with_entities(proposals.in_order_of(wanted))


def with_uncertain(
    names: PseudonymMap, found: Iterable[tuple[str, EntityType, str]]
) -> PseudonymMap:
    """`names` with an open entry and the next placeholder for each of `found`.

    These are a text, what it is taken for, and why nobody knows. What the map has decided about,
    or has open already, is left alone.
    """
    taken = {key(name) for entry in names.entities for name in entry.names}
    taken |= {key(entry.text) for entry in names.keep}
    taken |= {key(entry.text) for entry in names.uncertain}
    number = next_placeholder_number(names)
    entries: list[UncertainEntry] = []
    for original, type, reason in found:
        text = _one_line(original)
        if key(text) not in taken:
            taken.add(key(text))
            entries.append(
                UncertainEntry(
                    text=text,
                    placeholder=placeholder(type, number + len(entries)),
                    type=type,
                    reason=_one_line(reason),
                )
            )
    return names.with_uncertain(entries)


def _is_wanted(names: PseudonymMap, entity: Entity) -> bool:
    return (
        entity.verdict is Verdict.REPLACE
        and not entity.known
        and not entity.type.is_identifier
        and names.entity_named(entity.name) is None
        and not names.is_kept(entity.name)
        and not names.is_pseudonym(entity.name)
    )


def _one_line(text: str) -> str:
    return " ".join(_INVISIBLE.sub("", text).split())[:LONGEST]


class _Proposals:
    """The entries proposed so far, and what none of the next may take."""

    def __init__(
        self,
        names: PseudonymMap,
        wanted: Sequence[Entity],
        review_words: frozenset[str],
        policy: Policy,
    ) -> None:
        self._policy = policy
        self._entries = list(names.entities)
        self._proposed: dict[EntityId, MapEntity] = {}
        self._taken_names = {key(name) for entry in names.entities for name in entry.names}
        self._taken_names |= {key(entry.text) for entry in names.keep}
        self._taken_names |= {key(entry.pseudonym) for entry in names.entities}
        own = {key(name) for entity in wanted for name in (entity.name, *entity.aliases)}
        self._unusable = self._taken_names | own | names.retired_keys
        texts = [text for entry in names.entities for text in (*entry.names, entry.pseudonym)]
        texts += [*(entry.text for entry in names.keep), *names.retired]
        texts += [text for entity in wanted for text in (entity.name, *entity.aliases)]
        in_use = {word.key for text in texts for word in words(text)}
        kept = (word.key for entry in names.keep for word in words(entry.text))
        self._pool = Pool(names.review, review_words | in_use, kept)
        self._used = [*(entry.pseudonym for entry in names.entities), *names.retired]
        self._last: dict[str, list[str]] = {}
        """The label given last for a stem or a role: the next one goes on from there."""
        self._families = _families(names.entities)
        self._holders = Counter(
            one.role for one in wanted if one.type is EntityType.PROFESSIONAL
        ) + Counter(one.role for one in names.entities if one.type is EntityType.PROFESSIONAL)
        self._new = [one.name for one in wanted if one.type in ORGANISATIONS]

    def add(self, entity: Entity) -> None:
        """Propose an entry for `entity`, unless another one took its name."""
        if key(entity.name) in self._taken_names:
            return
        pseudonym = self._pseudonym(entity)
        self._taken_names.add(key(entity.name))
        aliases = tuple(a for a in entity.aliases if self._take_alias(a))
        entry = MapEntity(
            real=_one_line(entity.name),
            pseudonym=pseudonym,
            type=entity.type,
            aliases=tuple(_one_line(alias) for alias in aliases),
            status=Status.PROPOSED,
            role=entity.role,
        )
        self._unusable.add(key(pseudonym))
        self._entries.append(entry)
        self._proposed[entity.id] = entry

    def in_order_of(self, entities: Iterable[Entity]) -> list[MapEntity]:
        return [self._proposed[e.id] for e in entities if e.id in self._proposed]

    def _take_alias(self, alias: str) -> bool:
        """False for an alias that belongs to somebody already."""
        if not words(alias) or key(alias) in self._taken_names:
            return False
        self._taken_names.add(key(alias))
        return True

    def _pseudonym(self, entity: Entity) -> str:
        policy = self._policy
        match entity.type:
            case EntityType.PERSON:
                name = self._person(entity) if policy.adults is Adults.NAME else ""
                return name or self._free_letter(policy.adult)
            case EntityType.CHILD:
                return self._free_letter(policy.child)
            case EntityType.PROFESSIONAL:
                return self._title(entity.role) or self._free_number(entity.role or "Professional")
            case EntityType.HOSPITAL:
                return self._free_letter(policy.hospital)
            case EntityType.PRACTICE:
                return self._free_letter(policy.practice)
            case EntityType.SCHOOL:
                return self._named(entity.name, policy.schools) or self._free_letter(policy.school)
            case EntityType.PLACE:
                endings = (one for one in policy.places if one.ends(entity.name))
                return self._free_letter(next((one.label for one in endings), _PLACE))
        after_place = named_after_place(entity.name, self._entries)
        if after_place and key(after_place) not in self._unusable:
            return after_place
        named = self._named(entity.name, policy.organisations)
        return named or self._free_letter(_ORGANISATION)

    def _title(self, role: str) -> str:
        """ "the Midwife" for the only holder of a role; "" where there are more, or no title."""
        label = _sole_title(role) if self._policy.sole_holder is SoleHolder.TITLE else ""
        first = next_numbered(role, self._used) == next_numbered(role, ())
        alone = self._holders[role] == 1 and first and key(label) not in self._unusable
        return label if alone else ""

    def _named(self, name: str, kinds: Iterable[Naming]) -> str:
        """The common noun for the first of its kind, or the kind's next letter; "" for no kind."""
        kind = next((one for one in kinds if one.covers(name)), None)
        if kind is None:
            return ""
        if kind.is_noun and key(kind.label) in self._unusable:  # that one is the first: this is B
            self._last.setdefault(kind.stem, [f"{kind.stem} A", *self._used])
        elif kind.is_noun and sum(map(kind.covers, self._new)) == 1:
            return kind.label
        return self._free_letter(kind.stem)

    def _person(self, entity: Entity) -> str:
        """A name of the same parts as the real one; "" when the pool is empty."""
        name = parse_person(entity.name)
        written = (entity.name, *entity.aliases, *(mention.text for mention in entity.mentions))
        sex = sex_of_names(parse_person(text) for text in written)
        surname = ""
        if name.surname:
            family = key(entity.family or name.surname)
            surname = self._families.get(family) or self._pool.surname(name.surname)
            if not surname:
                return ""
            self._families[family] = surname
        if name.given:
            given = self._pool.given(sex, name.first)
            return f"{given} {surname}".strip() if given else ""
        with_title = f"{name.title} {surname}".strip()
        if key(with_title) in self._unusable:
            with_title = f"{name.title} {self._pool.surname(name.surname)}".strip()
        return with_title if with_title != name.title else ""

    def _free_letter(self, stem: str) -> str:
        label = next_lettered(stem, self._last.get(stem, self._used))
        while key(label) in self._unusable:
            label = next_lettered(stem, [label])
        self._last[stem] = [label]
        return label

    def _free_number(self, role: str) -> str:
        used = self._used
        if key(_sole_title(role)) in self._unusable:  # "the GP" is the first, so this is GP2
            used = [*used, next_numbered(role, ())]
        label = next_numbered(role, self._last.get(role, used))
        while key(label) in self._unusable:
            label = next_numbered(role, [label])
        self._last[role] = [label]
        return label


def _sole_title(role: str) -> str:
    title = title_of(role)
    return f"the {title}" if title else ""


def _families(entries: Iterable[MapEntity]) -> dict[str, str]:
    """The pseudonym surname of each real surname's key, as far as the map tells."""
    families: dict[str, str] = {}
    for entry in entries:
        if entry.type.is_person and is_name_like(entry.pseudonym, entry.type):
            real, new = parse_person(entry.real), parse_person(entry.pseudonym)
            if real.surname and new.surname:
                families.setdefault(key(real.surname), new.surname)
    return families
