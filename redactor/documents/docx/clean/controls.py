"""Content controls without what lies behind them, and wrappers that show nothing at all.

A control keeps its frame, its title and its content. Gone are its tag, its list of choices, its
prompt and its ties to data; a date and a choice become plain text. Smart tags, custom XML and
permissions to edit (which name who may) go altogether, their content stays.
Rule: ECMA-376 Part 1, 17.5 (customXml, smartTag, sdt), 17.13.7 (permissions); [MS-DOCX] 2.5 (w14,
w15).
"""

from __future__ import annotations

from collections import Counter

from lxml import etree

from redactor.documents.docx.clean.trees import remove, unwrap
from redactor.documents.docx.names import WORD, Element, child, tags, value

_W14 = ("http://schemas.microsoft.com/office/word/2010/wordml",)
_W15 = ("http://schemas.microsoft.com/office/word/2012/wordml",)

_KEPT = tags(WORD, "rPr", "alias")
_KEPT_EMPTY = (
    tags(WORD, "lock", "id", "showingPlcHdr", "temporary", "text", "richText")
    | tags(WORD, "picture", "equation", "group")
    | tags(_W15, "appearance", "color")
)
_GALLERY = tags(WORD, "docPartObj")
_GALLERY_PARTS = tags(WORD, "docPartGallery", "docPartUnique")
_CHECKBOX = tags(_W14, "checkbox")
_CHECKBOX_PARTS = tags(_W14, "checked", "checkedState", "uncheckedState")
_MADE_TEXT = tags(WORD, "date", "comboBox", "dropDownList")
_END_KEPT = tags(WORD, "rPr")

_GALLERIES = frozenset(
    (
        "Bibliographies|Cover Pages|Equations|Footers|Headers|Page Numbers|"
        "Page Numbers (Bottom of Page)|Page Numbers (Margins)|Page Numbers (Top of Page)|"
        "Quick Parts|Table of Contents|Tables|Text Boxes|Watermarks"
    ).split("|")
)
"""Word's own; an author can name others."""

_SETTINGS = "content control settings"
_WRAPPERS = {
    **dict.fromkeys(tags(WORD, "smartTag"), "smart tags (their text stays)"),
    **dict.fromkeys(tags(WORD, "customXml"), "custom XML tags (their text stays)"),
}
_WRAPPER_PROPERTIES = tags(WORD, "smartTagPr", "customXmlPr")
_PERMISSION_START = tags(WORD, "permStart")
_PERMISSIONS = _PERMISSION_START | tags(WORD, "permEnd")


def plain_controls(root: Element) -> Counter[str]:
    """Leave of content controls what a reader sees, and unwrap smart tags and custom XML."""
    gone: Counter[str] = Counter()
    for properties in list(root.iter(*tags(WORD, "sdtPr"))):
        gone[_SETTINGS] += _clean_properties(properties)
    for properties in list(root.iter(*tags(WORD, "sdtEndPr"))):
        gone[_SETTINGS] += _only(properties, _END_KEPT)
    gone += _unwrap_all(root)
    marks = list(root.iter(*_PERMISSIONS))
    for mark in marks:
        remove(mark)
    if marks:
        gone["permissions to edit"] = max(1, sum(mark.tag in _PERMISSION_START for mark in marks))
    return +gone


def _clean_properties(properties: Element) -> int:
    """How many elements went or gave way to a plain-text control."""
    count = 0
    for element in list(properties):
        if element.tag in _KEPT:
            continue
        if element.tag in _KEPT_EMPTY:
            count += _only(element, frozenset())
        elif element.tag in _CHECKBOX:
            count += _only(element, _CHECKBOX_PARTS)
        elif element.tag in _GALLERY and value(child(element, "docPartGallery")) in _GALLERIES:
            count += _only(element, _GALLERY_PARTS)
        else:
            if element.tag in _MADE_TEXT:
                space = etree.QName(element).namespace
                element.addprevious(etree.Element(f"{{{space}}}text"))
            remove(element)
            count += 1
    return count


def _only(parent: Element, allowed: frozenset[str]) -> int:
    foreign = [element for element in parent if element.tag not in allowed]
    for element in foreign:
        remove(element)
    return len(foreign)


def _unwrap_all(root: Element) -> Counter[str]:
    gone: Counter[str] = Counter()
    for wrapper in list(root.iter(*_WRAPPERS)):
        if wrapper is not root:
            gone[_WRAPPERS[wrapper.tag]] += 1
            for properties in [one for one in wrapper if one.tag in _WRAPPER_PROPERTIES]:
                remove(properties)
            unwrap(wrapper)
    return gone
