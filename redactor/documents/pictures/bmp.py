"""Bitmaps of Windows (BMP, ICO, CUR): headers, colours and pixels, without gaps and rests.

A colour profile of a bitmap can be the path of a file; few programs heed one, so it goes.
Rule: [MS-WMF] 2.2.2.9 and 2.2.2.3 to 2.2.2.5 (DIB and its headers), 3.1.6 (run-length coding).
"""

from __future__ import annotations

import struct
from collections import Counter
from dataclasses import dataclass

from redactor.documents.pictures import stripped as words
from redactor.documents.pictures.png import SIGNATURE as PNG
from redactor.documents.pictures.png import strip_png
from redactor.documents.pictures.stripped import Stripped, result
from redactor.documents.pictures.unreadable import PictureUnreadable

_FILE_HEADER = 14
_CORE, _INFO, _V4, _V5 = 12, 40, 108, 124
_HEADERS = frozenset({_CORE, 16, _INFO, 52, 56, 64, _V4, _V5})
_RGB, _RLE8, _RLE4, _BITFIELDS, _ALPHA_BITFIELDS = 0, 1, 2, 3, 6
_FOREIGN_PROFILES = (b"KNIL", b"DEBM")  # linked and embedded, as little-endian numbers
_SRGB = b"BGRs"
_ICON_ENTRY = 16


@dataclass(frozen=True, slots=True)
class Dib:
    """A device-independent bitmap: lengths in bytes, and its size in pixels."""

    width: int
    height: int
    bits: int
    compression: int
    head: int
    """Header, masks and colour table."""

    @property
    def pixels(self) -> int:
        """Bytes that uncompressed rows take."""
        return (self.width * self.bits + 31) // 32 * 4 * self.height


def read_dib(content: bytes, at: int) -> Dib:
    """The bitmap whose header is at `at`. Raises PictureUnreadable when it is none."""
    (size,) = struct.unpack_from("<I", content, at)
    if size not in _HEADERS:
        raise PictureUnreadable("a bitmap of an unknown kind")
    if size == _CORE:
        width, height, _, bits = struct.unpack_from("<4H", content, at + 4)
        compression, used, entry = _RGB, 0, 3
    else:
        width, height, _, bits = struct.unpack_from("<iiHH", content, at + 4)
        compression, used, entry = _RGB, 0, 4
        if size >= _INFO:
            (compression,) = struct.unpack_from("<I", content, at + 16)
            (used,) = struct.unpack_from("<I", content, at + 32)
    if width <= 0 or bits not in {1, 2, 4, 8, 16, 24, 32}:
        raise PictureUnreadable("a damaged bitmap")
    masks = {_BITFIELDS: 12, _ALPHA_BITFIELDS: 16}.get(compression, 0) if size == _INFO else 0
    most = 1 << bits if bits <= 8 else 0
    colours = min(used or most, most or 256)
    return Dib(width, abs(height), bits, compression, size + masks + colours * entry)


def strip_bmp(content: bytes) -> Stripped:
    """Raises PictureUnreadable when header and pixels do not fit together."""
    gone: Counter[str] = Counter()
    dib = read_dib(content, _FILE_HEADER)
    pixels_at, header = struct.unpack_from("<II", content, 10)
    head_end = min(_FILE_HEADER + dib.head, pixels_at)  # some store fewer colours than they could
    if not _FILE_HEADER + header <= pixels_at < len(content):
        raise PictureUnreadable("a damaged bitmap")
    head = bytearray(content[:head_end])
    pixels = content[pixels_at : pixels_at + _pixel_bytes(content, pixels_at, dib)]
    if not pixels:
        raise PictureUnreadable("a damaged bitmap")
    profile_type = _FILE_HEADER + 56
    if header >= _V4 and head[profile_type : profile_type + 4] in _FOREIGN_PROFILES:
        head[profile_type : profile_type + 4] = _SRGB
        head[profile_type + 4 : _FILE_HEADER + _V4] = bytes(_V4 - 60)
        if header == _V5:
            head[_FILE_HEADER + 112 : _FILE_HEADER + _V5] = bytes(_V5 - 112)
        gone[words.PROFILES] += 1
    gone[words.SLACK] += any(content[head_end:pixels_at]) or any(head[6:10])
    gone[words.TRAILING] += pixels_at + len(pixels) < len(content)
    struct.pack_into("<IHHI", head, 2, head_end + len(pixels), 0, 0, head_end)
    return result(content, bytes(head) + pixels, gone)


def bmp_size(content: bytes) -> tuple[int, int]:
    dib = read_dib(content, _FILE_HEADER)
    return dib.width, dib.height


def strip_ico(content: bytes) -> Stripped:
    """Icons and cursors: each image a PNG or a bitmap. Raises PictureUnreadable."""
    gone: Counter[str] = Counter()
    (count,) = struct.unpack_from("<H", content, 4)
    head = bytearray(content[: 6 + count * _ICON_ENTRY])
    images = bytearray()
    taken = 0
    for index in range(count):
        size, at = struct.unpack_from("<II", content, 6 + index * _ICON_ENTRY + 8)
        image = content[at : at + size]
        taken += len(image)
        if not image or taken > len(content):  # images that share bytes could grow without end
            raise PictureUnreadable("a damaged icon")
        if image.startswith(PNG):
            plain = strip_png(image)
            gone += plain.counts
            image = plain.content
        else:
            image = _icon_bitmap(image)
            gone[words.SLACK] += len(image) < size
        struct.pack_into(
            "<II", head, 6 + index * _ICON_ENTRY + 8, len(image), len(head) + len(images)
        )
        images += image
    if not count:
        raise PictureUnreadable("a damaged icon")
    gone[words.TRAILING] += len(head) + taken < len(content)
    return result(content, bytes(head + images), gone)


def _icon_bitmap(image: bytes) -> bytes:
    """Colours above, and below them the mask of what is transparent; the height counts both."""
    dib = read_dib(image, 0)
    height = dib.height // 2
    colours = (dib.width * dib.bits + 31) // 32 * 4 * height
    mask = (dib.width + 31) // 32 * 4 * height
    return image[: dib.head + colours + mask]


def _pixel_bytes(content: bytes, at: int, dib: Dib) -> int:
    if dib.compression in {_RGB, _BITFIELDS, _ALPHA_BITFIELDS}:
        return dib.pixels
    if dib.compression not in {_RLE8, _RLE4}:
        raise PictureUnreadable("a bitmap of an unknown kind")
    start = at
    while at + 2 <= len(content):
        count, value = content[at], content[at + 1]
        at += 2
        if count or not value:  # a run of one colour, or the end of a row
            continue
        if value == 1:  # the end of the picture
            break
        if value == 2:  # a move
            at += 2
        else:
            size = value if dib.compression == _RLE8 else (value + 1) // 2
            at += size + size % 2
    return at - start
