"""The leak check: does a finished Word file still hold a real name?

It reads the file by another road than the writer: the zip to its last byte, every character of
every part, the strings of whatever is no text, and what is packed or encoded inside. It imports
nothing of ``documents`` or ``text``: a fault there must not blind it. What it cannot read it says.
"""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from redactor.checks.allowance import Allowance, Place
from redactor.checks.archive import Archive, Member
from redactor.checks.encoded import decoded_runs
from redactor.checks.escapes import documents_in
from redactor.checks.kinds import Kind, as_text, is_named_xml, kind_of
from redactor.checks.matching import Matcher
from redactor.checks.pictures import inflate, texts_in_picture
from redactor.checks.report import Hit, Unread, findings_of
from redactor.checks.sought import Manner, Sought, SoughtKind
from redactor.checks.strings import search_strings
from redactor.checks.xml_manners import path_manner
from redactor.checks.xml_reading import Reading, XmlError, read_xml
from redactor.model import Finding, Severity

_GZIP = 16 + zlib.MAX_WBITS
_BY_PLACE = "in the text"

_NOT_READ: Mapping[Kind, str] = {
    Kind.COMPOUND: "a compound file (OLE or macros): only its strings were searched",
    Kind.PDF: "a PDF: only its strings were searched",
    Kind.UNKNOWN: "a file of a kind that this check cannot read: only its strings were searched",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may grow to while it is unpacked; sizes in bytes."""

    member: int = 192 * 2**20
    total: int = 512 * 2**20
    members: int = 20_000
    depth: int = 6
    """Files within files, the outermost one not counted."""


@dataclass(frozen=True, slots=True)
class InspectedPart:
    """A member and how it was read: "text", "picture", "binary" or "package"; its size in bytes.

    A member whose own name holds a sought text is called by its number in the package.
    """

    name: str
    read_as: str
    size: int


@dataclass(frozen=True, slots=True)
class Inspection:
    inspected: tuple[InspectedPart, ...]
    findings: tuple[Finding, ...]

    def of(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is severity)


def inspect_package(
    content: bytes,
    sought: Collection[Sought],
    allowed: Allowance,
    place: str = "output",
    limits: Limits = Limits(),
) -> Inspection:
    """Search the finished package `content` for every text of `sought` beyond what is `allowed`.

    Findings begin with `place`, tell the part and the paragraph, and never the text found.
    Raises zipfile.BadZipFile where `content` is no zip file.
    """
    inspector = _Inspector(Matcher(sought), limits)
    inspector.read_package(Archive(content), "", "", depth=0)
    return Inspection(
        tuple(inspector.inspected),
        tuple(findings_of(inspector.hits, inspector.unread, allowed, place, inspector.labels)),
    )


@dataclass(slots=True, repr=False)
class _Inspector:
    """Walks a package and gathers what it found; one for each inspection."""

    matcher: Matcher
    limits: Limits
    inspected: list[InspectedPart] = field(default_factory=list)
    hits: dict[tuple[Place, Sought], Hit] = field(default_factory=dict)
    unread: list[Unread] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    _unpacked: int = 0
    _members: int = 0

    def read_package(self, archive: Archive, prefix: str, label: str, depth: int) -> None:
        """Every member of a package; `prefix` stands before their names, `label` in findings."""
        here = Place(prefix.removesuffix("!"))
        self.labels.setdefault(here.part, label.removesuffix("!") or "the package")
        for stray in archive.strays():
            self._read_field(here, stray.where, stray.content, depth)
            if not stray.is_expected:
                self._miss(here.part, "data that belong to no member of the zip")
        for number, member in enumerate(archive.members(self.limits.member), start=1):
            self._members += 1
            if self._members > self.limits.members:
                self._miss(here.part, "more members than are read")
                return
            part = Place(prefix + member.name).part
            shown = label + self._shown(member.name, number)
            self.labels.setdefault(part, shown)
            self._read_member(member, part, shown, depth)

    def _shown(self, name: str, number: int) -> str:
        printable = "".join(char if char.isprintable() else "?" for char in name)
        is_sought = self.matcher.count(name, Manner.TITLE) or self.matcher.count(printable)
        return f"member {number}, whose name holds a sought text" if is_sought else printable

    def _read_member(self, member: Member, part: str, label: str, depth: int) -> None:
        place = Place(part)
        self._read_text(place, member.name, path_manner(member.name), "in a part's name", depth)
        for where, octets in member.fields:
            self._read_field(place, where, octets, depth)
        if member.content is None:
            self._miss(part, member.problem)
            return
        self._unpacked += member.size
        if self._unpacked > self.limits.total:
            self._miss(part, "the file holds more than is read")
            return
        if member.is_directory and not member.content:
            return
        read_as = self._read_content(place, member.name, member.content, depth, is_part=True)
        self.inspected.append(InspectedPart(label, read_as, member.size))

    def _read_content(
        self, place: Place, name: str, content: bytes, depth: int, *, is_part: bool
    ) -> str:
        """Search a file by its kind, and say how it was read.

        One that `is_part` has paragraphs of its own; any other belongs to `place` as a whole.
        """
        kind = kind_of(content, name)
        if kind is Kind.GZIP:
            plain = inflate(content, self.limits.member, _GZIP)
            if plain is not None and depth < self.limits.depth:
                self._read_octets(place, content)
                return self._read_content(place, name, plain, depth + 1, is_part=is_part)
            kind = Kind.UNKNOWN
        if kind is Kind.XML:
            kind = self._read_xml(place, name, content, depth, is_part=is_part)
        elif kind is Kind.TEXT:
            self._read_plain_text(place, as_text(content) or "", depth)
        elif kind is Kind.PACKAGE:
            self._read_inner_package(place, content, depth)
        else:
            self._read_binary(place, kind, content, depth, is_part=is_part)
        return {
            Kind.XML: "text", Kind.TEXT: "text", Kind.PACKAGE: "package", Kind.PICTURE: "picture"
        }.get(kind, "binary")  # fmt: skip

    def _read_xml(
        self, place: Place, name: str, content: bytes, depth: int, *, is_part: bool
    ) -> Kind:
        def take(reading: Reading) -> None:
            where = Place(place.part, reading.paragraph) if is_part else place
            self._read_reading(where, reading, depth)

        try:
            if not read_xml(content, take):
                self._miss(place.part, "it declares entities, which are not followed")
        except XmlError:
            text = as_text(content)
            if text is not None:
                self._read_plain_text(place, text, depth)
            self._read_octets(place, content)
            if is_named_xml(name) or text is None or text.lstrip().startswith("<?xml"):
                self._miss(place.part, "malformed XML: only its strings were searched")
            return Kind.TEXT
        if name.lower().endswith(".svg"):
            self._note(place.part)
            return Kind.PICTURE
        return Kind.XML

    def _read_reading(self, place: Place, reading: Reading, depth: int) -> None:
        if not reading.touching:
            self._read_text(
                place, reading.text, reading.manner, reading.where, depth, times=reading.times
            )
            return
        across = reading.where.startswith("across")
        counts = Counter(
            match.sought
            for match in self.matcher.find(reading.text, reading.manner)
            if any(match.start < end and start < match.end for start, end in reading.touching)
            and not (across and match.sought.kind is SoughtKind.IDENTIFIER)
        )
        self._add(place, counts, reading.where)

    def _read_text(
        self,
        place: Place,
        text: str,
        manner: Manner,
        where: str,
        depth: int,
        *,
        times: int = 1,
    ) -> None:
        counts = self.matcher.count(text, manner)
        self._add(place, counts, where, times)
        if len(text) < 12 or depth >= self.limits.depth:
            return
        for octets in decoded_runs(text):
            self._read_content(place, "", octets, depth + 1, is_part=False)

    def _read_plain_text(self, place: Place, text: str, depth: int) -> None:
        counts = self.matcher.count(text)
        for document in documents_in(text):
            counts |= self.matcher.count(document)
        self._add(place, counts, _BY_PLACE)
        self._read_text(place, text, Manner.MARKUP, _BY_PLACE, depth)

    def _read_inner_package(self, place: Place, content: bytes, depth: int) -> None:
        if depth >= self.limits.depth:
            self._miss(place.part, "packed within too many others")
            return
        try:
            archive = Archive(content)
        except zipfile.BadZipFile:
            self._read_octets(place, content)
            self._miss(place.part, "a damaged package: only its strings were searched")
            return
        label = self.labels.get(place.part, place.part)
        self.read_package(archive, f"{place.part}!", f"{label}!", depth + 1)

    def _read_binary(
        self, place: Place, kind: Kind, content: bytes, depth: int, *, is_part: bool
    ) -> None:
        manner = Manner.FONT if kind is Kind.FONT else Manner.BINARY
        self._read_octets(place, content, manner)
        if kind is Kind.PICTURE:
            self._note(place.part)
            for octets in texts_in_picture(content):
                self._read_field(place, "in a picture's description", octets, depth)
        elif kind in _NOT_READ and (is_part or kind is not Kind.UNKNOWN):
            self._miss(place.part, _NOT_READ[kind])

    def _read_field(self, place: Place, where: str, octets: bytes, depth: int) -> None:
        """A text that a format stores as bytes."""
        if not octets:
            return
        text = as_text(octets)
        if text is not None:
            self._read_text(place, text, Manner.TITLE, where, depth)
        else:
            self._read_octets(place, octets)

    def _read_octets(self, place: Place, content: bytes, manner: Manner = Manner.BINARY) -> None:
        for where, counts in search_strings(content, self.matcher, manner).items():
            self._add(place, counts, where)

    def _add(self, place: Place, counts: Mapping[Sought, int], where: str, times: int = 1) -> None:
        for sought, number in counts.items():
            hit = self.hits.get((place, sought))
            if hit is None:
                self.hits[place, sought] = Hit(number * times, where)
            else:
                hit.count += number * times

    def _note(self, part: str) -> None:
        self.unread.append(Unread(part, "a picture: nobody has read it", Severity.NOTE))

    def _miss(self, part: str, reason: str) -> None:
        self.unread.append(Unread(part, reason, Severity.NOT_INSPECTED))
