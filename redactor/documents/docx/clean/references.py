"""References to what is not in the copy: cut, so that no program looks for it.

A picture, a link and an embedded file are each referred to by the id of a relationship, in an
attribute of the relationships' namespace. What becomes of the element depends on what it shows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lxml import etree

from redactor.documents.docx.clean.trees import remove, unwrap
from redactor.documents.docx.names import WORD, Element

RELATIONSHIPS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_PREFIXES = tuple(f"{{{space}}}" for space in RELATIONSHIPS)
_OFFICE_ID = "{urn:schemas-microsoft-com:office:office}relid"

_WHOLE = frozenset(
    (
        "OLEObject control subDoc externalData userShapes printerSettings attachedTemplate "
        "contentPart headerReference footerReference embedRegular embedBold embedItalic "
        "embedBoldItalic hlinkClick hlinkHover hlinkMouseOver svgBlip imagedata imgLayer "
        "audioFile videoFile wavAudioFile quickTimeFile snd movie legacyDrawing "
        "legacyDrawingHF saveThroughXslt src recipientData"
    ).split()
)
"""Elements that are nothing without what they refer to."""

INSERTED_FILE = "[An inserted file was removed here.]"


def referenced(root: Element) -> set[str]:
    """The ids of relationships that the part uses."""
    return {value for element in root.iter(etree.Element) for _, value in _ids(element)}


def cut_references(root: Element, gone: Collection[str]) -> None:
    """Take out what refers to one of the relationships `gone`; what is shown without it stays."""
    for element in list(root.iter(etree.Element)):
        names = [name for name, value in _ids(element) if value in gone]
        if names:
            _cut(element, names)


def _ids(element: Element) -> Iterator[tuple[str, str]]:
    for name, value in element.attrib.items():
        if name == _OFFICE_ID or str(name).startswith(_PREFIXES):
            yield str(name), str(value)


def _cut(element: Element, names: list[str]) -> None:
    local = etree.QName(element).localname
    if local in _WHOLE:
        remove(element)
    elif local == "altChunk":
        _put_note(element)
    elif local == "hyperlink" and not element.get(f"{{{_space(element)}}}anchor"):
        unwrap(element)
    else:
        for name in names:
            del element.attrib[name]


def _put_note(chunk: Element) -> None:
    """A paragraph in the place of a file that Word would have merged in."""
    space = _space(chunk)
    paragraph = etree.Element(f"{{{space}}}p")
    run = etree.SubElement(paragraph, f"{{{space}}}r")
    etree.SubElement(run, f"{{{space}}}t").text = INSERTED_FILE
    chunk.addprevious(paragraph)
    remove(chunk)


def _space(element: Element) -> str:
    return etree.QName(element).namespace or WORD[0]
