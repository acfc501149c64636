"""The strings in a binary: ASCII and UTF-8, Windows' Latin, UTF-16 at every offset."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from redactor.checks.fold import fold
from redactor.checks.matching import Match, Matcher
from redactor.checks.noise import BREAK, looks_written
from redactor.checks.sought import Manner, Sought, SoughtKind

_UTF_8 = re.compile(
    rb"(?:[\t\n\r\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}"
    rb"|[\xf0-\xf4][\x80-\xbf]{3}){5,}"
)
_ACCENTED = rb"[\x8a\x8c\x8e\x92\x9a\x9c\x9e\x9f\xc0-\xff]"
_LATIN = re.compile(
    rb"(?:"
    + rb"|".join(
        rb"[A-Za-z]{%d}" % before + _ACCENTED + rb"[A-Za-z]{%d}" % (4 - before)
        for before in range(5)
    )
    + rb"|[A-Za-z ,.'\n-]{8}"
    + _ACCENTED
    + rb")"
)
"""A letter that is no ASCII among letters that are: the only thing that is Latin beyond chance."""
_LATIN_AROUND = 200
_LATIN_LETTERS = re.compile(rb"[\t\n\r\x20-\x7e\x8a\x8c\x8e\x91\x92\x96\x9a\x9c\x9e\x9f\xa0-\xff]*")
_HIGH = re.compile("[^\x00-\x7f]+")
_LITTLE_ENDIAN = re.compile(
    rb"(?:[\t\n\r\x20-\x7e\xa0-\xff]\x00|[\x00-\xff][\x01-\x07\x1e]|[\x00-\x6f]\x20){3,}"
)
_BIG_ENDIAN = re.compile(
    rb"(?:\x00[\t\n\r\x20-\x7e\xa0-\xff]|[\x01-\x07\x1e][\x00-\xff]|\x20[\x00-\x6f]){3,}"
)
_TYPEFACES = frozenset(
    (
        "aharoni ariel baskerville bell bernard bodoni bradley caslon century cooper corbel david "
        "felix forte franklin garamond georgia gigi gill goudy harrington jokerman kristen latha "
        "lucida mangal miriam mistral perpetua raavi ravie rockwell rod shruti sylfaen tahoma "
        "tunga vani verdana vivaldi vrinda"
    ).split()
)
"""Names of common typefaces that are people's as well: metafiles name the fonts they use."""


@dataclass(slots=True, repr=False)
class _Joined:
    """Strings put after each other, folded, with BREAK between them."""

    pieces: list[str] = field(default_factory=list)
    rough: list[str] = field(default_factory=list)
    """The same, with marks for what was no ASCII."""
    length: int = 0
    high: list[tuple[int, int]] = field(default_factory=list)

    def add(self, string: str) -> None:
        if string.strip("\r\n\t ").casefold() in _TYPEFACES:
            return
        at = 0
        for match in _HIGH.finditer(string):
            self._append(string[at : match.start()])
            start = self.length
            self._append(match[0], is_high=True)
            self.high.append((start, self.length))
            at = match.end()
        self._append(string[at:])
        self._append(BREAK)

    def _append(self, text: str, *, is_high: bool = False) -> None:
        folded = fold(text)
        self.pieces.append(folded)
        self.rough.append("#" * len(folded) if is_high else folded)
        self.length += len(folded)


def search_strings(
    content: bytes, matcher: Matcher, manner: Manner = Manner.BINARY
) -> dict[str, Counter[Sought]]:
    """The occurrences among the strings of `content`, by the kind of string."""
    if matcher.is_empty:
        return {}
    plain = _joined((match[0] for match in _UTF_8.finditer(content)), "utf-8")
    latin = _joined(_latin_strings(content), "cp1252")
    little = _joined((match[0] for match in _LITTLE_ENDIAN.finditer(content)), "utf-16-le")
    big = _joined((match[0] for match in _BIG_ENDIAN.finditer(content)), "utf-16-be")
    return {
        "among the bytes of a binary": Counter(_search(plain, matcher, manner))
        + Counter(_search(latin, matcher, manner, only_high=True)),
        # Most of what is little-endian is big-endian too, one byte earlier.
        "as UTF-16 in a binary": Counter(_search(little, matcher, manner, wide=True))
        | Counter(_search(big, matcher, manner, wide=True)),
    }


def _joined(strings: Iterable[bytes], encoding: str) -> _Joined:
    joined = _Joined()
    for string in strings:
        joined.add(string.decode(encoding, "replace"))
    return joined


def _latin_strings(content: bytes) -> Iterator[bytes]:
    """The surroundings of every accented letter of Windows' Latin."""
    done = 0
    for match in _LATIN.finditer(content):
        if match.end() <= done:
            continue
        start, end = max(done, match.start() - _LATIN_AROUND), match.end() + _LATIN_AROUND
        before = _LATIN_LETTERS.match(content[start : match.start()][::-1])
        behind = _LATIN_LETTERS.match(content, match.end(), end)
        start = match.start() - (len(before[0]) if before else 0)
        done = behind.end() if behind else match.end()
        string = content[start:done]
        if not _is_utf_8(string):
            yield string


def _is_utf_8(octets: bytes) -> bool:
    try:
        octets.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _search(
    joined: _Joined,
    matcher: Matcher,
    manner: Manner,
    *,
    wide: bool = False,
    only_high: bool = False,
) -> Iterator[Sought]:
    text, rough = "".join(joined.pieces), "".join(joined.rough)
    for match in matcher.find(text, manner):
        high = _overlap(joined.high, match) if only_high else 0
        if only_high and not high:
            continue
        if match.sought.kind is SoughtKind.IDENTIFIER or looks_written(
            text, rough, match.start, match.end, high=high, wide=wide
        ):
            yield match.sought


def _overlap(stretches: list[tuple[int, int]], match: Match) -> int:
    """How many code points of a match lie in `stretches`, which are in order."""
    first = bisect_left(stretches, (match.start, match.start))
    overlap = 0
    for start, end in islice(stretches, first, None):
        if start >= match.end:
            break
        overlap += min(end, match.end) - start
    return overlap
