"""What every cleaner of pictures gives back, and the words for what it took.

Each word can be followed by "of pictures" in a summary.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

APPLICATION = "application blocks"
COMMENTS = "comments"
DAMAGED_REST = "damaged ends"
EXIF = "EXIF blocks"
IPTC = "IPTC blocks"
PROFILES = "colour profile texts"
SLACK = "stray bytes"
TEXTS = "header texts"
THUMBNAILS = "thumbnails"
TRAILING = "bytes behind the end"
XMP = "XMP blocks"


@dataclass(frozen=True, slots=True)
class Stripped:
    """A cleaned picture. No ``counts``: ``content`` is the very picture that came."""

    content: bytes = field(repr=False)
    counts: Counter[str]
    texts: tuple[str, ...] = field(default=(), repr=False)


InnerCleaner = Callable[[bytes], Stripped]
"""Cleans a picture inside a picture, or raises PictureUnreadable."""


def result(
    content: bytes, cleaned: bytes, counts: Counter[str], texts: tuple[str, ...] = ()
) -> Stripped:
    """The very bytes that came when nothing had to go, however they would be laid out anew."""
    counts = +counts
    return Stripped(cleaned if counts else content, counts, texts)
