"""A map as a table that people read: the door of the export.

The table undoes the anonymisation just as the map does; who writes it to a file guards that file.
"""

from __future__ import annotations

from redactor.errors import MapError
from redactor.pseudonyms.exchange.aliases import aliases_cell
from redactor.pseudonyms.exchange.cells import as_cell, read_pseudonym
from redactor.pseudonyms.exchange.containers import Unusable
from redactor.pseudonyms.exchange.formats import TableFormat
from redactor.pseudonyms.exchange.naming import Names, read_names
from redactor.pseudonyms.exchange.rows import Choice, Row, rows_of
from redactor.pseudonyms.exchange.understanding import read_role
from redactor.pseudonyms.schema import PseudonymMap

HEADINGS = (
    "Real name",
    "Pseudonym",
    "Type",
    "Also known as",
    "Role",
    "Decision",
    "Reason",
    "Status",
)
NOTE = (
    "CONFIDENTIAL: this table says who is who and undoes the anonymisation of the review. "
    "Never send it along with an anonymised document."
)


def write_table(names: PseudonymMap, format: TableFormat) -> bytes:
    """`names` as a table that `read_table` reads back as the same map; the same bytes each time.

    A spreadsheet that opens the .csv takes 007 for 7, as it does with every .csv; the .xlsx says
    that all cells are text. Raises MapError for a text that a file of the format cannot hold.
    """
    lines = [HEADINGS, *map(_cells, rows_of(names))]
    try:
        if format is TableFormat.XLSX:
            from redactor.pseudonyms.exchange.workbooks import write_workbook

            return write_workbook(NOTE, lines)
        if format is TableFormat.DOCX:
            from redactor.pseudonyms.exchange.word_tables import write_word_table

            return write_word_table(NOTE, lines)
    except Unusable as error:
        raise MapError(None, str(error)) from None
    from redactor.pseudonyms.exchange.plain_text import write_plain_text

    return write_plain_text(lines)


def _cells(row: Row) -> tuple[str, ...]:
    """A row's texts below HEADINGS, in double quotes where they would be read otherwise."""
    of_person = row.type is None or row.type.is_person
    return (
        as_cell(row.real, _both_readings, [Names(row.real)] * 2),
        as_cell(row.pseudonym, read_pseudonym, (row.pseudonym, False)) if row.pseudonym else "",
        str(row.type or ""),
        aliases_cell(row.aliases, row.real, of_person=of_person),
        as_cell(row.role, lambda cell: read_role(cell, row.type), row.role) if row.role else "",
        str(row.decision),
        row.reason,
        "" if row.decision is Choice.UNDECIDED else str(row.status),
    )


def _both_readings(cell: str) -> list[Names]:
    """A name is not told by its own row whether it is a person's, so it must hold either way."""
    return [read_names(cell, of_person=True), read_names(cell, of_person=False)]
