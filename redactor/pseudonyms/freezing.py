"""The law of a frozen map: it only grows."""

from __future__ import annotations

from redactor.errors import MapError
from redactor.pseudonyms.schema import FROZEN, MapEntity, PseudonymMap
from redactor.text.fold import key


def refuse_change_of_frozen(old: PseudonymMap, new: PseudonymMap) -> None:
    """Raise MapError when `old` is frozen, `new` still is, and something of `old` is otherwise.

    Whoever changes a map has refused this already, in words that fit; here it holds for tables,
    earlier versions and what others saved meanwhile as well.
    """
    if old.frozen and new.frozen and not only_grows(old, new):
        raise MapError(None, FROZEN)


def only_grows(old: PseudonymMap, new: PseudonymMap) -> bool:
    """Whether `new` has all that `old` has, under the same pseudonyms, types and names."""
    return (
        all(_stays(entity, new) for entity in old.entities)
        and old.kept_keys <= new.kept_keys
        and old.retired_keys <= new.retired_keys
        and (old.review, old.policy) == (new.review, new.policy)
    )


def _stays(entity: MapEntity, names: PseudonymMap) -> bool:
    found = names.entity_named(entity.real)
    return (
        found is not None
        and (found.real, found.pseudonym, found.type)
        == (entity.real, entity.pseudonym, entity.type)
        and {*map(key, entity.names)} <= {*map(key, found.names)}
    )
