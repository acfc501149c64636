"""The pictures of a document: without metadata, and with the text that they draw themselves.

A picture that cannot be read is replaced by an empty one, because nobody knows what it holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from redactor.documents.docx.names import PartName
from redactor.documents.docx.package import Part
from redactor.documents.pictures.clean import blank_picture, clean_picture
from redactor.documents.pictures.unreadable import PictureUnreadable

_UNREADABLE = "pictures that can't be read (an empty one stands in their place)"


@dataclass(frozen=True, slots=True)
class CleanMedia:
    """``texts`` is what the picture draws as text; ``blank`` stands in for it if that must go."""

    content: bytes = field(repr=False)
    texts: tuple[str, ...] = field(default=(), repr=False)
    blank: bytes = field(default=b"", repr=False)


def clean_media(parts: Iterable[Part], gone: Counter[str]) -> dict[PartName, CleanMedia]:
    """Each picture without its metadata; what was dropped is counted in `gone`."""
    media: dict[PartName, CleanMedia] = {}
    for part in parts:
        try:
            picture = clean_picture(part.content)
        except PictureUnreadable:
            gone[_UNREADABLE] += 1
            media[part.name] = CleanMedia(blank_picture(part.content))
            continue
        for what, count in picture.stripped.items():
            gone[f"{what} within pictures"] += count
        blank = blank_picture(picture.content) if picture.texts else b""
        media[part.name] = CleanMedia(picture.content, picture.texts, blank)
    return media
