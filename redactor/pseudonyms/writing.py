"""From a map to its YAML text. ``editing.py`` does the same for a text that a person wrote."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from redactor.pseudonyms.schema import PseudonymMap, Strict

HEAD = """\
# KEEP THIS FILE SECRET. It says who is who and so undoes the anonymisation of the review.
# Never send it along with an anonymised document; delete it when the review needs it no more.
# You may edit it: docs/pseudonym-map.md tells how. "status: proposed" is the program's own idea.
"""
SETTINGS = ("policy", "frozen")
"""Top-level keys of one value, which follow the review's name."""
SECTIONS = ("entities", "keep", "uncertain", "recipients")
"""Top-level keys with a list of entries."""
RETIRED = "retired"
INDENT = 2

Value = str | bool | list[str]


def fresh_text(names: PseudonymMap) -> str:
    """The text of a map that no file holds yet. The same map gives the same text."""
    lines = [HEAD + f"review: {scalar(names.review)}"]
    settings = (name for name in SETTINGS if not is_default(names, name))
    lines += [f"{name}: {scalar(getattr(names, name))}" for name in settings]
    for section in SECTIONS:
        models: tuple[Strict, ...] = getattr(names, section)
        if models:
            lines += [f"{section}:", *(block_entry(entry_of(model), INDENT) for model in models)]
    if names.retired:
        lines.append(f"{RETIRED}: {scalar([*names.retired])}")
    return "\n".join(lines) + "\n"


def values_of(model: Strict) -> dict[str, Value]:
    """All keys and values of a map entry."""
    values = {name: getattr(model, name) for name in type(model).model_fields}
    return {n: [*v] if isinstance(v, tuple) else str(v) for n, v in values.items()}


def entry_of(model: Strict) -> dict[str, Value]:
    """The keys and values that a new entry is written with: its type, and what is no default."""
    return {
        name: value
        for name, value in values_of(model).items()
        if name == "type" or not is_default(model, name)
    }


def is_default(model: Strict, name: str) -> bool:
    """True when the value of `name` is what a reader assumes where the key is missing."""
    return bool(getattr(model, name) == type(model).model_fields[name].default)


def scalar(value: Value) -> str:
    """`value` in one line, in quotes where a YAML reader would take it for something else."""
    written: str = yaml.safe_dump(
        value if isinstance(value, list) else [value],
        default_flow_style=True,
        allow_unicode=True,
        width=2**31,
    ).strip()
    return written if isinstance(value, list) else written[1:-1]


def block_entry(entry: Mapping[str, Value], column: int) -> str:
    """A list item over several lines, its dash at `column`."""
    lines = [f"{name}: {scalar(value)}" for name, value in entry.items()]
    return " " * column + "- " + ("\n" + " " * (column + INDENT)).join(lines)


def flow_entry(entry: Mapping[str, Value]) -> str:
    """A list item in braces."""
    return "{" + ", ".join(f"{name}: {scalar(value)}" for name, value in entry.items()) + "}"
