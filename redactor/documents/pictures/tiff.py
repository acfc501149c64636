"""TIFF: laid out anew from the tags that drawing needs; the pixels are copied, never decoded.

So every page stays as it is, in whatever depth and compression, and nothing can hide between
the directories. Sub-directories (thumbnails, EXIF, GPS) and private tags are not taken along.
Rule: TIFF 6.0 section 2 (structure), 8 (baseline tags), 15 (tiles), 22 (JPEG, as revised by
Adobe's TIFF Technical Note 2).
"""

from __future__ import annotations

import struct
from collections import Counter
from dataclasses import dataclass, field

from redactor.documents.pictures import stripped as words
from redactor.documents.pictures.colour_profile import neutral_profile
from redactor.documents.pictures.jpeg import strip_jpeg_stream
from redactor.documents.pictures.stripped import Stripped, result
from redactor.documents.pictures.unreadable import PictureUnreadable

_WIDTH, _HEIGHT, _COMPRESSION = 256, 257, 259
_STRIPS, _STRIP_LENGTHS = 273, 279
_TILES, _TILE_LENGTHS = 324, 325
_JPEG_TABLES, _PROFILE = 347, 34675
_JPEG = 7
_COMPRESSIONS = frozenset({1, 2, 3, 4, 5, _JPEG, 8, 32773, 32946})

_BYTE, _SHORT, _LONG, _UNDEFINED = 1, 3, 4, 7
_SIZES = {_BYTE: 1, 2: 1, _SHORT: 2, _LONG: 4, 5: 8, 6: 1, _UNDEFINED: 1, 8: 2, 9: 4, 10: 8}
_SIZES |= {11: 4, 12: 8, 13: 4}
_TEXT = 2

_FEW = frozenset(
    int(tag)
    for tag in """254 255 256 257 259 262 263 264 265 266 274 277 278 280 281 282 283 284 286 287
    290 292 293 296 297 317 318 319 321 322 323 326 327 332 334 336 338 339 340 341
    529 530 531 532""".split()
)
_KEPT = _FEW | {258, 291, 301, 320, 328, 342}
_READ_TIMES = 4
_FEW_VALUES = 12  # six numbers for black and white are the most, beyond those of each sample
_NAMES = {
    270: words.COMMENTS,
    330: words.THUMBNAILS,
    700: words.XMP,
    33723: words.IPTC,
    34377: words.IPTC,
    34665: words.EXIF,
    34853: words.EXIF,
    _PROFILE: words.PROFILES,
}


@dataclass(frozen=True, slots=True)
class _Entry:
    tag: int
    kind: int
    count: int
    value: bytes = field(repr=False)


@dataclass(slots=True)
class _Reader:
    """Reads values, and remembers which bytes of the file somebody claimed.

    Directories that share bytes could make a small file grow without end, so what is read is
    bounded by the length of the file.
    """

    content: bytes = field(repr=False)
    order: str
    claimed: list[tuple[int, int]] = field(default_factory=list)
    _room: int = field(init=False)

    def __post_init__(self) -> None:
        self._room = _READ_TIMES * len(self.content)

    def unpack(self, layout: str, at: int) -> tuple[int, ...]:
        size = struct.calcsize(self.order + layout)
        self._claim(at, size)
        return struct.unpack_from(self.order + layout, self.content, at)

    def take(self, at: int, size: int) -> bytes:
        self._claim(at, size)
        return self.content[at : at + size]

    def numbers(self, entry: _Entry) -> tuple[int, ...]:
        letter = {_BYTE: "B", _SHORT: "H", _LONG: "I"}.get(entry.kind)
        if letter is None:
            raise PictureUnreadable("a damaged TIFF")
        return struct.unpack(f"{self.order}{entry.count}{letter}", entry.value)

    def _claim(self, at: int, size: int) -> None:
        self._room -= size
        if self._room < 0:
            raise PictureUnreadable("a damaged TIFF")
        self.claimed.append((at, at + size))

    @property
    def unclaimed(self) -> bool:
        """Whether anything but zeros lies where no directory points."""
        at = 0
        for start, end in sorted(self.claimed):
            if start > at and any(self.content[at:start]):
                return True
            at = max(at, end)
        return any(self.content[at:])


def strip_tiff(content: bytes) -> Stripped:
    """Raises PictureUnreadable for a compression that could hold more than pixels."""
    gone: Counter[str] = Counter()
    reader = _Reader(content, {b"II*\0": "<", b"MM\0*": ">"}[content[:4]])
    (at,) = reader.unpack("4xI", 0)
    pages: list[tuple[list[_Entry], list[bytes]]] = []
    seen: set[int] = set()
    while at and at not in seen:
        seen.add(at)
        entries, at = _directory(reader, at)
        pages.append(_page(reader, entries, gone))
    if not pages:
        raise PictureUnreadable("a damaged TIFF")
    gone[words.SLACK] += reader.unclaimed
    return result(content, _written(reader.order, pages), gone)


def tiff_size(content: bytes) -> tuple[int, int]:
    reader = _Reader(content, {b"II*\0": "<", b"MM\0*": ">"}[content[:4]])
    entries, _ = _directory(reader, reader.unpack("4xI", 0)[0])
    width, height = (reader.numbers(entries[tag])[0] for tag in (_WIDTH, _HEIGHT))
    return width, height


def _directory(reader: _Reader, at: int) -> tuple[dict[int, _Entry], int]:
    """The entries by their tags, and where the next directory is (0: nowhere)."""
    (count,) = reader.unpack("H", at)
    entries: dict[int, _Entry] = {}
    for place in range(at + 2, at + 2 + 12 * count, 12):
        tag, kind, number, offset = reader.unpack("HHII", place)
        size = _SIZES.get(kind, 0) * number
        if not size:
            continue
        value_at = place + 8 if size <= 4 else offset
        value = reader.content[value_at : value_at + size]
        if len(value) == size and tag not in entries:
            reader.take(value_at, size)
            entries[tag] = _Entry(tag, kind, number, value)
    following = at + 2 + 12 * count
    return entries, reader.unpack("I", following)[0] if following + 4 <= len(reader.content) else 0


def _page(
    reader: _Reader, entries: dict[int, _Entry], gone: Counter[str]
) -> tuple[list[_Entry], list[bytes]]:
    """The entries that stay, without those of the pixels' places; and the pixels."""
    compression = _first(reader, entries, _COMPRESSION, default=1)
    starts, lengths = (_TILES, _TILE_LENGTHS) if _TILES in entries else (_STRIPS, _STRIP_LENGTHS)
    if compression not in _COMPRESSIONS or starts not in entries:
        raise PictureUnreadable("a TIFF of an unknown kind")
    places = reader.numbers(entries[starts])
    if lengths in entries:
        sizes = reader.numbers(entries[lengths])
    else:  # baseline writers may leave out the length of a single strip
        sizes = (len(reader.content) - places[0],)
    if len(places) != len(sizes) or not places[0] < len(reader.content):
        raise PictureUnreadable("a damaged TIFF")
    blocks = [reader.take(place, size) for place, size in zip(places, sizes, strict=True)]
    kept: list[_Entry] = []
    for entry in entries.values():
        if entry.tag in {_STRIPS, _STRIP_LENGTHS, _TILES, _TILE_LENGTHS}:
            continue
        plain = _plain(entry, compression)
        if plain != entry:
            gone[_NAMES.get(entry.tag, words.TEXTS)] += 1
        if plain:
            kept.append(plain)
    if not {_WIDTH, _HEIGHT} <= {entry.tag for entry in kept}:
        raise PictureUnreadable("a damaged TIFF")
    if compression == _JPEG:
        plain_blocks = [strip_jpeg_stream(block) for block in blocks]
        gone.update(sum((plain.counts for plain in plain_blocks), Counter()))
        blocks = [plain.content for plain in plain_blocks]
    kept += [_Entry(tag, _LONG, len(blocks), b"") for tag in (starts, lengths)]
    return sorted(kept, key=lambda entry: entry.tag), blocks


def _first(reader: _Reader, entries: dict[int, _Entry], tag: int, *, default: int) -> int:
    return reader.numbers(entries[tag])[0] if tag in entries else default


def _plain(entry: _Entry, compression: int) -> _Entry | None:
    if entry.tag == _JPEG_TABLES and compression == _JPEG:
        tables = strip_jpeg_stream(entry.value).content
        return _Entry(entry.tag, _UNDEFINED, len(tables), tables)
    if entry.tag == _PROFILE:
        profile = neutral_profile(entry.value)
        return _Entry(entry.tag, _UNDEFINED, len(profile), profile) if profile else None
    if entry.tag not in _KEPT or entry.kind == _TEXT:
        return None
    if entry.tag in _FEW and entry.count > _FEW_VALUES:
        return None
    return entry


def _written(order: str, pages: list[tuple[list[_Entry], list[bytes]]]) -> bytes:
    """Each page: its directory, then its long values, then its pixels; all at even offsets."""
    out = bytearray((b"II*\0" if order == "<" else b"MM\0*") + bytes(4))
    link = 4
    for entries, blocks in pages:
        struct.pack_into(f"{order}I", out, link, len(out))
        place = len(out) + 2
        link = place + 12 * len(entries)
        out += struct.pack(f"{order}H", len(entries)) + bytes(12 * len(entries) + 4)
        at = len(out) + sum(_room(len(entry.value)) for entry in entries)
        at += 2 * _room(4 * len(blocks))
        offsets: list[int] = []
        for block in blocks:
            offsets.append(at)
            at += len(block) + len(block) % 2
        for entry in entries:
            value = entry.value
            if entry.tag in {_STRIPS, _TILES}:
                value = struct.pack(f"{order}{len(blocks)}I", *offsets)
            elif entry.tag in {_STRIP_LENGTHS, _TILE_LENGTHS}:
                value = struct.pack(f"{order}{len(blocks)}I", *map(len, blocks))
            if len(value) <= 4:
                out[place + 8 : place + 12] = value.ljust(4, b"\0")
            else:
                struct.pack_into(f"{order}I", out, place + 8, len(out))
                out += value + bytes(len(value) % 2)
            struct.pack_into(f"{order}HHI", out, place, entry.tag, entry.kind, entry.count)
            place += 12
        for block in blocks:
            out += block + bytes(len(block) % 2)
    return bytes(out)


def _room(size: int) -> int:
    """Bytes behind the directory for a value: none for one that fits into its entry."""
    return size + size % 2 if size > 4 else 0
