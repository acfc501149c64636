"""All that may be a quasi-identifier: shapes, spaCy, what a review finds, capital letters.

Nothing is decided here. What several sources say of one stretch is one clue for each kind; names
are then looked for in all texts, so that no mention of one that is masked stays behind.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from redactor.detection.lexicon import OPENERS
from redactor.detection.quasi.capitals import AND, PHRASE
from redactor.detection.quasi.kinds import TYPE_OF, Kind
from redactor.detection.quasi.labels import SpacyLabelRecogniser
from redactor.detection.quasi.sorting import (
    is_institution,
    is_people,
    kind_of_body,
    kind_of_label,
    kind_of_mention,
)
from redactor.detection.reading import Found
from redactor.detection.spans import Candidate
from redactor.model import Verdict
from redactor.text.words import Word, is_english, words


class Source(StrEnum):
    """Who takes a stretch for a quasi-identifier."""

    SHAPE = "shape"
    SPACY = "spacy"
    REPLACED = "replaced"
    """A review replaces it; ASKED and KEPT are its other verdicts."""
    ASKED = "asked"
    KEPT = "kept"
    REPEATED = "repeated"
    """It is a name elsewhere in the texts."""
    CAPITALS = "capitals"


_OF_VERDICT = {
    Verdict.REPLACE: Source.REPLACED,
    Verdict.ASK: Source.ASKED,
    Verdict.KEEP: Source.KEPT,
}
_REPEATED = frozenset(
    {
        Kind.PERSON,
        Kind.PLACE,
        Kind.COUNTRY,
        Kind.BODY,
        Kind.COURT,
        Kind.OFFICE,
        Kind.ACRONYM,
        Kind.NAME,
    }
)
_WEAK = frozenset({Source.CAPITALS, Source.KEPT})
_NUMBERING = re.compile(r"(?:(?<=\n)|^)(?:\d{1,3}|[A-Z]|[IVX]+)\.\s")
"""The number of a paragraph or a heading."""
_OPENING, _CLOSING = "([", ")]"
_STRAY_BEFORE = "\"'\u201c\u2018\u201d\u2019,;:.)]-\u2013"
_STRAY_AFTER = '"\u201c\u2018\u201d,;:(['

Told = dict[tuple[int, int, Kind], set[Source]]


@dataclass(frozen=True, slots=True)
class Clue:
    """A stretch of a text that may be of `kind`: half-open, in code points; who says so."""

    start: int
    end: int
    kind: Kind
    sources: frozenset[Source]

    def __len__(self) -> int:
        return self.end - self.start


def gather(
    texts: Sequence[str],
    quasi: Sequence[Sequence[Found]],
    review: Sequence[Sequence[Candidate]],
) -> list[list[Clue]]:
    """The clues of each of `texts`, by position.

    `quasi` is what the recognisers of this package found in each, `review` what a review masks or
    keeps there. A name of one text is looked for in all of them.
    """
    told = [_told(*one) for one in zip(texts, quasi, review, strict=True)]
    names = _names(texts, told)
    if names:
        alternatives = "|".join(map(re.escape, sorted(names, key=lambda n: (-len(n), n))))
        anywhere = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")
        for text, found in zip(texts, told, strict=True):
            for match in anywhere.finditer(text):
                found[(*match.span(), names[match.group()])].add(Source.REPEATED)
    return [_whole(found) for found in told]


def _whole(told: Told) -> list[Clue]:
    """The clues by position, without parts of a larger one (a date's own year), and without
    phrases that only capitals join ("Ms Ellwood of the Home Office")."""
    clues = [Clue(*place, frozenset(sources)) for place, sources in sorted(told.items())]
    shapes = by_character(clue for clue in clues if Source.SHAPE in clue.sources)
    people = by_character(clue for clue in clues if clue.kind is Kind.PERSON)
    return [
        clue
        for clue in clues
        if not any(_is_part(clue, whole) for whole in shapes.get(clue.start, ()))
        and not any(
            _swallows(clue, person)
            for offset in range(clue.start, clue.end)
            for person in people.get(offset, ())
        )
    ]


def by_character(clues: Iterable[Clue]) -> dict[int, list[Clue]]:
    """For every character that a clue covers, the clues that do."""
    over: dict[int, list[Clue]] = defaultdict(list)
    for clue in clues:
        for offset in range(clue.start, clue.end):
            over[offset].append(clue)
    return over


def _is_part(clue: Clue, whole: Clue) -> bool:
    return (
        clue.sources == {Source.SHAPE}
        and TYPE_OF[clue.kind] is TYPE_OF[whole.kind]
        and clue.end <= whole.end
        and len(whole) > len(clue)
    )


def _swallows(clue: Clue, person: Clue) -> bool:
    return clue.sources == {Source.CAPITALS} and clue.start < person.end < clue.end


def _told(text: str, quasi: Sequence[Found], review: Sequence[Candidate]) -> Told:
    told: Told = defaultdict(set)
    for start, end, kind, source in (
        *_of_recognisers(text, quasi),
        *_of_review(text, review),
        *_phrases(text),
    ):
        first, last = _trimmed(text, start, end)
        if first < last and text[first:last] != "I":
            told[first, last, kind].add(source)
    return told


def _of_recognisers(text: str, found: Sequence[Found]) -> Iterator[tuple[int, int, Kind, Source]]:
    for one in found:
        if one.source != SpacyLabelRecogniser.__name__:
            yield one.start, one.end, Kind[one.entity], Source.SHAPE
            continue
        # spaCy takes two paragraphs for one name where a line ends without a full stop.
        if one.entity == "ORDINAL" or _NUMBERING.match(text, one.start):
            continue
        for line in re.finditer(r"[^\n]+", text[one.start : one.end]):
            kind = kind_of_label(one.entity, line.group())
            yield one.start + line.start(), one.start + line.end(), kind, Source.SPACY


def _of_review(text: str, review: Sequence[Candidate]) -> Iterator[tuple[int, int, Kind, Source]]:
    for one in review:
        kind = kind_of_mention(one.type, text[one.start : one.end])
        yield one.start, one.end, kind, _OF_VERDICT[one.verdict]


def _phrases(text: str) -> Iterator[tuple[int, int, Kind, Source]]:
    """Capitalised phrases, without the word that only opens a sentence."""
    for match in PHRASE.finditer(text):
        for start, end in _parted(match):
            first = words(text[start:end])[:2]
            opens = first[0].key in OPENERS or first[0].folded.startswith("I'")
            begin = start + first[1].start if opens and len(first) > 1 else start
            found = words(text[begin:end])
            if len(found) > 1:
                yield begin, end, kind_of_body(text[begin:end]), Source.CAPITALS
            elif not opens and _is_surname(found[0]) and not is_people(found[0].folded):
                yield begin, end, Kind.NAME, Source.CAPITALS


def _parted(phrase: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The names that "and" joins, or the whole phrase where it names an office."""
    start, end = phrase.span()
    if not is_institution(phrase.group()):
        for joint in AND.finditer(phrase.string, start, end):
            yield start, joint.start()
            start = joint.end()
    yield start, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without blanks, stray marks, brackets that have no partner, and an article before it."""
    while start < end:
        part = text[start:end]
        opened = sum(map(part.count, _OPENING)) - sum(map(part.count, _CLOSING))
        if part[0].isspace() or part[0] in _STRAY_BEFORE or (part[0] in _OPENING and opened > 0):
            start += 1
        elif (
            part[-1].isspace() or part[-1] in _STRAY_AFTER or (part[-1] in _CLOSING and opened < 0)
        ):
            end -= 1
        elif part[:4].lower() == "the ":
            start += len("the ")
        elif part.endswith(("'s", "\u2019s")):
            end -= len("'s")
        else:
            break
    return start, end


def _names(
    texts: Sequence[str], told: Sequence[Mapping[tuple[int, int, Kind], set[Source]]]
) -> dict[str, Kind]:
    """Names as they are written, and the last names of people; English words alone are none."""
    names: dict[str, Kind] = {}
    for text, places in zip(texts, told, strict=True):
        for (start, end, kind), sources in places.items():
            name = text[start:end]
            found = words(name)
            if kind not in _REPEATED or sources <= _WEAK or not found:
                continue
            if found[0].is_capitalised and (len(found) > 1 or not is_english(found[0].key)):
                names.setdefault(name, kind)
            last = found[-1]
            if kind is Kind.PERSON and _is_surname(last) and not is_institution(name):
                names.setdefault(name[last.start : last.end], kind)
    return names


def _is_surname(word: Word) -> bool:
    return word.is_capitalised and len(word.folded) > 2 and not is_english(word.key)
