"""What a picture is, by its bytes and never by its name."""

from __future__ import annotations

from redactor.documents.pictures import emf, png, wmf
from redactor.documents.pictures.unreadable import PictureUnreadable

_STARTS = (
    (b"\xff\xd8\xff", "jpeg"),
    (png.SIGNATURE, "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (wmf.PLACEABLE, "wmf"),
    (b"\x01\x00\x09\x00\x00", "wmf"),
    (b"\x02\x00\x09\x00\x00", "wmf"),
    (b"\0\0\x01\0", "ico"),
    (b"\0\0\x02\0", "cur"),
    (b"\x1f\x8b\x08", "gzip"),
)
_REFUSED = (
    (b"II\xbc", "a JPEG XR"),
    (b"II+\0", "a BigTIFF"),
    (b"MM\0+", "a BigTIFF"),
    (b"\0\0\0\x0cjP", "a JPEG 2000"),
    (b"\xff\x4f\xff\x51", "a JPEG 2000"),
    (b"8BPS", "a Photoshop file"),
    (b"%!PS", "a PostScript file"),
    (b"\xc5\xd0\xd3\xc6", "a PostScript file"),
    (b"%PDF", "a PDF"),
    (b"VCLMTF", "a StarView metafile"),
)
_SVG_WITHIN = 4096  # characters; comments and a document type can stand before the root
_BYTE_ORDER_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def kind_of(content: bytes) -> str:
    """ "jpeg", "png", "gif", "bmp", "tiff", "webp", "emf", "wmf", "svg", "ico", "cur", "gzip".

    Raises PictureUnreadable for anything else.
    """
    if not content:
        raise PictureUnreadable("an empty file")
    for start, kind in _STARTS:
        if content.startswith(start):
            return kind
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "webp"
    signature = content[emf.SIGNATURE_AT : emf.SIGNATURE_AT + 4]
    if content.startswith(b"\x01\0\0\0") and signature == emf.SIGNATURE:
        return "emf"
    if _is_svg(content):
        return "svg"
    for start, reason in _REFUSED:
        if content.startswith(start):
            raise PictureUnreadable(reason)
    if content[4:8] == b"ftyp":
        raise PictureUnreadable("a HEIF or AVIF")
    raise PictureUnreadable("a file of an unknown format")


def _is_svg(content: bytes) -> bool:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            start = content[: 2 * _SVG_WITHIN].decode(encoding, "replace")
            break
    else:
        start = content[:_SVG_WITHIN].decode("utf-8", "replace")
    start = start.lstrip("\ufeff \t\r\n")
    return start.startswith("<") and ("<svg" in start or ":svg" in start)
