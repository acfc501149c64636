"""Capitals of labels."""

import pytest

from redactor.wording.beginnings import begins_sentence
from tests.wording.marked import reads

KEANE = "{Bronagh Keane>the Midwife}"


@pytest.mark.parametrize(
    "before",
    [
        "",
        "She left. ",
        "She left! ",
        "Had she left? ",
        "She left.” ",
        'She left." ',
        "(She left.) ",
        "She left.\ufffc ",
        "She left.\u00a0",
        "Home of Child A. ",
        "See Appendix B. ",
        "She saw {Okafor>GP1}. ",
        "In 2018. ",
        "Present:\n",
        "4.1\t",
        "11.3.4 ",
        "4.1. ",
        "4\t",
        "a) ",
        "(iv) ",
        "1) ",
        "• ",
        "– ",
        "\ufffc ",
        "“",
        "[",
        "She left. “",
    ],
)
def test_a_label_has_a_capital_at_the_beginning(before):
    assert reads(f"{before}{KEANE} then wept and wept", quotes=False).endswith(
        "The Midwife then wept and wept"
    )


@pytest.mark.parametrize("said", ["She said, “", "She said: “", "She said: ‘"])
def test_a_label_has_a_capital_where_speech_begins(said):
    assert reads(f"{said}{KEANE} came home.”").startswith(f"{said}[The Midwife]")


@pytest.mark.parametrize(
    "before",
    [
        "then ",
        "then, ",
        "then: ",
        "then; ",
        "then – ",
        "Dr. ",
        "No. ",
        "St. ",
        "e.g. ",
        "i.e. ",
        "at 3 p.m. ",
        "approx. ",
        "D. ",
        "D.H. ",
        "and so… ",
        "and so... ",
        "a so-called “",
        "known as, “",
        "2 ",
        "In 2018 ",
        "04.03.19 (",
        "Name:\t",
        "and/",
        "then\u00a0",
    ],
)
def test_a_label_has_none_elsewhere(before):
    written = reads(f"For {before}{KEANE}” etc.", quotes=False)
    assert "the Midwife" in written


def test_the_label_of_a_capital_article_loses_it_in_a_sentence():
    assert reads("by {Keane>The Midwife} then") == "by the Midwife then"
    assert reads("by {Keane>The Orchard Practice} then") == "by the Orchard Practice then"
    assert reads("by {Keane>A Neighbour} then") == "by a Neighbour then"


@pytest.mark.parametrize("label", ["Child A", "GP1", "Thelma House", "A B", "Another Midwife"])
def test_any_other_label_keeps_its_capital(label):
    assert reads(f"by {{Keane>{label}}} then") == f"by {label} then"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Involvement of {S} Staff", "Involvement of the Housing Association Staff"),
        ("{S} Staff", "The Housing Association Staff"),
        ("Contact With the {S} Office", "Contact With the Housing Association Office"),
        # in sentence case, or nobody knows
        ("Findings about {S}", "Findings about the housing association"),
        ("{S}", "The housing association"),
        ("4.1\t{S} and the review", "4.1\tThe housing association and the review"),
    ],
)
def test_headings_in_title_case(marked, expected):
    marked = marked.replace("{S}", "{Seagrove>the housing association}")
    assert reads(marked, heading=True) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("FINDINGS ABOUT {BK>the Midwife}", "FINDINGS ABOUT THE MIDWIFE"),
        ("FINDINGS ABOUT THE {BK>the Midwife}", "FINDINGS ABOUT THE MIDWIFE"),
        # the mention is not in capitals, or too little says that the text is
        ("FINDINGS ABOUT {Keane>the Midwife}", "FINDINGS ABOUT the Midwife"),
        ("GP: {BK>the Midwife}", "GP: the Midwife"),
        ("FINDINGS ABOUT {12 HIGH ST>=[address removed]}", "FINDINGS ABOUT [address removed]"),
    ],
)
def test_texts_in_capitals(marked, expected):
    assert reads(marked) == expected


def test_only_a_line_with_room_before_it_is_the_beginning_of_one():
    assert begins_sentence("the", 0)
    assert begins_sentence(" " * 60 + "the", 60)
    assert not begins_sentence("a" + " " * 200 + "the", 201)
    assert not begins_sentence("4.1the", 3)
    assert not begins_sentence("left.the", 5)
