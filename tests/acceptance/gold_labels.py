"""The gold labels of a fixture review, and how a result is measured by them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

PEOPLE = frozenset({"person", "child", "professional"})

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Label:
    """A mention that gold knows; ``entity`` is the cast's key, "" for a literal."""

    start: int
    end: int
    type: str
    entity: str
    action: str

    @property
    def is_person_to_replace(self) -> bool:
        return self.type in PEOPLE and self.action == "replace"


@dataclass(frozen=True, slots=True)
class Record:
    """One paragraph with its labels."""

    id: str
    text: str = field(repr=False)
    expected: str = field(repr=False)
    labels: tuple[Label, ...] = field(repr=False)

    @property
    def people(self) -> list[Label]:
        return [label for label in self.labels if label.is_person_to_replace]


@dataclass(frozen=True, slots=True)
class Score:
    """How much of gold was changed, and how much else."""

    people: int
    missed: tuple[str, ...]
    """``record id start-end`` of each person's mention that was not changed as a whole."""
    words: int
    needlessly_changed: int

    @property
    def recall(self) -> float:
        return 1 - len(self.missed) / self.people

    @property
    def over_redaction(self) -> float:
        return self.needlessly_changed / self.words


def read_gold(review: Path) -> dict[str, list[Record]]:
    """The records of a review, by the name of their document."""
    return {
        f"{path.stem}.docx": [
            _record(line) for line in path.read_text(encoding="utf-8").splitlines()
        ]
        for path in sorted((review / "gold").glob("*.jsonl"))
    }


def _record(line: str) -> Record:
    item = json.loads(line)
    return Record(
        item["id"], item["text"], item["expected"], tuple(Label(*span) for span in item["spans"])
    )


def measure(records: Sequence[Record], changed: Mapping[str, Spans]) -> Score:
    """Hold what was changed, by record id, against gold.

    A mention counts as changed when all its letters and digits are; a word as needlessly changed
    when a part of it is and gold replaces no part of it.
    """
    people = words = needless = 0
    missed = []
    for record in records:
        new = _offsets(changed.get(record.id, ()))
        wanted = _offsets([(o.start, o.end) for o in record.labels if o.action == "replace"])
        for label in record.people:
            people += 1
            span = range(label.start, label.end)
            if not all(at in new for at in span if record.text[at].isalnum()):
                missed.append(f"{record.id} {label.start}-{label.end}")
        for word in re.finditer(r"\w+", record.text):
            words += 1
            here = set(range(*word.span()))
            needless += bool(here & new) and not here & wanted
    return Score(people, tuple(missed), words, needless)


def names_left(records: Sequence[Record], output: Sequence[str]) -> list[str]:
    """Ids of records whose people's names stand in `output` more often than gold leaves them."""
    remaining = [_without_replaced(record) for record in records]
    left = {}
    for record in records:
        for label in record.people:
            name = record.text[label.start : label.end]
            if name not in left:
                whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
                allowed = sum(len(whole.findall(text)) for text in remaining)
                found = sum(len(whole.findall(text)) for text in output)
                left[name] = f"{record.id} {label.start}-{label.end}" if found > allowed else ""
    return [place for place in left.values() if place]


def _without_replaced(record: Record) -> str:
    """The record's text with an object mark for everything that gold replaces."""
    text = record.text
    for label in sorted(record.labels, key=lambda one: -one.start):
        if label.action == "replace":
            text = f"{text[: label.start]}\ufffc{text[label.end :]}"
    return text


def _offsets(spans: Spans) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}
