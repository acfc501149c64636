"""The linker: all mentions of a review in, one entity for each real thing behind them out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from redactor.linking.kinds import kind_of, row_texts
from redactor.linking.listed import Listed
from redactor.linking.misread import with_people_read_aright
from redactor.linking.people import link_people
from redactor.linking.person import Person, best_name, is_whole_name
from redactor.linking.variants import with_doubtful_spellings
from redactor.model import Entity, EntityId, EntityType, Mention, Segment, Verdict, segments_by_id
from redactor.text.fold import key

_NO_ID = EntityId("")


def link(
    mentions: Sequence[Mention], segments: Sequence[Segment], listed: Iterable[Listed] = ()
) -> list[Entity]:
    """Every mention in exactly one entity; entities in the order of their first mention.

    `segments` are in reading order and hold all mentions; `listed` is what the map names. Ids are
    numbered by type in that order ("person-1"), so the same text gives the same ids.
    """
    position = {segment.id: number for number, segment in enumerate(segments)}

    def place(mention: Mention) -> tuple[int, int]:
        return position[mention.segment_id], mention.span.start

    known = list(listed)
    of_the_map = {key(text) for one in known for text in (one.name, *one.aliases)}
    ordered = with_people_read_aright(sorted(mentions, key=place), of_the_map)
    people = link_people(
        [m for m in ordered if m.type.is_person and m.verdict is not Verdict.ASK],
        [one for one in known if one.type.is_person],
        segments_by_id(segments),
    )
    drafts: list[tuple[Entity, Person | None]] = list(_people(people, segments))
    rest = [m for m in ordered if not (m.type.is_person and m.verdict is not Verdict.ASK)]
    drafts += [(entity, None) for entity in _others(rest, known)]
    drafts.sort(key=lambda draft: place(draft[0].mentions[0]))
    return with_doubtful_spellings(_numbered(drafts))


def _people(
    people: Sequence[Person], segments: Sequence[Segment]
) -> Iterable[tuple[Entity, Person | None]]:
    places, rows = segments_by_id(segments), row_texts(segments)
    for person in people:
        kind = kind_of(person, places, rows)
        if kind.keep or (person.listed is not None and person.listed.keep):
            yield from _kept(person, kind.keep)
            continue
        verdict, reason = Verdict.REPLACE, ""
        if person.candidates:
            verdict, reason = Verdict.ASK, person.doubt or "several people could be meant"
        elif all(mention.verdict is Verdict.KEEP for mention in person.mentions):
            verdict, reason = Verdict.KEEP, "kept"
        yield (
            Entity(
                _NO_ID,
                kind.type,
                best_name(person),
                person.aliases,
                tuple(person.mentions),
                verdict,
                known=person.listed is not None,
                role=kind.role,
                family=_family(person),
                reason=reason,
            ),
            person,
        )


def _kept(person: Person, panel: str) -> Iterable[tuple[Entity, Person | None]]:
    """Somebody who stays, by their full name; a part of it may be somebody else's, so it is asked.

    A surname behind the title that the full name had somewhere stays too.
    """
    listed = person.listed
    reason = (listed.reason or "kept by the map") if listed is not None else panel
    stay: list[Mention] = []
    parts: dict[str, list[Mention]] = defaultdict(list)
    for mention in person.mentions:
        if is_whole_name(person, mention.text):
            stay.append(mention)
        else:
            parts[key(mention.text)].append(mention)
    if stay:
        entity = Entity(
            _NO_ID,
            listed.type if listed is not None else EntityType.PERSON,
            best_name(person),
            mentions=tuple(stay),
            verdict=Verdict.KEEP,
            known=listed is not None,
            reason=reason,
        )
        yield entity, person
    for mentions in parts.values():
        yield (
            Entity(
                _NO_ID,
                EntityType.PERSON,
                " ".join(mentions[0].text.split()),
                mentions=tuple(mentions),
                verdict=Verdict.ASK,
                reason="perhaps somebody who is kept",
            ),
            None,
        )


def _family(person: Person) -> str:
    """The surname that the person goes by most."""
    surnames = Counter(name.surname for name in person.names if name.surname)
    return min(surnames, key=lambda s: (-surnames[s], s)) if surnames else ""


def _others(mentions: Sequence[Mention], known: Sequence[Listed]) -> Iterable[Entity]:
    """Places, organisations, identifiers, and people nobody has proven: one entity a spelling."""
    by_name: dict[str, Listed] = {}
    for one in known:
        if not one.type.is_person:
            for text in (one.name, *one.aliases):
                by_name[key(text)] = one
    groups: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        listed = by_name.get(key(mention.text))
        if listed is not None:
            groups["map", key(listed.name)].append(mention)
        else:
            kind = mention.type if mention.verdict is not Verdict.ASK else "ask"
            groups[kind, _identity(mention)].append(mention)
    for (source, name), group in groups.items():
        listed = by_name[name] if source == "map" else None
        yield _other(group, listed)


def _identity(mention: Mention) -> str:
    """What makes two mentions the same thing: the words, or an identifier's letters and digits."""
    if mention.type.is_identifier:
        return "".join(char for char in key(mention.text) if char.isalnum())
    return key(mention.text).removeprefix("the ").removesuffix("'s").removesuffix("'")


def _other(group: Sequence[Mention], listed: Listed | None) -> Entity:
    kind = Counter(mention.type for mention in group).most_common(1)[0][0]
    if listed is not None:
        keep = listed.keep
        return Entity(
            _NO_ID,
            listed.type,
            listed.name,
            mentions=tuple(group),
            verdict=Verdict.KEEP if keep else Verdict.REPLACE,
            known=True,
            reason=(listed.reason or "kept by the map") if keep else "",
        )
    verdicts = {mention.verdict for mention in group}
    verdict = next(v for v in (Verdict.REPLACE, Verdict.ASK, Verdict.KEEP) if v in verdicts)
    reason = ""
    if verdict is Verdict.ASK:
        reason = _doubt(group)
    elif verdict is Verdict.KEEP:
        reason = "public body, law or large place"
    return Entity(
        _NO_ID,
        kind,
        " ".join(group[0].text.split()),
        mentions=tuple(group),
        verdict=verdict,
        reason=reason,
    )


def _doubt(group: Sequence[Mention]) -> str:
    """The strongest thing that speaks for an uncertain mention, as its evidence words it."""
    evidence = [one for mention in group for one in mention.evidence]
    return max(evidence, key=lambda one: one.score).reason if evidence else "uncertain"


def _numbered(drafts: Sequence[tuple[Entity, Person | None]]) -> list[Entity]:
    counts: Counter[EntityType] = Counter()
    ids: dict[int, EntityId] = {}
    entities = []
    for draft, person in drafts:
        counts[draft.type] += 1
        identity = EntityId(f"{draft.type}-{counts[draft.type]}")
        if person is not None:
            ids[id(person)] = identity
        entities.append(replace(draft, id=identity))
    return [
        replace(entity, candidates=_candidates(person, ids)) if person else entity
        for entity, (_, person) in zip(entities, drafts, strict=True)
    ]


def _candidates(person: Person, ids: dict[int, EntityId]) -> tuple[EntityId, ...]:
    return tuple(ids[id(one)] for one in person.candidates if id(one) in ids)
