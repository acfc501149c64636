"""Names of parts: those that Word gives stay, all others become neutral.

Programs put the names of the user's own files there: ``/word/media/Danielle.jpg``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from redactor.documents.docx.names import PartName
from redactor.documents.docx.package import Part

_WORDS_OWN = re.compile(
    r"/(?:word|docProps)/(?:(?:_rels|charts|diagrams|drawings|media|theme)/)?"
    r"(?:app|chart|chartEx|charts|colors|comments|commentsExtended|commentsIds"
    r"|core|data|document|drawing|endnotes|fontTable|footer|footnotes|header|image|layout"
    r"|numbering|quickStyle|settings|style|styles|stylesWithEffects|theme|themeOverride"
    r"|webSettings)\d*\.(?:xml|png|jpe?g|gif|bmp|tiff?|emf|wmf|emz|wmz|ico|webp)\Z"
)
_SUFFIX = re.compile(r"\.(?:xml|png|jpe?g|gif|bmp|tiff?|emf|wmf|emz|wmz|ico|webp)\Z")


def neutral_names(parts: Iterable[Part]) -> dict[PartName, PartName]:
    """A name for each part: its own where Word gave it, else a number in Word's folder."""
    parts = list(parts)
    names = {part.name: part.name for part in parts if _WORDS_OWN.match(part.name)}
    taken = {name.lower() for name in names}
    number = 0
    for part in parts:
        if part.name not in names:
            suffix = _SUFFIX.search(part.name.lower())
            while True:
                number += 1
                name = f"/word/part{number}{suffix[0] if suffix else '.bin'}"
                if name not in taken:
                    break
            names[part.name] = PartName(name)
            taken.add(name)
    return names
