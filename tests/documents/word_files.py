"""Word files built from raw XML, so that tests can look at every byte."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from redactor.documents.base import Document, Policy
from redactor.documents.open import open_document
from redactor.model import Edit, Segment, Span

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN_TYPE = f"{WORD_TYPE}.document.main+xml"

_NAMESPACES = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'


def story(root: str, content: str, namespace: str = TRANSITIONAL) -> str:
    """A part's XML: `content` inside a root element that declares what tests use."""
    return f'{_DECLARATION}<w:{root} xmlns:w="{namespace}"{_NAMESPACES}>{content}</w:{root}>'


def main_story(body: str, namespace: str = TRANSITIONAL) -> str:
    return story("document", f"<w:body>{body}</w:body>", namespace)


def run(text: str, properties: str = "") -> str:
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{rpr}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, style: str = "") -> str:
    ppr = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{ppr}{''.join(runs)}</w:p>"


def cell(*content: str, span: int = 1) -> str:
    tcpr = f'<w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>' if span > 1 else ""
    return f"<w:tc>{tcpr}{''.join(content)}</w:tc>"


def table(*rows: list[str]) -> str:
    inside = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/>{inside}</w:tbl>"


def text_box(*paragraphs: str) -> str:
    """A run with a text box as Word writes it: once for itself, once for older programs."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>'
        f"{content}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def members_of(
    main: str | bytes,
    others: dict[str, tuple[str, str | bytes]] | None = None,
    main_name: str = "word/document.xml",
    main_type: str = MAIN_TYPE,
) -> dict[str, str | bytes]:
    """The members of a Word file; `others` gives content type and XML by member name."""
    typed = {main_name: (main_type, main), **(others or {})}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{content_type}"/>'
        for name, (content_type, _) in typed.items()
    )
    return {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
        ),
        "_rels/.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{RELATIONSHIP}" Target="{main_name}"/></Relationships>'
        ),
        _relationships_member(main_name): _relationships(main_name, others or {}),
        **{name: content for name, (_, content) in typed.items()},
    }


def _relationships_member(main_name: str) -> str:
    folder, _, file = main_name.rpartition("/")
    return f"{folder}/_rels/{file}.rels".removeprefix("/")


def _relationships(main_name: str, others: dict[str, tuple[str, str | bytes]]) -> str:
    """From the main part to each of the others, of the kind that its content type says."""
    base = RELATIONSHIP.removesuffix("officeDocument")
    links = "".join(
        f'<Relationship Id="rId{number}" Target="/{name}" '
        f'Type="{base}{content_type.rpartition(".")[2].removesuffix("+xml")}"/>'
        for number, (name, (content_type, _)) in enumerate(others.items(), start=1)
    )
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{links}</Relationships>"
    )


def zipped(members: dict[str, str | bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def opened(
    folder: Path, content: bytes, name: str = "draft.docx", *, keep_revisions: bool = False
) -> Document:
    path = folder / name
    path.write_bytes(content)
    return open_document(path, policy=Policy(keep_revisions=keep_revisions))


def opened_body(folder: Path, body: str, *, keep_revisions: bool = False) -> Document:
    content = zipped(members_of(main_story(body)))
    return opened(folder, content, keep_revisions=keep_revisions)


def texts(document: Document) -> list[str]:
    return [segment.text for segment in document.segments]


def edit(segment: Segment, old: str, new: str) -> Edit:
    start = segment.text.index(old)
    return Edit(segment.id, Span(start, start + len(old)), new)
