"""Metafiles built record by record."""

from __future__ import annotations

import gzip
import struct
from itertools import pairwise

from picture_files import HIDDEN

EMF_EOF = struct.pack("<IIIII", 14, 20, 0, 16, 20)
WMF_EOF = struct.pack("<IH", 3, 0)


def padded(payload: bytes, unit: int) -> bytes:
    return payload + bytes(-len(payload) % unit)


# EMF


def emf_record(kind: int, payload: bytes = b"") -> bytes:
    payload = padded(payload, 4)
    return struct.pack("<II", kind, len(payload) + 8) + payload


def emf(*records: bytes, description: str = "", end: bytes = EMF_EOF, tail: bytes = b"") -> bytes:
    about = description.encode("utf-16-le")
    size = 108 + len(padded(about, 4))
    body = b"".join((*records, end))
    header = struct.pack("<II4i4i", 1, size, 0, 0, 99, 49, 0, 0, 2600, 1300)
    header += struct.pack("<4sIIIHH", b" EMF", 0x10000, size + len(body), len(records) + 2, 1, 0)
    header += struct.pack("<III", len(about) // 2, 108 if about else 0, 0)
    header += struct.pack("<4i", 1000, 1000, 260, 260) + bytes(12) + struct.pack("<2I", 26, 26)
    return header + padded(about, 4) + body + tail


def emf_rectangle() -> bytes:
    return emf_record(43, struct.pack("<4i", 5, 5, 60, 40))


def emf_comment(payload: bytes) -> bytes:
    return emf_record(70, struct.pack("<I", len(payload)) + payload)


def _emf_text(
    text: bytes, count: int, place: tuple[int, int], options: int, at: int, step: int
) -> tuple[bytes, bytes]:
    """EmrText and, behind it, its characters and their distances."""
    letters = padded(text, 4)
    distances = struct.pack(f"<{count}I", *[step] * count) if step else b""
    distances_at = at + len(letters) if step else 0
    head = struct.pack("<iiIII4iI", *place, count, at, options, 0, 0, -1, -1, distances_at)
    return head, letters + distances


def emf_text(
    text: str,
    x: int = 0,
    y: int = 0,
    *,
    wide: bool = True,
    step: int = 0,
    options: int = 0,
    encoding: str = "cp1252",
) -> bytes:
    encoded = text.encode("utf-16-le" if wide else encoding)
    head, rest = _emf_text(encoded, len(text), (x, y), options, 76, step)
    fields = struct.pack("<4iIff", 0, 0, -1, -1, 1, 1.0, 1.0)
    return emf_record(84 if wide else 83, fields + head + rest)


def emf_poly_text(texts: list[tuple[str, int, int]], *, wide: bool = True) -> bytes:
    at = 40 + 40 * len(texts)
    heads, rests = b"", b""
    for text, x, y in texts:
        encoded = text.encode("utf-16-le" if wide else "cp1252")
        head, rest = _emf_text(encoded, len(text), (x, y), 0, at + len(rests), 0)
        heads += head
        rests += rest
    fields = struct.pack("<4iIffI", 0, 0, -1, -1, 1, 1.0, 1.0, len(texts))
    return emf_record(97 if wide else 96, fields + heads + rests)


def emf_small_text(text: str, *, small: bool = True, rectangle: bool = False) -> bytes:
    options = (0x200 if small else 0) | (0 if rectangle else 0x100)
    fields = struct.pack("<iiIIIff", 3, 4, len(text), options, 1, 1.0, 1.0)
    bounds = struct.pack("<4i", 0, 0, 9, 9) if rectangle else b""
    return emf_record(108, fields + bounds + text.encode("cp1252" if small else "utf-16-le"))


def emf_font(charset: int) -> bytes:
    face = "Arial".encode("utf-16-le").ljust(64, b"\0")
    font = struct.pack("<5i8B", -12, 0, 0, 0, 400, 0, 0, 0, charset, 0, 0, 0, 0) + face
    return emf_record(82, struct.pack("<I", 1) + font)


def emf_bitmap(picture: bytes) -> bytes:
    """STRETCHDIBITS with a whole PNG in the place of pixels."""
    head = struct.pack("<IiiHHIIiiII", 40, 24, 16, 1, 0, 5, len(picture), 0, 0, 0, 0)
    fields = struct.pack("<4i6i", 0, 0, 9, 9, 0, 0, 0, 0, 24, 16)
    fields += struct.pack("<IIIIII", 80, 40, 120, len(picture), 0, 0xCC0020)
    fields += struct.pack("<2i", 24, 16)
    return emf_record(81, fields + head + picture)


# EMF+


def plus_record(kind: int, payload: bytes = b"", flags: int = 0) -> bytes:
    payload = padded(payload, 4)
    return struct.pack("<HHII", kind, flags, len(payload) + 12, len(payload)) + payload


def plus_comment(*records: bytes) -> bytes:
    return emf_comment(b"EMF+" + b"".join(records))


def plus_string(text: str, x: float = 0, y: float = 0) -> bytes:
    fields = struct.pack("<IIIffff", 0, 0, len(text), x, y, 0, 0)
    return plus_record(0x401C, fields + text.encode("utf-16-le"))


def plus_driver_string(text: str, *, characters: bool = True) -> bytes:
    fields = struct.pack("<IIII", 0, int(characters), 0, len(text)) + text.encode("utf-16-le")
    return plus_record(0x4036, fields + struct.pack("<ff", 1, 2) * len(text))


def plus_bitmap(picture: bytes) -> bytes:
    """The data of an image object: a compressed bitmap."""
    return struct.pack("<IIiiiII", 0xDBC01002, 1, 0, 0, 0, 0, 1) + picture


def plus_metafile(picture: bytes) -> bytes:
    return struct.pack("<IIII", 0xDBC01002, 2, 3, len(picture)) + picture


def plus_image(image: bytes) -> bytes:
    return plus_record(0x4008, image, 0x0500)


def plus_image_in_pieces(image: bytes, size: int, *, last_says_length: bool) -> list[bytes]:
    """One image object over several comments."""
    image = padded(image, 4)
    cuts = [*range(0, len(image), size), len(image)]
    total = struct.pack("<I", len(image))
    comments = []
    for start, stop in pairwise(cuts):
        last = stop == len(image)
        front = b"" if last and not last_says_length else total
        flags = 0x0500 if last else 0x8500
        comments.append(plus_comment(plus_record(0x4008, front + image[start:stop], flags)))
    return comments


# WMF


def wmf_record(kind: int, payload: bytes = b"") -> bytes:
    payload = padded(payload, 2)
    return struct.pack("<IH", (len(payload) + 6) // 2, kind) + payload


def wmf(*records: bytes, placeable: bool = True, end: bytes = WMF_EOF, tail: bytes = b"") -> bytes:
    front = b""
    if placeable:
        front = struct.pack("<IH4hHI", 0x9AC6CDD7, 0, 0, 0, 1000, 500, 1440, 0)
        check = 0
        for (word,) in struct.iter_unpack("<H", front):
            check ^= word
        front += struct.pack("<H", check)
    all_records = (*records, end)
    words = [len(record) // 2 for record in all_records]
    header = struct.pack("<HHHIHIH", 1, 9, 0x0300, 9 + sum(words), 0, max(words), 0)
    return front + header + b"".join(all_records) + tail


def wmf_rectangle() -> bytes:
    return wmf_record(0x041B, struct.pack("<4h", 400, 600, 50, 50))


def wmf_text(text: str, x: int = 0, y: int = 0, *, encoding: str = "cp1252") -> bytes:
    encoded = text.encode(encoding)
    return wmf_record(
        0x0521, struct.pack("<H", len(encoded)) + padded(encoded, 2) + struct.pack("<hh", y, x)
    )


def wmf_ext_text(text: str, x: int = 0, y: int = 0, *, options: int = 0, step: int = 0) -> bytes:
    encoded = text.encode("cp1252")
    rectangle = struct.pack("<4h", 0, 0, 9, 9) if options & 6 else b""
    distances = struct.pack(f"<{len(text)}h", *[step] * len(text)) if step else b""
    fields = struct.pack("<hhHH", y, x, len(encoded), options)
    return wmf_record(0x0A32, fields + rectangle + padded(encoded, 2) + distances)


def wmf_escape(function: int, payload: bytes) -> bytes:
    return wmf_record(0x0626, struct.pack("<HH", function, len(payload)) + payload)


def wmf_font(charset: int) -> bytes:
    font = struct.pack("<5h8B", -12, 0, 0, 0, 400, 0, 0, 0, charset, 0, 0, 0, 0)
    return wmf_record(0x02FB, font + b"Arial\0")


def packed(metafile: bytes, **options: object) -> bytes:
    """As Office packs it, with a name or a time if asked."""
    content = gzip.compress(metafile, mtime=0)
    if not options:
        return content
    return content[:3] + b"\x08" + content[4:10] + HIDDEN + b"\0" + content[10:]
