"""The pool's lists, and the name that comes next."""

from importlib.resources import files

import pytest

from redactor.model import EntityType
from redactor.pseudonyms.pool import Pool, pool_names
from redactor.pseudonyms.style import is_name_like
from redactor.text.names import is_title
from redactor.text.words import is_english, words

LISTS = {"female": 80, "male": 80, "neutral": 80, "surnames": 150}
COLOURS = {"black", "blue", "brown", "gray", "green", "grey", "pink", "red", "scarlet", "white"}


@pytest.mark.parametrize(("name", "least"), LISTS.items())
def test_a_list_is_long_enough_and_has_no_name_twice(name, least):
    listed = pool_names(name)
    assert len(listed) >= least
    assert len(listed) == len({n.lower() for n in listed})


@pytest.mark.parametrize("name", LISTS)
def test_no_name_is_a_word_a_place_a_colour_a_title_or_a_label(name):
    source = files("redactor.detection").joinpath("data/british_places.txt")
    places = {line.lower() for line in source.read_text(encoding="utf-8").splitlines()}
    for listed in pool_names(name):
        assert len(words(listed)) == 1
        assert not is_english(listed), listed
        assert listed.lower() not in places | COLOURS
        assert not is_title(listed), listed
        assert is_name_like(listed, EntityType.PERSON), listed
        assert not listed.endswith("s"), listed


def test_the_lists_do_not_share_names():
    names = [name.lower() for listed in LISTS for name in pool_names(listed)]
    assert len(names) == len(set(names))


def test_one_review_always_gets_the_same_names_and_another_others():
    def first_names(review):
        pool = Pool(review, ())
        return [pool.given("f") for _ in range(5)]

    assert first_names("area-a") == first_names("area-a")
    assert first_names("area-a") != first_names("area-b")


def test_no_name_comes_twice_nor_one_that_is_taken():
    free = list(pool_names("female"))[:3]
    taken = {name.lower() for name in pool_names("female")} - {name.lower() for name in free}
    pool = Pool("r", {word.upper() for word in taken})
    assert sorted(pool.given("f") for _ in range(3)) == sorted(free)
    assert pool.given("f") in pool_names("neutral")


def test_the_initial_differs_as_long_as_it_can():
    pool = Pool("r", ())
    chosen = [pool.surname("Hargreaves") for _ in range(len(pool_names("surnames")) + 1)]
    with_h = [name.startswith("H") for name in chosen[:-1]]
    assert with_h == sorted(with_h)
    assert any(with_h)
    assert chosen[-1] == ""
