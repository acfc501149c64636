"""The records of a split: the door for the scoreboard, ``records("held-back")``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from stress.documents import write_documents
from stress.render import Gold
from stress.tables import Split


@dataclass(frozen=True, slots=True)
class Record:
    """One text of a document: a paragraph, a cell, a heading or a file name.

    ``kind`` is a SegmentKind value; the offsets of ``spans`` are code points of ``text``.
    """

    id: str
    document: str
    origin: str
    split: str
    domain: str
    kind: str
    text: str
    spans: tuple[Gold, ...]

    def as_json(self) -> str:
        """One line, in the format of README.md."""
        fields = {
            "id": self.id,
            "document": self.document,
            "origin": self.origin,
            "split": self.split,
            "domain": self.domain,
            "kind": self.kind,
            "text": self.text,
            "spans": [
                [gold.start, gold.end, gold.type, gold.key, "replace", gold.form]
                for gold in self.spans
            ],
        }
        return json.dumps(fields, ensure_ascii=False)


def records(split: str) -> list[Record]:
    """All records of a split ("development" or "held-back"), document by document."""
    return list(_records(Split(split)))


@cache
def _records(split: Split) -> tuple[Record, ...]:
    return tuple(_written(split))


def _written(split: Split) -> Iterator[Record]:
    for document in write_documents(split):
        for number, line in enumerate(document.lines, 1):
            yield Record(
                id=f"{document.name}#{number}",
                document=document.name,
                origin=document.origin,
                split=split.value,
                domain=document.domain,
                kind=line.kind,
                text=line.text,
                spans=line.spans,
            )
