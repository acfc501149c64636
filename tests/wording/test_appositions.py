"""A role beside a mention that becomes the same role."""

import pytest

from tests.wording.marked import reads


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # right before the name
        ("Midwife {K} came", "The Midwife came"),
        ("by Midwife {K} on", "by the Midwife on"),
        ("by midwife\u00a0{K} on", "by the Midwife on"),
        ("the Midwife {K} came", "the Midwife came"),
        ("her Midwife {K} came", "her Midwife came"),
        ("a community Midwife {K} came", "a community Midwife came"),
        ("said that Midwife {K} had come", "said that the Midwife had come"),
        ("MIDWIFE {BK>THE MIDWIFE} CAME", "THE MIDWIFE CAME"),
        # between commas or brackets
        ("a Midwife, {K}, came", "a Midwife came"),
        ("The Midwife, {K}, came", "The Midwife came"),
        ("Midwife, {K}, came", "The Midwife came"),
        ("to her Midwife, {K}.", "to her Midwife."),
        ("to her Midwife, {K}", "to her Midwife"),
        ("a Midwife ({K}) came", "a Midwife came"),
        ("the Midwife, {K}, Ward 2", "the Midwife, Ward 2"),
        # after the name
        ("{K}, the Midwife, came", "The Midwife came"),
        ("{K}, Midwife, Ward 2", "The Midwife, Ward 2"),
        ("{K}, Midwife", "The Midwife"),
        ("{K} (Midwife) came", "The Midwife came"),
        ("by {K} (the Midwife), then", "by the Midwife, then"),
        ("by {K}, a Midwife.", "by the Midwife."),
        # of several words, and of bodies
        ("Housing Officer {Mrs Penfold>the Housing Officer}", "The Housing Officer"),
        (
            "the housing association, {Seagrove>the housing association}, wrote",
            "the housing association wrote",
        ),
        ("to {K}, the Midwife, {K}, and", "to the Midwife, the Midwife, and"),
    ],
)
def test_a_role_is_named_once(marked, expected):
    assert reads(marked.replace("{K}", "{Bronagh Keane>the Midwife}")) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("a Health Visitor, {Tully>HV2}, came", "a Health Visitor, HV2, came"),
        ("Health Visitor {Tully>HV2} came", "Health Visitor HV2 came"),
        ("the nurse, {K}, came", "the nurse, the Midwife, came"),
        ("a Midwife, {K} and others", "a Midwife, the Midwife and others"),
        ("a Midwife; {K} came", "a Midwife; the Midwife came"),
        ("the ex-Midwife {K} came", "the ex-Midwife the Midwife came"),
        ("Midwife\t{K}", "Midwife\tthe Midwife"),
        ("Midwife\ufffc {K}", "Midwife\ufffc the Midwife"),
        ("{K}, the Midwife who came", "The Midwife, the Midwife who came"),
        ("{K}, her Midwife, came", "The Midwife, her Midwife, came"),
        ("“Midwife {K} came here”", "“Midwife [the Midwife] came here”"),
        ("Midwife {Keane>=Ellis} came", "Midwife Ellis came"),
    ],
)
def test_other_words_beside_a_mention_stay(marked, expected):
    assert reads(marked.replace("{K}", "{Bronagh Keane>the Midwife}")) == expected
