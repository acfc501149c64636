"""From a map's YAML text to the map: every scalar is text, and whatever is odd is refused.

A person called No, Null or 007 must stay so; hence no scalar is ever taken for a truth value, a
number or a date. Anchors and aliases (by which a small file grows without end), tags, repeated
keys and deep nesting have no use in a map and are refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml
from pydantic import ValidationError

from redactor.errors import MapError
from redactor.model import EntityType
from redactor.pseudonyms.schema import PseudonymMap

DEEPEST = 8
_TYPES = ", ".join(type for type in EntityType if not type.is_identifier)
_SECTIONS = {
    "entities": "entity",
    "keep": "keep",
    "uncertain": "uncertain",
    "recipients": "recipient",
}


def parse_map(text: str) -> PseudonymMap:
    """The map that `text` is. Raises MapError with one sentence that quotes no real name."""
    root = parse_nodes(text)
    if not isinstance(root, yaml.MappingNode):
        raise MapError(None, "this is no pseudonym map; it begins with \u201creview: …\u201d.")
    content = _plain(root)
    try:
        return PseudonymMap.model_validate(content)
    except ValidationError as error:
        raise MapError(None, _sentence(error, root)) from None


def parse_nodes(text: str) -> yaml.Node | None:
    """The YAML nodes of `text` with their places, all scalars as text; None for no content."""
    try:
        _refuse_oddities(text)
        node: yaml.Node | None = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f" in line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise MapError(None, f"this is no valid YAML{where}.") from None
    except yaml.YAMLError:
        raise MapError(None, "this is no YAML text: it holds control characters.") from None
    return node


def _refuse_oddities(text: str) -> None:
    depth = documents = 0
    for event in yaml.parse(text, Loader=yaml.BaseLoader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1:
            raise MapError(None, f"line {line} begins a second document; a map is one.")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise MapError(
                None,
                f"line {line} uses a YAML anchor or alias (& or *), which a map may not; "
                "put names with such characters in quotes.",
            )
        if getattr(event, "tag", None) not in (None, "!"):
            raise MapError(None, f"line {line} uses a YAML tag (!), which a map may not.")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise MapError(None, f"line {line} is nested too deeply for a map.")


def _plain(node: yaml.Node) -> Any:
    """`node` as text, lists and dicts. A key without a value is as good as no key."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    content: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise MapError(None, f"line {key.start_mark.line + 1} has a key that is no word.")
        if key.value in content:
            raise MapError(None, f"line {key.start_mark.line + 1} repeats a key of its entry.")
        if not is_absent(value):
            content[key.value] = _plain(value)
    return content


def is_absent(node: yaml.Node) -> bool:
    """True for the value of a key with nothing after its colon."""
    return isinstance(node, yaml.ScalarNode) and not node.value and node.style is None


def _sentence(error: ValidationError, root: yaml.MappingNode) -> str:
    """The first fault as a sentence: where it stands and what to write instead."""
    first = error.errors(include_url=False, include_input=False, include_context=True)[0]
    path = first["loc"]
    where = f"line {_line(root, path)}, {_place(path)}"
    name = str(path[-1]) if path and isinstance(path[-1], str) else "entry"
    match first["type"]:
        case "missing":
            return f"{where}: \u201c{name}\u201d is missing."
        case "extra_forbidden":
            # A key is a person's own word: it could be a name that slipped out of its quotes.
            return f"{where}: there is a key that a map does not know."
        case "enum":
            allowed = _TYPES if name == "type" else "confirmed, proposed"
            return f"{where}: \u201c{name}\u201d must be one of {allowed}."
        case "tuple_type":
            return f"{where}: \u201c{name}\u201d must be a list, such as [one, another]."
        case "string_type":
            return f"{where}: \u201c{name}\u201d must be one text."
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"{where}: this must be an entry with its keys, such as \u201creal: …\u201d."
        case "value_error":
            return f"{where}: \u201c{name}\u201d {first['ctx']['error']}."
        case _:
            return f"{where}: \u201c{name}\u201d cannot be used."


def _place(path: Sequence[str | int]) -> str:
    """ "entity 3" for ``("entities", 2, "aliases")``."""
    if len(path) > 1 and isinstance(path[1], int):
        return f"{_SECTIONS.get(str(path[0]), str(path[0]))} {path[1] + 1}"
    return "top level"


def _line(node: yaml.Node, path: Sequence[str | int]) -> int:
    """The line, from 1, of the deepest node on `path` that exists."""
    for step in path:
        if isinstance(node, yaml.MappingNode):
            found = [(name, value) for name, value in node.value if name.value == step]
            if not found:
                break
            (name, value), *_ = found
            node = name if isinstance(value, yaml.ScalarNode) else value
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
        else:
            break
    return int(node.start_mark.line) + 1
