"""Houses of the review's addresses, where the street is shortened, typed small or left out.

"Flat 9, Lambert Court" in one place says what "no. 9", "9 Lambert" and "flat 9" are in another,
and "23 St Bede's Terrace" what "23 st bedes" is. A house number alone is looked for only behind
"no." or "number", or where somebody lives at it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from redactor.detection.reading import Reading
from redactor.detection.recognisers.address_shapes import STREET_WORDS
from redactor.detection.spans import PATTERN, Candidate
from redactor.detection.streets import streets_in
from redactor.model import EntityType, Evidence, Verdict
from redactor.text.matcher import PhraseIndex
from redactor.text.words import Word, is_english

_SURE = 0.7
_NUMBER = re.compile(r"\d{1,4}[a-z]?")
_IN_A_NUMBER = re.compile(r"[\d\w][.,/:]$|[\u00a3$\u20ac]$")
_OF_AN_ADDRESS = re.compile(
    r"(?:\b(?P<kind>flat|apartment|apt|unit|room|rm|plot|pitch|caravan|chalet|garage|lock-up|bungalow)"
    r"\.? (?:no\.? )?)?(?<![\w.])(?P<number>\d{1,4} ?[a-z]?)(?!\w)",
    re.IGNORECASE,
)
_KINDS = frozenset("flat apartment apt unit plot pitch caravan chalet garage bungalow".split())
_NUMBERING = frozenset({"no", "nos", "number", "numbers"})
_SPELT = {
    word: str(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty".split(),
        start=1,
    )
}
_NUMBERED = frozenset(
    "account action badge bay bus call card case chapter collar court crime exhibit figure form "
    "grade incident item job line log mobile nhs option order page paragraph part phone plan "
    "platform policy priority question recommendation ref reference registration room route row "
    "section sheet shoulder step table telephone theatre tip version ward event contact a "
    "the".split()
)
"""Words before "number" that say what else is numbered."""
_RANKED = frozenset({"was", "is", "were", "be", "am", "are"})
"""Before "number" they tell a place in a queue."""
_COUNTED = frozenset(
    "bus buses of year years yr yrs months weeks days hours minutes times am pm".split()
)
_LIVING = frozenset("lives lived living stays stayed staying known resides residing".split())
_KINDS_OF_STREET = frozenset(word.lower() for word in STREET_WORDS) | {"la", "wk"}
_EVIDENCE = (Evidence("review", 0.85, "a house of an address elsewhere in the review"),)
_PERHAPS = (Evidence("review", 0.6, "may be a house of an address elsewhere in the review"),)


class Houses:
    """The numbers, rooms and short street names of a review's addresses."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._numbers: set[str] = set()
        self._rooms: set[tuple[str, str]] = set()
        self._heads: PhraseIndex[bool] = PhraseIndex()
        for reading in readings:
            for found in reading.found:
                if found.entity == EntityType.ADDRESS.name and found.score >= _SURE:
                    self._learn(reading.text[found.start : found.end])
            for first, last in streets_in(reading):
                self._learn_street(reading.words[first : last + 1])
        spelt = {word for word, number in _SPELT.items() if number in self._numbers}
        self._written = self._numbers | spelt

    def _learn(self, address: str) -> None:
        for match in _OF_AN_ADDRESS.finditer(address):
            number = match.group("number").replace(" ", "").lower()
            self._numbers.add(number)
            if match.group("kind"):
                self._rooms.add((match.group("kind").lower(), number))

    def _learn_street(self, street: Sequence[Word]) -> None:
        """ "Lambert" and "St Bedes" of "Lambert Court" and "St Bede's Terrace"."""
        head = street[:-1]
        if street[-1].key not in _KINDS_OF_STREET or len(head[-1].key) < 3:
            return
        self._heads.add(" ".join(word.key for word in head), True)
        if head[-1].possessive:
            self._heads.add(" ".join(word.key for word in head) + "s", True)

    def find(self, reading: Reading, blocked: Collection[int]) -> Iterator[Candidate]:
        """Where they stand in `reading`, but for the words `blocked`."""
        if not self._numbers:
            return
        words = reading.words
        for index in [n for n, word in enumerate(words) if word.key in self._written]:
            found = self._numbered(reading, index) if index and index not in blocked else None
            if found is not None:
                yield found
        for match in reading.find(self._heads):
            if not blocked or all(i not in blocked for i in range(match.first, match.last + 1)):
                yield from self._by_its_street(reading, match.first, match.last)

    def _numbered(self, reading: Reading, index: int) -> Candidate | None:
        """ "no. 58", "number nine", "plot 22", "lives at 110"."""
        words = reading.words
        word, before = words[index], words[index - 1]
        number = _SPELT.get(word.key, word.key)
        if number not in self._numbers or reading.gaps[index - 1] not in (" ", ".", "-"):
            return None
        after = words[index + 1].key if index + 1 < len(words) else ""
        if after in _COUNTED or re.match(r"[.:/,%-]\d|%|\w", reading.text[word.end :]):
            return None
        ahead = words[index - 2].key if index > 1 and reading.gaps[index - 2] == " " else ""
        if before.key in _NUMBERING and (word.key == number or before.key == "number"):
            if ahead in _NUMBERED or (before.key == "number" and ahead in _RANKED):
                return None
            return _candidate(before.start, word.end, sure=len(number) > 1)
        if before.key in _KINDS and (before.key, number) in self._rooms:
            return _candidate(before.start, word.end)
        if before.key == "at" and ahead in _LIVING and len(number) > 1:
            return _candidate(word.start, word.end, sure=False)
        return None

    def _by_its_street(self, reading: Reading, first: int, last: int) -> Iterator[Candidate]:
        words = reading.words
        named = not all(is_english(word.key) for word in words[first : last + 1])
        kind = last + 1 < len(words) and reading.gaps[last] == " "
        kind = kind and words[last + 1].key in _KINDS_OF_STREET
        numbered = (
            first > 0
            and reading.gaps[first - 1] in (" ", ",")
            and bool(_NUMBER.fullmatch(words[first - 1].key))
            and not _IN_A_NUMBER.search(reading.text, 0, words[first - 1].start)
        )
        capitalised = words[first].is_capitalised
        known = numbered and words[first - 1].key in self._numbers
        if numbered and (named or kind or (capitalised and known)):
            room = first > 1 and words[first - 2].key in _KINDS and reading.gaps[first - 2] == " "
            yield _candidate(words[first - 1 - room].start, words[last + kind].end)
        elif kind and named and not capitalised:
            yield _candidate(words[first].start, words[last + 1].end)


def _candidate(start: int, end: int, *, sure: bool = True) -> Candidate:
    verdict = Verdict.REPLACE if sure else Verdict.ASK
    return Candidate(
        start, end, EntityType.ADDRESS, verdict, _EVIDENCE if sure else _PERHAPS, PATTERN
    )
