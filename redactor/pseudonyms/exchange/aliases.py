"""The list of other names in one cell, read and written."""

from __future__ import annotations

import re

from redactor.pseudonyms.exchange.cells import list_items, literal, one_line, quoted
from redactor.pseudonyms.exchange.naming import marked_alias
from redactor.pseudonyms.exchange.vocabulary import is_blank
from redactor.text.given_names import is_given_name

_BETWEEN_NAMES = re.compile(r"\s*,\s*|\s*/\s*|\s+or\s+|\s+and\s+")
_STROKE = re.compile(r"\s+/\s+")
_COMMA = re.compile(r"\s*,\s*")


def read_aliases(cell: str, real: str, *, of_person: bool) -> tuple[str, ...]:
    """The other names of `real` in `cell`: between semicolons or line ends, or else commas."""
    items = list(list_items(cell))
    between = _STROKE
    if len(items) == 1 and not _is_turned(items[0]):
        between = _BETWEEN_NAMES if of_person else _COMMA
    found: list[str] = []
    for part in (part for item in items for part in _divided(item, between)):
        text = literal(part)
        if text is not None:
            found.append(text)
        elif not is_blank(part):
            alias, _ = marked_alias(one_line(part).strip("\u201c\u201d\u2018\u2019'"), real)
            found += [alias] if alias not in found else []
    return tuple(found)


def aliases_cell(aliases: tuple[str, ...], real: str, *, of_person: bool) -> str:
    """The list that `read_aliases` reads back as `aliases`."""

    def read(cell: str) -> tuple[str, ...]:
        return read_aliases(cell, real, of_person=of_person)

    cell = "; ".join(alias if read(alias) == (alias,) else quoted(alias) for alias in aliases)
    return cell if read(cell) == aliases else "; ".join(map(quoted, aliases))


def _divided(item: str, between: re.Pattern[str]) -> list[str]:
    return [item] if literal(item) is not None or is_blank(item) else between.split(item)


def _is_turned(text: str) -> bool:
    """True for "Hargreaves, Danielle"; not for "Dani, Danni"."""
    before, *after = (part.strip() for part in text.split(","))
    return (
        len(after) == 1
        and len(before.split()) == 1
        and is_given_name(after[0])
        and not is_given_name(before)
    )
