"""Styles, numbering, fonts, settings, mail merges and frames."""

from __future__ import annotations

from collections.abc import Callable

from canary_names import Canary
from canary_package import Draft
from canary_place import Place, Xml, within
from canary_xml import W, paragraph, run

_SETTINGS = "word/settings.xml"
_MERGING = "settings.docx"
"""Mail merge, templates and frames: a program that opens the file looks for what they name."""


def _style(identity: str, what: str, xml: Xml) -> Place:
    return within(f"style/{identity}", what, "word/styles.xml", xml)


def _used_style(draft: Draft, c: Canary) -> None:
    """A style that a paragraph of the body has, whose id and name hold the name."""
    draft.append(
        "word/styles.xml",
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{c.joined}">'
        f'<w:name w:val="{c.full}"/><w:basedOn w:val="Normal"/></w:style>',
    )
    draft.body(paragraph(run("A styled line."), f'<w:pStyle w:val="{c.joined}"/>'))


def _named_style(c: Canary, name: str, more: str = "") -> str:
    number = sum(map(ord, c.full))
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="Own{number}">'
        f'<w:name w:val="{name}"/>{more}</w:style>'
    )


def _numbered(draft: Draft, abstract: str, instance: str = "") -> None:
    """A numbered paragraph; `abstract` is the inside of its abstract numbering."""
    number = draft.number()
    root = draft.tree("word/numbering.xml")
    draft.append(
        "word/numbering.xml",
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f"{abstract}</w:abstractNum>",
    )
    draft.append(
        "word/numbering.xml",
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/>{instance}</w:num>',
    )
    # All abstract ones stand before all others.
    root[:] = sorted(root, key=lambda element: element.tag == f"{W}num")
    properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    draft.body(paragraph(run("A numbered line."), properties))


def _level(text: str) -> str:
    return (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def _font(draft: Draft, c: Canary) -> None:
    """A font within the document: its first bytes are masked, its table of names is not."""
    name = draft.add(
        f"word/fonts/font{draft.number()}.odttf",
        bytes(range(64)) + f"Designed by {c.full}".encode("utf-16-be"),
        "application/vnd.openxmlformats-officedocument.obfuscatedFont",
    )
    draft.tree("word/fontTable.xml")
    link = draft.relate("word/fontTable.xml", "font", name)
    key = "{00112233-4455-6677-8899-AABBCCDDEEFF}"
    draft.append(
        "word/fontTable.xml",
        f'<w:font w:name="Arial"><w:embedRegular r:id="{link}" w:fontKey="{key}"/></w:font>',
    )


def _setting(identity: str, what: str, xml: Xml, parent: str = "") -> Place:
    return within(f"settings/{identity}", what, _SETTINGS, xml, parent)


def _merging(identity: str, what: str, xml: Xml) -> Place:
    """A setting of a mail merge, in its own package."""

    def plant(draft: Draft, c: Canary) -> None:
        draft.append(_SETTINGS, xml(c), "mailMerge")

    return Place(f"mail merge/{identity}", what, plant, package=_MERGING)


def _merge_target(tag: str, kind: str) -> Place:
    def plant(draft: Draft, c: Canary) -> None:
        link = draft.relate(_SETTINGS, kind, f"file:///C:/{c.joined}.xlsx", external=True)
        draft.append(_SETTINGS, f'<w:{tag} r:id="{link}"/>', "mailMerge")

    return Place(f"mail merge/{tag}", "the path of the addresses", plant, package=_MERGING)


def _template(draft: Draft, c: Canary) -> None:
    target = f"file:///C:/Users/{c.joined}/Normal.dotm"
    link = draft.relate(_SETTINGS, "attachedTemplate", target, external=True)
    draft.append(_SETTINGS, f'<w:attachedTemplate r:id="{link}"/>')


def _recipients(draft: Draft, c: Canary) -> None:
    name = draft.add(
        f"word/recipientData{draft.number()}.xml",
        f'<w:recipients xmlns:w="{W[1:-1]}"><w:recipientData><w:active w:val="0"/>'
        f'<w:uniqueTag w:val="{c.full}"/></w:recipientData></w:recipients>',
        "application/vnd.openxmlformats-officedocument.wordprocessingml.mailMergeRecipientData+xml",
    )
    link = draft.relate(_SETTINGS, "mailMergeRecipientData", name)
    draft.append(_SETTINGS, f'<w:odso><w:recipientData r:id="{link}"/></w:odso>', "mailMerge")


def _frame(identity: str, what: str, xml: Callable[[Draft, Canary], str]) -> Place:
    def plant(draft: Draft, c: Canary) -> None:
        draft.append("word/webSettings.xml", f"<w:frame>{xml(draft, c)}</w:frame>", "frameset")

    return Place(f"frame/{identity}", what, plant, package=_MERGING)


def _frame_source(draft: Draft, c: Canary) -> str:
    target = f"file:///C:/{c.joined}/left.htm"
    link = draft.relate("word/webSettings.xml", "frame", target, external=True)
    return f'<w:sourceFileName r:id="{link}"/>'


PLACES: tuple[Place, ...] = (
    _style("name", "its name", lambda c: _named_style(c, c.full)),
    _style(
        "aliases",
        "its other names",
        lambda c: _named_style(c, f"Own {c.given[0]}", f'<w:aliases w:val="{c.full}"/>'),
    ),
    _style(
        "id",
        "its id",
        lambda c: (
            f'<w:style w:type="character" w:customStyle="1" w:styleId="{c.joined}">'
            '<w:name w:val="Own id"/></w:style>'
        ),
    ),
    Place("style/used", "a style that the body uses", _used_style),
    _style(
        "latent",
        "the name of a hidden style",
        lambda c: f'<w:latentStyles><w:lsdException w:name="{c.full}"/></w:latentStyles>',
    ),
    within(
        "style/with effects",
        "a style of Word 2010",
        "word/stylesWithEffects.xml",
        lambda c: _named_style(c, c.full),
    ),
    within(
        "glossary/style name",
        "a style of the glossary",
        "word/glossary/styles.xml",
        lambda c: _named_style(c, c.full),
    ),
    Place(
        "numbering/lvlText",
        "words before a number",
        lambda d, c: _numbered(d, _level(f"{c.full} %1")),
    ),
    Place(
        "numbering/name",
        "the name of a list",
        lambda d, c: _numbered(d, f'<w:name w:val="{c.full}"/>{_level("%1.")}'),
    ),
    Place(
        "numbering/lvlOverride",
        "words of one list",
        lambda d, c: _numbered(
            d, _level("%1."), f'<w:lvlOverride w:ilvl="0">{_level(c.full)}</w:lvlOverride>'
        ),
    ),
    within(
        "font table/altName",
        "another name of a font",
        "word/fontTable.xml",
        lambda c: f'<w:font w:name="Times"><w:altName w:val="{c.full}"/></w:font>',
    ),
    Place("font/names", "the names within a font", _font),
    _setting(
        "docVar value",
        "a variable",
        lambda c: f'<w:docVar w:name="x" w:val="{c.full}"/>',
        "docVars",
    ),
    _setting(
        "docVar name",
        "a variable's name",
        lambda c: f'<w:docVar w:name="{c.joined}" w:val="x"/>',
        "docVars",
    ),
    _setting(
        "caption", "a label of captions", lambda c: f'<w:caption w:name="{c.full}"/>', "captions"
    ),
    _setting("attachedSchema", "a schema", lambda c: f'<w:attachedSchema w:val="urn:{c.joined}"/>'),
    _setting(
        "schemaLibrary",
        "a schema's path",
        lambda c: (
            f'<sl:schemaLibrary><sl:schema sl:uri="urn:x" sl:schemaLocation="C:\\{c.joined}.xsd"/>'
            "</sl:schemaLibrary>"
        ),
    ),
    _setting(
        "activeWritingStyle",
        "a proofing tool",
        lambda c: f'<w:activeWritingStyle w:appName="{c.full}" w:lang="en-GB"/>',
    ),
    _setting(
        "saveThroughXslt",
        "a solution's name",
        lambda c: f'<w:saveThroughXslt w:solutionID="{c.full}"/>',
    ),
    _setting(
        "clickAndTypeStyle", "a style's id", lambda c: f'<w:clickAndTypeStyle w:val="{c.joined}"/>'
    ),
    _setting(
        "unknown setting",
        "a setting of another program",
        lambda c: f'<o:who xmlns:o="urn:example:other" name="{c.full}"/>',
    ),
    Place("settings/attachedTemplate", "the template's path", _template, package=_MERGING),
    _merging("query", "a query", lambda c: f'<w:query w:val="SELECT * FROM {c.joined}"/>'),
    _merging(
        "connectString", "a connection", lambda c: f'<w:connectString w:val="User={c.full}"/>'
    ),
    _merging("mailSubject", "a subject", lambda c: f'<w:mailSubject w:val="{c.full}"/>'),
    _merging("addressFieldName", "a column", lambda c: f'<w:addressFieldName w:val="{c.joined}"/>'),
    _merging("odso udl", "a connection", lambda c: f'<w:odso><w:udl w:val="{c.full}"/></w:odso>'),
    _merging("odso table", "a table", lambda c: f'<w:odso><w:table w:val="{c.joined}"/></w:odso>'),
    _merging(
        "odso column",
        "a column",
        lambda c: f'<w:odso><w:fieldMapData><w:name w:val="{c.joined}"/></w:fieldMapData></w:odso>',
    ),
    _merge_target("dataSource", "mailMergeSource"),
    _merge_target("headerSource", "mailMergeHeaderSource"),
    Place("mail merge/recipients", "a recipient", _recipients, package="recipients.docx"),
    _frame("name", "a frame's name", lambda d, c: f'<w:name w:val="{c.joined}"/>'),
    _frame("title", "a frame's title", lambda d, c: f'<w:title w:val="{c.full}"/>'),
    _frame("source", "a frame's file", _frame_source),
)
