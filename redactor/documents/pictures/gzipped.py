"""Packed metafiles (EMZ, WMZ): gzip names the file, its time and holds comments.

Rule: RFC 1952 (gzip) 2.3.
"""

from __future__ import annotations

import zlib

from redactor.documents.pictures.unreadable import PictureUnreadable

PACKED_KINDS = {"emf": "emz", "wmf": "wmz"}

_LIMIT = 64 * 1024 * 1024  # bytes unpacked
_GZIP = 16 + zlib.MAX_WBITS
_PLAIN_START = b"\x1f\x8b\x08\0\0\0\0\0"  # no name, no comment, no time


def gunzipped(content: bytes) -> tuple[bytes, bool]:
    """What is packed, and whether the gzip file holds nothing beside it.

    Raises PictureUnreadable when it is damaged, or larger than 64 MB unpacked.
    """
    unpacker = zlib.decompressobj(_GZIP)
    try:
        inner = unpacker.decompress(content, _LIMIT)
    except zlib.error:
        raise PictureUnreadable("a damaged packed metafile") from None
    if not inner:
        raise PictureUnreadable("a damaged packed metafile")
    if unpacker.unconsumed_tail:
        raise PictureUnreadable("a packed metafile of more than 64 MB")
    return inner, content.startswith(_PLAIN_START) and not unpacker.unused_data


def gzipped(content: bytes) -> bytes:
    """By hand: Python's own header says on which system it was made."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    sums = zlib.crc32(content).to_bytes(4, "little") + (len(content) % 2**32).to_bytes(4, "little")
    return _PLAIN_START + b"\x02\xff" + packed + sums
