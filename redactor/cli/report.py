"""What a run tells of itself: a JSON object, or a table, a list and a diff; then words on stderr.

Only the diff and the list show words of the document, and only on a terminal or on request.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from redactor import pipeline
from redactor.batch.inputs import Inputs
from redactor.checks.report import PICTURE
from redactor.cli.chosen import ChosenMap
from redactor.cli.kept_people import kept_as_json, kept_table
from redactor.cli.places import file_number, listed, place_in_file, place_in_run, place_of_part
from redactor.cli.terminal import (
    out_console,
    page,
    plain,
    say,
    stderr_is_terminal,
    stdout_is_terminal,
)
from redactor.diff.changes import word_changes
from redactor.diff.terminal import render, visible
from redactor.errors import ExitCode
from redactor.model import Ask, DocumentId, Dropped, Finding, segments_by_id
from redactor.plan import Finished, Plan, Question
from redactor.review.session import open_by_type
from redactor.review.words import groups_of

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Report:
    """A run that has delivered: ``paths``, in ``folder``, are where ``finished`` went."""

    plan: Plan
    finished: tuple[Finished, ...]
    paths: tuple[Path, ...]
    folder: Path
    inputs: Inputs
    findings: tuple[Finding, ...] = ()
    map_only: bool = False

    @property
    def exit_code(self) -> ExitCode:
        if self.inputs.refusals:
            return ExitCode.REFUSED
        undecided = self.plan.questions or self._undecided_documents()
        return ExitCode.UNDECIDED if undecided else ExitCode.OK

    def _undecided_documents(self) -> frozenset[DocumentId]:
        documents = {segment.id: segment.document for segment in self.plan.scan.segments}
        return frozenset(
            documents[decided.mention.segment_id]
            for decided in self.plan.decisions
            if isinstance(decided.decision, Ask)
        ) | frozenset(
            documents[occurrence.segment_id]
            for question in self.plan.questions
            for occurrence in question.occurrences
        )

    def output_names(self) -> list[str]:
        """The neutral names of the results, without the folder: a person may have named that."""
        return [path.relative_to(self.folder).as_posix() for path in self.paths]

    def exit_code_of(self, finished: Finished) -> ExitCode:
        undecided = finished.document.id in self._undecided_documents()
        return ExitCode.UNDECIDED if undecided else ExitCode.OK

    def dropped(self) -> list[Dropped]:
        """What the copies go without, all documents together."""
        counts: Counter[str] = Counter()
        for finished in self.finished:
            counts.update({one.what: one.count for one in finished.document.dropped})
        return [Dropped(what, count) for what, count in sorted(counts.items())]

    def pictures(self) -> list[str]:
        """Where pictures are, by the number of the file and the part."""
        return [
            place_of_part(finished.document.id, part, self.inputs)
            for finished in self.finished
            for part in finished.document.pictures
        ]

    def places(self, question: Question) -> list[str]:
        """Where a question's words stand, without any of them."""
        segments = segments_by_id(self.plan.scan.segments)
        return [place_in_run(segments[o.segment_id], self.inputs) for o in question.occurrences]


def print_json(report: Report, *, show_names: bool) -> None:
    """One JSON object on stdout; input names and words only with `show_names`."""
    print(json.dumps(as_json(report, show_names=show_names), indent=2))


def as_json(report: Report, *, show_names: bool) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "command": "run",
        "exit_code": int(report.exit_code),
        "map_only": report.map_only,
        "files": sorted(_files(report, show_names=show_names), key=lambda file: file["index"]),
        "counts": [
            {
                "type": row.type.value,
                "mentions": row.mentions,
                "replaced": row.replaced,
                "uncertain": row.uncertain,
                "kept": row.kept,
            }
            for row in pipeline.count(report.plan)
        ],
        "questions": {
            "open": len(report.plan.questions),
            "by_type": {t.value: n for t, n in open_by_type(report.plan.questions).items()},
        },
        "uncertain": [
            {
                "placeholder": question.placeholder,
                "type": question.type.value,
                "count": len(question.occurrences),
                "places": report.places(question),
            }
            | ({"text": question.name} if show_names else {})
            for question in report.plan.questions
        ],
        "gendered_words": len(groups_of(report.plan.words)),
        "kept_in_narrative": kept_as_json(report.plan.scan, report.inputs, show_names=show_names),
        "dropped": [{"what": dropped.what, "count": dropped.count} for dropped in report.dropped()],
        "pictures": sum(len(finished.document.pictures) for finished in report.finished),
        "findings": [
            {"rule": finding.rule, "severity": finding.severity.value, "place": finding.place}
            for finding in report.findings
        ],
    }


def _files(report: Report, *, show_names: bool) -> Iterator[dict[str, Any]]:
    """Every file found, by its number: an input's own name may tell too much."""
    outputs = map(str, report.paths) if show_names else report.output_names()
    for finished, output in zip(report.finished, outputs, strict=True):
        yield {
            "index": file_number(finished.document.id, report.inputs),
            "output": output,
            "exit_code": int(report.exit_code_of(finished)),
            "changed_paragraphs": len(finished.changes),
        } | ({"input": str(finished.document.path)} if show_names else {})
    for refusal in report.inputs.refusals:
        yield {
            "index": refusal.index,
            "output": None,
            "exit_code": int(ExitCode.REFUSED),
        } | ({"error": str(refusal.error)} if show_names else {})


def print_summary(report: Report, *, show_names: bool) -> None:
    """The summary table, what is uncertain, and the diff where names may be shown."""
    console = out_console()
    names = show_names or stdout_is_terminal()
    console.print(_counts(report))
    if report.plan.questions:
        console.print(_uncertain(report, names=names))
    if (kept := kept_table(report.plan.scan, report.inputs, names=names)) is not None:
        console.print(kept)
    if dropped := report.dropped():
        console.print(_dropped(dropped))
    if pictures := report.pictures():
        console.print(Text(f"Pictures that nobody has read: {listed(pictures)}"))
    for finding in report.findings:
        if finding.rule == PICTURE:  # they are listed already
            continue
        console.print(Text(f"{finding.severity}: {finding.rule} at {finding.place}"))
    if names and any(finished.changes for finished in report.finished):
        page(Group(*_diff(report, console)), console)


def _counts(report: Report) -> RenderableType:
    rows = pipeline.count(report.plan)
    if not rows:
        return Text("Nothing identifying was found.")
    table = Table("Type", title="Summary", title_justify="left")
    for heading in ("Mentions", "Replaced", "Uncertain", "Kept"):
        table.add_column(heading, justify="right")
    for row in rows:
        numbers = (row.mentions, row.replaced, row.uncertain, row.kept)
        table.add_row(row.type.replace("_", " "), *map(str, numbers))
    return table


def _dropped(dropped: Sequence[Dropped]) -> Table:
    table = Table("What", title="Left out of the copy", title_justify="left")
    table.add_column("Number", justify="right")
    for one in dropped:
        table.add_row(Text(one.what), str(one.count))
    return table


def _uncertain(report: Report, *, names: bool) -> Table:
    masked = not report.map_only
    title = "Uncertain, masked in the output" if masked else "Not in the map, left as it is"
    table = Table("Type", title=title, title_justify="left")
    table.add_column("Times", justify="right")
    table.add_column("Where")
    if masked:
        table.add_column("Placeholder")
    if names:
        table.add_column("Words")
    for question in report.plan.questions:
        places = report.places(question)
        cells = [question.type.replace("_", " "), str(len(places)), listed(places)]
        if masked:
            cells.append(question.placeholder)
        if names:
            cells.append(visible(question.name))
        table.add_row(*map(Text, cells))
    return table


def _diff(report: Report, console: Console) -> Iterator[RenderableType]:
    for finished, name in zip(report.finished, report.output_names(), strict=True):
        if not finished.changes:
            continue
        yield Text(f"\n{visible(name)}", style="bold")
        for changed in finished.changes:
            yield Text(f"\n{place_in_file(changed.segment)}", style="dim")
            pieces = word_changes(changed.segment.text, changed.after)
            yield render(pieces, masked=False, marks=plain(console))


def say_what_next(report: Report, chosen: ChosenMap, *, show_names: bool, quiet: bool) -> None:
    """Words on stderr: what could not be read (always), where things are, what to do."""
    names = show_names or stderr_is_terminal()
    for refusal in report.inputs.refusals:
        say(refusal.sentence(names=names))
    if quiet:
        return
    for path in report.paths if names else report.output_names():
        say(f"Written: {path}")
    if not report.map_only and (names or chosen.named):
        say(f"Map:     {chosen.path}")
    if report.plan.words:
        number = len(groups_of(report.plan.words))
        say(f"{number} places may tell a child's sex: redact review proposes neutral words.")
    open_questions = len(report.plan.questions)
    if open_questions and report.map_only:
        say(f"{open_questions} found that the map does not name; they were left as they are.")
    elif open_questions:
        say(f"{open_questions} masked until somebody decides: redact review, or edit the map.")
