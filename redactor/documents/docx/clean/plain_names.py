"""Names that authors give to styles and kinds of captions: which of them say nothing of anybody."""

from __future__ import annotations

import re

from redactor.text.nicknames import all_given_names
from redactor.text.words import is_english

_SEPARATORS = re.compile(r"[ ,.;:()\[\]/&+_\u2013-]+")
_PIECE = re.compile(r"([A-Z]?[a-z]+|[A-Z]{1,3})?(?:[0-9]{1,2}|(?<![A-Za-z])[0-9]{3,4})?")
_OF_WORD = frozenset({"char"})
"""Word ends the names of linked styles with it; Charlotte is called so, too."""


def is_plain(name: str) -> bool:
    """Whether `name` is made of English words, abbreviations of up to 3 letters, and numbers.

    A word that is a given name as well, such as "Grace", is not plain.
    """
    pieces = [_PIECE.fullmatch(piece) for piece in _SEPARATORS.split(name) if piece]
    return bool(pieces) and all(piece and _is_harmless(piece[1] or "") for piece in pieces)


def _is_harmless(word: str) -> bool:
    if word.lower() in all_given_names():
        return word.lower() in _OF_WORD
    return not word or word.isupper() or is_english(word)
