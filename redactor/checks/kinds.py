"""What kind of file some bytes are, by what they begin with; by their name where that says little.

Sources: the formats' own specifications (PNG 5.2, JFIF, GIF89a, TIFF 6.0, [MS-EMF] 2.3.4.2,
[MS-WMF] 2.3.2.3, [MS-CFB] 2.2, APPNOTE 4.3.7, RFC 1952, OpenType 1.9 and the like).
"""

from __future__ import annotations

import codecs
from enum import Enum

_XML_NAMES = (".xml", ".rels", ".vml", ".svg")
_FONT_NAMES = (".odttf", ".ttf", ".otf", ".fntdata")
_SHOWN_IN_TEXT = 0.95
_ASCII_IN_TEXT = 0.8
_SHORTEST_NAMELESS_TEXT = 64
"""Bytes: fewer are letters by chance, where a run of letters was taken for base64."""


class Kind(Enum):
    XML = "text"
    TEXT = "plain text"
    PACKAGE = "package"
    GZIP = "compressed"
    PICTURE = "picture"
    FONT = "font"
    COMPOUND = "compound file"
    PDF = "PDF"
    EMPTY = "empty"
    UNKNOWN = "binary"


_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"PK\x03\x04", Kind.PACKAGE),
    (b"PK\x05\x06", Kind.PACKAGE),
    (b"\x1f\x8b\x08", Kind.GZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.COMPOUND),
    (b"%PDF-", Kind.PDF),
    (b"\x89PNG\r\n\x1a\n", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"GIF87a", Kind.PICTURE),
    (b"GIF89a", Kind.PICTURE),
    (b"BM", Kind.PICTURE),
    (b"II*\x00", Kind.PICTURE),
    (b"MM\x00*", Kind.PICTURE),
    (b"II\xbc", Kind.PICTURE),  # JPEG XR
    (b"\x00\x00\x01\x00", Kind.PICTURE),  # icon
    (b"\x01\x00\x00\x00", Kind.PICTURE),  # EMF, if its signature follows
    (b"\xd7\xcd\xc6\x9a", Kind.PICTURE),  # WMF with a placeable header
    (b"\x01\x00\x09\x00", Kind.PICTURE),
    (b"\x02\x00\x09\x00", Kind.PICTURE),
    (b"RIFF", Kind.PICTURE),  # WebP, if it says so
    (b"\x00\x01\x00\x00\x00", Kind.FONT),
    (b"OTTO", Kind.FONT),
    (b"ttcf", Kind.FONT),
    (b"wOFF", Kind.FONT),
    (b"wOF2", Kind.FONT),
)
_CONFIRMED_BY = {
    b"\x01\x00\x00\x00": (40, b" EMF"),
    b"RIFF": (8, b"WEBP"),
    b"BM": (6, b"\x00\x00\x00\x00"),
}
"""Where a beginning is short, what has to follow at which offset."""


def kind_of(content: bytes, name: str = "") -> Kind:
    """The kind of a file; `name` is the member's, or "" for what has none."""
    if not content:
        return Kind.EMPTY
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            at, confirmation = _CONFIRMED_BY.get(magic, (0, b""))
            if content.startswith(confirmation, at):
                return kind
    lowered = name.lower()
    if lowered.endswith(_FONT_NAMES):
        return Kind.FONT
    if lowered.endswith(_XML_NAMES):
        return Kind.XML
    text = as_text(content)
    if text is None or (not name and len(content) < _SHORTEST_NAMELESS_TEXT):
        return Kind.UNKNOWN
    beginning = text[:1000].lstrip()
    # A web page is no XML, though it begins like it.
    is_page = lowered.endswith((".htm", ".html", ".mht"))
    is_xml = beginning.startswith("<?xml" if is_page or not name else "<")
    return Kind.XML if is_xml else Kind.TEXT


def as_text(content: bytes) -> str | None:
    """The text of a plain text file in UTF-8, UTF-16 or Windows' Latin; None if it is none."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return _decoded(content, encoding)
    if b"\x00" in content:
        return None
    return _decoded(content, "utf-8") or _decoded(content, "cp1252")


def is_named_xml(name: str) -> bool:
    """Whether a member called `name` has to be XML."""
    return name.lower().endswith(_XML_NAMES)


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    start = text[:100_000]
    shown = sum(char.isprintable() or char in "\t\r\n\f" for char in start)
    ascii_ = sum(map(str.isascii, start)) if encoding == "cp1252" else len(start)
    is_text = shown >= len(start) * _SHOWN_IN_TEXT and ascii_ >= len(start) * _ASCII_IN_TEXT
    return text if is_text else None
