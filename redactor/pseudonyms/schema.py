"""The per-review pseudonym map: what a person writes by hand, checked at birth.

See ``docs/pseudonym-map.md`` for the file. A map is a value: to change it, make a new one. The
order of its entries has no meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)

from redactor.errors import MapError
from redactor.model import EntityType
from redactor.text.fold import key
from redactor.text.words import words

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffc]")
LONGEST = 200
"""Characters that a name or a pseudonym may have."""
_KEY_START = "age1"
FROZEN = (
    "The map is frozen: what it has was published and stays. "
    "\u201credact map unfreeze\u201d lets it be changed."
)


class Status(StrEnum):
    """Who decided a map entry: a person (the default of what is written by hand) or the tool."""

    CONFIRMED = "confirmed"
    PROPOSED = "proposed"


def _line(text: str) -> str:
    if len(text) > LONGEST:
        raise ValueError(f"is longer than {LONGEST} characters")
    if _UNPRINTABLE.search(text):
        raise ValueError("holds a line break or another control character")
    return text


def _name(text: str) -> str:
    if not words(_line(text)):
        raise ValueError("has no letter or digit in it")
    return text


def _public_key(text: str) -> str:
    if not _line(text).startswith(_KEY_START) or not text.isalnum():
        raise ValueError(f"is no public key: one begins with {_KEY_START} and is one word")
    return text


def _flag(value: object) -> bool:
    # A map's scalars are all text; "yes" and "1" could be somebody's idea of a name.
    flag = {"true": True, "false": False}.get(str(value).strip().lower())
    if flag is None:
        raise ValueError("must be true or false")
    return flag


Line = Annotated[str, AfterValidator(_line)]
Name = Annotated[str, AfterValidator(_name)]
PublicKey = Annotated[str, AfterValidator(_public_key)]
Flag = Annotated[bool, BeforeValidator(_flag)]


class Strict(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, hide_input_in_errors=True
    )


class MapEntity(Strict):
    """A real person, place or organisation and what is written instead."""

    real: Name = Field(repr=False)
    pseudonym: Name
    type: EntityType = EntityType.PERSON
    aliases: tuple[Name, ...] = Field(default=(), repr=False)
    status: Status = Status.CONFIRMED
    role: Line = ""
    """A professional's role code ("GP"): the next one of that role gets the next number."""

    @property
    def names(self) -> tuple[str, ...]:
        """The real name and the aliases."""
        return (self.real, *self.aliases)


class KeepEntry(Strict):
    """Words that stay, and why: a panel member, a public body."""

    text: Name = Field(repr=False)
    reason: Line = ""
    status: Status = Status.CONFIRMED


class UncertainEntry(Strict):
    """Words that nobody has decided about; masked with the placeholder until somebody does.

    To decide, move it to ``entities`` or ``keep``.
    """

    text: Name = Field(repr=False)
    placeholder: Name
    type: EntityType = EntityType.PERSON
    reason: Line = ""


class Recipient(Strict):
    """Somebody who may open the map where it is encrypted: an age public key, and whose it is."""

    key: PublicKey
    name: Line = ""


class PseudonymMap(Strict):
    """All that is known of one review's names.

    In a ``frozen`` map nothing that is there changes any more, whoever asks; it only grows. What
    is ``retired`` was published as somebody's pseudonym and is given to nobody else. ``policy``
    names the rules that the review follows: a word, or a file's path.

    What stands in ``entities`` or ``keep`` is uncertain no longer and leaves ``uncertain`` by
    itself. Raises MapError when the entries contradict each other (names are compared folded and
    without case): two entities with one pseudonym, with one real name or alias, a name that is
    also kept, or a pseudonym that is somebody's real name.
    """

    review: Name
    policy: Line = ""
    frozen: Flag = False
    entities: tuple[MapEntity, ...] = ()
    keep: tuple[KeepEntry, ...] = ()
    uncertain: tuple[UncertainEntry, ...] = Field(default=(), repr=False)
    retired: tuple[Name, ...] = ()
    recipients: tuple[Recipient, ...] = Field(default=(), repr=False)

    @field_validator("uncertain")
    @classmethod
    def _without_decided(
        cls, uncertain: tuple[UncertainEntry, ...], info: ValidationInfo
    ) -> tuple[UncertainEntry, ...]:
        decided = {key(name) for entity in info.data.get("entities", ()) for name in entity.names}
        decided.update(key(entry.text) for entry in info.data.get("keep", ()))
        return tuple(entry for entry in uncertain if key(entry.text) not in decided)

    @model_validator(mode="after")
    def _free_of_contradictions(self) -> Self:
        pseudonyms: dict[str, int] = {}
        names: dict[str, int] = {}
        for number, entity in enumerate(self.entities, 1):
            first = pseudonyms.setdefault(key(entity.pseudonym), number)
            if first != number:
                raise MapError(
                    None,
                    f"entities {first} and {number} share the pseudonym "
                    f"\u201c{entity.pseudonym}\u201d; give one of them another.",
                )
            for name in entity.names:
                first = names.setdefault(key(name), number)
                if first != number:
                    raise MapError(
                        None,
                        f"{self._called(first)} and {self._called(number)} share a real name or "
                        "alias; a name can belong to one entity only.",
                    )
        for pseudonym, number in pseudonyms.items():
            owner = names.get(pseudonym)
            if owner == number:
                raise MapError(
                    None,
                    f"the pseudonym of entity {number} is its own real name or alias; "
                    "to leave a name as it is, put it under \u201ckeep\u201d.",
                )
            if owner is not None:
                raise MapError(
                    None,
                    f"the pseudonym of entity {number} is a real name or alias of entity {owner}; "
                    "give it another.",
                )
        for number, entry in enumerate(self.keep, 1):
            owner = names.get(key(entry.text))
            if owner is not None:
                raise MapError(
                    None,
                    f"entry {number} under \u201ckeep\u201d is also a name of "
                    f"{self._called(owner)}; remove it from one of them.",
                )
        return self

    def _called(self, number: int) -> str:
        return f"entity {number} (\u201c{self.entities[number - 1].pseudonym}\u201d)"

    @cached_property
    def entities_by_key(self) -> dict[str, MapEntity]:
        """Every entity by the key of its real name and of each alias."""
        return {key(name): entity for entity in self.entities for name in entity.names}

    @cached_property
    def kept_keys(self) -> frozenset[str]:
        return frozenset(key(entry.text) for entry in self.keep)

    @cached_property
    def pseudonym_keys(self) -> frozenset[str]:
        return frozenset(key(entity.pseudonym) for entity in self.entities)

    @cached_property
    def retired_keys(self) -> frozenset[str]:
        return frozenset(key(pseudonym) for pseudonym in self.retired)

    def entity_named(self, name: str) -> MapEntity | None:
        """The entity whose real name or alias `name` is, whatever its case and hyphens."""
        return self.entities_by_key.get(key(name))

    def is_kept(self, text: str) -> bool:
        """True when `text` is listed under ``keep``."""
        return key(text) in self.kept_keys

    def is_pseudonym(self, text: str) -> bool:
        """True when `text` is what this map writes for somebody, in full."""
        return key(text) in self.pseudonym_keys

    def with_entities(self, added: Iterable[MapEntity]) -> PseudonymMap:
        """A map with `added` too; one with the real name of an entity here takes its place.

        Raises MapError when a frozen map would get another pseudonym for somebody.
        """
        by_name = {key(entity.real): entity for entity in self.entities}
        for entity in added:
            old = by_name.get(key(entity.real))
            if self.frozen and old is not None and old.pseudonym != entity.pseudonym:
                raise MapError(None, FROZEN)
            by_name[key(entity.real)] = entity
        return self.changed(entities=tuple(by_name.values()))

    def with_alias(self, real: str, alias: str) -> PseudonymMap:
        """A map in which the entity named `real` has `alias` too.

        Raises KeyError when there is no such entity.
        """
        entity = self.entity_named(real)
        if entity is None:
            raise KeyError("no entity of the map has that name")
        if key(alias) in {key(name) for name in entity.names}:
            return self
        changed = {**dict(entity), "aliases": (*entity.aliases, alias)}
        return self.with_entities([MapEntity(**changed)])

    def with_keep(self, added: Iterable[KeepEntry]) -> PseudonymMap:
        """A map that keeps `added` too; what is kept already stays with its own reason."""
        new = {key(entry.text): entry for entry in added if not self.is_kept(entry.text)}
        return self.changed(keep=(*self.keep, *new.values()))

    def with_uncertain(self, added: Iterable[UncertainEntry]) -> PseudonymMap:
        """A map with `added` open too; what is open or decided already stays so."""
        by_text = {key(entry.text): entry for entry in self.uncertain}
        for entry in added:
            by_text.setdefault(key(entry.text), entry)
        return self.changed(uncertain=tuple(by_text.values()))

    def changed(self, **fields: object) -> PseudonymMap:
        """A map with other values of its top-level keys, checked anew."""
        own = {name: getattr(self, name) for name in PseudonymMap.model_fields}
        return PseudonymMap.model_validate(own | fields)
