"""``redact map import`` and ``export``: the map as a table of names, in Excel, Word or as text."""

from __future__ import annotations

from pathlib import Path

from redactor.batch.delivery import Output, deliver
from redactor.cli.map.changes import Target, map_of
from redactor.cli.maps import choose_map
from redactor.cli.terminal import say
from redactor.errors import MapError, OutputExists, UsageError


def import_table(target: Target, table: Path) -> None:
    """Put what `table` says into the map, which is made if need be.

    What was assumed or left out goes to stderr. Raises UsageError, of which MapError is one, for
    a table that cannot be used or that contradicts the map; nothing is written then.
    """
    from redactor.pseudonyms.exchange.adding import added_to
    from redactor.pseudonyms.exchange.importing import map_of
    from redactor.pseudonyms.exchange.reading import read_table

    read = read_table(table)
    chosen = choose_map(Path(), target.review, target.map_file, quiet=target.quiet)
    try:
        imported = map_of(read.rows, chosen.names.review)
        imported = added_to(chosen.names, imported)
    except MapError as error:
        raise MapError(table, str(error)) from None
    names = imported.map
    chosen.save(names)
    if target.quiet:
        return
    for remark in (*read.remarks, *imported.remarks):
        say(f"{table}: {remark}")
    say(
        f"{chosen.path}: {len(names.entities)} replaced, {len(names.keep)} kept, "
        f"{len(names.uncertain)} undecided. Look through it before you run redact."
    )


def export_table(target: Target, table: Path, *, force: bool) -> None:
    """Write the map as a table, readable by its owner only.

    Raises OutputExists when `table` is there and `force` is not given, UsageError for a kind of
    file that no table is written to or without a map.
    """
    from redactor.pseudonyms.exchange.formats import format_of
    from redactor.pseudonyms.exchange.writing import write_table

    format = format_of(table)
    if table.suffix.lower() != format:
        raise UsageError(f"{table}: give it the suffix {format}, as which it is written.")
    if table.exists() and not force:
        raise OutputExists(table)
    chosen = map_of(target)
    deliver([Output(table, write_table(chosen.names, format), private=True)], lambda: None)
    if target.quiet:
        return
    say(
        f"{table}: written in plain text. It says who is who and undoes the anonymisation; keep "
        "it where only those who write the review can read it."
    )
