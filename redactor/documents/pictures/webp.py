"""WebP: image data, animation and a plain colour profile.

Rule: RFC 9649 (WebP), 2.3 to 2.7.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from redactor.documents.pictures import stripped as words
from redactor.documents.pictures.colour_profile import neutral_profile
from redactor.documents.pictures.exif import UPRIGHT, minimal_block, orientation
from redactor.documents.pictures.stripped import Stripped, result
from redactor.documents.pictures.unreadable import PictureUnreadable

_IMAGES = frozenset({b"VP8 ", b"VP8L"})
_PLAIN = _IMAGES | {b"ALPH", b"ANIM"}
_FRAME_HEADER = 16
_FLAG_XMP, _FLAG_EXIF, _FLAG_PROFILE = 0x04, 0x08, 0x20
_NAMES = {b"EXIF": words.EXIF, b"XMP ": words.XMP, b"ICCP": words.PROFILES}


def strip_webp(content: bytes) -> Stripped:
    """Raises PictureUnreadable when the file holds no image."""
    gone: Counter[str] = Counter()
    size = 8 + int.from_bytes(content[4:8], "little")
    gone[words.TRAILING] += size + size % 2 < len(content)
    kept: dict[int, tuple[bytes, bytes]] = {}
    for index, (kind, payload, cut) in enumerate(_chunks(content[12:size])):
        plain = _kept(kind, payload)
        if plain is None and cut:
            gone[words.DAMAGED_REST] += 1
        elif plain != payload:
            gone[_NAMES.get(kind, words.APPLICATION)] += 1
        if plain is not None:
            kept[index] = kind, plain
    kinds = {kind for kind, _ in kept.values()}
    if not kinds & (_IMAGES | {b"ANMF"}):
        raise PictureUnreadable("a damaged WebP")
    body = b"".join(
        _encoded(kind, _flags(payload, kinds) if kind == b"VP8X" else payload)
        for kind, payload in kept.values()
    )
    return result(content, riff(body), gone)


def riff(body: bytes) -> bytes:
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body


def webp_size(content: bytes) -> tuple[int, int] | None:
    for kind, payload, _ in _chunks(content[12:]):
        if kind == b"VP8X" and len(payload) >= 10:
            width, height = payload[4:7], payload[7:10]
            return int.from_bytes(width, "little") + 1, int.from_bytes(height, "little") + 1
        if kind == b"VP8L" and len(payload) >= 5:
            bits = int.from_bytes(payload[1:5], "little")
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        if kind == b"VP8 " and len(payload) >= 10:
            width, height = payload[6:8], payload[8:10]
            limit = 0x3FFF
            return int.from_bytes(width, "little") & limit, int.from_bytes(height, "little") & limit
    return None


def _chunks(body: bytes) -> Iterator[tuple[bytes, bytes, bool]]:
    """Kind, payload, and whether the file ends before the chunk does."""
    at = 0
    while at + 8 <= len(body):
        size = int.from_bytes(body[at + 4 : at + 8], "little")
        payload = body[at + 8 : at + 8 + size]
        yield body[at : at + 4], payload, len(payload) < size
        at += 8 + size + size % 2


def _encoded(kind: bytes, payload: bytes) -> bytes:
    return kind + len(payload).to_bytes(4, "little") + payload + bytes(len(payload) % 2)


def _kept(kind: bytes, payload: bytes) -> bytes | None:
    if kind in _PLAIN:
        return payload
    if kind == b"VP8X":
        if len(payload) < 10:
            raise PictureUnreadable("a damaged WebP")
        return payload[:10]
    if kind == b"ANMF":
        frame = [payload[:_FRAME_HEADER]]
        for inner, image, _ in _chunks(payload[_FRAME_HEADER:]):
            if inner in _PLAIN:
                frame.append(_encoded(inner, image))
        return b"".join(frame)
    if kind == b"ICCP":
        return neutral_profile(payload)
    if kind == b"EXIF":
        block = payload.removeprefix(b"Exif\0\0")
        turned = orientation(block)
        return minimal_block(turned) if turned != UPRIGHT else None
    return None


def _flags(extended: bytes, kinds: set[bytes]) -> bytes:
    """The extended header, saying only of what is there that it is there."""
    flags = extended[0]
    for kind, flag in ((b"XMP ", _FLAG_XMP), (b"EXIF", _FLAG_EXIF), (b"ICCP", _FLAG_PROFILE)):
        if kind not in kinds:
            flags &= ~flag
    return bytes((flags,)) + extended[1:]
