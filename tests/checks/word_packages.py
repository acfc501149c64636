"""Word packages built from raw XML and raw bytes, by nothing of ours."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Collection, Mapping
from io import BytesIO

from redactor.checks.allowance import Allowance
from redactor.checks.inspection import Inspection, inspect_package
from redactor.checks.sought import Sought, SoughtKind
from redactor.model import Finding, Severity

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)

NAME = Sought("Danielle Hargreaves")
GIVEN = Sought("Danielle")
HOPE = Sought("Hope", SoughtKind.WORD)
PHONE = Sought("07700 900123", SoughtKind.IDENTIFIER)


def story(content: str, root: str = "document", namespace: str = TRANSITIONAL) -> str:
    return f'<w:{root} xmlns:w="{namespace}" {_NAMESPACES}>{content}</w:{root}>'


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    return "<w:p>" + "".join(run(text) for text in runs) + "</w:p>"


def cells(*texts: str) -> str:
    row = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in texts)
    return f"<w:tbl><w:tr>{row}</w:tr></w:tbl>"


CLEAN = story(paragraph("Nobody."))


def package(members: Mapping[str, str | bytes] | None = None) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in {"word/document.xml": CLEAN, **(members or {})}.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def inspect(
    content: bytes | Mapping[str, str | bytes],
    sought: Collection[Sought] = (NAME,),
    allowed: Allowance = Allowance(),  # noqa: B008 - it is frozen
) -> Inspection:
    octets = content if isinstance(content, bytes) else package(content)
    return inspect_package(octets, sought, allowed)


def leaks(
    content: bytes | Mapping[str, str | bytes],
    sought: Collection[Sought] = (NAME,),
    allowed: Allowance = Allowance(),  # noqa: B008
) -> tuple[Finding, ...]:
    return inspect(content, sought, allowed).of(Severity.LEAK)


def in_body(content: str) -> dict[str, str | bytes]:
    return {"word/document.xml": story(content)}


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """A picture of one pixel with more chunks behind its head."""
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    body = [(b"IHDR", head), *chunks, (b"IDAT", zlib.compress(b"\x00\x00")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in body
    )


def jpeg(*segments: tuple[int, bytes]) -> bytes:
    """The segments of a picture, without the picture."""
    return (
        b"\xff\xd8"
        + b"".join(
            bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data
            for marker, data in segments
        )
        + b"\xff\xd9"
    )
