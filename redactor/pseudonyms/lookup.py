"""Whom somebody means who types a name: the one entry of the map that has it."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from redactor.errors import MapError
from redactor.pseudonyms.schema import MapEntity, PseudonymMap
from redactor.text.fold import key, run_together

_SUGGESTIONS = 3


def entity_for(names: PseudonymMap, typed: str) -> MapEntity:
    """The entity whose real name, alias or pseudonym is `typed`.

    Case, accents, hyphens and blanks make no difference ("GP 1", "annemarie"), but parts of a name
    are not enough: a change must not hit the wrong one. Raises MapError, which quotes pseudonyms
    only, when there is none or more than one.
    """
    wanted, glued = key(typed), run_together(typed)
    exact = [one for one in names.entities if wanted in map(key, _all_names(one))]
    found = exact or [
        one for one in names.entities if glued and glued in map(run_together, _all_names(one))
    ]
    if len(found) > 1:
        raise MapError(
            None,
            f"That name could be {enumerated(found)}; give it as it stands in the map.",
        )
    if not found:
        alike = most_alike(names, typed)
        hint = f" The most alike: {enumerated(alike)}." if alike else ""
        raise MapError(None, f"No entry of the map has that name.{hint}")
    return found[0]


def most_alike(names: PseudonymMap, typed: str) -> list[MapEntity]:
    """The entities with a name or pseudonym most like `typed`, the likest first; three at most."""
    choices = {
        (index, text): key(text)
        for index, one in enumerate(names.entities)
        for text in _all_names(one)
    }
    ranked = process.extract(key(typed), choices, scorer=fuzz.WRatio, limit=None)
    entities = dict.fromkeys(index for _, _, (index, _) in ranked)
    return [names.entities[index] for index in entities][:_SUGGESTIONS]


def quoted(entity: MapEntity) -> str:
    return f"\u201c{entity.pseudonym}\u201d"


def enumerated(entities: list[MapEntity]) -> str:
    """ "“Connie Smith”, “GP1” or “Area A”"."""
    *first, last = map(quoted, entities)
    return f"{', '.join(first)} or {last}" if first else last


def _all_names(entity: MapEntity) -> tuple[str, ...]:
    return (*entity.names, entity.pseudonym)
