"""PNG: the chunks that drawing needs, with plain names. Nothing is decoded.

Of the ancillary chunks those stay that are a few numbers of a known length; a suggested palette
(sPLT) has a name and no effect, and goes. Left alone: what lies inside the image data behind
the last row, which only a decoder could tell.
Rule: W3C PNG Specification (Third Edition) clauses 5 (structure) and 11 (chunks).
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from redactor.documents.pictures import stripped as words
from redactor.documents.pictures.colour_profile import neutral_profile
from redactor.documents.pictures.exif import UPRIGHT, minimal_block, orientation
from redactor.documents.pictures.stripped import Stripped, result
from redactor.documents.pictures.unreadable import PictureUnreadable

SIGNATURE = b"\x89PNG\r\n\x1a\n"

_LENGTHS: dict[bytes, range] = {
    b"IHDR": range(13, 14),
    b"PLTE": range(3, 769, 3),
    b"IEND": range(1),
    b"tRNS": range(1, 257),
    b"gAMA": range(4, 5),
    b"cHRM": range(32, 33),
    b"sRGB": range(1, 2),
    b"sBIT": range(1, 5),
    b"bKGD": range(1, 7),
    b"hIST": range(2, 513, 2),
    b"pHYs": range(9, 10),
    b"cICP": range(4, 5),
    b"mDCV": range(24, 25),
    b"cLLI": range(8, 9),
    b"acTL": range(8, 9),
    b"fcTL": range(26, 27),
}
"""What stays, and how many bytes it may have."""

_IMAGE_DATA = frozenset({b"IDAT", b"fdAT"})
_NAMES = {
    b"eXIf": words.EXIF,
    b"tEXt": words.COMMENTS,
    b"zTXt": words.COMMENTS,
    b"iTXt": words.COMMENTS,
    b"iCCP": words.PROFILES,
}
_PROFILE_NAME = b"icc"
_PROFILE_LIMIT = 4 * 1024 * 1024  # bytes; the largest printer profiles are about half of it
_CRITICAL = 0x20  # unset in the first letter: nobody can draw the picture without the chunk


def strip_png(content: bytes) -> Stripped:
    """Raises PictureUnreadable without image data, or with an unknown critical chunk."""
    gone: Counter[str] = Counter()
    kept: list[bytes] = []
    kinds: set[bytes] = set()
    for chunk in _chunks(content, gone):
        stays = _kept(chunk)
        if stays != chunk.raw:
            gone[_NAMES.get(chunk.kind, words.APPLICATION)] += 1
        if stays:
            kept.append(stays)
            kinds.add(chunk.kind)
    if not kinds >= {b"IHDR", b"IDAT"}:
        raise PictureUnreadable("a damaged PNG")
    return result(content, SIGNATURE + b"".join(kept), gone)


def encoded_chunk(kind: bytes, payload: bytes) -> bytes:
    checked = kind + payload
    return len(payload).to_bytes(4, "big") + checked + zlib.crc32(checked).to_bytes(4, "big")


def png_size(content: bytes) -> tuple[int, int] | None:
    first = next(_chunks(content, Counter()), None)
    if first is None or first.kind != b"IHDR":
        return None
    return int.from_bytes(first.payload[:4], "big"), int.from_bytes(first.payload[4:8], "big")


@dataclass(frozen=True, slots=True)
class _Chunk:
    kind: bytes
    payload: bytes
    raw: bytes
    """With length and check sum, which may be wrong."""


def _chunks(content: bytes, gone: Counter[str]) -> Iterator[_Chunk]:
    at = len(SIGNATURE)
    while at + 8 <= len(content):
        size = int.from_bytes(content[at : at + 4], "big")
        kind = content[at + 4 : at + 8]
        end = at + 12 + size
        if end > len(content) and kind not in _IMAGE_DATA:
            gone[words.DAMAGED_REST] += 1
            return
        yield _Chunk(kind, content[at + 8 : min(at + 8 + size, len(content))], content[at:end])
        at = end
        if kind == b"IEND":
            break
    gone[words.TRAILING] += at < len(content)


def _kept(chunk: _Chunk) -> bytes:
    """The chunk as it stays, b"" when it goes."""
    if chunk.kind in _IMAGE_DATA:
        return chunk.raw
    if chunk.kind in _LENGTHS:
        if len(chunk.payload) in _LENGTHS[chunk.kind]:
            return chunk.raw
        if not chunk.kind[0] & _CRITICAL:
            raise PictureUnreadable("a damaged PNG")
        return b""
    if chunk.kind == b"iCCP":
        return _plain_profile(chunk)
    if chunk.kind == b"eXIf":
        turned = orientation(chunk.payload)
        return encoded_chunk(b"eXIf", minimal_block(turned)) if turned != UPRIGHT else b""
    if not chunk.kind[0] & _CRITICAL:
        raise PictureUnreadable("a PNG of an unknown kind")
    return b""


def _plain_profile(chunk: _Chunk) -> bytes:
    name, _, packed = chunk.payload.partition(b"\0")
    unpacker = zlib.decompressobj()
    try:
        profile = unpacker.decompress(packed[1:], _PROFILE_LIMIT)
    except zlib.error:
        return b""
    if not unpacker.eof:  # cut off, or far too long for a profile
        return b""
    new = neutral_profile(profile)
    if new is None:
        return b""
    if (name, new, unpacker.unused_data) == (_PROFILE_NAME, profile, b""):
        return chunk.raw
    return encoded_chunk(b"iCCP", _PROFILE_NAME + b"\0\0" + zlib.compress(new, 9))
