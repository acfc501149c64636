"""Edits to segments as new bytes of a part.

The new text goes where the first replaced character stood; the other replaced characters leave
their elements; everything else, formatting and mark-up, stays byte for byte. Nothing but the
content of the elements concerned is written anew: the rest is copied from the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from redactor.documents.docx.locate import Place, locate
from redactor.documents.docx.names import DELETION, Element
from redactor.documents.docx.source import XmlSource
from redactor.documents.docx.stories import SourcedSegment
from redactor.documents.docx.text import Piece, Role
from redactor.model import Edit

# What XML 1.0 has no way to write. Rule: XML 1.0, 2.2 (Char).
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PRESERVE = b' xml:space="preserve"'
_SPACE_ATTRIBUTE = re.compile(rb"""\sxml:space\s*=\s*(?:"[^"]*"|'[^']*')""")
_ATTRIBUTE = re.compile(rb"""(\s)([^\s=/>"']+)\s*=\s*(?:"[^"]*"|'[^']*')""")
_XML = "http://www.w3.org/XML/1998/namespace"
NOWHERE = "about:blank"
"""The address that a link leads to when its own would tell."""
_PREFIX = re.compile(rb"<((?:[^\s/>:]+:)?)")


@dataclass(frozen=True, slots=True)
class Change:
    """``text`` is the whole new content of the piece; a mark makes room for it, or goes."""

    piece: Piece
    text: str = field(repr=False)


def changes(sourced: SourcedSegment, edits: Sequence[Edit]) -> Iterator[Change]:
    """What `edits`, all of this segment, change in its pieces.

    Raises ValueError when edits overlap, reach beyond the text, replace nothing but objects, or
    bring characters that XML cannot hold.
    """
    fragments: dict[int, list[tuple[int, int, str]]] = {}
    for edit in _checked(sourced, edits):
        replaced = list(_replaced(sourced.pieces, edit))
        if not replaced:
            raise ValueError(f"an edit in {edit.segment_id} has no text to replace")
        text = edit.text
        for index, start, end in replaced:
            fragments.setdefault(index, []).append((start, end, text))
            text = ""
    for index, replacements in fragments.items():
        piece = sourced.pieces[index]
        text = piece.text
        # From the end backwards, so the offsets still to be used stay true.
        for start, end, new in reversed(replacements):
            text = text[:start] + new + text[end:]
        yield Change(piece, NOWHERE if piece.role is Role.ADDRESS else text)


def _checked(sourced: SourcedSegment, edits: Sequence[Edit]) -> Iterator[Edit]:
    """The edits that change something, in order."""
    done = 0
    text = sourced.segment.text
    for edit in sorted(edits, key=lambda edit: edit.span):
        if edit.span.start < done:
            raise ValueError(f"edits overlap in {edit.segment_id}")
        if edit.span.end > len(text):
            raise ValueError(f"an edit reaches beyond the end of {edit.segment_id}")
        if _UNWRITABLE.search(edit.text):
            raise ValueError(f"an edit in {edit.segment_id} holds a control character")
        done = edit.span.end
        if edit.text != text[edit.span.start : edit.span.end]:
            yield edit


def _replaced(pieces: tuple[Piece, ...], edit: Edit) -> Iterator[tuple[int, int, int]]:
    """The index of each piece that loses characters, and which, from the piece's start."""
    first = bisect_right(pieces, edit.span.start, key=lambda piece: piece.start) - 1
    for index in range(first, len(pieces)):
        piece = pieces[index]
        if piece.start >= edit.span.end:
            return
        if piece.role is not Role.OBJECT:
            start = max(edit.span.start, piece.start) - piece.start
            yield index, start, min(edit.span.end, piece.end) - piece.start


def rewritten(source: XmlSource, wanted: Sequence[Change]) -> bytes:
    """The part's content with `wanted` changes, in the part's own encoding."""
    by_element: dict[Element, list[Change]] = {}
    for change in wanted:
        by_element.setdefault(change.piece.element, []).append(change)
    numbered = {
        number: by_element[element]
        for number, element in enumerate(source.root.iter("*"))
        if element in by_element
    }
    places = locate(source.utf8, numbered)
    # An element may hold others that change, so its tag and its content are written apart.
    splices = sorted(
        splice
        for number, found in numbered.items()
        for splice in _splices(source.utf8, places[number], found)
    )
    output: list[bytes] = []
    copied = 0
    for start, end, new in splices:
        output += (source.utf8[copied:start], new)
        copied = end
    output.append(source.utf8[copied:])
    return source.encoded(b"".join(output))


def _splices(
    utf8: bytes, place: Place, found: Sequence[Change]
) -> Iterator[tuple[int, int, bytes]]:
    """Half-open stretches of bytes and what stands there instead."""
    tag = new_tag = utf8[place.start : place.content_start]
    for change in found:
        match change.piece.role:
            case Role.MARK:
                yield place.start, place.end, _in_place_of_mark(tag, change)
                return
            case Role.ATTRIBUTE | Role.ADDRESS:
                new_tag = _with_attribute(new_tag, change)
            case _:
                if change.piece.role is Role.TEXT and _gains_outer_space(change):
                    new_tag = _preserving(new_tag)
                yield place.content_start, place.content_end, _escaped(change.text)
    if new_tag != tag:
        yield place.start, place.content_start, new_tag


def _with_attribute(tag: bytes, change: Change) -> bytes:
    """The start tag with another value for one attribute."""
    wanted = etree.QName(change.piece.attribute)
    spaces = change.piece.element.nsmap

    def replaced(match: re.Match[bytes]) -> bytes:
        prefix, _, local = match[2].decode("utf-8").rpartition(":")
        space = _XML if prefix == "xml" else spaces.get(prefix) if prefix else None
        if (space, local) != (wanted.namespace, wanted.localname):
            return match[0]
        return match[1] + match[2] + b'="' + _escaped_value(change.text) + b'"'

    return _ATTRIBUTE.sub(replaced, tag)


def _in_place_of_mark(tag: bytes, change: Change) -> bytes:
    """A text element in the mark's own run, under the prefix that the mark has."""
    if not change.text:
        return b""
    prefix = _PREFIX.match(tag)
    assert prefix is not None  # `tag` is a start tag
    deleted = next(change.piece.element.iterancestors(*DELETION), None) is not None
    name = prefix[1] + (b"delText" if deleted else b"t")
    return b"<" + name + _PRESERVE + b">" + _escaped(change.text) + b"</" + name + b">"


def _gains_outer_space(change: Change) -> bool:
    """Whether a space now stands at an end where none did: Word would drop it."""
    old, new = change.piece.text, change.text
    return (new[:1].isspace() and not old[:1].isspace()) or (
        new[-1:].isspace() and not old[-1:].isspace()
    )


def _preserving(tag: bytes) -> bytes:
    tag, replaced = _SPACE_ATTRIBUTE.subn(_PRESERVE, tag)
    return tag if replaced else tag[:-1] + _PRESERVE + b">"


def _escaped(text: str) -> bytes:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;").encode("utf-8")


def _escaped_value(text: str) -> bytes:
    """As it stands between double quotes, where a parser makes blanks of tabs and breaks."""
    value = _escaped(text).replace(b'"', b"&quot;")
    return value.replace(b"\n", b"&#10;").replace(b"\t", b"&#9;")
