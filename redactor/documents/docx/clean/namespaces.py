"""Mark-up of unknown origin: elements and attributes that nobody here can read are dropped.

Word itself ignores what it does not know where ``mc:Ignorable`` allows it (ECMA-376 Part 3, 7.2).
"""

from __future__ import annotations

from collections import Counter

from lxml import etree

from redactor.documents.docx.clean.trees import remove
from redactor.documents.docx.names import COMPATIBILITY, Element

_KNOWN = (
    "http://schemas.openxmlformats.org/",
    "http://schemas.microsoft.com/office/",
    "http://purl.oclc.org/ooxml/",
    "http://purl.org/dc/",
    "http://www.w3.org/",
    "urn:schemas-microsoft-com:",
)
_IGNORABLE = tuple(
    f"{{{space}}}{name}"
    for space in COMPATIBILITY
    for name in ("Ignorable", "ProcessContent", "PreserveElements", "PreserveAttributes")
)


def drop_unknown_markup(root: Element) -> Counter[str]:
    """Drop elements, attributes and declarations of namespaces that are not Office's."""
    if all(_is_known(space) for space in _declared(root)) and not _has_bare(root):
        return Counter()
    count = 0
    for element in list(root.iter(etree.Element)):
        if element is not root and not _is_known(etree.QName(element).namespace):
            remove(element)
            count += 1
            continue
        for name in list(element.attrib):
            space = etree.QName(name).namespace
            if space is not None and not _is_known(space):
                del element.attrib[name]
                count += 1
    known = [p for p, space in root.nsmap.items() if p is not None and _is_known(space)]
    for name in _IGNORABLE:
        if (value := root.get(name)) is not None:
            root.set(name, " ".join(word for word in value.split() if word in known))
    etree.cleanup_namespaces(root, keep_ns_prefixes=known)
    return Counter({"mark-up of unknown origin": max(count, 1)})


def drop_stray_text(root: Element) -> Counter[str]:
    """Drop text between elements, where the format has no room for any and Word shows none."""
    count = 0
    for element in root.iter(etree.Element):
        if len(element) and element.text and not element.text.isspace():
            element.text = None
            count += 1
        if element is not root and element.tail and not element.tail.isspace():
            element.tail = None
            count += 1
    return Counter({"stray text in the mark-up": count} if count else {})


def _declared(root: Element) -> set[str]:
    return {space for element in root.iter(etree.Element) for space in element.nsmap.values()}


def _has_bare(root: Element) -> bool:
    """Whether an element belongs to no namespace at all."""
    return any(element.tag[0] != "{" for element in root.iter(etree.Element))


def _is_known(space: str | None) -> bool:
    return space is not None and space.startswith(_KNOWN)
