"""The gold that detection is measured on: the fixture reviews and the stress set, by half.

The *development* half may be read and worked on; of the *held-back* half only figures are looked
at. ``fixtures/held-out`` is held back, every other fixture review is for development.

A fixture review is read as one, all its documents together. In the stress set every document is a
review of its own.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from redactor.model import Cell

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "fixtures")]

FIXTURES = ROOT / "fixtures"
STRESS = ROOT / "benchmarks" / "stress" / "build.py"
LONG_REVIEW_WORDS = 25_000
"""The size of a long report, with the reports of its agencies."""


REAL_DENSITY = frozenset({"area-a", "second", "third", "fourth"})
"""Fixture reviews that hold about as many names and numbers as a real one; the later ones were
written to hold every form of them."""


class Half(StrEnum):
    DEVELOPMENT = "development"
    HELD_BACK = "held-back"


STRESS_SPLITS = {
    "development": Half.DEVELOPMENT,
    "second": Half.DEVELOPMENT,
    "third": Half.DEVELOPMENT,
    "fourth": Half.DEVELOPMENT,
    "held-back": Half.HELD_BACK,
}


class Gold(NamedTuple):
    """A mention as gold has it: half-open code points, an EntityType's value, the key of who or
    what is meant, "replace" or "keep", and the form that the name has here (stress set only)."""

    start: int
    end: int
    type: str
    key: str
    action: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a sentence with its gold. ``origin`` is that of its people's names; ``kind``
    the place where it stands, ``header`` and ``row_label`` the words of its column and row."""

    id: str
    document: str
    text: str = field(repr=False)
    gold: tuple[Gold, ...] = field(default=(), repr=False)
    origin: str = ""
    domain: str = ""
    kind: str = "body"
    header: str = field(default="", repr=False)
    row_label: str = field(default="", repr=False)


Review = tuple[Passage, ...]
"""What is read together, so that a name proven in one passage is found in all."""


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Reviews that get a row of their own; the rows of one ``kind`` and half are added up."""

    kind: str
    name: str
    half: Half
    reviews: tuple[Review, ...]

    @property
    def passages(self) -> Iterator[Passage]:
        return (passage for review in self.reviews for passage in review)


def words_of(text: str) -> Iterator[tuple[int, int]]:
    """Half-open spans of the words of `text`."""
    return (match.span() for match in re.finditer(r"\w+", text))


def passage_of(
    record: Mapping[str, Any], *, origin: str = "", domain: str = "", cell: Cell | None = None
) -> Passage:
    """A line of gold, standing in `cell`; what it says of its own origin and domain wins."""
    return Passage(
        record["id"],
        record["document"],
        record["text"],
        tuple(Gold(*span) for span in record["spans"]),
        record.get("origin", origin),
        record.get("domain", domain),
        record.get("kind", "body"),
        cell.header if cell else "",
        cell.row_label if cell else "",
    )


def fixture_sets(*, casts: bool) -> list[GoldSet]:
    """Every fixture review as it stands, and with `casts` under every other naming."""
    from builder.cast import cast_names
    from builder.review import build_review, write_files

    sets = []
    for folder in sorted(path.parent for path in FIXTURES.glob("*/cast.yaml")):
        sets.append(_fixture_set(folder, ""))
        for cast in cast_names(folder) if casts else ():
            with tempfile.TemporaryDirectory() as scratch:
                recast = Path(scratch) / folder.name
                write_files(recast, build_review(folder, cast))
                sets.append(_fixture_set(recast, cast))
    return sets


def _fixture_set(folder: Path, cast: str) -> GoldSet:
    half = Half.HELD_BACK if folder.name == "held-out" else Half.DEVELOPMENT
    passages = tuple(
        passage
        for gold in sorted((folder / "gold").glob("*.jsonl"))
        for passage in _passages(folder / f"{gold.stem}.docx", gold, cast)
    )
    name = f"{folder.name}/{cast}" if cast else folder.name
    return GoldSet("fixtures", name, half, (passages,))


def _passages(document: Path, gold: Path, cast: str) -> Iterator[Passage]:
    """The paragraphs of `document` with their gold and, in a table, what its header says."""
    from redactor.documents.open import open_document
    from redactor.model import DocumentId, SegmentKind

    no_paragraphs = {
        SegmentKind.PROPERTY,
        SegmentKind.DRAWING,
        SegmentKind.TITLE,
        SegmentKind.MARKUP,
    }
    opened = open_document(document, DocumentId(document.name))
    segments = [one for one in opened.segments if one.kind not in no_paragraphs]
    lines = gold.read_text(encoding="utf-8").splitlines()
    for segment, line in zip(segments, lines, strict=True):
        yield passage_of(
            json.loads(line), origin=cast, domain=document.parent.name, cell=segment.cell
        )


def stress_sets() -> list[GoldSet]:
    """The splits of the stress set, built anew."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, str(STRESS), "--out", folder], check=True)
        return [
            stress_set(split, (Path(folder) / f"{split}.jsonl").read_text(encoding="utf-8"))
            for split in STRESS_SPLITS
        ]


def stress_set(split: str, lines: str) -> GoldSet:
    """One split of the stress set from its JSON Lines."""
    documents: dict[str, list[Passage]] = defaultdict(list)
    for line in lines.splitlines():
        passage = passage_of(json.loads(line))
        documents[passage.document].append(passage)
    return GoldSet("stress", split, STRESS_SPLITS[split], tuple(map(tuple, documents.values())))


def bare(texts: Iterable[str]) -> Review:
    """Texts without gold, as paragraphs of one document."""
    return tuple(Passage(str(number), "d", text) for number, text in enumerate(texts))


def long_review(words: int = LONG_REVIEW_WORDS) -> list[str]:
    """Texts of the fixture reviews, none of them twice, until there are enough `words`; those that
    are as dense as real ones come first."""
    sets = sorted(fixture_sets(casts=False), key=lambda one: one.name not in REAL_DENSITY)
    chosen: dict[str, None] = {}
    count = 0
    for text in (passage.text for one in sets for passage in one.passages):
        if text not in chosen:
            chosen[text] = None
            count += count_words([text])
        if count >= words:
            break
    return list(chosen)


def count_words(texts: Iterable[str]) -> int:
    return sum(1 for text in texts for _ in words_of(text))
