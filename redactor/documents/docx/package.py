"""The parts of a Word file: their names, what each is, and which is the document.

Rule: ECMA-376 Part 2 (Open Packaging Conventions), 7.2.3 (content types), 6.5 (relationships).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from redactor.documents.docx.archive import read_archive, write_archive
from redactor.documents.docx.names import PartName
from redactor.documents.docx.source import read_xml, refuse_doctype
from redactor.documents.unreadable import Unreadable

MAIN_TYPES = frozenset(
    {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroenabled.main+xml",
        "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
    }
)
"""The main part of .docx, .dotx, .docm and .dotm. Content types are compared in lower case."""

_MACROS = "application/vnd.ms-office.vbaproject"
_CONTENT_TYPES = PartName("/[Content_Types].xml")
_ROOT_RELATIONSHIPS = PartName("/_rels/.rels")
_MAIN_RELATIONSHIPS = frozenset(
    {
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
        "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
    }
)

_NOT_WORD = "is a zip file, but no Word document. Save the document as .docx in Word."
_SPREADSHEET = "is an Excel workbook under a Word name. redact reads Word documents only."
_PRESENTATION = "is a PowerPoint file under a Word name. redact reads Word documents only."
_NO_MAIN = "has lost its main part, the text itself. Ask for a new copy."
_WITH_MACROS = "holds macros, which cannot be inspected. Save it in Word as .docx, without macros."


@dataclass(frozen=True, slots=True)
class Part:
    name: PartName
    content_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Package:
    """An unpacked file: ``parts`` in the order of the archive, ``main`` among them."""

    members: Mapping[str, bytes] = field(repr=False)
    parts: tuple[Part, ...] = field(repr=False)
    main: Part

    def packed(self, contents: Mapping[PartName, bytes]) -> bytes:
        """The file again, with other `contents` for some parts; all else is byte for byte."""
        return write_archive(
            {
                member: contents.get(_part_name(member), content)
                for member, content in self.members.items()
            }
        )


def read_package(content: bytes) -> Package:
    """Unpack a Word file. Raises Unreadable when it is none, or holds what is not inspected."""
    members = read_archive(content)
    contents = {_part_name(m): part for m, part in members.items() if not m.endswith("/")}
    types = _ContentTypes.read(contents)
    parts = tuple(Part(name, types.of(name), part) for name, part in contents.items())
    for part in parts:
        if part.content_type.startswith(_MACROS):
            raise Unreadable(_WITH_MACROS)
        if part.content_type.endswith(("+xml", "/xml")) and not _is_picture(part):
            refuse_doctype(part.name, part.content)
    return Package(members, parts, _main_part(parts))


def _part_name(member: str) -> PartName:
    return PartName("/" + member)


def _is_picture(part: Part) -> bool:
    return part.content_type.startswith("image/")  # drawing programs give SVG a document type


@dataclass(frozen=True, slots=True)
class _ContentTypes:
    """The type of each part: its own, or that of its name's extension; all in lower case."""

    overrides: Mapping[str, str]
    defaults: Mapping[str, str]

    @classmethod
    def read(cls, contents: Mapping[PartName, bytes]) -> _ContentTypes:
        folded = _folded(_CONTENT_TYPES)
        content = next((part for name, part in contents.items() if _folded(name) == folded), None)
        if content is None:
            raise Unreadable(_NOT_WORD)
        overrides: dict[str, str] = {}
        defaults: dict[str, str] = {}
        for entry in read_xml(_CONTENT_TYPES, content).root:
            content_type = (entry.get("ContentType") or "").strip().lower()
            if name := entry.get("PartName"):
                overrides[_folded(name)] = content_type
            elif extension := entry.get("Extension"):
                defaults[extension.lower()] = content_type
        return cls(overrides, defaults)

    def of(self, name: PartName) -> str:
        folded = _folded(name)
        if folded in self.overrides:
            return self.overrides[folded]
        return self.defaults.get(folded.rpartition(".")[2], "")


def _main_part(parts: tuple[Part, ...]) -> Part:
    by_name = {_folded(part.name): part for part in parts}
    relationships = by_name.get(_folded(_ROOT_RELATIONSHIPS))
    if relationships is None:
        raise Unreadable(_NOT_WORD)
    for relationship in read_xml(relationships.name, relationships.content).root:
        if relationship.get("Type") in _MAIN_RELATIONSHIPS:
            main = by_name.get(_folded(relationship.get("Target") or ""))
            if main is None:
                raise Unreadable(_NO_MAIN)
            if main.content_type not in MAIN_TYPES:
                raise Unreadable(_foreign(main.content_type))
            return main
    raise Unreadable(_NOT_WORD)


def _foreign(content_type: str) -> str:
    if "spreadsheet" in content_type or "excel" in content_type:
        return _SPREADSHEET
    if "presentation" in content_type or "powerpoint" in content_type:
        return _PRESENTATION
    return _NOT_WORD


def _folded(name: str) -> str:
    """Part names are equal whatever their case and percent-encoding; targets may be relative."""
    return "/" + unquote(name).lower().removeprefix(".").lstrip("/")
