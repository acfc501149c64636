"""What a whole run without a map leaves in the document and takes from it, against gold.

    python benchmarks/published.py [REVIEW_DIR …]

Unlike ``scoreboard.py`` this goes the whole road (open, detect, link, decide), so panel members are
kept, and what is asked is masked. A person's mention counts as gone when none of its letters is
left; over-redaction is the share of all words that are changed although gold does not say so.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from redactor import pipeline
from redactor.documents.open import open_document
from redactor.model import DocumentId, Keep, SegmentId, SegmentKind
from redactor.plan import Plan
from redactor.pseudonyms.schema import PseudonymMap

ROOT = Path(__file__).resolve().parents[1]
NO_PARAGRAPHS = {
    SegmentKind.PROPERTY,
    SegmentKind.DRAWING,
    SegmentKind.TITLE,
    SegmentKind.MARKUP,
}
PERSON_TYPES = {"person", "child", "professional"}


@dataclass
class Published:
    mentions: int = 0
    gone: int = 0
    words: int = 0
    changed_wrongly: int = 0

    def add(self, record: dict[str, object], changed: set[int]) -> None:
        text, spans = str(record["text"]), record["spans"]
        assert isinstance(spans, list)
        wanted: set[int] = set()
        for start, end, kind, _, action in spans:
            if action == "replace":
                wanted.update(range(start, end))
                if kind in PERSON_TYPES:
                    self.mentions += 1
                    letters = {n for n in range(start, end) if text[n].isalnum()}
                    self.gone += letters <= changed
        for match in re.finditer(r"\w+", text):
            within = set(range(*match.span()))
            self.words += 1
            self.changed_wrongly += bool(within & changed) and not within & wanted


def measure(folder: Path) -> tuple[Published, Plan]:
    """Run all documents of `folder` as one review and hold the result against its gold."""
    documents = [open_document(p, DocumentId(p.name)) for p in sorted(folder.glob("*.docx"))]
    names = PseudonymMap(review="benchmark")
    plan = pipeline.decide(pipeline.scan(documents, names), names)
    changed: dict[SegmentId, set[int]] = defaultdict(set)
    for decided in plan.decisions:
        if not isinstance(decided.decision, Keep):
            span = decided.mention.span
            changed[decided.mention.segment_id].update(range(span.start, span.end))
    published = Published()
    for document in documents:
        gold = (folder / "gold" / f"{document.path.stem}.jsonl").read_text(encoding="utf-8")
        segments = [s for s in document.segments if s.kind not in NO_PARAGRAPHS]
        for segment, line in zip(segments, gold.splitlines(), strict=True):
            published.add(json.loads(line), changed[segment.id])
    return published, plan


def main() -> None:
    folders = [Path(argument) for argument in sys.argv[1:]]
    folders = folders or sorted(p.parent for p in (ROOT / "fixtures").glob("*/cast.yaml"))
    print(f"{'review':34} {'words':>7} {'people gone':>16} {'over':>7} {'questions':>9}")
    for folder in folders:
        found, plan = measure(folder)
        share = f"{found.gone}/{found.mentions} {found.gone / found.mentions:.1%}"
        over = found.changed_wrongly / found.words
        name = "/".join(folder.parts[-2:])
        print(f"{name:34} {found.words:7} {share:>16} {over:7.2%} {len(plan.questions):9}")


if __name__ == "__main__":
    main()
