"""The texts that pictures carry in compressed or marked form.

What stands in their bytes as it is (EXIF, XMP) is found among the strings of the file.
Rules: PNG 11.3.3 (tEXt, zTXt, iTXt) and 11.3.2.3 (iCCP); ISO/IEC 10918-1, B.2.4.5 (COM).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from redactor.checks.metafiles import drawn_text, is_emf, is_wmf

_PNG = b"\x89PNG\r\n\x1a\n"
_LONGEST = 16 * 2**20
"""Bytes of one inflated text; what is longer is a bomb and no remark."""


def inflate(content: bytes, limit: int, window: int = zlib.MAX_WBITS) -> bytes | None:
    """The inflated bytes; None if they are damaged, or more than `limit`. `window` as in zlib."""
    machine = zlib.decompressobj(window)
    try:
        plain = machine.decompress(content, limit + 1)
    except zlib.error:
        return None
    # What lies behind a member's own end would be read by nobody.
    is_whole = machine.eof and len(plain) <= limit and not (window < 0 and machine.unused_data)
    return plain if is_whole else None


def texts_in_picture(content: bytes) -> Iterator[bytes]:
    """Each remark or profile, as bytes; the caller finds out how they are encoded."""
    if content.startswith(_PNG):
        yield from _png(content)
    elif content.startswith(b"\xff\xd8"):
        yield from _jpeg(content)
    elif is_emf(content) or is_wmf(content):
        yield from (text.encode("utf-8", "replace") for text in drawn_text(content))


def _png(content: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 8 <= len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        kind, body = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        at += length + 12
        keyword, _, rest = body.partition(b"\x00")
        match kind:
            case b"tEXt":
                yield keyword
                yield rest
            case b"zTXt" | b"iCCP":
                yield keyword
                yield inflate(rest[1:], _LONGEST) or b""
            case b"iTXt":
                language, _, texts = rest[2:].partition(b"\x00")
                translated, _, text = texts.partition(b"\x00")
                yield from (keyword, language, translated)
                yield (inflate(text, _LONGEST) or b"") if rest[:1] == b"\x01" else text


def _jpeg(content: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xDA:  # the picture itself follows
            return
        length = int.from_bytes(content[at + 2 : at + 4], "big")
        if marker == 0xFE:
            yield content[at + 4 : at + 2 + length]
        at += 2 + length
