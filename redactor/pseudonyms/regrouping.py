"""Which names are one person's: other names added and taken away, two made one, one made two.

As in ``changing.py``, each function gives a new map or raises MapError without a real name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from redactor.errors import MapError
from redactor.policy.schema import Policy
from redactor.pseudonyms.entries import (
    new_entity,
    refuse_frozen,
    refuse_taken,
    replaced,
    squeezed,
    with_values,
)
from redactor.pseudonyms.lookup import entity_for, quoted
from redactor.pseudonyms.schema import PseudonymMap
from redactor.text.fold import key


def aliased(names: PseudonymMap, who: str, alias: str) -> PseudonymMap:
    """`names` in which `who` has the name `alias` too."""
    entity, alias = entity_for(names, who), squeezed(alias)
    owner = names.entity_named(alias)
    if owner is entity:
        return names
    if owner is not None:
        raise MapError(
            None,
            f"That name belongs to {quoted(owner)} already; merge the two if they are one.",
        )
    refuse_taken(names, alias)
    changed = with_values(entity, aliases=(*entity.aliases, alias))
    return replaced(names, [entity], [changed])


def unaliased(names: PseudonymMap, who: str, alias: str) -> PseudonymMap:
    """`names` in which `alias` is no name of `who`."""
    refuse_frozen(names)
    entity = entity_for(names, who)
    left = tuple(one for one in entity.aliases if key(one) != key(alias))
    if len(left) < len(entity.aliases):
        return replaced(names, [entity], [with_values(entity, aliases=left)])
    if key(alias) == key(entity.real):
        raise MapError(
            None,
            f"That is the real name of {quoted(entity)} itself; set another first, "
            "or remove the entry.",
        )
    raise MapError(None, f"{quoted(entity)} has no such other name.")


def merged(names: PseudonymMap, one: str, other: str) -> PseudonymMap:
    """`names` in which `other` is the same as `one`, whose pseudonym stays.

    The names of `other` become aliases; its pseudonym retires if it was confirmed.
    """
    refuse_frozen(names)
    staying, going = entity_for(names, one), entity_for(names, other)
    if staying is going:
        raise MapError(None, f"Both names are {quoted(staying)}\u2019s already.")
    if staying.type.is_person is not going.type.is_person:
        person, thing = (staying, going) if staying.type.is_person else (going, staying)
        raise MapError(
            None,
            f"{quoted(person)} is a person and {quoted(thing)} is none; set the type of one first.",
        )
    changed = with_values(
        staying,
        aliases=(*staying.aliases, *going.names),
        role=staying.role or going.role,
    )
    return replaced(names, [staying, going], [changed])


def split(
    names: PseudonymMap,
    who: str,
    leaving: Sequence[str],
    pseudonym: str | None = None,
    *,
    other_maps: Iterable[PseudonymMap] = (),
    review_words: frozenset[str] = frozenset(),
    policy: Policy | None = None,
) -> PseudonymMap:
    """`names` in which the names `leaving` are somebody else's than `who`.

    The first of `leaving` is the new entity's real name; its type and role are those of `who`,
    and None for its pseudonym has one proposed. Should the real name of `who` leave, the first
    alias that stays takes its place.
    """
    refuse_frozen(names)
    entity = entity_for(names, who)
    own = {key(name): name for name in reversed(entity.names)}
    wanted = dict.fromkeys(map(key, leaving))
    if not wanted:
        raise MapError(None, f"Say which names of {quoted(entity)} are somebody else\u2019s.")
    if not wanted.keys() <= own.keys():
        raise MapError(None, f"One of those is no name of {quoted(entity)}.")
    left = [name for name in entity.names if key(name) not in wanted]
    if not left:
        raise MapError(None, f"{quoted(entity)} would have no name left; rename it instead.")
    staying = with_values(entity, real=left[0], aliases=left[1:])
    without = replaced(names, [entity], [staying])
    new = new_entity(
        without,
        [own[name] for name in wanted],
        pseudonym,
        entity.type,
        entity.role,
        other_maps=other_maps,
        review_words=review_words,
        policy=policy,
    )
    return replaced(names, [entity], [staying, new])
