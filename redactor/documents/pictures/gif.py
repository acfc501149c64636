"""GIF: frames, their timing and how often they repeat. Comments and captions go.

Rule: GIF89a Specification, clauses 17 to 27; the loop count is Netscape's application extension.
"""

from __future__ import annotations

from collections import Counter

from redactor.documents.pictures import stripped as words
from redactor.documents.pictures.stripped import Stripped, result
from redactor.documents.pictures.unreadable import PictureUnreadable

_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_CONTROL, _COMMENT, _APPLICATION, _CAPTION = 0xF9, 0xFE, 0xFF, 0x01
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_HEADER = 13
_LOOP_COUNT = 3


def strip_gif(content: bytes) -> Stripped:
    """Raises PictureUnreadable when the file holds no image."""
    gone: Counter[str] = Counter()
    at = _HEADER + _table_length(content[10])
    kept = [content[:at]]
    control = b""  # timing and transparency of what follows
    images = 0
    while at < len(content):
        block, start = content[at], at
        if block == _TRAILER:
            at += 1
            kept.append(content[start:at])
            gone[words.TRAILING] += at < len(content)
            break
        if block == _IMAGE and start + 10 <= len(content):
            at = _skip_blocks(content, start + 11 + _table_length(content[start + 9]))
            kept += [control, content[start:at]]
            control = b""
            images += 1
        elif block == _EXTENSION and start + 2 <= len(content):
            label = content[start + 1]
            at = _skip_blocks(content, start + 2)
            whole = content[start:at]
            plain, what = _extension(label, whole)
            gone[what] += plain != whole
            if label == _CONTROL:
                control = plain
            else:
                kept.append(plain)
            if label == _CAPTION:  # a control block is for the caption, if one stands before it
                control = b""
        else:
            gone[words.DAMAGED_REST] += 1
            break
    if not images:
        raise PictureUnreadable("a damaged GIF")
    return result(content, b"".join(kept), gone)


def gif_size(content: bytes) -> tuple[int, int]:
    return int.from_bytes(content[6:8], "little"), int.from_bytes(content[8:10], "little")


def _table_length(flags: int) -> int:
    """Bytes of the colour table that a descriptor announces."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _skip_blocks(content: bytes, at: int) -> int:
    """The end of a row of sub-blocks, each with its length before it."""
    while at < len(content):
        size = content[at]
        at += 1 + size
        if not size:
            break
    return min(at, len(content))


def _extension(label: int, whole: bytes) -> tuple[bytes, str]:
    """What stays of an extension, and the word for what goes."""
    if label == _CONTROL:
        sound = len(whole) >= 8 and whole[2] == 4
        return (whole[:7] + b"\0" if sound else b""), words.SLACK
    if label == _APPLICATION and whole[2:3] == b"\x0b" and whole[3:14] in _LOOPS:
        at = 14
        while at < len(whole) and whole[at]:
            if whole[at] == _LOOP_COUNT and whole[at + 1 : at + 2] == b"\x01":
                return whole[:14] + whole[at : at + 4] + b"\0", words.APPLICATION
            at += 1 + whole[at]
    if label in {_COMMENT, _CAPTION}:
        return b"", words.COMMENTS
    return b"", words.APPLICATION
