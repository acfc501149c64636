"""What speaks for a phrase being the name of a body, here and in the whole review."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from redactor.detection.bodies.mention import LANDMARKS, SMALL_WORDS, BodyMention, is_owned
from redactor.detection.bodies.surroundings import BEHIND_THE, PLACED, TYPE_BEFORE, TYPED
from redactor.detection.combiner import Features, evidence
from redactor.detection.evidence import joined
from redactor.detection.lexicon import is_generic_word
from redactor.detection.read_here import read_here
from redactor.detection.reading import Reading
from redactor.detection.recognisers.body_words import GENERIC_WORDS
from redactor.model import EntityType, Evidence
from redactor.text.words import is_english

_READ_FLOOR = 0.2
"""Below this the slow model takes the words for no body."""
_READ_SURELY = 0.9
"""From here its word stands against the field's, and for a single English one."""


def weighed(
    readings: Sequence[Reading],
    phrases: Sequence[Sequence[tuple[int, int]]],
) -> list[BodyMention]:
    """Each phrase with the score that it has in the review as a whole."""
    local: dict[tuple[str, ...], list[BodyMention]] = defaultdict(list)
    for number, (reading, runs) in enumerate(zip(readings, phrases, strict=True)):
        for first, last in runs:
            words = reading.words[first : last + 1]
            reasons = _weigh(reading, first, last)
            if not reasons:
                continue
            score = joined(one.score for one in reasons)
            owned = is_owned(reading, first, last)
            local[tuple(word.key for word in words)].append(
                BodyMention(
                    number,
                    first,
                    last,
                    EntityType.ORGANISATION,
                    score,
                    score,
                    reasons,
                    owned=owned,
                )
            )
    found = []
    for mentions in local.values():
        best = max(mention.here for mention in mentions)
        found += [replace(mention, best=best, count=len(mentions)) for mention in mentions]
    return found


def body_features(reading: Reading, mention: BodyMention) -> Features:
    """What the combiner is told of a phrase that no list explains."""
    words = reading.words[mention.first : mention.last + 1]
    known = [word for word in words if word.key not in SMALL_WORDS] or words
    sources = {f"{one.source}: {one.reason}": 1.0 for one in mention.evidence}
    return {
        **sources,
        **read_here(reading, mention.first, mention.last, "body"),
        "review": evidence(mention.best),
        "often": min(3.0, math.log(mention.count)),
        "English words": sum(is_english(w.key) for w in known) / len(known),
        "terms": sum(is_generic_word(w) or w.key in GENERIC_WORDS for w in known) / len(known),
    }


def _read(reading: Reading, first: int, last: int) -> float:
    """How surely the slow model takes the words for a body's name: the mean of theirs."""
    return sum(reading.scores[i].body for i in range(first, last + 1)) / (last + 1 - first)


def _weigh(reading: Reading, first: int, last: int) -> tuple[Evidence, ...]:
    words = reading.words[first : last + 1]
    known = [w for w in words if w.key not in SMALL_WORDS]
    generic = sum(is_generic_word(w) or w.key in GENERIC_WORDS for w in known)
    read = _read(reading, first, last)
    if generic == len(known) and read < _READ_SURELY:
        return ()
    labels = {reading.labels[index] for index in range(first, last + 1)}
    start, end = words[0].start, words[-1].end
    before = reading.text[max(0, start - 40) : start]
    introduced = bool(TYPE_BEFORE.search(before))
    found = []
    if read >= _READ_FLOOR:
        found.append(Evidence("lantern", round(read * 0.9, 2), "read as a body that localises"))
    if labels & {"ORGANIZATION", "FACILITY"}:
        found.append(Evidence("spacy", 0.35, "read as a body or a building"))
    elif labels - {""}:
        found.append(Evidence("spacy", 0.2, "read as a name"))
    if len(known) > 1 and not generic:
        found.append(Evidence("capital", 0.35, "a capitalised phrase inside a sentence"))
    elif BEHIND_THE.search(before):
        found.append(Evidence("capital", 0.35, "capitalised behind an article"))
    if PLACED.search(before):
        found.append(Evidence("context", 0.3, "stands where a body or a place stands"))
    if introduced:
        found.append(Evidence("context", 0.6, "a word for a kind of body stands before it"))
    elif TYPED.match(reading.text, end):
        found.append(Evidence("context", 0.4, "a word for a kind of body follows"))
    if any(not is_english(w.key) and not is_generic_word(w) for w in known):
        found.append(Evidence("unknown word", 0.3, "no English word"))
    if len(known) > 1 and known[-1].key in LANDMARKS:
        found.append(Evidence("kind", 0.5, "ends with a word for a kind of place"))
    sure = introduced or read >= _READ_SURELY
    if len(known) == 1 and is_english(known[0].key) and len(found) == 1 and not sure:
        # "the Notice": reports capitalise what they speak of; but "told Oasis" has no article.
        bare = PLACED.search(before) and not BEHIND_THE.search(before)
        return tuple(found) if bare else ()
    return tuple(found)
