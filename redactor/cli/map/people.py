"""``redact map merge``, ``split`` and ``alias``: which names are one person's."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.cli.map.changes import Target, change, typed
from redactor.pseudonyms import regrouping


def merge(target: Target, one: str, other: str) -> None:
    """Make the names of `other` names of `one`, whose pseudonym stays."""
    one, other = typed(one, "Who"), typed(other, "Who is the same")
    change(target, lambda names, _: regrouping.merged(names, one, other))


def split(target: Target, who: str, leaving: Sequence[str], pseudonym: str | None) -> None:
    """Make the names `leaving` of `who` an entry of their own."""
    who = typed(who, "Who")
    texts = [typed(name, "Name of somebody else") for name in leaving]
    change(
        target,
        lambda names, beside: regrouping.split(
            names, who, texts, pseudonym, other_maps=beside.maps, policy=beside.policy
        ),
    )


def alias(target: Target, who: str, name: str, *, remove: bool) -> None:
    """Give `who` another name too, or with `remove` take it away."""
    who, name = typed(who, "Who"), typed(name, "Other name")
    make = regrouping.unaliased if remove else regrouping.aliased
    change(target, lambda names, _: make(names, who, name))
