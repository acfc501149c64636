"""``redact map show``: what the map has, in pseudonyms unless real names are asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rich.table import Table
from rich.text import Text

from redactor.cli.map.changes import Target, map_of
from redactor.cli.terminal import out_console, say, stdout_is_terminal
from redactor.pseudonyms.schema import MapEntity, PseudonymMap, Recipient

SCHEMA = 1


def show(target: Target, *, names_wanted: bool, json_wanted: bool, show_names: bool) -> None:
    """List the map's entries on stdout. Raises UsageError without a map.

    Real names come with `names_wanted` on a terminal, and with `show_names` anywhere.
    """
    names = map_of(target).names
    shown = show_names or (names_wanted and stdout_is_terminal() and not json_wanted)
    if json_wanted:
        print(json.dumps(_as_json(names, shown=shown), indent=2))
    else:
        _print_table(names, shown=shown)
    if names_wanted and not shown and not target.quiet:
        say("Real names are shown on a terminal, or with --show-names.")


def _print_table(names: PseudonymMap, *, shown: bool) -> None:
    table = Table("Pseudonym", "Type", "Status", "Role")
    table.add_column("Names", justify="right")
    if shown:
        table.add_column("Real name")
        table.add_column("Other names")
    for entity in names.entities:
        cells = [entity.pseudonym, _type(entity), entity.status, entity.role]
        cells.append(str(len(entity.names)))
        if shown:
            cells += [entity.real, "; ".join(entity.aliases)]
        table.add_row(*map(Text, cells))
    console = out_console()
    console.print(table)
    for line in _lines(names, shown=shown):
        console.print(Text(line))


def _lines(names: PseudonymMap, *, shown: bool) -> Iterator[str]:
    """What the map has beside its entities, a line each."""
    kept, opened = ([entry.text for entry in part] for part in (names.keep, names.uncertain))
    for what, texts in (("Kept", kept), ("Open", opened)):
        if texts:
            yield f"{what}: {'; '.join(texts) if shown else len(texts)}"
    if names.retired:
        yield f"Retired: {'; '.join(names.retired)}"
    if names.recipients:
        yield f"Shared with: {'; '.join(map(_recipient, names.recipients))}"
    if names.policy:
        yield f"Policy: {names.policy}"
    if names.frozen:
        yield "The map is frozen."


def _as_json(names: PseudonymMap, *, shown: bool) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "command": "map show",
        "frozen": names.frozen,
        "policy": names.policy,
        "entities": [
            {
                "pseudonym": entity.pseudonym,
                "type": entity.type.value,
                "status": entity.status.value,
                "role": entity.role,
                "names": len(entity.names),
            }
            | ({"real": entity.real, "aliases": [*entity.aliases]} if shown else {})
            for entity in names.entities
        ],
        "kept": len(names.keep),
        "open": len(names.uncertain),
        "retired": [*names.retired],
        "recipients": [{"key": one.key, "name": one.name} for one in names.recipients],
    } | (_texts(names) if shown else {})


def _texts(names: PseudonymMap) -> dict[str, Any]:
    return {
        "kept_names": [{"text": entry.text, "reason": entry.reason} for entry in names.keep],
        "open_names": [
            {"text": entry.text, "placeholder": entry.placeholder} for entry in names.uncertain
        ],
    }


def _recipient(one: Recipient) -> str:
    """A name to know somebody by, who is nobody of the review; or the key, which is public."""
    return one.name or one.key


def _type(entity: MapEntity) -> str:
    return entity.type.value.replace("_", " ")
