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
    SECTIONS,
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

_IDENTITY = {"entities": "real", "keep": "text", "uncertain": "text"}

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
    sections = (getattr(names, section) for section in SECTIONS)
    return (names.review, *(sorted(str(values_of(m)) for m in models) for models in sections))


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
        for section in SECTIONS:
            models = getattr(names, section)
            if section in self._sections:
                yield from self._section(section, models)
            elif models:
                end = len(self._text.rstrip())
                yield end, end, f"\n{section}:{self._blocks(models, INDENT)}"

    def _section(self, section: str, models: Sequence[Strict]) -> Iterator[Change]:
        name, value = self._sections[section]
        wanted: dict[str, list[Strict]] = {}
        for model in models:
            wanted.setdefault(key(getattr(model, _IDENTITY[section])), []).append(model)
        kept, gone = [], []
        for item in value.value if isinstance(value, yaml.SequenceNode) else []:
            same = wanted.get(key(_fields(item)[_IDENTITY[section]].value))
            if same:
                kept.append(item)
                yield from self._entry(item, same.pop(0))
            else:
                gone.append(item)
        added = [model for models in wanted.values() for model in models]
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
        elif isinstance(value, str) or not isinstance(node, yaml.SequenceNode):
            if node.value.strip() != value:
                yield start, end, scalar(value)
        else:
            old = [item.value.strip() for item in node.value]
            if old and old == value[: len(old)]:
                _, end = self._place(node.value[-1])
                for new in value[len(old) :]:
                    yield self._item(node, end, new)
            elif old != value:
                yield start, end, scalar(value)

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


def _fields(item: yaml.MappingNode) -> dict[str, yaml.Node]:
    return {name.value: value for name, value in item.value}


def _is_flow(node: yaml.Node) -> bool:
    """True for a list in brackets."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)
