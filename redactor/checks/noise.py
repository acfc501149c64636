"""Telling a name from letters that came together by chance: in codes, digests and pictures.

The limits are chosen so that 10 MB of random bytes and 500 sought names give less than one chance
hit in a hundred files: three ways to write five given letters in 256**5, and so on.
"""

from __future__ import annotations

import re
from itertools import pairwise
from string import ascii_lowercase, ascii_uppercase, digits

BREAK = "\x01"
"""Between two strings found in a binary: no letter, no blank, and never part of a text."""

_SHORTEST_ANYWHERE = 5
_CODE = re.compile(r"[A-Za-z0-9+/=_-]*")
_HEX = re.compile(
    r"(?=[A-Fa-f-]*[0-9])(?:[0-9A-F]{6,}|[0-9a-f]{6,}"
    r"|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})\Z"
)
_NEAR, _FAR = 60, 200
"""Code points that are looked at on either side, so that the cost stays linear."""
_LINE_BEFORE = re.compile(r"[A-Za-z0-9+/]{40}\s{1,9}\Z")
_LINE_BEHIND = re.compile(r"\s{1,9}[A-Za-z0-9+/]{40}")
_CLASSES = str.maketrans(
    dict.fromkeys(ascii_uppercase, "u")
    | dict.fromkeys(ascii_lowercase, "l")
    | dict.fromkeys(f"{digits}+/=_-", "d")
)
_SHORTEST_CODE, _LONG_CODE = 24, 48
_TEXT_LIKE = re.compile(r"[A-Za-z ,.'\-\n]")
_SHORTEST_TEXT = 16
_SHORTEST_WIDE_TEXT = 12


def in_code(text: str, start: int, end: int) -> bool:
    """Whether the letters at `start` are part of a hexadecimal number or of a base64 text."""
    before = _CODE.match(text[max(0, start - _NEAR) : start][::-1])
    behind = _CODE.match(text, end, end + _NEAR)
    left, right = start - len(before[0] if before else ""), behind.end() if behind else end
    run = text[left:right]
    if _LINE_BEFORE.search(text, max(0, left - 50), left) or _LINE_BEHIND.match(text, right):
        return True
    if _HEX.match(run.strip("-_=")):
        return True
    if len(run) < _SHORTEST_CODE:
        return False
    classes = run.translate(_CLASSES)
    changes = sum(a != b for a, b in pairwise(classes))
    # Random base64 changes between capitals, small letters and the rest at 63 % of its places,
    # packed files at 40 % and more, words run together ("DanielleAge") at 40 % at most and paths
    # ("Users/ann/Desktop") at 25 %.
    return changes * 100 >= len(run) * (35 if len(run) >= _LONG_CODE else 50)


def looks_written(
    text: str, rough: str, start: int, end: int, *, high: int = 0, wide: bool = False
) -> bool:
    """Whether letters found among the bytes of a binary look like a name that somebody wrote.

    `text` is folded, with BREAK between strings; `rough` is the same with no letters where there
    were none in ASCII. `high` says how many of the name's letters were none; in a `wide` text,
    letters have two bytes.
    """
    words = re.findall(r"[^\W\d_]+", text[start:end])
    letters = sum(map(len, words))
    if letters >= 8:
        return True
    if not all(w.islower() or w.isupper() or w.istitle() for w in words):
        return False
    if letters >= _SHORTEST_ANYWHERE + bool(high) and high * 4 <= letters:
        return True
    return _in_a_text(rough, start, end, _SHORTEST_WIDE_TEXT if wide else _SHORTEST_TEXT)


def _in_a_text(rough: str, start: int, end: int, shortest: int) -> bool:
    before = rough[max(0, start - _FAR) : start].rpartition(BREAK)[2]
    behind = rough[end : end + _FAR].partition(BREAK)[0]
    run = before + rough[start:end] + behind
    return len(run) >= shortest and len(_TEXT_LIKE.findall(run)) * 100 >= len(run) * 85
