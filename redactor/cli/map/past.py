"""``redact map history``: who changed what and when, in pseudonyms; and an earlier map again."""

from __future__ import annotations

import json
from pathlib import Path

from rich.table import Table
from rich.text import Text

from redactor.cli.map.changes import Target
from redactor.cli.maps import choose_map
from redactor.cli.terminal import out_console, say
from redactor.pseudonyms.files import map_text
from redactor.pseudonyms.reading import parse_map
from redactor.vault.entries import Entry
from redactor.vault.history import log, version, versions

SCHEMA = 1


def history(target: Target, *, json_wanted: bool) -> None:
    """List the changes of the map, oldest first. Raises VaultError when no log of it opens."""
    chosen = choose_map(Path(), target.review, target.map_file, must_exist=True)
    found = log(chosen.path, chosen.keys)
    kept = frozenset(versions(chosen.path))
    if json_wanted:
        changes = [_as_json(one, kept) for one in found.entries]
        print(
            json.dumps({"schema": SCHEMA, "command": "map history", "changes": changes}, indent=2)
        )
        return
    table = Table("Number", "When", "Who", "What")
    for entry in found.entries:
        change = entry.change
        number = f"{entry.number}{'' if entry.number in kept else ' (not kept)'}"
        table.add_row(*map(Text, (number, change.when, change.who, "\n".join(change.changes))))
    out_console().print(table)
    if found.closed and not target.quiet:
        say(f"{found.closed} more parts of the history open with another key than yours.")


def bring_back(target: Target, number: int) -> None:
    """Make the version `number` the map again, as a change of its own: nothing is lost."""
    chosen = choose_map(Path(), target.review, target.map_file, must_exist=True)
    content = version(chosen.path, number, chosen.keys)
    chosen.save(parse_map(map_text(content)))
    if not target.quiet:
        say(f"{chosen.path} is as it was after change {number}. The changes since are in history.")


def _as_json(entry: Entry, kept: frozenset[int]) -> dict[str, object]:
    return {
        "number": entry.number,
        "when": entry.change.when,
        "who": entry.change.who,
        "changes": list(entry.change.changes),
        "kept": entry.number in kept,
    }
