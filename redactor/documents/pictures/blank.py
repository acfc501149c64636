"""Empty pictures: of a format, and of the proportions of the picture whose place they take.

Built by hand, byte for byte the same everywhere; white where the format has no transparency.
Rule: the specifications that the modules of the formats name.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

from redactor.documents.pictures import emf, wmf
from redactor.documents.pictures.bmp import bmp_size
from redactor.documents.pictures.gif import gif_size
from redactor.documents.pictures.jpeg import jpeg_size
from redactor.documents.pictures.png import SIGNATURE, encoded_chunk, png_size
from redactor.documents.pictures.tiff import tiff_size
from redactor.documents.pictures.unreadable import PictureUnreadable
from redactor.documents.pictures.webp import riff, webp_size

_MOST = 1024  # pixels a side; a larger picture is drawn smaller in the same proportions
_JPEG_BLOCK = 8
_JPEG_STEP = 8  # the quantisation, which makes 127 steps the way from grey to white
_WHITE_LEVEL = 127


def blank_of(kind: str, content: bytes) -> bytes:
    """An empty picture of a kind that ``kinds.kind_of`` gives; PNG for any other."""
    if kind == "svg":
        return b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    if kind in {"emf", "wmf"}:
        return _emf(content) if kind == "emf" else _wmf(content)
    if kind in {"ico", "cur"}:
        return _icon(kind)
    build = {"jpeg": _jpeg, "gif": _gif, "bmp": _bmp, "tiff": _tiff, "webp": _webp}.get(kind, _png)
    return build(*_pixels(kind, content))


_SIZES: dict[str, Callable[[bytes], tuple[int, int] | None]] = {
    "jpeg": jpeg_size,
    "png": png_size,
    "gif": gif_size,
    "bmp": bmp_size,
    "tiff": tiff_size,
    "webp": webp_size,
}


def _pixels(kind: str, content: bytes) -> tuple[int, int]:
    """Width and height; 1 and 1 when a damaged picture does not say."""
    try:
        size = _SIZES[kind](content) if kind in _SIZES else None
    except (PictureUnreadable, struct.error, LookupError):
        size = None
    width, height = size or (1, 1)
    if width < 1 or height < 1:
        return 1, 1
    most = max(width, height, _MOST)
    return max(1, width * _MOST // most), max(1, height * _MOST // most)


def _png(width: int, height: int) -> bytes:
    """One bit of grey a pixel, all of it transparent."""
    rows = (b"\0" + b"\xff" * ((width + 7) // 8)) * height
    return SIGNATURE + b"".join(
        (
            encoded_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)),
            encoded_chunk(b"tRNS", b"\0\x01"),
            encoded_chunk(b"IDAT", zlib.compress(rows, 9)),
            encoded_chunk(b"IEND", b""),
        )
    )


def _gif(width: int, height: int) -> bytes:
    """A screen of the size, and on it one frame of a single transparent pixel."""
    screen = struct.pack("<HHBBB", width, height, 0x80, 0, 0) + b"\xff\xff\xff\0\0\0"
    control = b"\x21\xf9\x04\x01\0\0\0\0"
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\0"
    return b"GIF89a" + screen + control + frame + b"\x3b"


def _bmp(width: int, height: int) -> bytes:
    row = (width + 31) // 32 * 4
    header = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 1, 0, row * height, 0, 0, 2, 0)
    palette = b"\xff\xff\xff\0\0\0\0\0"
    start = 14 + len(header) + len(palette)
    file_header = struct.pack("<2sIHHI", b"BM", start + row * height, 0, 0, start)
    return file_header + header + palette + bytes(row * height)


def _tiff(width: int, height: int) -> bytes:
    row = (width + 7) // 8
    tags = (
        (256, width),
        (257, height),
        (258, 1),
        (259, 1),
        (262, 0),  # zero is white
        (273, 8 + 2 + 12 * 9 + 4),
        (277, 1),
        (278, height),
        (279, row * height),
    )
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    directory = struct.pack("<H", len(tags)) + entries + bytes(4)
    return struct.pack("<4sI", b"II*\0", 8) + directory + bytes(row * height)


def _webp(width: int, height: int) -> bytes:
    """Lossless: five codes of one symbol each, which take no bits for any pixel."""
    bits = "".join(
        format(value, f"0{count}b")[::-1]
        for value, count in (
            (0x2F, 8),
            (width - 1, 14),
            (height - 1, 14),
            (1, 1),  # there is transparency
            (0, 3),  # the version
            (0, 1),  # no transform
            (0, 1),  # no cache of colours
            (0, 1),  # one set of codes for the whole picture
            *((0b101, 3), (0, 8)) * 5,  # simple, one symbol, of eight bits: 0
        )
    )
    bits += "0" * (-len(bits) % 16)
    data = bytes(int(bits[at : at + 8][::-1], 2) for at in range(0, len(bits), 8))
    return riff(b"VP8L" + len(data).to_bytes(4, "little") + data)


def _jpeg(width: int, height: int) -> bytes:
    """Grey, baseline: the first block says how far to go to white, all others: no change.

    Codes: for differences "0" is none and "10" is one of 7 bits; for the rest "0" is its end.
    """
    blocks = -(-width // _JPEG_BLOCK) * -(-height // _JPEG_BLOCK)
    bits = "10" + format(_WHITE_LEVEL, "07b") + "0" + "00" * (blocks - 1)
    bits += "1" * (-len(bits) % 8)
    scan = int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xff", b"\xff\0")
    segments = (
        (0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        (0xDB, b"\0" + bytes((_JPEG_STEP,)) * 64),
        (0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\0"),
        (0xC4, b"\0\x01\x01" + bytes(14) + b"\0\x07"),
        (0xC4, b"\x10\x01" + bytes(15) + b"\0"),
        (0xDA, b"\x01\x01\0\0\x3f\0"),
    )
    head = b"".join(
        bytes((0xFF, marker)) + struct.pack(">H", len(payload) + 2) + payload
        for marker, payload in segments
    )
    return b"\xff\xd8" + head + scan + b"\xff\xd9"


def _icon(kind: str) -> bytes:
    image = _png(16, 16)
    group = struct.pack("<HHH", 0, 1 if kind == "ico" else 2, 1)
    return group + struct.pack("<BBBBHHII", 16, 16, 0, 0, 0, 0, len(image), 22) + image


def _emf(content: bytes) -> bytes:
    """The header's bounds, frame and device; nothing drawn."""
    places = content[8:40] if len(content) >= 88 else bytes(16) + struct.pack("<4i", 0, 0, 1, 1)
    device = content[72:88] if len(content) >= 88 else struct.pack("<4i", 1, 1, 1, 1)
    end = struct.pack("<IIIII", 14, 20, 0, 16, 20)
    fields = struct.pack("<IIIHHIII", 0x10000, 88 + len(end), 2, 1, 0, 0, 0, 0)
    return struct.pack("<II", 1, 88) + places + emf.SIGNATURE + fields + device + end


def _wmf(content: bytes) -> bytes:
    """The placeable header, if there is one, and a window of its size; nothing drawn."""
    front = b""
    width = height = 1
    if content.startswith(wmf.PLACEABLE) and len(content) >= wmf.PLACEABLE_LENGTH:
        left, top, right, bottom, inch = struct.unpack_from("<4hH", content, 6)
        front = wmf.PLACEABLE + struct.pack("<H4hHI", 0, left, top, right, bottom, inch, 0)
        total = 0
        for (word,) in struct.iter_unpack("<H", front):
            total ^= word
        front += struct.pack("<H", total)
        width, height = right - left, bottom - top
    window = struct.pack("<IHhhIHhh", 5, 0x020B, 0, 0, 5, 0x020C, _short(height), _short(width))
    records = window + struct.pack("<IH", 3, 0)
    header = struct.pack("<HHHIHIH", 1, 9, 0x0300, (18 + len(records)) // 2, 0, 5, 0)
    return front + header + records


def _short(number: int) -> int:
    return max(-0x8000, min(number, 0x7FFF))
