"""Word packages read and made without the program's own reader: a second pair of eyes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import docx
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
OBJECT = "\ufffc"

_STORIES = ("footnotes", "endnotes", "header", "footer")
_SIGNS = {
    **dict.fromkeys((W + "tab", W + "ptab"), "\t"),
    **dict.fromkeys((W + "br", W + "cr"), "\n"),
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
    **dict.fromkeys((W + "footnoteReference", W + "endnoteReference"), OBJECT),
    **dict.fromkeys((W + "footnoteRef", W + "endnoteRef"), OBJECT),
    MC + "AlternateContent": OBJECT,
}


def members(content: bytes) -> dict[str, bytes]:
    """What is packed in a zip, by name."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def paragraphs(content: bytes) -> list[str]:
    """Every paragraph with text, in the order and the signs of the fixtures' gold."""
    parts = members(content)
    names = ["word/document.xml"]
    for story in _STORIES:
        names += sorted(name for name in parts if re.fullmatch(rf"word/{story}\d*\.xml", name))
    return [
        text
        for name in names
        if name in parts
        for text in _paragraphs_of(etree.fromstring(parts[name]))
        if text.replace(OBJECT, "").strip()
    ]


def _paragraphs_of(element: etree._Element) -> Iterator[str]:
    """The texts of the paragraphs in `element`; a text box follows its anchor's."""
    for child in element:
        if child.tag == W + "p":
            yield "".join(_signs_of(child))
        yield from _paragraphs_of(child)


def _signs_of(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == W + "t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag != W + "pPr":  # its tab stops are called w:tab, too
            yield from _signs_of(child)


def draft(path: Path, texts: Sequence[str]) -> Path:
    """Save a Word document with these paragraphs at `path`."""
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    document.save(str(path))
    return path


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` and its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
