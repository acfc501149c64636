"""The vocabulary of WordprocessingML, in both its namespaces.

Transitional is what Word writes, strict what it can write; the local names are the same.
Rule: ECMA-376 Part 1, 17 and Part 4.
"""

from __future__ import annotations

from functools import cache
from typing import NewType, TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

PartName = NewType("PartName", str)
"""A part of the package as its relationships call it: ``/word/document.xml``."""

WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
COMPATIBILITY = ("http://schemas.openxmlformats.org/markup-compatibility/2006",)


@cache
def tags(namespaces: tuple[str, ...], *names: str) -> frozenset[str]:
    """The names as lxml spells them, in each of the namespaces."""
    return frozenset(f"{{{space}}}{name}" for space in namespaces for name in names)


PARAGRAPH = tags(WORD, "p")
TABLE = tags(WORD, "tbl")
ROW = tags(WORD, "tr")
CELL = tags(WORD, "tc")
TEXT_BOX = tags(WORD, "txbxContent")
DELETION = tags(WORD, "del")


def child(element: Element, name: str) -> Element | None:
    """The first child with this name of WordprocessingML, if there is one."""
    wanted = tags(WORD, name)
    return next((found for found in element if found.tag in wanted), None)


def value(element: Element | None, name: str = "val") -> str | None:
    """An attribute of WordprocessingML; None without it, or without the element."""
    if element is None:
        return None
    return next((got for key in tags(WORD, name) if (got := element.get(key)) is not None), None)


def number(element: Element | None, default: int) -> int:
    """The ``w:val`` of `element` as a count of 0 to 9999; `default` where it is none."""
    text = value(element) or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else default
