"""The work of importing a table of names into a map, and of exporting one."""

from __future__ import annotations

from pathlib import Path

from redactor.cli.terminal import say
from redactor.errors import MapError, OutputExists, UsageError
from redactor.pseudonyms.files import load_map, save_map, write_beside_map


def import_table(table: Path, map_file: Path, review: str, *, quiet: bool = False) -> None:
    """Put what `table` says into the map at `map_file`, which is made for `review` if need be.

    What was assumed or left out goes to stderr. Raises UsageError, of which MapError is one, for
    a table that cannot be used or that contradicts the map; nothing is written then.
    """
    from redactor.pseudonyms.exchange.adding import added_to
    from redactor.pseudonyms.exchange.importing import map_of
    from redactor.pseudonyms.exchange.reading import read_table

    read = read_table(table)
    existing = load_map(map_file) if map_file.exists() else None
    try:
        imported = map_of(read.rows, existing.review if existing else review)
        if existing is not None:
            imported = added_to(existing, imported)
    except MapError as error:
        raise MapError(table, str(error)) from None
    save_map(imported.map, map_file)
    if not quiet:
        for remark in (*read.remarks, *imported.remarks):
            say(f"{table}: {remark}")
        names = imported.map
        say(
            f"{map_file}: {len(names.entities)} replaced, {len(names.keep)} kept, "
            f"{len(names.uncertain)} undecided. Look through it before you run redact."
        )


def export_table(map_file: Path, table: Path, *, force: bool = False) -> None:
    """Write the map at `map_file` as a table, readable by its owner only.

    Raises OutputExists when `table` is there and `force` is not given, UsageError for a kind of
    file that no table is written to, MapError when the map or the table cannot be used.
    """
    from redactor.pseudonyms.exchange.formats import format_of
    from redactor.pseudonyms.exchange.writing import write_table

    format = format_of(table)
    if table.suffix.lower() != format:
        raise UsageError(f"{table}: give it the suffix {format}, as which it is written.")
    if table.exists() and not force:
        raise OutputExists(table)
    write_beside_map(table, write_table(load_map(map_file), format))
    say(
        f"{table}: written in plain text. It says who is who and undoes the anonymisation; keep "
        "it where only those who write the review can read it."
    )
