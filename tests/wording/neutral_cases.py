"""Reads neutral_first.txt and neutral_second.txt, and scores proposals by their sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from redactor.model import Span
from redactor.wording.neutral.rewording import Person, Rewording

_MARK = re.compile(
    r"\{(?P<kind>[ca]):(?P<name>[^}/]+)(?:/(?P<sex>[fm]))?\}|<(?P<old>[^=>]+)=(?P<new>[^>]+)>"
)
_QUOTE = re.compile("“[^”]*”")


@dataclass(frozen=True)
class Marked:
    """What must change: ``new`` for the old words in ``span``."""

    span: Span
    new: str


@dataclass(frozen=True)
class Case:
    text: str
    people: tuple[Person, ...]
    marks: tuple[Marked, ...]
    quotes: tuple[Span, ...]


def parse(line: str) -> Case:
    people: list[Person] = []
    marks: list[Marked] = []
    text = ""
    end = 0
    for found in _MARK.finditer(line):
        text += line[end : found.start()]
        start, end = len(text), found.end()
        if found["name"]:
            text += found["name"]
            sex = found["sex"] or ""
            people.append(Person(Span(start, len(text)), found["kind"] == "c", sex))
        else:
            text += found["old"]
            marks.append(Marked(Span(start, len(text)), found["new"]))
    text += line[end:]
    quotes = tuple(Span(*found.span()) for found in _QUOTE.finditer(text))
    return Case(text, tuple(people), tuple(marks), quotes)


def cases(half: str) -> list[Case]:
    source = Path(__file__).with_name(f"neutral_{half}.txt")
    lines = source.read_text(encoding="utf-8").splitlines()
    return [parse(line) for line in lines if line and not line.startswith("#")]


def rewrite(text: str, rewordings: list[Rewording]) -> str:
    for reworded in reversed(rewordings):
        text = text[: reworded.span.start] + reworded.text + text[reworded.span.end :]
    return text


@dataclass(frozen=True)
class Score:
    """Marks found with the right words, all marks; proposals inside such marks, all proposals."""

    found: int
    marks: int
    right: int
    proposals: int

    @property
    def recall(self) -> float:
        return self.found / self.marks if self.marks else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.proposals if self.proposals else 1.0


def score(case: Case, rewordings: list[Rewording]) -> Score:
    """What touches each other is right or wrong together."""
    found = right = 0
    for marks, proposals in _touching(case, rewordings):
        spans = [item.span for item in (*marks, *proposals)]
        hull = Span(min(s.start for s in spans), max(s.end for s in spans))
        wanted = _applied(case.text, hull, [(m.span, m.new) for m in marks])
        if marks and wanted == _applied(case.text, hull, [(r.span, r.text) for r in proposals]):
            found += len(marks)
            right += len(proposals)
    return Score(found, len(case.marks), right, len(rewordings))


def _touching(
    case: Case, rewordings: list[Rewording]
) -> list[tuple[list[Marked], list[Rewording]]]:
    groups: list[tuple[list[Marked], list[Rewording]]] = []
    end = -1
    for item in sorted((*case.marks, *rewordings), key=lambda item: item.span):
        if item.span.start >= end:
            groups.append(([], []))
        end = max(end, item.span.end)
        if isinstance(item, Marked):
            groups[-1][0].append(item)
        else:
            groups[-1][1].append(item)
    return groups


def _applied(text: str, hull: Span, changes: list[tuple[Span, str]]) -> str:
    stretch = text[hull.start : hull.end]
    for span, new in reversed(changes):
        stretch = stretch[: span.start - hull.start] + new + stretch[span.end - hull.start :]
    return stretch


def total(scores: list[Score]) -> Score:
    return Score(
        sum(s.found for s in scores),
        sum(s.marks for s in scores),
        sum(s.right for s in scores),
        sum(s.proposals for s in scores),
    )
