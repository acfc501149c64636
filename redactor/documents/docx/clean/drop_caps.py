"""Drop caps: a paragraph of its own for the first letter, which tears a name apart.

The letter goes back to the word that it begins, in the word's own size.
Rule: ECMA-376 Part 1, 17.3.1.11 (framePr, dropCap).
"""

from __future__ import annotations

from collections import Counter

from redactor.documents.docx.clean.trees import remove
from redactor.documents.docx.names import PARAGRAPH, WORD, Element, child, tags, value

_RUN = tags(WORD, "r")
_SIZES = ("sz", "szCs", "position", "spacing")


def set_drop_caps_plain(root: Element) -> Counter[str]:
    """Put each drop cap before the paragraph that it belongs to."""
    frames = [
        frame
        for frame in root.iter(*tags(WORD, "framePr"))
        if value(frame, "dropCap") in {"drop", "margin"}
    ]
    count = 0
    for frame in frames:
        properties = frame.getparent()
        paragraph = None if properties is None else properties.getparent()
        following = None if paragraph is None else paragraph.getnext()
        if paragraph is None or following is None or following.tag not in PARAGRAPH:
            continue
        _join(paragraph, following)
        remove(paragraph)
        count += 1
    return Counter({"drop caps (their letter stays)": count} if count else {})


def _join(letter: Element, paragraph: Element) -> None:
    own = child(paragraph, "pPr")
    place = 0 if own is None else paragraph.index(own) + 1
    content = [element for element in letter if element.tag not in tags(WORD, "pPr")]
    for run in (run for element in content for run in element.iter(*_RUN)):
        properties = child(run, "rPr")
        if properties is None:
            continue
        for name in _SIZES:
            size = child(properties, name)
            if size is not None:
                remove(size)
    paragraph[place:place] = content
