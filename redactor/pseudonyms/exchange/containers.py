"""The zip around a workbook or a Word document: looked through before a library opens it.

openpyxl and python-docx unpack what they are given and parse all of it. Hence the sizes are
checked here, and a document type (the door to entities, which Office never writes) is refused in
every part of XML. Neither library runs a macro or follows a link; parts with them are not looked
at. Also here: packing anew, so that an export has no clock and no author in it.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping

MAX_MEMBERS = 5_000
MAX_UNPACKED = 256 * 1024 * 1024
"""Bytes of all members together."""
MAX_XML = 48 * 1024 * 1024
"""Bytes of all XML together: a tree takes ten times as much."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = 0x1
_XML = (".xml", ".rels", ".vml")
_DOCTYPE = tuple("<!DOCTYPE".encode(e) for e in ("ascii", "utf-16-le", "utf-16-be"))
_DECLARED = re.compile(rb"""<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']""")
_ENCODINGS = frozenset({b"utf-8", b"utf-16", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"})
_STARTS = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\0<", b"<\0", b"\0<")
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAMESPACES = "http://schemas.openxmlformats.org/"
_EMPTY: Mapping[str, str] = {
    "docProps/core.xml": f"{_DECLARATION}<cp:coreProperties "
    f'xmlns:cp="{_NAMESPACES}package/2006/metadata/core-properties"/>',
    "docProps/app.xml": f"{_DECLARATION}<Properties "
    f'xmlns="{_NAMESPACES}officeDocument/2006/extended-properties"/>',
}
"""Properties that tell nothing, in the place of those with time, author, program and version."""


class Unusable(Exception):
    """A file that cannot be read; the message says what it is and what to do."""


def check_container(content: bytes, folder: str, program: str) -> None:
    """Raise Unusable unless `content` is a sound package with parts in `folder` ("xl/").

    `program` ("Excel", "Word") is named in what to do about it.
    """
    again = f"Open it in {program} and save it again"
    if content.startswith(_OLD_OFFICE):
        raise Unusable(
            f"is encrypted, or in {program}'s old format; "
            f"remove the password in {program} and save it anew."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            _check_sizes(members)
            if not any(member.filename.lower().startswith(folder) for member in members):
                raise Unusable(f"is no file of {program}; save the table in {program} itself.")
            for member in members:
                if member.filename.lower().endswith(_XML):
                    _check_xml(archive.read(member), again)
                else:
                    _check_sum(archive, member)
    except _DAMAGE:
        raise Unusable(f"is damaged or incomplete. {again}, or ask for a new copy.") from None


def packed_anew(content: bytes) -> bytes:
    """The package `content` without dates, author or other properties: the same, always."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w") as new,
    ):
        for name in old.namelist():
            info = zipfile.ZipInfo(name)  # dated 1980-01-01, the zip format's zero
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # else it tells Windows from the rest
            new.writestr(info, _EMPTY.get(name, old.read(name)))
    return buffer.getvalue()


def _check_sizes(members: list[zipfile.ZipInfo]) -> None:
    # zipfile reads no more of a member than it declares, so what is declared can be believed.
    xml = sum(m.file_size for m in members if m.filename.lower().endswith(_XML))
    if (
        len(members) > MAX_MEMBERS
        or sum(m.file_size for m in members) > MAX_UNPACKED
        or xml > MAX_XML
    ):
        raise Unusable(
            "unpacks to far more than a table of names would hold, and was not opened; "
            "copy the table into a new file."
        )
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise Unusable("is encrypted; remove the password and save it again.")


def _check_sum(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    with archive.open(member) as stream:
        while stream.read(1 << 20):
            pass


def _check_xml(content: bytes, again: str) -> None:
    declared = _DECLARED.search(content[:200].replace(b"\0", b""))
    encoding = declared[1].lower() if declared else b"utf-8"
    bare = content.lstrip(b" \t\r\n")
    if bare and (not bare.startswith(_STARTS) or encoding not in _ENCODINGS):
        raise Unusable(f"has a part in an unusual encoding. {again}.")
    if any(mark in content for mark in _DOCTYPE):
        raise Unusable(
            f"has a part that declares a document type (DOCTYPE), which can hide harm. {again}."
        )
