"""A name in every place that a Word package has for one: none is left, and no text is lost."""

from __future__ import annotations

import io

import docx
import pytest
from canary_decoder import Letters
from canary_package import Draft
from canary_place import EVERYTHING, Place
from canary_registry import CANARIES, PLACES, built, package_names
from canary_runs import (
    letters,
    letters_kept,
    letters_left,
    redacted,
    refused,
    texts_before,
    texts_left,
)
from places_code import MACROS
from places_zip import PREFIXED, STRICT

each_place = pytest.mark.parametrize("place", PLACES, ids=lambda place: place.id)
each_package = pytest.mark.parametrize("package", package_names())
_UNKNOWN_TO_IT = {STRICT, MACROS, PREFIXED}
"""What python-docx opens no file of: the strict form, documents with macros, and no zip."""


def test_the_places_are_counted() -> None:
    assert len(PLACES) >= 120
    assert len({place.id for place in PLACES}) == len(PLACES)


def test_no_name_is_within_another() -> None:
    words = sorted(word.lower() for canary in CANARIES.values() for word in canary.words)
    assert len(set(words)) == len(words)
    assert min(map(len, words)) >= 6
    together = "|".join(words)
    assert [word for word in words if together.count(word) > 1] == []


@each_place
def test_the_name_is_in_its_package(place: Place) -> None:
    for word in place.words(CANARIES[place.id]):
        assert letters(place.package).hold(word)


def test_the_name_is_in_no_other_package() -> None:
    blank = Letters(Draft.blank().packed())
    for place in PLACES:
        others = [letters(name) for name in package_names() if name != place.package]
        for word in CANARIES[place.id].words:
            assert not any(one.hold(word) for one in (blank, *others)), place.id


@each_package
def test_a_package_is_built_the_same_each_time(package: str) -> None:
    assert built(package) == built(package)


@each_package
def test_the_package_is_written(package: str) -> None:
    if package == PREFIXED:
        assert "is not a Word document" in refused(package)
    else:
        assert refused(package) == ""


@pytest.mark.parametrize(
    "place", [p for p in PLACES if p.package != PREFIXED], ids=lambda place: place.id
)
def test_the_name_is_gone(place: Place) -> None:
    left = letters_left(place.package)
    assert [word for word in place.words(CANARIES[place.id]) if left.hold(word)] == []


@pytest.mark.parametrize(
    "place", [p for p in PLACES if p.package == EVERYTHING], ids=lambda place: place.id
)
def test_the_name_is_gone_where_revisions_are_kept(place: Place) -> None:
    left = letters_kept(place.package)
    assert [word for word in place.words(CANARIES[place.id]) if left.hold(word)] == []


@each_place
def test_what_stands_around_it_is_still_there(place: Place) -> None:
    if place.package == PREFIXED:
        return  # nothing is written
    canary = CANARIES[place.id]
    before = [text for text in texts_before(place.package) if text.startswith(canary.before)]
    if not any(text.endswith(canary.after) for text in before):
        return  # nothing stands around it
    rows = [text for text in texts_left(place.package) if text.startswith(canary.before)]
    assert rows, "the row is lost"
    for row in rows:
        assert row.endswith(canary.after)
        if place.stays:
            assert row[len(canary.before) : -len(canary.after)].strip()


@pytest.mark.parametrize("package", sorted(set(package_names()) - _UNKNOWN_TO_IT))
def test_python_docx_opens_it(package: str) -> None:
    opened = docx.Document(io.BytesIO(redacted(package)))
    assert opened.paragraphs
