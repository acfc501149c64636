"""Pictures of pixels: what tells of people goes, what shows stays, bit for bit."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from picture_files import (
    HIDDEN,
    NAME,
    XMP,
    chunk,
    drawing,
    exif_block,
    gif_block,
    gif_with,
    jpeg_with,
    pixels,
    png_with,
    riff_chunk,
    saved,
    segment,
    traces,
    webp_with,
)
from PIL import Image

from redactor.documents.pictures.clean import clean_picture

WIDE_NAME = NAME.encode("utf-16-le")
JFXX = b"JFXX\0\x13" + bytes((1, 1)) + HIDDEN
SECOND_PICTURE = jpeg_with(segment(0xFE, HIDDEN))


def jfif_thumbnail() -> bytes:
    plain = saved(drawing(), "JPEG")
    thumbnail = HIDDEN + b"!"
    jfif = plain[6:18] + bytes((len(thumbnail) // 3, 1)) + thumbnail
    return plain[:2] + segment(0xE0, jfif) + plain[20:]


def between_scans() -> bytes:
    progressive = saved(drawing(size=(64, 64)), "JPEG", progressive=True, quality=95)
    place = progressive.index(b"\xff\xda", progressive.index(b"\xff\xda") + 2)
    return progressive[:place] + segment(0xFE, HIDDEN) + progressive[place:]


def png_between_data() -> bytes:
    plain = saved(drawing(), "PNG")
    return plain[:-12] + chunk(b"tEXt", b"Author\0" + HIDDEN) + plain[-12:]


def animated_png(*extra: bytes) -> bytes:
    frames = [drawing(), drawing().rotate(180)]
    plain = saved(frames[0], "PNG", save_all=True, append_images=frames[1:], duration=50)
    return png_with(*extra, content=plain)


def bmp_with_gap(gap: bytes, *, reserved: bytes = bytes(4), tail: bytes = b"") -> bytes:
    plain = saved(drawing(), "BMP")
    at = 54 + len(gap)
    return plain[:6] + reserved + struct.pack("<I", at) + plain[14:54] + gap + plain[54:] + tail


def bmp_with_profile(kind: bytes, profile: bytes) -> bytes:
    """Version 5: the profile stands behind the pixels; a linked one is a path."""
    plain = saved(drawing(), "BMP")
    body = plain[54:]
    header = struct.pack("<I", 124) + plain[18:54] + bytes(16) + kind + bytes(48)
    header += struct.pack("<4I", 4, 124 + len(body), len(profile), 0)
    start = struct.pack("<2sIII", b"BM", 14 + 124 + len(body) + len(profile), 0, 138)
    return start + header + body + profile


def rle_bmp(tail: bytes = b"") -> bytes:
    """Two rows of four pixels: a run, a literal of three, a move, the end."""
    codes = b"\x04\x01\0\0" + b"\0\x03\x01\0\x01\0" + b"\0\x02\x01\0" + b"\0\x01"
    palette = b"\0\0\0\0\xff\xff\xff\0"
    header = struct.pack("<IiiHHIIiiII", 40, 4, 2, 1, 8, 1, 0, 0, 0, 2, 0)
    start = struct.pack("<2sIII", b"BM", 62 + len(codes), 0, 62)
    return start + header + palette + codes + tail


def tiff_tags(**tags: object) -> dict[str, object]:
    return {"tiffinfo": {int(tag.removeprefix("t")): value for tag, value in tags.items()}}


def tiff_pages(**options: object) -> bytes:
    pages = [drawing(), drawing("L"), drawing("1")]
    return saved(pages[0], "TIFF", save_all=True, append_images=pages[1:], **options)


def tiff_with_gap() -> bytes:
    plain = saved(drawing(), "TIFF")
    return plain + HIDDEN


def tiff_with_jpeg_comment() -> bytes:
    """Strips of JPEG, one with a comment in it; it is laid at the end, for it has grown."""
    plain = bytearray(saved(drawing(size=(16, 8)), "TIFF", compression="jpeg"))
    directory = struct.unpack_from("<I", plain, 4)[0]
    places = {}
    for index in range(struct.unpack_from("<H", plain, directory)[0]):
        at = directory + 2 + 12 * index
        places[struct.unpack_from("<H", plain, at)[0]] = at + 8
    start, length = (struct.unpack_from("<I", plain, places[tag])[0] for tag in (273, 279))
    strip = bytes(plain[start : start + length])
    strip = strip[:2] + segment(0xFE, HIDDEN) + strip[2:]
    plain[start : start + length] = bytes(length)
    struct.pack_into("<I", plain, places[273], len(plain))
    struct.pack_into("<I", plain, places[279], len(strip))
    return bytes(plain) + strip


def ico(image: bytes, *, tail: bytes = b"", gap: bytes = b"") -> bytes:
    group = struct.pack("<HHH", 0, 1, 1)
    entry = struct.pack("<BBBBHHII", 24, 16, 0, 0, 1, 24, len(image), 22 + len(gap))
    return group + entry + gap + image + tail


def icon_bitmap(tail: bytes = b"") -> bytes:
    header = struct.pack("<IiiHHIIiiII", 40, 24, 32, 1, 24, 0, 0, 0, 0, 0, 0)
    return header + saved(drawing(), "BMP")[54:] + bytes(4 * 16) + tail


PLANTED = {
    "jpeg comment": (jpeg_with(segment(0xFE, HIDDEN)), {"comments": 1}),
    "jpeg EXIF": (jpeg_with(segment(0xE1, b"Exif\0\0" + exif_block())), {"EXIF blocks": 1}),
    "jpeg XMP": (
        jpeg_with(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP)),
        {"XMP blocks": 1},
    ),
    "jpeg long XMP": (
        jpeg_with(segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + XMP)),
        {"XMP blocks": 1},
    ),
    "jpeg IPTC": (
        jpeg_with(segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04" + HIDDEN)),
        {"IPTC blocks": 1},
    ),
    "jpeg Ducky": (jpeg_with(segment(0xEC, b"Ducky" + WIDE_NAME)), {"application blocks": 1}),
    "jpeg long Adobe": (
        jpeg_with(segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01" + HIDDEN)),
        {"application blocks": 1},
    ),
    "jpeg FlashPix": (
        jpeg_with(segment(0xE2, b"FPXR\0" + HIDDEN)),
        {"application blocks": 1},
    ),
    "jpeg thumbnail": (jfif_thumbnail(), {"thumbnails": 1}),
    "jpeg JFXX": (jpeg_with(segment(0xE0, JFXX)), {"thumbnails": 1}),
    "jpeg second picture": (jpeg_with(tail=SECOND_PICTURE), {"bytes behind the end": 1}),
    "jpeg between segments": (jpeg_with(HIDDEN), {"stray bytes": 1}),
    "jpeg between scans": (between_scans(), {"comments": 1}),
    "png tEXt": (png_with(chunk(b"tEXt", b"Author\0" + HIDDEN)), {"comments": 1}),
    "png zTXt": (
        png_with(chunk(b"zTXt", b"Author\0\0" + zlib.compress(HIDDEN, 0))),
        {"comments": 1},
    ),
    "png iTXt": (png_with(chunk(b"iTXt", b"Author\0\0\0en\0\0" + HIDDEN)), {"comments": 1}),
    "png EXIF": (png_with(chunk(b"eXIf", exif_block())), {"EXIF blocks": 1}),
    "png time and unknown": (
        png_with(chunk(b"tIME", bytes(7)), chunk(b"prVt", WIDE_NAME)),
        {"application blocks": 2},
    ),
    "png suggested palette": (
        png_with(chunk(b"sPLT", HIDDEN + b"\0\x08")),
        {"application blocks": 1},
    ),
    "png gamma that is text": (png_with(chunk(b"gAMA", HIDDEN)), {"application blocks": 1}),
    "png behind the data": (png_between_data(), {"comments": 1}),
    "png behind the end": (png_with(tail=HIDDEN), {"bytes behind the end": 1}),
    "png animated": (animated_png(chunk(b"tEXt", b"Author\0" + HIDDEN)), {"comments": 1}),
    "gif comment": (gif_with(gif_block(0xFE, HIDDEN)), {"comments": 1}),
    "gif long comment": (gif_with(gif_block(0xFE, HIDDEN * 40)), {"comments": 1}),
    "gif caption": (
        gif_with(b"\x21\xf9\x04\0\0\0\0\0", gif_block(0x01, bytes(12) + HIDDEN)),
        {"comments": 1},
    ),
    "gif XMP": (
        gif_with(b"\x21\xff\x0bXMP DataXMP" + bytes((len(XMP),)) + XMP + b"\0"),
        {"application blocks": 1},
    ),
    "gif long loop count": (
        gif_with(b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0" + bytes((len(HIDDEN),)) + HIDDEN + b"\0"),
        {"application blocks": 1},
    ),
    "gif behind the end": (gif_with(tail=HIDDEN), {"bytes behind the end": 1}),
    "webp EXIF": (webp_with(riff_chunk(b"EXIF", exif_block()), flags=8), {"EXIF blocks": 1}),
    "webp XMP": (webp_with(riff_chunk(b"XMP ", XMP), flags=4), {"XMP blocks": 1}),
    "webp unknown": (webp_with(riff_chunk(b"NAME", HIDDEN)), {"application blocks": 1}),
    "webp behind the end": (webp_with(tail=HIDDEN), {"bytes behind the end": 1}),
    "bmp gap": (bmp_with_gap(HIDDEN), {"stray bytes": 1}),
    "bmp reserved": (bmp_with_gap(b"", reserved=b"Ostr"), {"stray bytes": 1}),
    "bmp behind the end": (bmp_with_gap(b"", tail=WIDE_NAME), {"bytes behind the end": 1}),
    "bmp linked profile": (
        bmp_with_profile(b"KNIL", b"C:\\Users\\" + HIDDEN + b"\0"),
        {"colour profile texts": 1, "bytes behind the end": 1},
    ),
    "bmp run-length": (rle_bmp(tail=HIDDEN), {"bytes behind the end": 1}),
    "ico png": (
        ico(png_with(chunk(b"tEXt", b"Author\0" + HIDDEN))),
        {"comments": 1},
    ),
    "ico gap": (ico(icon_bitmap(), gap=HIDDEN), {"bytes behind the end": 1}),
    "tiff artist": (saved(drawing(), "TIFF", **tiff_tags(t315=NAME)), {"header texts": 1}),
    "tiff description": (saved(drawing(), "TIFF", **tiff_tags(t270=NAME)), {"comments": 1}),
    "tiff XMP": (saved(drawing(), "TIFF", **tiff_tags(t700=XMP)), {"XMP blocks": 1}),
    "tiff private tag": (saved(drawing(), "TIFF", **tiff_tags(t65000=NAME)), {"header texts": 1}),
    "tiff pages": (tiff_pages(**tiff_tags(t305=NAME)), {"header texts": 3, "stray bytes": 1}),
    "tiff gap": (tiff_with_gap(), {"stray bytes": 1}),
    "tiff jpeg comment": (tiff_with_jpeg_comment(), {"comments": 1}),
}

PLAIN = {
    "jpeg": saved(drawing(), "JPEG"),
    "jpeg progressive": saved(drawing(), "JPEG", progressive=True),
    "jpeg restarts": saved(drawing(), "JPEG", restart_marker_blocks=1),
    "jpeg grey": saved(drawing("L"), "JPEG"),
    "jpeg Adobe": saved(drawing("CMYK"), "JPEG"),
    "jpeg turned": jpeg_with(
        segment(0xE1, b"Exif\0\0" + struct.pack("<4sIHHHIHHI", b"II*\0", 8, 1, 274, 3, 1, 6, 0, 0))
    ),
    "jpeg fill bytes": jpeg_with(b"\xff\xff"),
    "jpeg without end": saved(drawing(), "JPEG")[:-2],
    "png": saved(drawing(), "PNG"),
    "png palette": saved(drawing("P"), "PNG", transparency=3, dpi=(96, 96)),
    "png alpha": saved(drawing("RGBA"), "PNG"),
    "png colours": png_with(
        chunk(b"gAMA", bytes(4)), chunk(b"sRGB", b"\0"), chunk(b"bKGD", bytes(6))
    ),
    "png animated": animated_png(),
    "gif": gif_with(),
    "webp": saved(drawing(), "WEBP"),
    "webp lossless": saved(drawing("RGBA"), "WEBP", lossless=True),
    "webp extended": webp_with(),
    "webp animated": saved(drawing(), "WEBP", save_all=True, append_images=[drawing("L")]),
    "bmp": saved(drawing(), "BMP"),
    "bmp palette": saved(drawing("P"), "BMP"),
    "bmp one bit": saved(drawing("1"), "BMP"),
    "bmp gap of zeros": bmp_with_gap(bytes(8)),
    "bmp run-length": rle_bmp(),
    "ico": ico(icon_bitmap()),
    "ico of Pillow": saved(drawing(size=(16, 16)), "ICO"),
    "tiff": saved(drawing(), "TIFF"),
    "tiff LZW": saved(drawing(), "TIFF", compression="tiff_lzw", dpi=(300, 300)),
    "tiff fax": saved(drawing("1"), "TIFF", compression="group4"),
    "tiff jpeg": saved(drawing(), "TIFF", compression="jpeg"),
    "tiff deep": saved(drawing("F"), "TIFF"),
    "tiff turned": saved(drawing(), "TIFF", **tiff_tags(t274=8)),
}


@pytest.mark.parametrize("case", PLANTED)
def test_metadata_goes_and_pixels_stay(case: str) -> None:
    content, gone = PLANTED[case]
    picture = clean_picture(content)
    assert traces(picture.content) == []
    assert pixels(picture.content) == pixels(content)
    assert dict(picture.stripped) == gone
    assert picture.texts == ()


@pytest.mark.parametrize("case", [case for case in PLANTED if case != "bmp reserved"])
def test_each_row_plants_the_name(case: str) -> None:
    assert traces(PLANTED[case][0])


@pytest.mark.parametrize("case", PLANTED)
def test_a_clean_picture_is_left_alone(case: str) -> None:
    once = clean_picture(PLANTED[case][0])
    twice = clean_picture(once.content)
    assert (twice.content, dict(twice.stripped)) == (once.content, {})
    assert twice.format == once.format == case.split(maxsplit=1)[0]


@pytest.mark.parametrize("case", PLAIN)
def test_a_plain_picture_keeps_its_bytes(case: str) -> None:
    picture = clean_picture(PLAIN[case])
    assert picture.content == PLAIN[case]
    assert dict(picture.stripped) == {}
    assert picture.format == case.split(maxsplit=1)[0]


def test_bytes_that_no_count_of_a_table_claims_go() -> None:
    """Pillow reads no such JPEG; other decoders skip the rest."""
    table = b"\x03" + b"\x01" * 64
    picture = clean_picture(jpeg_with(segment(0xDB, table + HIDDEN)))
    assert picture.content == jpeg_with(segment(0xDB, table))


def test_bytes_behind_the_mask_of_an_icon_go() -> None:
    """Pillow looks for the mask at the end, Windows behind the colours."""
    assert clean_picture(ico(icon_bitmap(HIDDEN))).content == ico(icon_bitmap())


def test_of_several_pictures_in_one_jpeg_the_first_stays() -> None:
    content = saved(drawing(), "MPO", save_all=True, append_images=[drawing().rotate(180)])
    picture = clean_picture(content)
    assert pixels(picture.content) == pixels(content)[:1]
    assert dict(picture.stripped) == {"application blocks": 1, "bytes behind the end": 1}


def turned_jpeg() -> bytes:
    return jpeg_with(segment(0xE1, b"Exif\0\0" + exif_block(orientation=6)))


def turned_png() -> bytes:
    return png_with(chunk(b"eXIf", exif_block(orientation=6)))


def turned_webp() -> bytes:
    return webp_with(riff_chunk(b"EXIF", exif_block(orientation=6)), flags=8)


@pytest.mark.parametrize("content", [turned_jpeg(), turned_png(), turned_webp()])
def test_a_turned_picture_stays_turned(content: bytes) -> None:
    picture = clean_picture(content)
    assert traces(picture.content) == []
    with Image.open(io.BytesIO(picture.content)) as image:
        assert dict(image.getexif()) == {0x0112: 6}
    assert dict(picture.stripped) == {"EXIF blocks": 1}
    assert clean_picture(picture.content).content == picture.content


@pytest.mark.parametrize(
    "content",
    [
        jpeg_with(segment(0xE1, b"Exif\0\0" + exif_block(orientation=1))),
        png_with(chunk(b"eXIf", exif_block(orientation=9))),
    ],
)
def test_an_upright_picture_needs_no_exif(content: bytes) -> None:
    with Image.open(io.BytesIO(clean_picture(content).content)) as image:
        assert dict(image.getexif()) == {}


def test_what_an_extended_webp_says_of_itself_is_true_afterwards() -> None:
    both = webp_with(riff_chunk(b"EXIF", exif_block()), riff_chunk(b"XMP ", XMP), flags=0x1C)
    cleaned = clean_picture(both).content
    assert cleaned[20] == 0x10
    assert int.from_bytes(cleaned[4:8], "little") == len(cleaned) - 8


def test_timing_and_loops_of_an_animation_stay() -> None:
    content = clean_picture(gif_with(gif_block(0xFE, HIDDEN))).content
    with Image.open(io.BytesIO(content)) as image:
        assert (image.info["loop"], image.info["duration"], image.n_frames) == (3, 70, 2)


def test_resolution_of_a_tiff_stays() -> None:
    content = saved(drawing(), "TIFF", dpi=(300, 200), **tiff_tags(t315=NAME))
    with Image.open(io.BytesIO(clean_picture(content).content)) as image:
        assert image.info["dpi"] == (300, 200)


def test_nothing_of_the_picture_is_in_its_repr() -> None:
    assert "xff" not in repr(clean_picture(jpeg_with()))
