"""Rewriting: the text changes as a Python string would, and nothing else does."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from word_files import (
    STRICT,
    TRANSITIONAL,
    cell,
    edit,
    main_story,
    members_of,
    opened,
    opened_body,
    paragraph,
    run,
    table,
    text_box,
    texts,
    unzipped,
    zipped,
)

from redactor.documents.base import Policy
from redactor.documents.docx.document import read_docx
from redactor.model import Edit, Span

MAIN = "word/document.xml"


def body_after(document, edits):
    content = unzipped(document.rewrite(edits))[MAIN].decode()
    return re.search("<w:body>(.*)</w:body>", content, re.DOTALL)[1]


def rewritten(tmp_path, inside, old, new):
    """The inside of one paragraph after one edit."""
    document = opened_body(tmp_path, f"<w:p>{inside}</w:p>", keep_revisions=True)
    body = body_after(document, [edit(document.segments[0], old, new)])
    return body.removeprefix("<w:p>").removesuffix("</w:p>")


BOLD = "<w:rPr><w:b/></w:rPr>"
MARKED = '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="_GoBack"/>'


@pytest.mark.parametrize(
    ("before", "old", "new", "after"),
    [
        (
            "<w:r><w:t>Ms Pike left</w:t></w:r>",
            "Pike",
            "Smith",
            "<w:r><w:t>Ms Smith left</w:t></w:r>",
        ),
        # The new text goes where the first replaced character was, in its formatting.
        (
            (
                f"<w:r>{BOLD}<w:t>Ms Da</w:t></w:r>{MARKED}<w:r><w:t>ni</w:t></w:r>"
                "<w:r><w:t>elle left</w:t></w:r>"
            ),
            "Danielle",
            "Connie",
            (
                f"<w:r>{BOLD}<w:t>Ms Connie</w:t></w:r>{MARKED}<w:r><w:t></w:t></w:r>"
                '<w:r><w:t xml:space="preserve"> left</w:t></w:r>'
            ),
        ),
        # Marks inside go; objects stay.
        (
            "<w:r><w:t>Ann</w:t><w:tab/><w:t>Berg</w:t></w:r>",
            "Ann\tBerg",
            "Connie Smith",
            "<w:r><w:t>Connie Smith</w:t><w:t></w:t></w:r>",
        ),
        (
            "<w:r><w:t>Ann</w:t><w:br w:type='page'></w:br><w:t>Berg</w:t></w:r>",
            "Ann\nBerg",
            "Connie",
            "<w:r><w:t>Connie</w:t><w:t></w:t></w:r>",
        ),
        (
            (
                "<w:r><w:t>Ann</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r>"
                "<w:r><w:t>Berg</w:t></w:r>"
            ),
            "Ann\ufffcBerg",
            "Connie",
            (
                "<w:r><w:t>Connie</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r>"
                "<w:r><w:t></w:t></w:r>"
            ),
        ),
        (
            "<w:r><w:drawing/><w:t>Berg</w:t></w:r>",
            "\ufffcBerg",
            "Connie",
            "<w:r><w:drawing/><w:t>Connie</w:t></w:r>",
        ),
        # An edit that begins at a mark makes a text element there.
        (
            f"<w:r>{BOLD}<w:t>Anne</w:t><w:noBreakHyphen/><w:t>Marie</w:t></w:r>",
            "\u2011Marie",
            " Smith",
            f'<w:r>{BOLD}<w:t>Anne</w:t><w:t xml:space="preserve"> Smith</w:t><w:t></w:t></w:r>',
        ),
        (
            "<w:del><w:r><w:delText>Anne</w:delText><w:softHyphen/></w:r></w:del>",
            "\u00ad",
            "X",
            (
                "<w:del><w:r><w:delText>Anne</w:delText>"
                '<w:delText xml:space="preserve">X</w:delText></w:r></w:del>'
            ),
        ),
        ("<w:r><w:t>Pike</w:t><w:tab/></w:r>", "\t", "", "<w:r><w:t>Pike</w:t></w:r>"),
        # What Word would drop is preserved; what is there already stays as it is spelt.
        (
            "<w:r><w:t>Ms Pike</w:t></w:r>",
            "Pike",
            "",
            '<w:r><w:t xml:space="preserve">Ms </w:t></w:r>',
        ),
        (
            "<w:r><w:t xml:space='default'>Ms Pike</w:t></w:r>",
            "Pike",
            "",
            '<w:r><w:t xml:space="preserve">Ms </w:t></w:r>',
        ),
        (
            "<w:r><w:t  xml:space='preserve' >Pike </w:t></w:r>",
            "Pike",
            "X",
            "<w:r><w:t  xml:space='preserve' >X </w:t></w:r>",
        ),
        ("<w:r><w:t> Pike </w:t></w:r>", "Pike", "X", "<w:r><w:t> X </w:t></w:r>"),
        # Mark-up in texts, old and new.
        (
            "<w:r><w:t>A &amp; Pike&#x2019;s</w:t></w:r>",
            "Pike",
            "B < C > D",
            "<w:r><w:t>A &amp; B &lt; C &gt; D’s</w:t></w:r>",
        ),
        (
            "<w:r><w:t><![CDATA[Pi]]>k<!-- no --><?no?>e</w:t></w:r>",
            "Pike",
            "X]]>",
            "<w:r><w:t>X]]&gt;</w:t></w:r>",
        ),
        ("<w:r><w:t>Pike</w:t></w:r>", "Pike", "a\tb\nc\rd", "<w:r><w:t>a\tb\nc&#13;d</w:t></w:r>"),
        # Nothing changes.
        ("<w:r><w:t><![CDATA[Pike]]></w:t></w:r>", "Pike", "Pike", "<w:r><w:t>Pike</w:t></w:r>"),
    ],
)
def test_an_edit_changes_the_text_and_nothing_else(tmp_path, before, old, new, after):
    assert rewritten(tmp_path, before, old, new) == (before if after is None else after)


def test_several_edits_may_share_an_element(tmp_path):
    document = opened_body(tmp_path, paragraph(run("Ann and Ann, then An"), run("n.")))
    segment = document.segments[0]
    edits = [Edit(segment.id, Span(*at), "Connie") for at in ((18, 21), (0, 3), (8, 11))]
    content = document.rewrite(edits)
    assert texts(read_docx(content, document.path, document.id)) == [
        "Connie and Connie, then Connie."
    ]


def test_each_copy_of_a_text_box_has_its_own_edits(tmp_path):
    document = opened_body(tmp_path, paragraph(run("See"), text_box(paragraph(run("Pike")))))
    first, second = document.segments[1:]
    content = document.rewrite([edit(first, "Pike", "One"), edit(second, "Pike", "Two")])
    assert texts(read_docx(content, document.path, document.id)) == ["See\ufffc", "One", "Two"]


@pytest.mark.parametrize("prefix", ["w", "ns0", "\u00e9"])
@pytest.mark.parametrize("namespace", [TRANSITIONAL, STRICT])
def test_prefixes_and_namespaces_are_kept(tmp_path, namespace, prefix):
    main = main_story(paragraph("<w:r><w:tab/><w:t>Pike</w:t></w:r>"), namespace)
    main = main.replace("xmlns:w=", f"xmlns:{prefix}=").replace("w:", f"{prefix}:")
    document = opened(tmp_path, zipped(members_of(main)))
    content = document.rewrite([edit(document.segments[0], "\tPike", "X")])
    assert texts(read_docx(content, document.path, document.id)) == ["X"]
    assert f"<{prefix}:r><{prefix}:t xml:space" in unzipped(content)[MAIN].decode()


def test_a_default_namespace_is_kept(tmp_path):
    main = (
        f'<document xmlns="{TRANSITIONAL}"><body><p><r><tab/><t>Pike</t></r></p></body></document>'
    )
    document = opened(tmp_path, zipped(members_of(main)))
    content = unzipped(document.rewrite([edit(document.segments[0], "\tPike", "X")]))[MAIN]
    assert content.decode() == main.replace(
        "<tab/><t>Pike</t>", '<t xml:space="preserve">X</t><t></t>'
    )


@pytest.mark.parametrize(
    ("encoding", "declared", "mark"),
    [
        ("utf-8", "UTF-8", ""),
        ("utf-8", "UTF-8", "\ufeff"),
        ("utf-8", None, ""),
        ("utf-8", "ISO-8859-1", "\ufeff"),  # the mark is believed
        ("utf-16-le", "UTF-16", "\ufeff"),
        ("utf-16-be", "UTF-16", "\ufeff"),
        ("utf-16-le", "UTF-16LE", ""),
        ("iso8859-1", "ISO-8859-1", ""),
        ("cp1252", "windows-1252", ""),
        ("ascii", "us-ascii", ""),
    ],
)
def test_a_part_keeps_its_encoding(tmp_path, encoding, declared, mark):
    declaration = f"<?xml version='1.0' encoding='{declared}'?>" if declared else ""
    caf = "Cafe" if encoding == "ascii" else "Caf\u00e9"
    rest = main_story(paragraph(run(caf)) + paragraph(run("Pike"))).partition("?>\r\n")[2]
    document = opened(tmp_path, zipped(members_of((mark + declaration + rest).encode(encoding))))
    assert texts(document) == [caf, "Pike"]
    content = unzipped(document.rewrite([edit(document.segments[1], "Pike", "Zo\u00eb \u015a")]))
    # What the encoding lacks is written as a character reference.
    expected = (mark + declaration + rest).replace("Pike", "Zo\u00eb \u015a")
    assert content[MAIN] == expected.encode(encoding, "xmlcharrefreplace")


def test_properties_are_rewritten_without_attributes_of_ours(tmp_path):
    core = (
        '<c:coreProperties xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:c="http://schemas.'
        'openxmlformats.org/package/2006/metadata/core-properties">'
        "<d:title>Ann Berg</d:title></c:coreProperties>"
    )
    others = {
        "docProps/core.xml": (
            "application/vnd.openxmlformats-package.core-properties+xml",
            core,
        )
    }
    document = opened(tmp_path, zipped(members_of(main_story(paragraph(run("a"))), others)))
    content = unzipped(document.rewrite([edit(document.segments[1], "Berg", "")]))
    assert content["docProps/core.xml"].decode() == core.replace("Berg", "")


@pytest.mark.parametrize(
    ("spans", "text", "problem"),
    [
        ([(0, 3), (2, 5)], "X", "overlap"),
        ([(0, 3), (0, 3)], "X", "overlap"),
        ([(3, 6)], "X", "beyond"),
        ([(4, 5)], "X", "no text"),
        ([(0, 2)], "a\x00b", "control"),
        ([(0, 2)], "a\x1bb", "control"),
        ([(0, 2)], "a\ufffeb", "control"),
        ([(0, 2)], "a\ud800b", "control"),
    ],
)
def test_edits_that_cannot_be_are_refused(tmp_path, spans, text, problem):
    document = opened_body(tmp_path, paragraph(run("Pike"), "<w:r><w:drawing/></w:r>"))
    segment = document.segments[0]
    with pytest.raises(ValueError, match=problem):
        document.rewrite([Edit(segment.id, Span(*span), text) for span in spans])


def test_an_unknown_segment_is_refused(tmp_path):
    document = opened_body(tmp_path, paragraph(run("Pike")))
    with pytest.raises(ValueError, match="no such segment"):
        document.rewrite([Edit("draft.docx|/word/document.xml|p7", Span(0, 1), "X")])


def test_parts_without_edits_keep_every_byte(tmp_path):
    odd = "<?xml version='1.0'?>\n<w:hdr xmlns:w='{}'><w:p ></w:p>{}</w:hdr>\n"
    header = odd.format(TRANSITIONAL, paragraph(run("Pike &#65;")))
    header_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    members = members_of(
        main_story(paragraph(run("Pike"))), {"word/header1.xml": (header_type, header)}
    )
    original = zipped({**members, "word/empty/": ""})
    document = opened(tmp_path, original)
    same = unzipped(document.rewrite([]))
    assert {name: same[name] for name in (MAIN, "word/header1.xml")} == {
        name: unzipped(original)[name] for name in (MAIN, "word/header1.xml")
    }
    after = unzipped(document.rewrite([edit(document.segments[0], "Pike", "X")]))
    assert list(after) == list(members)
    assert {name for name in after if after[name] != same[name]} == {MAIN}


def test_the_same_edits_give_the_same_bytes(tmp_path):
    body = paragraph(run("Ann met Ann")) + paragraph(run("Pike"))
    original = zipped(members_of(main_story(body)))
    document = opened(tmp_path, original)
    one, other = document.segments
    edits = [
        Edit(one.id, Span(0, 3), "X"),
        edit(other, "Pike", "Y"),
        Edit(one.id, Span(8, 11), "Z"),
    ]
    first = document.rewrite(edits)
    assert document.rewrite(edits[::-1]) == first
    assert texts(document) == ["Ann met Ann", "Pike"]
    assert opened(tmp_path, original).rewrite(edits) == first
    with zipfile.ZipFile(BytesIO(first)) as archive:
        assert {(i.date_time, i.create_system) for i in archive.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 0)
        }


def test_python_docx_reads_the_result_with_all_its_formatting(tmp_path):
    draft = docx.Document()
    title = draft.add_heading("Review of Danielle Pike", 1)
    line = draft.add_paragraph("Ms ")
    bold = line.add_run("Dani")
    bold.bold, bold.font.size = True, Pt(9)
    line.add_run("elle Pi").italic = True
    line.add_run("ke left.")
    draft.add_table(1, 2).cell(0, 1).text = "Danielle"
    draft.sections[0].header.paragraphs[0].text = "Danielle: draft"
    draft.core_properties.title = "Danielle Pike"
    buffer = BytesIO()
    draft.save(buffer)
    document = opened(tmp_path, buffer.getvalue())
    found = [s for s in document.segments if "Danielle" in s.text]
    result = docx.Document(
        BytesIO(document.rewrite([edit(s, "Danielle", "Connie") for s in found]))
    )
    assert result.paragraphs[0].text == "Review of Connie Pike"
    assert result.paragraphs[0].style.name == title.style.name
    assert [(r.text, r.bold, r.italic) for r in result.paragraphs[1].runs] == [
        ("Ms ", None, None),
        ("Connie", True, None),
        (" Pi", None, True),
        ("ke left.", None, None),
    ]
    assert result.paragraphs[1].runs[1].font.size == Pt(9)
    assert result.tables[0].cell(0, 1).text == "Connie"
    assert result.sections[0].header.paragraphs[0].text == "Connie: draft"
    assert result.core_properties.title == "Connie Pike"


# Laws, for every paragraph and every edit.

TEXT = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=["Cc", "Cs", "Cn"],
        exclude_characters="\ufffe\uffff\ufffc",
    )
    | st.sampled_from(list("ab &<>'\"\u2019]\t\n\u00a0\U0001f600")),
    max_size=8,
)
MARKS = st.sampled_from(
    [
        "<w:tab/>",
        "<w:br></w:br>",
        "<w:noBreakHyphen/>",
        "<w:softHyphen />",
        "<w:drawing/>",
        "<w:proofErr/>",
        "<w:footnoteReference w:id='1'/>",
    ]
)
FORMATS = st.sampled_from(["", "<w:b/>", "<w:i/><w:color w:val='FF0000'/>"])
DELETED = "<w:del><w:r><w:delText>x</w:delText></w:r>{}</w:del>"
WRAPS = st.sampled_from(["{}", "<w:ins>{}</w:ins>", "<w:hyperlink>{}</w:hyperlink>", DELETED])


def text_element(text):
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<w:t>{text}</w:t>"


@st.composite
def runs(draw):
    inside = draw(st.lists(TEXT.map(text_element) | MARKS, max_size=4))
    xml = f"<w:r><w:rPr>{draw(FORMATS)}</w:rPr>{''.join(inside)}</w:r>"
    return draw(WRAPS).replace("{}", xml)


PARAGRAPHS = st.lists(
    st.lists(runs(), max_size=5).map(lambda inside: paragraph(*inside)), min_size=1, max_size=4
)


@st.composite
def edits_of(draw, segment):
    """Edits that do not overlap, none of objects alone."""
    limits = draw(st.lists(st.integers(0, len(segment.text)), max_size=6, unique=True).map(sorted))
    return [
        Edit(segment.id, Span(start, end), draw(TEXT))
        for start, end in zip(limits[::2], limits[1::2], strict=False)
        if segment.text[start:end].strip("\ufffc")
    ]


def applied(text, edits):
    """What a Python string would become; objects inside a span stay, after the new text.

    An object before the first letter that is replaced stays before the new text.
    """
    for change in sorted(edits, key=lambda change: change.span, reverse=True):
        old = text[change.span.start : change.span.end]
        if old == change.text:
            continue
        before = old[: len(old) - len(old.lstrip("\ufffc"))]
        after = "\ufffc" * old[len(before) :].count("\ufffc")
        text = text[: change.span.start] + before + change.text + after + text[change.span.end :]
    return text


def read_again(content):
    """What each paragraph shows and what of it is deleted, by a reading of the test's own."""
    marks = {"tab": "\t", "br": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
    marks |= {"drawing": "\ufffc", "footnoteReference": "\ufffc"}
    result = []
    for found in etree.fromstring(unzipped(content)[MAIN]).iter(f"{{{TRANSITIONAL}}}p"):
        texts_of = {False: "", True: ""}
        for element in found.iter():
            name = etree.QName(element).localname
            deleted = any(True for _ in element.iterancestors(f"{{{TRANSITIONAL}}}del"))
            is_text = name in {"t", "delText"}
            texts_of[deleted] += (element.text or "") if is_text else marks.get(name, "")
        result.append((texts_of[False], texts_of[True]))
    return result


def formats(content):
    root = etree.fromstring(unzipped(content)[MAIN])
    return [etree.tostring(found) for found in root.iter(f"{{{TRANSITIONAL}}}rPr")]


def paragraphs_of(content):
    return re.findall(rb"<w:p>.*?</w:p>", unzipped(content)[MAIN], re.DOTALL)


@given(st.data())
def test_rewriting_is_editing_a_string(data):
    body = "".join(data.draw(PARAGRAPHS)) + table([cell(paragraph(run("Last.")))])
    before = zipped(members_of(main_story(body)))
    document = read_docx(before, Path("draft.docx"), "draft", Policy(keep_revisions=True))
    edits = {s.id: data.draw(edits_of(s)) for s in document.segments}
    after = document.rewrite([change for of_one in edits.values() for change in of_one])

    assert formats(after) == formats(before)
    shown = read_again(after)
    for index, (seen, _) in enumerate(read_again(before)):
        place = f"draft|/word/document.xml|p{index}"
        lines = [s for s in document.segments if re.fullmatch(f"{re.escape(place)}(d\\d+)?", s.id)]
        new = {s.id: applied(s.text, edits[s.id]) for s in lines}
        # Without letters a line is no segment, and stays as it is.
        assert shown[index] == (new.pop(place, seen), "".join(new.values()))
        if not any(edits[s.id] for s in lines):
            assert paragraphs_of(after)[index] == paragraphs_of(before)[index]
