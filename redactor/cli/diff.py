"""``redact diff A B``: what differs between two documents, word by word."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rich.console import Group
from rich.text import Text

from redactor.batch.inputs import open_inputs
from redactor.cli.places import place_in_file
from redactor.cli.terminal import out_console, page, plain, say, stdout_is_terminal
from redactor.diff.changes import Hunk, Piece, PieceKind, changes
from redactor.diff.terminal import BARS, render
from redactor.errors import UsageError
from redactor.model import Segment, SegmentKind

SCHEMA = 1


def diff(before: Path, after: Path, *, json_wanted: bool, show_names: bool, quiet: bool) -> None:
    """Show the paragraphs that differ between the documents at `before` and `after`."""
    old, new = _segments(before), _segments(after)
    hunks = changes([segment.text for segment in old], [segment.text for segment in new])
    if json_wanted:
        print(json.dumps(_as_json(hunks, masked=not show_names), indent=2))
    elif hunks and not quiet:
        _show(hunks, old, new, masked=not (show_names or stdout_is_terminal()))
    if not quiet:
        count = len(hunks)
        say(f"{count or 'No'} {'paragraph differs' if count == 1 else 'paragraphs differ'}.")


def _segments(path: Path) -> list[Segment]:
    """All text of the document at `path` that people read, as a copy for publication has it."""
    if path.is_dir():
        raise UsageError(f"{path}: is a folder; redact diff compares two documents.")
    (document,) = open_inputs([path]).documents
    return [segment for segment in document.segments if segment.kind is not SegmentKind.MARKUP]


def _show(hunks: list[Hunk], old: list[Segment], new: list[Segment], *, masked: bool) -> None:
    console = out_console()
    lines: list[Text] = []
    for hunk in hunks:
        segment = new[hunk.after or 0] if hunk.before is None else old[hunk.before]
        lines.append(Text(f"\n{place_in_file(segment)}", style="dim"))
        lines.append(render(hunk.pieces, masked=masked, marks=plain(console)))
    page(Group(*lines), console)


def _as_json(hunks: list[Hunk], *, masked: bool) -> dict[str, Any]:
    def described(piece: Piece) -> dict[str, str]:
        hidden = masked and piece.kind is PieceKind.REMOVED
        return {"kind": piece.kind.value, "text": BARS if hidden else piece.text}

    return {
        "schema": SCHEMA,
        "command": "diff",
        "changed": len(hunks),
        "hunks": [
            {
                "before": hunk.before,
                "after": hunk.after,
                "pieces": [described(piece) for piece in hunk.pieces],
            }
            for hunk in hunks
        ],
    }
