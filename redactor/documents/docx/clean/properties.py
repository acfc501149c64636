"""Document properties: what the document is about stays, who made it and when goes.

Rule: ECMA-376 Part 2, 11 (core properties); Part 1, 22.2 (extended ones).
"""

from __future__ import annotations

from collections import Counter

from redactor.documents.docx.clean.trees import keep_only
from redactor.documents.docx.names import Element

_CORE = frozenset("title subject keywords description category language".split())
_EXTENDED = frozenset(
    (
        "Application AppVersion Pages Words Characters Lines Paragraphs CharactersWithSpaces "
        "DocSecurity ScaleCrop LinksUpToDate SharedDoc HyperlinksChanged"
    ).split()
)


def core_properties(root: Element) -> Counter[str]:
    """Drop authors, dates, revision numbers and whatever else is not about the content."""
    return _only(root, _CORE)


def extended_properties(root: Element) -> Counter[str]:
    """Drop company, manager, template, titles of parts and the like."""
    return _only(root, _EXTENDED)


def _only(root: Element, allowed: frozenset[str]) -> Counter[str]:
    foreign = keep_only(root, allowed)
    told = sum(1 for child in foreign if "".join(map(str, child.itertext())).strip())
    if not foreign:
        return Counter()
    return Counter({"document properties (author, dates, company, …)": max(told, 1)})
