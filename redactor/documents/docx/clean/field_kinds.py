"""The kinds of fields that a copy keeps, and what of their instructions is known to be harmless.

A field that numbers, lists or leads to something within the document stays alive. Of its
instruction every token is looked at: switches of the kind, numbers, levels, formats, bookmarks and
styles under their new names. What is no such thing ends the field: its text stays as plain text.
Rule: ECMA-376 Part 1, 17.16.4.3 (general formatting), 17.16.5 (kinds of fields).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from redactor.documents.docx.clean.bookmarks import is_made_by_word
from redactor.documents.docx.clean.builtin_styles import is_builtin
from redactor.documents.docx.clean.instructions import Token, TokenKind
from redactor.documents.docx.clean.plain_names import is_plain


@dataclass(frozen=True, slots=True)
class Names:
    """New names of bookmarks and styles by their old ones in lower case (`casefold`)."""

    bookmarks: Mapping[str, str] = field(repr=False)
    styles: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, bookmarks: Mapping[str, str], styles: Mapping[str, str]) -> Names:
        return cls(_folded(bookmarks), _folded(styles))

    def without(self, bookmarks: Iterable[str]) -> Names:
        unwanted = {name.casefold() for name in bookmarks}
        return replace(
            self, bookmarks={k: v for k, v in self.bookmarks.items() if k not in unwanted}
        )

    def bookmark(self, name: str) -> str | None:
        return name if is_made_by_word(name) else self.bookmarks.get(name.casefold())

    def style(self, name: str) -> str | None:
        """Also of a name with aliases behind it: "Heading 1,h1"."""
        for tried in (name, name.partition(",")[0]):
            if (new := self.styles.get(tried.casefold())) is not None:
                return tried if new.casefold() == tried.casefold() else new
            if is_builtin(tried):
                return tried
        return None


def kept_tokens(found: list[Token], names: Names) -> list[Token] | None:
    """The instruction of a field that stays, with new names in it; None for one that goes."""
    kind = _KINDS.get(found[0].text.upper()) if found else None
    if kind is None:
        return None
    try:
        kept = list(_kept(found[1:], kind, names))
    except _NotUnderstood:
        return None
    if kind is _LINK and not any(t.kind is TokenKind.SWITCH and t.text in "lL" for t in kept):
        return None
    return [found[0], *kept]


_Rule = Callable[[str, Names], str | None]
"""The argument as it stays: "" when it goes with its switch, None when the whole field does."""


@dataclass(frozen=True, slots=True)
class _Argument:
    rule: _Rule
    optional: bool = False


@dataclass(frozen=True, slots=True)
class _Kind:
    """``switches`` maps each switch to its argument; None for one that has none."""

    arguments: tuple[_Argument, ...] = ()
    switches: Mapping[str, _Argument | None] = field(default_factory=dict)


class _NotUnderstood(Exception):
    """Ends the reading of an instruction; never leaves this module."""


def _kept(found: list[Token], kind: _Kind, names: Names) -> Iterator[Token]:
    expected = list(reversed(kind.arguments))
    waiting = list(reversed(found))
    while waiting:
        token = waiting.pop()
        if token.kind is TokenKind.SWITCH:
            yield from _switch(token, waiting, kind, names)
        elif expected:
            argument = _allowed(token, expected.pop().rule, names)
            if argument.text:
                yield argument
        else:
            raise _NotUnderstood
    if any(not argument.optional for argument in expected):
        raise _NotUnderstood


def _switch(token: Token, waiting: list[Token], kind: _Kind, names: Names) -> Iterator[Token]:
    """The switch with its argument, which is taken from `waiting`."""
    name = token.text.lower()
    switches = kind.switches if name in kind.switches else _FORMATTING
    if name not in switches:
        raise _NotUnderstood
    expected = switches[name]
    if expected is None:
        yield token
    elif waiting and waiting[-1].kind is not TokenKind.SWITCH:
        argument = _allowed(waiting.pop(), expected.rule, names)
        if argument.text:
            yield from (token, argument)
    elif expected.optional:
        yield token
    else:
        raise _NotUnderstood


def _allowed(token: Token, rule: _Rule, names: Names) -> Token:
    text = None if token.kind is TokenKind.OTHER else rule(token.text, names)
    if text is None:
        raise _NotUnderstood
    return replace(token, text=text, kind=TokenKind.QUOTED if " " in text else token.kind)


def _folded(names: Mapping[str, str]) -> dict[str, str]:
    return {old.casefold(): new for old, new in names.items()}


# Rules for arguments.


def _matching(pattern: str) -> _Argument:
    compiled = re.compile(pattern, re.ASCII | re.IGNORECASE)
    return _Argument(lambda text, _: text if compiled.fullmatch(text) else None)


def _optional(argument: _Argument) -> _Argument:
    return replace(argument, optional=True)


def _style(text: str, names: Names) -> str | None:
    return text if re.fullmatch("[1-9]", text) else names.style(text)


def _label(text: str, _: Names) -> str | None:
    """The label of a kind of caption, "Figure"."""
    return text if is_plain(text) else None


def _style_levels(text: str, names: Names) -> str | None:
    """Styles and their levels, "Style 1,2,Style 3,3", without those that are not there."""
    separator = ";" if ";" in text else ","
    pieces = text.split(separator)
    kept = []
    for style, level in zip(pieces[::2], pieces[1::2], strict=False):
        new = names.style(style.strip())
        if new is not None and re.fullmatch(r"\s*[1-9]\s*", level, re.ASCII):
            kept.append(f"{new}{separator}{level.strip()}")
    return separator.join(kept)


def _known_list(text: str, _: Names) -> str | None:
    """Lists with names of authors' making lose these in the numbering, too."""
    return text if text.lower() in ("numberdefault", "outlinedefault", "legaldefault") else ""


def _known_font(text: str, _: Names) -> str | None:
    return text if text.lower() in _SYMBOL_FONTS else ""


_SYMBOL_FONTS = frozenset(
    {"symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "times new roman", "arial"}
    | {"calibri", "cambria", "cambria math", "ms gothic", "segoe ui symbol"}
)
_BOOKMARK = _Argument(lambda text, names: names.bookmark(text))
_STYLE = _Argument(_style)
_LABEL = _Argument(_label)
_DROPPED = _Argument(lambda text, _: "")
_NUMBER = _matching(r"-?\d{1,4}(?:\.\d{1,2})?")
_LEVELS = _matching(r"\d(?:\s*-\s*\d)?")
_LETTER = _matching(r"[a-z]")
_SEPARATOR = _Argument(lambda text, _: text if re.fullmatch(r"[\W_]{0,5}", text) else None)
_FORMAT = _matching(
    "mergeformat|mergeformatinet|charformat|arabic|arabicdash|roman|alphabetic|cardtext|ordinal|"
    "ordtext|hex|dollartext|upper|lower|firstcap|caps"
)
_NUMBER_FORMAT = _matching(r"[0#x.,;:+\-% ()]{1,20}")

_FORMATTING: dict[str, _Argument | None] = {"*": _FORMAT, "#": _NUMBER_FORMAT, "!": None}
"""Switches of every kind of field."""


def _without_argument(switches: str) -> dict[str, _Argument | None]:
    return dict.fromkeys(switches)


_LINK = _Kind(switches={"l": _BOOKMARK, "o": _DROPPED, "t": _DROPPED, **_without_argument("hmn")})
_NUMBERED = _Kind()
_KINDS: dict[str, _Kind] = {
    **dict.fromkeys(("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES"), _NUMBERED),
    "PAGEREF": _Kind((_BOOKMARK,), _without_argument("hp")),
    "NOTEREF": _Kind((_BOOKMARK,), _without_argument("fhp")),
    "REF": _Kind((_BOOKMARK,), {"d": _SEPARATOR, **_without_argument("fhnprtw")}),
    "HYPERLINK": _LINK,
    "SEQ": _Kind(
        (_LABEL, _optional(_BOOKMARK)), {"r": _NUMBER, "s": _NUMBER, **_without_argument("chn")}
    ),
    "TOC": _Kind(
        switches={
            **dict.fromkeys("acs", _LABEL),
            "b": _BOOKMARK,
            "d": _SEPARATOR,
            "f": _optional(_LETTER),
            "l": _LEVELS,
            "n": _optional(_LEVELS),
            "o": _optional(_LEVELS),
            "p": _SEPARATOR,
            "t": _Argument(_style_levels),
            **_without_argument("huwxz"),
        }
    ),
    "STYLEREF": _Kind((_STYLE,), _without_argument("lnprstw")),
    "LISTNUM": _Kind((_optional(_Argument(_known_list)),), {"l": _NUMBER, "s": _NUMBER}),
    **dict.fromkeys(
        ("AUTONUM", "AUTONUMLGL", "AUTONUMOUT"), _Kind(switches={"s": _SEPARATOR, "e": None})
    ),
    "SYMBOL": _Kind(
        (_matching(r"\d{1,5}|0x[0-9a-f]{1,5}"),),
        {"f": _Argument(_known_font), "s": _NUMBER, **_without_argument("ahju")},
    ),
    "ADVANCE": _Kind(switches=dict.fromkeys("dulrxy", _NUMBER)),
}
