"""Kept revisions and comments: who made them and when is no longer said."""

import pytest
from lxml import etree
from revised_xml import BY, canonical, ins, p, r, root_of, tbl, tc, tr
from word_files import TRANSITIONAL

from redactor.documents.docx.clean.authors import Authors
from redactor.documents.docx.clean.revisions import anonymise_revisions


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            p(f"<w:ins {BY}>{r('a')}</w:ins>", mark=f"<w:del {BY}/>"),
            p(
                f'<w:ins w:id="9" w:author="Author 1">{r("a")}</w:ins>',
                mark='<w:del w:id="9" w:author="Author 1"/>',
            ),
        ),
        (
            p(f'<w:ins w:id="1" w:author="Bo Reed" w16du:dateUtc="2024">{r("a")}</w:ins>', ins()),
            p(
                f'<w:ins w:id="1" w:author="Author 1">{r("a")}</w:ins>',
                '<w:ins w:id="9" w:author="Author 2"/>',
            ),
        ),
        (
            p('<w:ins w:author="ADA  quill "/>', '<w:ins w:author=" Ada Quill"/>'),
            p('<w:ins w:author="Author 1"/>', '<w:ins w:author="Author 1"/>'),
        ),
        (
            (
                '<w:comment w:id="1" w:author="Ada" w:initials="AQ" w:date="2024"/>'
                '<w:comment w:initials="BR"/>'
            ),
            '<w:comment w:id="1" w:author="Author 1" w:initials="A1"/><w:comment/>',
        ),
        (
            tbl(tr(tc(p(), properties=f"<w:cellIns {BY}/><w:tcPrChange {BY}/>"))),
            tbl(
                tr(
                    tc(
                        p(),
                        properties='<w:cellIns w:id="9" w:author="Author 1"/>'
                        '<w:tcPrChange w:id="9" w:author="Author 1"/>',
                    )
                )
            ),
        ),
        (
            (
                '<w:moveFromRangeStart w:name="Ada\'s part"/><w:moveToRangeStart w:name="move1"/>'
                '<w:moveToRangeStart w:name="Ada\'s part"/>'
            ),
            (
                '<w:moveFromRangeStart w:name="move2"/><w:moveToRangeStart w:name="move1"/>'
                '<w:moveToRangeStart w:name="move2"/>'
            ),
        ),
        (
            p(properties='<w:numPr><w:numberingChange w:original="Ada %1"/></w:numPr>'),
            p(properties="<w:numPr/>"),
        ),
    ],
)
def test_kept_revisions_lose_who_and_when(before, after):
    root = root_of(before)
    assert anonymise_revisions(root, Authors())
    assert canonical(root) == canonical(root_of(after))


@pytest.mark.parametrize(
    "content",
    [
        p(r("Author"), '<w:sdt><w:sdtPr><w:date w:fullDate="2024"/></w:sdtPr></w:sdt>'),
        p('<w:ins w:id="1" w:author="Author 1"/>'),
        '<w:moveFromRangeStart w:name="move4711"/>',
        '<w:bookmarkStart w:name="author"/>',
    ],
)
def test_kept_revisions_leave_the_rest_alone(content):
    root = root_of(content)
    before = etree.tostring(root)
    assert not anonymise_revisions(root, Authors())
    assert etree.tostring(root) == before


def test_authors_keep_their_numbers_from_part_to_part_and_their_names_to_themselves():
    authors = Authors()
    parts = [root_of(f'<w:ins w:author="{name}"/>') for name in ("Ada", "Bo", "ada")]
    for part in parts:
        anonymise_revisions(part, authors)
    assert [part[0].get(f"{{{TRANSITIONAL}}}author") for part in parts] == [
        "Author 1",
        "Author 2",
        "Author 1",
    ]
    assert "ada" not in repr(authors).lower()
