"""``redact scan PATH…``: what would be found, without writing a document."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.table import Table
from rich.text import Text

from redactor import api, pipeline
from redactor.batch.inputs import Inputs, open_inputs
from redactor.cli.commands import ScanFormat
from redactor.cli.maps import map_for_looking
from redactor.cli.places import file_number, place_in_run
from redactor.cli.records import SCORE_DIGITS, read_records, span_lines
from redactor.cli.terminal import out_console, say, stderr_is_terminal, stdout_is_terminal, working
from redactor.detection.setting import Setting
from redactor.diff.terminal import visible
from redactor.documents.base import Policy
from redactor.errors import ExitCode, UsageError
from redactor.model import EntityType, Mention, Segment, Verdict
from redactor.plan import Scan
from redactor.pseudonyms.schema import PseudonymMap

SCHEMA = 1
RECORDS = ".jsonl"


@dataclass(frozen=True, slots=True)
class Found:
    """A mention and its place, with what linking made of it: the type and verdict of its entity."""

    segment: Segment
    mention: Mention
    type: EntityType
    verdict: Verdict


def scan(
    paths: Sequence[Path],
    map_file: Path | None,
    format_: ScanFormat,
    policy: Policy,
    *,
    setting: Setting,
    show_names: bool,
    quiet: bool,
) -> ExitCode:
    """List the mentions in `paths` on stdout; records answer in their own lines."""
    names = map_for_looking(map_file, quiet=quiet)
    records = [path for path in paths if path.suffix.lower() == RECORDS]
    if records and len(records) < len(paths):
        raise UsageError("Scan .jsonl files and documents in two commands.")
    if records:
        return _scan_records(records, names, setting, quiet=quiet)
    inputs = open_inputs(paths, policy)
    with working(quiet=quiet) as progress:
        scanned = pipeline.scan(inputs.documents, names, progress, setting=setting)
    found = _in_reading_order(scanned)
    if format_ is ScanFormat.TABLE:
        _print_table(found, inputs, names=show_names or stdout_is_terminal())
    else:
        _print_json(found, inputs, lines=format_ is ScanFormat.JSONL, names=show_names)
    for refusal in inputs.refusals:
        say(refusal.sentence(names=show_names or stderr_is_terminal()))
    return ExitCode.REFUSED if inputs.refusals else ExitCode.OK


def _scan_records(
    paths: Sequence[Path], names: PseudonymMap, setting: Setting, *, quiet: bool
) -> ExitCode:
    # Every line is read before the first is answered: a bad one is refused with nothing written.
    records = [record for path in paths for record in read_records(path)]
    with working(quiet=quiet):
        found = api.scan([record.text for record in records], names, setting)
    for line in span_lines(records, found):
        print(line)
    return ExitCode.OK


def _in_reading_order(scanned: Scan) -> list[Found]:
    order = {segment.id: index for index, segment in enumerate(scanned.segments)}
    found = [
        Found(scanned.segments[order[mention.segment_id]], mention, entity.type, entity.verdict)
        for entity in scanned.entities
        for mention in entity.mentions
    ]
    return sorted(found, key=lambda one: (order[one.segment.id], one.mention.span))


def _print_json(found: Sequence[Found], inputs: Inputs, *, lines: bool, names: bool) -> None:
    described = [_as_json(one, inputs, names=names) for one in found]
    if not lines:
        print(json.dumps({"schema": SCHEMA, "command": "scan", "mentions": described}, indent=2))
        return
    for mention in described:
        print(json.dumps(mention))


def _as_json(one: Found, inputs: Inputs, *, names: bool) -> dict[str, Any]:
    described: dict[str, Any] = {
        "file": file_number(one.segment.document, inputs),
        "kind": one.segment.kind.value,
        "place": one.segment.id.rsplit("|", 1)[-1],
        "start": one.mention.span.start,
        "end": one.mention.span.end,
        "type": one.type.value,
        "score": round(one.mention.score, SCORE_DIGITS),
        "verdict": one.verdict.value,
    }
    return described | ({"text": one.mention.text} if names else {})


def _print_table(found: Sequence[Found], inputs: Inputs, *, names: bool) -> None:
    console = out_console()
    if not found:
        console.print(Text("Nothing identifying was found."))
        return
    table = Table("Type", "Verdict", "Where")
    table.add_column("Score", justify="right")
    if names:
        table.add_column("Words")
    for one in found:
        where = f"{place_in_run(one.segment, inputs)} {one.mention.span.start}"
        score = f"{one.mention.score:.2f}"
        cells = [one.type.replace("_", " "), one.verdict.value, where, score]
        table.add_row(*map(Text, [*cells, visible(one.mention.text)] if names else cells))
    console.print(table)
