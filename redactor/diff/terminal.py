"""The face of a diff on a terminal: rich text, coloured or with plain marks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from rich.text import Text

from redactor.diff.changes import Piece, PieceKind

BARS = "\u2588" * 5
"""What stands for hidden words, whatever their length: that would tell something too."""
_STYLES = {PieceKind.REMOVED: "red strike", PieceKind.ADDED: "bold green"}
_MARKS = {PieceKind.REMOVED: ("[-", "-]"), PieceKind.ADDED: ("{+", "+}")}
_CONTEXT = 160
"""Characters of unchanged text shown on either side of a change."""


def render(pieces: Iterable[Piece], *, masked: bool, marks: bool) -> Text:
    """One changed paragraph.

    With `masked`, what was taken out is shown as bars. With `marks`, changes stand between
    ``[-`` ``-]`` and ``{+`` ``+}``, for screens and readers without colours.
    """
    shown = list(pieces)
    text = Text()
    for index, piece in enumerate(shown):
        content = visible(piece.text)
        if piece.kind is PieceKind.SAME:
            text.append(_shortened(content, first=index == 0, last=index == len(shown) - 1))
            continue
        if masked and piece.kind is PieceKind.REMOVED:
            content = BARS
        opening, closing = _MARKS[piece.kind] if marks else ("", "")
        text.append(f"{opening}{content}{closing}", style=_STYLES[piece.kind])
    return text


def visible(text: str) -> str:
    """`text` in one line, without what could steer a terminal or turn its writing round."""
    return "".join(
        " " if char in "\t\n\r" else "" if unicodedata.category(char)[0] == "C" else char
        for char in text.replace("\ufffc", "")
    )


def _shortened(text: str, *, first: bool, last: bool) -> str:
    if first and len(text) > _CONTEXT:
        return "\u2026" + text[-_CONTEXT:]
    if last and len(text) > _CONTEXT:
        return text[:_CONTEXT] + "\u2026"
    if len(text) > 2 * _CONTEXT:
        return f"{text[:_CONTEXT]} \u2026 {text[-_CONTEXT:]}"
    return text
