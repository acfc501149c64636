"""Where segments stand: kinds, cells, headings, order, ids."""

import pytest
from word_files import (
    MAIN_TYPE,
    WORD_TYPE,
    cell,
    main_story,
    members_of,
    opened,
    opened_body,
    paragraph,
    run,
    story,
    table,
    text_box,
    texts,
    zipped,
)

from redactor.model import Cell, SegmentKind

PACKAGE_TYPE = "application/vnd.openxmlformats-package"
OFFICE_TYPE = "application/vnd.openxmlformats-officedocument"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"


def p(text):
    return paragraph(run(text))


def style(identifier, name, *, based_on="", level=None, default=False):
    basis = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    ppr = "" if level is None else f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>'
    first = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="paragraph"{first} w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f"{basis}{ppr}</w:style>"
    )


STYLES = story(
    "styles",
    style("Normal", "Normal", default=True)
    + style("berschrift1", "heading 1")
    + style("Sub", "Our section", based_on="berschrift1")
    + style("Numbered", "Numbered", level=2)
    + style("Quiet", "Quiet", based_on="berschrift1", level=9)
    + style("Loop1", "Loop", based_on="Loop2")
    + style("Loop2", "Loop two", based_on="Loop1")
    + style("Titel", "Title"),
)


def with_styles(body):
    return zipped(
        members_of(main_story(body), {"word/styles.xml": (f"{WORD_TYPE}.styles+xml", STYLES)})
    )


@pytest.mark.parametrize(
    ("style_id", "kind"),
    [
        ("berschrift1", SegmentKind.HEADING),
        ("Sub", SegmentKind.HEADING),
        ("Numbered", SegmentKind.HEADING),
        ("Titel", SegmentKind.HEADING),
        ("Quiet", SegmentKind.BODY),
        ("Normal", SegmentKind.BODY),
        ("Loop1", SegmentKind.BODY),
        ("Unknown", SegmentKind.BODY),
        ("", SegmentKind.BODY),
    ],
)
def test_headings_are_known_by_their_style(tmp_path, style_id, kind):
    document = opened(tmp_path, with_styles(paragraph(run("Scope"), style=style_id)))
    assert document.segments[0].kind is kind


@pytest.mark.parametrize(
    ("level", "kind"),
    [("0", SegmentKind.HEADING), ("9", SegmentKind.BODY), ("many", SegmentKind.BODY)],
)
def test_a_paragraph_can_set_its_own_outline_level(tmp_path, level, kind):
    body = f'<w:p><w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>{run("Scope")}</w:p>'
    assert opened_body(tmp_path, body).segments[0].kind is kind


def test_a_segment_knows_the_heading_above_it(tmp_path):
    body = (
        p("Before")
        + paragraph(run("Scope"), style="berschrift1")
        + p("First")
        + table([cell(p("In a cell"))])
        + paragraph(text_box(paragraph(run("Boxed"), style="berschrift1")))
        + paragraph(run("Family"), style="Sub")
        + paragraph(run(" "), style="berschrift1")
        + p("Last")
    )
    document = opened(tmp_path, with_styles(body))
    assert [(s.text, s.heading) for s in document.segments if s.kind is not SegmentKind.MARKUP] == [
        ("Before", ""),
        ("Scope", ""),
        ("First", "Scope"),
        ("In a cell", "Scope"),
        ("Boxed", "Scope"),
        ("Boxed", "Scope"),
        ("Family", "Scope"),
        (" ", "Family"),
        ("Last", "Family"),
    ]


def test_cells_know_their_table_row_column_and_labels(tmp_path):
    inner = table([cell(p("inner"))])
    body = table(
        [cell(p("Name")), cell(p("Born"), p("where")), cell(p("Notes"))],
        [cell(p("Isla")), cell(p("both"), inner, span=2)],
        [cell(p("Tom")), cell(p("2001")), cell(p("none"))],
    ) + table([cell(p("second"))])
    segments = opened_body(tmp_path, body).segments
    assert {s.kind for s in segments} == {SegmentKind.TABLE_CELL}
    assert {s.text: s.cell for s in segments} == {
        "Name": Cell(0, 0, 0),
        "Born": Cell(0, 0, 1, "", "Name"),
        "where": Cell(0, 0, 1, "", "Name"),
        "Notes": Cell(0, 0, 2, "", "Name"),
        "Isla": Cell(0, 1, 0, "Name"),
        "both": Cell(0, 1, 1, "Born where", "Isla"),
        "inner": Cell(1, 0, 0),
        "Tom": Cell(0, 2, 0, "Name"),
        "2001": Cell(0, 2, 1, "Born where", "Tom"),
        "none": Cell(0, 2, 2, "Notes", "Tom"),
        "second": Cell(2, 0, 0),
    }


def test_rows_and_cells_inside_content_controls_count(tmp_path):
    row = f"<w:tr><w:sdt><w:sdtContent>{cell(p('b'))}</w:sdtContent></w:sdt>{cell(p('c'))}</w:tr>"
    body = (
        f"<w:tbl><w:tr>{cell(p('a'), span=2)}</w:tr>"
        f"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>"
    )
    assert [s.cell for s in opened_body(tmp_path, body).segments] == [
        Cell(0, 0, 0),
        Cell(0, 1, 0, "a"),
        Cell(0, 1, 1, "a", "b"),
    ]


@pytest.mark.parametrize("span", ["999999999999", "0", "-4", "x", ""])
def test_a_senseless_span_is_harmless(tmp_path, span):
    odd = f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{p("a")}</w:tc>'
    segments = opened_body(tmp_path, table([odd, cell(p("b"))])).segments
    assert [s.cell.column for s in segments] == [0, 1]


def test_a_text_box_follows_the_paragraph_it_is_anchored_in(tmp_path):
    body = paragraph(run("Before"), text_box(p("Isla"), p("Tom")), run("after")) + p("Next")
    segments = opened_body(tmp_path, body).segments
    box = SegmentKind.TEXT_BOX
    assert [(s.text, s.kind) for s in segments] == [
        ("Before\ufffcafter", SegmentKind.BODY),
        ("Isla", box),
        ("Tom", box),
        ("Isla", box),  # once more, for older programs
        ("Tom", box),
        ("Next", SegmentKind.BODY),
    ]
    assert len({s.id for s in segments}) == len(segments)


def test_a_text_box_in_a_cell_is_no_cell(tmp_path):
    body = table([cell(paragraph(run("a"), text_box(p("b")))), cell(p("c"))])
    segments = opened_body(tmp_path, body).segments
    assert [(s.text, s.cell is not None) for s in segments] == [
        ("a\ufffc", True),
        ("b", False),
        ("b", False),
        ("c", True),
    ]


@pytest.fixture
def everything(tmp_path):
    """A document with every kind of story, out of order and under unusual names."""

    def part(kind, root, content):
        return f"{WORD_TYPE}.{kind}+xml", story(root, content)

    others = {
        "docProps/core.xml": (
            f"{PACKAGE_TYPE}.core-properties+xml",
            (
                f'<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
                ' xmlns:dcterms="http://purl.org/dc/terms/">'
                "<dc:title>Review</dc:title><dc:subject>Kent</dc:subject>"
                "<dc:creator>Anna Berg</dc:creator>"
                "<cp:lastModifiedBy>Tom Pike</cp:lastModifiedBy><cp:revision>2</cp:revision>"
                "<dcterms:created>2020-01-01T00:00:00Z</dcterms:created></cp:coreProperties>"
            ),
        ),
        "docProps/app.xml": (
            f"{OFFICE_TYPE}.extended-properties+xml",
            (
                f'<Properties xmlns="{OFFICE}/extended-properties"'
                f' xmlns:vt="{OFFICE}/docPropsVTypes">'
                "<Template>Normal.dotm</Template>"
                "<Pages>3</Pages><Application>Microsoft Office Word</Application>"
                "<HeadingPairs><vt:vector><vt:variant><vt:lpstr>Title</vt:lpstr></vt:variant>"
                "</vt:vector></HeadingPairs><TitlesOfParts><vt:vector>"
                "<vt:lpstr>Isla Pike</vt:lpstr></vt:vector></TitlesOfParts>"
                "<Company>Kent Trust</Company></Properties>"
            ),
        ),
        "docProps/custom.xml": (
            f"{OFFICE_TYPE}.custom-properties+xml",
            (
                f'<Properties xmlns="{OFFICE}/custom-properties"'
                f' xmlns:vt="{OFFICE}/docPropsVTypes">'
                '<property pid="2" name="Owner"><vt:lpwstr>Mary Berg</vt:lpwstr></property>'
                '<property pid="3" name="Count"><vt:i4>7</vt:i4></property>'
                '<property pid="4" name="Chair"><vt:lpwstr>Sam Roe</vt:lpwstr></property>'
                "</Properties>"
            ),
        ),
        "word/glossary/document.xml": part(
            "document.glossary", "glossaryDocument", f"<w:docParts>{p('block')}</w:docParts>"
        ),
        "word/comments.xml": part(
            "comments", "comments", f'<w:comment w:id="0">{p("note")}</w:comment>'
        ),
        "word/footer1.xml": part("footer", "ftr", p("footer")),
        "word/header1.xml": part("header", "hdr", p("first header") + table([cell(p("logo"))])),
        "word/header2.xml": part("header", "hdr", p("even header")),
        "word/endnotes.xml": part(
            "endnotes", "endnotes", f'<w:endnote w:id="1">{p("end")}</w:endnote>'
        ),
        "word/footnotes.xml": part(
            "footnotes", "footnotes", f'<w:footnote w:id="1">{p("foot")}</w:footnote>'
        ),
    }
    noted = (
        f"<w:p>{run('body')}<w:r><w:footnoteReference w:id='1'/></w:r>"
        "<w:r><w:endnoteReference w:id='1'/></w:r></w:p>"
    )
    members = members_of(main_story(noted), others, main_name="word/document22.xml")
    return opened(tmp_path, zipped(members))


def test_stories_are_read_in_order(everything):
    kind = SegmentKind
    assert [(s.kind, s.text) for s in everything.segments] == [
        (kind.BODY, "body\ufffc\ufffc"),
        (kind.FOOTNOTE, "foot"),
        (kind.ENDNOTE, "end"),
        (kind.HEADER, "first header"),
        (kind.HEADER, "logo"),
        (kind.HEADER, "even header"),
        (kind.FOOTER, "footer"),
        (kind.PROPERTY, "Review"),
        (kind.PROPERTY, "Kent"),
        (kind.MARKUP, "Microsoft Office Word"),
    ]


def test_ids_say_where(everything):
    ids = [s.id for s in everything.segments]
    assert ids[0] == "draft.docx|/word/document22.xml|p0"
    assert ids[4] == "draft.docx|/word/header1.xml|p1"
    assert ids[-3:-1] == [
        "draft.docx|/docProps/core.xml|title",
        "draft.docx|/docProps/core.xml|subject",
    ]


def test_what_a_copy_goes_without_is_counted(everything):
    assert {one.what: one.count for one in everything.dropped} == {
        "building blocks": 1,
        "comments": 1,
        "custom document properties": 1,
        "document properties (author, dates, company, …)": 8,
    }


def test_texts_stay_out_of_repr(everything):
    shown = repr(everything) + repr(everything.segments)
    assert not [name for name in ("Anna", "Tom", "Isla", "Mary", "Kent") if name in shown]


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("word/document.xml", "/word/document.xml"),
        ("Word/Document.XML", "word/document.xml"),
        ("word/my%20text.xml", "word/my text.xml"),
        ("text.xml", "./text.xml"),
        ("word\\document.xml", "word/document.xml"),
    ],
)
def test_part_names_are_compared_as_the_standard_says(tmp_path, name, target):
    members = members_of(main_story(p("body")), main_name=name.replace("\\", "/"))
    members["_rels/.rels"] = members["_rels/.rels"].replace(name.replace("\\", "/"), target)
    members = {name if key == name.replace("\\", "/") else key: v for key, v in members.items()}
    assert texts(opened(tmp_path, zipped(members))) == ["body"]


@pytest.mark.parametrize(
    ("suffix", "content_type"),
    [
        (".docx", MAIN_TYPE),
        (".DOCX", MAIN_TYPE),
        (".dotx", f"{WORD_TYPE}.template.main+xml"),
        (".docm", "application/vnd.ms-word.document.macroEnabled.main+xml"),
        (".dotm", "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
    ],
)
def test_every_kind_of_word_file_opens(tmp_path, suffix, content_type):
    content = zipped(members_of(main_story(p("body")), main_type=content_type))
    assert texts(opened(tmp_path, content, f"draft{suffix}")) == ["body"]
