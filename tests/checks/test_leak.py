"""The leak check: a planted name is found wherever it hides, and never shown."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from redactor.checks.leak import Sought, check_package, occurrences
from redactor.model import Finding, Severity

NAME = Sought("Danielle Hargreaves")
GIVEN = Sought("Danielle")
WORD = Sought("Hope", exact_case=True)

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CLEAN = f'<w:document xmlns:w="{_W}"><w:body><w:p><w:r><w:t>Nobody.</w:t></w:r></w:p></w:body>'
CLEAN = f"{_CLEAN}</w:document>"


def story(content: str, root: str = "document") -> str:
    return f'<w:{root} xmlns:w="{_W}">{content}</w:{root}>'


def paragraph(*runs: str) -> str:
    return "<w:p>" + "".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in runs) + "</w:p>"


def package(members: dict[str, str | bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in {"word/document.xml": CLEAN, **members}.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def leaks(members: dict[str, str | bytes], *sought: Sought, stay: int = 0) -> list[Finding]:
    findings = check_package(package(members), dict.fromkeys(sought or (NAME,), stay))
    return [finding for finding in findings if finding.severity is Severity.LEAK]


@pytest.mark.parametrize(
    "members",
    [
        {"word/document.xml": story(paragraph("Danielle Hargreaves rang."))},
        {"word/document.xml": story(paragraph("Dan", "ielle Har", "greaves", " rang."))},
        {"word/document.xml": story("<w:tbl><w:tr><w:tc>" + paragraph("Danielle Hargreaves")
                                    + "</w:tc></w:tr></w:tbl>")},
        {"word/header1.xml": story(paragraph("DANIELLE HARGREAVES"), "hdr")},
        {"word/footer1.xml": story(paragraph("Danielle Hargreaves"), "ftr")},
        {"word/footnotes.xml": story(paragraph("Danielle Hargreaves"), "footnotes")},
        {"word/comments.xml": story(
            f'<w:comment w:id="1">{paragraph("Danielle Hargreaves")}</w:comment>', "comments")},
        {"word/comments.xml": story('<w:comment w:author="Danielle Hargreaves"/>', "comments")},
        {"word/document.xml": story(
            "<w:p><w:del><w:r><w:delText>Danielle Hargreaves</w:delText></w:r></w:del></w:p>")},
        {"word/document.xml": story(
            "<w:p><w:r><w:instrText>LINK Danielle Hargreaves</w:instrText></w:r></w:p>")},
        {"word/document.xml": story('<w:bookmarkStart w:name="Danielle_Hargreaves"/>'
                                    + paragraph("Danielle Hargreaves"))},
        {"docProps/core.xml": "<p><creator>Danielle Hargreaves</creator></p>"},
        {"customXml/item1.xml": '<a name="x" title="Danielle Hargreaves"/>'},
        {"word/_rels/document.xml.rels":
            '<Relationships><Relationship Target="Danielle Hargreaves.docx"/></Relationships>'},
        {"word/media/Danielle Hargreaves.xml": "<a/>"},
        {"word/broken.xml": "<a>Danielle Hargreaves"},
    ],
    ids=[
        "body", "across runs", "table cell", "header in capitals", "footer", "footnote",
        "comment", "author of a comment", "deleted text", "field code", "body and bookmark",
        "property", "attribute", "target of a link", "name of a part", "no XML at all",
    ],
)  # fmt: skip
def test_a_planted_name_is_found(members):
    [finding] = leaks(members)
    assert finding.rule == "real-name"


# Whatever Word writes into w:val is skipped, and so is any attribute whose name merely ends like
# a skipped one ("path", "eid"): the pattern is not anchored at its start.
@pytest.mark.parametrize(
    "content",
    [
        '<w:sdt><w:sdtPr><w:alias w:val="Danielle Hargreaves"/></w:sdtPr></w:sdt>',
        '<w:sdt><w:sdtPr><w:tag w:val="Danielle Hargreaves"/></w:sdtPr></w:sdt>',
        '<w:docVars><w:docVar w:name="victim" w:val="Danielle Hargreaves"/></w:docVars>',
        '<w:a path="Danielle Hargreaves"/>',
        '<w:a moniker_id="Danielle Hargreaves"/>',
    ],
    ids=["control's title", "control's tag", "document variable", "path", "ends in id"],
)
def test_a_name_in_an_attribute_that_word_shows_is_found(content):
    assert leaks({"word/document.xml": story(content)})


@pytest.mark.parametrize(
    "text",
    [
        "Danielle\u00a0Hargreaves",
        "Danielle  Hargreaves",
        "Danielle Har\u00adgreaves",
        "Danie\u200blle Hargreaves",
        "danielle hargreaves",
        "DANIELLE HARGREAVES",
        "DanielleHargreaves",
        "Danielle Hargreaves\u2019s",
        "(Danielle Hargreaves)",
        "Danielle\u2009Hargreaves",
        "Dani\u00e9lle Hargreaves",
    ],
)
def test_a_name_is_found_however_it_is_spelt(text):
    assert occurrences(NAME, text) == 1
    assert len(leaks({"word/document.xml": story(paragraph(text))})) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Siobh\u00e1n", "Siobha\u0301n"),
        ("Siobha\u0301n", "Siobh\u00e1n"),
        ("Siobh\u00e1n", "Siobhan"),
        ("Ma\u0142gorzata", "Malgorzata"),
        ("O\u2019Dowd", "O'Dowd"),
        ("O'Dowd", "O\u2019Dowd"),
        ("Anne-Marie", "Anne\u2011Marie"),
        ("Anne\u2010Marie", "Anne-Marie"),
        ("St Mary's", "St\u00a0Mary\u2019s"),
    ],
)
def test_folded_spellings_are_one(name, text):
    assert occurrences(Sought(name), f"then {text} rang") == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ann", "Annual planning"),
        ("Ann", "Anne"),
        ("Ann", "Joann"),
        ("Danielle", "Danielleville"),
        ("Danielle", "Daniel"),
        ("Danielle Hargreaves", "Danielle rang Hargreaves"),
        ("Hargreaves", "Hargreaveses"),
        ("D.H.", "DXHX"),
        ("Ann", ""),
    ],
)
def test_what_is_another_word_is_no_leak(name, text):
    assert occurrences(Sought(name), text) == 0
    assert leaks({"word/document.xml": story(paragraph(text))}, Sought(name)) == []


# U+001E, which stands between two texts, is white space for a pattern's \s: the name crosses it.
def test_runs_are_joined_but_paragraphs_are_not():
    apart = {"word/document.xml": story(paragraph("Danielle") + paragraph("Hargreaves"))}
    assert leaks(apart) == []
    assert len(leaks(apart, GIVEN)) == 1


@pytest.mark.parametrize(
    ("between", "hits"),
    [("<w:tab/>", 1), ("<w:br/>", 1), ("<w:softHyphen/>", 1)],
)
def test_what_stands_between_two_texts_hides_nothing(between, hits):
    body = f"<w:p><w:r><w:t>Danielle</w:t>{between}<w:t>Hargreaves</w:t></w:r></w:p>"
    assert len(leaks({"word/document.xml": story(body)})) == hits


def test_a_no_break_hyphen_is_a_hyphen():
    body = "<w:p><w:r><w:t>Anne</w:t><w:noBreakHyphen/><w:t>Marie</w:t></w:r></w:p>"
    assert len(leaks({"word/document.xml": story(body)}, Sought("Anne-Marie"))) == 1


def test_a_paragraph_inside_another_is_read_for_itself():
    box = f"<w:pict><w:txbxContent>{paragraph('Danielle Hargreaves')}</w:txbxContent></w:pict>"
    body = f"<w:p><w:r><w:t>Dan</w:t></w:r><w:r>{box}</w:r><w:r><w:t>ielle</w:t></w:r></w:p>"
    [finding] = leaks({"word/document.xml": story(body)}, Sought("Danielle"))
    assert finding.reason.startswith("found 2 times")


@pytest.mark.parametrize(
    ("text", "stay", "leaking"),
    [
        ("They had no hope.", 0, False),
        ("HOPE", 0, False),
        ("Hope said so.", 0, True),
        ("Hope said so.", 1, False),
        ("Hope said so, and Hope left.", 1, True),
        ("Hope said so, and Hope left.", 2, False),
        ("Hopeful", 0, False),
    ],
)
def test_a_name_that_is_a_word_counts_in_its_own_case_beyond_what_stays(text, stay, leaking):
    found = leaks({"word/document.xml": story(paragraph(text))}, WORD, stay=stay)
    assert bool(found) is leaking


def test_what_stays_is_counted_over_all_parts_together():
    members = {
        "word/document.xml": story(paragraph("Hope said so.")),
        "word/header1.xml": story(paragraph("Hope left."), "hdr"),
    }
    assert leaks(members, WORD, stay=2) == []
    [finding] = leaks(members, WORD, stay=1)
    assert finding.reason == "found 2 times, 1 expected"
    assert "header1.xml" in finding.place


def test_a_finding_names_the_place_and_never_the_name():
    for content in ("Danielle Hargreaves", "DANIELLE HARGREAVES rang."):
        [finding] = leaks({"word/document.xml": story(paragraph("None.") + paragraph(content))})
        assert finding.place == "output: word/document.xml, paragraph 2"
        assert "anielle" not in str(finding).lower()
        assert "argreaves" not in str(finding).lower()
        assert finding.excerpt == "D\u2022\u2022\u2022\u2022\u2022\u2022\u2022 H" + "\u2022" * 9


# The place of a finding quotes the name of its part as it is.
@pytest.mark.parametrize("member", ["word/Danielle Hargreaves.xml", "word/Danielle Hargreaves.png"])
def test_a_finding_never_shows_the_name_that_a_part_bears(member):
    findings = check_package(package({member: "<a/>"}), {NAME: 0})
    assert findings
    assert "Danielle" not in str(findings)


def test_a_sought_name_is_in_no_repr():
    assert "Danielle" not in repr(NAME)


@pytest.mark.parametrize(
    "member", ["word/media/image1.png", "word/embeddings/book.xlsx", "word/vbaProject.bin"]
)
def test_what_nobody_has_read_is_said(member):
    findings = check_package(package({member: b"\x00\x01"}), {})
    assert [(f.severity, member in f.place) for f in findings] == [(Severity.NOT_INSPECTED, True)]


def test_a_clean_package_has_no_finding():
    assert check_package(package({}), {NAME: 0, WORD: 0}) == []
    assert check_package(package({"word/document.xml": story(paragraph("Nobody."))}), {}) == []


def test_entities_are_not_followed():
    declared = '<!DOCTYPE a [<!ENTITY x "Danielle">]>'
    part = {"customXml/item1.xml": f"{declared}<a><b>Hargreaves &x;</b></a>"}
    assert leaks(part, GIVEN) == []
    assert len(leaks(part, Sought("Hargreaves"))) == 1


# Text behind a child element (mixed content, in custom XML) is not read.
def test_text_behind_an_element_is_read():
    assert leaks({"customXml/item1.xml": "<a>then <b/>Danielle Hargreaves</a>"})


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04"])
def test_what_is_no_zip_is_refused(content):
    with pytest.raises(zipfile.BadZipFile):
        check_package(content, {NAME: 0})
