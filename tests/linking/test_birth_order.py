"""Children are lettered by age where the text tells the ages of all of them."""

import pytest
from test_link import CHILD, Review

from redactor.linking.birth_order import with_children_in_birth_order
from redactor.model import Cell


def order(review: Review) -> list[str]:
    entities = review.link()
    return [one.name for one in with_children_in_birth_order(entities, review.segments)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Isla (2) and Tyler (7) live there."], ["Tyler", "Isla"]),
        (["Isla, aged 2, and Tyler, aged 7, live there."], ["Tyler", "Isla"]),
        (["Isla (8 months) and Tyler (2)."], ["Tyler", "Isla"]),
        (
            ["Baby Isla, born 3 July 2016.", "A child, Tyler, born in May 2011."],
            ["Tyler", "Isla"],
        ),
        (["Baby Isla (DOB 03/07/16).", "A child, Tyler (DOB 14/03/2011)."], ["Tyler", "Isla"]),
        (["Isla was two.", "Tyler (7) was not there."], ["Isla", "Tyler"]),
        (["Baby Isla, born in 2016.", "Tyler (7)."], ["Isla", "Tyler"]),
        (["Isla (2) and Tyler (7).", "Later Isla (4) came."], ["Tyler", "Isla"]),
        (["Isla 2/3 and Tyler 7."], ["Isla", "Tyler"]),
    ],
)
def test_the_eldest_comes_first(texts: list[str], expected: list[str]):
    review = Review()
    for text in texts:
        review.add(text, *(name for name in ("Isla", "Tyler") if name in text), type=CHILD)
    assert order(review) == expected


def test_a_table_of_the_family_tells():
    review = Review()
    for row, (name, born) in enumerate([("Isla", "03/07/2016"), ("Tyler", "14/03/2011")], start=1):
        review.add(name, name, type=CHILD, cell=Cell(0, row, 0, "Name"))
        review.add("child of the family", cell=Cell(0, row, 1, "Relation", name))
        review.add(born, cell=Cell(0, row, 2, "Date of birth", name))
    assert order(review) == ["Tyler", "Isla"]
