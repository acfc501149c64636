"""From the package as it came to the one that is copied: everything in it known, or gone.

Nothing is detected here. What nobody can read, and what a published copy has no use for, is
dropped and counted; what stays is text that a reader gives to detection, or mark-up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from redactor.documents.base import Policy
from redactor.documents.docx.clean.cleaners import clean_parts
from redactor.documents.docx.clean.fates import COMMENTS, Fate, dropped, fate
from redactor.documents.docx.clean.media import CleanMedia, clean_media
from redactor.documents.docx.clean.part_names import neutral_names
from redactor.documents.docx.clean.references import cut_references, referenced
from redactor.documents.docx.names import Element, PartName
from redactor.documents.docx.package import (
    CONTENT_TYPES,
    RELATIONSHIPS_TYPE,
    Package,
    Part,
    write_content_types,
)
from redactor.documents.docx.relationships import (
    PACKAGE,
    Relationship,
    folded,
    is_relationships,
    relationships_of,
    source_of,
    write_relationships,
)
from redactor.documents.docx.source import XmlSource, read_xml, refuse_excess, serialised
from redactor.documents.unreadable import Unreadable
from redactor.model import Dropped, Remark

_UNKNOWN = (
    "its part {} can't be inspected: redact does not know what it holds. Take what it belongs to "
    "out of the document in Word, and run redact again."
)
_STRAYS = "parts that nothing refers to"
_BROKEN = "links that lead nowhere"
_OUTSIDE = "links to files, mailboxes and other places outside the web"
_WEB = ("http://", "https://")
_BY_ID = frozenset(
    "image hyperlink chart chartex diagramdata diagramlayout diagramquickstyle diagramcolors "
    "chartusershapes".split()
)
"""Kinds of relationships that an element refers to by their id: without it they show nothing."""

_Links = Mapping[PartName, tuple[Relationship, ...]]


@dataclass(frozen=True, slots=True)
class CleanPackage:
    """``sources`` holds the XML of every part that is read, relationships among them."""

    package: Package = field(repr=False)
    sources: Mapping[PartName, XmlSource] = field(repr=False)
    media: Mapping[PartName, CleanMedia] = field(repr=False)
    dropped: tuple[Dropped, ...]
    remarks: tuple[Remark, ...] = field(repr=False)


def clean_package(package: Package, policy: Policy) -> CleanPackage:
    """Drop what `policy` does not take along, and refuse what nobody can inspect.

    Raises Unreadable for an unknown part, or one that is malformed or too large.
    """
    gone: Counter[str] = Counter()
    links: _Links = {
        source: tuple(_staying(found, policy, gone))
        for source, found in package.relationships.items()
    }
    fates = _fates(package, links, gone)
    links = {
        source: tuple(link for link in found if link.part is None or link.part in fates)
        for source, found in links.items()
    }
    read = [name for name, one in fates.items() if one is Fate.READ]
    refuse_excess([package.parts[name].content for name in read])
    sources = {name: read_xml(name, package.parts[name].content) for name in read}
    cleaned = clean_parts(package, sources, policy)
    gone.update(cleaned.dropped)
    changed = set(cleaned.changed)
    for name, source in sources.items():
        cut = referenced(source.root) - {link.id for link in links.get(name, ())}
        if cut:
            cut_references(source.root, cut)
            changed.add(name)
    links = {
        source: _used(found, sources[source].root if source in sources else None)
        for source, found in links.items()
    }
    reached = set(_reached(links))
    gone.update(_strays(package))
    pictures = [
        p for p in package.parts.values() if p.name in reached and fates[p.name] is Fate.PICTURE
    ]
    media = clean_media(pictures, gone)
    sources = {
        name: serialised(source) if name in changed or source.has_loose_markup else source
        for name, source in sources.items()
        if name in reached
    }
    return _assembled(_Kept(package, links, reached, sources, media), gone, cleaned.remarks)


def _staying(
    links: Iterable[Relationship], policy: Policy, gone: Counter[str]
) -> Iterable[Relationship]:
    for link in links:
        what = dropped(link, keep_revisions=policy.keep_revisions)
        if link.external and link.kind == "hyperlink" and link.target.lower().startswith(_WEB):
            yield link
        elif what is not None:
            if what != COMMENTS:  # these are counted one by one
                gone[what] += 1
        elif link.external:
            gone[_OUTSIDE] += 1
        elif link.part is None:
            gone[_BROKEN] += 1
        else:
            yield link


def _fates(package: Package, links: _Links, gone: Counter[str]) -> dict[PartName, Fate]:
    """The fate of each part that something kept leads to."""
    fates: dict[PartName, Fate] = {}
    for name in _reached(links):
        found = fate(package.parts[name])
        if found is None:
            raise Unreadable(_UNKNOWN.format(name))
        if isinstance(found, Fate):
            fates[name] = found
        else:
            gone[found] += 1
    return fates


def _reached(links: _Links) -> list[PartName]:
    """Every part that can be reached from the package, nearest first."""
    reached: dict[PartName, None] = {}
    waiting = [PACKAGE]
    for source in waiting:
        for link in links.get(source, ()):
            if link.part is not None and link.part not in reached:
                reached[link.part] = None
                waiting.append(link.part)
    return list(reached)


def _used(links: tuple[Relationship, ...], root: Element | None) -> tuple[Relationship, ...]:
    """Without the pictures, links and charts that the source does not show (any more)."""
    if root is None:
        return links
    ids = referenced(root)
    return tuple(link for link in links if link.kind not in _BY_ID or link.id in ids)


def _strays(package: Package) -> Counter[str]:
    led_to = {link.part for found in package.relationships.values() for link in found}
    types = folded(CONTENT_TYPES)
    strays = [
        name
        for name in package.parts
        if name not in led_to and not is_relationships(name) and folded(name) != types
    ]
    return Counter({_STRAYS: len(strays)} if strays else {})


@dataclass(frozen=True, slots=True)
class _Kept:
    original: Package
    links: _Links
    reached: set[PartName]
    sources: Mapping[PartName, XmlSource]
    media: Mapping[PartName, CleanMedia]


def _assembled(kept: _Kept, gone: Counter[str], remarks: tuple[Remark, ...]) -> CleanPackage:
    """The clean package: its parts in the order of the original, under neutral names."""
    original = kept.original
    names = neutral_names([part for n, part in original.parts.items() if n in kept.reached])
    if renamed := sum(old != new for old, new in names.items()):
        gone["names of parts"] += renamed
    links = {
        names.get(source, source): tuple(
            replace(link, part=names[link.part]) if link.part else link for link in found
        )
        for source, found in kept.links.items()
        if found and (source == PACKAGE or source in names)
    }
    by_source = {relationships_of(source): source for source in links}
    parts: dict[PartName, Part] = {}
    for name, part in original.parts.items():
        if name in names:
            parts[names[name]] = Part(names[name], part.declared_type, _content(kept, part))
        elif is_relationships(name):
            member = relationships_of(_renamed_source(name, original, names))
            if member in by_source:
                source = by_source[member]
                content = write_relationships(source, links[source])
                parts[member] = Part(member, RELATIONSHIPS_TYPE, content)
        elif folded(name) == folded(CONTENT_TYPES):
            parts[CONTENT_TYPES] = Part(CONTENT_TYPES, "", b"")
    parts[CONTENT_TYPES] = Part(CONTENT_TYPES, "", write_content_types(parts))
    sources = {names[name]: source for name, source in kept.sources.items()}
    sources |= {member: read_xml(member, parts[member].content) for member in by_source}
    return CleanPackage(
        Package(parts, links, names[original.main]),
        sources,
        {names[name]: one for name, one in kept.media.items()},
        tuple(Dropped(what, count) for what, count in sorted(gone.items())),
        remarks,
    )


def _content(kept: _Kept, part: Part) -> bytes:
    if part.name in kept.media:
        return kept.media[part.name].content
    source = kept.sources.get(part.name)
    if source is None or source.is_original:
        return part.content
    return source.utf8


def _renamed_source(
    member: PartName, original: Package, names: Mapping[PartName, PartName]
) -> PartName:
    wanted = folded(source_of(member))
    for source in original.relationships:
        if folded(source) == wanted:
            return names.get(source, source)
    return source_of(member)
