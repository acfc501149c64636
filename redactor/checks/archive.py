"""Reading a zip file to the last byte: members, their fields, and what lies between them.

`zipfile` reads the central directory; the local headers and the data are read here, so that what
the directory does not mention is seen as well. Rule: PKWARE's APPNOTE 6.3.10, 4.3 to 4.5.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from redactor.checks.pictures import inflate

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_DIRECTORY_ENTRY = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_END_64 = 56 + 20
_ENCRYPTED, _WITH_DESCRIPTOR = 0x1, 0x8
_STORED, _DEFLATED = 0, 8
_DAMAGE = (zipfile.BadZipFile, NotImplementedError, struct.error, ValueError, OverflowError)


@dataclass(frozen=True, slots=True)
class Member:
    """One entry. ``content`` is None where ``problem`` says why it could not be read."""

    name: str = field(repr=False)
    is_directory: bool
    content: bytes | None = field(repr=False)
    size: int
    problem: str
    fields: tuple[tuple[str, bytes], ...] = field(repr=False)
    """The entry's comment and extra fields, and its name in the local header if it is another."""


@dataclass(frozen=True, slots=True)
class Stray:
    """Bytes that belong to no member: ``where`` says what they are."""

    where: str
    content: bytes = field(repr=False)
    is_expected: bool


class Archive:
    """The entries of a zip. Raises zipfile.BadZipFile for what is none."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                self._entries = package.infolist()
                self._comment = package.comment
                self._directory = package.start_dir
        except _DAMAGE as error:
            raise zipfile.BadZipFile(f"no zip file that can be read ({error})") from None

    def __len__(self) -> int:
        return len(self._entries)

    def members(self, limit: int) -> Iterator[Member]:
        """Each entry in the order of the directory; none inflated beyond `limit` bytes."""
        for entry in self._entries:
            yield self._member(entry, limit)

    def strays(self) -> Iterator[Stray]:
        """The archive's comment, and whatever lies before, between and behind the entries."""
        yield Stray("in the zip comment", self._comment, is_expected=True)
        covered = sorted((entry.header_offset, self._end(entry)) for entry in self._entries)
        covered += self._directory_records()
        covered.append((len(self._content), len(self._content)))
        at = 0
        for start, end in covered:
            if start > at:
                yield Stray(
                    "between the members of the zip", self._content[at:start], is_expected=False
                )
            at = max(at, end)

    def _member(self, entry: zipfile.ZipInfo, limit: int) -> Member:
        fields = [
            ("in the comment of a member", entry.comment),
            ("in an extra field of a member", entry.extra),
        ]
        header = self._local(entry)
        if header is None:
            return Member(
                entry.orig_filename, entry.is_dir(), None, 0, "a damaged member", tuple(fields)
            )
        name, extra, start = header
        if extra != entry.extra:
            fields.append(("in an extra field of a member", extra))
        if name != _raw_name(entry):
            fields.append(("in a member's second name", name))
        octets, problem = self._octets(entry, start, limit)
        size = 0 if octets is None else len(octets)
        return Member(entry.orig_filename, entry.is_dir(), octets, size, problem, tuple(fields))

    def _octets(self, entry: zipfile.ZipInfo, start: int, limit: int) -> tuple[bytes | None, str]:
        packed = self._content[start : start + entry.compress_size]
        if entry.flag_bits & _ENCRYPTED:
            return None, "an encrypted member"
        if entry.compress_type == _STORED:
            plain: bytes | None = packed if len(packed) <= limit else None
        elif entry.compress_type == _DEFLATED:
            plain = inflate(packed, limit, -zlib.MAX_WBITS)
        else:
            return None, "a member in a compression that this check does not know"
        if plain is None:
            too_large = entry.file_size > limit
            return None, "a member too large to be read" if too_large else "a damaged member"
        if zlib.crc32(plain) != entry.CRC:
            return None, "a damaged member"
        return plain, ""

    def _local(self, entry: zipfile.ZipInfo) -> tuple[bytes, bytes, int] | None:
        """The name and extra fields of the local header, and where the data begin."""
        at = entry.header_offset
        try:
            found = _LOCAL.unpack_from(self._content, at)
        except struct.error:
            return None
        if found[0] != b"PK\x03\x04":
            return None
        start = at + _LOCAL.size
        middle, end = start + found[-2], start + found[-2] + found[-1]
        return self._content[start:middle], self._content[middle:end], end

    def _end(self, entry: zipfile.ZipInfo) -> int:
        header = self._local(entry)
        if header is None:
            return entry.header_offset
        end = header[2] + entry.compress_size
        if entry.flag_bits & _WITH_DESCRIPTOR:
            end = self._behind_descriptor(end, entry)
        return end

    def _behind_descriptor(self, at: int, entry: zipfile.ZipInfo) -> int:
        """Behind the sizes that follow a member's data: signed or not, of 4 bytes or of 8."""
        checksum = struct.pack("<I", entry.CRC)
        for signature in (b"PK\x07\x08", b""):
            for width in ("<II", "<QQ"):
                try:
                    sizes = struct.pack(width, entry.compress_size, entry.file_size)
                except struct.error:
                    continue
                descriptor = signature + checksum + sizes
                if self._content.startswith(descriptor, at):
                    return at + len(descriptor)
        return at

    def _directory_records(self) -> Iterator[tuple[int, int]]:
        """The records of the directory, those of its end, and the archive's comment."""
        at = self._directory
        while self._content.startswith(b"PK\x01\x02", at):
            record = _DIRECTORY_ENTRY.unpack_from(self._content, at)
            end = at + _DIRECTORY_ENTRY.size + sum(record[10:13])
            yield at, end
            at = end
        last = self._content.rfind(b"PK\x05\x06", 0, len(self._content) - len(self._comment))
        if self._content.startswith(b"PK\x06\x06", at):  # 64-bit end record, and its locator
            yield at, min(last, at + _END_64)
        yield last, last + _END.size + len(self._comment)


def _raw_name(entry: zipfile.ZipInfo) -> bytes:
    encoding = "utf-8" if entry.flag_bits & 0x800 else "cp437"
    return entry.orig_filename.encode(encoding, "replace")
