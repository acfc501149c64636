"""The line of text that a paragraph becomes while its XML is read.

What an element does to the text goes by its local name, as most namespaces of Office have the
same ones. Rule: ECMA-376 Part 1, 17.3 (paragraphs and runs) and 17.13.5 (revisions).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cache

from redactor.checks.fold import fold

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_SPACED = ("http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg")
"""Namespaces in which a blank between two elements is text."""


class Kind(Enum):
    PARAGRAPH = auto()
    UNIT = auto()
    TEXT = auto()
    INSTRUCTION = auto()
    FIELD = auto()
    DELETION = auto()
    INSERTION = auto()
    MARK = auto()
    OBJECT = auto()
    APART = auto()
    PLAIN = auto()


MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_KINDS = {
    **dict.fromkeys(("t", "delText"), Kind.TEXT),
    **dict.fromkeys(("instrText", "delInstrText"), Kind.INSTRUCTION),
    "fldChar": Kind.FIELD,
    **dict.fromkeys(("del", "moveFrom"), Kind.DELETION),
    **dict.fromkeys(("ins", "moveTo"), Kind.INSERTION),
    **dict.fromkeys(MARKS, Kind.MARK),
    **dict.fromkeys(
        (
            "annotationRef commentReference contentPart drawing endnoteRef endnoteReference "
            "footnoteRef footnoteReference object pgNum pict sym img"
        ).split(),
        Kind.OBJECT,
    ),
    **dict.fromkeys(("Choice", "Fallback", "rt"), Kind.APART),
}
_UNITS = frozenset("p si is text title td th li div h1 h2 h3 h4 h5 h6 dt dd caption".split())


@cache
def kind_of_element(tag: str) -> tuple[Kind, bool]:
    """What an element does to the text, and whether blanks right inside it are text."""
    namespace, _, name = tag.rpartition("}")
    spaced = namespace in _SPACED or name in ("t", "delText")
    if namespace in _WORD and name == "p":
        return Kind.PARAGRAPH, False
    if namespace not in _WORD and name in _UNITS:
        return Kind.UNIT, spaced
    return _KINDS.get(name, Kind.PLAIN), spaced


@dataclass(slots=True)
class Line:
    """The text of one paragraph while it is being read; deleted and inserted pieces apart."""

    number: int
    pieces: list[tuple[str, Kind]] = field(default_factory=list, repr=False)
    instructions: list[str] = field(default_factory=list, repr=False)
    deletions: int = 0
    insertions: int = 0

    def add(self, text: str) -> None:
        state = (
            Kind.DELETION if self.deletions else Kind.INSERTION if self.insertions else Kind.PLAIN
        )
        self.pieces.append((text, state))

    def shown(self) -> str:
        return "".join(text for text, state in self.pieces if state is not Kind.DELETION)

    def before_deletion(self) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The folded text without what was inserted, and the stretches that were deleted."""
        deleted: list[tuple[int, int]] = []
        folded: list[str] = []
        length = 0
        for text, state in self.pieces:
            if state is not Kind.INSERTION:
                folded.append(fold(text))
                if state is Kind.DELETION:
                    deleted.append((length, length + len(folded[-1])))
                length += len(folded[-1])
        return "".join(folded), tuple(deleted)
