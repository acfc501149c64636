"""Tiny pictures of every format that Word takes, each with a text where the format keeps one.

Rules: PNG (W3C), JPEG (ITU T.81), Exif 2.3, GIF89a, TIFF 6.0, [MS-EMF], [MS-WMF].
"""

from __future__ import annotations

import gzip
import struct
import zlib

_PNG = b"\x89PNG\r\n\x1a\n"
_PIXEL = zlib.compress(b"\x00\xff\xff\xff", 9)


def chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(*chunks: bytes, after: bytes = b"") -> bytes:
    """One white pixel, with `chunks` before it and `after` behind the end."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return _PNG + header + b"".join(chunks) + chunk(b"IDAT", _PIXEL) + chunk(b"IEND", b"") + after


def text_chunk(text: str) -> bytes:
    return chunk(b"tEXt", b"Author\x00" + text.encode("latin-1"))


def packed_text_chunk(text: str) -> bytes:
    return chunk(b"zTXt", b"Author\x00\x00" + zlib.compress(text.encode("latin-1")))


def international_chunk(text: str, *, packed: bool = False, key: bytes = b"Author") -> bytes:
    content = zlib.compress(text.encode()) if packed else text.encode()
    return chunk(b"iTXt", key + b"\x00" + bytes([packed, 0]) + b"\x00\x00" + content)


def profile_chunk(text: str) -> bytes:
    """A colour profile named so. Its content is none: readers leave it out."""
    return chunk(b"iCCP", text.encode("latin-1") + b"\x00\x00" + zlib.compress(b"none"))


def jpeg(*segments: bytes, after: bytes = b"") -> bytes:
    """A grey square of 8 by 8: each Huffman table has one code, for "nothing changes"."""
    tables = bytes([0xFF, 0xDB, 0, 67, 0]) + b"\x01" * 64
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, 8, 8, 1) + b"\x01\x11\x00"
    codes = b"".join(
        b"\xff\xc4" + struct.pack(">HB", 20, kind) + b"\x01" + b"\x00" * 15 + b"\x00"
        for kind in (0x00, 0x10)
    )
    scan = b"\xff\xda" + struct.pack(">HB", 8, 1) + b"\x01\x00\x00\x3f\x00" + b"\x3f"
    first = segment(0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")
    return (
        b"\xff\xd8"
        + first
        + b"".join(segments)
        + tables
        + frame
        + codes
        + scan
        + b"\xff\xd9"
        + after
    )


def segment(marker: int, data: bytes) -> bytes:
    """A segment of a JPEG."""
    return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data


def tiff(tag: int, data: bytes, kind: int = 2, *, picture: bool = False) -> bytes:
    """A TIFF with one tag, as it stands alone or within Exif; with a white pixel on demand."""
    data = data + b"\x00" * (len(data) % 2)
    entries = [(tag, kind, len(data), None)]
    if picture:
        sizes = {256: 1, 257: 1, 258: 8, 259: 1, 262: 1, 273: 8, 277: 1, 278: 1, 279: 1}
        entries += [(number, 4, 1, value) for number, value in sizes.items()]
    entries.sort()
    start = 10  # the pixel stands at 8
    after = start + 2 + 12 * len(entries) + 4
    body = struct.pack("<H", len(entries))
    for number, form, count, value in entries:
        body += struct.pack("<HHII", number, form, count, after if value is None else value)
    return b"II*\x00" + struct.pack("<I", start) + b"\xff\x00" + body + b"\x00" * 4 + data


def exif(tag: int, data: bytes, kind: int = 2) -> bytes:
    """The Exif segment of a JPEG."""
    return segment(0xE1, b"Exif\x00\x00" + tiff(tag, data, kind))


def xmp(text: str) -> bytes:
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{text}</dc:creator>'
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def iptc(text: str) -> bytes:
    """The by-line of a press photograph. Rule: IPTC-NAA IIM 4.2, dataset 2:80."""
    record = b"\x1c\x02\x50" + struct.pack(">H", len(text)) + text.encode()
    record += b"\x00" * (len(record) % 2)
    resource = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(record)) + record
    return segment(0xED, b"Photoshop 3.0\x00" + resource)


def gif(extension: bytes = b"", after: bytes = b"") -> bytes:
    """One white pixel."""
    screen = struct.pack("<HHBBB", 1, 1, 0x80, 0, 0) + b"\xff\xff\xff\x00\x00\x00"
    image = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\x00"
    return b"GIF89a" + screen + extension + image + b"\x3b" + after


def gif_comment(text: str) -> bytes:
    return b"\x21\xfe" + bytes([len(text)]) + text.encode() + b"\x00"


def gif_application(text: str) -> bytes:
    return b"\x21\xff\x0bXMP DataXMP" + bytes([len(text)]) + text.encode() + b"\x00"


def bmp(after: bytes) -> bytes:
    """One white pixel of 24 bits."""
    info = struct.pack("<IiiHHIIiiII", 40, 1, 1, 1, 24, 0, 4, 2835, 2835, 0, 0)
    return b"BM" + struct.pack("<IHHI", 58, 0, 0, 54) + info + b"\xff\xff\xff\x00" + after


def record(kind: int, data: bytes) -> bytes:
    """A record of an EMF."""
    data += b"\x00" * (-len(data) % 4)
    return struct.pack("<II", kind, len(data) + 8) + data


def emf(*records: bytes, description: str = "") -> bytes:
    """A drawing of 100 by 20. Rule: [MS-EMF] 2.3.4.2 (EMR_HEADER)."""
    told = (description + "\x00").encode("utf-16-le") if description else b""
    end = record(14, struct.pack("<III", 0, 16, 20))
    size = 88 + len(told) + (-len(told) % 4)
    body = b"".join(records) + end
    header = struct.pack("<iiii", 0, 0, 99, 19) + struct.pack("<iiii", 0, 0, 2600, 500)
    header += b" EMF" + struct.pack("<III", 0x10000, size + len(body), len(records) + 2)
    header += struct.pack("<HHIII", 1, 0, len(told) // 2, 88 if told else 0, 0)
    header += struct.pack("<iiii", 1024, 768, 320, 240)
    return record(1, header + told) + body


def emf_text(text: str) -> bytes:
    """EMR_EXTTEXTOUTW with the text in UTF-16. Rule: [MS-EMF] 2.3.5.8."""
    encoded = text.encode("utf-16-le")
    start = 76
    gaps = start + len(encoded) + (-len(encoded) % 4)
    head = struct.pack("<iiiiIff", 0, 0, 99, 19, 1, 1.0, 1.0)
    head += struct.pack("<iiIIIiiiiI", 0, 0, len(text), start, 0, 0, 0, 0, 0, gaps)
    padded = encoded + b"\x00" * (-len(encoded) % 4)
    return record(84, head + padded + struct.pack("<I", 6) * len(text))


def emf_comment(text: str) -> bytes:
    data = b"NOTE" + text.encode()
    return record(70, struct.pack("<I", len(data)) + data)


def packed(content: bytes) -> bytes:
    """gzip without a time: .emz, .wmz and .svgz."""
    return gzip.compress(content, mtime=0)


def wmf(*records: bytes) -> bytes:
    """A placeable metafile. Rule: [MS-WMF] 2.3.2.3 and 2.3.2.2."""
    end = struct.pack("<IH", 3, 0)
    body = b"".join(records) + end
    longest = max(len(one) // 2 for one in (*records, end))
    header = struct.pack("<HHHIHIH", 1, 9, 0x0300, 9 + len(body) // 2, 1, longest, 0)
    place = struct.pack("<IHhhhhHI", 0x9AC6CDD7, 0, 0, 0, 1000, 200, 1440, 0)
    check = 0
    for (word,) in struct.iter_unpack("<H", place):
        check ^= word
    return place + struct.pack("<H", check) + header + body


def wmf_text(text: str) -> bytes:
    """META_TEXTOUT. Rule: [MS-WMF] 2.3.3.20."""
    data = text.encode() + b"\x00" * (len(text) % 2)
    content = struct.pack("<h", len(text)) + data + struct.pack("<hh", 10, 10)
    return struct.pack("<IH", 3 + len(content) // 2, 0x0521) + content


def wmf_escape(text: str) -> bytes:
    """META_ESCAPE with a comment (MFCOMMENT, 15). Rule: [MS-WMF] 2.3.6.1."""
    data = text.encode() + b"\x00" * (len(text) % 2)
    content = struct.pack("<HH", 15, len(data)) + data
    return struct.pack("<IH", 3 + len(content) // 2, 0x0626) + content


def svg(content: str, attributes: str = "") -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" '
        'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
        f'width="100" height="20"{attributes}>{content}</svg>'
    )
