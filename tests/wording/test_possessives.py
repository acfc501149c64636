"""A bare apostrophe after the mention."""

import pytest

from tests.wording.marked import reads


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{Hargreaves>=Smith}’ home", "Smith’s home"),
        ("{Hargreaves>=Smith}' home", "Smith's home"),
        ("{Danielle Hargreaves>=Connie Smith}’\u00a0home", "Connie Smith’s\u00a0home"),
        ("{Hargreaves>GP1}’ letter", "GP1’s letter"),
        ("{Dr Hobbs>the Midwife}’ letter", "The Midwife’s letter"),
        ("AT {BH HS>THE MIDWIFE}’ FLAT", "AT THE MIDWIFE’S FLAT"),
        # the family
        ("the {Hargreaves>=Smith}’ home", "the Smiths’ home"),
        ("the {Danielle Hargreaves>=Connie Smith}’ home", "the Connie Smith’s home"),
        # nothing to do
        ("{Dani>GP3}’s home", "GP3’s home"),
        ("{Okafor>=James}’s home", "James’s home"),
        ("{Hargreaves>=James}’ home", "James’ home"),
        ("{Hargreaveses>=Smiths}’ home", "Smiths’ home"),
        ("{Hargreaves’>=Smith’s} home", "Smith’s home"),
        ("‘I saw {Hargreaves>=Smith}’ he said", "‘I saw Smith’ he said"),
        ("‘{Hargreaves>=Smith}’ is his name", "‘Smith’ is his name"),
        ("{Dani>=Connie}’ home", "Connie’ home"),
        ("{Hargreaves>=Smith}’, he", "Smith’, he"),
        ("{Hargreaves>=Smith}’", "Smith’"),
    ],
)
def test_a_bare_apostrophe_gets_an_s_where_the_new_name_needs_one(marked, expected):
    assert reads(marked, quotes=False) == expected
