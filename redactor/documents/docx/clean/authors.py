"""Who made a revision or a comment, and when: numbered, and dropped.

Rule: ECMA-376 Part 1, 17.13 (w:author, w:initials, w:date); [MS-DOCX] 2.5 (the dates in UTC).
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from lxml import etree

from redactor.documents.docx.names import WORD, Element

_WORDS_NEWER = "http://schemas.microsoft.com/office/word/"
_WHO = "names of authors"
_WHEN = "dates of revisions and comments"


class Authors:
    """The authors of one document, numbered from 1 as they are first met in its parts."""

    __slots__ = ("_numbers",)

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def __repr__(self) -> str:
        return f"<{len(self._numbers)} authors>"

    def number(self, name: str) -> int:
        """The number of the author `name`, whatever its case and blanks."""
        return self._numbers.setdefault(" ".join(name.split()).casefold(), len(self._numbers) + 1)


def number_authors(root: Element, authors: Authors) -> Counter[str]:
    """Write "Author 1" for each author's name and "A1" for the initials, and drop dates."""
    done: Counter[str] = Counter()
    for element in root.iter(etree.Element):
        found = {name: role for name in element.attrib if (role := _role(str(name)))}
        if not found:
            continue
        number = next(
            (authors.number(str(element.get(n))) for n, role in found.items() if role == "author"),
            None,
        )
        for name, role in found.items():
            if role == "date" or number is None:
                del element.attrib[name]
                done[_WHEN if role == "date" else _WHO] += 1
            else:
                stands_for = f"Author {number}" if role == "author" else f"A{number}"
                if element.get(name) != stands_for:
                    element.set(name, stands_for)
                    done[_WHO] += 1
    return done


@cache
def _role(attribute: str) -> str:
    """``author``, ``initials`` or ``date``; "" for every other attribute."""
    name = etree.QName(attribute)
    space = name.namespace or ""
    if space not in WORD and not space.startswith(_WORDS_NEWER):
        return ""
    if name.localname in ("date", "dateUtc"):
        return "date"
    return name.localname if name.localname in ("author", "initials") else ""
