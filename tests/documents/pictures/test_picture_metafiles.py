"""EMF and WMF: comments go, drawing stays byte for byte, texts are told."""

from __future__ import annotations

import gzip
import struct

import pytest
from metafiles import (
    EMF_EOF,
    emf,
    emf_bitmap,
    emf_comment,
    emf_font,
    emf_poly_text,
    emf_record,
    emf_rectangle,
    emf_small_text,
    emf_text,
    packed,
    plus_bitmap,
    plus_comment,
    plus_driver_string,
    plus_image,
    plus_image_in_pieces,
    plus_metafile,
    plus_record,
    plus_string,
    wmf,
    wmf_escape,
    wmf_ext_text,
    wmf_font,
    wmf_record,
    wmf_rectangle,
    wmf_text,
)
from picture_files import HIDDEN, NAME, WIDE, chunk, jpeg_with, png_with, segment, traces

from redactor.documents.pictures.clean import clean_picture
from redactor.documents.pictures.unreadable import PictureUnreadable

JPEG = jpeg_with(segment(0xFE, HIDDEN))
PNG = png_with(chunk(b"tEXt", b"Author\0" + HIDDEN))
PALETTE_EOF = struct.pack("<IIII", 14, 44, 6, 16) + HIDDEN + bytes(4) + struct.pack("<I", 44)
PLUS_HEADER = plus_record(0x4001, struct.pack("<4I", 0xDBC01002, 0, 96, 96))

PLANTED = {
    "emf description": (emf(description=f"Paint\0{NAME}\0\0"), {"header texts": 1}),
    "emf comment": (emf(emf_comment(b"ICON" + WIDE), emf_rectangle()), {"comments": 1}),
    "emf public comment": (emf(emf_comment(b"GDIC\x02\0\0\0" + WIDE)), {"comments": 1}),
    "emf palette": (emf(emf_rectangle(), end=PALETTE_EOF), {"stray bytes": 1}),
    "emf tail": (emf(emf_rectangle(), tail=HIDDEN), {"bytes behind the end": 1}),
    "emf colour space": (emf(emf_record(99, HIDDEN)), {"application blocks": 1}),
    "emf printer": (emf(emf_record(106, WIDE)), {"application blocks": 1}),
    "emf unknown": (emf(emf_record(4711, WIDE)), {"application blocks": 1}),
    "emf bitmap": (emf(emf_bitmap(PNG)), {"comments": 1}),
    "emf+ comment": (emf(plus_comment(PLUS_HEADER, plus_record(0x4003, WIDE))), {"comments": 1}),
    "emf+ rest": (emf(emf_comment(b"EMF+" + PLUS_HEADER + b"Ostrander")), {"comments": 1}),
    "emf+ jpeg": (emf(plus_comment(plus_image(plus_bitmap(JPEG)))), {"comments": 1}),
    "emf+ emf": (
        emf(plus_comment(plus_image(plus_metafile(emf(emf_comment(WIDE)))))),
        {"comments": 1},
    ),
    "emf+ in pieces": (
        emf(*plus_image_in_pieces(plus_bitmap(PNG), 100, last_says_length=False)),
        {"comments": 1},
    ),
    "emf+ in pieces, said": (
        emf(*plus_image_in_pieces(plus_bitmap(PNG), 100, last_says_length=True)),
        {"comments": 1},
    ),
    "wmf comment": (wmf(wmf_rectangle(), wmf_escape(0x0F, WIDE)), {"comments": 1}),
    "wmf plain": (wmf(wmf_escape(0x0F, HIDDEN), placeable=False), {"comments": 1}),
    "wmf emf within": (wmf(wmf_escape(0x0F, b"WMFC" + WIDE)), {"comments": 1}),
    "wmf printer": (wmf(wmf_escape(0x13, b"%!PS " + HIDDEN)), {"comments": 1}),
    "wmf long line end": (wmf(wmf_escape(0x15, HIDDEN)), {"comments": 1}),
    "wmf unknown": (wmf(wmf_record(0x0BAD, WIDE)), {"application blocks": 1}),
    "wmf tail": (wmf(wmf_rectangle(), tail=HIDDEN), {"bytes behind the end": 1}),
    "emz": (packed(emf(emf_comment(b"ICON" + HIDDEN))), {"comments": 1}),
    "emz file name": (packed(emf(), name=True), {"header texts": 1}),
    "wmz": (packed(wmf(wmf_escape(0x0F, WIDE))), {"comments": 1}),
}

PLAIN = {
    "emf": emf(emf_rectangle()),
    "emf text": emf(emf_font(0), emf_text("Ward 4", 3, 9), emf_rectangle()),
    "emf plus": emf(plus_comment(PLUS_HEADER, plus_string("Ward 4"), plus_record(0x4002))),
    "emf plus bitmap": emf(plus_comment(plus_image(plus_bitmap(png_with())))),
    "emf bitmap": emf(emf_bitmap(png_with())),
    "wmf": wmf(wmf_rectangle()),
    "wmf unplaced": wmf(wmf_text("Ward 4"), placeable=False),
    "wmf line end": wmf(wmf_escape(0x15, struct.pack("<H", 1))),
    "emz": packed(emf(emf_rectangle())),
}


def unpacked(content: bytes) -> bytes:
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content


@pytest.mark.parametrize("case", PLANTED)
def test_what_is_not_drawn_goes(case: str) -> None:
    content, gone = PLANTED[case]
    assert traces(content) or traces(unpacked(content))
    picture = clean_picture(content)
    assert traces(picture.content) == traces(unpacked(picture.content)) == []
    assert dict(picture.stripped) == gone
    assert picture.texts == ()
    again = clean_picture(picture.content)
    assert (again.content, dict(again.stripped)) == (picture.content, {})


@pytest.mark.parametrize("case", PLAIN)
def test_a_plain_metafile_keeps_its_bytes(case: str) -> None:
    picture = clean_picture(PLAIN[case])
    assert (picture.content, dict(picture.stripped)) == (PLAIN[case], {})
    assert picture.format == case.split(maxsplit=1)[0]


def test_drawing_records_and_the_emf_header_agree() -> None:
    drawn = (emf_font(0), emf_text("Ward 4"), emf_rectangle())
    content = emf(drawn[0], emf_comment(WIDE), *drawn[1:], description=NAME, tail=HIDDEN)
    assert clean_picture(content).content == emf(*drawn)


def test_drawing_records_and_the_wmf_header_agree() -> None:
    drawn = (wmf_font(0), wmf_text("Ward 4"), wmf_rectangle())
    content = wmf(drawn[0], wmf_escape(0x0F, WIDE * 9), *drawn[1:], tail=HIDDEN)
    assert clean_picture(content).content == wmf(*drawn)


def test_an_emf_palette_is_not_announced_any_more() -> None:
    content = bytearray(emf(emf_rectangle(), end=PALETTE_EOF))
    struct.pack_into("<I", content, 68, 6)
    assert clean_picture(bytes(content)).content == emf(emf_rectangle())


@pytest.mark.parametrize("front", [0, 16])
@pytest.mark.parametrize("cut", range(1, 8))
def test_a_metafile_that_ends_too_early_is_ended(front: int, cut: int) -> None:
    records = emf(emf_rectangle(), emf_text(NAME))
    picture = clean_picture(records[: -len(EMF_EOF) - cut - front])
    assert picture.content == emf(emf_rectangle())
    assert dict(picture.stripped) == {"damaged ends": 1}


TEXTS = [
    (emf(emf_text(NAME)), (NAME,)),
    (emf(emf_text(NAME, wide=False)), (NAME,)),
    (emf(emf_poly_text([(NAME, 0, 0), ("Ward 4", 0, 50)])), (NAME, "Ward 4", f"{NAME} Ward 4")),
    (emf(emf_poly_text([(NAME, 0, 0)], wide=False)), (NAME,)),
    (emf(emf_small_text(NAME)), (NAME,)),
    (emf(emf_small_text(NAME, small=False)), (NAME,)),
    (emf(emf_small_text(NAME, rectangle=True)), (NAME,)),
    (emf(emf_text(NAME, options=0x10)), ()),  # numbers of glyphs
    (emf(emf_text("")), ()),
    (emf(emf_rectangle()), ()),
    (emf(emf_font(238), emf_text("Łucja", wide=False, encoding="cp1250")), ("£ucja", "Łucja")),
    (emf(emf_font(0), emf_text("Zoë", wide=False)), ("Zoë",)),
    (emf(plus_comment(plus_string(NAME))), (NAME,)),
    (emf(plus_comment(plus_driver_string(NAME))), (NAME,)),
    (emf(plus_comment(plus_driver_string(NAME, characters=False))), ()),
    (emf(plus_comment(plus_string(NAME)), emf_text(NAME)), (NAME,)),  # drawn for two readers
    (emf(plus_comment(plus_image(plus_metafile(emf(emf_text(NAME)))))), (NAME,)),
    (wmf(wmf_text(NAME)), (NAME,)),
    (wmf(wmf_text("Zoë")), ("Zoë",)),
    (wmf(wmf_ext_text(NAME)), (NAME,)),
    (wmf(wmf_ext_text(NAME, options=6, step=7)), (NAME,)),
    (wmf(wmf_ext_text(NAME, options=0x10)), ()),
    (wmf(wmf_font(238), wmf_text("Łucja", encoding="cp1250")), ("£ucja", "Łucja")),
    (wmf(wmf_rectangle()), ()),
    (packed(emf(emf_text(NAME))), (NAME,)),
]


@pytest.mark.parametrize(("content", "texts"), TEXTS)
def test_texts_that_are_drawn(content: bytes, texts: tuple[str, ...]) -> None:
    picture = clean_picture(content)
    assert picture.texts == texts
    assert picture.content == content


def letters(text: str, width: int = 10) -> list[bytes]:
    """One record a letter; a blank is only room."""
    return [
        emf_text(letter, 10 + index * width, 40, step=width)
        for index, letter in enumerate(text)
        if letter != " "
    ]


@pytest.mark.parametrize(
    ("records", "wanted"),
    [
        ([emf_text("Wilhelmina", 0, 40), emf_text("Ostrander", 90, 40)], NAME),
        ([emf_text("Wilhelmina ", 0, 40), emf_text("Ostrander", 90, 40)], NAME),
        ([emf_text("Ostr", 0, 40), emf_text("ander", 30, 40)], "Ostrander"),
        ([emf_text("Ostr", 0, 40), emf_text("ander", 30, 41)], "Ostrander"),  # rounding
        (letters(NAME), NAME),
        ([emf_text(c, 40, 300 - i * 9) for i, c in enumerate(NAME)], NAME),  # upwards
        ([emf_text(c, i * 5, i * i) for i, c in enumerate("Ostrander")], "Ostrander"),  # a curve
        ([emf_text("Wilhelmina", 0, 40), emf_text("Ostrander", 0, 90)], NAME),  # two lines
        ([emf_text("Wilhelmina Ostran", 0, 40), emf_text("der.docx", 4, 60)], f"{NAME}.docx"),
        ([emf_text("Wilhelmina", 200, 40), emf_text("Ward 4", 0, 40)], "Wilhelmina"),
    ],
)
def test_a_text_drawn_in_pieces_is_read_whole(records: list[bytes], wanted: str) -> None:
    assert wanted in clean_picture(emf(*records)).texts


def test_letters_without_widths_are_read_by_their_places() -> None:
    widths = {
        "W": 94,
        "i": 22,
        "l": 22,
        "h": 56,
        "e": 56,
        "m": 83,
        "n": 56,
        "a": 56,
        " ": 28,
        "O": 78,
        "s": 50,
        "t": 28,
        "r": 33,
        "d": 56,
    }
    records, x = [], 0
    for letter in NAME:
        if letter != " ":
            records.append(wmf_text(letter, x, 40))
        x += widths[letter]
    assert NAME in clean_picture(wmf(*records)).texts


def test_rows_far_apart_are_not_run_together() -> None:
    rows = [emf_text(f"Row {index}", 0, index * 40) for index in range(20)]
    assert clean_picture(emf(*rows)).texts == tuple(f"Row {index}" for index in range(20))


def test_text_is_not_in_the_repr() -> None:
    assert "Ostrander" not in repr(clean_picture(emf(emf_text(NAME))))


@pytest.mark.parametrize(
    "content",
    [
        emf(plus_comment(plus_image(plus_bitmap(b"neither this nor that")))),
        emf(plus_image_in_pieces(plus_bitmap(PNG), 60, last_says_length=False)[0]),
        emf(
            plus_image_in_pieces(plus_bitmap(PNG), 60, last_says_length=False)[0],
            plus_comment(PLUS_HEADER),
        ),
        emf(plus_comment(plus_image(plus_bitmap(b"<svg/>")))),
        emf(emf_record(84, bytes(20))),
        emf(emf_record(97, bytes(28) + struct.pack("<I", 9000))),
        packed(jpeg_with()),
        packed(emf())[:-20],
        wmf(wmf_record(0x0A32, struct.pack("<hhHH", 0, 0, 400, 0))),
    ],
)
def test_what_cannot_be_followed_is_refused(content: bytes) -> None:
    with pytest.raises(PictureUnreadable) as raised:
        clean_picture(content)
    assert traces(str(raised.value).encode()) == []


def test_metafiles_nested_without_end_are_refused() -> None:
    content = emf(emf_rectangle())
    for _ in range(5):
        content = emf(plus_comment(plus_image(plus_metafile(content))))
    with pytest.raises(PictureUnreadable):
        clean_picture(content)


def test_texts_that_share_their_characters_do_not_grow_without_end() -> None:
    text = b"x\0" * 2000
    heads = b"".join(
        struct.pack("<iiIII4iI", 0, 0, 2000, 40 + 40 * 100, 0, 0, 0, -1, -1, 0) for _ in range(100)
    )
    fields = struct.pack("<4iIffI", 0, 0, -1, -1, 1, 1.0, 1.0, 100)
    with pytest.raises(PictureUnreadable):
        clean_picture(emf(emf_record(97, fields + heads + text)))
