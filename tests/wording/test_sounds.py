"""a or an, by the sound of what follows."""

import pytest

from redactor.wording.sounds import article_for


@pytest.mark.parametrize(
    "phrase",
    [
        # read out letter by letter
        "HV1",
        "SW2",
        "SSW1",
        "NHS Trust",
        "MSc",
        "M. Smith",
        "X-ray",
        "e-mail",
        "HMP",
        "NSPCC worker",
        # read as words
        "Area A",
        "AREA A",
        "IDVA",
        "Ellis",
        "ELLIS",
        "Édith",
        "O’Hara",
        "Yvonne",
        "honest answer",
        "hour",
        "uninjured child",
        "onerous task",
        "umbrella",
        # numbers
        "8",
        "80-year-old",
        "11",
        "11th",
        "18-month sentence",
        "11,000",
        # opening marks do not matter
        "[address removed]",
        "“Ellis”",
    ],
)
def test_takes_an(phrase):
    assert article_for(phrase) == "an"


@pytest.mark.parametrize(
    "phrase",
    [
        "GP1",
        "PC Jones",
        "UK agency",
        "T-shirt",
        "u-turn",
        "MARAC",
        "MASH",
        "MAPPA",
        "NATO",
        "LADO2",
        "SARCs",
        "SECAmb crew",
        "HOUSING ASSOCIATION",
        "HARGREAVES",
        "McAllister",
        "housing association",
        "Hospital A",
        "one-off",
        "university",
        "unidirectional",
        "Euro",
        "Eunice",
        "Ewan",
        "useful",
        "Ukrainian",
        "Yusuf",
        "12",
        "1,100",
        "110",
        "7",
        "[telephone number removed]",
    ],
)
def test_takes_a(phrase):
    assert article_for(phrase) == "a"


@pytest.mark.parametrize("phrase", ["", " ", "…", "[ ]"])
def test_says_nothing_without_a_word(phrase):
    assert article_for(phrase) == ""
