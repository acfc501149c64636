"""What happens to each mention: the map's word, a proposal, a removal, a question, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from redactor.detection.known import Known
from redactor.linking.birth_order import with_children_in_birth_order
from redactor.linking.listed import Listed
from redactor.model import (
    IDENTIFIER_LABELS,
    Ask,
    Decision,
    Entity,
    EntityId,
    EntityType,
    Keep,
    Mention,
    Remove,
    Replace,
    Segment,
    SegmentId,
    Verdict,
    segments_by_id,
)
from redactor.plan import Candidate, Decided, Occurrence, Question, Scan
from redactor.policy.schema import Letters, Policy
from redactor.pseudonyms.propose import propose, with_uncertain
from redactor.pseudonyms.render import render
from redactor.pseudonyms.schema import KeepEntry, MapEntity, PseudonymMap, Status
from redactor.pseudonyms.style import is_name_like
from redactor.text.fold import key, run_together
from redactor.text.names import parse_person
from redactor.text.words import words

_NOT_IN_MAP = "not named in the map"
_CONTEXT = 120
_SHORTEST_GLUED = 8
"""Letters of a name of several words that is known with its words run together."""


def known_names(names: PseudonymMap) -> list[Known]:
    """What the map says, in the detector's words."""
    return [
        Known(text, one.type, one.keep)
        for one in listed(names)
        for text in (one.name, *one.aliases)
    ]


def listed(names: PseudonymMap) -> list[Listed]:
    """What the map says, in the linker's words."""
    replaced = [
        Listed(
            entry.real,
            entry.type,
            entry.aliases,
            entry.role,
            pseudonym_surname=key(parse_person(entry.pseudonym).surname)
            if is_name_like(entry.pseudonym, entry.type)
            else "",
        )
        for entry in names.entities
    ]
    kept = [
        Listed(entry.text, _kept_type(entry.text), keep=True, reason=entry.reason)
        for entry in names.keep
    ]
    return replaced + kept


def _kept_type(text: str) -> EntityType:
    """A kept text is taken for a person when it looks like a full name; both only say *stay*."""
    found = words(text)
    people = 2 <= len(found) <= 4 and all(w.is_capitalised for w in found)
    return EntityType.PERSON if people else EntityType.ORGANISATION


def completed(
    scan: Scan, names: PseudonymMap, review_words: frozenset[str], policy: Policy
) -> PseudonymMap:
    """The map with a proposal for every proven entity and a place for every uncertain one."""
    entries = entries_of(names)
    kept = {key(entry.text) for entry in names.keep}
    new = [
        entity
        for entity in scan.entities
        if not entity.type.is_identifier
        and entry_named(entries, entity.name) is None
        and key(entity.name) not in kept
        and not names.is_pseudonym(entity.name)
    ]
    names = names.with_keep(
        KeepEntry(text=entity.name, reason=entity.reason, status=Status.PROPOSED)
        for entity in new
        if entity.verdict is Verdict.KEEP and entity.type.is_person and not entity.known
    )
    replaced = [entity for entity in new if entity.verdict is Verdict.REPLACE]
    if policy.letters is Letters.BIRTH:
        replaced = with_children_in_birth_order(replaced, scan.segments)
    names = propose(names, replaced, review_words, policy=policy)
    return with_uncertain(
        names, [(e.name, e.type, e.reason) for e in new if e.verdict is Verdict.ASK]
    )


def entries_of(names: PseudonymMap) -> dict[str, MapEntity]:
    """Map entities by the key of their real name and of each alias.

    Names of several words are there with their words run together, too.
    """
    return glued_names(names) | {
        key(text): entry for entry in names.entities for text in entry.names
    }


def glued_names(names: PseudonymMap) -> dict[str, MapEntity]:
    """Map entities by their names of several words, run together: "daniellehargreaves"."""
    return {
        run_together(text): entry
        for entry in reversed(names.entities)  # the first that has it wins
        for text in entry.names
        if len(words(text)) > 1 and len(run_together(text)) >= _SHORTEST_GLUED
    }


def entry_named(entries: Mapping[str, MapEntity], name: str) -> MapEntity | None:
    """The entity that `name` is a name of, also in the form "Danielle.Hargreaves"."""
    return entries.get(key(name)) or entries.get(run_together(name))


def decided(scan: Scan, names: PseudonymMap, *, map_only: bool) -> tuple[Decided, ...]:
    """Every mention of `scan` with its decision."""
    entries = entries_of(names)
    kept = {key(one.text): one.reason for one in names.keep}
    placeholders = {key(one.text): one.placeholder for one in names.uncertain}

    def decisions(entity: Entity) -> Iterable[tuple[Mention, Decision]]:
        return _decisions(entity, names, entries, kept, placeholders, map_only=map_only)

    return tuple(
        Decided(mention, entity.id, entity.type, decision)
        for entity in scan.entities
        for mention, decision in decisions(entity)
    )


def _decisions(
    entity: Entity,
    names: PseudonymMap,
    entries: Mapping[str, MapEntity],
    kept: Mapping[str, str],
    placeholders: Mapping[str, str],
    *,
    map_only: bool,
) -> Iterable[tuple[Mention, Decision]]:
    entry = entry_named(entries, entity.name)
    for mention in entity.mentions:
        decision: Decision
        if entry is not None:
            decision = replacement(entry, render(entry, mention.text))
        elif key(entity.name) in kept or entity.verdict is Verdict.KEEP:
            decision = Keep(kept.get(key(entity.name)) or entity.reason)
        elif names.is_pseudonym(entity.name):
            decision = Keep("a pseudonym of the map already")
        elif map_only:
            decision = Keep(_NOT_IN_MAP)
        elif entity.type.is_identifier:
            decision = Remove(IDENTIFIER_LABELS[entity.type])
        else:
            decision = Ask(placeholders[key(entity.name)], entity.reason)
        yield mention, decision


def replacement(entry: MapEntity, text: str) -> Replace:
    """The decision to write `text`, a form of the entry's pseudonym."""
    is_label = not is_name_like(entry.pseudonym, entry.type)
    return Replace(text, f"map: {entry.pseudonym}", is_label)


def questions_of(
    scan: Scan,
    names: PseudonymMap,
    review_words: frozenset[str],
    policy: Policy,
    *,
    map_only: bool,
) -> tuple[Question, ...]:
    """What a person has to decide, one question for all mentions of an entity."""
    entries = entries_of(names)
    kept = {key(one.text) for one in names.keep}
    placeholders = {key(one.text): one.placeholder for one in names.uncertain}
    open_ = [
        entity
        for entity in scan.entities
        if entity.verdict is not Verdict.KEEP
        and entry_named(entries, entity.name) is None
        and key(entity.name) not in kept
        and not names.is_pseudonym(entity.name)
        and (map_only or not entity.type.is_identifier)
    ]
    proposed = entries_of(
        propose(
            names,
            [replace(e, verdict=Verdict.REPLACE) for e in open_],
            review_words,
            policy=policy,
        )
    )
    by_id = {entity.id: entity for entity in scan.entities}
    texts = segments_by_id(scan.segments)
    questions = []
    for entity in open_:
        owners = _owners(entity, by_id, entries)
        owner = owners[0] if owners else None
        if owner is not None:
            proposal = render(owner, entity.name)
        elif entity.type.is_identifier:
            proposal = Remove(IDENTIFIER_LABELS[entity.type]).text
        else:
            proposal = proposed[key(entity.name)].pseudonym
        questions.append(
            Question(
                entity.id,
                entity.type,
                entity.name,
                placeholders.get(key(entity.name), ""),
                proposal,
                owner.real if owner is not None else "",
                _NOT_IN_MAP if map_only else entity.reason,
                tuple(_occurrence(mention, texts) for mention in entity.mentions),
                tuple(Candidate(one.real, one.pseudonym) for one in owners),
            )
        )
    return tuple(questions)


def _owners(
    entity: Entity, by_id: Mapping[EntityId, Entity], entries: Mapping[str, MapEntity]
) -> list[MapEntity]:
    """Those of an ambiguous entity's candidates that the map replaces, the most mentioned first."""
    candidates = [by_id[identity] for identity in entity.candidates if identity in by_id]
    ordered = sorted(candidates, key=lambda candidate: -len(candidate.mentions))
    found = {key(one.name): entries[key(one.name)] for one in ordered if key(one.name) in entries}
    return list(found.values())


def _occurrence(mention: Mention, texts: Mapping[SegmentId, Segment]) -> Occurrence:
    text, span = texts[mention.segment_id].text, mention.span
    return Occurrence(
        mention.segment_id,
        text[max(0, span.start - _CONTEXT) : span.start],
        text[span.start : span.end],
        text[span.end : span.end + _CONTEXT],
    )
