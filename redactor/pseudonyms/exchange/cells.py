"""Text in one cell of a table: what is there to the letter, words, and lists.

A cell in straight double quotes is taken as it stands, with ``""`` for a quote in it. The export
writes so what would be read otherwise; whatever it writes is read back to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeVar

from redactor.pseudonyms.exchange.vocabulary import is_blank, says

Reading = TypeVar("Reading")

_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_SMART_QUOTED = re.compile(r"\u201c([^\u201c\u201d]+)\u201d|\u2018([^\u2018\u2019]+)\u2019")
_LINE_ENDS = ";\n\r\v\f"


def literal(cell: str) -> str | None:
    """The text of a cell in double quotes, None for any other cell."""
    match = _QUOTED.fullmatch(cell.strip())
    return match[1].replace('""', '"') if match else None


def quoted(text: str) -> str:
    """`text` as a cell that is read back to the letter."""
    return '"' + text.replace('"', '""') + '"'


def as_cell(text: str, read: Callable[[str], Reading], wanted: Reading) -> str:
    """`text`, in double quotes unless `read` makes `wanted` of it as it stands."""
    return text if read(text) == wanted else quoted(text)


def one_line(text: str) -> str:
    """`text` with each run of blanks and line ends as one blank."""
    return " ".join(text.split())


def read_pseudonym(cell: str) -> tuple[str, bool]:
    """The pseudonym in `cell`, "" for none; and whether its words say that the name stays."""
    text = literal(cell)
    if text is not None:
        return text, False
    line = one_line(cell)
    if match := _SMART_QUOTED.fullmatch(line):
        line = (match[1] or match[2]).strip()
    if is_blank(line):
        return "", False
    return ("", True) if says("keep", line) else (line, False)


def list_items(cell: str) -> Iterator[str]:
    """The parts of a list between semicolons and line ends; double quotes hold theirs together."""
    item = ""
    is_quoted = False
    for char in cell:
        if char == '"' and (is_quoted or not item.strip() or item.startswith('"')):
            is_quoted = not is_quoted
        if char in _LINE_ENDS and not is_quoted:
            yield item.strip()
            item = ""
        else:
            item = (item + char).lstrip()
    yield item.strip()
