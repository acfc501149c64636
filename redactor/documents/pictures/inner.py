"""A picture within a metafile, cleaned in its place: with zeros where it became shorter.

Offsets and lengths around it stay true. No decoder reads behind the end of a picture.
"""

from __future__ import annotations

from collections import Counter

from redactor.documents.pictures import stripped as words
from redactor.documents.pictures.stripped import InnerCleaner, Stripped
from redactor.documents.pictures.unreadable import PictureUnreadable

_END_IN_NO_ZERO = (b"\xff\xd8", b"\x89PNG", b"GIF8")  # so that zeros behind them are no part


def cleaned_in_place(picture: bytes, clean: InnerCleaner) -> Stripped:
    """`picture` of the same length. Raises PictureUnreadable when it would become longer."""
    starts_known = picture.startswith(_END_IN_NO_ZERO)
    cleaned = clean(picture.rstrip(b"\0") if starts_known else picture)
    filled = cleaned.content.ljust(len(picture), b"\0")
    if len(filled) > len(picture):
        raise PictureUnreadable("a picture within a metafile that cannot be cleaned in its place")
    if filled == picture:  # nothing but zeros went
        return Stripped(picture, Counter(), cleaned.texts)
    return Stripped(filled, cleaned.counts or Counter({words.SLACK: 1}), cleaned.texts)
