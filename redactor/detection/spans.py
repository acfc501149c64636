"""From tagged words to mentions: which words make one name, and which of two spans wins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redactor.detection.reading import Reading
from redactor.model import EntityType, Evidence, Mention, SegmentId, Span, Verdict
from redactor.text.names import PARTICLES, is_title
from redactor.text.words import Word

MAP = 3
"""Rank of what the pseudonym map names."""
PATTERN = 2
"""Rank of what has a shape or stands in a list."""
EVIDENCE = 1
"""Rank of what models and context suggest."""


_LONGEST_SHORT_TITLE = 4
_JOINING = frozenset({"e", "y"})
"""Between the surnames of "Sousa e Silva" and "Ortega y Gasset"."""
_ACTING = frozenset({"T", "A", "D"})
"""In front of a rank and a stroke: "T/DS Marlowe" is a temporary sergeant."""
_LONE_PARTICLES = frozenset(
    "de da do dos das del della di van von der den ter ben bin ibn bint al el ul ur ud uz ap ab "
    "ferch verch".split()
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span of one reading that may become a mention: half-open, in code points. ``probability``
    is the combiner's, None for what has a shape or stands in the map."""

    start: int
    end: int
    type: EntityType
    verdict: Verdict
    evidence: tuple[Evidence, ...]
    rank: int = EVIDENCE
    probability: float | None = None

    @property
    def score(self) -> float:
        """The surest evidence, 0..1."""
        return max((one.score for one in self.evidence), default=0.0)

    def overlaps(self, other: Candidate) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, other: Candidate) -> bool:
        return self.start <= other.start and other.end <= self.end


def settle(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that win, in order, none overlapping: the longest first, then the rank.

    What stays gives way to a name that reaches beyond it: a kept phrase must not leave half of
    somebody's name in the text.
    """
    if len(candidates) < 2:
        return list(candidates)
    names = [c for c in candidates if c.verdict is not Verdict.KEEP]
    cut = [
        one
        for one in candidates
        if one.verdict is Verdict.KEEP
        and one.rank != MAP
        and any(one.overlaps(c) and not one.contains(c) for c in names)
    ]
    order = sorted(
        (one for one in candidates if one not in cut),
        key=lambda c: (c.start - c.end, -c.rank, c.verdict != Verdict.REPLACE, -c.score, c.start),
    )
    chosen: list[Candidate] = []
    for candidate in (*order, *cut):
        if not any(candidate.overlaps(winner) for winner in chosen):
            chosen.append(candidate)
    return sorted(chosen, key=lambda c: c.start)


def person_spans(reading: Reading, tagged: frozenset[int]) -> list[tuple[int, int]]:
    """Word ranges (inclusive) of the names that the tagged words make, titles included.

    "Ms D. Hargreaves", "Hargreaves, Danielle", "Danielle van der Berg" are one name each;
    "Danielle’s Ryan" and "Danielle, Ryan" are two.
    """
    spans: list[tuple[int, int]] = []
    for index in sorted(tagged):
        if spans and _joins(reading, spans[-1], index):
            spans[-1] = (spans[-1][0], index)
        else:
            spans.append((index, index))
    return [
        _with_title(reading, *_with_initials(reading, with_particles(reading, first), last))
        for first, last in spans
    ]


def _joins(reading: Reading, span: tuple[int, int], index: int) -> bool:
    first, last = span
    words, gaps = reading.words, reading.gaps
    between = range(last + 1, index)
    if any(words[n].possessive for n in range(last, index)):
        return False
    if is_title(words[index].folded) and not is_title(words[last].folded):
        return False
    if len(between) > 3:
        return False
    joined_by_blank = all(gaps[n] in (" ", "-", ".") for n in range(last, index))
    if joined_by_blank:
        sentence_end = any(
            "." in gaps[n] and len(words[n].folded) > 1 and not is_title(words[n].folded)
            for n in range(last, index)
        )
        return not sentence_end and all(
            words[n].key in PARTICLES | _JOINING
            or (len(words[n].folded) == 1 and words[n].is_capitalised)
            for n in between
        )
    # "HARGREAVES, Danielle", and "Hargreaves, Danielle" alone in a cell or at a line's start.
    return (
        not between
        and first == last
        and gaps[last].strip() == ","
        and (
            (words[last].is_upper and not words[index].is_upper) or _is_alone(reading, first, index)
        )
    )


def _is_alone(reading: Reading, first: int, last: int) -> bool:
    """The words are all that stands in the text, but for numbers and a given name more."""
    return first == 0 and last >= len(reading.words) - 2


def with_particles(reading: Reading, first: int) -> int:
    """Take in "de", "van der", "bin" before a surname that stands alone."""
    while (
        first > 0
        and reading.words[first - 1].key in _LONE_PARTICLES
        and reading.gaps[first - 1] in (" ", "-")
    ):
        first -= 1
    return first


def _with_initials(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """Take in the initial of "D. Hargreaves", "D M Hargreaves" and "Tracy A."."""
    words, gaps = reading.words, reading.gaps
    while (
        first > 0
        and len(words[first - 1].folded) == 1
        and words[first - 1].is_capitalised
        and not (words[first - 1].key in ("a", "i") and gaps[first - 1] == " ")
        and not words[first - 1].possessive
        and gaps[first - 1] in (" ", ".")
        and reading.text[words[first - 1].start - 1 : words[first - 1].start] != "&"
    ):
        first -= 1
    if first == last:
        return first, _with_initials_behind(reading, last)
    after = last + 1
    if (
        after < len(words)
        and len(words[after].folded) == 1
        and words[after].is_capitalised
        and words[after].key != "i"
        and not words[last].possessive
        and gaps[last] == " "
        and reading.text[words[after].end : words[after].end + 1] in (".", "")
    ):
        last = after
    return first, last


def _with_initials_behind(reading: Reading, last: int) -> int:
    """Take in the initials of a surname in a list or a note: "Page H", "Chan M L", "Pike A."; but
    no "A" or "I" that goes on with the sentence."""
    words, gaps = reading.words, reading.gaps
    if words[last].possessive or words[last].folded[:1].islower() or len(words[last].folded) < 3:
        return last
    for after in range(last + 1, min(last + 3, len(words))):
        letter = words[after]
        if len(letter.folded) > 1 or not letter.is_capitalised or letter.possessive:
            break
        if gaps[after - 1] != " " or letter.key.isdigit() or letter.key == "i":
            break
        behind = reading.text[letter.end : letter.end + 2]
        if behind[:1] in ("'", "\u2019", "&", "/") or (
            letter.key == "a" and behind[:1] == " " and behind[1:].islower()
        ):
            break
        last = after
    return last


def _is_short_with_stop(word: Word, gap: str) -> bool:
    """ "Dr." before its name; but a sentence that ends in "Nurse."."""
    return gap == "." and len(word.folded) <= _LONGEST_SHORT_TITLE


def _with_title(reading: Reading, first: int, last: int) -> tuple[int, int]:
    words, gaps = reading.words, reading.gaps
    while (
        first > 0
        and words[first - 1].is_capitalised
        and is_title(words[first - 1].folded)
        and not words[first - 1].possessive
        and (gaps[first - 1] == " " or _is_short_with_stop(words[first - 1], gaps[first - 1]))
    ):
        first -= 1
        if first > 0 and gaps[first - 1] == "/" and words[first - 1].folded in _ACTING:
            first -= 1
    return first, last


def mention_of(identity: SegmentId, text: str, one: Candidate) -> Mention:
    """`one` as a mention of the segment `identity`, whose text is `text`."""
    return Mention(
        identity,
        Span(one.start, one.end),
        text[one.start : one.end],
        one.type,
        one.verdict,
        one.evidence,
        one.probability,
    )
