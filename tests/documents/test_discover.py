"""Which files of a folder are taken for documents."""

import os

import pytest

from redactor.documents.discover import find_documents
from redactor.errors import InputRefused


def make(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def found(folder):
    return [path.relative_to(folder).as_posix() for path in find_documents(folder)]


def test_documents_are_found_in_the_whole_tree_in_order(tmp_path):
    names = ["a/z.docx", "a.docx", "B.DOCX", "b/c/d.docm", "form.dotx", "old.dotm"]
    make(tmp_path, *names)
    assert found(tmp_path) == [
        "B.DOCX",
        "a/z.docx",
        "a.docx",
        "b/c/d.docm",
        "form.dotx",
        "old.dotm",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "~$draft.docx",
        ".hidden.docx",
        "._draft.docx",
        ".git/draft.docx",
        "draft.redacted.docx",
        "draft.redacted.docm",
        "reviews.redacted/draft.docx",
        "a/b.redacted/c/draft.docx",
        "draft.doc",
        "draft.pdf",
        "draft.docx.bak",
        "docx",
    ],
)
def test_other_files_are_left_alone(tmp_path, name):
    make(tmp_path, name, "draft.docx")
    assert found(tmp_path) == ["draft.docx"]


@pytest.mark.parametrize(
    "name", ["draft~$.docx", "redacted.docx", "redacted/draft.docx", "a.b.docx"]
)
def test_names_that_only_look_like_those_are_taken(tmp_path, name):
    make(tmp_path, name)
    assert found(tmp_path) == [name]


def test_the_folder_itself_may_have_any_name(tmp_path):
    make(tmp_path / ".reviews.redacted", "draft.docx")
    assert found(tmp_path / ".reviews.redacted") == ["draft.docx"]


def test_links_to_folders_are_not_followed(tmp_path):
    make(tmp_path, "a/draft.docx")
    os.symlink(tmp_path, tmp_path / "a" / "loop", target_is_directory=True)
    assert found(tmp_path) == ["a/draft.docx"]


@pytest.mark.parametrize("names", [[], ["draft.pdf"], ["~$draft.docx", ".hidden.docx"]])
def test_a_folder_without_documents_is_refused(tmp_path, names):
    make(tmp_path, *names)
    with pytest.raises(InputRefused, match="there is no document"):
        find_documents(tmp_path)


def test_a_folder_that_cannot_be_listed_is_refused(tmp_path):
    with pytest.raises(InputRefused, match="cannot be listed"):
        find_documents(tmp_path / "missing")
