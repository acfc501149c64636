"""JPEG: what decoding needs, and nothing else. The scans are copied, never decoded.

Left alone: what lies inside a scan behind its last block, which only a decoder could tell.
Rule: ITU-T T.81 Annex B (markers, segments), T.871 (JFIF), ICC.1:2022 B.4 (profiles in APP2).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from redactor.documents.pictures import stripped as words
from redactor.documents.pictures.colour_profile import neutral_profile
from redactor.documents.pictures.exif import UPRIGHT, minimal_block, orientation
from redactor.documents.pictures.stripped import Stripped, result
from redactor.documents.pictures.unreadable import PictureUnreadable

_SOI, _EOI, _SOS = 0xD8, 0xD9, 0xDA
_DHT, _DAC, _DQT, _DNL, _DRI, _COM = 0xC4, 0xCC, 0xDB, 0xDC, 0xDD, 0xFE
_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_TABLES = frozenset({_DHT, _DAC, _DQT, _DNL, _DRI})
_APPS = range(0xE0, 0xF0)
_JFIF_LENGTH = 14
_ADOBE_LENGTH = 12
_PROFILE = b"ICC_PROFILE\0"
_EXIF = b"Exif\0\0"
_XMP_STARTS = (b"http://ns.adobe.com/xap/", b"http://ns.adobe.com/xmp/")

_MARKER = re.compile(rb"\xff[^\x00\xff]", re.DOTALL)
_SCAN_END = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]", re.DOTALL)
"""Within a scan, FF 00 is a byte of it and FF D0 to D7 are restart marks."""


def strip_jpeg(content: bytes) -> Stripped:
    """Raises PictureUnreadable when no scan can be reached, or a marker is not known."""
    return _strip(content, whole=True)


def strip_jpeg_stream(content: bytes) -> Stripped:
    """The same for an abbreviated stream (tables alone, or a scan without), as TIFF has them."""
    return _strip(content, whole=False)


def jpeg_size(content: bytes) -> tuple[int, int] | None:
    for segment in _segments(content, Counter()):
        if segment.marker in _FRAMES and len(segment.payload) >= 5:
            height, width = segment.payload[1:3], segment.payload[3:5]
            return int.from_bytes(width, "big"), int.from_bytes(height, "big")
    return None


@dataclass(frozen=True, slots=True)
class _Segment:
    marker: int
    payload: bytes = b""
    scan: bytes = b""

    @property
    def encoded(self) -> bytes:
        if self.marker in {_SOI, _EOI}:
            return bytes((0xFF, self.marker))
        length = (len(self.payload) + 2).to_bytes(2, "big")
        return bytes((0xFF, self.marker)) + length + self.payload + self.scan


def _strip(content: bytes, *, whole: bool) -> Stripped:
    gone: Counter[str] = Counter()
    kept: list[_Segment] = []
    profile: list[int] = []
    turned = UPRIGHT
    for found in _segments(content, gone):
        segment = found
        if found.marker in _APPS or found.marker == _COM:
            turned = turned if turned != UPRIGHT else _turned(found)
            stripped, what = _application(found)
            if what:
                gone[what] += 1
            if stripped is None:
                continue
            segment = stripped
            if segment.payload.startswith(_PROFILE):
                profile.append(len(kept))
        elif found.marker not in {_SOI, _EOI}:
            segment = _exact(found, gone)
        kept.append(segment)
    markers = {segment.marker for segment in kept}
    if whole and not (_SOS in markers and markers & _FRAMES):
        raise PictureUnreadable("a damaged JPEG")
    if profile:
        kept, changed = _with_neutral_profile(kept, profile)
        gone[words.PROFILES] += changed
    if turned != UPRIGHT:
        kept, gone = _with_orientation(content, kept, turned, gone)
    return result(content, b"".join(segment.encoded for segment in kept), gone)


def _segments(content: bytes, gone: Counter[str]) -> Iterator[_Segment]:
    """What the file consists of, up to its end mark; `gone` counts what is none of it."""
    yield _Segment(_SOI)
    at = 2
    scans = 0
    while match := _MARKER.search(content, at):
        marker = content[match.end() - 1]
        if _mark_start(content, at, match.start()) > at:
            gone[words.SLACK] += 1
        at = match.end()
        if marker == _EOI:
            yield _Segment(_EOI)
            gone[words.TRAILING] += at < len(content)
            return
        if marker == 0x01 or 0xD0 <= marker <= _SOI:  # marks that stand alone, out of place
            gone[words.SLACK] += 1
            continue
        size = int.from_bytes(content[at : at + 2], "big")
        if size < 2 or at + size > len(content):
            if not scans:
                raise PictureUnreadable("a damaged JPEG")
            gone[words.DAMAGED_REST] += 1
            return
        payload = content[at + 2 : at + size]
        at += size
        if marker != _SOS:
            yield _Segment(marker, payload)
            continue
        end = _SCAN_END.search(content, at)
        scan_end = _mark_start(content, at, end.start()) if end else len(content)
        yield _Segment(marker, payload, content[at:scan_end])
        at = scan_end
        scans += 1
    gone[words.SLACK] += at < len(content)


def _mark_start(content: bytes, least: int, at: int) -> int:
    """Where the bytes FF begin that may stand before a mark in any number."""
    while at > least and content[at - 1] == 0xFF:
        at -= 1
    return at


def _application(segment: _Segment) -> tuple[_Segment | None, str]:
    """What stays of the segment, and the word for what went ("" for nothing)."""
    payload = segment.payload
    if segment.marker == 0xE0 and payload.startswith(b"JFIF\0") and len(payload) >= _JFIF_LENGTH:
        plain = payload[: _JFIF_LENGTH - 2] + b"\0\0"
        return _Segment(segment.marker, plain), words.THUMBNAILS if plain != payload else ""
    if segment.marker == 0xE0:
        return None, words.THUMBNAILS if payload.startswith(b"JFXX\0") else words.APPLICATION
    if segment.marker == 0xEE and payload.startswith(b"Adobe") and len(payload) >= _ADOBE_LENGTH:
        longer = len(payload) > _ADOBE_LENGTH
        plain = payload[:_ADOBE_LENGTH]
        return _Segment(segment.marker, plain), words.APPLICATION if longer else ""
    if segment.marker == 0xE2 and payload.startswith(_PROFILE) and len(payload) > len(_PROFILE) + 2:
        return segment, ""
    if segment.marker == 0xE1 and payload.startswith(_EXIF[:5]):
        return None, words.EXIF
    if segment.marker == 0xE1 and payload.startswith(_XMP_STARTS):
        return None, words.XMP
    if segment.marker == 0xED:
        return None, words.IPTC
    return None, words.COMMENTS if segment.marker == _COM else words.APPLICATION


def _exact(segment: _Segment, gone: Counter[str]) -> _Segment:
    """The segment without bytes that its own counts do not claim."""
    payload = segment.payload
    if segment.marker in _FRAMES:
        used = 6 + 3 * payload[5] if len(payload) > 5 else 6
    elif segment.marker == _SOS:
        used = 4 + 2 * payload[0] if payload else 4
    elif segment.marker in _TABLES:
        used = _tables_length(segment.marker, payload)
    else:
        raise PictureUnreadable("a JPEG of an unknown kind")
    if used > len(payload):
        raise PictureUnreadable("a damaged JPEG")
    if used == len(payload):
        return segment
    gone[words.SLACK] += 1
    return _Segment(segment.marker, payload[:used], segment.scan)


def _tables_length(marker: int, payload: bytes) -> int:
    if marker in {_DNL, _DRI}:
        return 2
    if marker == _DAC:
        return len(payload) // 2 * 2
    used = 0
    while used < len(payload):
        if marker == _DQT:
            size = 1 + 64 * (1 + (payload[used] >> 4 & 1))
        else:
            size = 17 + sum(payload[used + 1 : used + 17])
        if used + size > len(payload):
            break
        used += size
    return used or len(payload) + 1


def _turned(segment: _Segment) -> int:
    if segment.marker == 0xE1 and segment.payload.startswith(_EXIF[:5]):
        return orientation(segment.payload[len(_EXIF) :])
    return UPRIGHT


def _with_orientation(
    content: bytes, kept: list[_Segment], turned: int, gone: Counter[str]
) -> tuple[list[_Segment], Counter[str]]:
    """With the one thing of EXIF that turns the picture, behind SOI and JFIF."""
    block = _Segment(0xE1, _EXIF + minimal_block(turned))
    if gone[words.EXIF] == 1 and block.encoded in content:
        gone = gone - Counter({words.EXIF: 1})  # it held nothing else
    place = 2 if len(kept) > 1 and kept[1].marker == 0xE0 else 1
    return [*kept[:place], block, *kept[place:]], gone


def _with_neutral_profile(kept: list[_Segment], places: list[int]) -> tuple[list[_Segment], bool]:
    """A profile longer than a segment stands in several; each says which and of how many."""
    heads = {place: kept[place].payload[: len(_PROFILE) + 2] for place in places}
    ordered = sorted(places, key=lambda place: heads[place][-2])
    sound = [tuple(heads[place][-2:]) for place in ordered] == [
        (index + 1, len(places)) for index in range(len(places))
    ]
    pieces = {place: kept[place].payload[len(_PROFILE) + 2 :] for place in ordered}
    old = b"".join(pieces.values())
    new = neutral_profile(old) if sound else None
    if new is None:
        return [segment for place, segment in enumerate(kept) if place not in heads], True
    replaced = list(kept)
    at = 0
    for place, piece in pieces.items():
        replaced[place] = _Segment(0xE2, heads[place] + new[at : at + len(piece)])
        at += len(piece)
    return replaced, new != old
