"""Tracked changes: accepted as by Word's "Accept All Changes", or kept without their authors.

Accepted, what was inserted or moved here stands as plain text, what was deleted or moved away is
gone with all it held, and no old properties are left. A structure of mathematics that is deleted
leaves its arguments, which are marked one by one.
Rule: ECMA-376 Part 1, 17.13.5 (revisions), 22.1.2.22 (ctrlPr).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from redactor.documents.docx.clean.authors import Authors, number_authors
from redactor.documents.docx.clean.hollow import CONTROL, CUSTOM_XML, remove_contents
from redactor.documents.docx.clean.paragraph_marks import join_paragraphs
from redactor.documents.docx.clean.revision_names import (
    ARRIVED,
    CELL_CAME,
    CELL_GOES,
    CELL_MERGED,
    DELETED_TEXT,
    DELETIONS,
    FORMATS,
    FORMATTING,
    GONE,
    KINDS,
    RANGES,
    UNWRAPPING_ENDS,
    UNWRAPPING_STARTS,
)
from redactor.documents.docx.clean.trees import remove, unwrap
from redactor.documents.docx.names import (
    CELL,
    MATH,
    PARAGRAPH,
    ROW,
    WORD,
    Element,
    child,
    tags,
    value,
)

_PARAGRAPH_PROPERTIES = tags(WORD, "pPr")
_RUN_PROPERTIES = tags(WORD, "rPr")
_ROW_PROPERTIES = tags(WORD, "trPr")
_BEFORE_MERGE = tags(WORD, "cnfStyle", "tcW", "gridSpan", "hMerge")
_MERGES = {"cont": "continue", "rest": "restart"}

_WRAPPERS = CONTROL | CUSTOM_XML | tags(WORD, "smartTag")
_WRAPPED = tags(WORD, "sdtContent")

_MATH_RUN = tags(MATH, "r")
_MATH_CONTROL = tags(MATH, "ctrlPr")
_MATH_ARGUMENTS = tags(MATH, "e", "num", "den", "deg", "sub", "sup", "fName", "lim", "mr")

_NUMBERING_CHANGE = tags(WORD, "numberingChange")
_MOVES = tags(WORD, "moveFromRangeStart", "moveToRangeStart")
_WORDS_OWN = re.compile(r"move\d+\Z")


def accept_revisions(root: Element) -> Counter[str]:
    """Accept all revisions of a part: a story, or one with styles or numbering."""
    formatting = list(root.iter(*FORMATTING))
    done = Counter({FORMATS: len(formatting)})
    for change in formatting:
        remove(change)  # the old properties in it can hold marks of their own
    marks = [mark for mark in root.iter(*KINDS) if mark.tag not in DELETED_TEXT]
    for mark in marks:
        done[KINDS[mark.tag]] += mark.tag not in RANGES
    for what in sorted({KINDS[mark.tag] for mark in marks}):
        done[what] = max(done[what], 1)  # ranges alone count as one
    if marks:
        _accept(root)
    # No program shows these where nothing says that they are deleted.
    for text in list(root.iter(*DELETED_TEXT)):
        remove(text)
        done[DELETIONS] += 1
    return +done


def anonymise_revisions(root: Element, authors: Authors) -> Counter[str]:
    """Keep the revisions of a part, and its comments, but not who made them and when."""
    done = number_authors(root, authors)
    for change in list(root.iter(*_NUMBERING_CHANGE)):
        remove(change)  # holds the text of the old number
        done["changes of numbering"] += 1
    done.update(_number_moves(root))
    return done


def _accept(root: Element) -> None:
    for cell in list(root.iter(*CELL_MERGED)):
        _merge(cell)
    for mark in list(root.iter(*CELL_CAME, *CELL_MERGED)):
        remove(mark)
    for wrapper in list(_unwrapping(root)):
        _unwrap_whole(wrapper)
    for mark in list(root.iter(*RANGES)):
        remove(mark)
    for mark in list(root.iter(*ARRIVED)):
        unwrap(mark)
    doomed: list[Element] = []
    structures: list[Element] = []
    without_mark: list[Element] = []
    for mark in list(root.iter(*GONE, *CELL_GOES)):
        owner = _owner(mark)
        if owner is mark:
            doomed.append(mark)
            continue
        remove(mark)
        if owner is None:
            continue
        if owner.tag in PARAGRAPH:
            without_mark.append(owner)
        elif owner.tag in ROW | CELL | _MATH_RUN:
            doomed.append(owner)
        else:
            structures.append(owner)
    remove_contents(doomed)
    for structure in structures:
        _flatten(structure)
    join_paragraphs(without_mark)


def _owner(mark: Element) -> Element | None:
    """What a deletion deletes: itself with its content, or that whose properties it stands in.

    None for a mark in properties that can't be deleted.
    """
    parent = mark.getparent()
    above = None if parent is None else parent.getparent()
    if parent is None or above is None:
        return mark
    if parent.tag in _RUN_PROPERTIES:
        return above.getparent() if above.tag in _PARAGRAPH_PROPERTIES else None
    if parent.tag in _ROW_PROPERTIES or mark.tag in CELL_GOES:
        return above if above.tag in ROW | CELL else None
    if parent.tag in _MATH_RUN:
        return parent
    if parent.tag in _MATH_CONTROL:
        is_structure = etree.QName(above).localname.endswith("Pr")
        return above.getparent() if is_structure else None
    return mark


def _merge(mark: Element) -> None:
    """Give the cell the vertical merge that the revision made.

    Rule: ECMA-376 Part 1, 17.13.5.3 (cellMerge); without ``vMerge`` it says of none.
    """
    merge = _MERGES.get(value(mark, "vMerge") or "")
    properties = mark.getparent()
    if merge is None or properties is None:
        return
    space = etree.QName(mark).namespace
    if (old := child(properties, "vMerge")) is not None:
        remove(old)
    place = sum(each.tag in _BEFORE_MERGE for each in properties)
    new = etree.SubElement(properties, f"{{{space}}}vMerge")
    new.set(f"{{{space}}}val", merge)
    properties.insert(place, new)


def _unwrapping(root: Element) -> Iterator[Element]:
    """The controls and the custom XML whose beginning stands in a deleted or moved range."""
    open_ranges: set[str | None] = set()
    for element in root.iter(*UNWRAPPING_STARTS, *UNWRAPPING_ENDS, *_WRAPPERS):
        if element.tag in UNWRAPPING_STARTS:
            open_ranges.add(_id(element))
        elif element.tag in UNWRAPPING_ENDS:
            open_ranges.discard(_id(element))
        elif open_ranges:
            yield element


def _id(element: Element) -> str | None:
    # The ranges of 2010 take their ids from the namespace of the others.
    return value(element, "id") or element.get("id")


def _unwrap_whole(wrapper: Element) -> None:
    for inside in list(wrapper):
        if inside.tag in _WRAPPED:
            unwrap(inside)
        elif etree.QName(inside).localname.endswith("Pr"):
            remove(inside)
    unwrap(wrapper)


def _flatten(structure: Element) -> None:
    """Put the arguments of a fraction, a root or a matrix in its place, one after the other."""
    for inside in list(structure):
        if inside.tag in _MATH_ARGUMENTS:
            _flatten(inside)
        elif etree.QName(inside).localname.endswith("Pr"):
            remove(inside)
    unwrap(structure)


def _number_moves(root: Element) -> Counter[str]:
    """Give moves names like Word's own, where they have others; two ends share a name."""
    ends = [(end, value(end, "name") or "") for end in root.iter(*_MOVES)]
    taken = {name for _, name in ends}
    renamed: dict[str, str] = {}
    number = 0
    count = 0
    for end, name in ends:
        if _WORDS_OWN.match(name):
            continue
        if name not in renamed:
            number += 1
            while f"move{number}" in taken:
                number += 1
            renamed[name] = f"move{number}"
        space = etree.QName(end).namespace
        end.set(f"{{{space}}}name", renamed[name])
        count += 1
    return Counter({"names of moves": count} if count else {})
