"""Pictures without what they tell beyond what they show.

A picture's file says who made it, when, where and with what; some hold a second picture. Each
format has a module that says what drawing needs; all else goes, and the pixels stay as they
are. No pixel is decoded, so no picture can make the program take more memory than a few times
its own size. What a picture shows, nobody has read: only texts that a metafile draws by its own
records are given back.
"""

from __future__ import annotations

import struct
from collections import Counter
from dataclasses import dataclass, field

from redactor.documents.pictures.blank import blank_of
from redactor.documents.pictures.bmp import strip_bmp, strip_ico
from redactor.documents.pictures.emf import strip_emf
from redactor.documents.pictures.gif import strip_gif
from redactor.documents.pictures.gzipped import PACKED_KINDS, gunzipped, gzipped
from redactor.documents.pictures.jpeg import strip_jpeg
from redactor.documents.pictures.kinds import kind_of
from redactor.documents.pictures.png import strip_png
from redactor.documents.pictures.stripped import TEXTS, Stripped
from redactor.documents.pictures.tiff import strip_tiff
from redactor.documents.pictures.unreadable import PictureUnreadable
from redactor.documents.pictures.webp import strip_webp
from redactor.documents.pictures.wmf import strip_wmf

_DEPTH = 4  # a picture in a metafile in a metafile in a metafile

_STRIPPERS = {
    "jpeg": strip_jpeg,
    "png": strip_png,
    "gif": strip_gif,
    "bmp": strip_bmp,
    "tiff": strip_tiff,
    "webp": strip_webp,
    "ico": strip_ico,
    "cur": strip_ico,
}
_METAFILES = {"emf": strip_emf, "wmf": strip_wmf}


@dataclass(frozen=True, slots=True)
class Picture:
    """``content`` is the very bytes that came when nothing had to go (``stripped`` is empty).

    ``format`` is one of those of ``kinds.kind_of``, or "emz" or "wmz" for a packed metafile.
    ``stripped`` counts what went, by plural noun phrases. ``texts`` are those that the picture
    draws by records of its own; none for pictures of pixels. SVG is XML and is not touched here.
    """

    content: bytes = field(repr=False)
    format: str
    stripped: Counter[str]
    texts: tuple[str, ...] = field(default=(), repr=False)


def clean_picture(content: bytes) -> Picture:
    """Raises PictureUnreadable for a format that is not known, and for a damaged picture.

    A picture that merely ends too early is cleaned as far as it goes.
    """
    kind = kind_of(content)
    if kind == "svg":
        return Picture(content, kind, Counter())
    if kind == "gzip":
        return _unpacked(content)
    plain = _stripped(content, kind, _DEPTH)
    return Picture(plain.content, kind, plain.counts, plain.texts)


def blank_picture(like: Picture | bytes) -> bytes:
    """An empty picture to stand in the place of one that must not stay.

    Of the same format and the same proportions where these can be told; a white dot in PNG in
    the place of what nobody knows. Never raises for bytes that are no picture.
    """
    content = like if isinstance(like, bytes) else like.content
    try:
        kind = kind_of(content)
        if kind != "gzip":
            return blank_of(kind, content)
        inner, _ = gunzipped(content)
        return gzipped(blank_of(kind_of(inner), inner))
    except PictureUnreadable:
        return blank_of("", content)


def _unpacked(content: bytes) -> Picture:
    inner, alone = gunzipped(content)
    kind = kind_of(inner)
    if kind not in PACKED_KINDS:
        raise PictureUnreadable("a packed file that is no metafile")
    plain = _stripped(inner, kind, _DEPTH)
    counts = plain.counts if alone else plain.counts + Counter({TEXTS: 1})
    packed = gzipped(plain.content) if counts else content
    return Picture(packed, PACKED_KINDS[kind], counts, plain.texts)


def _stripped(content: bytes, kind: str, depth: int) -> Stripped:
    if not depth:
        raise PictureUnreadable("pictures nested too deep")

    def inner(picture: bytes) -> Stripped:
        return _stripped(picture, kind_of(picture), depth - 1)

    try:
        if kind in _METAFILES:
            return _METAFILES[kind](content, inner)
        if kind in _STRIPPERS:
            return _STRIPPERS[kind](content)
    except (struct.error, IndexError):  # a field beyond the end
        raise PictureUnreadable("a damaged picture") from None
    raise PictureUnreadable("a packed picture or an SVG within another picture")
