"""Which paragraphs are headings, by their style or their outline level.

Rule: ECMA-376 Part 1, 17.7.4 (styles), 17.3.1.20 (outlineLvl; 9 is body text).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from redactor.documents.docx.names import WORD, Element, child, number, tags, value

_HEADING_NAME = re.compile(r"heading [1-9]|title", re.IGNORECASE)
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Styles:
    """``headings`` says of each paragraph style, by its id, whether it makes a heading."""

    headings: Mapping[str, bool]
    default: str = ""

    def is_heading(self, paragraph: Element) -> bool:
        properties = child(paragraph, "pPr")
        if properties is None:
            return self.headings.get(self.default, False)
        level = child(properties, "outlineLvl")
        if level is not None:
            return number(level, _BODY_LEVEL) < _BODY_LEVEL
        return self.headings.get(value(child(properties, "pStyle")) or self.default, False)


def read_styles(root: Element | None) -> Styles:
    """The styles of a styles part; without one, no paragraph is a heading by its style."""
    if root is None:
        return Styles({})
    styles = {
        value(style, "styleId") or "": style
        for style in root.iter(*tags(WORD, "style"))
        if value(style, "type") in {None, "paragraph"}
    }
    default = next(
        (key for key, style in styles.items() if value(style, "default") in {"1", "true", "on"}), ""
    )
    return Styles({key: _is_heading(key, styles) for key in styles}, default)


def _is_heading(key: str, styles: Mapping[str, Element]) -> bool:
    """What the style says of itself, or else the nearest one it is based on."""
    seen: set[str] = set()
    while key in styles and key not in seen:
        seen.add(key)
        style = styles[key]
        if _HEADING_NAME.fullmatch(value(child(style, "name")) or ""):
            return True
        properties = child(style, "pPr")
        level = child(properties, "outlineLvl") if properties is not None else None
        if level is not None:
            return number(level, _BODY_LEVEL) < _BODY_LEVEL
        key = value(child(style, "basedOn")) or ""
    return False
