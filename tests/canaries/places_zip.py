"""The zip itself, names of its members, and other encodings of XML."""

from __future__ import annotations

import struct

import image_files as made
from canary_names import Canary
from canary_package import DOCUMENT, Draft, sentence
from canary_place import Place, Plant
from canary_xml import paragraph, run
from places_images import picture, put_image

ZIPPED = "zipped.docx"
PREFIXED = "prefixed.docx"
"""Bytes before the archive: what begins so is no Word document to most programs."""
ENCODED = "encoded.docx"
STRICT = "strict.docx"


def _zip(identity: str, what: str, plant: Plant, package: str = ZIPPED) -> Place:
    return Place(f"zip/{identity}", what, plant, package)


def _comment(draft: Draft, c: Canary) -> None:
    draft.comment += f"Case of {c.full}. ".encode()


def _entry_comment(draft: Draft, c: Canary) -> None:
    draft.entry_comments[DOCUMENT] = c.full.encode()


def _extra(draft: Draft, c: Canary) -> None:
    """Rule: APPNOTE.TXT 4.5; 0x4C41 is nobody's."""
    data = c.full.encode()
    draft.extras[DOCUMENT] = struct.pack("<HH", 0x4C41, len(data)) + data


def _unicode_path(draft: Draft, c: Canary) -> None:
    """Info-ZIP's other name of a member. Rule: APPNOTE.TXT 4.6.9; its checksum is wrong."""
    data = b"\x01" + bytes(4) + f"{c.joined}.xml".encode()
    draft.extras["word/settings.xml"] = struct.pack("<HH", 0x7075, len(data)) + data


def _prefix(draft: Draft, c: Canary) -> None:
    draft.prefix += f"#!{c.full}\n".encode()


def _gap(draft: Draft, c: Canary) -> None:
    draft.gap += f"-- {c.full} --".encode()


def _suffix(draft: Draft, c: Canary) -> None:
    draft.suffix += f"-- {c.full} --".encode()


def _stray(draft: Draft, c: Canary) -> None:
    draft.add("notes.txt", f"Ring {c.full}.")


def _stray_utf16(draft: Draft, c: Canary) -> None:
    draft.add(".DS_Store", b"\x00\x00\x00\x01Bud1" + c.full.encode("utf-16-be"))


def _stray_part(draft: Draft, c: Canary) -> None:
    draft.add("word/extra.dat", bytes(8) + c.full.encode())


def _trash(draft: Draft, c: Canary) -> None:
    """What Word writes while it saves over a file."""
    draft.add("[trash]/0000.dat", c.full.encode() + bytes(20))


def _unlinked_xml(draft: Draft, c: Canary) -> None:
    draft.add("word/old.xml", f"<old>{c.full}</old>", "application/xml")


def _unlinked_story(draft: Draft, c: Canary) -> None:
    """A header that no section has any more."""
    draft.tree("word/header-first.xml")
    draft.append("word/header-first.xml", paragraph(run(c.full)))


def _member_name(draft: Draft, c: Canary) -> None:
    image = put_image(draft, made.png(), "png", f"word/media/{c.joined}.png")
    draft.say(c, picture(f'<a:blip r:embed="{image}"/>'))


def _custom_name(draft: Draft, c: Canary) -> None:
    name = draft.add(f"customXml/{c.joined}.xml", "<case/>", "application/xml")
    draft.relate(DOCUMENT, "customXml", name)


def _folder(draft: Draft, c: Canary) -> None:
    draft.members[f"word/{c.joined}/"] = b""


def _stray_name(draft: Draft, c: Canary) -> None:
    draft.add(f"{c.joined}.tmp", b"x")


def _foreign_name(draft: Draft, c: Canary) -> None:
    draft.add(f"word/media/{c.given}%20{c.surname}.bin", b"x", "application/octet-stream")


def _utf16_body(draft: Draft, c: Canary) -> None:
    draft.encodings[DOCUMENT] = "UTF-16"
    draft.say(c, run(c.full))


def _utf16_author(draft: Draft, c: Canary) -> None:
    draft.encodings["word/comments.xml"] = "UTF-16"
    draft.append("word/comments.xml", f'<w:comment w:id="1" w:author="{c.full}"><w:p/></w:comment>')


def _western_note(draft: Draft, c: Canary) -> None:
    """A part in Windows' western code page, with an é."""
    draft.encodings["word/footnotes.xml"] = "windows-1252"
    number = draft.number()
    note = f'<w:footnote w:id="{number}">{sentence(c, run(c.full))}</w:footnote>'
    draft.append("word/footnotes.xml", note)
    draft.body(f'<w:p><w:r><w:footnoteReference w:id="{number}"/></w:r></w:p>')


def _strict_author(draft: Draft, c: Canary) -> None:
    draft.append("word/comments.xml", f'<w:comment w:id="2" w:author="{c.full}"><w:p/></w:comment>')


def _strict_note(draft: Draft, c: Canary) -> None:
    number = draft.number()
    note = f'<w:endnote w:id="{number}">{sentence(c, run(c.full))}</w:endnote>'
    draft.append("word/endnotes.xml", note)
    draft.body(f'<w:p><w:r><w:endnoteReference w:id="{number}"/></w:r></w:p>')


def _strict_alt(draft: Draft, c: Canary) -> None:
    image = put_image(draft, made.png(), "png")
    draft.say(c, picture(f'<a:blip r:embed="{image}"/>', f'name="p" descr="{c.full}"'))


def _strict_control(draft: Draft, c: Canary) -> None:
    control = (
        f'<w:sdtPr><w:alias w:val="{c.full}"/></w:sdtPr><w:sdtContent>{run("x")}</w:sdtContent>'
    )
    draft.say(c, f"<w:sdt>{control}</w:sdt>")


PLACES: tuple[Place, ...] = (
    _zip("archive comment", "the comment of the archive", _comment),
    _zip("entry comment", "the comment of a member", _entry_comment),
    _zip("extra field", "an extra field of a member", _extra),
    _zip("Unicode path", "another name of a member", _unicode_path),
    _zip("before the archive", "bytes in front", _prefix, PREFIXED),
    _zip("between members", "bytes between two members", _gap, "gap.docx"),
    _zip("after the archive", "bytes behind", _suffix, "suffix.docx"),
    _zip("stray member", "a file that is no part", _stray),
    _zip("stray member in UTF-16", "what another system left", _stray_utf16),
    _zip("stray part", "a file beside the parts", _stray_part),
    _zip("trash", "what Word left", _trash),
    _zip("part without relationship", "a part that nothing leads to", _unlinked_xml),
    _zip("story without relationship", "a header that nothing leads to", _unlinked_story),
    _zip("picture's name", "the name of a referenced picture", _member_name),
    _zip("custom XML's name", "the name of a custom XML part", _custom_name),
    _zip("folder's name", "an entry for a folder", _folder),
    _zip("stray member's name", "the name of a file that is no part", _stray_name),
    _zip("percent-encoded name", "the name of an unknown part", _foreign_name),
    Place("UTF-16/body", "the document in UTF-16", _utf16_body, package=ENCODED, stays=True),
    Place("UTF-16/comment author", "the comments in UTF-16", _utf16_author, package=ENCODED),
    Place(
        "windows-1252/footnote",
        "footnotes in a code page",
        _western_note,
        package=ENCODED,
        stays=True,
        form="accent",
    ),
    Place(
        "strict/body",
        "the strict form",
        lambda d, c: d.say(c, run(c.full)),
        package=STRICT,
        stays=True,
    ),
    Place(
        "strict/split per letter",
        "the strict form",
        lambda d, c: d.say(c, "".join(run(letter) for letter in c.full)),
        package=STRICT,
        stays=True,
    ),
    Place("strict/comment author", "the strict form", _strict_author, package=STRICT),
    Place("strict/endnote", "the strict form", _strict_note, package=STRICT, stays=True),
    Place("strict/alternative text", "the strict form", _strict_alt, package=STRICT),
    Place("strict/content control alias", "the strict form", _strict_control, package=STRICT),
)
