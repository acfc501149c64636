"""Where in the bytes of a part its elements stand.

lxml knows no byte offsets, expat does. Both number the elements of a document in the order of
their start tags, and so an element's number leads from one to the other.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from xml.parsers import expat

_TAG = re.compile(rb"""<[^\s/>"']+(?:[^"'>]|"[^"]*"|'[^']*')*>""")


@dataclass(frozen=True, slots=True)
class Place:
    """Byte offsets: of the element, half-open, and of what stands between its tags."""

    start: int
    content_start: int
    content_end: int
    end: int


def locate(utf8: bytes, wanted: Collection[int]) -> dict[int, Place]:
    """The places of the elements numbered in `wanted`, counting from 0 (the root)."""
    parser = expat.ParserCreate("utf-8")
    places: dict[int, Place] = {}
    open_elements: list[tuple[int, int]] = []
    count = 0

    def start_element(_name: str, _attributes: dict[str, str]) -> None:
        nonlocal count
        open_elements.append((count, parser.CurrentByteIndex))
        count += 1

    def end_element(_name: str) -> None:
        number, start = open_elements.pop()
        if number in wanted:
            places[number] = _place(utf8, start, parser.CurrentByteIndex)

    parser.StartElementHandler = start_element
    parser.EndElementHandler = end_element
    parser.Parse(utf8, True)
    return places


def _place(utf8: bytes, start: int, end_tag: int) -> Place:
    tag = _TAG.match(utf8, start)
    assert tag is not None  # expat says that an element starts here
    content_start = tag.end()
    if tag[0].endswith(b"/>"):
        return Place(start, content_start, content_start, content_start)
    return Place(start, content_start, end_tag, utf8.index(b">", end_tag) + 1)
