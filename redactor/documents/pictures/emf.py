"""EMF: drawing records, byte for byte, without description, comments and what draws nothing.

Records that are none of the drawing ones of the specification go, and so do those that talk to
a printer or a colour engine: they hold file names and data of any kind. The texts that are
drawn are given back. Text drawn by numbers of glyphs cannot be read without its font.

Left alone: names of fonts, and the bytes within a drawing record that nothing points at.
Rule: [MS-EMF] 2.2.5 (texts), 2.3 (records).
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from redactor.documents.pictures import stripped as words
from redactor.documents.pictures.charsets import SYMBOLS, WESTERN, decoded
from redactor.documents.pictures.drawn_text import Drawn, texts_of
from redactor.documents.pictures.emfplus import PlusRecords
from redactor.documents.pictures.inner import cleaned_in_place
from redactor.documents.pictures.stripped import InnerCleaner, Stripped, result
from redactor.documents.pictures.unreadable import PictureUnreadable

SIGNATURE = b" EMF"
SIGNATURE_AT = 40

MOST_RECORDS = 1_000_000
"""Packed, a small file could hold many more, and each takes memory."""

_HEADER, _EOF, _COMMENT = 1, 14, 70
_CREATE_FONT = 82
_EXT_TEXT_A, _EXT_TEXT_W, _POLY_TEXT_A, _POLY_TEXT_W, _SMALL_TEXT = 83, 84, 96, 97, 108
_ANSI = frozenset({_EXT_TEXT_A, _POLY_TEXT_A})
_EXT_TEXTS = frozenset({_EXT_TEXT_A, _EXT_TEXT_W})
_POLY_TEXTS = frozenset({_POLY_TEXT_A, _POLY_TEXT_W})
_DRAWS_NOTHING = frozenset({69, 99, 100, 101, 102, 103, 105, 106, 107, 110, 112, 113, 117})
"""Colour spaces and profiles, OpenGL, what is passed on to a printer's driver, and numbers that
the specification leaves out."""
_LAST = 120

_HEADER_LENGTHS = (108, 100, 88)  # with extension 2, with extension 1, without
_PLAIN_EOF = struct.pack("<IIIII", _EOF, 20, 0, 16, 20)
_PLUS = b"EMF+"
_GLYPHS, _PAIRS = 0x10, 0x2000
_NO_RECTANGLE, _SMALL_CHARACTERS = 0x100, 0x200
_JPEG, _PNG = 4, 5
_BITMAPS = {76: 84, 77: 84, 78: 84, 79: 96, 80: 48, 81: 48, 93: 16, 94: 16, 95: 12, 114: 84}
_BITMAPS |= {116: 84}
"""Records that hold a bitmap, and where its four offsets and lengths begin."""


def strip_emf(content: bytes, clean: InnerCleaner) -> Stripped:
    """Raises PictureUnreadable when the records cannot be followed."""
    gone: Counter[str] = Counter()
    kept: list[bytearray] = []
    plus = PlusRecords(clean)
    records = list(islice(_records(content, gone), MOST_RECORDS + 1))
    if len(records) > MOST_RECORDS:
        raise PictureUnreadable("an EMF metafile of too many records")
    for record in records:
        new = _kept(record, plus, clean, gone)
        if new is not None:
            kept.append(new)
    plus.close()
    gone += plus.counts
    cleaned = bytearray().join(kept)
    if +gone:
        struct.pack_into("<II", cleaned, 48, len(cleaned), len(kept))
        struct.pack_into("<I", cleaned, 68, 0)  # colours of the palette, which the end had
    texts = dict.fromkeys(
        text
        for charset in _charsets(records)
        for text in texts_of([text for record in records for text in _texts(record, charset)])
    )
    texts.update(dict.fromkeys(plus.texts))
    return result(content, bytes(cleaned), gone, tuple(texts))


@dataclass(frozen=True, slots=True)
class _Record:
    kind: int
    content: bytes = field(repr=False)

    def unpack(self, layout: str, at: int) -> tuple[int, ...]:
        return struct.unpack_from(layout, self.content, at)


def _records(content: bytes, gone: Counter[str]) -> Iterator[_Record]:
    at = 0
    while at < len(content):
        kind, size = struct.unpack_from("<II", content, at) if at + 8 <= len(content) else (0, 0)
        if size < 8 or at + size > len(content):
            if not at:
                raise PictureUnreadable("a damaged EMF metafile")
            gone[words.DAMAGED_REST] += 1
            yield _Record(_EOF, _PLAIN_EOF)
            return
        yield _Record(kind, content[at : at + size])
        at += size
        if kind == _EOF:
            gone[words.TRAILING] += at < len(content)
            return
    gone[words.DAMAGED_REST] += 1
    yield _Record(_EOF, _PLAIN_EOF)


def _kept(
    record: _Record, plus: PlusRecords, clean: InnerCleaner, gone: Counter[str]
) -> bytearray | None:
    if record.kind == _HEADER:
        plain = _plain_header(record)
        gone[words.TEXTS] += plain != record.content
        return plain
    if record.kind == _EOF:
        if len(record.content) == len(_PLAIN_EOF) and not record.unpack("<I", 8)[0]:
            return bytearray(record.content)
        gone[words.SLACK] += 1  # the palette of a screen of 256 colours
        return bytearray(_PLAIN_EOF)
    if record.kind == _COMMENT:
        if record.content[12:16] != _PLUS:
            gone[words.COMMENTS] += 1
            return None
        comment = bytearray(record.content)
        (length,) = record.unpack("<I", 8)
        if 12 + length > len(comment):
            raise PictureUnreadable("a damaged EMF metafile")
        plus.take(comment, 16, 12 + length)
        return comment
    if record.kind in _DRAWS_NOTHING or not _HEADER < record.kind <= _LAST:
        gone[words.APPLICATION] += 1
        return None
    if record.kind in _BITMAPS:
        return _plain_bitmap(record, clean, gone)
    return bytearray(record.content)


def _plain_header(record: _Record) -> bytearray:
    """The header without description and pixel format, as short as it then can be."""
    if len(record.content) < _HEADER_LENGTHS[-1]:
        raise PictureUnreadable("a damaged EMF metafile")
    size = len(record.content)
    described, described_at = record.unpack("<II", 60)
    if described and described_at >= _HEADER_LENGTHS[-1]:
        size = min(size, described_at)
    if size >= _HEADER_LENGTHS[1]:
        formats, format_at = record.unpack("<II", 88)
        if formats and format_at >= _HEADER_LENGTHS[-1]:
            size = min(size, format_at)
    size = next(length for length in _HEADER_LENGTHS if length <= size)
    header = bytearray(record.content[:size])
    struct.pack_into("<I", header, 4, size)
    struct.pack_into("<II", header, 60, 0, 0)
    if size >= _HEADER_LENGTHS[1]:
        struct.pack_into("<II", header, 88, 0, 0)
    if described or size != len(record.content):
        return header
    return bytearray(record.content)


def _plain_bitmap(record: _Record, clean: InnerCleaner, gone: Counter[str]) -> bytearray:
    """A bitmap can be a whole JPEG or PNG, with all that these can hold."""
    new = bytearray(record.content)
    place = _BITMAPS[record.kind]
    if place + 16 > len(new):
        return new
    head_at, head, bits_at, bits = record.unpack("<IIII", place)
    if head < 40 or head_at + 20 > len(new):
        return new
    if record.unpack("<I", head_at + 16)[0] not in {_JPEG, _PNG}:
        return new
    inner = cleaned_in_place(record.content[bits_at : bits_at + bits], clean)
    new[bits_at : bits_at + bits] = inner.content
    gone.update(inner.counts)
    return new


def _charsets(records: list[_Record]) -> tuple[int, ...]:
    """The Western one, and the first other that a font has: a text may be in either."""
    for record in records:
        if record.kind == _CREATE_FONT and len(record.content) > 35:
            charset = record.content[35]
            if charset > SYMBOLS:
                return WESTERN, charset
    return (WESTERN,)


def _texts(record: _Record, charset: int) -> Iterator[Drawn]:
    if record.kind in _EXT_TEXTS:
        yield from _text(record, 36, charset)
    elif record.kind in _POLY_TEXTS:
        (count,) = record.unpack("<I", 36)
        if 40 + count * 40 > len(record.content):
            raise PictureUnreadable("a damaged EMF metafile")
        room = len(record.content)
        for index in range(count):
            for text in _text(record, 40 + index * 40, charset):
                room -= len(text.text)
                if room < 0:  # texts that share characters could grow without end
                    raise PictureUnreadable("a damaged EMF metafile")
                yield text
    elif record.kind == _SMALL_TEXT:
        x, y, count, options = record.unpack("<iiII", 8)
        start = 36 + (0 if options & _NO_RECTANGLE else 16)
        if not options & _GLYPHS:
            wide = not options & _SMALL_CHARACTERS
            letters = record.content[start : start + count * (1 + wide)]
            yield Drawn(decoded(letters, charset, wide=wide), x, y)


def _text(record: _Record, at: int, charset: int) -> Iterator[Drawn]:
    x, y, count, start, options = record.unpack("<iiIII", at)
    (distances_at,) = record.unpack("<I", at + 36)
    wide = record.kind not in _ANSI
    end = start + count * (1 + wide)
    if options & _GLYPHS or not count:
        return
    if end > len(record.content):
        raise PictureUnreadable("a damaged EMF metafile")
    steps = 2 if options & _PAIRS else 1
    width = None
    if distances_at and distances_at + 4 * count * steps <= len(record.content):
        width = sum(record.unpack(f"<{count * steps}I", distances_at)[::steps])
    yield Drawn(decoded(record.content[start:end], charset, wide=wide), x, y, width)
