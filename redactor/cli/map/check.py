"""``redact map check``: pseudonyms that cannot serve, in this map and beside the others.

A map whose entries contradict each other is refused where it is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from redactor.cli.map.changes import Target, faults_of, map_of, notes_of
from redactor.cli.maps import other_maps
from redactor.cli.terminal import say
from redactor.errors import ExitCode
from redactor.pseudonyms.faults import keeping_reveals
from redactor.pseudonyms.schema import PseudonymMap, Status

SCHEMA = 1


def check(target: Target, *, json_wanted: bool) -> ExitCode:
    """Say what speaks against the map. Raises MapError when it contradicts itself."""
    chosen = map_of(target)
    others = other_maps(chosen)
    faults = faults_of(chosen.names, others)
    notes = [note for one in chosen.names.entities for note in notes_of(one)]
    notes += _more_notes(chosen.names)
    if json_wanted:
        report = {
            "schema": SCHEMA,
            "command": "map check",
            "other_maps": len(others),
            "faults": faults,
            "notes": notes,
        }
        print(json.dumps(report, indent=2, ensure_ascii=False))
    elif not target.quiet:
        for sentence in (*faults, *(f"Note: {note}" for note in notes)):
            print(sentence)
    if not target.quiet:
        say(_verdict(len(faults), len(others)))
    return ExitCode.UNDECIDED if faults else ExitCode.OK


def _more_notes(names: PseudonymMap) -> Iterator[str]:
    telling = sum(keeping_reveals(names, entry.text) for entry in names.keep)
    if telling:
        yield (
            f"{telling} of the kept names {'has' if telling == 1 else 'have'} a word of a name "
            "that is replaced."
        )
    proposed = sum(entity.status is Status.PROPOSED for entity in names.entities)
    if proposed:
        yield f"{proposed} of {len(names.entities)} pseudonyms only proposed so far."
    if names.uncertain:
        yield f"{len(names.uncertain)} still open."


def _verdict(faults: int, others: int) -> str:
    compared = {0: "no other map", 1: "one other map"}.get(others, f"{others} other maps")
    found = f"{faults} to change" if faults else "Nothing speaks against the map"
    return f"{found}; {compared} of the folder compared."
