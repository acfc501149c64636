"""What the pseudonym map names, and nothing else: no model reads the texts.

For what needs no discovery: putting real names back into a published text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from redactor.detection.candidates import map_candidates
from redactor.detection.initials import initials_in
from redactor.detection.known import Known, KnownNames
from redactor.detection.reading import UNREAD, Reading, tokens_of
from redactor.detection.spans import Candidate, mention_of, settle
from redactor.detection.weighing import Weighing
from redactor.model import Mention, Segment, Verdict


def known_mentions(segments: Sequence[Segment], known: Iterable[Known]) -> list[Mention]:
    """The mentions of `known` in `segments`, read as one review; none overlap.

    Words of names are told by their capitals, as no model is asked.
    """
    texts = list(dict.fromkeys(segment.text for segment in segments))
    weighing = Weighing([_unread(text) for text in texts], KnownNames(known))
    chosen = {text: settle(list(_found(weighing, number))) for number, text in enumerate(texts)}
    return [
        mention_of(segment.id, segment.text, one)
        for segment in segments
        for one in chosen[segment.text]
    ]


def _found(weighing: Weighing, number: int) -> Iterator[Candidate]:
    """Names, and initials; no person begins inside a label: "Child A. Ryan left", "Town A. R."."""
    found = map_candidates(weighing, number, capitals_tell=True)
    found += _initials(weighing, number)
    ends = [one.end for one in found if not one.type.is_person]
    starts = [one.start for one in found if not one.type.is_person]
    for one in found:
        inside = [e for s, e in zip(starts, ends, strict=True) if s <= one.start < e < one.end]
        if not (one.type.is_person and inside):
            yield one
            continue
        rest = (w.start for w in weighing.readings[number].words if w.start >= max(inside))
        start = next(rest, one.end)
        if start < one.end:
            yield replace(one, start=start)


def _initials(weighing: Weighing, number: int) -> Iterator[Candidate]:
    return (one for one in initials_in(weighing, number) if one.verdict is Verdict.REPLACE)


def _unread(text: str) -> Reading:
    tokens = tokens_of(text)
    number = len(tokens.words)
    return Reading(text, *tokens, (), (), ("",) * number, (UNREAD,) * number)
