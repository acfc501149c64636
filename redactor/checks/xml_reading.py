"""Reading a part's XML: everything that it says, each text with its place and its readers.

The parser is expat, which keeps no tree: a long part needs little memory. It follows no entity
and no external file. Runs are joined, so what splits a name (a bookmark, a proofing mark, a letter
a run) is not there; tabs and breaks are blanks, and whatever else stands in a line is NO_TEXT.
A paragraph is read as it is shown; what was deleted in it is read as it stood before. The ends of
neighbouring paragraphs and cells are read together. Rule: ECMA-376 Part 1, 17.3 and 17.13.5.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from redactor.checks.fold import fold
from redactor.checks.sought import Manner
from redactor.checks.tokens import NO_TEXT
from redactor.checks.xml_lines import MARKS, Kind, Line, kind_of_element
from redactor.checks.xml_manners import attribute_texts, name_manner

_JOINT = "\n"
_TAIL = 80
"""Code points of a paragraph that are read together with its neighbour."""


_DECLARATION = re.compile(
    r"<\?xml\s+version=[\"']1\.[01][\"'](?:\s+encoding=[\"'][\w.-]+[\"'])?"
    r"(?:\s+standalone=[\"'](?:yes|no)[\"'])?\s*\?>"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One text of a part. It stands `times` times, in paragraph `paragraph` (0: in none).

    With `touching`, the text is folded, and only what touches one of these stretches counts: the
    rest is in another reading.
    """

    paragraph: int
    text: str = field(repr=False)
    manner: Manner
    where: str
    times: int = 1
    touching: tuple[tuple[int, int], ...] = ()


class XmlError(Exception):
    """The part is not well-formed; what was read before the fault has been handed on."""


def read_xml(content: bytes, emit: Callable[[Reading], None]) -> bool:
    """Hand every text of `content` to `emit`; says whether all of it could be read.

    It cannot where a part declares entities, which are not followed. Raises XmlError.
    """
    reader = _Reader(emit)
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.ordered_attributes = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.CommentHandler = reader.comment
    parser.ProcessingInstructionHandler = reader.instruction
    parser.StartNamespaceDeclHandler = reader.namespace
    parser.EntityDeclHandler = reader.entity
    # Where a default handler is set, expat hands it references instead of following them.
    parser.DefaultHandler = reader.rest
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError):  # LookupError: its encoding
        raise XmlError from None
    finally:
        reader.close()
    return not reader.has_entities


class _Reader:
    def __init__(self, emit: Callable[[Reading], None]) -> None:
        self.has_entities = False
        self._emit = emit
        self._numbered = 0
        self._kinds: list[tuple[Kind, bool]] = []
        self._lines: list[Line] = []
        self._outside: list[str] = []
        self._tails: list[str] = [""]
        """What the last paragraph ended with, for each depth of nesting."""
        self._attributes: Counter[tuple[str, str, str]] = Counter()
        self._names: Counter[str] = Counter()
        self._namespaces: Counter[str] = Counter()
        self._rest: list[str] = []

    def start(self, tag: str, attributes: list[str]) -> None:
        self._names[tag] += 1
        for at in range(0, len(attributes), 2):
            self._attributes[tag, attributes[at], attributes[at + 1]] += 1
        kind, _ = described = kind_of_element(tag)
        self._kinds.append(described)
        if kind is Kind.PARAGRAPH:
            self._numbered += 1
            self._lines.append(Line(self._numbered))
            return
        if kind is Kind.UNIT:
            self._lines.append(Line(0))
            return
        if not self._lines:
            self._part()
            return
        line = self._lines[-1]
        match kind:
            case Kind.DELETION:
                line.deletions += 1
            case Kind.INSERTION:
                line.insertions += 1
            case Kind.MARK:
                line.add(MARKS[tag.rpartition("}")[2]])
            case Kind.OBJECT | Kind.APART:
                line.add(NO_TEXT)
            case Kind.FIELD if line.instructions:
                line.instructions.append(NO_TEXT)

    def end(self, tag: str) -> None:
        kind, _ = self._kinds.pop()
        if kind in (Kind.PARAGRAPH, Kind.UNIT):
            self._end_line(self._lines.pop())
            return
        if not self._lines:
            self._part()
            return
        line = self._lines[-1]
        match kind:
            case Kind.DELETION:
                line.deletions -= 1
            case Kind.INSERTION:
                line.insertions -= 1
            case Kind.APART:
                line.add(NO_TEXT)

    def characters(self, text: str) -> None:
        kind, spaced = self._kinds[-1]
        if not spaced and kind is not Kind.INSTRUCTION and text.isspace():
            return
        if not self._lines:
            self._outside.append(text)
        elif kind is Kind.INSTRUCTION:
            self._lines[-1].instructions.append(text)
        elif self._lines[-1].number and kind is not Kind.TEXT:
            self._lines[-1].add(f"{NO_TEXT}{text}{NO_TEXT}")
        else:
            self._lines[-1].add(text)

    def comment(self, text: str) -> None:
        self._say(text, Manner.TITLE, "in an XML comment")

    def instruction(self, target: str, text: str) -> None:
        self._say(f"{target} {text}", Manner.TITLE, "in a processing instruction")

    def namespace(self, prefix: str | None, uri: str | None) -> None:
        self._namespaces[uri or ""] += 1
        if prefix:
            self._names[f"{uri or ''}}}{prefix}"] += 1

    def entity(
        self,
        name: str,
        is_parameter: bool,
        value: str | None,
        base: str | None,
        system: str | None,
        public: str | None,
        notation: str | None,
    ) -> None:
        self.has_entities = True
        self._rest += [name, value or "", system or "", public or "", notation or ""]

    def rest(self, text: str) -> None:
        self._rest.append(_DECLARATION.sub(" ", text))

    def close(self) -> None:
        while self._lines:  # only after a fault
            self._end_line(self._lines.pop())
        self._say("".join(self._outside), Manner.PROSE, "in the text")
        self._say(" ".join(self._rest), Manner.TITLE, "in the document type")
        for uri, times in self._namespaces.items():
            self._say(uri, name_manner(uri), "in a namespace", times)
        for tag, times in self._names.items():
            self._say_name(tag, tag, times)
        attributes: Counter[tuple[str, str]] = Counter()
        for (tag, attribute, value), times in self._attributes.items():
            attributes[tag, attribute] += times
            namespace, _, element = tag.rpartition("}")
            for text, manner in attribute_texts(
                namespace, element, attribute.rpartition("}")[2], value
            ):
                self._say(text, manner, "in an attribute", times)
        for (tag, attribute), times in attributes.items():
            self._say_name(attribute, tag, times)

    def _say_name(self, name: str, tag: str, times: int) -> None:
        namespace = (name if "}" in name else tag).rpartition("}")[0]
        self._say(
            name.rpartition("}")[2], name_manner(namespace), "in the name of an element", times
        )

    def _say(self, text: str, manner: Manner, where: str, times: int = 1) -> None:
        if text:
            self._emit(Reading(0, text, manner, where, times))

    def _part(self) -> None:
        """Between two texts outside of paragraphs."""
        if self._outside and self._outside[-1] != NO_TEXT:
            self._outside.append(NO_TEXT)

    def _end_line(self, line: Line) -> None:
        depth = len(self._lines)
        del self._tails[depth + 1 :]
        self._tails += [""] * (depth + 1 - len(self._tails))
        number = line.number
        shown = line.shown()
        if shown and not shown.isspace():
            self._emit(Reading(number, shown, Manner.PROSE, "in the text"))
            self._read_across(number, depth, fold(shown))
        before, deleted = line.before_deletion() if line.pieces else ("", ())
        if deleted:
            self._emit(Reading(number, before, Manner.PROSE, "in deleted text", touching=deleted))
        instructions = "".join(line.instructions)
        if instructions:
            self._emit(Reading(0, instructions, Manner.MARKUP, "in a field instruction"))

    def _read_across(self, number: int, depth: int, folded: str) -> None:
        tail = self._tails[depth]
        if tail:
            text = tail + _JOINT + _head(folded)
            joint = ((len(tail), len(tail) + 1),)
            self._emit(
                Reading(number, text, Manner.PROSE, "across paragraphs or cells", touching=joint)
            )
        self._tails[depth] = _tail(f"{tail}{_JOINT}{folded}" if tail else folded)


def _head(text: str) -> str:
    """The beginning of a text, whole words only."""
    if len(text) <= _TAIL:
        return text
    return text[:_TAIL].rpartition(" ")[0]


def _tail(text: str) -> str:
    """The end of a text, whole words only."""
    if len(text) <= _TAIL:
        return text
    _, blank, rest = text[-_TAIL:].partition(" ")
    return rest if blank else ""
