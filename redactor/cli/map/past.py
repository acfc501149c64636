"""``redact map history``: who changed what and when, in pseudonyms; and an earlier map again."""

from __future__ import annotations

import json
from collections.abc import Iterator

from rich.table import Table
from rich.text import Text

from redactor.cli.chosen import ChosenMap
from redactor.cli.map.changes import Target, map_of
from redactor.cli.terminal import out_console, say
from redactor.pseudonyms.changing import brought_back
from redactor.pseudonyms.files import map_text
from redactor.pseudonyms.reading import parse_map
from redactor.vault.entries import Entry
from redactor.vault.history import History, log, version, versions

SCHEMA = 1


def history(target: Target, *, json_wanted: bool) -> None:
    """List the changes of the map, oldest first. Raises VaultError when no log of it opens."""
    chosen = map_of(target)
    found = log(chosen.path, chosen.keys)
    kept = frozenset(versions(chosen.path))
    if json_wanted:
        changes = [_as_json(one, kept) for one in found.entries]
        print(
            json.dumps({"schema": SCHEMA, "command": "map history", "changes": changes}, indent=2)
        )
    elif found.entries:
        out_console().print(_table(found, kept))
    if not target.quiet:
        for sentence in _remarks(found, chosen):
            say(sentence)


def bring_back(target: Target, number: int) -> None:
    """Make the version `number` the map again, as a change of its own: nothing is lost.

    Who may open the map stays as it is. Raises MapError for a frozen map, VaultError for a version
    that is not kept or does not open.
    """
    chosen = map_of(target)
    earlier = parse_map(map_text(version(chosen.path, number, chosen.keys)))
    chosen.save(brought_back(chosen.names, earlier))
    if not target.quiet:
        say(f"{chosen.path} is as it was after change {number}. The changes since are in history.")


def _table(found: History, kept: frozenset[int]) -> Table:
    table = Table("Number", "When", "Who", "What")
    for entry in found.entries:
        change = entry.change
        number = f"{entry.number}{'' if entry.number in kept else ' (not kept)'}"
        table.add_row(*map(Text, (number, change.when, change.who, "\n".join(change.changes))))
    return table


def _remarks(found: History, chosen: ChosenMap) -> Iterator[str]:
    present = None if chosen.stored is None else chosen.stored.kept.fingerprint
    if not found.entries:
        yield "No change is on record yet."
    elif found.entries[-1].fingerprint != present:
        yield "The map was changed since by another program; the next change will put that here."
    if found.closed:
        yield f"{found.closed} more parts of the history open with another key than yours."


def _as_json(entry: Entry, kept: frozenset[int]) -> dict[str, object]:
    return {
        "number": entry.number,
        "when": entry.change.when,
        "who": entry.change.who,
        "changes": list(entry.change.changes),
        "kept": entry.number in kept,
    }
