"""Where a text says that two names are one person's: "née", "also known as", "now Mrs …".

Only what stands right between two mentions of people counts, or in a row of a table what stands
before the second one or heads its column. What a quotation in brackets right behind a name holds is
another name too: 'Kieran Pritchard ("Kez")'.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import pairwise

from redactor.linking.kinds import row_of
from redactor.model import Mention, Segment, SegmentId
from redactor.text.fold import APOSTROPHES, folded

_QUOTE = "\"'\u201c\u201d\u201e"
_LEAD = (
    r"(?:(?:who|and)\s+)?(?:(?:is|was|has been|had been|he|she)\s+)?"
    r"(?:(?:also|sometimes|often|always|usually|better|commonly|more commonly|once)\s+)?"
)
_AGE = r"(?:\s*\(\s*(?:aged?\s*)?\d{1,2}\s*\)|,\s*(?:aged?\s*)?\d{1,2}\b)?"
_TAIL = rf"\.?\s*(?:[:=\u2013-]|\bis\b|\bwas\b)?\s*(?:simply\s+)?(?:the\s+)?[{_QUOTE}(]*\s*"
_MARK = rf"[{_QUOTE}]?\s*[,;:([\u2013\u2014-]+\s*"
_IN_QUOTES = re.compile(rf"\s*\(\s*[{_QUOTE}]\s*")
_AND_ANOTHER = re.compile(rf"[{_QUOTE}]?\s*(?:,?\s+or|/)\s*[{_QUOTE}]?")
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}](?:s\b|\s)")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_NAME_HEADER = re.compile(r"\bnames?\b|\bwho\b|\bperson\b|\bsubject\b", re.IGNORECASE)


class Naming(StrEnum):
    """What the second name is to its bearer."""

    BIRTH = "birth"
    """A former name: the given name stays, the surname was another."""
    NOW = "now"
    """The name borne today; the first was the former one."""
    REAL = "real"
    """The name proper; the first was any other."""
    OTHER = "other"
    """Whatever else somebody is called."""


@dataclass(frozen=True, slots=True)
class OtherName:
    """The text says that ``first`` and ``second`` are one person."""

    first: Mention
    second: Mention
    naming: Naming


def other_names(
    mentions: Sequence[Mention], places: Mapping[SegmentId, Segment]
) -> list[OtherName]:
    """All that `places` say of `mentions`, which are people's, in reading order."""
    by_segment: dict[SegmentId, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_segment[mention.segment_id].append(mention)
    found: list[OtherName] = []
    for identity, here in by_segment.items():
        found += _between(here, places[identity].text)
    return found + list(_in_rows(by_segment, places))


def _between(mentions: Sequence[Mention], text: str) -> Iterator[OtherName]:
    said: OtherName | None = None
    for first, second in pairwise(mentions):
        gap = text[first.span.end : second.span.start]
        behind = text[second.span.end :]
        naming = _naming(gap, behind)
        if naming is not None and not _POSSESSIVE.match(behind):
            said = OtherName(first, second, naming)
        elif said is not None and said.naming is Naming.OTHER and _AND_ANOTHER.fullmatch(gap):
            said = OtherName(said.first, second, Naming.OTHER)
        else:
            said = None
        if said is not None:
            yield said


def _naming(gap: str, behind: str) -> Naming | None:
    """What the words between two names say that the second is; None for anything else."""
    if not gap.strip():
        return None
    match = _patterns().between.fullmatch(folded(gap))
    if match is not None:
        return _patterns().naming(match)
    closed = behind.lstrip()[:1] in tuple(_QUOTE) and ")" in behind[:4]
    return Naming.OTHER if closed and _IN_QUOTES.fullmatch(gap) else None


def _in_rows(
    by_segment: Mapping[SegmentId, Sequence[Mention]], places: Mapping[SegmentId, Segment]
) -> Iterator[OtherName]:
    """What a cell says of the one person whom its row is about."""
    subjects: dict[tuple[str, int, int], list[Mention]] = defaultdict(list)
    for identity, mentions in by_segment.items():
        segment = places[identity]
        cell = segment.cell
        if cell is None or _patterns().header(cell.header) is not None:
            continue
        if cell.column == 0 or _NAME_HEADER.search(cell.header):
            subjects[row_of(segment)] += mentions[:1]
    for identity, mentions in by_segment.items():
        segment = places[identity]
        subject = subjects.get(row_of(segment), ()) if segment.cell is not None else ()
        if len(subject) != 1 or subject[0] in mentions or segment.cell is None:
            continue
        naming = _patterns().header(segment.cell.header)
        if naming is not None:
            yield from (OtherName(subject[0], mention, naming) for mention in mentions)
            continue
        match = _patterns().before.search(folded(segment.text[: mentions[0].span.start]))
        if match is not None and not _POSSESSIVE.match(segment.text[mentions[0].span.end :]):
            yield OtherName(subject[0], mentions[0], _patterns().naming(match))


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The phrases as expressions over folded text, and what each of their groups means."""

    between: re.Pattern[str]
    before: re.Pattern[str]
    phrases: re.Pattern[str]
    groups: tuple[Naming, ...]

    def naming(self, match: re.Match[str]) -> Naming:
        return self.groups[next(i for i, group in enumerate(match.groups()) if group is not None)]

    def header(self, header: str) -> Naming | None:
        """What a column of names that is headed so holds."""
        bare = _IN_BRACKETS.sub("", folded(header)).strip(" :.()")
        match = self.phrases.fullmatch(bare) if bare else None
        return self.naming(match) if match else None


@cache
def _patterns() -> _Patterns:
    source = files("redactor.linking").joinpath("data/other_names.tsv")
    phrases: dict[tuple[Naming, bool], list[str]] = defaultdict(list)
    for line in source.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            phrase, naming, where = [*line.split("\t"), ""][:3]
            phrases[Naming(naming), where == "mark"].append(_expression(phrase))
    groups, between = [], []
    for (_, mark), several in phrases.items():
        groups.append(f"({'|'.join(several)})")
        opening = _MARK if mark else rf"(?:{_MARK}|\s+)"
        between.append(f"(?:{opening}{_LEAD}{groups[-1]})")
    any_ = "|".join(groups)
    return _Patterns(
        re.compile(rf"{_AGE}(?:{'|'.join(between)}){_TAIL}", re.IGNORECASE),
        re.compile(rf"(?:^|[;,.(]\s*)(?:{any_}){_TAIL}$", re.IGNORECASE),
        re.compile(rf"{_LEAD}(?:{any_})", re.IGNORECASE),
        tuple(naming for naming, _ in phrases),
    )


def _expression(phrase: str) -> str:
    """Blanks of a phrase may be full stops ("a.k.a."), "*" is one to four words."""
    words = [r"\w+(?:\s+\w+){0,3}" if word == "*" else re.escape(word) for word in phrase.split()]
    return r"[\s./]+".join(words)
