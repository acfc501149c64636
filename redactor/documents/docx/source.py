"""A part's XML, as a tree to walk and as the bytes to write into.

A part that needs no cleaning keeps its bytes: lxml would spell declarations, quotes and entities
its own way. Both parsers, lxml for the tree and expat for the places of bytes, read the same UTF-8.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from redactor.documents.docx.names import Element, PartName
from redactor.documents.unreadable import Unreadable

MAX_XML_SIZE = 64 * 1024 * 1024
"""Bytes of a part with text, and of all of them: 1,000 pages take 30 million."""
MAX_MARKUP = 4_000_000
"""Tags and attributes, roughly, of as much: a tree takes far more room than its XML."""

_DECLARED = re.compile(rb"""\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']""")
_DOCTYPE = tuple("<!DOCTYPE".encode(e) for e in ("ascii", "utf-16-le", "utf-16-be"))
_UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_UTF_16 |= {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}  # without their mark
_ONE_BYTE = frozenset({"utf-8", "ascii", "iso8859-1", "iso8859-15", "cp1252"})
"""Encodings (as Python calls them) in which mark-up is ASCII."""


@dataclass(frozen=True, slots=True)
class XmlSource:
    root: Element = field(repr=False)
    utf8: bytes = field(repr=False)
    encoding: str
    is_original: bool = True
    """Whether the bytes are the part's own, and not a cleaned tree written anew."""

    @property
    def has_loose_markup(self) -> bool:
        """Whether there is something in the bytes that the tree does not show."""
        declaration = self.utf8.removeprefix(codecs.BOM_UTF8).startswith(b"<?xml")
        return (
            b"<!--" in self.utf8
            or b"<![CDATA[" in self.utf8
            or self.utf8.count(b"<?") > declaration
        )

    def encoded(self, utf8: bytes) -> bytes:
        """`utf8`, a changed copy of the source, in the encoding that the part declares."""
        if self.encoding == "utf-8":
            return utf8
        return utf8.decode("utf-8").encode(self.encoding, "xmlcharrefreplace")


def read_xml(name: PartName, content: bytes) -> XmlSource:
    """Parse a part. Raises Unreadable when it is malformed, too large, or has a document type."""
    refuse_excess([content])
    refuse_doctype(name, content)
    encoding = _encoding(name, content)
    try:
        utf8 = content.decode(encoding).encode("utf-8")
        root = etree.fromstring(utf8, _parser())
    except (UnicodeError, etree.XMLSyntaxError):
        # The cause is not chained: it can quote the document.
        raise Unreadable(
            f"its part {name} is damaged (malformed XML). Open it in Word and save it again."
        ) from None
    return XmlSource(root, utf8, encoding)


def serialised(source: XmlSource) -> XmlSource:
    """The part written anew from its tree, in UTF-8."""
    utf8 = etree.tostring(source.root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return XmlSource(source.root, utf8, "utf-8", is_original=False)


def refuse_excess(contents: Sequence[bytes]) -> None:
    """Raise Unreadable when the trees of all these parts would not fit into common memory."""
    size = sum(len(content) for content in contents)
    markup = sum(content.count(b"<") + content.count(b"=") for content in contents)
    if size > MAX_XML_SIZE or markup > MAX_MARKUP:
        raise Unreadable("is too large to read. Divide it into several documents in Word.")


def refuse_doctype(name: PartName, content: bytes) -> None:
    """Raise Unreadable for a document type: the door to entities, and never Word's doing.

    Rule: ECMA-376 Part 2, 6.5.3 (no DTD in any part of a package).
    """
    if any(mark in content for mark in _DOCTYPE):
        raise Unreadable(
            f"its part {name} declares a document type (DOCTYPE), which Word never writes and "
            "which can hide harm. Open it in Word and save it again."
        )


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _encoding(name: PartName, content: bytes) -> str:
    if wide := _UTF_16.get(content[:2]):
        return wide
    declared = _DECLARED.match(content.removeprefix(codecs.BOM_UTF8))
    if declared is None or content.startswith(codecs.BOM_UTF8):
        return "utf-8"
    try:
        encoding = codecs.lookup(declared[1].decode("ascii")).name
    except LookupError:
        encoding = ""
    if encoding not in _ONE_BYTE:
        raise Unreadable(f"its part {name} is in an unusual encoding. Save it again in Word.")
    return encoding
