"""What leads from one part of a package to another, or out of it.

Rule: ECMA-376 Part 2, 6.5 (relationships) and 6.2.2 (part names).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from lxml import etree

from redactor.documents.docx.names import PartName
from redactor.documents.docx.source import read_xml

PACKAGE = PartName("/")
"""The source of the relationships of the package itself."""
PACKAGE_RELATIONSHIPS = PartName("/_rels/.rels")

_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True, slots=True)
class Relationship:
    """``part`` is the part it leads to; None when that is missing or the target is external."""

    id: str
    type: str
    target: str = field(repr=False)
    external: bool
    part: PartName | None = None

    @property
    def kind(self) -> str:
        """The last word of the type, in lower case: ``image``, ``customxml``, ``hyperlink``."""
        return self.type.rstrip("/").rpartition("/")[2].lower()


def is_relationships(name: PartName) -> bool:
    return name.endswith(".rels") and name.rpartition("/")[0].endswith("/_rels")


def source_of(name: PartName) -> PartName:
    """The part whose relationships the part `name` holds."""
    folder, _, file = name.rpartition("/")
    return PartName(folder.removesuffix("_rels") + file.removesuffix(".rels"))


def relationships_of(source: PartName) -> PartName:
    """The name of the part that holds the relationships of `source`."""
    folder, _, file = source.rpartition("/")
    return PartName(f"{folder}/_rels/{file}.rels")


def read_relationships(
    name: PartName, content: bytes, parts: Mapping[str, PartName]
) -> tuple[Relationship, ...]:
    """The relationships in the part `name`; `parts` gives each part's name by its folded one.

    Raises Unreadable when the part is malformed.
    """
    base = source_of(name)
    found = []
    for entry in read_xml(name, content).root.iter("{*}Relationship"):
        target = entry.get("Target") or ""
        external = (entry.get("TargetMode") or "").lower() == "external"
        part = None if external else parts.get(folded(_resolved(base, target)))
        found.append(
            Relationship(entry.get("Id") or "", entry.get("Type") or "", target, external, part)
        )
    return tuple(found)


def write_relationships(source: PartName, relationships: Iterable[Relationship]) -> bytes:
    """The part that holds `relationships` of `source`; targets inside are absolute names."""
    root = etree.fromstring(f'<Relationships xmlns="{_NAMESPACE}"/>')
    for one in relationships:
        target = one.target if one.part is None else _relative(source, one.part)
        attributes = {"Id": one.id, "Type": one.type, "Target": target}
        if one.external:
            attributes["TargetMode"] = "External"
        etree.SubElement(root, f"{{{_NAMESPACE}}}Relationship", attributes)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def folded(name: str) -> str:
    """Part names are equal whatever their case and percent-encoding."""
    return "/" + unquote(name).lower().lstrip("/")


def _resolved(source: PartName, target: str) -> str:
    target = target.replace("\\", "/").partition("#")[0]
    if target.startswith("/"):
        return posixpath.normpath(target)
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), target))


def _relative(source: PartName, target: PartName) -> str:
    """As Word writes it: relative to the folder of the source."""
    folder = posixpath.dirname(source)
    return posixpath.relpath(target, folder) if folder != "/" else target.lstrip("/")
