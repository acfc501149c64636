"""The leak check: does a finished Word file still hold a real name?

It reads the file by another road than the writer: the zip, and every character of every XML part
(text, attributes, names of parts), with a folding of its own. It imports nothing of ``documents``
or ``text``: a fault there must not blind it. What it cannot read as XML it searches as bytes.

This version looks for whole words in each part's text joined without its mark-up, in each paragraph
and in each attribute. It does not open embedded packages, pictures or encoded streams.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from redactor.model import Finding, Severity

_DASHES = re.compile("[\u2010\u2011\u2012\u2013\ufe63\uff0d]")
_QUOTES = re.compile("[\u2018\u2019\u201b\u02bc\uff07`\u00b4]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_BLANKS = re.compile(r"\s+")
_PARAGRAPH = re.compile(r"\}p$")
_SKIPPED_ATTRIBUTES = re.compile(
    r"(?:^|\})(?:rsid\w*|paraId|textId|durableId|w|h|id|Id|ContentType|"
    r"ascii|hAnsi|cs|eastAsia|typeface)$"  # fonts: Georgia, Verdana
)
_FONTS = re.compile(r"fonttable", re.IGNORECASE)
_ATTRIBUTE = ", attribute"
_BETWEEN = "\x01"
"""Between two texts: no blank and no letter, and never in XML."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A real name that must not be there. ``exact_case`` for a name that is also a word."""

    text: str = field(repr=False)
    exact_case: bool = False


def check_package(
    content: bytes, sought: Mapping[Sought, int], place: str = "output"
) -> list[Finding]:
    """Search the finished package `content`.

    `sought` maps each name to how often it was decided to stay; only what is beyond that counts.
    A finding names the part and the place, never the name. Raises zipfile.BadZipFile for no zip.
    """
    counts: Counter[Sought] = Counter()
    places: dict[Sought, str] = {}
    patterns = [(name, _pattern(name)) for name in sought]
    unread: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for info in package.infolist():
            if not _is_xml(info.filename):
                unread.append(info.filename)
            found = list(_texts(info.filename, package.read(info)))
            # "Strong", "Mark": style names and the like are full of words that are names as well.
            prose = [(where, text) for where, text in found if not where.endswith(_ATTRIBUTE)]
            everywhere, in_prose = (Searched(t for _, t in some) for some in (found, prose))
            for name, pattern in patterns:
                within, some = (in_prose, prose) if name.exact_case else (everywhere, found)
                hits = within.hits(name, pattern)
                if hits:
                    counts[name] += len(hits)
                    places[name] = some[hits[-1]][0]
    leaks = [
        Finding(
            "real-name",
            Severity.LEAK,
            f"{place}: {_neutral(places[name], patterns)}",
            excerpt=_masked(name.text),
            reason=f"found {count} times, {sought[name]} expected",
        )
        for name, count in counts.items()
        if count > sought[name]
    ]
    return leaks + [
        Finding(
            "not-inspected",
            Severity.NOT_INSPECTED,
            f"{place}: {_neutral(member, patterns)}",
            reason="a picture or an inserted file: nobody has read it",
        )
        for member in unread
    ]


def _neutral(where: str, patterns: Sequence[tuple[Sought, re.Pattern[str]]]) -> str:
    """A place that may be told: a part whose own name holds a real name is not named."""
    searched = Searched([where])
    if any(searched.hits(name, pattern) for name, pattern in patterns):
        return "a part whose name holds a real name"
    return where


def _is_xml(member: str) -> bool:
    return member.lower().endswith((".xml", ".rels", ".vml")) or member.endswith("/")


class Searched:
    """Texts folded once, to be searched for many names; no name crosses from one to the next."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._folded = _BETWEEN.join(_fold(text) for text in texts)
        self._lower = self._folded.lower()

    def count(self, name: Sought) -> int:
        """How often the check would find `name` in all texts."""
        return len(self.hits(name, _pattern(name)))

    def hits(self, name: Sought, pattern: re.Pattern[str]) -> list[int]:
        """The index of the text that each occurrence stands in."""
        within = self._folded if name.exact_case else self._lower
        return [within.count(_BETWEEN, 0, match.start()) for match in pattern.finditer(within)]


def occurrences(name: Sought, text: str) -> int:
    """How often the check would find `name` in `text`."""
    return Searched([text]).count(name)


def _pattern(name: Sought) -> re.Pattern[str]:
    folded = _fold(name.text)
    text = re.escape(folded if name.exact_case else folded.lower()).replace(r"\ ", r"\s*")
    return re.compile(rf"(?<![^\W_]){text}(?![^\W_])")


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = _QUOTES.sub("'", _DASHES.sub("-", _UNSEEN.sub("", plain)))
    return _BLANKS.sub(" ", plain.translate({0x142: "l", 0x141: "L", 0xF8: "o", 0xD8: "O"}))


def _texts(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Every text of one member with the place that it stands in."""
    yield f"name of {name}", name
    if not _is_xml(name):
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        yield name, data.decode("utf-8", "replace")
        return
    for number, paragraph in enumerate(_paragraphs(root), start=1):
        yield f"{name}, paragraph {number}", paragraph
    if _FONTS.search(name):
        return
    for element in root.iter(etree.Element):
        for attribute, value in element.attrib.items():
            if not _SKIPPED_ATTRIBUTES.search(str(attribute)):
                yield name + _ATTRIBUTE, str(value)


def _paragraphs(root: etree._Element) -> Iterator[str]:
    """The text of each paragraph, without that of paragraphs inside it; then all other text."""
    outside: list[str] = []
    for element in root.iter(etree.Element):
        if element.tail and element.tail.strip():
            outside.append(element.tail)
        if not _PARAGRAPH.search(str(element.tag)) and not _within_paragraph(element):
            if element.text and element.text.strip():
                outside.append(element.text)
        elif _PARAGRAPH.search(str(element.tag)):
            yield "".join(_own_text(element))
    yield "\n".join(outside)


def _within_paragraph(element: etree._Element) -> bool:
    return any(_PARAGRAPH.search(str(parent.tag)) for parent in element.iterancestors())


def _own_text(paragraph: etree._Element) -> Iterator[str]:
    for child in paragraph:
        if not isinstance(child.tag, str) or _PARAGRAPH.search(child.tag):
            continue
        local = etree.QName(child).localname
        if local in ("tab", "br", "cr"):
            yield " "
        elif local == "noBreakHyphen":
            yield "-"
        elif child.text and local in ("t", "delText", "instrText"):
            yield child.text
        yield from _own_text(child)


def _masked(text: str) -> str:
    return " ".join(word[0] + "\u2022" * (len(word) - 1) for word in text.split())
