"""Places and bodies by their company: what stands in a list with a proven one may be one too.

"The Chair visited Cliftonville West, St Mary’s ward and the Rows"; "CROYDE AND WARE"; "Canalside,
Inspire, Men Talking". Only asked about, for a list may hold anything.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from redactor.detection.evidence import looks_like_a_name
from redactor.detection.lexicon import OPENERS, is_generic_word, is_kept_place
from redactor.detection.reading import Reading
from redactor.detection.spans import Candidate
from redactor.model import EntityType, Evidence, Verdict
from redactor.text.names import is_title
from redactor.text.words import MONTHS, is_weekday

_REASONS = {
    EntityType.PLACE: (Evidence("list", 0.5, "listed with a place"),),
    EntityType.ORGANISATION: (Evidence("list", 0.5, "listed with a body"),),
}
_COMMAS = frozenset({",", ", ", "/", " / ", "&", " & ", ";", "; "})
_AND = frozenset({"and", "or"})
_LONGEST = 4
_DIRECTIONS = frozenset("north south east west central".split())
_INSIDE = frozenset({" ", "-"})


def listed_with(
    reading: Reading, kind: EntityType, proven: Collection[tuple[int, int]], taken: Collection[int]
) -> Iterator[Candidate]:
    """Capitalised words of `reading` in a list with one of `proven`, places or bodies by their
    first and last words (both inclusive), but for words `taken`; the whole list, from one item to
    the next. `kind` is PLACE or ORGANISATION."""
    known = set(taken)
    pending = list(proven)
    while pending:
        first, last = pending.pop()
        for run in (_behind(reading, last, known), _ahead(reading, first, known)):
            if run is None:
                continue
            known.update(range(run[0], run[1] + 1))
            pending.append(run)
            yield Candidate(
                reading.words[run[0]].start,
                reading.words[run[1]].end,
                kind,
                Verdict.ASK,
                _REASONS[kind],
            )


def _behind(reading: Reading, last: int, known: Collection[int]) -> tuple[int, int] | None:
    """The item behind word `last`."""
    words, gaps = reading.words, reading.gaps
    first = last + 1
    if first >= len(words) or words[last].possessive:
        return None
    joined = gaps[last].strip() in _COMMAS
    if not joined and gaps[last] != " ":
        return None
    for word in (_AND, frozenset({"the"})):
        if first < len(words) and words[first].key in word:
            joined = joined or word is _AND
            first += 1
    end = first
    while end < len(words) and end - first < _LONGEST and _may_be_of_one(reading, end, known):
        end += 1
        if end < len(words) and gaps[end - 1] not in _INSIDE:
            break
    return (first, end - 1) if joined and end > first else None


def _ahead(reading: Reading, first: int, known: Collection[int]) -> tuple[int, int] | None:
    """The item in front of word `first`."""
    words, gaps = reading.words, reading.gaps
    last = first - 1
    joined = last >= 0 and gaps[last].strip() in _COMMAS
    for word in (frozenset({"the"}), _AND):
        if last >= 0 and words[last].key in word and gaps[last] == " ":
            joined = joined or word is _AND
            last -= 1
    if not joined or last < 0 or gaps[last] not in {" ", *_COMMAS}:
        return None
    start = last
    while start >= 0 and last - start < _LONGEST and _may_be_of_one(reading, start, known):
        start -= 1
        if start >= 0 and gaps[start] not in _INSIDE:
            break
    return (start + 1, last) if start < last else None


def _says_which(reading: Reading, index: int) -> bool:
    """ "Castle North": a direction ends the name of a part of a town."""
    word = reading.words[index].key
    return word in _DIRECTIONS and index > 0 and reading.words[index - 1].is_capitalised


def _may_be_of_one(reading: Reading, index: int, known: Collection[int]) -> bool:
    word = reading.words[index]
    return (
        index not in known
        and word.is_capitalised
        and len(word.key) > 1
        and looks_like_a_name(word)
        and word.key not in OPENERS | MONTHS
        and not is_weekday(word.key)
        and not (is_generic_word(word) and not _says_which(reading, index))
        and not is_title(word.folded)
        and not is_kept_place(word.key)
    )
