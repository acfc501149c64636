"""Tracked changes: what was inserted, deleted and moved, and by whom.

Rule: ECMA-376 Part 1, 17.13.5.
"""

from __future__ import annotations

from canary_names import Canary
from canary_package import Draft
from canary_place import Place, Xml, block, inline, said, within
from canary_xml import cell, paragraph, run, table


def _mark(tag: str, author: str = "Reader", content: str = "", more: str = "") -> str:
    """A tracked change. Their ids mean nothing where no range is opened."""
    return (
        f'<w:{tag} w:id="72" w:author="{author}" w:date="2020-01-01T00:00:00Z"{more}>'
        f"{content}</w:{tag}>"
    )


def _by(identity: str, what: str, xml: Xml) -> Place:
    """A block whose author is the name."""
    return block(f"revision/{identity}", what, xml)


def _inline_by(identity: str, what: str, xml: Xml) -> Place:
    return inline(f"revision/{identity}", what, xml)


def _move(c: Canary, kind: str, author: str, name: str, content: str) -> str:
    number = 7000 + sum(map(ord, c.full)) % 900
    told = f'w:id="{number}" w:author="{author}" w:date="2020-01-01T00:00:00Z"'
    return (
        f'<w:{kind}RangeStart {told} w:name="{name}"/>'
        f'{_mark(kind, "Reader", content)}<w:{kind}RangeEnd w:id="{number}"/>'
    )


def _with_properties(c: Canary, properties: str) -> str:
    return paragraph(run("A changed paragraph."), properties)


def _cell_with(properties: str) -> str:
    return table(cell(paragraph(run("A cell.")), properties), columns=1)


def _row_with(properties: str) -> str:
    row = f"<w:trPr>{properties}</w:trPr>{cell(paragraph(run('A row.')))}"
    return table(f"<w:tr>{row}</w:tr>", columns=1)


def _table_with(properties: str) -> str:
    return table(cell(paragraph(run("A table."))), properties=properties, columns=1)


def _section_with(c: Canary) -> str:
    change = _mark("sectPrChange", c.full, "<w:sectPr/>")
    section = f'<w:sectPr><w:type w:val="continuous"/>{change}</w:sectPr>'
    return paragraph(run("A section."), section)


def _numbering_change(author: str, original: str) -> str:
    more = f' w:original="{original}"'
    change = _mark("numberingChange", author, more=more)
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/>{change}</w:numPr>'


def _ranged(tag: str, c: Canary) -> str:
    return (
        f'<w:{tag}Start w:id="73" w:author="{c.full}" w:date="2020-01-01T00:00:00Z"/>'
        f'{run("x")}<w:{tag}End w:id="73"/>'
    )


def _exceptions(c: Canary) -> str:
    change = _mark("tblPrExChange", c.full, "<w:tblPrEx/>")
    row = f"<w:tblPrEx>{change}</w:tblPrEx>{cell(paragraph(run('A row.')))}"
    return table(f"<w:tr>{row}</w:tr>", columns=1)


def _math_change(c: Canary) -> str:
    control = f"<m:ctrlPr>{_mark('ins', c.full)}</m:ctrlPr>"
    return (
        f"<m:oMath><m:f><m:fPr>{control}</m:fPr><m:num><m:r><m:t>1</m:t></m:r></m:num>"
        "<m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    )


def _footnote_deletion(draft: Draft, c: Canary) -> None:
    number = draft.number()
    deleted = _mark("del", content=run(c.full, tag="delText"))
    draft.append(
        "word/footnotes.xml",
        f'<w:footnote w:id="{number}">{paragraph(run("A note.") + deleted)}</w:footnote>',
    )
    draft.body(paragraph(run("Note.") + f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'))


def _deleted_row(c: Canary) -> str:
    deleted = _mark("del", content=run(c.full, tag="delText"))
    row = f"<w:trPr>{_mark('del')}</w:trPr>{cell(paragraph(deleted))}"
    return table(cell(paragraph(run("A row that stays."))), f"<w:tr>{row}</w:tr>", columns=1)


PLACES: tuple[Place, ...] = (
    said("revision/ins text", "inserted text", lambda c: _mark("ins", content=run(c.full))),
    _inline_by("ins author", "who inserted", lambda c: _mark("ins", c.full, run("x"))),
    _inline_by(
        "del text", "deleted text", lambda c: _mark("del", content=run(c.full, tag="delText"))
    ),
    _inline_by(
        "del author", "who deleted", lambda c: _mark("del", c.full, run("x", tag="delText"))
    ),
    _inline_by(
        "del inside ins",
        "inserted and deleted again",
        lambda c: _mark("ins", content=_mark("del", content=run(c.full, tag="delText"))),
    ),
    _inline_by(
        "moveFrom text",
        "text where it was",
        lambda c: _move(c, "moveFrom", "Reader", "move1", run(c.full)),
    ),
    said(
        "revision/moveTo text",
        "text where it is now",
        lambda c: _move(c, "moveTo", "Reader", "move2", run(c.full)),
    ),
    _inline_by("moveFrom author", "who moved", lambda c: _mark("moveFrom", c.full, run("x"))),
    _inline_by("moveTo author", "who moved", lambda c: _mark("moveTo", c.full, run("x"))),
    _inline_by(
        "moveFromRangeStart author",
        "who moved",
        lambda c: _move(c, "moveFrom", c.full, "move3", run("x")),
    ),
    _inline_by(
        "moveFromRangeStart name",
        "a move's name",
        lambda c: _move(c, "moveFrom", "Reader", c.joined, run("x")),
    ),
    _inline_by(
        "moveToRangeStart author",
        "who moved",
        lambda c: _move(c, "moveTo", c.full, "move4", run("x")),
    ),
    _inline_by(
        "moveToRangeStart name",
        "a move's name",
        lambda c: _move(c, "moveTo", "Reader", c.joined, run("x")),
    ),
    _by(
        "pPrChange author",
        "who changed a paragraph",
        lambda c: _with_properties(c, _mark("pPrChange", c.full, "<w:pPr/>")),
    ),
    _by(
        "pPrChange old style",
        "the style that a paragraph had",
        lambda c: _with_properties(
            c, _mark("pPrChange", content=f'<w:pPr><w:pStyle w:val="{c.joined}"/></w:pPr>')
        ),
    ),
    _inline_by(
        "rPrChange author",
        "who changed a run",
        lambda c: run("x", _mark("rPrChange", c.full, "<w:rPr/>")),
    ),
    _by(
        "paragraph mark ins author",
        "who began a paragraph",
        lambda c: _with_properties(c, f"<w:rPr>{_mark('ins', c.full)}</w:rPr>"),
    ),
    _by(
        "paragraph mark del author",
        "who joined paragraphs",
        lambda c: _with_properties(c, f"<w:rPr>{_mark('del', c.full)}</w:rPr>"),
    ),
    _by(
        "paragraph mark rPrChange author",
        "who formatted a mark",
        lambda c: _with_properties(c, f"<w:rPr>{_mark('rPrChange', c.full, '<w:rPr/>')}</w:rPr>"),
    ),
    _by(
        "paragraph mark moveFrom author",
        "who moved a mark",
        lambda c: _with_properties(c, f"<w:rPr>{_mark('moveFrom', c.full)}</w:rPr>"),
    ),
    _by("sectPrChange author", "who changed a section", _section_with),
    _by(
        "tblPrChange author",
        "who changed a table",
        lambda c: _table_with(_mark("tblPrChange", c.full, "<w:tblPr/>")),
    ),
    _by("tblPrExChange author", "who changed an exception", _exceptions),
    _by(
        "trPrChange author",
        "who changed a row",
        lambda c: _row_with(_mark("trPrChange", c.full, "<w:trPr/>")),
    ),
    _by("row ins author", "who inserted a row", lambda c: _row_with(_mark("ins", c.full))),
    _by(
        "row del author",
        "who deleted a row",
        lambda c: table(
            cell(paragraph(run("A row."))),
            f"<w:tr><w:trPr>{_mark('del', c.full)}</w:trPr>{cell(paragraph(''))}</w:tr>",
            columns=1,
        ),
    ),
    _by("deleted row", "text of a deleted row", _deleted_row),
    _by(
        "tcPrChange author",
        "who changed a cell",
        lambda c: _cell_with(_mark("tcPrChange", c.full, "<w:tcPr/>")),
    ),
    _by("cellIns author", "who inserted a cell", lambda c: _cell_with(_mark("cellIns", c.full))),
    _by(
        "cellDel author",
        "who deleted a cell",
        lambda c: table(
            cell(paragraph(run("A cell."))) + cell(paragraph(""), _mark("cellDel", c.full))
        ),
    ),
    _by(
        "cellMerge author",
        "who merged cells",
        lambda c: _cell_with(_mark("cellMerge", c.full, more=' w:vMerge="rest"')),
    ),
    _by(
        "numberingChange author",
        "who changed a number",
        lambda c: _with_properties(c, _numbering_change(c.full, "1.")),
    ),
    _by(
        "numberingChange original",
        "the number's text before",
        lambda c: _with_properties(c, _numbering_change("Reader", c.full)),
    ),
    _inline_by("customXmlInsRange author", "who tagged", lambda c: _ranged("customXmlInsRange", c)),
    _inline_by(
        "customXmlDelRange author", "who untagged", lambda c: _ranged("customXmlDelRange", c)
    ),
    _inline_by(
        "customXmlMoveFromRange author",
        "who moved a tag",
        lambda c: _ranged("customXmlMoveFromRange", c),
    ),
    _inline_by(
        "customXmlMoveToRange author",
        "who moved a tag",
        lambda c: _ranged("customXmlMoveToRange", c),
    ),
    _inline_by("math author", "who changed a formula", _math_change),
    Place("revision/footnote del text", "text deleted from a footnote", _footnote_deletion),
    within(
        "revision/style author",
        "who changed a style",
        "word/styles.xml",
        lambda c: (
            '<w:style w:type="paragraph" w:styleId="Changed"><w:name w:val="Changed"/>'
            f"<w:pPr>{_mark('pPrChange', c.full, '<w:pPr/>')}</w:pPr></w:style>"
        ),
    ),
)
