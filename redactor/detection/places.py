"""Places: towns, districts and villages, weighed over the whole review like people's names.

A place alone is weak evidence (half of the British gazetteer are also words or surnames), so the
gazetteer, the two models, the preposition before and the words around are joined.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from redactor.detection import context
from redactor.detection.combiner import Features
from redactor.detection.combiner import evidence as evidence_of
from redactor.detection.evidence import joined
from redactor.detection.lexicon import (
    OPENERS,
    british_places,
    is_british_place,
    is_generic_word,
    kept_places,
)
from redactor.detection.read_here import read_here
from redactor.detection.reading import Reading
from redactor.model import Evidence
from redactor.text.words import Word, is_english

PROVEN = 0.7
POSSIBLE = 0.5
KEPT = 1.0
"""The score of a place that stays: a county is known, not guessed."""

_TOO_LARGE = (Evidence("gazetteer", KEPT, "too large to localise anybody"),)
KINDS_OF_PLACE = frozenset("estate ward village estates parish".split())
"""Words in small letters that end a place's name: "Larkhill estate"."""
_KINDS_WITH_TWO_NAMES = frozenset({"ward", "parish"})
_LONGEST_TOWN = 3
_HEADS_OF_COLUMNS = frozenset(
    "street hill bridge church quarter banks law stock rock wall stone loans wool grain".split()
)
"""Towns that are also what a cell says of a column, or of money."""
_SIDES = frozenset("north south east west central without within".split())
_BEHIND_A_PLACE = frozenset("and or to from in at since until before after".split())
"""Words that may follow a place in a heading."""
_SMALL_WORDS = frozenset("of the on in upon by le under next and cum with".split())


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A stretch of words of one reading, both ends inclusive. ``score`` is that of the likeliest
    place of the same words, ``here`` that of this one alone, ``count`` how many there are."""

    reading: int
    first: int
    last: int
    score: float
    evidence: tuple[Evidence, ...]
    keep: bool = False
    here: float = 0.0
    count: int = 1


def find_places(
    readings: Sequence[Reading], blocked: Sequence[frozenset[int]]
) -> list[PlaceMention]:
    """Every place of every reading, with the score that it has in the review as a whole.

    A proven place is found wherever it stands capitalised; any other only where it was read.
    """
    local: dict[tuple[str, ...], list[PlaceMention]] = defaultdict(list)
    for number, (reading, explained) in enumerate(zip(readings, blocked, strict=True)):
        for mention in _candidates(number, reading, explained):
            local[_key(reading.words[mention.first : mention.last + 1])].append(mention)
    found: list[PlaceMention] = []
    for mentions in local.values():
        keep = any(mention.keep for mention in mentions)
        best = max(mentions, key=lambda mention: mention.score)
        for mention in mentions:
            score, evidence = mention.score, mention.evidence
            if best.score >= PROVEN and best.score > score:
                score = best.score
                evidence = (*evidence, Evidence("document", score, "proven elsewhere"))
            found.append(
                replace(
                    mention,
                    score=score,
                    evidence=evidence,
                    keep=keep,
                    here=mention.score,
                    count=len(mentions),
                )
            )
    return found


def place_features(reading: Reading, mention: PlaceMention) -> Features:
    """What the combiner is told of a place that does not stay."""
    words = reading.words[mention.first : mention.last + 1]
    single = len(words) == 1
    english = single and is_english(words[0].key)
    return {
        **{f"{one.source}: {one.reason}": 1.0 for one in mention.evidence},
        "here": evidence_of(mention.here),
        "review": evidence_of(mention.score),
        "often": min(3.0, math.log(mention.count)),
        "English word": float(english),
        "starts a sentence": float(english and reading.starts[mention.first]),
        "several words": float(not single),
        **read_here(reading, mention.first, mention.last, "place"),
    }


def _key(found: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.key for word in found)


def _candidates(number: int, reading: Reading, explained: frozenset[int]) -> list[PlaceMention]:
    found = []
    taken: set[int] = set()
    for first, last, keep in _phrases(reading):
        span = range(first, last + 1)
        if taken.intersection(span) or explained.intersection(span):
            continue
        evidence = _TOO_LARGE if keep else _weigh(reading, first, last)
        if not evidence:
            continue
        taken.update(span)
        score = KEPT if keep else joined(e.score for e in evidence)
        end = last if keep else _with_its_side(reading, last)
        if not keep and _names_its_kind(reading, end):
            end += 1
        found.append(PlaceMention(number, first, end, score, evidence, keep))
    return found


def _with_its_side(reading: Reading, last: int) -> int:
    """ "Mallowfield Central", "Shepton Mallet North East": parts of a town that councils name."""
    words, gaps = reading.words, reading.gaps
    while (
        last + 1 < len(words)
        and gaps[last] == " "
        and not words[last].possessive
        and words[last + 1].is_capitalised
        and words[last + 1].key in _SIDES
        and not (
            last + 2 < len(words)
            and gaps[last + 1] == " "
            and words[last + 2].is_capitalised
            and words[last + 2].key not in _SIDES
        )
    ):
        last += 1
    return last


def _names_its_kind(reading: Reading, last: int) -> bool:
    """ "Larkhill estate": the word for the kind of place follows, in small letters."""
    return (
        last + 1 < len(reading.words)
        and reading.gaps[last] == " "
        and (not reading.words[last].possessive or _is_a_saint(reading, last))
        and reading.words[last + 1].folded in KINDS_OF_PLACE
    )


def _is_a_saint(reading: Reading, last: int) -> bool:
    """ "St Mary’s": the one owner that a place is called after."""
    return last > 0 and reading.words[last - 1].key == "st"


def _phrases(reading: Reading) -> list[tuple[int, int, bool]]:
    """Stretches that somebody takes for a place, longest first; the flag marks what stays."""
    stretches: set[tuple[int, int, bool]] = set()
    for index, keep in ((kept_places(), True), (british_places(), False)):
        for match in reading.find(index):
            if _is_capitalised(reading.words[match.first : match.last + 1]):
                stretches.add((match.first, match.last, keep))
    for run in (*_runs(reading), *_by_kind(reading)):
        stretches.add((*run, False))
    return sorted(stretches, key=lambda s: (s[0] - s[1], not s[2], s[0]))


def _by_kind(reading: Reading) -> Iterator[tuple[int, int]]:
    """Capitalised words in front of a word for a kind of place: "Dane Valley ward"."""
    words = reading.words
    for index in [n for n, word in enumerate(words) if n and word.folded in KINDS_OF_PLACE]:
        last = first = index - 1
        if not (reading.words[last].is_capitalised and _names_its_kind(reading, last)):
            continue
        if reading.words[last].key in OPENERS:
            continue  # "The ward was quiet"
        while (
            first > 0
            and reading.gaps[first - 1] in (" ", "-")
            and reading.words[first - 1].is_capitalised
            and not reading.words[first - 1].possessive
            and reading.words[first - 1].key not in OPENERS
            and not is_generic_word(reading.words[first - 1])
        ):
            first -= 1
        if first < last and reading.starts[first] and is_english(reading.words[first].key):
            first += 1
        yield _first_of_two(reading, first, words[index].folded), last


def _first_of_two(reading: Reading, first: int, kind: str) -> int:
    """ "Marsh and Haven ward": one place with two names."""
    words, gaps = reading.words, reading.gaps
    joined = (
        first > 1
        and kind in _KINDS_WITH_TWO_NAMES
        and words[first - 1].key == "and"
        and gaps[first - 2] == gaps[first - 1] == " "
        and words[first - 2].is_capitalised
        and words[first - 2].key not in OPENERS
    )
    return first - 2 if joined else first


def _runs(reading: Reading) -> list[tuple[int, int]]:
    """Neighbouring capitalised words that a model read as a place."""
    runs: list[tuple[int, int]] = []
    for index in reading.capitals:
        if reading.labels[index] != "LOCATION" and reading.scores[index].place < POSSIBLE:
            continue
        if runs and runs[-1][1] == index - 1 and reading.gaps[index - 1] in (" ", "-"):
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return runs


def _shows_in_a_heading(reading: Reading, first: int, last: int) -> bool:
    """ "LIFE IN READING", "MORTEHOE AND BATTLE": no model reads capitals, so words must do."""
    words = reading.words
    if len(words) < 2 or not all(word.is_upper for word in words if word.key[0].isalpha()):
        return False
    if context.place_before(reading, first):
        return last + 1 == len(words) or words[last + 1].key in _BEHIND_A_PLACE
    ahead, behind = words[: max(0, first - 1)], words[last + 2 :]
    if last + 1 == len(words) and first > 1 and words[first - 1].key == "and":
        return _may_be_a_town(ahead)
    return (
        first == 0 and words[1:] != () and words[last + 1].key == "and" and _may_be_a_town(behind)
    )


def _may_be_a_town(found: Sequence[Word]) -> bool:
    if not 0 < len(found) <= _LONGEST_TOWN:
        return False
    unknown = not any(is_english(word.key) or is_generic_word(word) for word in found)
    return unknown or is_british_place(found)


def _is_capitalised(found: Sequence[Word]) -> bool:
    return found[0].is_capitalised and all(
        word.is_capitalised or word.key in _SMALL_WORDS for word in found
    )


def _weigh(reading: Reading, first: int, last: int) -> tuple[Evidence, ...]:
    words = reading.words[first : last + 1]
    single = len(words) == 1
    english = single and is_english(words[0].key)
    in_gazetteer = is_british_place(words)
    if single and (is_generic_word(words[0]) or len(words[0].folded) < 3):
        return ()
    if single and words[0].is_upper and not in_gazetteer:
        return ()
    found = []
    if in_gazetteer:
        found.append(Evidence("gazetteer", 0.15 if english else 0.45, "in the gazetteer"))
    labels = [reading.labels[index] for index in range(first, last + 1)]
    if "LOCATION" in labels:
        found.append(Evidence("spacy", 0.4, "read as a place"))
    read = max(reading.scores[index].place for index in range(first, last + 1))
    if read >= 0.2:
        found.append(Evidence("lantern", round(read * 0.75, 2), "read as a place"))
    if _names_its_kind(reading, last):
        found.append(Evidence("kind", 0.5, "a word for a kind of place follows"))
    if not found:
        return ()
    if english and [one.source for one in found] == ["gazetteer"]:
        # "Quality Mark": half of the gazetteer are words as well.
        if _shows_in_a_heading(reading, first, last):
            return (*found, Evidence("heading", 0.6, "where a heading in capitals has a place"))
        if len(reading.words) == 1 and words[0].key not in _HEADS_OF_COLUMNS:
            return (*found, Evidence("alone", 0.5, "all that a line or a cell says"))
        if not context.of_a_place(reading, first):
            return ()
    if english and reading.starts[first]:
        return tuple(Evidence(e.source, e.score * 0.3, e.reason) for e in found)
    if context.place_before(reading, first):
        found.append(Evidence("context", 0.3, "a preposition of place stands before it"))
    if context.place_around(reading, first if single else last):
        found.append(Evidence("context", 0.5, "the words around it speak of a place"))
    return tuple(found)
