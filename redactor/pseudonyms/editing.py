"""Changes to a map's YAML text that leave alone whatever a person wrote in it.

The text is not written anew: the few values that changed are put in their places and new entries
after the last ones, so that comments, order, quotes and layout stay as they were. Places are
characters from the start of the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import yaml

from redactor.errors import MapError
from redactor.pseudonyms.reading import is_absent, parse_map, parse_nodes
from redactor.pseudonyms.schema import PseudonymMap, Strict
from redactor.pseudonyms.writing import (
    INDENT,
    RETIRED,
    SECTIONS,
    SETTINGS,
    Value,
    block_entry,
    entry_of,
    flow_entry,
    fresh_text,
    is_default,
    scalar,
    values_of,
)
from redactor.text.fold import key

_IDENTITY = {
    "entities": ("real", "pseudonym"),
    "keep": ("text",),
    "uncertain": ("text",),
    "recipients": ("key",),
}
"""By which values an entry of the text is known for one of the map, the surest first."""

Change = tuple[int, int, str]
"""Put the text in the place of the characters from start up to end."""


def edited_text(existing: str, names: PseudonymMap) -> str:
    """`existing` with the changes that make it the map `names`.

    Lines end with ``\\n``. The order of entries stays; new ones come last. Raises MapError when
    `existing` is no map itself.
    """
    if _content(parse_map(existing)) == _content(names):
        return existing
    root = parse_nodes(existing)
    if isinstance(root, yaml.MappingNode) and not root.flow_style:
        edited = _apply(existing, [*_MapEditor(existing, root).changes(names)])
        try:
            if _content(parse_map(edited)) == _content(names):
                return edited
        except MapError:
            pass
    # A layout into which the changes do not fit, such as a whole map in braces.
    return fresh_text(names)


def _content(names: PseudonymMap) -> tuple[object, ...]:
    """What two equal maps have in common, whatever the order of their entries."""
    settings = (getattr(names, name) for name in ("review", *SETTINGS))
    sections = (getattr(names, section) for section in SECTIONS)
    entries = (sorted(str(values_of(model)) for model in models) for models in sections)
    return (*settings, *entries, sorted(names.retired))


def _apply(text: str, changes: Sequence[Change]) -> str:
    # From the end backwards, so that the places still to be used stay true; the sort is stable,
    # and of several changes at one place the last is made first.
    in_order = sorted(changes, key=lambda change: change[:2])
    for start, end, new in reversed(in_order):
        text = text[:start] + new + text[end:]
    return text if text.endswith("\n") else text + "\n"


class _MapEditor:
    """Works out the changes for one text; `root` holds its nodes."""

    def __init__(self, text: str, root: yaml.MappingNode) -> None:
        self._text = text
        self._sections = {name.value: (name, value) for name, value in root.value}

    def changes(self, names: PseudonymMap) -> Iterator[Change]:
        _, review = self._sections["review"]
        yield from self._value(review, names.review)
        for name in SETTINGS:
            value: Value = getattr(names, name)
            if name in self._sections:
                yield from self._value(self._sections[name][1], value)
            elif value:
                end = self._line_end(self._place(review)[1])
                yield end, end, f"\n{name}: {scalar(value)}"
        for section in SECTIONS:
            if section in self._sections:
                yield from self._section(section, getattr(names, section))
        if RETIRED in self._sections:
            yield from self._value(self._sections[RETIRED][1], [*names.retired])
        # What is new comes after what is added to the last section.
        end = len(self._text.rstrip())
        for section in SECTIONS:
            models: tuple[Strict, ...] = getattr(names, section)
            if models and section not in self._sections:
                yield end, end, f"\n{section}:{self._blocks(models, INDENT)}"
        if names.retired and RETIRED not in self._sections:
            yield end, end, f"\n{RETIRED}: {scalar([*names.retired])}"

    def _section(self, section: str, models: Sequence[Strict]) -> Iterator[Change]:
        name, value = self._sections[section]
        items = value.value if isinstance(value, yaml.SequenceNode) else []
        same, added = _counterparts(items, models, _IDENTITY[section])
        kept = [item for item in items if item in same]
        gone = [item for item in items if item not in same]
        for item in kept:
            yield from self._entry(item, same[item])
        if not kept and (gone or added):
            yield from self._rewritten(name, value, added)
        elif gone and _is_flow(value):
            # Braces in brackets: what is left is copied as it stands.
            start, end = self._place(value)
            items = [self._text[slice(*self._place(item))] for item in kept]
            items += [flow_entry(entry_of(model)) for model in added]
            yield start, end, f"[{', '.join(items)}]"
        else:
            for item in gone:
                start, end = self._place(item)
                yield self._line_start(start), self._line_end(end) + 1, ""
            if added:
                yield self._after(value, kept[-1], added)

    def _after(self, value: yaml.Node, last: yaml.Node, added: Sequence[Strict]) -> Change:
        _, end = self._place(last)
        if _is_flow(value):
            return end, end, "".join(", " + flow_entry(entry_of(model)) for model in added)
        end = self._line_end(end)
        return end, end, self._blocks(added, value.start_mark.column)

    def _rewritten(
        self, name: yaml.Node, value: yaml.Node, added: Sequence[Strict]
    ) -> Iterator[Change]:
        """A section of which nothing stays: with `added` alone, or without its key."""
        start, end = self._place(value)
        if not added:
            yield self._line_start(name.start_mark.index), self._line_end(end) + 1, ""
        elif isinstance(value, yaml.SequenceNode) and not value.flow_style:
            yield self._line_start(start), self._line_end(end), self._blocks(added, INDENT)[1:]
        else:
            yield start, end, ""
            after = self._line_end(end)
            yield after, after, self._blocks(added, INDENT)

    def _entry(self, item: yaml.MappingNode, model: Strict) -> Iterator[Change]:
        fields, values = _fields(item), values_of(model)
        for name, value in values.items():
            if name in fields:
                yield from self._value(fields[name], value)
            elif not is_default(model, name):
                _, end = self._place(item)
                line = f"{name}: {scalar(value)}"
                if item.flow_style:
                    end = self._place(item.value[-1][1])[1]
                    yield end, end, ", " + line
                else:
                    end = self._line_end(end)
                    yield end, end, "\n" + " " * item.start_mark.column + line

    def _value(self, node: yaml.Node, value: Value) -> Iterator[Change]:
        """Nothing when the text says `value` already."""
        start, end = self._place(node)
        if is_absent(node):
            if value:
                yield start, end, " " + scalar(value)
        elif not isinstance(value, list) or not isinstance(node, yaml.SequenceNode):
            written = node.value.strip()
            if (written.lower() if isinstance(value, bool) else written) != _plain(value):
                yield start, end, scalar(value)
        else:
            yield from self._list(node, value)

    def _list(self, node: yaml.SequenceNode, value: list[str]) -> Iterator[Change]:
        old = [item.value.strip() for item in node.value]
        kept = [item for item in old if item in value]
        added = value[len(kept) :]
        start, end = self._place(node)
        if kept == value[: len(kept)] and kept and (kept == old or not node.flow_style):
            for item in node.value:
                if item.value.strip() not in value:
                    first, last = self._place(item)
                    yield self._line_start(first), self._line_end(last) + 1, ""
            last_kept = [item for item in node.value if item.value.strip() in value][-1]
            for new in added:
                yield self._item(node, self._place(last_kept)[1], new)
        elif old != value:
            # A list in brackets may not begin where its key does, as one with dashes may.
            yield start, end, scalar(value) if node.flow_style else " " * INDENT + scalar(value)

    def _item(self, node: yaml.SequenceNode, end: int, new: str) -> Change:
        # A list in brackets quotes what a list on lines need not, so its quoting serves both.
        written = scalar(new)
        if node.flow_style:
            return end, end, ", " + written
        end = self._line_end(end)
        return end, end, "\n" + " " * node.start_mark.column + "- " + written

    def _blocks(self, models: Sequence[Strict], column: int) -> str:
        return "".join("\n" + block_entry(entry_of(model), column) for model in models)

    def _place(self, node: yaml.Node) -> tuple[int, int]:
        """Where `node` stands. A block ends with its last value, not at the next word."""
        start, end = node.start_mark.index, node.end_mark.index
        if isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
            last = node.value[-1]
            _, end = self._place(last[1] if isinstance(last, tuple) else last)
        return start, start + len(self._text[start:end].rstrip())

    def _line_start(self, at: int) -> int:
        return self._text.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end


def _counterparts(
    items: Sequence[yaml.MappingNode], models: Sequence[Strict], identity: Sequence[str]
) -> tuple[dict[yaml.MappingNode, Strict], list[Strict]]:
    """What each of `items` becomes, if it stays, and those of `models` that are new."""
    same: dict[yaml.MappingNode, Strict] = {}
    new = [*models]
    for name in identity:
        wanted: dict[str, list[Strict]] = {}
        for model in new:
            wanted.setdefault(key(getattr(model, name)), []).append(model)
        for item in items:
            found = wanted.get(key(_fields(item)[name].value))
            if item not in same and found:
                same[item] = found.pop(0)
        new = [model for models in wanted.values() for model in models]
    return same, new


def _plain(value: Value) -> object:
    return str(value).lower() if isinstance(value, bool) else value


def _fields(item: yaml.MappingNode) -> dict[str, yaml.Node]:
    return {name.value: value for name, value in item.value}


def _is_flow(node: yaml.Node) -> bool:
    """True for a list in brackets."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)
