"""What a person's names as written say of the sex."""

import pytest

from redactor.text.names import parse_person
from redactor.text.sexes import sex_of_names


@pytest.mark.parametrize(
    ("names", "sex"),
    [
        (["Ms Hargreaves"], "f"),
        (["Mr. Hargreaves", "Hargreaves"], "m"),
        (["Auntie Jo"], "f"),
        (["Helen Fairbrother"], "f"),
        (["DAVID OWEN"], "m"),
        (["Mr Helen"], "m"),
        (["Dr Okafor"], ""),
        (["Kasia"], ""),
        (["Mr Novak", "Mrs Novak"], ""),
        ([], ""),
    ],
)
def test_the_sex_is_told_by_title_or_given_name(names, sex):
    assert sex_of_names(parse_person(name) for name in names) == sex
