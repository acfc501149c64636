"""What a table says, put into a map that is there already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from redactor.errors import MapError
from redactor.pseudonyms.exchange.importing import Imported
from redactor.pseudonyms.schema import MapEntity, PseudonymMap, Status
from redactor.text.fold import key


def added_to(names: PseudonymMap, imported: Imported) -> Imported:
    """`names` with the table's entries, in place of its own proposals for the same names.

    What a person has confirmed in `names` stays, and all that a frozen map has; other names of the
    same one are joined. Raises MapError when the table contradicts that.
    """
    table = imported.map
    replaced = {key(name) for entity in table.entities for name in entity.names}
    replaced |= {key(entry.text) for entry in table.keep}
    left = names
    if not names.frozen:
        left = names.changed(entities=tuple(_without_proposals(names.entities, replaced)))
    try:
        result = (
            left.with_entities(_joined(left, entity) for entity in table.entities)
            .with_keep(table.keep)
            .with_uncertain(table.uncertain)
        )
    except MapError as error:
        raise MapError(
            None, f"the table and the map contradict each other: in both together {error}"
        ) from None
    return replace(imported, map=result)


def _without_proposals(entities: Iterable[MapEntity], decided: set[str]) -> Iterable[MapEntity]:
    return (
        entity
        for entity in entities
        if entity.status is Status.CONFIRMED or decided.isdisjoint(map(key, entity.names))
    )


def _joined(names: PseudonymMap, added: MapEntity) -> MapEntity:
    """The entry of both. Raises MapError for a confirmed one with another pseudonym."""
    own = names.entity_named(added.real)
    if own is None:
        return added
    if key(own.pseudonym) != key(added.pseudonym):
        raise MapError(
            None,
            f"one name has the pseudonym “{own.pseudonym}” and in the table "
            f"“{added.pseudonym}”; make them the same.",
        )
    known = {key(name) for name in own.names}
    aliases = tuple(name for name in added.names if key(name) not in known)
    return own.model_copy(update={"aliases": (*own.aliases, *aliases)})
