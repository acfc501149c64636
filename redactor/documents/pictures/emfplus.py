"""EMF+ records, which stand in comments of an EMF: their texts, and pictures within.

Everything is changed in place and keeps its length, because objects can be spread over several
records and comments: what goes is zeroed.

Left alone: names of fonts. Rule: [MS-EMFPLUS] 2.2.1 (objects), 2.3 (records).
"""

from __future__ import annotations

import struct
from collections import Counter
from dataclasses import dataclass, field

from redactor.documents.pictures import stripped as words
from redactor.documents.pictures.drawn_text import Drawn, texts_of
from redactor.documents.pictures.inner import cleaned_in_place
from redactor.documents.pictures.stripped import InnerCleaner
from redactor.documents.pictures.unreadable import PictureUnreadable

_COMMENT, _OBJECT = 0x4003, 0x4008
_MULTI_FORMAT = frozenset({0x4005, 0x4006, 0x4007})
_DRAW_STRING, _DRAW_DRIVER_STRING = 0x401C, 0x4036
_LAST = 0x403A
_HEADER = 12
_CONTINUED = 0x8000
_IMAGE = 5
_BITMAP, _METAFILE = 1, 2
_COMPRESSED = 1
_CHARACTERS = 1  # and not the numbers of glyphs


@dataclass(slots=True)
class PlusRecords:
    """Works through the comments of one EMF in their order."""

    clean: InnerCleaner = field(repr=False)
    counts: Counter[str] = field(default_factory=Counter)
    drawn: list[Drawn] = field(default_factory=list, repr=False)
    inner_texts: list[str] = field(default_factory=list, repr=False)
    _pending: list[tuple[bytearray, int, int]] = field(default_factory=list, repr=False)
    _wanted: int = 0
    _length: int = 0

    @property
    def texts(self) -> tuple[str, ...]:
        return (*texts_of(self.drawn), *self.inner_texts)

    def take(self, buffer: bytearray, start: int, end: int) -> None:
        """Clean the EMF+ records of one comment. Raises PictureUnreadable."""
        at = start
        while at + _HEADER <= end:
            kind, flags, size, length = struct.unpack_from("<HHII", buffer, at)
            if size < _HEADER or at + size > end or length > size - _HEADER:
                raise PictureUnreadable("a damaged EMF+ metafile")
            data, data_end = at + _HEADER, at + _HEADER + length
            image = kind == _OBJECT and flags >> 8 & 0x7F == _IMAGE
            if self._pending and not image:
                self.close()
            if kind in _MULTI_FORMAT or kind == _COMMENT or not 0x4001 <= kind <= _LAST:
                self._erase(buffer, data, at + size)
            elif image:
                self._image(buffer, data, data_end, continued=bool(flags & _CONTINUED))
            elif kind == _DRAW_STRING:
                self._string(buffer, data, data_end)
            elif kind == _DRAW_DRIVER_STRING:
                self._driver_string(buffer, data, data_end)
            at += size
        self._erase(buffer, at, end)

    def close(self) -> None:
        """Raises PictureUnreadable when an object was begun and never ended."""
        if self._pending:
            raise PictureUnreadable("a damaged EMF+ metafile")

    def _erase(self, buffer: bytearray, start: int, end: int) -> None:
        if any(buffer[start:end]):
            buffer[start:end] = bytes(end - start)
            self.counts[words.COMMENTS] += 1

    def _string(self, buffer: bytearray, at: int, end: int) -> None:
        _, _, count, x, y, _, _ = struct.unpack_from("<IIIffff", buffer, at)
        text = buffer[at + 28 : min(at + 28 + 2 * count, end)]
        self.drawn.append(Drawn(text.decode("utf-16-le", "replace"), x, y))

    def _driver_string(self, buffer: bytearray, at: int, end: int) -> None:
        _, options, _, count = struct.unpack_from("<IIII", buffer, at)
        if not options & _CHARACTERS or not count:
            return
        glyphs = at + 16 + 2 * count
        if glyphs > end:
            raise PictureUnreadable("a damaged EMF+ metafile")
        x, y = struct.unpack_from("<ff", buffer, glyphs)
        text = buffer[at + 16 : glyphs].decode("utf-16-le", "replace")
        self.drawn.append(Drawn(text, x, y))

    def _image(self, buffer: bytearray, at: int, end: int, *, continued: bool) -> None:
        """Collect the pieces of an image object; clean it when it is whole."""
        total = struct.unpack_from("<I", buffer, at)[0] if at + 4 <= end else 0
        if continued and not self._pending:
            self._wanted = total
        # Each piece begins with the length of the whole; some writers leave it out of the last.
        if continued or (self._pending and total == self._wanted):
            at += 4
        self._pending.append((buffer, at, end))
        self._length += end - at
        if continued and self._length < self._wanted:
            return
        whole = b"".join(piece[start:stop] for piece, start, stop in self._pending)
        pieces, self._pending, self._length = self._pending, [], 0
        new = self._clean_image(whole)
        if new == whole:
            return
        done = 0
        for piece, start, stop in pieces:
            piece[start:stop] = new[done : done + stop - start]
            done += stop - start

    def _clean_image(self, image: bytes) -> bytes:
        """An image object without the metadata of what it holds, of the same length."""
        (kind,) = struct.unpack_from("<I", image, 4)
        if kind == _BITMAP:
            (packing,) = struct.unpack_from("<I", image, 24)
            start, end = 28, len(image)
            if packing != _COMPRESSED:
                return image
        elif kind == _METAFILE:
            (size,) = struct.unpack_from("<I", image, 12)
            start, end = 16, min(16 + size, len(image))
        else:
            return image
        cleaned = cleaned_in_place(image[start:end], self.clean)
        self.inner_texts += cleaned.texts
        self.counts += cleaned.counts
        return image[:start] + cleaned.content + image[end:]
