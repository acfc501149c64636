"""Footnotes and endnotes that no text refers to: no reader sees them, and they can tell a lot.

Rule: ECMA-376 Part 1, 17.11 (footnotes and endnotes; separators have a type).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from redactor.documents.docx.clean.trees import remove
from redactor.documents.docx.names import WORD, Element, tags, value


def drop_unused_notes(root: Element, stories: Iterable[Element]) -> Counter[str]:
    """Drop each note of a notes part that nothing in `stories` refers to."""
    count = 0
    for kind in ("footnote", "endnote"):
        notes = [note for note in root.iter(*tags(WORD, kind)) if value(note, "type") is None]
        if not notes:
            continue
        used = {
            value(reference, "id")
            for story in stories
            for reference in story.iter(*tags(WORD, f"{kind}Reference"))
        }
        for note in notes:
            if note.getparent() is root and value(note, "id") not in used:
                remove(note)
                count += 1
    return Counter({"notes that nothing refers to": count} if count else {})
