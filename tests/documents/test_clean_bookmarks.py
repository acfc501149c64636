"""Bookmarks: which names stay, which become neutral, and what refers to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from word_files import STRICT, main_story, paragraph, run

from redactor.documents.docx.clean.bookmarks import (
    bookmark_names,
    is_made_by_word,
    rename_bookmarks,
)

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def bookmark(name, number=0, content=""):
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def link(anchor, text="here", attributes=""):
    return f'<w:hyperlink w:anchor="{anchor}" {attributes}>{run(text)}</w:hyperlink>'


def parsed(*content, **options):
    return etree.fromstring(main_story(paragraph(*content), **options).encode())


def names_in(root):
    return [v for e in root.iter("{*}bookmarkStart") for k, v in e.items() if k.endswith("}name")]


def anchors_in(root):
    return [v for e in root.iter("{*}hyperlink") for k, v in e.items() if k.endswith("}anchor")]


@pytest.mark.parametrize(
    "name",
    "_Toc123456789 _Ref1 _Hlk99 _Hlt4 _MON_1234567890 _GoBack _ftn1 _ednref12 OLE_LINK3 Text1 "
    "Check12 Dropdown7".split(),
)
def test_names_that_word_gives_stay(name):
    root = parsed(bookmark(name), link(name))
    before = etree.tostring(root)
    assert is_made_by_word(name)
    assert bookmark_names([root]) == {}
    assert rename_bookmarks(root, {}) == {}
    assert etree.tostring(root) == before


@pytest.mark.parametrize(
    "name",
    [
        "Berisha",
        "_Berisha",
        "_Toc123_Berisha",
        "_TocBerisha",
        "_Toc07700900123456",
        "_heading=h.berisha",
        "Text1Berisha",
        "Text07700900123",
        "Text\u0661",
        "OLE_LINKS",
        "bookmark7",
        "_toc1",
    ],
)
def test_any_other_name_becomes_neutral(name):
    root = parsed(bookmark(name), link(name))
    assert not is_made_by_word(name)
    names = bookmark_names([root])
    assert names == {name: "bookmark1"}
    assert rename_bookmarks(root, names) == {"names of bookmarks": 2}
    assert names_in(root) == anchors_in(root) == ["bookmark1"]
    assert rename_bookmarks(root, bookmark_names([root])) == {}


def test_names_are_numbered_over_all_parts_and_case_does_not_count():
    roots = [
        parsed(bookmark("Marku"), bookmark("_Toc1", 1), bookmark("bookmark1", 2)),
        parsed(bookmark("MARKU"), bookmark("Berisha", 1), link("marku"), link("BOOKMARK1")),
    ]
    names = bookmark_names(roots)
    assert names == {
        "Marku": "bookmark1",
        "bookmark1": "bookmark2",
        "MARKU": "bookmark1",
        "Berisha": "bookmark3",
    }
    for root in roots:
        rename_bookmarks(root, names)
    assert [names_in(root) for root in roots] == [
        ["bookmark1", "_Toc1", "bookmark2"],
        ["bookmark1", "bookmark3"],
    ]
    assert anchors_in(roots[1]) == ["bookmark1", "bookmark2"]


@pytest.mark.parametrize("anchor", ["_top", "top", "Top", "_Toc99"])
def test_links_to_places_that_word_knows_stay(anchor):
    root = parsed(link(anchor))
    assert rename_bookmarks(root, {}) == {}
    assert anchors_in(root) == [anchor]


def test_a_link_to_a_place_that_is_not_there_becomes_its_text():
    root = parsed(run("a"), link("Berisha", "b"), run("c"))
    assert rename_bookmarks(root, {}) == {"links to places that are not in the document": 1}
    assert not list(root.iter("{*}hyperlink"))
    assert [t.text for t in root.iter("{*}t")] == ["a", "b", "c"]


def test_a_link_to_a_page_loses_the_place_in_it_only():
    attributes = f'xmlns:r="{RELATIONSHIPS}" r:id="rId1"'
    root = parsed(link("Berisha", attributes=attributes))
    assert rename_bookmarks(root, {}) == {"links to places that are not in the document": 1}
    (found,) = root.iter("{*}hyperlink")
    assert dict(found.attrib) == {f"{{{RELATIONSHIPS}}}id": "rId1"}


def test_a_bookmark_that_was_not_counted_goes_and_its_content_stays():
    root = parsed(bookmark("Berisha", 3, run("a")), bookmark("Marku", 4))
    assert rename_bookmarks(root, {"Marku": "bookmark1"}) == {"names of bookmarks": 2}
    assert names_in(root) == ["bookmark1"]
    assert len(list(root.iter("{*}bookmarkEnd"))) == 1
    assert [t.text for t in root.iter("{*}t")] == ["a"]


def test_strict_files_are_the_same():
    root = parsed(bookmark("Berisha"), link("Berisha"), namespace=STRICT)
    rename_bookmarks(root, bookmark_names([root]))
    assert names_in(root) == anchors_in(root) == ["bookmark1"]


@given(st.lists(st.sampled_from("Berisha berisha Marku bookmark2 bookmark1 _Toc1 Text5".split())))
def test_bookmarks_that_differ_still_differ_and_stay_as_they_are_then(names):
    root = parsed(*(bookmark(name, number) for number, name in enumerate(names)))
    new = bookmark_names([root])
    rename_bookmarks(root, new)
    got = [name.casefold() for name in names_in(root)]
    assert [got.index(one) for one in got] == [
        [n.casefold() for n in names].index(one.casefold()) for one in names
    ]
    assert rename_bookmarks(root, bookmark_names([root])) == {}
