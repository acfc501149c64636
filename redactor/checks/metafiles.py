"""The text that a metafile draws, joined: a program may draw each letter by a record of its own.

Rules: [MS-EMF] 2.2.5 and 2.3.5 (EXTTEXTOUTA, EXTTEXTOUTW, SMALLTEXTOUT); [MS-WMF] 2.3.3 (TEXTOUT,
EXTTEXTOUT). POLYTEXTOUT and EMF+ records are left to the search for strings.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_WIDE, _NARROW = "utf-16-le", "cp1252"
_EXT_A, _EXT_W, _SMALL = 83, 84, 108
_NO_BOUNDS, _EIGHT_BITS = 0x100, 0x200
_TEXT_OUT, _EXT_TEXT_OUT = 0x0521, 0x0A32
_WITH_RECTANGLE = 0x6
_PLACEABLE = b"\xd7\xcd\xc6\x9a"


def is_emf(content: bytes) -> bool:
    return content.startswith(b" EMF", 40)


def is_wmf(content: bytes) -> bool:
    return content.startswith((_PLACEABLE, b"\x01\x00\x09\x00", b"\x02\x00\x09\x00"))


def drawn_text(content: bytes) -> list[str]:
    """All that the metafile writes, once without and once with blanks between the records."""
    try:
        texts = list(_emf(content) if is_emf(content) else _wmf(content))
    except struct.error:  # a record that ends behind the file: its strings are searched anyway
        return []
    return ["".join(texts), "\n".join(texts)]


def _emf(content: bytes) -> Iterator[str]:
    at = 0
    while at + 8 <= len(content):
        kind, size = struct.unpack_from("<II", content, at)
        if size < 8:
            return
        record = content[at : at + size]
        at += size
        if kind in (_EXT_A, _EXT_W):
            count, start = struct.unpack_from("<II", record, 44)
            yield _text(record, start, count, _WIDE if kind == _EXT_W else _NARROW)
        elif kind == _SMALL:
            count, options = struct.unpack_from("<II", record, 16)
            start = 36 if options & _NO_BOUNDS else 52
            yield _text(record, start, count, _NARROW if options & _EIGHT_BITS else _WIDE)


def _wmf(content: bytes) -> Iterator[str]:
    at = (22 if content.startswith(_PLACEABLE) else 0) + 18
    while at + 6 <= len(content):
        words, function = struct.unpack_from("<IH", content, at)
        if words < 3:
            return
        record = content[at : at + 2 * words]
        at += 2 * words
        if function == _TEXT_OUT:
            (count,) = struct.unpack_from("<H", record, 6)
            yield _text(record, 8, count, _NARROW)
        elif function == _EXT_TEXT_OUT:
            count, options = struct.unpack_from("<HH", record, 10)
            yield _text(record, 22 if options & _WITH_RECTANGLE else 14, count, _NARROW)


def _text(record: bytes, start: int, count: int, encoding: str) -> str:
    size = count * (2 if encoding == _WIDE else 1)
    return record[start : start + size].decode(encoding, "replace")
