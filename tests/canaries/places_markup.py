"""Mark-up that no program shows: comments, other programs' names, relationships of no use."""

from __future__ import annotations

from canary_names import Canary
from canary_package import DOCUMENT, TYPES, Draft
from canary_place import Place, Xml, inline
from canary_xml import PACKAGE, W, paragraph, run
from lxml import etree


def _unseen(part: str, identity: str, what: str) -> tuple[Place, Place]:
    """An XML comment and a processing instruction in a part."""

    def root(draft: Draft) -> etree._Element:
        if part == "package":
            return draft.relationships("")
        return draft.relationships(DOCUMENT) if part == "rels" else draft.tree(part)

    return (
        Place(
            f"XML comment/{identity}",
            f"a comment in {what}",
            lambda d, c: root(d).insert(0, etree.Comment(f" {c.full} ")),
        ),
        Place(
            f"instruction/{identity}",
            f"a processing instruction in {what}",
            lambda d, c: root(d).insert(0, etree.PI("who", c.full)),
        ),
    )


def _before_root(draft: Draft, c: Canary) -> None:
    draft.tree(DOCUMENT).addprevious(etree.Comment(c.full))


def _after_root(draft: Draft, c: Canary) -> None:
    draft.tree(DOCUMENT).addnext(etree.Comment(c.full))


def _foreign_attribute(draft: Draft, c: Canary) -> None:
    draft.body(paragraph(run("A line.")))
    body = draft.tree(DOCUMENT).find(f"{W}body")
    assert body is not None
    body[-2].set("{urn:example:editor}by", c.full)


def _foreign_element(draft: Draft, c: Canary) -> None:
    draft.body(paragraph(run("A line.") + f'<ed:by xmlns:ed="urn:example:editor">{c.full}</ed:by>'))


def _loose_text(draft: Draft, c: Canary) -> None:
    """Text between paragraphs, where no text may stand; programs leave it out."""
    draft.body(paragraph(run("A line.")))
    body = draft.tree(DOCUMENT).find(f"{W}body")
    assert body is not None
    body[-2].tail = c.full


def _content_type(draft: Draft, c: Canary) -> None:
    """A type for a suffix that no part has."""
    types = draft.tree(TYPES)
    space = f"{{{PACKAGE}/content-types}}"
    etree.SubElement(types, f"{space}Default", {"Extension": c.joined, "ContentType": "a/b"})


def _relationship(
    identity: str, what: str, source: str, target: Xml, kind: str = "hyperlink"
) -> Place:
    """A relationship of some part that nothing in it uses."""

    def plant(draft: Draft, c: Canary) -> None:
        if source:
            draft.tree(source)  # made where it is missing
        draft.relate(source, kind, target(c), external=True)

    return Place(f"relationship/{identity}", what, plant)


def _relationship_field(identity: str, attribute: str, value: Xml) -> Place:
    def plant(draft: Draft, c: Canary) -> None:
        draft.relate(DOCUMENT, "hyperlink", "https://example.org/c", external=True)
        draft.relationships(DOCUMENT)[-1].set(attribute, value(c))

    return Place(f"relationship/{identity}", f"its {attribute}", plant)


PLACES: tuple[Place, ...] = (
    *_unseen(DOCUMENT, "document", "the document"),
    *_unseen("word/styles.xml", "styles", "the styles"),
    *_unseen("rels", "relationships", "the document's relationships"),
    *_unseen("package", "package relationships", "the package's relationships"),
    *_unseen(TYPES, "content types", "the content types"),
    Place("XML comment/before the root", "a comment before the document", _before_root),
    Place("XML comment/after the root", "a comment after the document", _after_root),
    Place("foreign/attribute", "an attribute of another program", _foreign_attribute),
    Place("foreign/element", "an element of another program", _foreign_element),
    inline(
        "foreign/namespace", "a namespace's name", lambda c: f'<ed:x xmlns:ed="urn:{c.joined}"/>'
    ),
    inline(
        "foreign/prefix",
        "a namespace's prefix",
        lambda c: f'<{c.joined}:x xmlns:{c.joined}="urn:e"/>',
    ),
    Place("foreign/text between paragraphs", "text where none may stand", _loose_text),
    Place("content types/suffix", "a suffix that no part has", _content_type),
    _relationship("document file", "a file", DOCUMENT, lambda c: f"file:///C:/{c.joined}.docx"),
    _relationship("package UNC", "a server", "", lambda c: f"file://server/{c.joined}/x.docx"),
    _relationship(
        "footnotes http",
        "a page",
        "word/footnotes.xml",
        lambda c: f"https://example.org/{c.joined}",
    ),
    _relationship(
        "comments mailto",
        "an address",
        "word/comments.xml",
        lambda c: f"mailto:{c.joined}@example.org",
    ),
    _relationship(
        "styles file", "a file", "word/styles.xml", lambda c: f"file:///C:/{c.joined}.docx"
    ),
    _relationship(
        "glossary http",
        "a page",
        "word/glossary/document.xml",
        lambda c: f"https://example.org/{c.joined}",
    ),
    _relationship(
        "unknown type",
        "of another program",
        DOCUMENT,
        lambda c: f"urn:{c.joined}",
        "urn:example:kind",
    ),
    _relationship_field("id", "Id", lambda c: f"rId{c.joined}"),
    _relationship_field("type", "Type", lambda c: f"urn:example:{c.joined}"),
)
