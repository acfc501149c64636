"""Names of bookmarks: those that an author has given become ``bookmark1``, ``bookmark2``, …

Word names many by itself, with a number; these stay, since some tell it what they are for.
Who refers to a bookmark follows: links within the document here, fields in `fields`.
Rule: ECMA-376 Part 1, 17.13.6 (bookmarks; names are one whatever their case), 17.16.22 (hyperlink).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from redactor.documents.docx.clean.references import RELATIONSHIPS
from redactor.documents.docx.clean.trees import remove, unwrap
from redactor.documents.docx.names import WORD, Element, tags, value

_MADE_BY_WORD = re.compile(
    r"_(?:Toc|Ref|Hlk|Hlt|MON_)[0-9]{1,10}|_(?:ftn|ftnref|edn|ednref)[0-9]{1,4}"
    r"|_GoBack|_PictureBullets|OLE_LINK[0-9]{1,3}|(?:Text|Check|Dropdown)[0-9]{1,3}",
    re.ASCII,
)
_TOP = re.compile(r"_?top", re.IGNORECASE)
"""Leads to the beginning of the document without a bookmark there."""

_START = tags(WORD, "bookmarkStart")
_END = tags(WORD, "bookmarkEnd")
_HYPERLINK = tags(WORD, "hyperlink")
_RELATIONSHIP_ID = tuple(f"{{{space}}}id" for space in RELATIONSHIPS)

_NAMES = "names of bookmarks"
_NOWHERE = "links to places that are not in the document"


def is_made_by_word(name: str) -> bool:
    """Whether Word gives such names by itself: ``_Toc123456``, ``_GoBack``, ``Text1``."""
    return _MADE_BY_WORD.fullmatch(name) is not None


def bookmark_names(roots: Iterable[Element]) -> dict[str, str]:
    """The new name of each bookmark in `roots` by its old one, without those made by Word.

    Names that differ in case only get one new name. No new name is one that stays.
    """
    names: dict[str, str] = {}
    by_folded: dict[str, str] = {}
    for root in roots:
        for start in root.iter(*_START):
            name = value(start, "name")
            if name is not None and not is_made_by_word(name):
                names[name] = by_folded.setdefault(name.casefold(), f"bookmark{len(by_folded) + 1}")
    return names


def rename_bookmarks(root: Element, names: Mapping[str, str]) -> Counter[str]:
    """Give bookmarks and the links to them their new names, as `bookmark_names` gave them.

    A link to a place that is neither in `names` nor one of Word's own loses it; a bookmark that
    `names` does not know is removed, its content stays.
    """
    gone: Counter[str] = Counter()
    unknown: set[str] = set()
    for start in list(root.iter(*_START)):
        name = value(start, "name") or ""
        if is_made_by_word(name):
            continue
        if name not in names:
            unknown.add(value(start, "id") or "")
            remove(start)
            gone[_NAMES] += 1
        elif names[name] != name:
            _set(start, "name", names[name])
            gone[_NAMES] += 1
    for end in list(root.iter(*_END)) if unknown else ():
        if value(end, "id") in unknown:
            remove(end)
    return gone + _rename_anchors(root, names)


def _rename_anchors(root: Element, names: Mapping[str, str]) -> Counter[str]:
    gone: Counter[str] = Counter()
    by_folded = {old.casefold(): new for old, new in names.items()}
    for link in list(root.iter(*_HYPERLINK)):
        anchor = value(link, "anchor")
        if anchor is None or is_made_by_word(anchor) or _TOP.fullmatch(anchor):
            continue
        new = by_folded.get(anchor.casefold())
        if new is None:
            gone[_NOWHERE] += 1
            _drop_anchor(link)
        elif new != anchor:
            gone[_NAMES] += 1
            _set(link, "anchor", new)
    return gone


def _drop_anchor(link: Element) -> None:
    """Also of a web address, where it is a place in that page. What leads nowhere is no link."""
    for name in tags(WORD, "anchor").intersection(link.attrib):
        del link.attrib[name]
    if not any(name in link.attrib for name in _RELATIONSHIP_ID):
        unwrap(link)


def _set(element: Element, local: str, new: str) -> None:
    for name in tags(WORD, local).intersection(element.attrib):
        element.set(name, new)
