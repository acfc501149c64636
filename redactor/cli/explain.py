"""``redact explain FILE "WORDS"``: why words were taken for a name, or were not."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.text import Text

from redactor import pipeline
from redactor.batch.inputs import open_inputs
from redactor.cli.map.changes import typed
from redactor.cli.maps import map_for_looking
from redactor.cli.places import place_in_run
from redactor.cli.terminal import out_console, say, stderr_is_terminal, stdout_is_terminal, working
from redactor.diff.terminal import visible
from redactor.documents.base import Policy
from redactor.errors import ExitCode
from redactor.model import SegmentId, Verdict

if TYPE_CHECKING:
    from redactor.detection.explain import Explanation, Weighed

SCHEMA = 1
SHOWN = 5
"""Places that are explained; the others are counted."""
LEAST = 0.05
"""Log-odds below which a reason is not worth a line."""
_SAID = {Verdict.REPLACE: "replaced", Verdict.ASK: "asked about", Verdict.KEEP: "stays"}


def explain(
    path: Path,
    asked: str,
    map_file: Path | None,
    policy: Policy,
    *,
    json_wanted: bool,
    show_names: bool,
    quiet: bool,
) -> ExitCode:
    """Explain every place of `asked` in `path`; the words around it are shown on a terminal.

    For "-" a line of stdin is read: words on a command line stay in the shell's history.
    """
    asked = typed(asked, "Words")
    names = map_for_looking(map_file, quiet=quiet)
    inputs = open_inputs([path], policy)
    with working(quiet=quiet):
        found = pipeline.explain(inputs.documents, names, asked)
    places = {
        segment.id: place_in_run(segment, inputs)
        for document in inputs.documents
        for segment in document.segments
    }
    shown = show_names or stdout_is_terminal()
    if json_wanted:
        described = [_as_json(one, places, names=show_names) for one in found]
        print(json.dumps({"schema": SCHEMA, "command": "explain", "places": described}, indent=2))
    elif not found:
        out_console().print(Text("These words do not stand in the document."))
    else:
        _print(found, places, names=shown)
    for refusal in inputs.refusals:
        say(refusal.sentence(names=show_names or stderr_is_terminal()))
    return ExitCode.REFUSED if inputs.refusals else ExitCode.OK


def _place(identity: SegmentId, places: dict[SegmentId, str]) -> str:
    return places.get(identity, "file name")


def _print(found: Sequence[Explanation], places: dict[SegmentId, str], *, names: bool) -> None:
    console = out_console()
    for one in found[:SHOWN]:
        console.print(Text(f"{_place(one.segment_id, places)}, {one.span.start}", style="bold"))
        if names:
            console.print(Text(visible(f"  …{one.before}[{one.text}]{one.after}…")))
        for line in _lines(one, names=names):
            console.print(Text(f"  {line}"))
    if len(found) > SHOWN:
        console.print(Text(f"… and {len(found) - SHOWN} more places."))


def _lines(one: Explanation, *, names: bool) -> list[str]:
    lines = [f"Decided: {_SAID[verdict]} as {kind}" for _, kind, verdict in one.decided]
    lines = lines or ["Decided: left alone"]
    lines += [f"Found by {f.source}: {f.entity}, {f.score:.2f}" for f in one.found]
    for number, slow in enumerate(one.slow, start=1):
        if slow is None:
            lines.append(f"Lantern was not asked about word {number} here (read elsewhere)")
        else:
            lines.append(
                f"Lantern, word {number}: a person {slow.person:.2f}, a place {slow.place:.2f}, "
                f"a body {slow.body:.2f}"
            )
    lines += [f"Not looked at: {term}" for term in one.terms]
    for weighed in one.weighed:
        lines += _weighed_lines(weighed, names=names)
    return lines


def _weighed_lines(weighed: Weighed, *, names: bool) -> list[str]:
    what = f"“{visible(weighed.text)}” as a {weighed.kind}" if names else f"As a {weighed.kind}"
    asked, replaced = f"{weighed.ask:.2f}", f"{weighed.replace:.2f}"
    limits = f"asked about from {asked}, replaced from {replaced}"
    lines = [f"{what}: probability {weighed.probability:.2f} ({limits})"]
    lines += [f"    {one.source} {one.score:.2f}: {one.reason}" for one in weighed.evidence]
    lines += [
        f"    {part.log_odds:+6.2f}  {part.feature}"
        + (f" = {part.value:.2f}" if part.value != 1 else "")
        for part in weighed.contributions
        if abs(part.log_odds) >= LEAST
    ]
    return lines


def _as_json(one: Explanation, places: dict[SegmentId, str], *, names: bool) -> dict[str, Any]:
    described: dict[str, Any] = {
        "place": _place(one.segment_id, places),
        "start": one.span.start,
        "end": one.span.end,
        "decided": [
            {"start": span.start, "end": span.end, "type": kind.value, "verdict": verdict.value}
            for span, kind, verdict in one.decided
        ],
        "found": [
            {"source": f.source, "entity": f.entity, "score": round(f.score, 4)} for f in one.found
        ],
        "lantern": [
            None
            if slow is None
            else {
                "person": round(slow.person, 4),
                "place": round(slow.place, 4),
                "body": round(slow.body, 4),
            }
            for slow in one.slow
        ],
        "not_looked_at": list(one.terms),
        "weighed": [_weighed_as_json(weighed) for weighed in one.weighed],
    }
    return described | ({"text": one.text} if names else {})


def _weighed_as_json(weighed: Weighed) -> dict[str, Any]:
    return {
        "kind": weighed.kind,
        "start": weighed.span.start,
        "end": weighed.span.end,
        "probability": round(weighed.probability, 4),
        "verdict": weighed.verdict.value if weighed.verdict else "leave",
        "ask_from": weighed.ask,
        "replace_from": weighed.replace,
        "evidence": [
            {"source": one.source, "score": round(one.score, 4), "reason": one.reason}
            for one in weighed.evidence
        ],
        "log_odds": {part.feature: round(part.log_odds, 4) for part in weighed.contributions},
    }
