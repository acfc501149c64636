"""Names of places and bodies where nothing but the rest of the review shows them.

"Turning Tide" is found where a sentence says that it is a service; then it is found where it
stands in a list, begins a sentence, or is typed "turning tide". What nothing proves anywhere is not
looked for, and a single English word ("Haven") only where it does not read as the word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from redactor.detection import context
from redactor.detection.bodies.mention import is_owned
from redactor.detection.bodies.surroundings import DOES
from redactor.detection.lexicon import OPENERS, is_generic_word, is_kept_place
from redactor.detection.places import KINDS_OF_PLACE
from redactor.detection.reading import Reading
from redactor.detection.recognisers.body_words import GENERIC_WORDS
from redactor.detection.spans import Candidate
from redactor.model import EntityType, Evidence, Verdict
from redactor.text.matcher import PhraseIndex
from redactor.text.names import is_title
from redactor.text.words import Word, is_english, is_weekday

_ELSEWHERE = (Evidence("review", 0.85, "the name of a place or body elsewhere in the review"),)
_PERHAPS = (Evidence("review", 0.6, "may be a name that stands elsewhere in the review"),)
_MOSTLY_A_NAME = 0.3
_BEFORE_A_BODY = frozenset("via from at by with for of through called contact near".split())
"""Before "step forward" or "open door" in small letters they speak of the body."""
_ABBREVIATED = {
    "street": "St",
    "road": "Rd",
    "avenue": "Ave",
    "lane": "Ln",
    "terrace": "Tce",
    "crescent": "Cres",
    "gardens": "Gdns",
    "estate": "Est",
    "court": "Ct",
}
"""Last words of streets, and how notes write them."""
_ARTICLES = frozenset({"the"})


@dataclass(frozen=True, slots=True)
class Proven:
    """Words of one reading, first and last inclusive, that are the name of a place or body."""

    reading: int
    first: int
    last: int
    type: EntityType


class NamesElsewhere:
    """The proven names of places and bodies of a review, and where else they stand."""

    def __init__(self, readings: Sequence[Reading], proven: Collection[Proven]) -> None:
        self._index: PhraseIndex[EntityType] = PhraseIndex()
        self._proven: Counter[str] = Counter()
        self._parts: set[str] = set()
        for one in proven:
            words = _without_article(readings[one.reading].words[one.first : one.last + 1])
            if one.last > one.first and one.type is not EntityType.ADDRESS:
                self._parts.update(word.key for word in words if _may_stand_for_the_whole(word))
            if not words or not _is_a_name(words):
                continue
            if len(words) == 1:
                self._proven[words[0].key] += 1
            text = readings[one.reading].text[words[0].start : words[-1].end]
            for spelling in _spellings(words, text):
                self._index.add(spelling, one.type)
        self._seen: Counter[str] = Counter()
        self._lower: Counter[str] = Counter()
        for reading in readings:
            for index, word in enumerate(reading.words):
                if word.key in self._proven:
                    if not word.is_capitalised:
                        self._lower[word.key] += 1
                    elif not reading.starts[index]:
                        self._seen[word.key] += 1

    def find(
        self, reading: Reading, blocked: Collection[int], people: Collection[int] = frozenset()
    ) -> Iterator[Candidate]:
        """Where they stand in `reading`, but for the words `blocked`, and those of `people` that
        are no part of a longer name: "Lewin" in "Lewin Lettings"."""
        taken = {*blocked, *people}
        for match in reading.find(self._index):
            span = range(match.first, match.last + 1)
            if any(index in blocked for index in span):
                continue
            if not taken.isdisjoint(span) and not _holds_more(reading, span, people):
                continue
            verdict = self._verdict(reading, match.first, match.last)
            if verdict is None:
                continue
            last = reading.words[match.last]
            owned = is_owned(reading, match.first, match.last)
            yield Candidate(
                reading.words[match.first].start,
                last.end + (len(last.possessive) if owned else 0),
                match.payload,
                verdict,
                _ELSEWHERE if verdict is Verdict.REPLACE else _PERHAPS,
            )
        for index in reading.capitals:
            word = reading.words[index]
            if word.key in self._parts and index not in taken and self._is_the_one(reading, index):
                yield Candidate(
                    word.start, word.end, EntityType.ORGANISATION, Verdict.ASK, _PERHAPS
                )

    @staticmethod
    def _is_the_one(reading: Reading, index: int) -> bool:
        """ "in the Sailor", "the Quay": alone behind an article."""
        if not index or reading.words[index].is_upper or reading.starts[index]:
            return False
        before = reading.words[index - 1]
        if before.key not in _ARTICLES or reading.gaps[index - 1] != " ":
            return False
        last = index + 1 == len(reading.words)
        return last or not _goes_on(reading, index)

    def _verdict(self, reading: Reading, first: int, last: int) -> Verdict | None:
        words = reading.words[first : last + 1]
        capitalised = words[0].is_capitalised and words[-1].is_capitalised
        if len(words) > 1:
            if capitalised or not all(is_english(word.key) for word in words):
                return Verdict.REPLACE
            ahead = reading.words[first - 1].key if first else ""
            return Verdict.ASK if ahead in _BEFORE_A_BODY else None
        word = words[0]
        if not is_english(word.key):
            small = not word.is_capitalised and context.after_determiner(reading, first)
            return None if small else Verdict.REPLACE
        if not capitalised or context.courtesy_titled(reading, first):
            return None
        if self._proven[word.key] < _MOSTLY_A_NAME * self._seen[word.key]:
            return None
        if word.is_upper:
            return Verdict.ASK  # a heading: nothing around it tells
        if _is_within_a_phrase(reading, first):
            return None
        if reading.starts[first]:
            does = DOES.match(reading.text, word.end) or context.acts(reading, first)
            return Verdict.ASK if does or not self._lower[word.key] else None
        return Verdict.REPLACE


def _holds_more(reading: Reading, span: range, people: Collection[int]) -> bool:
    """The name reaches beyond the people in it, and none of them beyond the name."""
    around = (span.start - 1, span.stop)
    return (
        any(index not in people for index in span)
        and not any(index in people for index in around)
        and all(reading.words[index].is_capitalised for index in (span.start, span.stop - 1))
    )


def _without_article(words: Sequence[Word]) -> Sequence[Word]:
    return words[1:] if words and words[0].key in _ARTICLES else words


def _is_a_name(words: Sequence[Word]) -> bool:
    """Not what any body could be called, nor a place that stays."""
    if len(words) == 1:
        word = words[0]
        return not (
            is_generic_word(word)
            or is_weekday(word.key)
            or word.key in OPENERS
            or len(word.key) < 3
            or word.is_upper
            or is_kept_place(word.key)
        )
    return not all(is_generic_word(word) or word.key in OPENERS for word in words)


def _spellings(words: Sequence[Word], text: str) -> Iterator[str]:
    """As it is written, with "and" for "&", "Kembles" for "Kemble's", "Mariners Court" for
    "Mariner's Court", "Fore St" for "Fore Street"."""
    keys = [word.key for word in words]
    yield text
    if len(words) > 2 and words[-1].folded in KINDS_OF_PLACE:
        yield text[: words[-2].end - words[0].start]  # "Marsh and Haven" of "… ward"
    if " & " in text:
        yield text.replace(" & ", " and ")
    elif "and" in keys:
        yield text.replace(" and ", " & ")
    yield from _other_endings(words)
    short = _ABBREVIATED.get(keys[-1])
    if short is not None and len(words) > 1:
        yield f"{text[: words[-1].start - words[0].start]}{short}"
    if words[-1].possessive:
        yield f"{text}s"
    elif len(words) == 1 and keys[0].endswith("s") and len(keys[0]) > 4:
        yield keys[0][:-1]


def _other_endings(words: Sequence[Word]) -> Iterator[str]:
    """With and without the apostrophe of an owner inside the name."""
    inside = words[:-1]
    if any(word.possessive for word in inside):
        yield " ".join([f"{w.key}s" if w.possessive else w.key for w in inside] + [words[-1].key])
    elif any(_may_be_owner(word) for word in inside):
        yield " ".join(
            [w.key[:-1] if _may_be_owner(w) else w.key for w in inside] + [words[-1].key]
        )


def _may_be_owner(word: Word) -> bool:
    return len(word.key) > 4 and word.key.endswith("s") and not word.key.endswith("ss")


def _may_stand_for_the_whole(word: Word) -> bool:
    return (
        word.is_capitalised
        and len(word.key) > 2
        and word.key not in OPENERS | GENERIC_WORDS
        and not is_generic_word(word)
        and not is_kept_place(word.key)
    )


def _goes_on(reading: Reading, index: int) -> bool:
    """A capitalised word follows that is no title: the word begins another phrase."""
    words = reading.words
    return (
        index + 1 < len(words)
        and reading.gaps[index] == " "
        and words[index + 1].is_capitalised
        and not words[index].possessive
        and not is_title(words[index + 1].folded)
    )


def _is_within_a_phrase(reading: Reading, index: int) -> bool:
    """A capitalised word stands right before or behind: another phrase holds this one."""
    words, gaps = reading.words, reading.gaps
    ahead = (
        index > 0
        and gaps[index - 1] == " "
        and words[index - 1].is_capitalised
        and not reading.starts[index - 1]
        and not words[index - 1].possessive
    )
    return ahead or _goes_on(reading, index)
