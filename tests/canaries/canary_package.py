"""A Word package that is being built, or a finished one that something is planted in.

It knows zip, relationships and content types, and nothing of the program under test.
"""

from __future__ import annotations

import posixpath
import zipfile
from io import BytesIO

from canary_names import Canary
from canary_parts import KNOWN
from canary_xml import NAMESPACES, PACKAGE, REL, STRICT, Element, W, elements, paragraph, run
from lxml import etree

DOCUMENT = "word/document.xml"
TYPES = "[Content_Types].xml"
_RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_T = f"{{{PACKAGE}/content-types}}"
_R = f"{{{PACKAGE}/relationships}}"
_DATE = (1980, 1, 1, 0, 0, 0)


class Draft:
    """Members of a zip by name, some of them as trees; packing it gives the same bytes each time.

    ``say`` and ``body`` add to the document, ``tree`` opens a part (making it where it is
    missing), ``add`` and ``relate`` put in whole parts. ``comment`` and the rest are the zip's.
    """

    def __init__(self, members: dict[str, bytes]) -> None:
        self.members = members
        self._trees: dict[str, Element] = {}
        self._tokens: dict[bytes, bytes] = {}
        self._count = 0
        self.encodings: dict[str, str] = {}
        self.strict = False
        self.comment = self.prefix = self.suffix = self.gap = b""
        self.entry_comments: dict[str, bytes] = {}
        self.extras: dict[str, bytes] = {}

    @classmethod
    def blank(cls) -> Draft:
        types = (
            f'<Types xmlns="{PACKAGE}/content-types">'
            f'<Default Extension="rels" ContentType="{_RELS_TYPE}"/>'
            '<Default Extension="xml" ContentType="application/xml"/></Types>'
        )
        draft = cls({TYPES: types.encode()})
        for name in (DOCUMENT, "word/styles.xml", "word/settings.xml"):
            draft.tree(name)
        draft.body(paragraph(run("A review with nobody in it.")))
        return draft

    @classmethod
    def read(cls, content: bytes) -> Draft:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return cls({info.filename: archive.read(info) for info in archive.infolist()})

    def number(self) -> int:
        """A number that nothing else in the package has."""
        self._count += 1
        return 1000 + self._count

    def raw(self, content: str) -> str:
        """A word that is put in a tree and becomes `content`, byte for byte, when packed."""
        token = f"RAW{self.number()}WAR"
        self._tokens[token.encode()] = content.encode()
        return token

    def tree(self, name: str) -> Element:
        """The root of a part, to be changed."""
        if name not in self._trees:
            if name not in self.members:
                known = KNOWN[name]
                self.add(name, known.blank.encode(), known.content_type)
                if known.relationship:
                    self.relate(known.source, known.relationship, name)
            self._trees[name] = etree.fromstring(self.members[name])
        return self._trees[name]

    def add(self, name: str, content: bytes | str, content_type: str = "") -> str:
        """Put a part in; without a type it is a stray member of the zip."""
        self.members[name] = content.encode() if isinstance(content, str) else content
        if content_type:
            types = self.tree(TYPES)
            etree.SubElement(
                types, f"{_T}Override", {"PartName": f"/{name}", "ContentType": content_type}
            )
        return name

    def retype(self, name: str, content_type: str) -> None:
        for entry in self.tree(TYPES):
            if entry.get("PartName") == f"/{name}":
                entry.set("ContentType", content_type)

    def relate(self, source: str, kind: str, target: str, *, external: bool = False) -> str:
        """Add a relationship from `source` ("" is the package itself); returns its id.

        `kind` is the last word of one of Office's own types, or a whole URI.
        """
        tree = self.relationships(source)
        identity = f"rIdC{self.number()}"
        where = target if external else posixpath.relpath(target, posixpath.dirname(source) or ".")
        attributes = {
            "Id": identity,
            "Type": kind if ":" in kind else f"{REL}/{kind}",
            "Target": where,
        }
        if external:
            attributes["TargetMode"] = "External"
        etree.SubElement(tree, f"{_R}Relationship", attributes)
        return identity

    def relationships(self, source: str) -> Element:
        folder, _, name = source.rpartition("/")
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self.members:
            self.members[rels] = f'<Relationships xmlns="{PACKAGE}/relationships"/>'.encode()
        return self.tree(rels)

    def append(self, name: str, xml: str, parent: str = "") -> Element:
        """Add `xml` to a part's root, or to its first element of the local name `parent`.

        The parent is made at the end of the root where it is missing.
        """
        root = self.tree(name)
        target = root
        if parent:
            found = root.find(f"{W}{parent}")
            target = etree.SubElement(root, f"{W}{parent}") if found is None else found
        added = elements(xml)
        target.extend(added)
        return added[0]

    def body(self, xml: str) -> None:
        """Add block-level content to the end of the document."""
        body = self.tree(DOCUMENT).find(f"{W}body")
        assert body is not None
        section = body.find(f"{W}sectPr")
        for element in elements(xml):
            if section is None:
                body.append(element)
            else:
                section.addprevious(element)

    def section(self) -> Element:
        """The properties of the last section."""
        body = self.tree(DOCUMENT).find(f"{W}body")
        assert body is not None
        section = body.find(f"{W}sectPr")
        return etree.SubElement(body, f"{W}sectPr") if section is None else section

    def say(self, canary: Canary, inline: str, properties: str = "") -> None:
        """Add a paragraph: the canary's row, `inline` in the place of the name, and the rest."""
        self.body(sentence(canary, inline, properties))

    def packed(self) -> bytes:
        for name, root in self._trees.items():
            self.members[name] = self._serialised(name, root)
        buffer = BytesIO()
        buffer.write(self.prefix)
        with zipfile.ZipFile(buffer, "w") as archive:
            for name in sorted(self.members, key=lambda n: (n != TYPES, n != "_rels/.rels")):
                info = zipfile.ZipInfo(name, _DATE)
                info.create_system = 0
                info.compress_type = zipfile.ZIP_DEFLATED
                info.comment = self.entry_comments.get(name, b"")
                info.extra = self.extras.get(name, b"")
                archive.writestr(info, self._bytes(name))
                if name == TYPES and self.gap:
                    archive.fp.write(self.gap)  # type: ignore[union-attr]
                    archive.start_dir = buffer.tell()
            archive.comment = self.comment
        return buffer.getvalue() + self.suffix

    def _serialised(self, name: str, root: Element) -> bytes:
        content = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True)
        for token, raw in self._tokens.items():
            content = content.replace(token, raw)
        if name in self.encodings:
            encoding = self.encodings[name]
            content = content.decode().replace("'UTF-8'", f"'{encoding}'").encode(encoding)
        return content

    def _bytes(self, name: str) -> bytes:
        content = self.members[name]
        if self.strict and name.endswith((".xml", ".rels")):
            for old, new in STRICT.items():
                content = content.replace(old.encode(), new.encode())
        return content


def sentence(canary: Canary, inline: str, properties: str = "") -> str:
    """A paragraph with the canary's row around `inline`."""
    return paragraph(run(canary.before) + inline + run(canary.after), properties)


__all__ = ["DOCUMENT", "NAMESPACES", "TYPES", "Draft", "sentence"]
