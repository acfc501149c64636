"""Files within the file: objects, packages, and documents that Word merges in."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from quopri import encodestring

import image_files as made
from canary_names import Canary
from canary_package import DOCUMENT, Draft
from canary_place import Place
from canary_workbook import workbook, zipped
from canary_xml import run
from places_images import put_image

INSERTS = "inserts.docx"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OLE = "application/vnd.openxmlformats-officedocument.oleObject"
_CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

Content = Callable[[Canary], bytes | str]


def compound(text: str) -> bytes:
    """What begins like a compound file and holds `text` in UTF-16 in its second sector."""
    return _CFB + bytes(504) + ("\x03" + text).encode("utf-16-le").ljust(512, b"\x00")


def nested(c: Canary, depth: int) -> bytes:
    """A document with the name in its text, inside `depth` further documents."""
    draft = Draft.blank()
    if depth == 0:
        draft.body(f"<w:p>{run(c.full)}</w:p>")
    else:
        put_object(draft, nested(c, depth - 1), "docx", _WORD, "Word.Document.12")
    return draft.packed()


def put_object(
    draft: Draft, content: bytes | str, suffix: str, content_type: str, program: str = "Package"
) -> None:
    """An object that opens with a double click, and the picture that stands for it."""
    name = draft.add(f"word/embeddings/object{draft.number()}.{suffix}", content, content_type)
    kind = "oleObject" if suffix == "bin" else "package"
    link = draft.relate(DOCUMENT, kind, name)
    image = put_image(draft, made.png(), "png")
    number = draft.number()
    draft.body(
        f'<w:p><w:r><w:object><v:shape id="_x{number}" style="width:20pt;height:20pt">'
        f'<v:imagedata r:id="{image}" o:title=""/></v:shape><o:OLEObject Type="Embed" '
        f'ProgID="{program}" ShapeID="_x{number}" DrawAspect="Icon" ObjectID="_{number}" '
        f'r:id="{link}"/></w:object></w:r></w:p>'
    )


def _object(identity: str, what: str, content: Content, suffix: str, content_type: str) -> Place:
    return Place(
        f"object/{identity}",
        what,
        lambda d, c: put_object(d, content(c), suffix, content_type),
        package=INSERTS,
    )


def _program(draft: Draft, c: Canary) -> None:
    put_object(draft, compound("x"), "bin", _OLE, c.joined)


def _linked(draft: Draft, c: Canary) -> None:
    link = draft.relate(DOCUMENT, "oleObject", f"file:///C:/{c.joined}.xlsx", external=True)
    draft.say(
        c,
        '<w:r><w:object><o:OLEObject Type="Link" ProgID="Excel.Sheet.12" UpdateMode="Always" '
        f'r:id="{link}"><o:FieldCodes>\\a</o:FieldCodes></o:OLEObject></w:object></w:r>',
    )


def _field_codes(draft: Draft, c: Canary) -> None:
    link = draft.relate(DOCUMENT, "oleObject", "file:///C:/x.xlsx", external=True)
    draft.say(
        c,
        '<w:r><w:object><o:OLEObject Type="Link" ProgID="Excel.Sheet.12" UpdateMode="Always" '
        f'r:id="{link}"><o:FieldCodes>\\a {c.full}</o:FieldCodes></o:OLEObject></w:object></w:r>',
    )


def _chunk(identity: str, what: str, suffix: str, content_type: str, content: Content) -> Place:
    """A file that Word merges in when it opens the document."""

    def plant(draft: Draft, c: Canary) -> None:
        name = draft.add(
            f"word/afchunk{draft.number()}.{suffix}",
            content(c),
            content_type,
        )
        link = draft.relate(DOCUMENT, "aFChunk", name)
        draft.body(f'<w:altChunk r:id="{link}"/>')

    return Place(f"altChunk/{identity}", what, plant, package=INSERTS)


def _mail(c: Canary, encoding: str, body: bytes) -> bytes:
    return (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: "
        + encoding.encode()
        + b"\r\n\r\n"
        + body
        + b"\r\n--b--\r\n"
    )


def _page(c: Canary) -> bytes:
    return f"<html><body><p>{c.full} was there.</p></body></html>".encode()


def _quoted(c: Canary) -> bytes:
    """Quoted-printable, each letter of the name encoded."""
    name = "".join(f"={ord(letter):02X}" for letter in c.given).encode()
    return (
        encodestring(b"<html><body><p>")
        + name
        + b" =\r\n"
        + c.surname.encode()
        + b"</p></body></html>"
    )


def _rtf(c: Canary) -> bytes:
    return f"{{\\rtf1\\ansi {c.full}\\par}}".encode()


def _escaped_rtf(c: Canary) -> bytes:
    letters = "".join(f"\\'{ord(letter):02x}" for letter in c.given)
    numbers = "".join(f"\\u{ord(letter)}?" for letter in c.surname)
    return f"{{\\rtf1\\ansi {letters} {numbers}\\par}}".encode()


def _sub_document(draft: Draft, c: Canary) -> None:
    link = draft.relate(DOCUMENT, "subDocument", f"file:///C:/{c.joined}.docx", external=True)
    draft.body(f'<w:p><w:subDoc r:id="{link}"/></w:p>')


PLACES: tuple[Place, ...] = (
    _object("UTF-16", "text in UTF-16", lambda c: compound(c.full), "bin", _OLE),
    _object(
        "file path",
        "the path of a packed file",
        lambda c: _CFB + bytes(504) + b"\x02\x00" + f"C:\\{c.joined}.pdf".encode() + bytes(300),
        "bin",
        _OLE,
    ),
    _object("docx", "a document", lambda c: nested(c, 0), "docx", _WORD),
    _object("docx in docx", "a document in a document", lambda c: nested(c, 1), "docx", _WORD),
    _object("docx in docx in docx", "two documents deep", lambda c: nested(c, 2), "docx", _WORD),
    _object("xlsx", "a workbook", lambda c: workbook(cell=c.full), "xlsx", _SHEET),
    _object(
        "PDF",
        "a PDF",
        lambda c: f"%PDF-1.4\n1 0 obj<</Author({c.full})>>endobj\n".encode(),
        "pdf",
        "application/pdf",
    ),
    _object("zip", "a zip", lambda c: zipped({"list.txt": c.full}), "zip", "application/zip"),
    Place("object/ProgID", "the name of a program", _program, package=INSERTS),
    Place("object/linked path", "the path of a linked file", _linked, package=INSERTS),
    Place("object/o:FieldCodes", "which cells are shown", _field_codes, package=INSERTS),
    _chunk("docx", "a document", "docx", f"{_WORD}.main+xml", lambda c: nested(c, 0)),
    _chunk("html", "a web page", "html", "text/html", _page),
    _chunk(
        "html references",
        "a web page with character references",
        "htm",
        "text/html",
        lambda c: "<p>{}</p>".format("".join(f"&#{ord(x)};" for x in c.full)).encode(),
    ),
    _chunk("rtf", "rich text", "rtf", "application/rtf", _rtf),
    _chunk("rtf escapes", "rich text with escapes", "rtf", "application/rtf", _escaped_rtf),
    _chunk("text", "plain text", "txt", "text/plain", lambda c: c.full.encode("utf-16")),
    _chunk(
        "mht base64",
        "a web page in base64",
        "mht",
        "message/rfc822",
        lambda c: _mail(c, "base64", b64encode(_page(c))),
    ),
    _chunk(
        "mht quoted-printable",
        "a web page in quoted-printable",
        "mht",
        "message/rfc822",
        lambda c: _mail(c, "quoted-printable", _quoted(c)),
    ),
    Place("subDoc/target", "the path of a part document", _sub_document, package=INSERTS),
)
