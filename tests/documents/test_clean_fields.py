"""Fields: which stay alive, with what in their instruction, and what text is left of the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from word_files import STRICT, main_story, paragraph, run, story, text_box

from redactor.documents.docx.clean.fields import clean_fields

BOOKMARKS = {"Berisha": "bookmark1", "bookmark7": "bookmark7"}
STYLES = {"berisha heading": "Style 1", "table text": "Table text"}
FLATTENED = {"field codes (their text stays)": 1}
FORM = {"form fields (their text stays)": 1}
TIDIED = {"details of field codes": 1}


def mark(kind, inside=""):
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'


def code(text, properties=""):
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{rpr}<w:instrText xml:space="preserve">{escaped(text)}</w:instrText></w:r>'


def complex_field(*codes, result=None, data=""):
    """A field with its result, or one without any."""
    shown = "" if result is None else mark("separate") + result
    return mark("begin", data) + "".join(codes) + shown + mark("end")


def simple_field(instruction, *inside):
    return f'<w:fldSimple w:instr="{escaped(instruction)}">{"".join(inside)}</w:fldSimple>'


def escaped(text):
    return text.replace("&", "&amp;").replace('"', "&quot;")


def parsed(body, namespace=None):
    xml = main_story(body, namespace) if namespace else main_story(body)
    return etree.fromstring(xml.encode())


def cleaned(body, bookmarks=BOOKMARKS, styles=STYLES):
    root = parsed(body)
    return root, clean_fields(root, bookmarks, styles)


def shown(root):
    """The text of each paragraph, and a star for a drawing."""
    return [
        "".join("*" if local(e) == "drawing" else e.text or "" for e in p.iter() if is_shown(e))
        for p in root.iter("{*}p")
    ]


def is_shown(element):
    return local(element) in {"t", "delText", "drawing"}


def local(element):
    return etree.QName(element).localname


def instructions(root):
    codes = [e.text for e in root.iter("{*}instrText", "{*}delInstrText")]
    return codes + [
        v for e in root.iter("{*}fldSimple") for k, v in e.attrib.items() if k.endswith("}instr")
    ]


@pytest.mark.parametrize(
    "instruction",
    [
        " PAGE ",
        "PAGE",
        " page \\* roman  \\* MERGEFORMAT ",
        " NUMPAGES  \\* Arabic ",
        ' SECTIONPAGES \\# "0" ',
        " PAGEREF _Toc123456789 \\h ",
        " REF _Ref1 \\r \\h ",
        ' REF _Ref1 \\d " - " \\w',
        " NOTEREF _Ref12 \\f",
        " REF bookmark7 \\h ",
        ' HYPERLINK \\l "_Toc12" ',
        " SEQ Figure \\* ARABIC \\s 1 ",
        " SEQ Table \\r 5 ",
        ' TOC \\o "1-3" \\h \\z \\u ',
        ' TOC \\h \\z \\c "Figure" ',
        ' TOC \\o"1-2" \\n 2-3 \\p " " \\f a',
        ' TOC \\t "Table text,1,Heading 9,2" ',
        " STYLEREF 1 \\s ",
        ' STYLEREF "heading 1" \\n \\* MERGEFORMAT',
        ' STYLEREF  "Table text" ',
        " LISTNUM NumberDefault \\l 2 ",
        " AUTONUMLGL \\e ",
        ' SYMBOL 183 \\f "Symbol" \\s 10 \\h ',
        " ADVANCE \\u 6 ",
        " EQ \\f(1,2) ",
        " eq x = \\f(-b,2a) \\b\\bc\\( (\\s\\up8(n))",
    ],
)
def test_an_instruction_that_is_known_to_be_harmless_is_left_alone(instruction):
    for body in (
        paragraph(complex_field(code(instruction), result=run("1"))),
        paragraph(simple_field(instruction, run("1"))),
    ):
        root = parsed(body)
        before = etree.tostring(root)
        assert clean_fields(root, BOOKMARKS, STYLES) == {}
        assert etree.tostring(root) == before


@pytest.mark.parametrize(
    ("instruction", "rebuilt"),
    [
        (" REF Berisha \\h ", " REF bookmark1 \\h "),
        (" PAGEREF  BERISHA", " PAGEREF bookmark1 "),
        (
            ' HYPERLINK \\l "Berisha" \\o "About Berisha" \\t "_blank" ',
            ' HYPERLINK \\l "bookmark1" ',
        ),
        (' STYLEREF "Berisha Heading" ', ' STYLEREF "Style 1" '),
        (' STYLEREF "Heading 1,Berisha" ', ' STYLEREF "Heading 1" '),
        (' TOC \\t "Berisha heading,1,Table text,2" ', ' TOC \\t "Style 1,1,Table text,2" '),
        (' TOC \\t "Berisha heading;1;Gone;2" ', ' TOC \\t "Style 1;1" '),
        (' TOC \\o "1-3" \\t "Marku text,1" \\h', ' TOC \\o "1-3" \\h '),
        (" TOC \\b Berisha \\h", " TOC \\b bookmark1 \\h "),
        (" SEQ Figure Berisha", " SEQ Figure bookmark1 "),
        (" LISTNUM Berisha \\l 5 ", " LISTNUM \\l 5 "),
        (' SYMBOL 65 \\f "Berisha Sans" ', " SYMBOL 65 "),
    ],
)
def test_an_instruction_is_rebuilt_with_new_names(instruction, rebuilt):
    for body in (
        paragraph(complex_field(code(instruction), result=run("1"))),
        paragraph(simple_field(instruction, run("1"))),
    ):
        root, gone = cleaned(body)
        assert gone == TIDIED
        assert instructions(root) == [rebuilt]
        assert shown(root) == ["1"]


@pytest.mark.parametrize(
    "instruction",
    [
        " AUTHOR ",
        ' DATE \\@ "d MMMM yyyy" ',
        " SAVEDATE ",
        " FILENAME \\p ",
        " DOCPROPERTY Client ",
        " MERGEFIELD Victim_Name ",
        ' HYPERLINK "https://example.org/berisha" ',
        ' HYPERLINK "https://example.org/" \\l "Berisha" ',
        " HYPERLINK \\l nowhere ",
        " HYPERLINK \\h ",
        ' INCLUDETEXT "C:\\\\Users\\\\berisha\\\\x.docx" ',
        ' IF 1 = 1 "Berisha" "" ',
        " = 2 + 3 ",
        ' QUOTE "Berisha" ',
        ' INDEX \\c "2" ',
        " CITATION Ber20 ",
        " REF nowhere \\h ",
        " REF ",
        " PAGE Berisha ",
        " PAGE \\# \"0 'Berisha'\" ",
        " PAGE \\* Berisha ",
        " PAGE \\q ",
        ' PAGE "Berisha',
        " SEQ Berisha \\* ARABIC ",
        ' TOC \\c "Berisha" ',
        ' TOC \\p "Berisha" ',
        ' STYLEREF "Marku text" ',
        " SYMBOL Berisha ",
        " ADVANCE \\u Berisha ",
        ' PAGE " ',
        " \\h PAGE ",
        ' "PAGE" Berisha ',
        " Berisha ",
        "  ",
        "",
    ],
)
def test_of_any_other_field_the_text_stays(instruction):
    pictured = "<w:r><w:rPr><w:b/></w:rPr><w:t>shown</w:t><w:drawing/></w:r>"
    for body in (
        paragraph(run("a"), complex_field(code(instruction), result=pictured), run("z")),
        paragraph(run("a"), simple_field(instruction, pictured), run("z")),
    ):
        root, gone = cleaned(body)
        assert gone == FLATTENED
        assert shown(root) == ["ashown*z"]
        assert instructions(root) == []
        assert b"erisha" not in etree.tostring(root)
        assert b"fldChar" not in etree.tostring(root)
        assert pictured.encode() in etree.tostring(root)
        assert len(root.findall(".//{*}r")) == 3


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(
            paragraph(complex_field(code(" HYPER"), code('LINK "x"'), result=run("shown"))),
            ["shown"],
            id="an instruction in pieces",
        ),
        pytest.param(
            paragraph(
                complex_field(
                    code(' IF "'),
                    complex_field(code("PAGE"), result=run("9")),
                    code('" = 9 "a"'),
                    result=run("shown"),
                )
            ),
            ["shown"],
            id="a field in the instruction",
        ),
        pytest.param(
            paragraph(
                complex_field(code(" IF "), simple_field(" PAGE ", run("9")), result=run("s"))
            ),
            ["s"],
            id="a simple field in the instruction",
        ),
        pytest.param(
            paragraph(run("a"), mark("begin"), code(" INDEX "), mark("separate"), run("b"))
            + paragraph(run("c"))
            + paragraph(mark("end"), run("d")),
            ["ab", "c", "d"],
            id="a result of several paragraphs",
        ),
        pytest.param(
            paragraph(run("a"), mark("begin"), code(' IF 1=1 "'))
            + paragraph(code("Berisha"))
            + paragraph(code('"'), mark("separate"), run("b"), mark("end")),
            ["a", "b"],
            id="an instruction of several paragraphs",
        ),
        pytest.param(
            paragraph(
                mark("begin"),
                "<w:hyperlink>",
                code(" LINK x "),
                mark("separate"),
                run("shown"),
                "</w:hyperlink>",
                mark("end"),
            ),
            ["shown"],
            id="across a link",
        ),
        pytest.param(
            paragraph(
                '<w:r><w:t>a</w:t><w:fldChar w:fldCharType="begin"/>'
                "<w:instrText>AUTHOR</w:instrText>"
                '<w:fldChar w:fldCharType="separate"/><w:t>b</w:t><w:fldChar w:fldCharType="end"/>'
                "<w:t>c</w:t></w:r>"
            ),
            ["abc"],
            id="all in one run",
        ),
        pytest.param(
            paragraph(mark("separate"), run("a"), code(" AUTHOR Berisha "), mark("end"), run("b")),
            ["ab"],
            id="no beginning",
        ),
        pytest.param(paragraph(mark("begin"), code(" PAGE "), run("a")), ["a"], id="no end"),
        pytest.param(
            paragraph(complex_field(code(' XE "Berisha" ')), run("a")), ["a"], id="an index entry"
        ),
        pytest.param(
            paragraph(complex_field(code(" SET x "), result=run("Berisha")), run("a")),
            ["a"],
            id="a value that is not shown",
        ),
        pytest.param(
            paragraph(simple_field(" ASK x ", run("Berisha")), run("a")),
            ["a"],
            id="an answer that is not shown",
        ),
        pytest.param(
            paragraph(simple_field(" MACROBUTTON NoMacro [Click here] ")),
            ["[Click here]"],
            id="a simple button",
        ),
        pytest.param(
            paragraph(complex_field(code(" MACROBUTTON Ber"), code("isha [Click "), code("here]"))),
            ["[Click here]"],
            id="a button",
        ),
        pytest.param(paragraph(complex_field(code(" GOTOBUTTON x "))), [""], id="an empty button"),
        pytest.param(
            paragraph(complex_field(code(" EQ Dani\\s\\up3(elle)\\x(Ber,isha) "))),
            ["DanielleBer isha"],
            id="a formula with words",
        ),
    ],
)
def test_what_is_left_of_a_field(body, text):
    root, gone = cleaned(body)
    assert gone == FLATTENED
    assert shown(root) == text
    assert instructions(root) == []
    assert not list(root.iter("{*}fldChar", "{*}fldSimple"))


def test_fields_inside_one_that_goes_or_stays_are_looked_at_themselves():
    inner = complex_field(code(" PAGEREF _Toc1 \\h "), result=run("7"))
    gone_inner = complex_field(code(" AUTHOR "), result=run("x"))
    entry = complex_field(code(' HYPERLINK \\l "_Toc1" '), result=run("One") + inner)
    root, gone = cleaned(
        paragraph(mark("begin"), code(' TOC \\o "1-2" '), mark("separate"), entry)
        + paragraph(gone_inner, mark("end"))
        + paragraph(complex_field(code(" QUOTE x "), result=inner))
    )
    assert gone == {"field codes (their text stays)": 2}
    assert instructions(root) == [
        ' TOC \\o "1-2" ',
        ' HYPERLINK \\l "_Toc1" ',
        " PAGEREF _Toc1 \\h ",
        " PAGEREF _Toc1 \\h ",
    ]
    assert shown(root) == ["One7", "x", "7"]


def test_the_place_that_a_button_shows_stays_a_field():
    inner = complex_field(code(" PAGEREF _Toc1 "), result=run("7"))
    root, _ = cleaned(paragraph(complex_field(code(" GOTOBUTTON _Toc1 page "), inner)))
    assert shown(root) == ["page 7"]
    assert instructions(root) == [" PAGEREF _Toc1 "]


def test_a_kept_instruction_in_pieces_becomes_one():
    field = complex_field(code(" PAGE", "<w:b/>"), code("REF _To"), code("c1"), result=run("7"))
    root, gone = cleaned(paragraph(field))
    assert gone == TIDIED
    assert instructions(root) == [" PAGEREF _Toc1"]


def test_blank_pieces_around_an_instruction_are_left_alone():
    root, gone = cleaned(paragraph(complex_field(code(" "), code("PAGE"), code(" "))))
    assert gone == {}
    assert instructions(root) == [" ", "PAGE", " "]


def test_a_text_box_does_not_end_the_field_around_it():
    box = text_box(paragraph(mark("end"), run("b")))
    root, gone = cleaned(
        paragraph(mark("begin"), code(" AUTHOR "), mark("separate"), box, run("a"), mark("end"))
    )
    assert shown(root) == ["*bba", "b", "b"]  # once for each variant, and in each box
    assert not list(root.iter("{*}fldChar"))
    assert gone == {"field codes (their text stays)": 3}


def test_notes_are_stories_of_their_own():
    notes = "".join(
        f'<w:footnote w:id="{n}">{paragraph(part, run(str(n)))}</w:footnote>'
        for n, part in enumerate([mark("begin") + code("PAGE"), mark("end")])
    )
    root = etree.fromstring(story("footnotes", notes).encode())
    assert clean_fields(root, {}, {}) == {"field codes (their text stays)": 2}
    assert shown(root) == ["0", "1"]


def test_a_reference_to_a_value_that_was_set_goes_with_it():
    setter = complex_field(code(' SET Berisha "x" '), result=run("x"))
    user = complex_field(code(" REF Berisha "), result=run("x"))
    root, gone = cleaned(paragraph(setter) + paragraph(user))
    assert gone == {"field codes (their text stays)": 2}
    assert shown(root) == ["", "x"]


def test_a_field_in_deleted_text_goes_and_its_text_stays_deleted():
    deleted = (
        '<w:del w:id="1"><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:delInstrText>FORMCHECKBOX</w:delInstrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>'
    )
    root, gone = cleaned(paragraph(deleted))
    assert gone == FORM
    assert [e.text for e in root.iter("{*}delText")] == ["\u2610"]
    assert instructions(root) == []


def form(inside):
    return f'<w:ffData><w:name w:val="Berisha"/><w:statusText w:val="x"/>{inside}</w:ffData>'


LIST = '<w:listEntry w:val="Berisha"/><w:listEntry w:val="Marku"/>'


@pytest.mark.parametrize(
    ("instruction", "data", "result", "text"),
    [
        ("FORMTEXT", "<w:textInput/>", run("typed"), "typed"),
        ("FORMTEXT", '<w:textInput><w:default w:val="Berisha"/></w:textInput>', None, ""),
        ("FORMCHECKBOX", "<w:checkBox><w:checked/></w:checkBox>", None, "\u2612"),
        ("FORMCHECKBOX", '<w:checkBox><w:checked w:val="0"/></w:checkBox>', None, "\u2610"),
        ("FORMCHECKBOX", '<w:checkBox><w:default w:val="1"/></w:checkBox>', None, "\u2612"),
        (
            "FORMCHECKBOX",
            '<w:checkBox><w:default w:val="1"/><w:checked w:val="false"/></w:checkBox>',
            None,
            "\u2610",
        ),
        ("FORMCHECKBOX", "<w:checkBox/>", None, "\u2610"),
        ("FORMCHECKBOX", "<w:checkBox><w:checked/></w:checkBox>", run("X"), "X"),
        ("FORMDROPDOWN", f"<w:ddList>{LIST}</w:ddList>", None, "Berisha"),
        ("FORMDROPDOWN", f'<w:ddList><w:result w:val="1"/>{LIST}</w:ddList>', None, "Marku"),
        ("FORMDROPDOWN", f'<w:ddList><w:default w:val="1"/>{LIST}</w:ddList>', None, "Marku"),
        ("FORMDROPDOWN", f'<w:ddList><w:result w:val="5"/>{LIST}</w:ddList>', None, ""),
        ("FORMDROPDOWN", f"<w:ddList>{LIST}</w:ddList>", run("chosen"), "chosen"),
    ],
)
def test_a_form_field_becomes_what_it_shows(instruction, data, result, text):
    field = complex_field(code(instruction), result=result, data=form(data))
    root, gone = cleaned(paragraph(run("a"), field, run("z")))
    assert gone == FORM
    assert shown(root) == [f"a{text}z"]
    assert not list(root.iter("{*}ffData", "{*}fldChar"))


def test_what_hangs_on_the_marks_of_a_kept_field_goes():
    data = "<w:fldData>QmVyaXNoYQ==</w:fldData>"
    for body in (
        paragraph(complex_field(code(" PAGE "), result=run("1"), data=data)),
        paragraph(simple_field(" PAGE ", data, run("1"))),
    ):
        root, gone = cleaned(body)
        assert gone == TIDIED
        assert instructions(root) == [" PAGE "]
        assert not list(root.iter("{*}fldData"))


def test_strict_files_are_the_same():
    body = paragraph(complex_field(code("FORMCHECKBOX"))) + paragraph(simple_field(" AUTHOR "))
    root = parsed(body, STRICT)
    assert sum(clean_fields(root, {}, {}).values()) == 2
    assert [e.text for e in root.iter(f"{{{STRICT}}}t")] == ["\u2610"]


PIECES = st.sampled_from(
    [
        mark("begin"), mark("begin"), mark("separate"), mark("end"), mark("end"), run("word"),
        code(" PAGE "), code(" AUTHOR "), code(' REF "Beri'), code('sha" \\h'),
        code(" MACROBUTTON a b"), code("SET Berisha x"),
        "</w:p><w:p>", text_box(paragraph(mark("end"), run("boxed"))),
        simple_field(" NUMPAGES ", run("3")), simple_field("\\h"),
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=14))
def test_a_second_cleaning_finds_nothing_and_every_field_is_whole(pieces):
    root = parsed(paragraph(*pieces))
    before = etree.tostring(root)
    gone = clean_fields(root, BOOKMARKS, STYLES)
    assert (etree.tostring(root) != before) == bool(gone)
    kinds = [e.get(f"{{{e.nsmap['w']}}}fldCharType") for e in root.iter("{*}fldChar")]
    assert kinds.count("begin") == kinds.count("end") >= kinds.count("separate")
    assert "Berisha" not in " ".join(instructions(root))
    assert clean_fields(root, {"bookmark1": "bookmark1", **BOOKMARKS}, STYLES) == {}
