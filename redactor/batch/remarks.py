"""The comments of the originals, as a table that a spreadsheet opens: confidential as they are."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from redactor.documents.base import Document

_COLUMNS = ("Document", "Number", "Author", "Date", "Answers", "Resolved", "About", "Comment")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def remarks_table(documents: Iterable[Document]) -> bytes:
    """All comments as CSV in UTF-8 with a mark, as Excel reads it, one a row."""
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(_COLUMNS)
    for document in documents:
        for remark in document.remarks:
            row = (
                document.id,
                str(remark.number),
                remark.author,
                remark.date,
                str(remark.reply_to or ""),
                "yes" if remark.resolved else "",
                remark.anchored,
                remark.text,
            )
            table.writerow([_inert(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _inert(cell: str) -> str:
    """A cell that a spreadsheet takes for text, whatever it begins with."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
