"""Complex fields as Word nests them: which marks, codes and contents belong to which.

A field begins, separates its instruction from its result, and ends with a mark each, anywhere in
a story; between them stand runs, paragraphs, links, controls and other fields. A text box, a note
and a comment are stories of their own. Rule: ECMA-376 Part 1, 17.16.18 (fldChar).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from redactor.documents.docx.names import MATH, TEXT_BOX, WORD, Element, tags, value

MARK = tags(WORD, "fldChar")
CODE = tags(WORD, "instrText")
DELETED_CODE = tags(WORD, "delInstrText")
SIMPLE = tags(WORD, "fldSimple")
RUN = tags(WORD, "r")

_STORY = TEXT_BOX | tags(WORD, "footnote", "endnote", "comment", "docPart")
_CODES = CODE | DELETED_CODE
_PROPERTIES = tags(WORD, "rPr")
_FORMULA = tags(MATH, "oMath", "oMathPara")
_NOTHING = tags(WORD, "lastRenderedPageBreak")


@dataclass(slots=True)
class ComplexField:
    """Places are indices into the contents of its story. ``end`` is -1 for one without an end.

    ``codes`` are the pieces of its own instruction, ``is_nested`` says that something else,
    e.g. a field, stands among them.
    """

    begin: int
    separate: int = -1
    end: int = -1
    codes: list[int] = field(default_factory=list)
    is_nested: bool = False

    @property
    def marks(self) -> list[int]:
        return [place for place in (self.begin, self.separate, self.end) if place >= 0]

    @property
    def instruction(self) -> range:
        """What Word does not show, marks left out."""
        return range(self.begin + 1, self.separate if self.separate >= 0 else self.end)

    @property
    def result(self) -> range:
        return range(self.separate + 1, self.end) if self.separate >= 0 else range(0)


@dataclass(frozen=True, slots=True)
class FieldStory:
    """``contents`` are the children of runs in reading order, with formulas and simple fields.

    ``fields`` are ordered by their beginnings, so that an outer one comes before those inside;
    ``strays`` are marks and codes that belong to no whole field.
    """

    contents: list[Element]
    fields: list[ComplexField]
    strays: list[int]


def field_stories(root: Element) -> Iterator[FieldStory]:
    """Every story under `root` that has a mark or a code of a field."""
    stories: dict[Element, list[Element]] = {}
    concerned: set[Element] = set()
    for element in root.iter("*"):
        is_part = element.tag in MARK or element.tag in _CODES
        if is_part or _is_content(element):
            story = next(element.iterancestors(*_STORY), root)
            stories.setdefault(story, []).append(element)
            if is_part:
                concerned.add(story)
    for story, contents in stories.items():
        if story in concerned:
            yield _sorted_out(contents)


def _is_content(element: Element) -> bool:
    if element.tag in SIMPLE or element.tag in _FORMULA:
        return True
    parent = element.getparent()
    return parent is not None and parent.tag in RUN and element.tag not in _PROPERTIES


def _sorted_out(contents: list[Element]) -> FieldStory:
    done: list[ComplexField] = []
    strays: list[int] = []
    still_open: list[ComplexField] = []
    for place, element in enumerate(contents):
        inner = still_open[-1] if still_open else None
        in_instruction = inner is not None and inner.separate < 0
        mark = value(element, "fldCharType") if element.tag in MARK else None
        if mark == "begin":
            if inner is not None and in_instruction:
                inner.is_nested = True
            still_open.append(ComplexField(place))
        elif mark == "separate" and inner is not None and in_instruction:
            inner.separate = place
        elif mark == "end" and inner is not None:
            inner.end = place
            done.append(still_open.pop())
        elif element.tag in _CODES and inner is not None and in_instruction:
            inner.codes.append(place)
        elif element.tag in MARK or element.tag in _CODES:
            strays.append(place)
        elif inner is not None and in_instruction and element.tag not in _NOTHING:
            inner.is_nested = True
    for unfinished in still_open:
        strays += [*unfinished.marks, *unfinished.codes]
    done.sort(key=lambda found: found.begin)
    return FieldStory(contents, done, sorted(strays))
