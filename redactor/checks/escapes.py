"""The ways in which formats write letters as something else, undone.

XML's own character references are none of them: its parser undoes those.
Rules: RFC 3986, 2.1 (percent); HTML (references); ECMA-376 Part 1, 22.4.2.4 (``_x0041_``);
RFC 8259, 7 (JSON); RFC 2045, 6.7 (quoted-printable); the RTF specification ("Character Text").
"""

from __future__ import annotations

import html
import quopri
import re
from urllib.parse import unquote

from redactor.checks.sought import Manner

_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_REFERENCE = re.compile(r"&#?\w+;")
_OOXML = re.compile(r"_x([0-9A-Fa-f]{4})_")
_JSON = re.compile(r"\\u([0-9A-Fa-f]{4})")
_ROUNDS = 3
"""An escape can be escaped again, as in addresses within addresses."""
_LONGEST = 4_000_000

_QUOTED = re.compile(r"=(?:[0-9A-Fa-f]{2}|\r?\n)")
_TAG = re.compile(r"<[^<>]*>")
_RTF_WORD = re.compile(
    r"\\'([0-9A-Fa-f]{2})|\\u(-?\d{1,6}) ?\??|\\(?:par|line|tab|cell|row|sect|page)\b ?"
    r"|\\[a-z]+-?\d* ?|\\[^a-z]|[{}\r\n]",
    re.IGNORECASE,
)
_RTF_BLANK = re.compile(r"\\(?:par|line|tab|cell|row|sect|page)\b|\\~")


def spellings(text: str, manner: Manner = Manner.PROSE) -> list[str]:
    """`text`, and what it becomes when its escapes are undone, once and again."""
    found = [text]
    if manner is Manner.VOCABULARY or len(text) > _LONGEST:
        return found
    for _ in range(_ROUNDS):
        plain = _undone(found[-1])
        if plain == found[-1]:
            break
        found.append(plain)
    return found


def _undone(text: str) -> str:
    if "%" in text and _PERCENT.search(text):
        text = unquote(text)
    if "&" in text and _REFERENCE.search(text):
        text = html.unescape(text)
    if "_x" in text:
        text = _OOXML.sub(_letter, text)
    if "\\u" in text:
        text = _JSON.sub(_letter, text)
    return text


def _letter(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


def documents_in(text: str) -> list[str]:
    """What a text file says when it is read as a mail, as a web page or as RTF; without itself."""
    if text.lstrip().startswith("{\\rtf"):
        return [_RTF_WORD.sub(_rtf_letter, text)]
    found = []
    if _QUOTED.search(text):
        octets = quopri.decodestring(text.encode("utf-8", "replace"))
        text = octets.decode("utf-8", "replace")
        found.append(text)
    if "<" in text:
        found += [_TAG.sub("", text), _TAG.sub(" ", text)]
    return found


def _rtf_letter(match: re.Match[str]) -> str:
    if match[1]:
        return bytes([int(match[1], 16)]).decode("cp1252", "replace")
    if match[2]:
        return chr(int(match[2]) % 0x10000)
    if match[0] in ("\\\\", "\\{", "\\}"):
        return match[0][1]
    return " " if _RTF_BLANK.match(match[0]) else ""
