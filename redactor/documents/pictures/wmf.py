"""WMF: drawing records, byte for byte, without what only printers and programs read.

An escape record passes data on to a printer's driver, and programs keep comments and whole EMF
files in it; only those that set the ends and corners of lines stay. Texts are given back.

Left alone: names of fonts. Rule: [MS-WMF] 2.3 (records), 2.1.1.17 (escapes).
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
from redactor.documents.pictures.emf import MOST_RECORDS
from redactor.documents.pictures.inner import cleaned_in_place
from redactor.documents.pictures.stripped import InnerCleaner, Stripped, result
from redactor.documents.pictures.unreadable import PictureUnreadable

PLACEABLE = b"\xd7\xcd\xc6\x9a"
PLACEABLE_LENGTH = 22
HEADER_LENGTH = 18

_EOF, _ESCAPE, _CREATE_FONT = 0x0000, 0x0626, 0x02FB
_TEXT, _EXT_TEXT = 0x0521, 0x0A32
_LINE_ESCAPES = frozenset({0x15, 0x16, 0x17})
_BITMAPS = {0x0F43: 28, 0x0D33: 24}  # STRETCHDIB, SETDIBTODEV, and where the bitmap begins
_COMPRESSION_AT, _BITMAP_HEADER = 16, 40
_JPEG, _PNG = 4, 5
_GLYPHS, _RECTANGLE = 0x10, 0x06
_PLAIN_EOF = struct.pack("<IH", 3, _EOF)

_KNOWN = frozenset(
    int(number, 16)
    for number in """001E 0035 0037 00F7 00F8 0102 0103 0104 0105 0106 0107 0108 0127 012A 012B
    012C 012D 012E 0139 0142 0149 01F0 01F9 0201 0209 020A 020B 020C 020D 020E 020F 0211 0213 0214
    0220 0228 0231 0234 02FA 02FB 02FC 02FD 0324 0325 0410 0412 0415 0416 0418 0419 041B 041F 0429
    0436 0521 0538 0548 061C 061D 0626 06FE 06FF 0817 081A 0830 0922 0940 0A32 0B23 0B41 0D33
    0F43""".split()
)
"""With 00F8, 02FD and 06FE, of old: they make objects, and without them all others would get
wrong numbers."""


def strip_wmf(content: bytes, clean: InnerCleaner) -> Stripped:
    """Raises PictureUnreadable when the records cannot be followed."""
    gone: Counter[str] = Counter()
    front = PLACEABLE_LENGTH if content.startswith(PLACEABLE) else 0
    body = front + HEADER_LENGTH
    if len(content) < body or struct.unpack_from("<H", content, front + 2)[0] * 2 != HEADER_LENGTH:
        raise PictureUnreadable("a damaged WMF metafile")
    kept: list[bytes] = []
    records = list(islice(_records(content, body, gone), MOST_RECORDS + 1))
    if len(records) > MOST_RECORDS:
        raise PictureUnreadable("a WMF metafile of too many records")
    for record in records:
        if record.kind == _EOF:
            gone[words.SLACK] += record.content != _PLAIN_EOF
            kept.append(_PLAIN_EOF)
        elif record.kind == _ESCAPE and not _is_line_escape(record):
            gone[words.COMMENTS] += 1
        elif record.kind not in _KNOWN:
            gone[words.APPLICATION] += 1
        else:
            kept.append(_plain_bitmap(record, clean, gone))
    header = bytearray(content[front:body])
    size = HEADER_LENGTH + sum(map(len, kept))
    (objects,) = struct.unpack_from("<H", header, 10)
    struct.pack_into("<IHI", header, 6, size // 2, objects, max(map(len, kept)) // 2)
    cleaned = content[:front] + bytes(header) + b"".join(kept)
    texts = dict.fromkeys(
        text
        for charset in _charsets(records)
        for text in texts_of([text for record in records for text in _texts(record, charset)])
    )
    return result(content, cleaned, gone, tuple(texts))


@dataclass(frozen=True, slots=True)
class _Record:
    kind: int
    content: bytes = field(repr=False)


def _records(content: bytes, at: int, gone: Counter[str]) -> Iterator[_Record]:
    start = at
    while at + 6 <= len(content):
        size, kind = struct.unpack_from("<IH", content, at)
        if size < 3 or at + 2 * size > len(content):
            break
        yield _Record(kind, content[at : at + 2 * size])
        at += 2 * size
        if kind == _EOF:
            gone[words.TRAILING] += at < len(content)
            return
    if at == start:
        raise PictureUnreadable("a damaged WMF metafile")
    gone[words.DAMAGED_REST] += 1
    yield _Record(_EOF, _PLAIN_EOF)


def _is_line_escape(record: _Record) -> bool:
    if len(record.content) < 10:
        return False
    function, size = struct.unpack_from("<HH", record.content, 6)
    return function in _LINE_ESCAPES and size <= 4 and len(record.content) <= 14


def _plain_bitmap(record: _Record, clean: InnerCleaner, gone: Counter[str]) -> bytes:
    """A bitmap can be a whole JPEG or PNG, with all that these can hold."""
    at = _BITMAPS.get(record.kind)
    if at is None or len(record.content) < at + _BITMAP_HEADER:
        return record.content
    head, *_, packing = struct.unpack_from("<IiiHHI", record.content, at)
    if head < _BITMAP_HEADER or packing not in {_JPEG, _PNG}:
        return record.content
    inner = cleaned_in_place(record.content[at + head :], clean)
    gone.update(inner.counts)
    return record.content[: at + head] + inner.content


def _charsets(records: list[_Record]) -> tuple[int, ...]:
    """The Western one, and the first other that a font has: a text may be in either."""
    for record in records:
        if record.kind == _CREATE_FONT and len(record.content) > 19:
            charset = record.content[19]
            if charset > SYMBOLS:
                return WESTERN, charset
    return (WESTERN,)


def _texts(record: _Record, charset: int) -> Iterator[Drawn]:
    content = record.content
    if record.kind == _TEXT:
        (count,) = struct.unpack_from("<H", content, 6)
        place = 8 + count + count % 2
        y, x = struct.unpack_from("<hh", content, place)
        yield Drawn(decoded(content[8 : 8 + count], charset), x, y)
    elif record.kind == _EXT_TEXT:
        y, x, count, options = struct.unpack_from("<hhHH", content, 6)
        start = 22 if options & _RECTANGLE else 14
        end = start + count
        if end > len(content):
            raise PictureUnreadable("a damaged WMF metafile")
        distances_at = end + count % 2
        width = None
        if count and distances_at + 2 * count <= len(content):
            width = sum(struct.unpack_from(f"<{count}h", content, distances_at))
        if not options & _GLYPHS:
            yield Drawn(decoded(content[start:end], charset), x, y, width)
