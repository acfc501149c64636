"""Bytes written as letters: base64 and hexadecimal, in a text or an attribute.

Rules: RFC 4648, 4, 5 and 8. Word writes both: embedded pictures of VML (``o:gfxdata``), binary
data of flat documents, pictures of RTF.
"""

from __future__ import annotations

import base64
import binascii
import re
import sys
from bisect import bisect_right
from collections.abc import Iterator

_RUN = re.compile(r"[A-Za-z0-9+/_-]{12,}")
# Each run is taken from its beginning and whole, or the cost would be quadratic. An attribute's
# line ends have become blanks.
_LINES = re.compile(
    r"(?<![A-Za-z0-9+/])([A-Za-z0-9+/]{40,}+)(?:\s+[A-Za-z0-9+/]{40,}+)*(?:\s+[A-Za-z0-9+/]++)?"
)
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2}\s?){16,}")
_WORD = re.compile(r"[A-Za-z]?[a-z]+(?:[-_/][A-Za-z]?[a-z]+)*\Z|[A-Z]+\Z|\d+\Z")
_BLANKS = re.compile(r"\s+")
_LONGEST_AT_EVERY_OFFSET = 4096
_URL_SAFE = str.maketrans("-_", "+/")


def decoded_runs(text: str) -> Iterator[bytes]:
    """What each run of `text` that could be base64 or hexadecimal stands for.

    A short run is tried from each of its first four letters, as it may be glued to others.
    """
    lines: list[tuple[int, int]] = []
    for match in _LINES.finditer(text):
        if match.end() > match.end(1):
            yield from _decoded(_BLANKS.sub("", match[0]))
            if len(match[1]) % 4 == 0:  # else these are no lines but neighbours
                lines.append((match.end(1), match.end()))
    for match in _RUN.finditer(text):
        run = match[0]
        if _WORD.match(run) or _is_within(match.start(), lines):
            continue
        is_line = _is_within(match.end(), lines)
        offsets = range(4) if len(run) <= _LONGEST_AT_EVERY_OFFSET else range(1)
        for offset in offsets:
            if offset or not is_line:
                yield from _decoded(run[offset:])
    for match in _HEX.finditer(text):
        digits = _BLANKS.sub("", match[0])
        yield bytes.fromhex(digits[: len(digits) // 2 * 2])


def _is_within(at: int, stretches: list[tuple[int, int]]) -> bool:
    number = bisect_right(stretches, (at, sys.maxsize)) - 1
    return number >= 0 and at < stretches[number][1]


def _decoded(run: str) -> Iterator[bytes]:
    whole = run.translate(_URL_SAFE)
    # One letter too many says nothing; two or three end a group that lacks its padding.
    whole = whole[:-1] if len(whole) % 4 == 1 else whole
    try:
        yield base64.b64decode(whole + "=" * (-len(whole) % 4), validate=True)
    except binascii.Error:
        return
