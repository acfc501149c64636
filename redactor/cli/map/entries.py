"""``redact map add``, ``set``, ``rename``, ``remove``, ``keep``, ``freeze`` and ``unfreeze``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from redactor.cli.map.changes import Beside, Target, change, typed
from redactor.cli.terminal import say
from redactor.errors import UsageError
from redactor.pseudonyms import changing
from redactor.pseudonyms.changing import FIELDS
from redactor.pseudonyms.faults import keeping_reveals
from redactor.pseudonyms.lookup import entity_for
from redactor.pseudonyms.schema import PseudonymMap


def add(
    target: Target,
    real: str,
    pseudonym: str | None,
    type_: str,
    aliases: Sequence[str],
    role: str,
) -> None:
    """Add an entry for `real`, with `pseudonym` or a proposal."""
    real = typed(real, "Real name")
    others_called = [typed(alias, "Another name") for alias in aliases]
    change(
        target,
        lambda names, beside: changing.added(
            names,
            real,
            pseudonym,
            changing.type_called(type_),
            others_called,
            role,
            other_maps=beside.maps,
            policy=beside.policy,
        ),
    )


def set_fields(target: Target, who: str, values: Mapping[str, str | None]) -> None:
    """Give `who` the `values` that are not None. Raises UsageError when there is none."""
    wanted = {field: value for field, value in values.items() if value is not None}
    if not wanted:
        options = ", ".join(f"--{field}" for field in FIELDS)
        raise UsageError(f"Say what is to be set: {options}.")
    who = typed(who, "Who")
    if "real" in wanted:
        wanted["real"] = typed(wanted["real"], "Real name")

    def make(names: PseudonymMap, beside: Beside) -> PseudonymMap:
        real = entity_for(names, who).real
        for field, value in wanted.items():
            names = changing.with_field(names, real, field, value, other_maps=beside.maps)
        return names

    change(target, make)


def rename(target: Target, who: str, pseudonym: str, *, back: bool) -> None:
    """Give `who` another pseudonym."""
    who = typed(who, "Who")
    change(
        target,
        lambda names, beside: changing.renamed(
            names, who, pseudonym, back=back, other_maps=beside.maps
        ),
    )


def remove(target: Target, who: str) -> None:
    """Take the entry of `who` out of the map."""
    who = typed(who, "Who")
    change(target, lambda names, _: changing.removed(names, who))


def keep(target: Target, text: str, reason: str | None, *, remove: bool) -> None:
    """Keep the name `text`, or with `remove` keep it no longer."""
    if remove is (reason is not None):
        raise UsageError("Give --reason to keep a name, or --remove to keep it no longer.")
    text = typed(text, "Name to keep")
    if reason is None:
        change(target, lambda names, _: changing.unkept(names, text))
        return
    names = change(target, lambda names, _: changing.kept(names, text, reason))
    if not target.quiet and keeping_reveals(names, text):
        say("Note: a word of that name is part of a name that is replaced; it can be read now.")


def freeze(target: Target, *, frozen: bool) -> None:
    """Let the map only grow from now on, or let it be changed again."""
    make = changing.frozen if frozen else changing.unfrozen
    change(target, lambda names, _: make(names))
