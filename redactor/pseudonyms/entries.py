"""What all changes of a map have in common: entries checked anew, put in another's place, refused.

Whatever is refused is a MapError with one sentence and no real name in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from pydantic import ValidationError

from redactor.errors import MapError
from redactor.model import Entity, EntityId, EntityType
from redactor.policy.schema import Policy
from redactor.pseudonyms.faults import name_words, pseudonym_faults, words_elsewhere
from redactor.pseudonyms.lookup import quoted
from redactor.pseudonyms.propose import propose
from redactor.pseudonyms.schema import FROZEN, MapEntity, PseudonymMap, Status
from redactor.text.fold import key

_CALLED = {"real": "real name", "aliases": "other name", "text": "name"}
_NO_WORDS: frozenset[str] = frozenset()


def new_entity(
    names: PseudonymMap,
    texts: Sequence[str],
    pseudonym: str | None,
    type: EntityType,
    role: str = "",
    *,
    other_maps: Iterable[PseudonymMap] = (),
    review_words: frozenset[str] = _NO_WORDS,
    policy: Policy | None = None,
) -> MapEntity:
    """An entity for `names` with the real name and aliases `texts`, which nobody else may have."""
    real, *aliases = {key(text): text for text in texts}.values()
    others = tuple(other_maps)
    status = Status.CONFIRMED
    with in_one_sentence():
        # Checked before a pseudonym is looked for; the one here is never seen.
        draft = MapEntity(
            real=real, pseudonym="x", type=type, aliases=tuple(aliases), role=squeezed(role)
        )
    if pseudonym is None:
        pseudonym = proposal(names, draft, others, review_words, policy)
        status = Status.PROPOSED
    else:
        pseudonym = squeezed(pseudonym)
        refuse_faulty(names, pseudonym, type, others, review_words, texts=texts)
    return with_values(draft, pseudonym=pseudonym, status=status)


def proposal(
    names: PseudonymMap,
    entity: MapEntity,
    other_maps: Iterable[PseudonymMap] = (),
    review_words: frozenset[str] = _NO_WORDS,
    policy: Policy | None = None,
) -> str:
    """The pseudonym that the program proposes for `entity`, whose names `names` does not have."""
    if entity.type.is_identifier:
        raise MapError(None, "Say what is to be written instead: for an identifier there is none.")
    wanted = Entity(EntityId("new"), entity.type, entity.real, entity.aliases, role=entity.role)
    grown = propose(names, [wanted], review_words | words_elsewhere(other_maps), policy=policy)
    return grown.entities[-1].pseudonym


def replaced(
    names: PseudonymMap, old: Sequence[MapEntity], new: Sequence[MapEntity]
) -> PseudonymMap:
    """`names` with `new` in the place of the first of `old`; confirmed pseudonyms retire.

    Not those that one of `new` goes on with.
    """
    going_on = {key(entity.pseudonym) for entity in new}
    retiring = (
        entity.pseudonym
        for entity in old
        if entity.status is Status.CONFIRMED and key(entity.pseudonym) not in going_on
    )
    gone = tuple(label for label in retiring if key(label) not in names.retired_keys)
    entities: list[MapEntity] = []
    for entity in names.entities:
        if entity is old[0]:
            entities += new
        elif not any(entity is one for one in old):
            entities.append(entity)
    return names.changed(entities=tuple(entities), retired=(*names.retired, *gone))


def with_values(entity: MapEntity, **values: object) -> MapEntity:
    """`entity` with other values, checked as a new one is."""
    with in_one_sentence():
        return MapEntity.model_validate({**dict(entity), **values})


@contextmanager
def in_one_sentence() -> Iterator[None]:
    """Turn what an entry refuses into a MapError that says what is wrong with which value."""
    try:
        yield
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = str(first["loc"][0])
        problem = first.get("ctx", {}).get("error", "cannot be used")
        raise MapError(None, f"The {_CALLED.get(name, name)} {problem}.") from None


def refuse_frozen(names: PseudonymMap) -> None:
    if names.frozen:
        raise MapError(None, FROZEN)


def refuse_taken(names: PseudonymMap, text: str, but: MapEntity | None = None) -> None:
    """Raise MapError when `text` cannot be a real name: it is somebody's, kept, or a pseudonym."""
    owner = names.entity_named(text)
    if owner is not None and owner is not but:
        raise MapError(None, f"That name belongs to {quoted(owner)} already.")
    if names.is_kept(text):
        raise MapError(None, "That name is kept by the map; remove it there first.")
    if names.is_pseudonym(text):
        raise MapError(None, "That is a pseudonym of the map, no real name.")


def squeezed(text: str) -> str:
    return " ".join(text.split())


def refuse_faulty(
    names: PseudonymMap,
    pseudonym: str,
    type: EntityType,
    other_maps: Iterable[PseudonymMap],
    review_words: frozenset[str],
    *,
    own: MapEntity | None = None,
    texts: Sequence[str] = (),
) -> None:
    people = map(name_words, texts) if type.is_person else ()
    faults = pseudonym_faults(
        names,
        pseudonym,
        type,
        other_maps,
        review_words,
        own=own,
        found_names=frozenset(map(key, texts)),
        found_words=_NO_WORDS.union(*people),
    )
    if faults:
        raise MapError(None, faults[0])
