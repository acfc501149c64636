"""What a person does to single entries of a map: add, set, rename, keep, remove, freeze.

Each function gives a new map, or raises MapError with one sentence that quotes pseudonyms and no
real name, not even the one that was typed. ``regrouping.py`` has what moves names between entries.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from redactor.errors import MapError
from redactor.model import EntityType
from redactor.policy.schema import Policy
from redactor.pseudonyms.entries import (
    in_one_sentence,
    new_entity,
    refuse_faulty,
    refuse_frozen,
    refuse_taken,
    replaced,
    squeezed,
    with_values,
)
from redactor.pseudonyms.lookup import entity_for, quoted
from redactor.pseudonyms.schema import KeepEntry, PseudonymMap, Status
from redactor.text.fold import key

FIELDS = ("type", "role", "status", "pseudonym", "real")
"""What `with_field` can set."""
_NO_WORDS: frozenset[str] = frozenset()


def added(
    names: PseudonymMap,
    real: str,
    pseudonym: str | None = None,
    type: EntityType = EntityType.PERSON,
    aliases: Sequence[str] = (),
    role: str = "",
    *,
    other_maps: Iterable[PseudonymMap] = (),
    review_words: frozenset[str] = _NO_WORDS,
    policy: Policy | None = None,
) -> PseudonymMap:
    """`names` with a new entity; the program proposes a pseudonym where None is given."""
    texts = [squeezed(text) for text in (real, *aliases)]
    for text in texts:
        refuse_taken(names, text)
    entity = new_entity(
        names,
        texts,
        pseudonym,
        type,
        role,
        other_maps=other_maps,
        review_words=review_words,
        policy=policy,
    )
    return names.with_entities([entity])


def renamed(
    names: PseudonymMap,
    who: str,
    pseudonym: str,
    *,
    back: bool = False,
    other_maps: Iterable[PseudonymMap] = (),
    review_words: frozenset[str] = _NO_WORDS,
) -> PseudonymMap:
    """`names` with another pseudonym for `who`, confirmed; the old one retires if it was confirmed.

    With `back`, it may be one that has retired: the caller vouches that it was this one's own.
    """
    refuse_frozen(names)
    entity = entity_for(names, who)
    new = squeezed(pseudonym)
    if back:
        left = tuple(old for old in names.retired if key(old) != key(new))
        names = names.changed(retired=left)
    refuse_faulty(names, new, entity.type, other_maps, review_words, own=entity)
    changed = with_values(entity, pseudonym=new, status=Status.CONFIRMED)
    return replaced(names, [entity], [changed])


def with_field(
    names: PseudonymMap,
    who: str,
    field: str,
    value: str,
    *,
    other_maps: Iterable[PseudonymMap] = (),
    review_words: frozenset[str] = _NO_WORDS,
) -> PseudonymMap:
    """`names` with another type, role, status, pseudonym or real name for `who`.

    The old real name stays as an alias, because the drafts have it.
    """
    if field == "pseudonym":
        return renamed(names, who, value, other_maps=other_maps, review_words=review_words)
    refuse_frozen(names)
    entity = entity_for(names, who)
    value = squeezed(value)
    match field:
        case "type":
            return replaced(names, [entity], [with_values(entity, type=type_called(value))])
        case "role":
            return replaced(names, [entity], [with_values(entity, role=value)])
        case "status":
            if value not in set(Status):
                raise MapError(None, "The status is one of confirmed, proposed.")
            return replaced(names, [entity], [with_values(entity, status=value)])
        case "real":
            refuse_taken(names, value, but=entity)
            texts = [entity.real, *(a for a in entity.aliases if key(a) != key(value))]
            if key(value) == key(entity.real):
                texts = texts[1:]
            return replaced(names, [entity], [with_values(entity, real=value, aliases=texts)])
    raise MapError(None, f"What can be set is one of {', '.join(FIELDS)}.")


def kept(names: PseudonymMap, text: str, reason: str) -> PseudonymMap:
    """`names` with `text` in the keep list; what is kept already gets the new reason."""
    text, reason = squeezed(text), squeezed(reason)
    owner = names.entity_named(text)
    if owner is not None:
        raise MapError(None, f"That name is replaced, by {quoted(owner)}; remove it there first.")
    if names.is_pseudonym(text):
        raise MapError(None, "That is a pseudonym of the map, which stays anyway.")
    with in_one_sentence():
        entry = KeepEntry(text=text, reason=reason)
    others = tuple(one for one in names.keep if key(one.text) != key(text))
    if len(others) == len(names.keep):
        return names.with_keep([entry])
    return names.changed(
        keep=tuple(entry if key(one.text) == key(text) else one for one in names.keep)
    )


def unkept(names: PseudonymMap, text: str) -> PseudonymMap:
    """`names` without `text` in the keep list."""
    refuse_frozen(names)
    left = tuple(entry for entry in names.keep if key(entry.text) != key(text))
    if len(left) == len(names.keep):
        raise MapError(None, "That name is not kept by the map.")
    return names.changed(keep=left)


def removed(names: PseudonymMap, who: str) -> PseudonymMap:
    """`names` without the entity `who`; its pseudonym retires if it was confirmed."""
    refuse_frozen(names)
    return replaced(names, [entity_for(names, who)], [])


def frozen(names: PseudonymMap) -> PseudonymMap:
    """`names`, from now on only added to."""
    return names.changed(frozen=True)


def unfrozen(names: PseudonymMap) -> PseudonymMap:
    """`names`, open to any change again."""
    return names.changed(frozen=False)


def brought_back(names: PseudonymMap, earlier: PseudonymMap) -> PseudonymMap:
    """`earlier`, a map that `names` was once, made the map again.

    What was confirmed since retires, and what has retired stays so: it may be published. Who may
    open the map is no matter of its earlier content.
    """
    refuse_frozen(names)
    confirmed = (e.pseudonym for e in names.entities if e.status is Status.CONFIRMED)
    retired = {key(label): label for label in (*earlier.retired, *names.retired, *confirmed)}
    return earlier.changed(
        retired=tuple(label for k, label in retired.items() if k not in earlier.pseudonym_keys),
        recipients=names.recipients,
    )


def type_called(value: str) -> EntityType:
    """The type that a person means. Raises MapError for a word that is none."""
    if value not in set(EntityType):
        listed = ", ".join(type for type in EntityType if not type.is_identifier)
        raise MapError(None, f"The type is one of {listed}.")
    return EntityType(value)
