"""The zip file around the parts: its fields, its gaps, and what cannot be unpacked."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import pytest

from redactor.checks.allowance import Allowance
from redactor.checks.inspection import Limits, inspect_package
from redactor.model import Severity
from tests.checks.word_packages import CLEAN, NAME, inspect, leaks, package

TEXT = b"Danielle Hargreaves"


def archive(info: zipfile.ZipInfo | None = None, content: bytes = b"<a/>", comment: bytes = b""):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        target.writestr("word/document.xml", CLEAN)
        if info is not None:
            target.writestr(info, content)
        target.comment = comment
    return buffer.getvalue()


def member(name: str = "word/a.xml", **fields: object) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    for field, value in fields.items():
        setattr(info, field, value)
    return info


def extra(body: bytes) -> bytes:
    return struct.pack("<HH", 0x6375, len(body)) + body


def in_place(content: bytes, old: bytes, new: bytes, *, last: bool = False) -> bytes:
    at = content.rfind(old) if last else content.find(old)
    return content[:at] + new + content[at + len(old) :]


def streamed() -> bytes:
    """As a program writes it that cannot go back: sizes behind the data."""

    class Pipe(BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("word/document.xml", CLEAN)
    return pipe.getvalue()


def between() -> bytes:
    """A name between the last member and the directory, whose place the end record tells."""
    content = archive()
    at = content.rfind(b"PK\x01\x02")
    end = content.rfind(b"PK\x05\x06")
    moved = content[:at] + TEXT + content[at:end]
    record = bytearray(content[end:])
    record[16:20] = struct.pack("<I", at + len(TEXT))
    return moved + bytes(record)


PLANTED = {
    "comment": archive(comment=TEXT),
    "comment in UTF-16": archive(comment="Danielle Hargreaves".encode("utf-16-le")),
    "member's comment": archive(member(comment=TEXT)),
    "extra field": archive(member(extra=extra(TEXT))),
    "local extra field": in_place(
        archive(member(extra=extra(TEXT))), TEXT, b"x" * len(TEXT), last=True
    ),
    "member's name": archive(member("word/Danielle Hargreaves.xml")),
    "member's name with accents": archive(member("word/Dani\u00e9lle Hargreaves.xml")),
    "folder": archive(member("Danielle Hargreaves/"), b""),
    "name of the local header alone": in_place(
        archive(member("word/aaaaaaaaaaaaaaaaaaa.xml")), b"a" * 19, TEXT
    ),
    "before": TEXT + archive(),
    "between": between(),
    "behind": archive() + TEXT,
    "stray member": archive(member("notes.txt"), TEXT),
    "second member of the same name": archive(
        member("word/documenx.xml"), b"<a>Danielle Hargreaves</a>"
    ).replace(b"word/documenx.xml", b"word/document.xml"),
    "deflated": archive(member(compress_type=zipfile.ZIP_DEFLATED), b"<a>Danielle Hargreaves</a>"),
}


@pytest.mark.parametrize("content", PLANTED.values(), ids=PLANTED)
def test_a_name_in_the_zip_is_found(content):
    found = leaks(content)
    assert found
    assert "anielle" not in str(found)


@pytest.mark.parametrize(
    "content",
    [
        package(),
        streamed(),
        archive(member(date_time=(2024, 5, 6, 7, 8, 10))),
        archive(member("word/"), b""),
        archive(comment=b"a comment"),
    ],
    ids=["as it is", "streamed", "dated", "folder", "commented"],
)
def test_a_clean_zip_has_no_finding(content):
    assert inspect(content).findings == ()


def test_data_outside_the_members_are_not_inspected():
    for content in (b"\x00\x01\x02" * 9 + archive(), archive() + b"\x00\x01\x02" * 9):
        [finding] = inspect(content).findings
        assert finding.severity is Severity.NOT_INSPECTED
        assert finding.place == "output: the package"


def compressed(method: int) -> bytes:
    return archive(member(compress_type=method), b"<a>nobody</a>" * 9)


def encrypted() -> bytes:
    content = bytearray(archive(member()))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.rfind(signature) + at] |= 1
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (compressed(zipfile.ZIP_BZIP2), "compression"),
        (compressed(zipfile.ZIP_LZMA), "compression"),
        (encrypted(), "encrypted"),
        (in_place(compressed(zipfile.ZIP_STORED), b"nobody", b"Nobody"), "damaged"),
        (in_place(archive(member()), b"PK\x03\x04", b"PK\x03\x05"), "damaged"),
    ],
)
def test_what_cannot_be_unpacked_is_not_inspected(content, reason):
    inspection = inspect(content)
    assert inspection.of(Severity.LEAK) == ()
    assert any(reason in one.reason for one in inspection.of(Severity.NOT_INSPECTED))


BOMBS = {
    "one large member": (
        archive(member(compress_type=zipfile.ZIP_DEFLATED), b"<a/>" + b" " * 5000),
        Limits(member=4000),
    ),
    "much together": (archive(member(), b"<a/>" + b" " * 3000), Limits(total=2000)),
    "many members": (archive(member()), Limits(members=1)),
    "deep": (archive(member("a.docx"), archive(member("b.docx"), archive(member("c.docx"),
             archive()))), Limits(depth=2)),
}  # fmt: skip


@pytest.mark.parametrize(("content", "limits"), BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_not_inspected(content, limits):
    calm = inspect_package(content, [NAME], Allowance())
    assert calm.of(Severity.NOT_INSPECTED) == ()
    assert inspect_package(content, [NAME], Allowance(), limits=limits).of(Severity.NOT_INSPECTED)


@pytest.mark.parametrize(
    "content", [b"", b"no zip", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)]
)
def test_what_is_no_zip_is_refused(content):
    with pytest.raises(zipfile.BadZipFile):
        inspect(content)
