"""The zip around a document: read within limits, written without a clock.

Limits hold for what is really unpacked: a size that the archive declares is not believed.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from redactor.documents.unreadable import Unreadable

MAX_MEMBERS = 10_000
MAX_MEMBER_SIZE = 128 * 1024 * 1024
"""Bytes of one unpacked member."""
MAX_TOTAL_SIZE = 512 * 1024 * 1024
"""Bytes of all members, unpacked."""
MAX_RATIO = 200
"""Unpacked bytes for each packed one, beyond RATIO_FREE_SIZE. Text packs 5 to 50 times."""
RATIO_FREE_SIZE = 64 * 1024 * 1024

_CENTRAL_HEADER = b"PK\x01\x02"
_ENCRYPTED_FLAG = 0x1
_COMPRESSIONS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
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

_DAMAGED = "is damaged or incomplete. Open it in Word and save it again, or ask for a new copy."
_UNSAFE = "holds a part with an unsafe name, and was not opened. Save it again in Word."
_BOMB = "unpacks to far more than a document would hold ({}), and was not opened."


def read_archive(content: bytes) -> dict[str, bytes]:
    """Return the members by name, in the order of the archive, with `/` between folders.

    Raises Unreadable for an archive that is damaged, encrypted, too large, or whose names are
    unsafe or not unique.
    """
    # Counted before zipfile makes an object of each.
    if content.count(_CENTRAL_HEADER) > MAX_MEMBERS:
        raise Unreadable(_BOMB.format(f"over {MAX_MEMBERS:,} parts"))
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = _checked_names(archive)
            return _unpack(archive, names, len(content))
    except _DAMAGE as error:
        raise Unreadable(_DAMAGED) from error


def write_archive(members: Mapping[str, bytes]) -> bytes:
    """Return a zip of `members` in their order: the same members give the same bytes."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name)  # dated 1980-01-01, the zip format's zero
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # else it tells Windows from the rest
            archive.writestr(info, content)
    return buffer.getvalue()


def _checked_names(archive: zipfile.ZipFile) -> list[tuple[zipfile.ZipInfo, str]]:
    names: list[tuple[zipfile.ZipInfo, str]] = []
    taken: set[str] = set()
    for info in archive.infolist():
        name = info.filename.replace("\\", "/")  # some writers on Windows
        if name.startswith("/") or ":" in name or ".." in name.split("/"):
            raise Unreadable(_UNSAFE)
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise Unreadable("is encrypted. Remove the password and save it again.")
        if info.compress_type not in _COMPRESSIONS:
            raise Unreadable("is packed in a way that Word does not use. Save it again in Word.")
        # Part names are equal whatever their case. Rule: ECMA-376 Part 2, 6.2.2.3.
        if name.lower() in taken:
            raise Unreadable("holds the same part twice. Open it in Word and save it again.")
        taken.add(name.lower())
        names.append((info, name))
    return names


def _unpack(
    archive: zipfile.ZipFile, names: list[tuple[zipfile.ZipInfo, str]], packed: int
) -> dict[str, bytes]:
    most = min(MAX_TOTAL_SIZE, max(RATIO_FREE_SIZE, packed * MAX_RATIO))
    members: dict[str, bytes] = {}
    total = 0
    for info, name in names:
        limit = min(MAX_MEMBER_SIZE, most - total)
        with archive.open(info) as stream:
            content = stream.read(limit + 1)
        if len(content) > limit:
            raise Unreadable(_BOMB.format(f"over {limit // 1024**2} MB in one part"))
        total += len(content)
        members[name] = content
    return members
