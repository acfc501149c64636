"""What a finding tells, and what it never tells."""

from __future__ import annotations

import pytest

from redactor.checks.sought import Sought, SoughtKind
from redactor.model import Severity
from tests.checks.word_packages import (
    GIVEN,
    NAME,
    PHONE,
    in_body,
    inspect,
    leaks,
    package,
    paragraph,
    png,
    story,
)

_NOTHING = paragraph("None.")


@pytest.mark.parametrize(
    ("members", "place", "reason"),
    [
        (in_body(_NOTHING + paragraph("DANIELLE HARGREAVES")),
         "output: word/document.xml, paragraph 2", "in the text: found once, 0 may stay"),
        (in_body("<w:p w:author='Danielle Hargreaves'/>"),
         "output: word/document.xml", "in an attribute: found once, 0 may stay"),
        (in_body(paragraph("We met Danielle") + paragraph("Hargreaves")),
         "output: word/document.xml, paragraph 2",
         "across paragraphs or cells: found once, 0 may stay"),
        ({"word/a.bin": b"\xff\x00" + "Danielle Hargreaves".encode("utf-16-le")},
         "output: word/a.bin", "as UTF-16 in a binary: found once, 0 may stay"),
        ({"word/a.png": png((b"tEXt", b"a\x00Danielle")) + b"Danielle Hargreaves"},
         "output: word/a.png", "among the bytes of a binary: found once, 0 may stay"),
    ],
)  # fmt: skip
def test_a_finding_tells_where(members, place, reason):
    [finding] = leaks(members)
    assert (finding.place, finding.reason) == (place, reason)
    assert finding.excerpt == "D\u2022\u2022\u2022\u2022\u2022\u2022\u2022 H" + "\u2022" * 9
    assert "anielle" not in str(finding).lower()
    assert "argreaves" not in str(finding).lower()


def test_parts_of_an_inner_package_are_named_with_it():
    inner = {"word/document.xml": story(paragraph("Danielle Hargreaves"))}
    [finding] = leaks({"word/embeddings/a.docx": package(inner)})
    assert finding.place == "output: word/embeddings/a.docx!word/document.xml, paragraph 1"


@pytest.mark.parametrize(
    "member",
    [
        "word/Danielle Hargreaves.xml",
        "word/DanielleHargreaves.png",
        "word/danielle%20hargreaves.bin",
        "word/Danielle_Hargreaves.docx",
        "Danielle Hargreaves/a.xml",
    ],
)
def test_a_name_that_a_member_bears_is_not_repeated(member):
    inspection = inspect({member: "<a/>"}, [NAME])
    assert inspection.of(Severity.LEAK)
    assert "anielle" not in str(inspection).lower()
    assert inspection.inspected[1].name == "member 2, whose name holds a sought text"


def test_findings_stand_in_the_order_of_the_package():
    members = {
        "word/document.xml": story(paragraph("Danielle") + paragraph("07700900123, Danielle")),
        "word/a.xml": story(paragraph("Danielle")),
    }
    found = leaks(members, [PHONE, GIVEN])
    assert [finding.place.removeprefix("output: word/") for finding in found] == [
        "document.xml, paragraph 1",
        "document.xml, paragraph 2",
        "document.xml, paragraph 2",
        "a.xml, paragraph 1",
    ]
    assert leaks(members, [GIVEN, PHONE]) == found


def test_a_long_list_of_findings_is_cut_and_says_so():
    found = leaks(in_body(paragraph("Danielle") * 400), [GIVEN])
    assert len(found) == 301
    assert found[-1].reason == "found at 100 more places"


def test_a_clean_package_has_no_finding():
    inspection = inspect({})
    assert inspection.findings == ()
    assert [(part.name, part.read_as) for part in inspection.inspected] == [
        ("word/document.xml", "text")
    ]


def test_nothing_sought_is_nothing_found_and_all_is_inspected():
    inspection = inspect({"word/a.png": png(), "word/b.bin": bytes(9)}, [])
    assert [finding.severity for finding in inspection.findings] == [
        Severity.NOTE,
        Severity.NOT_INSPECTED,
    ]
    assert len(inspection.inspected) == 3


def test_a_word_is_found_in_what_people_read_alone():
    strong = Sought("Strong", SoughtKind.WORD)
    styled = "<w:p><w:pPr><w:pStyle w:val='Strong'/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>"
    assert leaks(in_body(styled.format("a strong man")), [strong]) == ()
    [finding] = leaks(in_body(styled.format("Mr Strong left.")), [strong])
    assert finding.place.endswith("paragraph 1")
