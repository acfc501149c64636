"""What the leak check has to look for in finished documents, and what may stay in them, where."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from redactor.checks.allowance import WHOLE, Allowance, Place
from redactor.checks.sought import Manner, Sought, SoughtKind
from redactor.model import QUASI_IDENTIFIERS, Ask, Keep, Segment, SegmentId, SegmentKind
from redactor.plan import Decided, Finished, Plan
from redactor.pseudonyms.schema import PseudonymMap
from redactor.text.fold import run_together
from redactor.text.names import parse_person
from redactor.text.words import is_english, words
from redactor.wording.vague.dates import find_dates

_SHORTEST_NAME = 3
_SHORTEST_IDENTIFIER = 6
_BY_MENTION = frozenset({SoughtKind.NAME, SoughtKind.TERM})
_FORMAT_ADDRESSES = (
    "http://schemas.openxmlformats.org",
    "http://schemas.microsoft.com",
    "http://purl.oclc.org/ooxml",
    "http://www.w3.org",
)
_FORMAT_HOSTS = frozenset(
    "microsoftcom openxmlformatsorg w3org purlorg purloclcorg schemasmicrosoftcom "
    "schemasopenxmlformatsorg".split()
)
_PARAGRAPH = re.compile(r"p(\d+)(?:[ad]\d+)?\Z")


def sought_names(names: PseudonymMap) -> list[Sought]:
    """The real names and aliases of the map, and the words of people's names."""
    return _as_sought(_texts_of(names))


def sought_in(plan: Plan) -> list[Sought]:
    """What the map names, and whatever was replaced or removed in any document of the run."""
    identifiers: set[str] = set()
    replaced = set(_texts_of(plan.names))
    for one in plan.decisions:
        if isinstance(one.decision, Keep | Ask):
            continue
        text = one.mention.text
        if one.type in QUASI_IDENTIFIERS:
            # With the words around it; the day itself must not stand anywhere else.
            identifiers |= {text[day.span.start : day.span.end] for day in find_dates(text)}
        elif not one.type.is_identifier:
            replaced.add((text, one.type.is_person))
        elif len(run_together(text)) >= _SHORTEST_IDENTIFIER and not _is_of_the_format(text):
            identifiers.add(text)
    return [
        *_as_sought(replaced),
        *(Sought(text, SoughtKind.IDENTIFIER) for text in sorted(identifiers)),
    ]


def allowance_in(finished: Finished, plan: Plan, sought: Iterable[Sought]) -> Allowance:
    """What was decided to stay in a document, by place and count.

    Of a name, its kept mentions; of a name that is a word as well, and of an identifier, every
    place where the plan leaves it: detection has read the sentence and found something else.
    """
    names: list[Sought] = []
    others: list[Sought] = []
    for one in sought:
        (names if one.kind in _BY_MENTION else others).append(one)
    segments = [s for s in plan.scan.segments if s.document == finished.document.id]
    after = {change.segment.id: change.after for change in finished.changes}
    decisions: dict[SegmentId, list[Decided]] = defaultdict(list)
    for decided in plan.decisions:
        decisions[decided.mention.segment_id].append(decided)
    staying = (
        (*_place(segment), _staying(decided))
        for segment in segments
        for decided in decisions.get(segment.id, ())
    )
    left = ((*_place(segment), after.get(segment.id, segment.text)) for segment in segments)
    return Allowance.of(names, ((place, text, manner) for place, manner, text in staying)).plus(
        Allowance.of(others, ((place, text, manner) for place, manner, text in left))
    )


def _staying(decided: Decided) -> str:
    """What stands at the place of a mention in the finished document."""
    if isinstance(decided.decision, Keep):
        return decided.mention.text
    return decided.decision.text


def _place(segment: Segment) -> tuple[Place, Manner]:
    """Where the check finds a segment, and how it reads it there."""
    _, part, place = segment.id.rsplit("|", 2)
    if segment.kind is SegmentKind.FILE_NAME:
        return Place("", WHOLE), Manner.TITLE
    if found := _PARAGRAPH.match(place):
        return Place(part, int(found[1]) + 1), Manner.PROSE
    return Place(part, WHOLE), Manner.TITLE


def _texts_of(names: PseudonymMap) -> Iterator[tuple[str, bool]]:
    """Each text, and whether it is a person's."""
    for entry in names.entities:
        for text in entry.names:
            yield text, entry.type.is_person
            if entry.type.is_person:
                name = parse_person(text)
                yield from ((part, True) for part in (*name.given, name.surname))


def _as_sought(texts: Iterable[tuple[str, bool]]) -> list[Sought]:
    found = list(texts)
    people = {text for text, is_person in found if is_person}
    return [
        Sought(text, _kind(text, is_person=text in people))
        for text in sorted({text for text, _ in found if len(text) >= _SHORTEST_NAME})
    ]


def _kind(text: str, *, is_person: bool) -> SoughtKind:
    if all(is_english(word.key) for word in words(text)):
        return SoughtKind.WORD
    return SoughtKind.NAME if is_person else SoughtKind.TERM


def _is_of_the_format(text: str) -> bool:
    """Whether `text` is one of the addresses that every Word file's own mark-up is full of."""
    if text.lower().startswith(_FORMAT_ADDRESSES):
        return True
    return run_together(text).removeprefix("http").removeprefix("www") in _FORMAT_HOSTS
