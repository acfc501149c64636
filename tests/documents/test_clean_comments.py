"""Comments: read in the order of the text, and dropped without a trace in it."""

import pytest
from lxml import etree
from revised_xml import BY, canonical, gone, mark, p, r, root_of
from word_files import TRANSITIONAL, WORD_TYPE, main_story, members_of, story, zipped

from redactor.documents.docx.clean.comments import (
    MOST_QUOTED,
    drop_comment_marks,
    only_comment_ids,
    read_remarks,
)
from redactor.documents.docx.package import read_package
from redactor.documents.docx.source import read_xml
from redactor.model import Remark

NEWER = "http://schemas.microsoft.com/office/word"


def start(number):
    return mark("commentRangeStart", number)


def end(number):
    return mark("commentRangeEnd", number)


def reference(number):
    return f"<w:r><w:rPr/>{mark('commentReference', number)}</w:r>"


def about(number, *content):
    return f"{start(number)}{''.join(content)}{end(number)}{reference(number)}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (p(r("a"), about(1, r("b")), r("c")), p(r("a"), r("b"), r("c"))),
        (start(1) + p(r("a")) + p(r("b"), end(1), reference(1)), p(r("a")) + p(r("b"))),
        (p(f"<w:r>{mark('commentReference')}<w:t>a</w:t></w:r>"), p(r("a"))),
        (p(f"<w:r>{mark('commentReference')}{mark('commentReference', 2)}</w:r>"), p()),
        (p(f"{start(1)} tail"), p(" tail")),
    ],
)
def test_marks_are_dropped_and_texts_stay(before, after):
    root = root_of(before)
    assert drop_comment_marks(root)
    assert canonical(root) == canonical(root_of(after))
    assert not drop_comment_marks(root)


@pytest.mark.parametrize(
    "content",
    [p(r("a"), "<w:r><w:rPr/></w:r>"), p(mark("bookmarkStart"), r("b"), mark("bookmarkEnd"))],
)
def test_a_story_without_comments_is_left_alone(content):
    root = root_of(content)
    before = etree.tostring(root)
    assert not drop_comment_marks(root)
    assert etree.tostring(root) == before


def comment(number, *paragraphs, author="Ada Quill", last="", date="2024-02-03T10:00:00Z"):
    """A comment; `last` is the id of its last paragraph."""
    content = [p(r(text)) for text in paragraphs]
    content[-1] = content[-1].replace("<w:p>", f'<w:p w14:paraId="{last}">')
    return (
        f'<w:comment w:id="{number}" w:author="{author}" w:date="{date}" w:initials="AQ">'
        f"{''.join(content)}</w:comment>"
    ).replace("<w:comment ", f'<w:comment xmlns:w14="{NEWER}/2010/wordml" ')


def remarks(body, *comments, threads="", edition="2012"):
    others = {
        "word/comments.xml": (f"{WORD_TYPE}.comments+xml", story("comments", "".join(comments)))
    }
    if threads:
        others["word/commentsExtended.xml"] = (
            f"{WORD_TYPE}.commentsExtended+xml",
            f'<w15:commentsEx xmlns:w15="{NEWER}/{edition}/wordml">{threads}</w15:commentsEx>',
        )
    package = read_package(zipped(members_of(main_story(body), others)))
    main = read_xml(package.main, package.parts[package.main].content).root
    return read_remarks(package, {package.main: main})


def test_a_remark_tells_all_of_a_comment():
    found = remarks(p(r("We saw "), about(4, r("her sister"))), comment(4, "Who?", "Ask."))
    assert found == (
        Remark(
            number=1,
            author="Ada Quill",
            date="2024-02-03T10:00:00Z",
            part="/word/document.xml",
            anchored="her sister",
            text="Who?\nAsk.",
        ),
    )
    assert "sister" not in repr(found)
    assert "Quill" not in repr(found)
    assert "Who" not in repr(found)


@pytest.mark.parametrize(
    ("body", "anchored"),
    [
        (p(r("a"), about(1, r("b"), r("c")), r("d")), "bc"),
        (p(r("a"), start(1), r("b")) + p(r("c"), end(1), r("d"), reference(1)), "b\nc"),
        (start(1) + p(r("a")) + p(r("b")) + end(1) + p(reference(1)), "a\nb"),
        (p(about(1, r("a"), gone("b"), f"<w:ins {BY}>{r('c')}</w:ins>")), "ac"),
        (p(about(1, f"<w:moveFrom {BY}>{r('b')}</w:moveFrom>")), ""),
        (
            p(about(1, "<w:r><w:t>a</w:t><w:tab/><w:br/><w:noBreakHyphen/></w:r>", r("b"))),
            "a\t\n-b",
        ),
        (p(r("a"), reference(1)), ""),
        (p(r("a"), start(1), r("b")), ""),
        (p(about(1, r("x" * (MOST_QUOTED + 1)))), "x" * MOST_QUOTED + "\u2026"),
    ],
)
def test_what_a_comment_is_about(body, anchored):
    (remark,) = remarks(body, comment(1, "c"))
    assert remark.anchored == anchored


def test_remarks_stand_in_the_order_of_the_text():
    found = remarks(
        p(about(7, r("a"))) + p(about(2, r("b"))),
        comment(1, "nowhere"),
        comment(2, "second"),
        comment(7, "first"),
    )
    assert [(one.number, one.text) for one in found] == [
        (1, "first"),
        (2, "second"),
        (3, "nowhere"),
    ]
    assert found[2].part == "/word/comments.xml"


@pytest.mark.parametrize("edition", ["2012", "2010/11"])
def test_answers_know_what_they_answer(edition):
    found = remarks(
        p(about(1, r("a"))) + p(about(2, r("b"))),
        comment(3, "answer", last="000000C3"),
        comment(1, "question", last="000000C1"),
        comment(2, "other", last="000000C2"),
        threads='<w15:commentEx w15:paraId="000000C1" w15:done="1"/>'
        '<w15:commentEx w15:paraId="000000c3" w15:paraIdParent="000000C1" w15:done="0"/>'
        '<w15:commentEx w15:paraId="000000C2" w15:paraIdParent="00000000"/>',
        edition=edition,
    )
    assert [(one.text, one.reply_to, one.resolved) for one in found] == [
        ("question", None, True),
        ("answer", 1, False),
        ("other", None, False),
    ]


def test_a_document_without_comments_has_no_remarks():
    package = read_package(zipped(members_of(main_story(p(r("a"))))))
    main = read_xml(package.main, package.parts[package.main].content).root
    assert read_remarks(package, {package.main: main}) == ()


def threads(content):
    return etree.fromstring(
        f'<x:commentsEx xmlns:x="{NEWER}/2012/wordml" xmlns:c="{NEWER}/2016/wordml/cid"'
        f' xmlns:w="{TRANSITIONAL}">{content}</x:commentsEx>'
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<x:commentEx x:paraId="0A" x:note="Ada"/>', '<x:commentEx x:paraId="0A"/>'),
        ('<x:commentEx x:paraId="Ada Quill"/>', "<x:commentEx/>"),
        ('<x:commentEx w:paraId="0A"/>', "<x:commentEx/>"),
        ('<x:commentEx x:paraId="0A"><x:extLst/></x:commentEx>', '<x:commentEx x:paraId="0A"/>'),
        ('<x:person x:author="Ada"/><w:commentEx/>', ""),
    ],
)
def test_parts_of_ids_lose_what_is_no_id(before, after):
    root = threads(before)
    assert only_comment_ids(root)
    assert canonical(root) == canonical(threads(after))


@pytest.mark.parametrize(
    "content",
    [
        '<x:commentEx x:paraId="1FAB03C2" x:paraIdParent="0000001A" x:done="0"/>',
        '<c:commentId c:paraId="1FAB03C2" c:durableId="2AF00001"/>',
    ],
)
def test_parts_of_ids_are_left_alone(content):
    root = threads(content)
    before = etree.tostring(root)
    assert not only_comment_ids(root)
    assert etree.tostring(root) == before
