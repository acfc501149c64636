"""Comments: read for whoever wants them beside the copy, and their marks dropped.

Rule: ECMA-376 Part 1, 17.13.4 (comments); [MS-DOCX] 2.5.4 (commentsExtended: answers, and
whether a comment is resolved) and 2.5.5 (commentsIds).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from redactor.documents.docx.clean.seen_text import SeenText
from redactor.documents.docx.clean.trees import remove
from redactor.documents.docx.names import PARAGRAPH, WORD, Element, PartName, tags, value
from redactor.documents.docx.package import Package
from redactor.documents.docx.source import read_xml
from redactor.model import Remark

_COMMENT = tags(WORD, "comment")
_RANGE = tags(WORD, "commentRangeStart", "commentRangeEnd")
_REFERENCE = tags(WORD, "commentReference")
_RUN = tags(WORD, "r")
_RUN_PROPERTIES = tags(WORD, "rPr")
MARKS = "marks of comments"
"""They go with the comments and are no loss of their own."""

_PARAGRAPH_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_WORDS_NEWER = "{http://schemas.microsoft.com/office/word/"
"""Early editions of Word 2013 wrote threads in another namespace than later ones."""
_THREAD = "commentEx"
_IDS = {_THREAD: ("paraId", "paraIdParent", "done"), "commentId": ("paraId", "durableId")}
_ID = re.compile(r"[0-9A-Fa-f]{1,8}\Z|true\Z|false\Z")
_TRUE = ("1", "true", "on")

MOST_QUOTED = 2000
"""Code points of the text that a comment is about; more than that is cut."""


def drop_comment_marks(root: Element) -> Counter[str]:
    """Drop what ties the text of a story to comments; all that is text stays."""
    marks = list(root.iter(*_RANGE, *_REFERENCE))
    for mark in marks:
        run = mark.getparent()
        remove(mark)
        is_bare = run is not None and all(e.tag in _RUN_PROPERTIES for e in run)
        if mark.tag in _REFERENCE and run is not None and run.tag in _RUN and is_bare:
            remove(run)
    return Counter({MARKS: len(marks)} if marks else {})


def only_comment_ids(root: Element) -> Counter[str]:
    """Leave only ids and flags in the parts commentsExtended and commentsIds."""
    count = 0
    for element in list(root):
        space, _, local = element.tag.rpartition("}")
        allowed = _IDS.get(local, ())
        if not allowed or not space.startswith(_WORDS_NEWER):
            remove(element)
            count += 1
            continue
        for name, text in element.attrib.items():
            if str(name).removeprefix(space + "}") not in allowed or not _ID.match(str(text)):
                del element.attrib[name]
                count += 1
        for inside in list(element):
            remove(inside)
            count += 1
    return Counter({"additions to comments": count} if count else {})


def read_remarks(package: Package, stories: Mapping[PartName, Element]) -> tuple[Remark, ...]:
    """The comments of the document in the order in which `stories` refer to them.

    `stories` are the parts that can refer to comments, as they were before anything was cleaned.
    A comment that none refers to comes last. Raises Unreadable for a damaged part.
    """
    comments = [c for part in _linked(package, "comments") for c in _comments(*part)]
    if not comments:
        return ()
    threads = {thread.paragraph: thread for thread in _threads(package)}
    anchors = _anchors(stories)
    by_paragraph = {c.paragraph: c for c in comments if c.paragraph}
    parents: dict[_Comment, _Comment] = {}
    for comment in comments:
        thread = threads.get(comment.paragraph)
        parent = by_paragraph.get(thread.answers) if thread else None
        if parent is not None and parent is not comment:
            parents[comment] = parent

    def place(comment: _Comment) -> tuple[int, int]:
        own = anchors.get(comment.id)
        above = parents.get(comment)
        anchor = own or (anchors.get(above.id) if above else None)
        return (anchor.order if anchor else len(anchors), 0 if own else 1)

    ordered = sorted(comments, key=place)
    numbers = {comment: number for number, comment in enumerate(ordered, start=1)}
    return tuple(
        replace(
            comment.remark(anchors.get(comment.id)),
            number=numbers[comment],
            reply_to=numbers[parents[comment]] if comment in parents else None,
            resolved=comment.paragraph in threads and threads[comment.paragraph].is_done,
        )
        for comment in ordered
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Comment:
    """``paragraph`` is the id of its last paragraph, by which threads know it."""

    part: PartName
    id: str
    paragraph: str
    element: Element = field(repr=False)

    def remark(self, anchor: _Anchor | None) -> Remark:
        return Remark(
            number=0,
            author=value(self.element, "author") or "",
            date=value(self.element, "date") or "",
            part=anchor.part if anchor else self.part,
            anchored=anchor.text if anchor else "",
            text=SeenText(self.element).all(),
        )


@dataclass(frozen=True, slots=True)
class _Thread:
    paragraph: str
    answers: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class _Anchor:
    order: int
    part: PartName
    text: str = field(repr=False)


def _linked(package: Package, kind: str) -> Iterator[tuple[PartName, Element]]:
    """The parts of a kind that the document itself leads to."""
    for link in package.relationships.get(package.main, ()):
        if link.kind == kind and link.part is not None:
            yield link.part, read_xml(link.part, package.parts[link.part].content).root


def _comments(part: PartName, root: Element) -> Iterator[_Comment]:
    for element in root.iter(*_COMMENT):
        ids = [p.get(_PARAGRAPH_ID) or "" for p in element.iterchildren(*PARAGRAPH)]
        yield _Comment(part, value(element, "id") or "", ids[-1].upper() if ids else "", element)


def _threads(package: Package) -> Iterator[_Thread]:
    for _, root in _linked(package, "commentsextended"):
        for entry in root.iter(f"{{*}}{_THREAD}"):
            space = entry.tag.removesuffix(_THREAD)
            one, other, done = (entry.get(space + name) or "" for name in _IDS[_THREAD])
            yield _Thread(one.upper(), other.upper(), done in _TRUE)


def _anchors(stories: Mapping[PartName, Element]) -> dict[str, _Anchor]:
    """By its id, where each comment is tied to the text, and what it is about."""
    anchors: dict[str, _Anchor] = {}
    for part, root in stories.items():
        if next(root.iter(*_RANGE, *_REFERENCE), None) is None:
            continue
        seen = SeenText(root, marks=_RANGE | _REFERENCE)
        places: dict[str, list[int]] = {}
        for mark, place in seen.marks:
            ends = places.setdefault(value(mark, "id") or "", [])
            if mark.tag in _RANGE:
                ends.append(place)
        for number, ends in places.items():
            text = seen.between(ends[0], ends[-1], MOST_QUOTED) if ends else ""
            anchors.setdefault(number, _Anchor(len(anchors), part, text))
    return anchors
