"""Taking elements out of a tree without losing what stands after them.

In lxml the text behind an element belongs to it; pretty-printed parts have such text everywhere.
Nothing here counts children: a paragraph may have tens of thousands.
"""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from redactor.documents.docx.names import Element


def remove(element: Element) -> None:
    """Take `element` out, with all its content; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        _add_text_before(element, parent, element.tail)
        element.tail = None
    parent.remove(element)


def unwrap(element: Element) -> None:
    """Put the children of `element` in its place."""
    parent = element.getparent()
    if parent is None:
        return
    if element.text and element.text.strip():
        _add_text_before(element, parent, element.text)
    for child in list(element):
        tail, child.tail = child.tail, None
        element.addprevious(child)
        child.tail = tail
    remove(element)


def keep_only(parent: Element, allowed: Collection[str]) -> list[Element]:
    """Take out the children of `parent` whose local name is not `allowed`; returns them."""
    foreign = [child for child in parent if etree.QName(child).localname not in allowed]
    for child in foreign:
        remove(child)
    return foreign


def _add_text_before(element: Element, parent: Element, text: str) -> None:
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
