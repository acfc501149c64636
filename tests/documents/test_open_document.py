"""What is refused, and what is said: the file, what is wrong, what to do."""

import os
import random
import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from word_files import main_story, members_of, opened, paragraph, run, texts, zipped

from redactor.documents.docx import archive, source
from redactor.documents.open import SUPPORTED_SUFFIXES, open_document
from redactor.errors import ExitCode, InputRefused
from redactor.model import DocumentId

MAIN = main_story(paragraph(run("Danielle Pike")))
GOOD = zipped(members_of(MAIN))
VBA_TYPE = "application/vnd.ms-office.vbaProject"
HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SLIDES_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"


def refusal(folder, content, name="draft.docx"):
    """The sentence that refuses `content`, without the file's path in front."""
    path = folder / name
    with pytest.raises(InputRefused) as refused:
        opened(folder, content, name)
    assert refused.value.exit_code is ExitCode.REFUSED
    assert path.read_bytes() == content
    sentence = str(refused.value)
    assert sentence.startswith(f"{path}: ")
    assert sentence.endswith(".")
    assert "Danielle" not in sentence
    return sentence.removeprefix(f"{path}: ")


def compound_file(*streams):
    """The header of a compound file, and a directory with these streams."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
    return header + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)


def with_member(name, content, *, info=None):
    buffer = BytesIO(GOOD)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive_:
        archive_.writestr(info or name, content)
    return buffer.getvalue()


def without(name):
    return zipped({key: value for key, value in members_of(MAIN).items() if key != name})


def flagged_encrypted(content):
    """`content` with the encryption flag set in every entry."""
    changed = bytearray(content)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(mark)
        while at != -1:
            changed[at + flags] |= 1
            at = changed.find(mark, at + 1)
    return bytes(changed)


def with_wrong_checksum(content):
    changed = bytearray(content)
    at = changed.rindex(b"PK\x01\x02")
    changed[at + 16 : at + 20] = struct.pack("<I", 12345)
    return bytes(changed)


def of_type(content_type):
    return zipped(members_of(MAIN, main_type=content_type))


def duplicated(name):
    with pytest.warns(UserWarning, match="Duplicate name"):
        return with_member(name, MAIN)


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "0 bytes"),
        (b"%PDF-1.7\n%", "is a PDF"),
        (b"\n\n%PDF-1.4", "is a PDF"),
        (b"{\\rtf1\\ansi Danielle}", "Rich Text"),
        (b"Danielle Pike", "is not a Word document"),
        (b"<html>Danielle</html>", "is not a Word document"),
        (b"PK", "damaged"),
        (b"PK\x05\x06" + bytes(18), "is a zip file, but no Word document"),
        (compound_file("Root Entry", "WordDocument"), "old Word document (.doc)"),
        (compound_file("Root Entry", "EncryptedPackage"), "remove the password"),
        (compound_file("ROOT ENTRY", "ENCRYPTEDPACKAGE"), "remove the password"),
        (compound_file("EncryptedPackage", "WordDocument"), "remove the password"),
        (compound_file("Root Entry", "Workbook"), "old Office file"),
        (compound_file("Root Entry", "xWordDocument"), "old Office file"),
        (zipped({"a.txt": "Danielle"}), "is a zip file, but no Word document"),
        (without("[Content_Types].xml"), "is a zip file, but no Word document"),
        (without("_rels/.rels"), "is a zip file, but no Word document"),
        (without("word/document.xml"), "lost its main part"),
        (of_type(SHEET_TYPE), "Excel workbook"),
        (of_type(SLIDES_TYPE), "PowerPoint"),
        (of_type("application/xml"), "no Word document"),
        (GOOD[:200], "damaged or incomplete"),
        (GOOD[:-10], "damaged or incomplete"),
        (with_wrong_checksum(GOOD), "damaged or incomplete"),
        (flagged_encrypted(GOOD), "is encrypted"),
        (duplicated("word/document.xml"), "same part twice"),
        (with_member("Word/DOCUMENT.xml", MAIN), "same part twice"),
        (with_member("/etc/passwd", "x"), "unsafe name"),
        (with_member("../up.xml", "x"), "unsafe name"),
        (with_member("word/../../up.xml", "x"), "unsafe name"),
        (with_member("word\\..\\..\\up.xml", "x"), "unsafe name"),
        (with_member("C:/up.xml", "x"), "unsafe name"),
        (zipped(members_of(MAIN.replace("</w:p>", ""))), "malformed XML"),
        (zipped(members_of(MAIN.replace("Pike", "&pike;"))), "malformed XML"),
        (zipped(members_of(MAIN.replace("Pike", "&#1;"))), "malformed XML"),
        (zipped(members_of(MAIN.encode()[:-20])), "malformed XML"),
        (zipped(members_of(MAIN.encode().replace(b"Pike", b"\xff\xfe"))), "malformed XML"),
        (zipped(members_of(b"")), "malformed XML"),
        (zipped(members_of(MAIN.replace("UTF-8", "UTF-7"))), "unusual encoding"),
        (zipped(members_of(MAIN.replace("UTF-8", "nonsense"))), "unusual encoding"),
        (zipped(members_of("<w>" * 300 + "</w>" * 300)), "malformed XML"),
        (zipped(members_of(MAIN, {"word/h.xml": (HEADER_TYPE, "<w")})), "/word/h.xml is damaged"),
        (zipped(members_of(MAIN.replace("<w:document", BOMB + "<w:document"))), "DOCTYPE"),
        (zipped(members_of(MAIN.replace("<w:document", OUTSIDE + "<w:document"))), "DOCTYPE"),
        (zipped(members_of((BOMB + "<a/>").encode("utf-16"))), "DOCTYPE"),
        (zipped(members_of(MAIN, {"customXml/item1.xml": ("application/xml", BOMB)})), "DOCTYPE"),
        (zipped(members_of(MAIN, {"word/x.bin": ("application/x", "?")})), "/word/x.bin can't be"),
    ],
)
def test_bad_files_are_refused_with_a_sentence(tmp_path, content, said):
    assert said in refusal(tmp_path, content)


@pytest.mark.parametrize(
    "content",
    [
        GOOD,
        b"" + GOOD + b"trailing bytes",
        with_member("word/", ""),
        with_member("word/media/", ""),
        with_member("word/a..b.xml", "<a/>"),
        with_member("docProps/thumbnail.svg", "<!DOCTYPE svg><svg/>"),
        zipped(members_of(main_story(""))),
        zipped(members_of(MAIN, {"word/vbaProject.bin": (VBA_TYPE, "x")})),
        zipped(members_of(MAIN, {"word/p.svg": ("image/svg+xml", "<!DOCTYPE svg><svg/>")})),
        zipped(members_of(MAIN.replace("<w:body>", "<!-- no doctype --><w:body>"))),
    ],
)
def test_sound_files_are_taken(tmp_path, content):
    assert texts(opened(tmp_path, content)) in (["Danielle Pike"], [])


def test_an_unusual_compression_is_refused(tmp_path):
    info = zipfile.ZipInfo("word/x.xml")
    info.compress_type = zipfile.ZIP_LZMA
    assert "Word does not use" in refusal(tmp_path, with_member("", "<a/>", info=info))


@pytest.mark.parametrize("suffix", [".doc", ".txt", ".zip", ""])
def test_an_unsupported_name_is_refused(tmp_path, suffix):
    assert "redact reads .docm, .docx, .dotm, .dotx only" in refusal(
        tmp_path, GOOD, f"draft{suffix}"
    )


def test_supported_suffixes_are_those_of_word():
    assert frozenset({".docx", ".docm", ".dotx", ".dotm"}) == SUPPORTED_SUFFIXES


def test_missing_files_and_folders_are_refused(tmp_path):
    with pytest.raises(InputRefused, match="there is no such file"):
        open_document(tmp_path / "missing.docx")
    with pytest.raises(InputRefused, match="is a folder"):
        open_document(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe.docx")
    with pytest.raises(InputRefused, match="not an ordinary file"):
        open_document(tmp_path / "pipe.docx")


def test_the_id_is_the_name_unless_given(tmp_path):
    path = tmp_path / "draft.docx"
    path.write_bytes(GOOD)
    assert open_document(path).id == "draft.docx"
    document = open_document(path, DocumentId("imr/draft.docx"))
    assert document.id == "imr/draft.docx"
    assert document.path == path
    assert document.segments[0].document == "imr/draft.docx"


# Limits: lowered, so that the tests need no gigabytes.


def test_too_many_members_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MAX_MEMBERS", 4)
    assert texts(opened(tmp_path, GOOD)) == ["Danielle Pike"]
    assert "far more" in refusal(tmp_path, with_member("a.xml", "<a/>"))


def test_a_member_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MAX_MEMBER_SIZE", 5000)
    assert texts(opened(tmp_path, with_member("a.bin", bytes(5000)))) == ["Danielle Pike"]
    assert "far more" in refusal(tmp_path, with_member("a.bin", bytes(5001)))


def test_too_much_in_all_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MAX_TOTAL_SIZE", 50_000)
    assert texts(opened(tmp_path, with_member("a.bin", bytes(40_000)))) == ["Danielle Pike"]
    assert "far more" in refusal(tmp_path, with_member("a.bin", bytes(50_000)))


def test_a_suspicious_ratio_is_refused_beyond_a_free_size(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "RATIO_FREE_SIZE", 100_000)
    noise = random.Random(1).randbytes(1_000_000)
    assert texts(opened(tmp_path, with_member("a.bin", noise))) == ["Danielle Pike"]
    assert texts(opened(tmp_path, with_member("a.bin", bytes(90_000)))) == ["Danielle Pike"]
    assert "far more" in refusal(tmp_path, with_member("a.bin", bytes(3_000_000)))


def test_declared_sizes_are_not_believed(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MAX_MEMBER_SIZE", 5000)
    changed = bytearray(with_member("a.bin", bytes(100_000)))
    at = changed.rindex(b"PK\x01\x02")
    changed[at + 24 : at + 28] = struct.pack("<I", 10)
    assert "damaged" in refusal(tmp_path, bytes(changed))


@pytest.mark.parametrize(("limit", "value"), [("MAX_XML_SIZE", 1500), ("MAX_MARKUP", 50)])
def test_too_much_text_is_refused_in_one_part_or_in_all(tmp_path, monkeypatch, limit, value):
    monkeypatch.setattr(source, limit, value)
    assert texts(opened(tmp_path, GOOD)) == ["Danielle Pike"]
    longer = main_story(paragraph(run("Pike")) * 20)
    assert "too large" in refusal(tmp_path, zipped(members_of(longer)))
    header = (HEADER_TYPE, main_story(paragraph(run("Pike"))))
    assert texts(opened(tmp_path, zipped(members_of(MAIN, {"word/h1.xml": header})))) != []
    headers = {f"word/h{number}.xml": header for number in range(1, 5)}
    assert "too large" in refusal(tmp_path, zipped(members_of(MAIN, headers)))


def test_every_truncation_is_refused(tmp_path):
    for length in range(0, len(GOOD) - 1, 7):
        refusal(tmp_path, GOOD[:length])


def test_random_damage_is_refused_or_harmless(tmp_path):
    chance = random.Random(3)
    path: Path = tmp_path / "draft.docx"
    refused = 0
    for _ in range(400):
        changed = bytearray(GOOD)
        for _ in range(chance.randint(1, 4)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        path.write_bytes(changed)
        try:
            assert texts(open_document(path)) == ["Danielle Pike"]
        except InputRefused:
            refused += 1
    assert refused > 200
