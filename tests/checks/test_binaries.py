"""Names in what is no text: every encoding, every wrapping, and bytes that only look like names."""

from __future__ import annotations

import base64
import gzip
import random
import struct
import zlib

import pytest

from redactor.checks.sought import Sought, SoughtKind
from redactor.model import Severity
from tests.checks.word_packages import (
    NAME,
    PHONE,
    in_body,
    inspect,
    jpeg,
    leaks,
    package,
    paragraph,
    png,
    story,
)

TEXT = b"Danielle Hargreaves"
WIDE = "Danielle Hargreaves".encode("utf-16-le")
INNER = package({"word/document.xml": story(paragraph("Danielle Harg", "reaves"))})
_JUNK = bytes(range(128, 256))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def noise(size: int, seed: int = 4) -> bytes:
    return random.Random(seed).randbytes(size)


def emf(*letters: str) -> bytes:
    """A metafile that draws each of `letters` by a record of its own."""
    head = struct.pack("<II", 1, 88) + bytes(32) + b" EMF" + bytes(44)
    return head + b"".join(
        struct.pack("<II", 84, 80) + bytes(36) + struct.pack("<II", 1, 76) + bytes(24)
        + letter.encode("utf-16-le") + bytes(2)
        for letter in letters
    )  # fmt: skip


def wmf(*letters: int) -> bytes:
    return b"\xd7\xcd\xc6\x9a" + bytes(18 + 18) + b"".join(
        struct.pack("<IHHBBHH", 7, 0x0521, 1, letter, 0, 0, 0) for letter in letters
    )  # fmt: skip


PLANTED = {
    "ASCII": _JUNK + TEXT + _JUNK,
    "UTF-8": _JUNK + "Dani\u00e9lle Hargreaves".encode() + _JUNK,
    "Latin": _JUNK[:60] + "\x00Dani\u00e9lle Hargreaves\x00".encode("cp1252"),
    "UTF-16, little-endian": _JUNK + WIDE,
    "UTF-16 at an odd offset": _JUNK + b"\x90" + WIDE,
    "UTF-16, big-endian": _JUNK + "Danielle Hargreaves".encode("utf-16-be"),
    "UTF-16, big-endian, odd": _JUNK + b"\x90" + "Danielle Hargreaves".encode("utf-16-be"),
    "UTF-16 with accents": _JUNK + "D\u0101nielle H\u00e1rgreaves".encode("utf-16-le"),
    "ended by nought": b"\x00\x13" + TEXT + b"\x00\xff",
    "capitals": _JUNK + TEXT.upper() + b"\x00",
    "run together": _JUNK + b"C:\\Users\\daniellehargreaves\\x\x00",
    "a compound file": _OLE + WIDE + bytes(512),
    "a PDF": b"%PDF-1.7\n(Danielle Hargreaves)\n%%EOF",
    "gzip": gzip.compress(_JUNK + TEXT, mtime=0),
    "gzip in gzip": gzip.compress(gzip.compress(_JUNK + TEXT, mtime=0), mtime=0),
    "noise": noise(50_000) + TEXT + noise(50_000),
    "tEXt": png((b"tEXt", b"Author\x00Danielle Hargreaves")),
    "zTXt": png((b"zTXt", b"Author\x00\x00" + zlib.compress(TEXT))),
    "iTXt": png((b"iTXt", b"Author\x00\x00\x00en\x00\x00" + TEXT)),
    "compressed iTXt": png((b"iTXt", b"Author\x00\x01\x00en\x00\x00" + zlib.compress(TEXT))),
    "translated keyword": png((b"iTXt", b"Author\x00\x00\x00en\x00" + TEXT + b"\x00x")),
    "iCCP": png((b"iCCP", b"Profile\x00\x00" + zlib.compress(_JUNK + TEXT))),
    "a chunk of its own": png((b"abCd", TEXT)),
    "behind a picture": png() + TEXT,
    "COM": jpeg((0xFE, TEXT)),
    "XMP": jpeg((0xE1, (b"http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta><dc:creator>Danielle "
                 b"Hargreaves</dc:creator></x:xmpmeta>"))),
    "EXIF": jpeg((0xE1, b"Exif\x00\x00II*\x00" + WIDE)),
    "EMF": b"\x01\x00\x00\x00" + bytes(36) + b" EMF" + bytes(64) + WIDE,
    "compressed EMF": gzip.compress(
        b"\x01\x00\x00\x00" + bytes(36) + b" EMF" + bytes(64) + WIDE, mtime=0),
    "EMF, a letter a record": emf(*"Danielle Hargreaves"),
    "WMF, a letter a record": wmf(*b"Danielle Hargreaves"),
    "a font": b"\x00\x01\x00\x00\x00" + bytes(40) + "Danielle Hargreaves".encode("utf-16-be"),
    "a package": INNER,
    "a package in a package": package({"word/embeddings/a.docx": INNER}),
    "a package in gzip": gzip.compress(INNER, mtime=0),
}  # fmt: skip


@pytest.mark.parametrize("content", PLANTED.values(), ids=PLANTED)
def test_a_name_among_bytes_is_found(content):
    assert leaks({"word/media/image1.bin": content})


@pytest.mark.parametrize("content", PLANTED.values(), ids=PLANTED)
def test_and_so_it_is_when_the_bytes_are_written_as_letters(content):
    lines = base64.encodebytes(content).decode()
    assert leaks(in_body(f"<w:p><w:r><w:pict o:gfxdata='{lines}'/></w:r></w:p>"))
    assert leaks(in_body(f"<w:binData>{lines}</w:binData>"))


def test_an_address_with_a_picture_in_it_is_opened():
    data = base64.b64encode(png((b"zTXt", b"Author\x00\x00" + zlib.compress(TEXT)))).decode()
    assert leaks(in_body(f"<w:p w:x='url(data:image/png;base64,{data})'/>"))


@pytest.mark.parametrize(
    ("sought", "content"),
    [
        (Sought("Julie"), b"\x00\x05Julie\x00\x91"),
        (Sought("Julie"), b"\x00\x05\xff" + "JULIE".encode("utf-16-le") + b"\xff"),
        (Sought("Ann"), b"\x00\x00the letter that Ann wrote to him\x00"),
        (Sought("Ann"), b"\x00" + "that Ann wrote to him".encode("utf-16-le") + b"\xff"),
        (Sought("Zo\u00eb"), "\x00the letter that Zo\u00eb wrote to him\x00".encode("cp1252")),
        (Sought("Desir\u00e9e"), "\x00\x01Desir\u00e9e\x00".encode("cp1252") + b"\xff"),
        (PHONE, b"\x00\x01\xff07700 900123\x00"),
        (Sought("Ann"), png((b"tEXt", b"Author\x00Ann"))),
        (Sought("Ann"), jpeg((0xFE, b"Ann"))),
    ],
)
def test_a_short_name_is_found_where_somebody_wrote(sought, content):
    assert leaks({"word/media/a.bin": content}, [sought])


@pytest.mark.parametrize(
    ("sought", "content"),
    [
        (Sought("Ann"), b"\x00\x03Ann\x00\x91\x00"),
        (Sought("Ann"), b"\x91\x00" + "Ann".encode("utf-16-le") + b"\xff"),
        (Sought("Julie"), b"\x00\x05JuLiE\x00\x91"),
        (Sought("Annabel"), b"\x00banannabells\x91"),
        (Sought("Georgia"), b"\x00\x91" + "Georgia".encode("utf-16-le") + b"\x00\x00\xff"),
        (Sought("Georgia"), b"\x00\x01\x00\x00\x00\x00Georgia\x00Matthew\x00"),
        (Sought("Hope", SoughtKind.WORD), b"\x00\x91a letter that Hope wrote to him\x00"),
        (Sought("1285", SoughtKind.IDENTIFIER), b"\x00\x911285\x00"),
    ],
)
def test_letters_by_chance_are_left_alone(sought, content):
    assert leaks({"word/media/a.bin": content}, [sought]) == ()


def test_megabytes_of_noise_hold_no_name():
    chance = random.Random(11)
    names = [
        Sought("".join(chance.choice("aeioulnrstdmk") for _ in range(length)).title())
        for length in (3, 3, 4, 5, 6, 7)
        for _ in range(80)
    ]
    numbers = [
        Sought(str(chance.randrange(10**6, 10**10)), SoughtKind.IDENTIFIER) for _ in range(80)
    ]
    encoded = base64.encodebytes(noise(200_000, 3)).decode()
    members = {
        "word/media/image1.bin": noise(2_000_000),
        "word/media/image2.png": png((b"IDAT", zlib.compress(noise(500_000, 5)))),
        "word/document.xml": story(
            f"<w:p><w:r><w:pict o:gfxdata='{encoded}'/><w:t>{encoded}</w:t></w:r></w:p>"
        ),
        "word/digests.xml": "<a>"
        + "".join(f"<b c='{noise(20, seed).hex()}'/>" for seed in range(500))
        + "</a>",
    }
    assert leaks(members, [*names, *numbers]) == ()


@pytest.mark.parametrize(
    ("member", "content", "read_as", "severity"),
    [
        ("word/media/image1.png", png(), "picture", Severity.NOTE),
        ("word/media/image1.jpeg", jpeg((0xE0, b"JFIF")), "picture", Severity.NOTE),
        ("word/media/image1.emz", gzip.compress(b"\xd7\xcd\xc6\x9a" + bytes(30), mtime=0),
         "picture", Severity.NOTE),
        ("word/media/image1.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "picture",
         Severity.NOTE),
        ("word/fonts/font1.odttf", noise(99), "binary", None),
        ("word/empty.bin", b"", "binary", None),
        ("word/embeddings/a.docx", package(), "package", None),
        ("word/notes.txt", "nothing", "text", None),
        ("word/header1.xml", "<a/>", "text", None),
        ("word/vbaProject.bin", _OLE, "binary", Severity.NOT_INSPECTED),
        ("word/embeddings/oleObject1.bin", _OLE, "binary", Severity.NOT_INSPECTED),
        ("word/embeddings/a.pdf", b"%PDF-1.7", "binary", Severity.NOT_INSPECTED),
        ("word/unknown.bin", noise(99), "binary", Severity.NOT_INSPECTED),
        ("word/embeddings/a.docx", package()[:-30], "package", Severity.NOT_INSPECTED),
        ("word/media/a.emz", b"\x1f\x8b\x08damaged\x00", "binary", Severity.NOT_INSPECTED),
    ],
)  # fmt: skip
def test_it_says_what_it_read_and_what_it_could_not(member, content, read_as, severity):
    inspection = inspect({member: content}, [NAME])
    assert {part.name: part.read_as for part in inspection.inspected}[member] == read_as
    severities = [finding.severity for finding in inspection.findings]
    assert severities == ([severity] if severity else [])
    assert all(member in finding.place for finding in inspection.findings)
