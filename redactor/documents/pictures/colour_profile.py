"""Colour profiles (ICC) without what they tell of devices and authors.

A profile stays, because without it a photograph changes its colours. Of its tags only those
stay that are numbers for a colour engine; the texts that a profile must have (description and
copyright) are written over, all else is zeroed. The length stays the same, so that the profile
fits where it stood. A profile that is damaged goes; the picture is then shown as sRGB.

Rule: ICC.1:2022 clauses 7 (header, tag table), 9 (tags), 10 (types).
"""

from __future__ import annotations

import struct

_HEADER = 128
_ENTRY = 12
_MOST_TAGS = 200  # real ones have 10 to 60
_COLOUR_TAGS = frozenset(
    b"rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC wtpt bkpt lumi chad chrm cicp "
    b"A2B0 A2B1 A2B2 A2B3 B2A0 B2A1 B2A2 B2A3 D2B0 D2B1 D2B2 D2B3 B2D0 B2D1 B2D2 B2D3 "
    b"gamt pre0 pre1 pre2".split()
)
_NUMBERS = frozenset(b"XYZ |curv|para|sf32|chrm|cicp|mft1|mft2|mAB |mBA |mpet".split(b"|"))
_REQUIRED_TEXTS = (b"desc", b"cprt")
_NEUTRAL = "icc"


def neutral_profile(profile: bytes) -> bytes | None:
    """`profile` with neutral texts and of the same length; None when it is damaged."""
    if len(profile) < _HEADER + 4 or profile[36:40] != b"acsp":
        return None
    (count,) = struct.unpack_from(">I", profile, _HEADER)
    if count > _MOST_TAGS:
        return None
    table_end = _HEADER + 4 + count * _ENTRY
    if table_end > len(profile):
        return None
    entries = [
        struct.unpack_from(">4sII", profile, _HEADER + 4 + index * _ENTRY) for index in range(count)
    ]
    new = bytearray(len(profile))
    new[:_HEADER] = _neutral_header(profile)
    kept: list[tuple[bytes, int, int]] = []
    texts: dict[int, bytes] = {}  # by offset: two tags may share one text
    for name, offset, size in entries:
        end = offset + size
        if offset < table_end or end > len(profile) or size < 8:
            return None
        kind = profile[offset : offset + 4]
        if name in _COLOUR_TAGS and kind in _NUMBERS:
            new[offset:end] = profile[offset:end]
        elif name in _REQUIRED_TEXTS:
            text = _neutral_text(kind, size)
            if text is None or texts.setdefault(offset, text) != text:
                return None
        else:
            continue
        kept.append((name, offset, size))
    for offset, text in texts.items():
        if any(new[offset : offset + len(text)]):
            return None  # a text that lies within the numbers
        new[offset : offset + len(text)] = text
    struct.pack_into(">I", new, _HEADER, len(kept))
    for index, entry in enumerate(kept):
        struct.pack_into(">4sII", new, _HEADER + 4 + index * _ENTRY, *entry)
    return bytes(new)


def _neutral_header(profile: bytes) -> bytes:
    """The header without date, platform, maker, model, creator and the sum over all of it."""
    header = bytearray(profile[:_HEADER])
    header[4:8] = bytes(4)  # the colour engine that is preferred
    header[24:36] = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    header[40:44] = bytes(4)
    header[48:56] = bytes(8)
    header[80:] = bytes(_HEADER - 80)
    return bytes(header)


def _neutral_text(kind: bytes, size: int) -> bytes | None:
    ascii_text = _NEUTRAL.encode("ascii") + b"\0"
    if kind == b"text":
        text = struct.pack(">4sI", kind, 0) + ascii_text
    elif kind == b"desc":
        text = struct.pack(">4sII", kind, 0, len(ascii_text)) + ascii_text
        text += bytes(78)  # no Unicode, no Macintosh text
        text = text[:size]  # many profiles leave out the room for the Macintosh text
    elif kind == b"mluc":
        utf16 = _NEUTRAL.encode("utf-16-be")
        text = struct.pack(">4sIII2s2sII", kind, 0, 1, 12, b"en", b"GB", len(utf16), 28) + utf16
        if len(text) > size:
            text = struct.pack(">4sIII", kind, 0, 0, 12)
    else:
        return None
    return text.ljust(size, b"\0") if len(text) <= size else None
