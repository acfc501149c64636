"""Remarks: one sentence each, by rows, without a real name."""

from __future__ import annotations

from collections.abc import Iterable

_MOST = 12


def listed(things: Iterable[str]) -> str:
    """ "row 3", "row 3 and row 5", "row 3, row 5 and row 8"; of very many the first."""
    shown = list(things)
    if len(shown) > _MOST:
        shown = [*shown[: _MOST - 1], f"{len(shown) - _MOST + 1} more"]
    return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


def told(what: str, where: Iterable[str]) -> str:
    """A remark: "Left out for want of a pseudonym: row 4 and row 7."."""
    return f"{what}: {listed(where)}."
