"""What cannot be used is refused with one sentence, and nothing is written or changed."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from review_runs import Redact
from word_packages import draft, members, tree, zipped

MAP = "review: x\nentities:\n  - {real: Danielle Hargreaves, pseudonym: Connie Smith}\n"
DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def compound_file(*streams: str) -> bytes:
    """The container of old and of encrypted Office files, with a directory of these streams."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
    return header + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)


def with_doctype(good: bytes, doctype: bytes) -> bytes:
    parts = members(good)
    story = parts["word/document.xml"]
    parts["word/document.xml"] = story.replace(b"<w:document", doctype + b"<w:document", 1)
    assert parts["word/document.xml"] != story
    return zipped(parts)


def with_parts(good: bytes, parts: dict[str, bytes]) -> bytes:
    return zipped(members(good) | parts)


def changed_in_the_middle(good: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(good)) as package:
        at = package.getinfo("word/document.xml").header_offset + 100
    return good[:at] + bytes(255 - byte for byte in good[at : at + 50]) + good[at + 50 :]


def with_unknown_part(good: bytes) -> bytes:
    parts = members(good)
    links = parts["word/_rels/document.xml.rels"]
    link = b'<Relationship Id="rId99" Type="urn:x/thing" Target="thing.xml"/></Relationships>'
    parts["word/_rels/document.xml.rels"] = links.replace(b"</Relationships>", link)
    return zipped(parts | {"word/thing.xml": b"<thing/>"})


FILES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "old Word": (lambda _: compound_file("Root Entry", "WordDocument"), ".doc"),
    "PDF": (lambda _: b"%PDF-1.7\n%Danielle Hargreaves", "PDF"),
    "zip": (lambda _: zipped({"a.txt": b"Danielle Hargreaves"}), "zip"),
    "password": (lambda _: compound_file("Root Entry", "EncryptedPackage"), "password"),
    "truncated": (lambda good: good[: len(good) // 2], "damaged"),
    "one byte short": (lambda good: good[:-1], "damaged"),
    "changed in the middle": (changed_in_the_middle, "damaged"),
    "unpacks to 80 MB": (lambda good: with_parts(good, {"word/x.bin": bytes(80_000_000)}), "far"),
    "10,001 parts": (
        lambda good: with_parts(good, {f"word/x{n}.bin": b"" for n in range(10_001)}),
        "parts",
    ),
    "entities": (lambda good: with_doctype(good, DOCTYPE), "DOCTYPE"),
    "entity from outside": (lambda good: with_doctype(good, OUTSIDE), "DOCTYPE"),
    "0 bytes": (lambda _: b"", "empty"),
    "unknown part": (with_unknown_part, "its part /word/thing.xml can't be inspected"),
    "plain text": (lambda _: b"Danielle Hargreaves rang.", "not a Word document"),
}


def refused(redact: Redact, tmp_path: Path, *args: str) -> tuple[int, str]:
    """Exit code and the one sentence; nothing was written, nothing changed, no name told."""
    before = tree(tmp_path)
    result = redact(*args)
    assert tree(tmp_path) == before
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1, result.stderr
    assert "Traceback" not in result.stderr
    assert "Danielle" not in result.stderr
    return result.exit_code, result.stderr


@pytest.fixture
def good(tmp_path: Path) -> bytes:
    """A sound draft in draft.docx, and its map in map.yaml."""
    (tmp_path / "map.yaml").write_text(MAP)
    return draft(tmp_path / "draft.docx", ["Danielle Hargreaves rang."]).read_bytes()


def test_the_sound_draft_is_taken(redact: Redact, tmp_path: Path, good: bytes) -> None:
    result = redact("draft.docx", "--map", "map.yaml", "--no-input")
    assert result.exit_code == 0
    assert (tmp_path / "draft.redacted.docx").exists()


@pytest.mark.parametrize("options", [["--map", "map.yaml"], []], ids=["map", "no map"])
@pytest.mark.parametrize("bad", FILES)
def test_a_bad_file_is_exit_3(
    redact: Redact, tmp_path: Path, good: bytes, bad: str, options: list[str]
) -> None:
    make, said = FILES[bad]
    (tmp_path / "draft.docx").write_bytes(make(good))
    code, sentence = refused(redact, tmp_path, "draft.docx", "--no-input", *options)
    assert code == 3
    assert sentence.startswith("draft.docx: ")
    assert said in sentence


def test_a_scan_refuses_it_too(redact: Redact, tmp_path: Path, good: bytes) -> None:
    (tmp_path / "draft.docx").write_bytes(good[: len(good) // 2])
    code, sentence = refused(redact, tmp_path, "scan", "draft.docx", "--map", "map.yaml", "-q")
    assert code == 3
    assert sentence.startswith("draft.docx: ")


def test_a_diff_refuses_it_too(redact: Redact, tmp_path: Path, good: bytes) -> None:
    (tmp_path / "other.docx").write_bytes(good[: len(good) // 2])
    code, sentence = refused(redact, tmp_path, "diff", "draft.docx", "other.docx")
    assert code == 3
    assert sentence.startswith("other.docx: ")


def test_an_empty_folder_is_exit_3(redact: Redact, tmp_path: Path) -> None:
    (tmp_path / "case").mkdir()
    code, sentence = refused(redact, tmp_path, "case", "--no-input")
    assert code == 3
    assert sentence.startswith("case: ")


def test_a_folder_of_bad_files_only_is_exit_3(redact: Redact, tmp_path: Path, good: bytes) -> None:
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "a.docx").write_bytes(b"")
    (tmp_path / "case" / "b.docx").write_bytes(good[:-1])
    code, sentence = refused(redact, tmp_path, "case", "--map", "map.yaml", "--no-input")
    assert code == 3
    assert sentence.startswith("case: ")
    assert "File 1 of those found: is empty" in sentence
    assert "File 2 of those found: is damaged" in sentence
    assert ".docx" not in sentence


VICTIM = "{real: Danielle Hargreaves, pseudonym: Connie Smith}"

MAPS: dict[str, tuple[str, ...]] = {
    "one pseudonym": (VICTIM, "{real: Ida Holm, pseudonym: Connie Smith}"),
    "one pseudonym, written otherwise": (VICTIM, "{real: Ida Holm, pseudonym: CONNIE  SMITH}"),
    "one alias": (
        "{real: Danielle Hargreaves, pseudonym: Connie Smith, aliases: [Dani]}",
        "{real: Ida Holm, pseudonym: Bo Lind, aliases: [Dani]}",
    ),
    "alias is a name": (
        VICTIM,
        "{real: Ida Holm, pseudonym: Bo Lind, aliases: [Danielle Hargreaves]}",
    ),
    "one name": (VICTIM, "{real: Danielle Hargreaves, pseudonym: Bo Lind}"),
    "no pseudonym": ("{real: Danielle Hargreaves}",),
    "no such type": ("{real: Danielle Hargreaves, pseudonym: Connie Smith, type: dragon}",),
    "no YAML": ("[Danielle Hargreaves",),
}


@pytest.mark.parametrize("bad", MAPS)
def test_a_map_that_cannot_be_used_is_exit_2(
    redact: Redact, tmp_path: Path, good: bytes, bad: str
) -> None:
    lines = [f"  - {entity}\n" for entity in MAPS[bad]]
    (tmp_path / "map.yaml").write_text("review: x\nentities:\n" + "".join(lines))
    code, sentence = refused(redact, tmp_path, "draft.docx", "--map", "map.yaml", "--no-input")
    assert code == 2
    assert sentence.startswith("map.yaml: ")
