"""Is a name in a file? A reader that believes nothing and unpacks everything it knows.

Every stretch of bytes is read as it is, in both forms of UTF-16 and in UTF-8; zips, gzip and zlib
streams, base64, hexadecimal digits, quoted-printable, percent-encoding, character references and
the escapes of rich text are undone, again and again; of XML every text is joined without mark-up,
and so are the texts of the records of a metafile. Of each of these only the letters count, without
case, accents and forms, so that nothing between two letters can hide a word. The names are made so
that their letters stand nowhere by chance (canary_names).

It shares nothing with the program: it is slow, keeps no places and cannot tell a word from a name.
"""

from __future__ import annotations

import binascii
import gzip
import html
import io
import quopri
import re
import struct
import unicodedata
import zipfile
import zlib
from base64 import b64decode
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

_DEEPEST = 12
_BASE64 = re.compile(rb"[A-Za-z0-9+/]{16,}(?:\s+[A-Za-z0-9+/]{4,})*={0,2}")
_HEX = re.compile(rb"(?:[0-9A-Fa-f]{2}\s*){12,}")
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_RTF_HEX = re.compile(r"\\'([0-9a-fA-F]{2})")
_RTF_CODE = re.compile(r"\\u(-?\d+) ?\??")
_BETWEEN = "|"


class Letters:
    """All that can be read in `content`, to be searched for many names."""

    def __init__(self, content: bytes) -> None:
        found: dict[str, None] = {}
        for text in _texts(content, 0):
            found.setdefault(_letters(text))
        self._all = _BETWEEN.join(found)

    def hold(self, word: str) -> bool:
        return _letters(word) in self._all


def holds(content: bytes, word: str) -> bool:
    """True when `word` can be read somewhere in `content`."""
    return Letters(content).hold(word)


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return "".join(filter(str.isalpha, plain)).casefold()


def _texts(data: bytes, depth: int) -> Iterator[str]:
    if depth > _DEEPEST or not data:
        return
    # Letters only: as Latin-1, UTF-16 of unaccented letters reads the same as one byte each.
    yield from _readings(data)
    if data.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith((b"<", b"\x00<")):
        yield from _xml(data, depth)
    if data[40:44] == b" EMF":
        yield _metafile(data)
    for inner in _inside(data):
        if inner != data:
            yield from _texts(inner, depth + 1)


def _readings(data: bytes) -> Iterator[str]:
    yield data.decode("latin-1")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        yield data.decode(encoding, "ignore")
    yield data[1:].decode("utf-16-le", "ignore")
    text = data.decode("utf-8", "ignore")
    if "%" in text:
        yield unquote(text)
    if "&" in text:
        yield html.unescape(text)
    if "\\" in text:
        plain = _RTF_HEX.sub(lambda m: chr(int(m[1], 16)), text)
        yield _RTF_CODE.sub(lambda m: chr(int(m[1]) % 0x10000), plain)


def _inside(data: bytes) -> Iterator[bytes]:
    """Whatever is packed or encoded in `data`."""
    if b"PK\x03\x04" in data:
        yield from _members(data)
    if data.startswith(b"\x1f\x8b"):
        yield gzip.decompress(data)
    for match in _ZLIB.finditer(data):
        try:
            yield zlib.decompressobj().decompress(data[match.start() :], 1 << 20)
        except zlib.error:
            continue
    if data.startswith(b"PK"):
        return  # what follows looks for text
    for match in _BASE64.finditer(data):
        digits = re.sub(rb"\s", b"", match[0])
        try:
            yield b64decode(digits + b"=" * (-len(digits) % 4))
        except binascii.Error:
            continue
    for match in _HEX.finditer(data):
        yield bytes.fromhex(match[0].decode())
    if b"=" in data and b"quoted-printable" in data:
        yield quopri.decodestring(data)


def _members(data: bytes) -> Iterator[bytes]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        return
    with archive:
        for info in archive.infolist():
            yield info.filename.encode()
            yield info.comment + info.extra
            yield archive.read(info)


def _xml(data: bytes, depth: int) -> Iterator[str]:
    try:
        root = etree.fromstring(data.lstrip(), etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return
    tree = root.getroottree()
    nodes = list(tree.iter())
    elements = [node for node in nodes if isinstance(node.tag, str)]
    yield "".join(str(text) for text in root.itertext(etree.Element))
    for tag in {node.tag for node in elements}:
        yield "".join(node.text or "" for node in elements if node.tag == tag)
    for node in nodes:
        texts = [node.text or "", node.tail or ""]
        if isinstance(node.tag, str):
            texts += [node.tag, *(f"{n} {v}" for n, v in node.attrib.items())]
            texts += [f"{prefix} {uri}" for prefix, uri in node.nsmap.items()]
        for text in texts:
            yield text
            if len(text) > 5 and ("<" in text or "%" in text or len(text) > 20):
                yield from _texts(text.encode("utf-8", "ignore"), depth + 1)


def _metafile(data: bytes) -> str:
    """The texts of all EMR_EXTTEXTOUTW one after the other. Rule: [MS-EMF] 2.3.5.8."""
    texts, at = [], 0
    while at + 8 <= len(data):
        kind, size = struct.unpack_from("<II", data, at)
        if size < 8:
            break
        if kind == 84:
            count, start = struct.unpack_from("<II", data, at + 44)
            texts.append(data[at + start : at + start + 2 * count].decode("utf-16-le", "ignore"))
        at += size
    return "".join(texts)
