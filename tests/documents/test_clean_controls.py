"""Content controls, smart tags, custom XML and permissions."""

import pytest
from lxml import etree
from word_files import STRICT, cell, main_story, paragraph, run, table

from redactor.documents.docx.clean.controls import plain_controls

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_SPACES = f' xmlns:w14="{W14}" xmlns:w15="{W15}"'
SETTINGS = "content control settings"


def control(properties, content="", end=""):
    ending = f"<w:sdtEndPr>{end}</w:sdtEndPr>" if end else ""
    return (
        f"<w:sdt{_SPACES}><w:sdtPr>{properties}</w:sdtPr>{ending}"
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def parsed(body, **options):
    return etree.fromstring(main_story(body, **options).encode())


def properties_of(root):
    """The local names below the control's properties, in order."""
    (properties,) = root.iter("{*}sdtPr")
    return [etree.QName(e).localname for e in properties.iter()][1:]


def texts(root):
    return [t.text for t in root.iter("{*}t")]


CHECKBOX = (
    '<w14:checkbox><w14:checked w14:val="1"/><w14:checkedState w14:val="2612"/>'
    '<w14:uncheckedState w14:val="2610"/></w14:checkbox>'
)
COVER_PAGES = (
    '<w:docPartObj><w:docPartGallery w:val="Cover Pages"/><w:docPartCategory w:val="Berisha"/>'
    "<w:docPartUnique/></w:docPartObj>"
)
GALLERY = '<w:docPartGallery w:val="{}"/><w:docPartUnique/>'


@pytest.mark.parametrize(
    "properties",
    [
        "",
        "<w:rPr><w:b/></w:rPr>",
        '<w:alias w:val="Berisha"/><w:id w:val="12"/><w:lock w:val="sdtLocked"/>',
        '<w:showingPlcHdr/><w:temporary/><w:text w:multiLine="1"/>',
        "<w:richText/>",
        "<w:picture/>",
        "<w:equation/>",
        "<w:group/>",
        f"<w:docPartObj>{GALLERY.format('Table of Contents')}</w:docPartObj>",
        CHECKBOX,
        '<w15:appearance w15:val="tags"/><w15:color w:val="FF0000"/>',
    ],
)
def test_what_says_how_a_control_looks_and_works_is_left_alone(properties):
    root = parsed(control(properties, paragraph(run("shown"))))
    before = etree.tostring(root)
    assert plain_controls(root) == {}
    assert etree.tostring(root) == before


@pytest.mark.parametrize(
    ("properties", "left"),
    [
        ('<w:tag w:val="Berisha"/><w:text/>', ["text"]),
        ('<w:placeholder><w:docPart w:val="Berisha"/></w:placeholder><w:id/>', ["id"]),
        ('<w:dataBinding w:xpath="/Berisha"/>', []),
        ('<w15:dataBinding w:xpath="/Berisha"/>', []),
        ('<w:date w:fullDate="2020-01-01T00:00:00Z"><w:lid w:val="en-GB"/></w:date>', ["text"]),
        ('<w:dropDownList><w:listItem w:value="Berisha"/></w:dropDownList>', ["text"]),
        ('<w:comboBox><w:listItem w:displayText="Berisha"/></w:comboBox>', ["text"]),
        ("<w:bibliography/>", []),
        ("<w:citation/>", []),
        ('<w15:repeatingSection><w15:x w15:val="Berisha"/></w15:repeatingSection>', []),
        ("<w15:repeatingSectionItem/>", []),
        ('<x:made xmlns:x="urn:x" x:by="Berisha"/>', []),
        ('<w:text><w:tag w:val="Berisha"/></w:text>', ["text"]),
        (f"<w:docPartObj>{GALLERY.format('Berisha')}</w:docPartObj>", []),
        ("<w:docPartObj><w:docPartUnique/></w:docPartObj>", []),
        (COVER_PAGES, ["docPartObj", "docPartGallery", "docPartUnique"]),
        (f"<w:docPartList>{GALLERY.format('Quick Parts')}</w:docPartList>", []),
        (
            '<w14:checkbox><w14:checked w14:val="1"/><w14:other w14:val="Berisha"/></w14:checkbox>',
            ["checkbox", "checked"],
        ),
    ],
)  # fmt: skip
def test_what_lies_behind_a_control_goes(properties, left):
    root = parsed(control(properties, paragraph(run("shown"))))
    assert plain_controls(root) == {SETTINGS: 1}
    assert properties_of(root) == left
    assert texts(root) == ["shown"]
    assert b"Berisha" not in etree.tostring(root)
    assert plain_controls(root) == {}


def test_the_end_of_a_control_keeps_its_formatting_only():
    root = parsed(control("", paragraph(), end='<w:rPr><w:b/></w:rPr><w:tag w:val="Berisha"/>'))
    assert plain_controls(root) == {SETTINGS: 1}
    assert [etree.QName(e).localname for e in next(root.iter("{*}sdtEndPr"))] == ["rPr"]


def test_controls_within_controls_are_cleaned():
    inner = control('<w:tag w:val="Berisha"/>', run("in"))
    root = parsed(control('<w:tag w:val="Marku"/>', paragraph(run("a"), inner)))
    assert plain_controls(root) == {SETTINGS: 2}
    assert texts(root) == ["a", "in"]


def smart_tag(content):
    return (
        '<w:smartTag w:uri="urn:people" w:element="Berisha">'
        '<w:smartTagPr><w:attr w:name="who" w:val="Berisha"/></w:smartTagPr>'
        f"{content}</w:smartTag>"
    )


def custom_xml(content):
    return (
        '<w:customXml w:uri="urn:x" w:element="Berisha"><w:customXmlPr>'
        f'<w:placeholder w:val="Berisha"/></w:customXmlPr>{content}</w:customXml>'
    )


@pytest.mark.parametrize(
    ("wrapped", "plain"),
    [
        (
            paragraph(run("a"), smart_tag(run("b")), run("c")),
            paragraph(run("a"), run("b"), run("c")),
        ),
        (paragraph(smart_tag(smart_tag(run("b")) + run("c"))), paragraph(run("b"), run("c"))),
        (paragraph(custom_xml(run("b"))), paragraph(run("b"))),
        (custom_xml(paragraph(run("b")) + paragraph()), paragraph(run("b")) + paragraph()),
        (
            table([custom_xml(cell(paragraph(run("b"))))]),
            table([cell(paragraph(run("b")))]),
        ),
        (
            f"<w:tbl>{custom_xml('<w:tr>' + cell(paragraph()) + '</w:tr>')}</w:tbl>",
            f"<w:tbl><w:tr>{cell(paragraph())}</w:tr></w:tbl>",
        ),
        (paragraph(smart_tag("")), paragraph()),
    ],
)
def test_wrappers_go_and_their_content_stays_in_its_place(wrapped, plain):
    root = parsed(wrapped)
    gone = plain_controls(root)
    assert sum(gone.values()) == wrapped.count("<w:smartTag ") + wrapped.count("<w:customXml ")
    assert set(gone) <= {"smart tags (their text stays)", "custom XML tags (their text stays)"}
    assert etree.tostring(root) == etree.tostring(parsed(plain))
    assert plain_controls(root) == {}


@pytest.mark.parametrize(
    ("marks", "count"),
    [
        ('<w:permStart w:id="1" w:ed="berisha@example.org"/><w:permEnd w:id="1"/>', 1),
        ('<w:permStart w:id="1" w:edGrp="everyone"/>', 1),
        ('<w:permEnd w:id="1"/>', 1),
    ],
)
def test_permissions_go(marks, count):
    root = parsed(paragraph(marks, run("a")))
    assert plain_controls(root) == {"permissions to edit": count}
    assert etree.tostring(root) == etree.tostring(parsed(paragraph(run("a"))))


def test_spelling_marks_and_plain_text_are_left_alone():
    root = parsed(paragraph('<w:proofErr w:type="spellStart"/>', run("a")))
    assert plain_controls(root) == {}


def test_strict_files_are_the_same():
    content = paragraph(smart_tag(run("b")))
    root = parsed(control("<w:date/>", content), namespace=STRICT)
    assert plain_controls(root) == {SETTINGS: 1, "smart tags (their text stays)": 1}
    assert properties_of(root) == ["text"]
    assert texts(root) == ["b"]
    assert {etree.QName(e).namespace for e in next(root.iter("{*}sdtPr"))} == {STRICT}
