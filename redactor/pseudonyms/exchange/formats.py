"""The kinds of file that a table of pseudonyms can be."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from redactor.errors import UsageError


class TableFormat(StrEnum):
    """The values are the suffixes of the files."""

    XLSX = ".xlsx"
    CSV = ".csv"
    DOCX = ".docx"


_TEXT = frozenset({".csv", ".tsv", ".txt"})
_OTHERS = {
    ".xls": ".xlsx",
    ".xlsm": ".xlsx",
    ".xlsb": ".xlsx",
    ".xltx": ".xlsx",
    ".ods": ".xlsx",
    ".numbers": ".xlsx",
    ".doc": ".docx",
    ".docm": ".docx",
    ".dotx": ".docx",
    ".rtf": ".docx",
    ".odt": ".docx",
    ".pages": ".docx",
}


def format_of(path: Path) -> TableFormat:
    """The format of `path` by its suffix. Raises UsageError for another kind of file."""
    suffix = path.suffix.lower()
    if suffix in _TEXT:
        return TableFormat.CSV
    try:
        return TableFormat(suffix)
    except ValueError:
        pass
    better = _OTHERS.get(suffix)
    advice = f"save it as {better} and try again" if better else "give one of these"
    raise UsageError(f"{path}: tables of names are .xlsx, .csv or .docx files; {advice}.")
