"""Tracked changes: what accepting them leaves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from revised_xml import (
    BY,
    DEL,
    INS,
    MOVE_FROM,
    SECTION,
    bare,
    canonical,
    gone,
    ins,
    mark,
    p,
    r,
    root_of,
    sdt,
    style,
    tbl,
    tc,
    tr,
)
from word_files import STRICT, TRANSITIONAL

from redactor.documents.docx.clean.revisions import accept_revisions

INSERTIONS = "tracked insertions (accepted)"
DELETIONS = "tracked deletions (accepted)"
MOVES = "tracked moves (accepted)"
FORMATTING = "tracked formatting (accepted)"


def accepted(content, **form):
    root = root_of(content, **form)
    accept_revisions(root)
    return canonical(root)


IN_LINES = {
    "an insertion": (p(r("a"), ins(r("b")), r("c")), p(r("a"), r("b"), r("c"))),
    "several runs in one insertion": (p(ins(r("a"), r("b"))), p(r("a"), r("b"))),
    "an empty insertion": (p(ins(), r("a")), p(r("a"))),
    "a deletion": (p(r("a"), gone("b"), r("c")), p(r("a"), r("c"))),
    "inserted and deleted again": (p(r("a"), ins(gone("b"), r("c"))), p(r("a"), r("c"))),
    "inserted within a deletion": (
        p(r("a"), f"<w:del {BY}>{ins(r('b', 'delText'))}</w:del>"),
        p(r("a")),
    ),
    "a move": (
        p(
            mark("moveFromRangeStart"),
            f"<w:moveFrom {BY}>{r('b')}</w:moveFrom>",
            mark("moveFromRangeEnd"),
            r("a"),
            mark("moveToRangeStart", 2),
            f"<w:moveTo {BY}>{r('b')}</w:moveTo>",
            mark("moveToRangeEnd", 2),
        ),
        p(r("a"), r("b")),
    ),
    "changed at once by two": (
        p(f"<w14:conflictIns>{r('a')}</w14:conflictIns>")
        + p(f"<w14:conflictDel>{r('b')}</w14:conflictDel>", r("c")),
        p(r("a")) + p(r("c")),
    ),
    "deleted text outside a deletion": (
        p("<w:r><w:delText>a</w:delText><w:t>b</w:t></w:r>", r("X", "delInstrText")),
        p(r("b"), "<w:r></w:r>"),
    ),
    "in a link": (
        p(f'<w:hyperlink w:anchor="x">{ins(r("a"))}{gone("b")}</w:hyperlink>'),
        p(f'<w:hyperlink w:anchor="x">{r("a")}</w:hyperlink>'),
    ),
    "a link whose text is deleted": (
        p(r("a"), f'<w:hyperlink w:anchor="x">{gone("b")}</w:hyperlink>'),
        p(r("a")),
    ),
    "a control in a line keeps its place": (p(sdt(gone("a"))), p(sdt())),
    "text behind an element": (p(f"{ins(r('a'))}some{gone('b')} tail"), p(r("a"), "some tail")),
    "a bookmark in deleted text": (
        p(
            f"<w:del {BY}>{mark('bookmarkStart')}{r('a', 'delText')}{mark('bookmarkEnd')}</w:del>",
            r("b"),
        ),
        p(r("b")),
    ),
    "a bookmark that only begins in deleted text": (
        p(f"<w:del {BY}>{mark('bookmarkStart')}{r('a')}</w:del>", r("b"), mark("bookmarkEnd")),
        p(mark("bookmarkStart"), r("b"), mark("bookmarkEnd")),
    ),
    "a deleted control": (
        p(
            mark("customXmlDelRangeStart"),
            sdt(mark("customXmlDelRangeEnd"), r("a"), mark("customXmlDelRangeStart", 2)),
            mark("customXmlDelRangeEnd", 2),
            sdt(r("b")),
        ),
        p(r("a"), sdt(r("b"))),
    ),
    "an inserted control": (
        p(
            mark("customXmlInsRangeStart"),
            sdt(mark("customXmlInsRangeEnd"), r("a")),
        ),
        p(sdt(r("a"))),
    ),
}

PROPERTIES = {
    "of a run": (
        p(f"<w:r><w:rPr><w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr></w:r>"),
        p("<w:r><w:rPr><w:b/></w:rPr></w:r>"),
    ),
    "of a paragraph": (
        p(properties=f"{style('Quote')}<w:pPrChange {BY}><w:pPr/></w:pPrChange>"),
        p(properties=style("Quote")),
    ),
    "a deleted mark in the old properties of a mark is history": (
        p(r("a"), mark=f"<w:b/><w:rPrChange {BY}><w:rPr>{DEL}</w:rPr></w:rPrChange>") + p(r("b")),
        p(r("a"), mark="<w:b/>") + p(r("b")),
    ),
    "of a section": (
        f"<w:sectPr><w:pgSz/><w:sectPrChange {BY}><w:sectPr/></w:sectPrChange></w:sectPr>",
        "<w:sectPr><w:pgSz/></w:sectPr>",
    ),
    "of a table": (
        (
            f"<w:tbl><w:tblPr><w:tblPrChange {BY}><w:tblPr/></w:tblPrChange></w:tblPr>"
            f"<w:tblGrid><w:tblGridChange w:id='1'><w:tblGrid/></w:tblGridChange></w:tblGrid>"
            f"<w:tr><w:tblPrEx><w:tblPrExChange {BY}><w:tblPrEx/></w:tblPrExChange></w:tblPrEx>"
            f"<w:trPr><w:trPrChange {BY}><w:trPr/></w:trPrChange></w:trPr>"
            f"<w:tc><w:tcPr><w:tcPrChange><w:tcPr><w:cellDel/></w:tcPr></w:tcPrChange></w:tcPr>"
            "<w:p/></w:tc></w:tr></w:tbl>"
        ),
        (
            "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tblPrEx/><w:trPr/><w:tc><w:tcPr/><w:p/></w:tc>"
            "</w:tr></w:tbl>"
        ),
    ),
    "of numbering": (
        p(properties=f'<w:numPr><w:numId w:val="1"/>{INS}</w:numPr>')
        + p(properties=f'<w:numPr><w:numberingChange {BY} w:original="%1:1:0:."/></w:numPr>'),
        p(properties='<w:numPr><w:numId w:val="1"/></w:numPr>') + p(properties="<w:numPr/>"),
    ),
}

TABLES = {
    "a deleted row": (
        tbl(tr(tc(p(r("a")))), tr(tc(p(gone("b"))), properties=DEL)),
        tbl(tr(tc(p(r("a"))))),
    ),
    "an inserted row": (tbl(tr(tc(p()), properties=INS)), tbl(tr(tc(p())))),
    "inserted and deleted": (
        tbl(tr(tc(p()), properties=INS + DEL), tr(tc(p(r("a"))))),
        tbl(tr(tc(p(r("a"))))),
    ),
    "all rows deleted": (p(r("a")) + tbl(tr(tc(p()), properties=DEL)), p(r("a"))),
    "all rows of an inner table": (
        tbl(tr(tc(tbl(tr(tc(p()), properties=DEL)), p()))),
        tbl(tr(tc(p()))),
    ),
    "a deleted row in a control": (
        tbl(sdt(tr(tc(p()), properties=DEL)), tr(tc(p()))),
        tbl(tr(tc(p()))),
    ),
    "a deleted cell": (
        tbl(tr(tc(p(r("a"))), tc(p(gone("b")), properties="<w:cellDel/>"))),
        tbl(tr(tc(p(r("a"))))),
    ),
    "all cells of a row": (
        tbl(tr(tc(p()), properties=""), tr(tc(p(), properties="<w:cellDel/>"))),
        tbl(tr(tc(p()))),
    ),
    "an inserted cell": (tbl(tr(tc(p(), properties="<w:cellIns/>"))), tbl(tr(tc(p())))),
    "a merged cell": (
        tbl(
            tr(tc(p(), properties='<w:tcW/><w:shd/><w:cellMerge w:vMerge="cont"/>')),
            tr(tc(p(), properties='<w:vMerge/><w:cellMerge w:vMerge="rest"/>')),
        ),
        tbl(
            tr(tc(p(), properties='<w:tcW/><w:vMerge w:val="continue"/><w:shd/>')),
            tr(tc(p(), properties='<w:vMerge w:val="restart"/>')),
        ),
    ),
    "a cell of which only the old merge is said": (
        tbl(tr(tc(p(), properties='<w:vMerge/><w:cellMerge w:vMergeOrig="cont"/>'))),
        tbl(tr(tc(p(), properties="<w:vMerge/>"))),
    ),
    "a bookmark that only ends in a deleted row": (
        p(mark("bookmarkStart")) + tbl(tr(tc(p(mark("bookmarkEnd"))), properties=DEL), tr(tc(p()))),
        p(mark("bookmarkStart")) + tbl(mark("bookmarkEnd"), tr(tc(p()))),
    ),
}

PARAGRAPH_MARKS = {
    "joins the next": (
        p(r("a"), mark=DEL, properties=style("Title")) + p(r("b"), properties=style("Quote")),
        p(r("a"), r("b"), properties=style("Quote")),
    ),
    "moved away": (
        p(f"<w:moveFrom {BY}>{r('a')}</w:moveFrom>", mark=MOVE_FROM) + p(r("b")),
        p(r("b")),
    ),
    "moved here": (p(r("a"), mark=f"<w:moveTo {BY}/>") + p(r("b")), bare(r("a")) + p(r("b"))),
    "inserted": (p(r("a"), mark=INS) + p(r("b")), bare(r("a")) + p(r("b"))),
    "inserted and deleted": (p(r("a"), mark=INS + DEL) + p(r("b")), p(r("a"), r("b"))),
    "three in a row": (
        p(r("a"), mark=DEL) + p(r("b"), mark=DEL) + p(gone("x"), mark=DEL) + p(r("c")) + p(r("d")),
        p(r("a"), r("b"), r("c")) + p(r("d")),
    ),
    "marks between paragraphs come along": (
        p(r("a"), mark=DEL) + mark("bookmarkStart") + mark("bookmarkEnd") + p(r("b")),
        p(r("a"), mark("bookmarkStart"), mark("bookmarkEnd"), r("b")),
    ),
    "over a deleted table": (
        p(r("a"), mark=DEL) + tbl(tr(tc(p()), properties=DEL)) + p(r("b")),
        p(r("a"), r("b")),
    ),
    "before a table, with text": (
        p(r("a"), mark=DEL) + tbl(tr(tc(p()))),
        bare(r("a")) + tbl(tr(tc(p()))),
    ),
    "before a table, emptied": (
        p(r("a")) + p(gone("b"), mark("bookmarkStart"), mark=DEL) + tbl(tr(tc(p()))),
        p(r("a")) + mark("bookmarkStart") + tbl(tr(tc(p()))),
    ),
    "at the end of the body": (p(r("a")) + p(gone("b"), mark=DEL), p(r("a"))),
    "before the last section": (
        p(r("a")) + p(gone("b"), mark=DEL) + SECTION,
        p(r("a")) + SECTION,
    ),
    "the only one in the body": (p(gone("b"), mark=DEL) + SECTION, bare() + SECTION),
    "the last after a table": (
        tbl(tr(tc(p()))) + p(gone("b"), mark=DEL),
        tbl(tr(tc(p()))) + bare(),
    ),
    "the last in a cell": (
        tbl(tr(tc(p(r("a")), p(gone("b"), mark=DEL)), tc(p(r("c"))))),
        tbl(tr(tc(p(r("a"))), tc(p(r("c"))))),
    ),
    "the only one in a cell": (tbl(tr(tc(p(r("a"), mark=DEL)))), tbl(tr(tc(bare(r("a")))))),
    "a chain without an end": (
        p(r("a"), mark=DEL) + p(mark=DEL, properties=style("Quote")),
        bare(r("a"), properties=style("Quote")),
    ),
    "a section's last": (
        p(r("a"), mark=DEL, properties=SECTION) + p(r("b")) + SECTION,
        p(r("a"), r("b")) + SECTION,
    ),
    "joined to a section's last": (
        p(r("a"), mark=DEL) + p(r("b"), properties=SECTION) + p(r("c")),
        p(r("a"), r("b"), properties=SECTION) + p(r("c")),
    ),
    "into a control": (p(r("a"), mark=DEL) + sdt(p(r("b"))), sdt(p(r("a"), r("b")))),
    "out of a control": (
        sdt(p(r("x")), p(r("a"), mark=DEL)) + p(r("b")),
        sdt(p(r("x"))) + p(r("a"), r("b")),
    ),
    "a control is left empty": (sdt(p(gone("a"), mark=DEL)) + p(r("b")), p(r("b"))),
    "a moved control": (
        p(r("x"))
        + mark("customXmlMoveFromRangeStart")
        + sdt(
            mark("customXmlMoveFromRangeEnd"),
            p(f"<w:moveFrom {BY}>{r('a')}</w:moveFrom>", mark=MOVE_FROM),
        )
        + p(r("b")),
        p(r("x")) + p(r("b")),
    ),
    "changed at once by two": (p(r("a"), mark="<w14:conflictDel/>") + p(r("b")), p(r("a"), r("b"))),
}


def m_r(text):
    return f"<m:r><m:t>{text}</m:t></m:r>"


def fraction(properties, above, below):
    return (
        f"<m:f><m:fPr><m:ctrlPr>{properties}</m:ctrlPr></m:fPr>"
        f"<m:num>{above}</m:num><m:den>{below}</m:den></m:f>"
    )


MATHEMATICS = {
    "an inserted structure": (
        p(f"<m:oMath>{fraction(ins('<w:rPr/>'), ins(m_r('1')), m_r('2'))}</m:oMath>"),
        p(f"<m:oMath>{fraction('<w:rPr/>', m_r('1'), m_r('2'))}</m:oMath>"),
    ),
    "a deleted structure": (
        p(f"<m:oMath>{fraction(f'<w:del {BY}><w:rPr/></w:del>', m_r('1'), m_r('2'))}</m:oMath>"),
        p(f"<m:oMath>{m_r('1')}{m_r('2')}</m:oMath>"),
    ),
    "a deleted run": (
        p(f"<m:oMath>{m_r('1')}<m:r><w:del {BY}><w:rPr/></w:del><m:t>2</m:t></m:r></m:oMath>"),
        p(f"<m:oMath>{m_r('1')}</m:oMath>"),
    ),
    "all of a formula": (
        p(r("a"), f"<m:oMath><w:del {BY}>{m_r('1')}</w:del></m:oMath>"),
        p(r("a")),
    ),
}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(*row, id=f"{group}: {name}")
        for group, rows in {
            "in lines": IN_LINES,
            "properties": PROPERTIES,
            "tables": TABLES,
            "paragraph marks": PARAGRAPH_MARKS,
            "mathematics": MATHEMATICS,
        }.items()
        for name, row in rows.items()
    ],
)
@pytest.mark.parametrize("namespace", [TRANSITIONAL, STRICT], ids=["transitional", "strict"])
def test_accepting_leaves(before, after, namespace):
    assert accepted(before, namespace=namespace) == canonical(root_of(after, namespace=namespace))


@pytest.mark.parametrize(
    ("root", "before", "after"),
    [
        ("hdr", tbl(tr(tc(p()), properties=DEL)), "<w:p/>"),
        ("ftr", p(gone("a"), mark=DEL), bare()),
        ("footnote", p(r("a"), mark=DEL) + p(r("b")), p(r("a"), r("b"))),
        ("styles", f"<w:style><w:rPr><w:rPrChange {BY}/></w:rPr></w:style>", None),
    ],
)
def test_other_parts_stay_valid(root, before, after):
    expected = "<w:style><w:rPr/></w:style>" if after is None else after
    assert accepted(before, root=root) == canonical(root_of(expected, root=root))


@pytest.mark.parametrize(
    "content",
    [
        p(r("a")) + p(r("b"), properties=style("Quote")),
        p(
            f'<w:hyperlink w:anchor="x">{r("a")}</w:hyperlink>',
            sdt(),
            '<w:hyperlink w:anchor="y"/>',
        ),
        p(mark("bookmarkStart"), r("a"), mark("bookmarkEnd"), mark("commentRangeStart")),
        tbl(tr(tc(p(), properties="<w:vMerge/>")), tr()) + p(),
        p(mark="<w:b/>", properties=f"<w:numPr/>{SECTION}"),
        p(f"<m:oMath>{fraction('<w:rPr/>', m_r('1'), '')}</m:oMath>"),
        p('<w:r><w:t w:rsidDel="00AB">the word ins or del</w:t></w:r>'),
    ],
)
def test_without_revisions_nothing_changes(content):
    root = root_of(content)
    before = etree.tostring(root)
    assert not accept_revisions(root)
    assert etree.tostring(root) == before


@pytest.mark.parametrize(
    ("content", "counts"),
    [
        (p(ins(r("a")), ins(r("b")), mark=INS), {INSERTIONS: 3}),
        (p(r("x"), gone("a", "b")), {DELETIONS: 1}),
        (p(r("a", "delText")), {DELETIONS: 1}),
        (p(f"<w:moveTo {BY}>{r('b')}</w:moveTo>", mark("moveToRangeStart")), {MOVES: 1}),
        (p(mark("moveFromRangeStart"), mark("moveFromRangeEnd")), {MOVES: 1}),
        (p(mark("customXmlInsRangeStart")), {INSERTIONS: 1}),
        (p(mark=f"<w:rPrChange {BY}><w:rPr>{INS}</w:rPr></w:rPrChange>"), {FORMATTING: 1}),
        (tbl(tr(tc(p(), properties="<w:cellMerge/>"))), {FORMATTING: 1}),
    ],
)
def test_what_was_accepted_is_counted(content, counts):
    assert accept_revisions(root_of(content)) == counts


TEXTS = st.text("abc", min_size=1, max_size=3)
RUNS = st.recursive(
    TEXTS.map(r),
    lambda inner: st.tuples(
        st.sampled_from(["ins", "del", "moveFrom", "moveTo", "hyperlink", "smartTag"]),
        st.lists(inner, max_size=3),
    ).map(lambda both: f"<w:{both[0]}>{''.join(both[1])}</w:{both[0]}>"),
    max_leaves=5,
)
PARAGRAPHS = st.builds(
    lambda runs, mark: p(*runs, mark=mark),
    st.lists(RUNS, max_size=3),
    st.sampled_from(["", "", INS, DEL, MOVE_FROM, INS + DEL]),
)
BLOCKS = st.recursive(
    PARAGRAPHS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda blocks: sdt(*blocks)),
        st.tuples(st.lists(inner, max_size=3), PARAGRAPHS, st.sampled_from(["", INS, DEL])).map(
            lambda parts: tbl(tr(tc(*parts[0], parts[1]), properties=parts[2]))
        ),
    ),
    max_leaves=8,
)


def seen(root):
    """The letters that stand in no deletion and in no deleted row."""
    hidden = "ancestor::w:del or ancestor::w:moveFrom or ancestor::w:tr[w:trPr/w:del]"
    return root.xpath(f"//w:t[not({hidden})]/text()", namespaces={"w": TRANSITIONAL})


@settings(max_examples=150)
@given(st.lists(BLOCKS, max_size=6))
def test_accepting_keeps_what_is_seen_and_leaves_nothing_to_accept(blocks):
    root = root_of("".join(blocks) + SECTION)
    before = seen(root)
    accept_revisions(root)
    assert root.xpath("//w:t/text()", namespaces={"w": TRANSITIONAL}) == before
    assert all(cell[-1].tag == f"{{{TRANSITIONAL}}}p" for cell in root.iter("{*}tc"))
    assert root[-1].tag == f"{{{TRANSITIONAL}}}sectPr"
    once = canonical(root)
    assert not accept_revisions(root)
    assert canonical(root) == once
