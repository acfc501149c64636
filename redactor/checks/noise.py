"""Telling a name from letters that came together by chance: in codes, digests and pictures.

The limits are chosen so that 10 MB of random bytes and 500 sought names give less than one chance
hit in a hundred files: three ways to write five given letters in 256**5, and so on.
"""

from __future__ import annotations

import re
from itertools import pairwise

BREAK = "\x01"
"""Between two strings found in a binary: no letter, no blank, and never part of a text."""

_SHORTEST_ANYWHERE = 5
_CODE = re.compile(r"[A-Za-z0-9+/=_-]+")
_HEX = re.compile(r"(?=[0-9A-Fa-f-]*[0-9])(?:[0-9A-F-]{6,}|[0-9a-f-]{6,})\Z")
_SHORTEST_CODE = 24
_TEXT_LIKE = re.compile(r"[A-Za-z ,.'\-\n]")
_SHORTEST_TEXT = 16


def in_code(text: str, start: int, end: int) -> bool:
    """Whether the letters at `start` are part of a hexadecimal number or of a base64 text."""
    left, right = start, end
    while left and _is_code(text[left - 1]):
        left -= 1
    while right < len(text) and _is_code(text[right]):
        right += 1
    run = text[left:right]
    if _HEX.match(run.strip("-_=")):
        return True
    if len(run) < _SHORTEST_CODE:
        return False
    classes = ["u" if c.isupper() else "l" if c.islower() else "d" for c in run]
    changes = sum(a != b for a, b in pairwise(classes))
    # Random base64 changes between capitals, small letters and the rest at 63 % of its places,
    # words run together ("DanielleAge") at 40 % at most.
    return changes * 2 >= len(run)


def _is_code(char: str) -> bool:
    return _CODE.match(char) is not None


def looks_written(text: str, start: int, end: int, *, high: int = 0, wide: bool = False) -> bool:
    """Whether letters found among the bytes of a binary look like a name that somebody wrote.

    `text` is folded, with BREAK between strings; `high` says how many of the letters were no
    ASCII. A `wide` text had two bytes a letter, of which one was nought: that is no chance.
    """
    words = re.findall(r"[^\W\d_]+", text[start:end])
    letters = sum(map(len, words))
    if wide or letters >= 8:
        return True
    if not all(w.islower() or w.isupper() or w.istitle() for w in words):
        return False
    if letters >= _SHORTEST_ANYWHERE + bool(high) and high * 4 <= letters:
        return True
    return _in_a_text(text, start, end)


def _in_a_text(text: str, start: int, end: int) -> bool:
    left = text.rfind(BREAK, 0, start) + 1
    right = text.find(BREAK, end)
    run = text[max(left, start - 200) : min(len(text) if right < 0 else right, end + 200)]
    return len(run) >= _SHORTEST_TEXT and len(_TEXT_LIKE.findall(run)) * 100 >= len(run) * 85
