"""Pictures built in code: pixels by Pillow, metadata by hand, so that each block is known."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image, ImageSequence

NAME = "Wilhelmina Ostrander"
"""Nobody; planted wherever a picture can hold a name."""
HIDDEN = NAME.encode("ascii")
WIDE = NAME.encode("utf-16-le")


def traces(content: bytes) -> list[str]:
    """In which encodings the name, or its rarer half, still stands in the bytes."""
    return [
        encoding
        for encoding in ("ascii", "utf-16-le", "utf-16-be", "utf-32-le")
        if "Ostrander".encode(encoding) in content
    ]


def drawing(mode: str = "RGB", size: tuple[int, int] = (24, 16)) -> Image.Image:
    """Every pixel different from its neighbours."""
    picture = Image.new("RGB", size)
    picture.putdata(
        [(x * 9 % 256, y * 13 % 256, x * y % 256) for y in range(size[1]) for x in range(size[0])]
    )
    return picture.convert(mode)


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def pixels(content: bytes) -> list[tuple[str, tuple[int, int], bytes]]:
    """Mode, size and bytes of each frame, as a second reader sees them."""
    with Image.open(io.BytesIO(content)) as picture:
        return [
            (frame.mode, frame.size, frame.tobytes()) for frame in ImageSequence.Iterator(picture)
        ]


# JPEG


def segment(marker: int, payload: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def jpeg_with(*segments: bytes, content: bytes | None = None, tail: bytes = b"") -> bytes:
    """`segments` stand behind the JFIF segment."""
    content = content or saved(drawing(), "JPEG")
    place = 4 + int.from_bytes(content[4:6], "big")
    return content[:place] + b"".join(segments) + content[place:] + tail


def exif_block(*, orientation: int | None = None, artist: bytes | None = HIDDEN) -> bytes:
    """A small TIFF with an artist and, if asked, an orientation."""
    entries = b""
    count = (orientation is not None) + (artist is not None)
    text_at = 8 + 2 + 12 * count + 4
    if orientation is not None:
        entries += struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    if artist is not None:
        entries += struct.pack(">HHII", 0x013B, 2, len(artist), text_at)
    head = struct.pack(">4sIH", b"MM\0*", 8, count)
    return head + entries + bytes(4) + (artist or b"")


XMP = b"<x:xmpmeta><dc:creator>" + HIDDEN + b"</dc:creator></x:xmpmeta>"


# PNG


def chunk(kind: bytes, payload: bytes) -> bytes:
    checked = kind + payload
    return struct.pack(">I", len(payload)) + checked + struct.pack(">I", zlib.crc32(checked))


def png_with(*chunks: bytes, content: bytes | None = None, tail: bytes = b"") -> bytes:
    """`chunks` stand behind IHDR."""
    content = content or saved(drawing(), "PNG")
    return content[:33] + b"".join(chunks) + content[33:] + tail


# GIF


def gif_block(label: int, payload: bytes) -> bytes:
    blocks = b"".join(
        bytes((len(payload[at : at + 255]),)) + payload[at : at + 255]
        for at in range(0, len(payload), 255)
    )
    return bytes((0x21, label)) + blocks + b"\0"


def gif_with(*blocks: bytes, tail: bytes = b"") -> bytes:
    """`blocks` stand before the first frame of two."""
    frames = [drawing("P"), drawing("L").convert("P")]
    content = saved(frames[0], "GIF", save_all=True, append_images=frames[1:], loop=3, duration=70)
    place = 13 + (3 << (content[10] & 7) + 1)
    return content[:place] + b"".join(blocks) + content[place:] + tail


# WebP


def riff_chunk(kind: bytes, payload: bytes) -> bytes:
    return kind + struct.pack("<I", len(payload)) + payload + bytes(len(payload) % 2)


def webp_with(*chunks: bytes, flags: int = 0, tail: bytes = b"") -> bytes:
    """An extended WebP: VP8X, then the image, then `chunks`."""
    simple = saved(drawing(), "WEBP", lossless=True)
    extended = struct.pack("<B3x", flags) + (23).to_bytes(3, "little") + (15).to_bytes(3, "little")
    body = riff_chunk(b"VP8X", extended) + simple[12:] + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body + tail


# Colour profiles


def colour_profile(*tags: tuple[bytes, bytes]) -> bytes:
    """A profile of three primaries, three curves and more `tags`; 2.1, for a screen."""
    xyz = b"XYZ " + bytes(4) + struct.pack(">3i", 0x6FA2, 0x38F5, 0x390)
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, 0x233) + bytes(2)
    all_tags = [(name, xyz) for name in (b"rXYZ", b"gXYZ", b"bXYZ", b"wtpt")]
    all_tags += [(name, curve) for name in (b"rTRC", b"gTRC", b"bTRC")]
    all_tags += tags
    at = 128 + 4 + 12 * len(all_tags)
    table, values = struct.pack(">I", len(all_tags)), b""
    for name, value in all_tags:
        value += bytes(-len(value) % 4)  # noqa: PLW2901
        table += struct.pack(">4sII", name, at + len(values), len(value))
        values += value
    header = bytearray(128)
    header[8:24] = b"\x02\x10\0\0mntrRGB XYZ "
    header[36:40] = b"acsp"
    header[68:80] = struct.pack(">3i", 0xF6D6, 0x10000, 0xD32D)
    struct.pack_into(">I", header, 0, at + len(values))
    return bytes(header) + table + values


DESCRIPTION = (
    b"desc",
    b"desc" + bytes(4) + struct.pack(">I", len(HIDDEN) + 1) + HIDDEN + bytes(79),
)
COPYRIGHT = (b"cprt", b"text" + bytes(4) + HIDDEN + b"\0")
MULTILINGUAL = (
    b"desc",
    b"mluc"
    + bytes(4)
    + struct.pack(">II2s2sII", 1, 12, b"en", b"GB", len(WIDE), 28)
    + NAME.encode("utf-16-be"),
)
PRIVATE_TAG = (b"dscm", b"text" + bytes(4) + HIDDEN + b"\0")
