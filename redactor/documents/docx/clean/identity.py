"""Attributes that tell drafts, machines or people apart and that no reader sees.

Rule: ECMA-376 Part 1, 17.15.1.72 (revision ids); [MS-DOCX] 2.2.4 (paragraph ids);
[MS-OI29500] 2.1.1745 (gfxdata: a packed copy of the drawing, with all its texts).
"""

from __future__ import annotations

from collections import Counter

from lxml import etree

from redactor.documents.docx.clean.trees import remove
from redactor.documents.docx.names import WORD, Element, tags

_REVISION_IDS = frozenset(
    name
    for local in "rsid rsidR rsidRPr rsidRDefault rsidP rsidDel rsidSect rsidTr".split()
    for name in tags(WORD, local)
)
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_PARAGRAPH_IDS = frozenset({f"{_W14}paraId", f"{_W14}textId"})
_PACKED_DRAWINGS = frozenset({"{urn:schemas-microsoft-com:office:office}gfxdata"})
_RSID_ELEMENTS = tags(WORD, "rsid", "rsids")


def drop_revision_ids(root: Element, *, keep_paragraph_ids: bool) -> Counter[str]:
    """Drop the numbers that Word gives to each editing session and paragraph.

    Comments refer to the ids of their paragraphs, so these stay where comments do.
    """
    unwanted = _REVISION_IDS if keep_paragraph_ids else _REVISION_IDS | _PARAGRAPH_IDS
    count = _drop(root, unwanted)
    for element in list(root.iter(*_RSID_ELEMENTS)):
        remove(element)
        count += 1
    return Counter({"revision ids": count} if count else {})


def drop_packed_drawings(root: Element) -> Counter[str]:
    count = _drop(root, _PACKED_DRAWINGS)
    return Counter({"packed copies of drawings": count} if count else {})


def _drop(root: Element, unwanted: frozenset[str]) -> int:
    count = 0
    for element in root.iter(etree.Element):
        for name in unwanted.intersection(element.attrib):
            del element.attrib[name]
            count += 1
    return count
