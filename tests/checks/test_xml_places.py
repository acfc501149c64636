"""Every place of a part's XML that can hold a name, and places that only seem to."""

from __future__ import annotations

import base64

import pytest

from redactor.checks.sought import Sought, SoughtKind
from redactor.model import Severity
from tests.checks.word_packages import (
    GIVEN,
    HOPE,
    NAME,
    PHONE,
    STRICT,
    cells,
    in_body,
    inspect,
    leaks,
    paragraph,
    run,
    story,
)

_ENCODED = base64.b64encode(b"rang Danielle Hargreaves again").decode()
_UTF_16 = base64.b64encode("Danielle Hargreaves".encode("utf-16-le")).decode()


def deleted(text: str) -> str:
    return f"<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def between(markup: str) -> str:
    return f"<w:p><w:r><w:t>Danielle</w:t>{markup}<w:t>Hargreaves</w:t></w:r></w:p>"


def fallback(first: str, second: str) -> str:
    return (
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{first}</mc:Choice>"
        f"<mc:Fallback>{second}</mc:Fallback></mc:AlternateContent>"
    )


BODIES = {
    "a paragraph": paragraph("Danielle Hargreaves rang."),
    "split runs": paragraph("Dan", "ielle Har", "greaves", " rang."),
    "a letter a run": paragraph(*"Danielle Hargreaves"),
    "a proofing mark": f"<w:p>{run('Dan')}<w:proofErr w:type='spellStart'/>{run('ielle')}"
    f"{run(' Hargreaves')}</w:p>",
    "a bookmark in it": f"<w:p>{run('Danielle Harg')}<w:bookmarkStart w:id='1' w:name='a'/>"
    f"<w:bookmarkEnd w:id='1'/>{run('reaves')}</w:p>",
    "blanks for the eye": f"<w:p>\n  {run('Danielle Harg')}\n  {run('reaves')}\n</w:p>",
    "a soft hyphen": paragraph("Danielle Har\u00adgreaves"),
    "a soft hyphen element": between("<w:softHyphen/>"),
    "a no-break hyphen": paragraph("Danielle\u2011Hargreaves"),
    "a no-break hyphen element": between("<w:noBreakHyphen/>"),
    "a no-break space": paragraph("Danielle\u00a0Hargreaves"),
    "a tab": between("<w:tab/>"),
    "a line break": between("<w:br/>"),
    "a carriage return": between("<w:cr/>"),
    "zero width": paragraph("Danie\u200blle Hargr\ufeffeaves"),
    "combining marks": paragraph("Danie\u0301lle Hargreaves"),
    "bidi marks": paragraph("\u202bDanielle\u202c Hargreaves"),
    "full-width letters": paragraph("\uff24anielle Hargreaves"),
    "character references": paragraph("&#68;anielle&#x20;Hargreaves"),
    "references of references": paragraph("Danielle&amp;nbsp;Hargreaves"),
    "CDATA": paragraph("<![CDATA[Danielle]]> Hargreaves"),
    "a cell": cells("one", "Danielle Hargreaves"),
    "adjacent cells": cells("Danielle", "Hargreaves"),
    "cells with an empty one between": cells("Danielle", "", "Hargreaves"),
    "adjacent paragraphs": paragraph("We met Danielle") + paragraph("Hargreaves there."),
    "a text box": f"<w:p>{run('see')}<w:r><w:pict><v:textbox><w:txbxContent>"
    f"{paragraph('Danielle Hargreaves')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>",
    "round a text box": f"<w:p>{run('Dan')}<w:r><w:pict><w:txbxContent>{paragraph('x')}"
    f"</w:txbxContent></w:pict></w:r>{run('ielle Hargreaves')}</w:p>",
    "a fallback": f"<w:p>{fallback(run('nobody'), run('Danielle Hargreaves'))}</w:p>",
    "both branches of one word": f"<w:p>{fallback(run('Danielle'), run('Danielle'))}"
    f"{run(' Hargreaves')}</w:p>",
    "a content control": f"<w:p><w:sdt><w:sdtContent>{run('Danielle Hargreaves')}"
    "</w:sdtContent></w:sdt></w:p>",
    "a smart tag": f"<w:p><w:smartTag w:element='PersonName'>{run('Danielle')}</w:smartTag>"
    f"{run(' Hargreaves')}</w:p>",
    "an insertion": f"<w:p><w:ins w:id='1'>{run('Danielle Hargreaves')}</w:ins></w:p>",
    "a deletion": f"<w:p>{deleted('Danielle Hargreaves')}</w:p>",
    "half a deletion": f"<w:p>{run('Danielle ')}{deleted('Hargreaves')}</w:p>",
    "a deletion around an insertion": f"<w:p>{deleted('Danielle ')}<w:ins>{run('Jo ')}</w:ins>"
    f"{deleted('Hargreaves')}</w:p>",
    "what is left by a deletion": f"<w:p>{run('Dani')}{deleted('x')}{run('elle Hargreaves')}</w:p>",
    "a move": f"<w:p><w:moveFrom>{run('Danielle Hargreaves')}</w:moveFrom></w:p>",
    "hidden text": "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Danielle Hargreaves</w:t></w:r></w:p>",
    "an instruction": "<w:p><w:r><w:instrText>LINK Danielle</w:instrText><w:instrText> Hargreaves"
    "</w:instrText></w:r></w:p>",
    "a deleted instruction": "<w:p><w:del><w:r><w:delInstrText>Danielle Hargreaves"
    "</w:delInstrText></w:r></w:del></w:p>",
    "a field's result": "<w:p><w:r><w:t>Danielle </w:t><w:fldChar/><w:instrText>REF a</w:instrText>"
    "<w:fldChar/><w:t>Hargreaves</w:t><w:fldChar/></w:r></w:p>",
    "a simple field": "<w:p><w:fldSimple w:instr=' AUTHOR &quot;Danielle Hargreaves&quot; '/>"
    "</w:p>",
    "ruby": "<w:p><w:r><w:ruby><w:rt><w:r><w:t>Danielle Hargreaves</w:t></w:r></w:rt><w:rubyBase>"
    f"{run('DH')}</w:rubyBase></w:ruby></w:r></w:p>",
    "math": "<w:p><m:oMath><m:r><m:t>Danielle Hargreaves</m:t></m:r></m:oMath></w:p>",
    "a drawing's paragraph": "<w:p><w:r><w:drawing><a:p><a:r><a:t>Danielle Har</a:t></a:r><a:r>"
    "<a:t>greaves</a:t></a:r></a:p></w:drawing></w:r></w:p>",
    "stray text": "<w:p>Danielle Hargreaves</w:p>",
    "alternative text": "<w:p><w:r><w:drawing><wp:docPr id='1' name='a' "
    "descr='Danielle Hargreaves at home'/></w:drawing></w:r></w:p>",
    "WordArt": "<w:p><w:r><w:pict><v:textpath string='Danielle Hargreaves'/></w:pict></w:r></w:p>",
    "the title of a control": "<w:sdt><w:sdtPr><w:alias w:val='Danielle Hargreaves'/>"
    "</w:sdtPr></w:sdt>",
    "the tag of a control": "<w:sdt><w:sdtPr><w:tag w:val='daniellehargreaves'/></w:sdtPr></w:sdt>",
    "a list item": "<w:sdt><w:sdtPr><w:comboBox><w:listItem w:displayText='a' "
    "w:value='Danielle Hargreaves'/></w:comboBox></w:sdtPr></w:sdt>",
    "a table's caption": "<w:tbl><w:tblPr><w:tblCaption w:val='Danielle Hargreaves'/></w:tblPr>"
    "</w:tbl>",
    "an author": f"<w:p><w:ins w:author='Danielle Hargreaves'>{run('x')}</w:ins></w:p>",
    "a bookmark's name": "<w:p><w:bookmarkStart w:name='DanielleHargreaves'/></w:p>",
    "an unknown attribute": "<w:p w:anything='Danielle Hargreaves'/>",
    "a typeface": "<w:p><w:r><w:rPr><w:rFonts w:ascii='Danielle Hargreaves'/></w:rPr></w:r></w:p>",
    "a style of VML": "<w:p><w:r><w:pict><v:shape style='width:1pt;x:Danielle Hargreaves'/>"
    "</w:pict></w:r></w:p>",
    "an element's name": "<w:DanielleHargreaves/>",
    "an attribute's name": "<w:p w:DanielleHargreaves='1'/>",
    "a namespace": "<x:a xmlns:x='urn:danielle-hargreaves'/>",
    "a prefix": "<DanielleHargreaves:a xmlns:DanielleHargreaves='urn:a'/>",
    "a comment": "<!-- Danielle Hargreaves -->",
    "an instruction to programs": "<?page Danielle Hargreaves?>",
    "base64": paragraph(_ENCODED),
    "base64 in UTF-16": paragraph(_UTF_16),
    "base64 behind something": paragraph(f"cid:x{_ENCODED}"),
    "base64 beside base64": paragraph(f"{'QUJD' * 10}QQ {_ENCODED}"),
    "base64 before a word": paragraph(f"cid:x{_ENCODED} then"),
    "base64 in an attribute": f"<w:p w:a='{_ENCODED}'/>",
    "an address with data": f"<w:p w:a='data:text/plain;base64,{_ENCODED}'/>",
    "percent": "<w:p w:a='file:///C:/Danielle%20Hargreaves.docx'/>",
    "hexadecimal": paragraph(b"Danielle Hargreaves".hex()),
}  # fmt: skip


@pytest.mark.parametrize("namespace", [None, STRICT], ids=["transitional", "strict"])
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_a_name_in_the_story_is_found(body, namespace):
    text = story(body, namespace=namespace) if namespace else story(body)
    assert leaks({"word/document.xml": text})


PARTS = {
    "a header": ("word/header1.xml", story(paragraph("Danielle Hargreaves"), "hdr")),
    "a footnote": ("word/footnotes.xml", story(
        f"<w:footnote>{paragraph('Danielle Hargreaves')}</w:footnote>", "footnotes")),
    "a property": ("docProps/core.xml", ("<p xmlns:dc='http://purl.org/dc/elements/1.1/'>"
                   "<dc:creator>Danielle Hargreaves</dc:creator></p>")),
    "custom XML": ("customXml/item1.xml", "<a><b>Danielle Hargreaves</b></a>"),
    "two elements": ("customXml/item1.xml", "<a>\n<b>Danielle</b>\n<c>Hargreaves</c>\n</a>"),
    "a split word": ("customXml/item1.xml", "<a><b>Dani</b><b>elle</b> <b>Hargreaves</b></a>"),
    "mixed content": ("customXml/item1.xml", "<a>then <b/>Danielle Hargreaves</a>"),
    "an attribute": ("customXml/item1.xml", "<a who='Danielle Hargreaves'/>"),
    "a target": ("word/_rels/document.xml.rels", ("<Relationships><Relationship Type='x' "
                 "Target='file:///C:/Danielle%20Hargreaves.docx'/></Relationships>")),
    "a part's name": ("word/danielle-hargreaves.xml", "<a/>"),
    "a shared string": ("xl/sharedStrings.xml", ("<sst><si><r><t>Danielle Harg</t></r><r>"
                        "<t>reaves</t></r></si></sst>")),
    "neighbouring strings": ("xl/sharedStrings.xml",
                             "<sst><si><t>Danielle</t></si><si><t>Hargreaves</t></si></sst>"),
    "a picture in SVG": ("word/media/a.svg", ("<svg xmlns='http://www.w3.org/2000/svg'><text>"
                         "<tspan>Dan</tspan><tspan>ielle</tspan> Hargreaves</text></svg>")),
    "UTF-16": ("customXml/item1.xml",
               "<?xml version='1.0' encoding='UTF-16'?><a>Danielle Hargreaves</a>"
               .encode("utf-16")),
    "Latin": ("customXml/item1.xml",
              "<?xml version='1.0' encoding='windows-1252'?><a>Dani\u00e9lle Hargreaves</a>"
              .encode("cp1252")),
    "an entity": ("customXml/item1.xml",
                  "<!DOCTYPE a [<!ENTITY x 'Danielle Hargreaves'>]><a>&x;</a>"),
    "a document type": ("customXml/item1.xml",
                        "<!DOCTYPE a SYSTEM 'Danielle Hargreaves.dtd'><a/>"),
    "a default": ("customXml/item1.xml",
                  "<!DOCTYPE a [<!ATTLIST a b CDATA 'Danielle Hargreaves'>]><a/>"),
    "malformed XML": ("word/header1.xml", "<a><b>Danielle Hargreaves</a>"),
    "a broken word in malformed XML": ("word/header1.xml", "<a><b>Danie<c/>lle Hargreaves</a>"),
    "a web page": ("word/afchunk.htm", "<html><p>Dan<b>ielle</b> Harg<br>reaves</html>"),
    "a mail": ("word/afchunk.mht", "Subject: x\n\nDan=\nielle =48argreaves\n"),
    "RTF": ("word/afchunk.rtf", r"{\rtf1 Dani\'65lle \b Harg\b0 r\u101?aves}"),
    "plain text": ("word/afchunk.txt", "Danielle\nHargreaves"),
}  # fmt: skip


@pytest.mark.parametrize(("member", "content"), PARTS.values(), ids=PARTS)
def test_a_name_in_another_part_is_found(member, content):
    assert leaks({member: content})


@pytest.mark.parametrize(
    ("body", "sought"),
    [
        (paragraph("They had no hope. She may come."), HOPE),
        ("<w:p><w:pPr><w:pStyle w:val='Strong'/></w:pPr></w:p>",
         Sought("Strong", SoughtKind.WORD)),
        ("<w:p><w:r><w:rPr><w:rFonts w:ascii='Georgia' w:hAnsi='Georgia'/></w:rPr></w:r></w:p>",
         Sought("Georgia")),
        (("<w:p><w:r><w:pict><v:shape style='font-family:&quot;Georgia&quot;;width:1pt'/>"
         "</w:pict></w:r></w:p>"), Sought("Georgia")),
        ("<w:p w:rsidR='00FADA12' w14:paraId='7ADA00BE'/>", Sought("Ada")),
        ("<w:p><w:r><w:rPr><w:color w:val='ADA000'/></w:rPr></w:r></w:p>", Sought("Ada")),
        ("<w:p><w:r><w:object><o:OLEObject ProgID='Word.OLEObject'/></w:object></w:r></w:p>",
         Sought("Ole")),
        ("<w:p><w:r><w:t>x</w:t></w:r></w:p>", Sought("Val")),
        ("<a:font script='Hans' typeface='x'/>", Sought("Hans")),
        ("<w:p><w:r><w:pict><v:f eqn='val #0'/></w:pict></w:r></w:p>", Sought("Val")),
        (paragraph("Ann") + paragraph("ual"), Sought("Annual")),
        (paragraph("Danielle") + paragraph("rang") + paragraph("Hargreaves"), NAME),
        (paragraph("I saw Danielle.") + paragraph("Hargreaves left."), NAME),
        (cells("07700", "900123"), PHONE),
        ("<w:p w:x='077009001'/>", Sought("0770", SoughtKind.IDENTIFIER)),
        (f"<w:p>{run('Daniel')}{deleted('le')}</w:p>", Sought("Dani")),
        (paragraph("<![CDATA[Dani<b>elle]]>"), Sought("Dani elle rang")),
        (paragraph(base64.b64encode(bytes(range(256)) * 40).decode()), Sought("Ann")),
    ],
    ids=lambda value: value.text if isinstance(value, Sought) else "",
)  # fmt: skip
def test_what_is_no_name_is_left_alone(body, sought):
    assert leaks(in_body(body), [sought]) == ()


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (paragraph("Danielle Hargreaves, Danielle Hargreaves"), 2),
        (cells("Danielle", "Hargreaves"), 1),
        (cells("Danielle Hargreaves", "Danielle Hargreaves"), 1),
        (f"<w:p>{run('Danielle ')}{deleted('Hargreaves')}{run('Hargreaves')}</w:p>", 2),
        (f"<w:p>{run('Danielle Hargreaves')}{deleted('x')}</w:p>", 1),
        (paragraph("Danielle%20Hargreaves"), 1),
    ],
)
def test_an_occurrence_counts_once(body, found):
    times = [finding.reason.split("found ")[1].split(",")[0] for finding in leaks(in_body(body))]
    assert set(times) == {"once" if found == 1 else f"{found} times"}


def test_deleted_and_inserted_words_do_not_hide_each_other():
    body = f"<w:p>{deleted('Daniel')}<w:ins>{run('Danielle')}</w:ins></w:p>"
    assert len(leaks(in_body(body), [GIVEN])) == 1
    assert len(leaks(in_body(body), [Sought("Daniel")])) == 1


def test_paragraphs_are_numbered_by_their_start_tags():
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('Danielle')}</w:txbxContent></w:pict></w:r>"
    body = paragraph("one") + f"<w:p>{box}{run('Danielle')}</w:p>" + paragraph("Danielle")
    places = [finding.place for finding in leaks(in_body(body), [GIVEN])]
    assert places == [f"output: word/document.xml, paragraph {number}" for number in (2, 3, 4)]


def test_entities_are_not_followed_and_that_is_said():
    part = "<!DOCTYPE a [<!ENTITY x 'Dani'><!ENTITY y '&x;&x;'>]><a>&y;elle</a>"
    [finding] = inspect({"customXml/item1.xml": part}).of(Severity.NOT_INSPECTED)
    assert "entities" in finding.reason


@pytest.mark.parametrize(
    ("member", "content"),
    [
        ("word/header1.xml", "<a><b></a>"),
        ("word/header1.xml", b"\x00\x01\x02"),
        ("word/header1.xml", "<a>&undeclared;</a>"),
        ("word/header1.xml", "<x:a/>"),
        ("customXml/item1.xml", "<?xml version='1.0' encoding='no-such'?><a/>"),
        ("customXml/odd", "<?xml version='1.0'?><a><b></a>"),
    ],
)
def test_malformed_xml_is_not_inspected(member, content):
    assert len(inspect({member: content}).of(Severity.NOT_INSPECTED)) == 1
