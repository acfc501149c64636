"""The text of a story as a reader sees it, with the places of marks in it.

Deleted text is not seen, nor are the variants that are there for older programs.
"""

from __future__ import annotations

from redactor.documents.docx.names import (
    COMPATIBILITY,
    DELETION,
    MATH,
    PARAGRAPH,
    WORD,
    Element,
    tags,
)
from redactor.documents.docx.text import content

_TEXT = tags(WORD, "t") | tags(MATH, "t")
_BREAKS = {
    tag: text
    for text, names in {
        "\t": ("tab", "ptab"),
        "\n": ("br", "cr"),
        "-": ("noBreakHyphen",),
    }.items()
    for tag in tags(WORD, *names)
}
_PROPERTIES = tags(WORD, "pPr", "rPr")
_DELETED = DELETION | tags(WORD, "moveFrom")
_ALTERNATIVES = tags(COMPATIBILITY, "AlternateContent")


class SeenText:
    """``marks`` are the elements of the tags asked for, each with its place in the text."""

    def __init__(self, root: Element, marks: frozenset[str] = frozenset()) -> None:
        self._pieces: list[str] = []
        self._wanted = marks
        self.marks: list[tuple[Element, int]] = []
        self._visit(root, is_seen=True)

    def all(self) -> str:
        """All of it, a line a paragraph."""
        return "".join(self._pieces).strip("\n")

    def between(self, start: int, end: int, most: int) -> str:
        """The text between the places of two marks, cut after `most` code points."""
        text = ""
        for place in range(start, end):
            text += self._pieces[place]
            if len(text) > most:
                text = f"{text[:most]}\u2026"
                break
        return text.strip("\n")

    def _visit(self, parent: Element, *, is_seen: bool) -> None:
        for element in parent:
            if element.tag in self._wanted:
                self.marks.append((element, len(self._pieces)))
            elif element.tag in _TEXT:
                if is_seen:
                    self._pieces.append(content(element))
            elif element.tag in _BREAKS:
                if is_seen:
                    self._pieces.append(_BREAKS[element.tag])
            elif element.tag in _PROPERTIES:
                continue
            elif element.tag in _ALTERNATIVES:
                self._visit_first(element, is_seen=is_seen)
            else:
                self._visit(element, is_seen=is_seen and element.tag not in _DELETED)
                if element.tag in PARAGRAPH:
                    self._pieces.append("\n")

    def _visit_first(self, alternatives: Element, *, is_seen: bool) -> None:
        if len(alternatives):
            self._visit(alternatives[0], is_seen=is_seen)
