"""The parts of a Word file: their names, what each is, and which is the document.

Rule: ECMA-376 Part 2 (Open Packaging Conventions), 7.2.3 (content types), 6.5 (relationships).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from redactor.documents.docx.archive import read_archive, write_archive
from redactor.documents.docx.names import PartName
from redactor.documents.docx.relationships import (
    PACKAGE,
    PACKAGE_RELATIONSHIPS,
    Relationship,
    folded,
    is_relationships,
    read_relationships,
    source_of,
)
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
CONTENT_TYPES = PartName("/[Content_Types].xml")
RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"

_TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"

_NOT_WORD = "is a zip file, but no Word document. Save the document as .docx in Word."
_SPREADSHEET = "is an Excel workbook under a Word name. redact reads Word documents only."
_PRESENTATION = "is a PowerPoint file under a Word name. redact reads Word documents only."
_NO_MAIN = "has lost its main part, the text itself. Ask for a new copy."


@dataclass(frozen=True, slots=True)
class Part:
    """``declared_type`` is "" for a member that has none."""

    name: PartName
    declared_type: str
    content: bytes = field(repr=False)

    @property
    def content_type(self) -> str:
        """In lower case, as types are compared."""
        return self.declared_type.lower()


@dataclass(frozen=True, slots=True)
class Package:
    """An unpacked file.

    ``parts`` are all its members in the order of the archive, with the parts that hold content
    types and relationships; ``main`` is among them. ``relationships`` are by their source.
    """

    parts: Mapping[PartName, Part] = field(repr=False)
    relationships: Mapping[PartName, tuple[Relationship, ...]] = field(repr=False)
    main: PartName

    def packed(self, contents: Mapping[PartName, bytes]) -> bytes:
        """The file again, with other `contents` for some parts; all else is byte for byte."""
        return write_archive(
            {
                name.removeprefix("/"): contents.get(name, part.content)
                for name, part in self.parts.items()
            }
        )


def read_package(content: bytes) -> Package:
    """Unpack a Word file. Raises Unreadable when it is none, or is damaged."""
    members = read_archive(content)
    contents = {PartName("/" + m): part for m, part in members.items() if not m.endswith("/")}
    types = _ContentTypes.read(contents)
    parts = {name: Part(name, types.of(name), part) for name, part in contents.items()}
    for part in parts.values():
        if part.content_type.endswith(("+xml", "/xml")) and not is_picture(part):
            refuse_doctype(part.name, part.content)
    names = {folded(name): name for name in parts}
    relationships = {
        _source(name, names): read_relationships(name, part.content, names)
        for name, part in parts.items()
        if is_relationships(name)
    }
    return Package(parts, relationships, _main_part(parts, relationships))


def is_picture(part: Part) -> bool:
    return part.content_type.startswith("image/")  # drawing programs give SVG a document type


def write_content_types(parts: Mapping[PartName, Part]) -> bytes:
    """A content-types part that names the type of each of `parts` one by one."""
    root = etree.fromstring(f'<Types xmlns="{_TYPES_NAMESPACE}"/>')
    default = {"Extension": "rels", "ContentType": RELATIONSHIPS_TYPE}
    etree.SubElement(root, f"{{{_TYPES_NAMESPACE}}}Default", default)
    for name, part in parts.items():
        if not is_relationships(name) and name != CONTENT_TYPES:
            override = {"PartName": name, "ContentType": part.declared_type}
            etree.SubElement(root, f"{{{_TYPES_NAMESPACE}}}Override", override)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _source(name: PartName, names: Mapping[str, PartName]) -> PartName:
    """The source of a relationships part, by the name that the archive gives it."""
    if folded(name) == folded(PACKAGE_RELATIONSHIPS):
        return PACKAGE
    source = source_of(name)
    return names.get(folded(source), source)


@dataclass(frozen=True, slots=True)
class _ContentTypes:
    """The type of each part: its own, or that of its name's extension."""

    overrides: Mapping[str, str]
    defaults: Mapping[str, str]

    @classmethod
    def read(cls, contents: Mapping[PartName, bytes]) -> _ContentTypes:
        wanted = folded(CONTENT_TYPES)
        content = next((part for name, part in contents.items() if folded(name) == wanted), None)
        if content is None:
            raise Unreadable(_NOT_WORD)
        overrides: dict[str, str] = {}
        defaults: dict[str, str] = {}
        for entry in read_xml(CONTENT_TYPES, content).root:
            content_type = (entry.get("ContentType") or "").strip()
            if name := entry.get("PartName"):
                overrides[folded(name)] = content_type
            elif extension := entry.get("Extension"):
                defaults[extension.lower()] = content_type
        return cls(overrides, defaults)

    def of(self, name: PartName) -> str:
        key = folded(name)
        if key in self.overrides:
            return self.overrides[key]
        return self.defaults.get(key.rpartition(".")[2], "")


def _main_part(
    parts: Mapping[PartName, Part], relationships: Mapping[PartName, tuple[Relationship, ...]]
) -> PartName:
    if PACKAGE not in relationships:
        raise Unreadable(_NOT_WORD)
    for relationship in relationships[PACKAGE]:
        if relationship.kind == "officedocument":
            if relationship.part is None:
                raise Unreadable(_NO_MAIN)
            if parts[relationship.part].content_type not in MAIN_TYPES:
                raise Unreadable(_foreign(parts[relationship.part].content_type))
            return relationship.part
    raise Unreadable(_NOT_WORD)


def _foreign(content_type: str) -> str:
    if "spreadsheet" in content_type or "excel" in content_type:
        return _SPREADSHEET
    if "presentation" in content_type or "powerpoint" in content_type:
        return _PRESENTATION
    return _NOT_WORD
