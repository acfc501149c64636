"""Damaged and foreign pictures: refused in one way, cleaned as far as they go, never a crash."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from metafiles import (
    emf,
    emf_comment,
    emf_poly_text,
    emf_text,
    packed,
    plus_comment,
    plus_string,
    wmf,
    wmf_escape,
    wmf_text,
)
from picture_files import (
    COPYRIGHT,
    DESCRIPTION,
    HIDDEN,
    NAME,
    chunk,
    colour_profile,
    drawing,
    exif_block,
    gif_block,
    gif_with,
    jpeg_with,
    png_with,
    riff_chunk,
    saved,
    segment,
    traces,
    webp_with,
)

from redactor.documents.pictures.clean import Picture, blank_picture, clean_picture
from redactor.documents.pictures.unreadable import PictureUnreadable
from redactor.documents.unreadable import Unreadable

PROFILE = colour_profile(DESCRIPTION, COPYRIGHT)
SAMPLES = [
    jpeg_with(
        segment(0xE1, b"Exif\0\0" + exif_block(orientation=6)),
        segment(0xE2, b"ICC_PROFILE\0\x01\x01" + PROFILE),
        segment(0xFE, HIDDEN),
    ),
    saved(drawing(), "JPEG", progressive=True),
    png_with(chunk(b"tEXt", b"Author\0" + HIDDEN), chunk(b"eXIf", exif_block())),
    gif_with(gif_block(0xFE, HIDDEN)),
    webp_with(riff_chunk(b"ICCP", PROFILE), riff_chunk(b"EXIF", exif_block()), flags=0x28),
    saved(drawing("P"), "BMP") + HIDDEN,
    saved(drawing(), "TIFF", tiffinfo={315: NAME}, icc_profile=PROFILE),
    saved(drawing(), "TIFF", compression="jpeg"),
    saved(drawing(size=(16, 16)), "ICO"),
    emf(emf_comment(HIDDEN), emf_text(NAME), emf_poly_text([(NAME, 0, 0)])),
    emf(plus_comment(plus_string(NAME))),
    wmf(wmf_escape(0x0F, HIDDEN), wmf_text(NAME)),
    packed(emf(emf_text(NAME))),
]


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A sample with some bytes changed, taken out or put in, and perhaps cut off."""
    content = bytearray(draw(st.sampled_from(SAMPLES)))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content) - 1))
        how = draw(st.sampled_from(["change", "take", "put"]))
        if how == "change":
            content[at] = draw(st.integers(0, 255))
        elif how == "take" and len(content) > 30:
            del content[at : at + draw(st.integers(1, 20))]
        else:
            content[at:at] = draw(st.binary(min_size=1, max_size=8))
    return bytes(content[: draw(st.integers(1, len(content)))])


@given(damaged())
def test_a_damaged_picture_is_cleaned_or_refused(content: bytes) -> None:
    assert isinstance(blank_picture(content), bytes)
    try:
        picture = clean_picture(content)
    except PictureUnreadable:
        return
    assert bool(picture.stripped) == (picture.content != content)
    again = clean_picture(picture.content)
    assert (again.content, again.texts) == (picture.content, picture.texts)


@given(st.sampled_from(SAMPLES), st.binary(max_size=40))
def test_what_stands_behind_the_end_never_stays(content: bytes, tail: bytes) -> None:
    picture = clean_picture(content + b"behind" + tail)
    assert b"behind" not in picture.content
    assert picture.stripped.total()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "an empty file"),
        (b"\x89PNG", "a file of an unknown format"),
        (b"II\xbc\x01" + bytes(40), "a JPEG XR"),
        (b"\0\0\0\x0cjP  \r\n\x87\n", "a JPEG 2000"),
        (b"\0\0\0\x18ftypheic", "a HEIF or AVIF"),
        (b"II+\0" + bytes(12), "a BigTIFF"),
        (b"%PDF-1.7", "a PDF"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "a PostScript file"),
        (b"VCLMTF" + bytes(40), "a StarView metafile"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "a file of an unknown format"),
        (b"<html><body/></html>", "a file of an unknown format"),
        (HIDDEN, "a file of an unknown format"),
        (b"\xff\xd8\xff\xd9", "a damaged JPEG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a damaged JPEG"),
        (jpeg_with(b"\xff\xf7\x00\x04ab"), "a JPEG of an unknown kind"),
        (jpeg_with()[:60], "a damaged JPEG"),
        (png_with()[:40], "a damaged PNG"),
        (png_with(chunk(b"CgBI", b"Phot")), "a PNG of an unknown kind"),
        (png_with(chunk(b"PLTE", b"ab")), "a damaged PNG"),
        (b"GIF89a" + bytes(7) + b"\x3b", "a damaged GIF"),
        (b"GIF89a", "a damaged picture"),
        (webp_with()[:30], "a damaged WebP"),
        (b"BM" + bytes(60), "a bitmap of an unknown kind"),
        (b"II*\0\xff\xff\0\0", "a damaged picture"),
        (b"II*\0\0\0\0\0", "a damaged TIFF"),
        (b"\0\0\x01\0\0\0", "a damaged icon"),
        (emf()[:60], "a damaged EMF metafile"),
        (wmf()[:30], "a damaged WMF metafile"),
        (b"\x1f\x8b\x08\0garbage", "a damaged packed metafile"),
    ],
)
def test_what_is_not_known_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as raised:
        clean_picture(content)
    assert isinstance(raised.value, PictureUnreadable)
    assert raised.value.reason == reason
    assert reason in raised.value.problem
    assert traces(str(raised.value).encode()) == []


@pytest.mark.parametrize("content", [sample for sample in SAMPLES[:4] if sample])
@pytest.mark.parametrize("cut", [1, 3, 11, 17])
def test_a_picture_cut_short_is_still_cleaned(content: bytes, cut: int) -> None:
    picture = clean_picture(content[:-cut])
    assert isinstance(picture, Picture)
    assert traces(picture.content) == []


def test_directories_of_a_tiff_that_share_their_pixels_do_not_grow_without_end() -> None:
    size = 4000
    entries = struct.pack("<HHII", 256, 4, 1, 8) + struct.pack("<HHII", 257, 4, 1, 8)
    entries += struct.pack("<HHII", 273, 4, 1, 8) + struct.pack("<HHII", 279, 4, 1, size)
    pages = b""
    start = 8 + size
    for index in range(50):
        last = index == 49
        following = 0 if last else start + 54 * (index + 1)
        pages += struct.pack("<H", 4) + entries + struct.pack("<I", following)
    with pytest.raises(PictureUnreadable):
        clean_picture(b"II*\0" + struct.pack("<I", start) + bytes(size) + pages)


def test_images_of_an_icon_that_share_their_pixels_do_not_grow_without_end() -> None:
    image = png_with()
    at = 6 + 16 * 30
    entry = struct.pack("<BBBBHHII", 24, 16, 0, 0, 1, 24, len(image), at)
    with pytest.raises(PictureUnreadable):
        clean_picture(struct.pack("<HHH", 0, 1, 30) + entry * 30 + image)


@pytest.mark.parametrize(
    "content",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- by hand --><svg:svg xmlns:svg="x"/>',
        "\ufeff<?xml version='1.0' encoding='UTF-16'?><svg/>".encode("utf-16-le"),
    ],
)
def test_svg_is_told_and_left_alone(content: bytes) -> None:
    picture = clean_picture(content)
    assert (picture.format, picture.content, dict(picture.stripped)) == ("svg", content, {})
