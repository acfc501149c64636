"""Field instructions as tokens: ``TOC \\o "1-3" \\h`` is a word, a switch, a quotation, a switch.

Rule: ECMA-376 Part 1, 17.16.2 and 17.16.3 (field instructions, formatting switches).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

_TOKEN = re.compile(
    r'(?P<quoted>"(?:[^"\\]|\\.)*(?:"|\Z))|(?P<switch>\\[^\s"])|(?P<word>[^\s"\\]+)|(?P<other>\S)',
    re.DOTALL,
)


class TokenKind(Enum):
    WORD = "word"
    QUOTED = "quoted"
    SWITCH = "switch"
    OTHER = "a quotation mark or a backslash out of place"


@dataclass(frozen=True, slots=True)
class Token:
    """``text`` is a quotation without its marks, a switch without its backslash.

    ``start`` counts code points from the beginning of the instruction, of the token as written.
    """

    kind: TokenKind
    text: str = field(repr=False)
    start: int = 0

    @property
    def written(self) -> str:
        match self.kind:
            case TokenKind.QUOTED:
                return f'"{self.text}"'
            case TokenKind.SWITCH:
                return f"\\{self.text}"
            case _:
                return self.text


def tokens(instruction: str) -> list[Token]:
    """The tokens of a field's instruction, the first of which says the kind of field."""
    return [_token(match) for match in _TOKEN.finditer(instruction)]


def written(found: Iterable[Token]) -> str:
    """An instruction as Word writes it: tokens with one blank between them and around."""
    return " " + "".join(f"{token.written} " for token in found)


def _token(match: re.Match[str]) -> Token:
    text = match[0]
    kind = TokenKind[(match.lastgroup or "other").upper()]
    if kind is TokenKind.QUOTED:
        text = text[1:-1] if len(text) > 1 and text.endswith('"') else text[1:]
    elif kind is TokenKind.SWITCH:
        text = text[1:]
    return Token(kind, text, match.start())
