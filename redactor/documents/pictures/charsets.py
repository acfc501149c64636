"""Bytes of a metafile's text as characters.

Rule: [MS-WMF] 2.1.1.5 (CharacterSet), and the code page that Windows uses for each.
"""

from __future__ import annotations

WESTERN = 0
SYMBOLS = 2
"""The last of those that have no code page of their own: Western, the system's own, symbols."""

_CODE_PAGES = {
    WESTERN: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}


def decoded(text: bytes, charset: int, *, wide: bool = False) -> str:
    """Text in UTF-16, or in the code page of a font's `charset`; without its closing zeros."""
    page = "utf-16-le" if wide else _CODE_PAGES.get(charset, _CODE_PAGES[WESTERN])
    return text.decode(page, "replace").replace("\0", "")
