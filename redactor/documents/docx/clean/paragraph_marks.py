"""Deleted paragraph marks: the paragraph runs on into the next one.

The mark at the end of a paragraph carries its properties, so those of the next paragraph stay,
and a section that ended with the deleted mark is joined to the next section.
Rule: ECMA-376 Part 1, 17.13.5.15 (del of a paragraph mark), 17.13.5.21 (moveFrom of one).
"""

from __future__ import annotations

from collections.abc import Iterable

from redactor.documents.docx.clean.hollow import (
    CONTROL,
    CONTROL_CONTENT,
    CUSTOM_XML,
    SECTION,
    WRAPPER_PROPERTIES,
    lift_marks,
    remove_hollow,
)
from redactor.documents.docx.clean.revision_names import EMPTY_MARKS, RANGE_MARKS
from redactor.documents.docx.clean.trees import remove
from redactor.documents.docx.names import PARAGRAPH, WORD, Element, tags

_PROPERTIES = tags(WORD, "pPr")
_RUN = tags(WORD, "r")
_UNSEEN_IN_RUN = tags(WORD, "rPr", "lastRenderedPageBreak")


def join_paragraphs(without_mark: Iterable[Element]) -> None:
    """Join each of these paragraphs, given in document order, with the one that follows.

    Before a table and at the end of a cell or a story nothing follows. What is empty there is
    taken out, unless a paragraph is needed; what holds text keeps its mark.
    """
    waiting = dict.fromkeys(without_mark)
    emptied: dict[Element, None] = {}
    for first in list(waiting):
        if first not in waiting:
            continue  # joined with one before it
        chain = [first]
        carried: list[Element] = []
        is_stranded = False
        while chain[-1] in waiting and not is_stranded:
            last = chain[-1]
            del waiting[last]
            following, between = _following(last)
            if following is None:
                is_stranded = True
            else:
                carried += [e for e in last if e.tag not in _PROPERTIES]
                carried += between
                chain.append(following)
        _join(chain, carried, emptied)
        if is_stranded:
            _settle_last(chain[-1], emptied)
    remove_hollow(emptied)


def _join(chain: list[Element], carried: list[Element], emptied: dict[Element, None]) -> None:
    """Put what was `carried` along at the front of the last of the chain."""
    *gone, last = chain
    anchor = next((e for e in last if e.tag not in _PROPERTIES), None)
    for element in carried:
        if anchor is None:
            last.append(element)
        else:
            anchor.addprevious(element)
    for paragraph in gone:
        _take_out(paragraph, emptied)


def _take_out(paragraph: Element, emptied: dict[Element, None]) -> None:
    parent = paragraph.getparent()
    if parent is not None:
        remove(paragraph)
        emptied[parent] = None


def _settle_last(paragraph: Element, emptied: dict[Element, None]) -> None:
    """What becomes of a paragraph whose mark is deleted and that has none to join."""
    if _is_empty(paragraph) and (_is_before_a_block(paragraph) or _is_after_another(paragraph)):
        lift_marks(paragraph, list(paragraph.iter(*RANGE_MARKS)))
        _take_out(paragraph, emptied)


def _is_empty(paragraph: Element) -> bool:
    return all(
        e.tag in EMPTY_MARKS
        or e.tag in _PROPERTIES
        or (e.tag in _RUN and all(inside.tag in _UNSEEN_IN_RUN for inside in e))
        for e in paragraph
    )


def _following(paragraph: Element) -> tuple[Element | None, list[Element]]:
    """The next paragraph in the same story or cell, and the marks on the way to it.

    Content controls and custom XML are looked through, tables are not.
    """
    between: list[Element] = []
    here = paragraph
    while (step := _step(here)) is not None:
        if step.tag in PARAGRAPH:
            return step, between
        if step.tag in EMPTY_MARKS:
            between.append(step)
        elif not _is_transparent(step):
            return None, []
        here = step
    return None, []


def _step(here: Element) -> Element | None:
    """The next element after `here` in its story, into controls and out of them."""
    if _is_wrapper(here) and len(here):
        return here[0]
    return _after(here)


def _after(here: Element) -> Element | None:
    current: Element | None = here
    while current is not None:
        following = current.getnext()
        if following is not None:
            return following
        current = current.getparent()
        if current is None or not _is_wrapper(current):
            return None
    return None


def _is_wrapper(element: Element) -> bool:
    return element.tag in CONTROL | CONTROL_CONTENT | CUSTOM_XML


def _is_transparent(element: Element) -> bool:
    return _is_wrapper(element) or element.tag in WRAPPER_PROPERTIES


def _is_before_a_block(paragraph: Element) -> bool:
    """Whether something other than the end of the story or cell follows."""
    here = _step(paragraph)
    while here is not None and (here.tag in EMPTY_MARKS or _is_transparent(here)):
        here = _step(here)
    return here is not None and here.tag not in SECTION


def _is_after_another(paragraph: Element) -> bool:
    """Whether a paragraph stands before it, which can be the last in its stead."""
    here: Element | None = paragraph
    while here is not None:
        before = here.getprevious()
        while before is not None and (before.tag in EMPTY_MARKS | WRAPPER_PROPERTIES):
            before = before.getprevious()
        if before is not None:
            return before.tag in PARAGRAPH
        here = here.getparent()
        if here is None or not _is_wrapper(here):
            return False
    return False
