"""What stands in for a picture that must not stay."""

from __future__ import annotations

import gzip
import io
import struct

import pytest
from metafiles import emf, emf_text, packed, wmf, wmf_text
from picture_files import NAME, drawing, gif_with, saved, traces, webp_with
from PIL import Image

from redactor.documents.pictures.clean import blank_picture, clean_picture

RASTER = {
    "jpeg": saved(drawing(size=(37, 21)), "JPEG"),
    "png": saved(drawing(size=(37, 21)), "PNG"),
    "gif": saved(drawing("P", size=(37, 21)), "GIF"),
    "bmp": saved(drawing(size=(37, 21)), "BMP"),
    "tiff": saved(drawing(size=(37, 21)), "TIFF"),
    "webp": saved(drawing(size=(37, 21)), "WEBP", lossless=True),
    "webp lossy": saved(drawing(size=(37, 21)), "WEBP"),
}


def colours(content: bytes) -> set[tuple[int, ...]]:
    """White and transparent black are both empty."""
    with Image.open(io.BytesIO(content)) as image:
        shown = Image.new("RGBA", image.size, "white")
        shown.alpha_composite(image.convert("RGBA"))
    return {colour for _, colour in shown.getcolors(99) or []}


@pytest.mark.parametrize("case", RASTER)
def test_an_empty_picture_of_the_same_format_and_size(case: str) -> None:
    blank = blank_picture(RASTER[case])
    with Image.open(io.BytesIO(blank)) as image:
        assert image.size == (37, 21)
        image.load()
    assert colours(blank) == {(255, 255, 255, 255)}
    picture = clean_picture(blank)
    assert (picture.format, picture.content) == (case.split(maxsplit=1)[0], blank)


@pytest.mark.parametrize("case", RASTER)
def test_of_a_cleaned_picture_too(case: str) -> None:
    assert blank_picture(clean_picture(RASTER[case])) == blank_picture(RASTER[case])


@pytest.mark.parametrize("size", [(4000, 2000), (2000, 4000)])
def test_a_large_picture_is_drawn_smaller_in_its_proportions(size: tuple[int, int]) -> None:
    for kind in ("JPEG", "BMP", "PNG"):
        blank = blank_picture(saved(Image.new("1", size), kind))
        with Image.open(io.BytesIO(blank)) as image:
            assert image.size in {(1024, 512), (512, 1024)}
            assert (image.width > image.height) == (size[0] > size[1])


def test_an_empty_emf_has_the_frame_of_the_full_one() -> None:
    full = emf(emf_text(NAME))
    blank = blank_picture(full)
    assert traces(blank) == []
    assert blank[8:40] == full[8:40]
    assert blank[72:88] == full[72:88]
    assert struct.unpack_from("<II", blank, 48) == (len(blank), 2)
    assert clean_picture(blank).content == blank


@pytest.mark.parametrize("placeable", [True, False])
def test_an_empty_wmf_has_the_frame_of_the_full_one(placeable: bool) -> None:
    full = wmf(wmf_text(NAME), placeable=placeable)
    blank = blank_picture(full)
    assert traces(blank) == []
    assert blank.startswith(full[: 22 if placeable else 0])
    picture = clean_picture(blank)
    assert (picture.content, picture.texts) == (blank, ())


def test_a_packed_metafile_becomes_a_packed_empty_one() -> None:
    blank = blank_picture(packed(emf(emf_text(NAME))))
    assert gzip.decompress(blank) == blank_picture(emf(emf_text(NAME)))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"no picture", "png"),
        (b"", "png"),
        (b"II\xbc\x01", "png"),
        (b"\xff\xd8\xff", "jpeg"),
        (gif_with()[:20], "gif"),
        (webp_with()[:20], "webp"),
        (b"BM", "bmp"),
        (b"II*\0", "tiff"),
        (b"\0\0\x01\0", "ico"),
        (b"\0\0\x02\0", "cur"),
        (b"<svg/>", "svg"),
        (b"\x1f\x8b\x08", "png"),
        (wmf()[:12], "wmf"),
    ],
)
def test_whatever_comes_an_empty_picture_goes(content: bytes, kind: str) -> None:
    picture = clean_picture(blank_picture(content))
    assert (picture.format, dict(picture.stripped), picture.texts) == (kind, {}, ())
