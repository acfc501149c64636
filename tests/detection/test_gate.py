"""Which sentences the slow model is given to read."""

import pytest

from redactor.detection.gate import READS_OF_A_TERM, READS_OF_A_WORD, stretches_to_read
from redactor.detection.reading import words_of


def read(*texts: str, apart: bool = False) -> list[str]:
    stretches = stretches_to_read(texts, [words_of(text) for text in texts], apart=apart)
    return [texts[number][start:end] for number, start, end in stretches]


@pytest.mark.parametrize(
    "sentence",
    [
        "He rang Okonkwo at home.",
        "Okonkwo rang.",
        "HARGREAVES",
        "She met Grace at the door.",
        "Will attended.",
        "Young\u2019s brother rang.",
        "The Siobh\u00e1n file was lost.",
        "They moved to Margate.",
        "In Summer they moved.",
    ],
)
def test_a_sentence_with_a_capital_that_nothing_explains_is_read(sentence):
    assert read(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "the panel met again",
        "She rang at 10.30.",
        "There was no record of it.",
        "He said I could.",
        "A MARAC was held.",
        "The Domestic Homicide Review was late.",
        "It was on the 4th.",
        "This was not shared with the GP.",
    ],
)
def test_a_sentence_whose_capitals_are_all_explained_is_not_read(sentence):
    assert read(sentence) == []


def test_only_the_sentence_is_read_and_not_its_neighbours():
    assert read("She rang. He met Okonkwo there. It was late.") == ["He met Okonkwo there."]


def test_a_word_that_is_no_english_one_is_read_a_few_times_only():
    texts = [f"He met Okonkwo {number} times." for number in range(10)]
    assert read(*texts) == texts[:READS_OF_A_WORD]


def test_a_word_that_is_also_an_english_one_is_read_wherever_it_stands():
    texts = [f"He met Hope {number} times." for number in range(10)]
    assert read(*texts) == texts


def test_a_term_of_the_field_that_is_a_name_as_well_is_read_less_often():
    texts = [f"He met Summer {number} times." for number in range(10)]
    assert read(*texts) == texts[:READS_OF_A_TERM]


def test_a_new_word_has_its_sentence_read_however_often_the_other_was():
    texts = [f"He met Okonkwo {number} times." for number in range(5)]
    last = "Okonkwo met Wisniewska."
    assert read(*texts, last)[-1] == last


@pytest.mark.parametrize(
    ("texts", "sentence", "is_read"),
    [
        (["The police were late."], "Police were late.", False),
        (["The police were late."], "He met Police there.", True),
        (["She made a will."], "Will said so.", True),
        (["He met Police there.", "The police came."], "Police were late.", True),
        ([], "Police were late.", True),
    ],
    ids=["in lower case elsewhere", "inside a sentence", "a given name", "capital inside", "alone"],
)
def test_a_word_at_a_sentence_start_that_the_review_writes_small_is_ordinary(
    texts, sentence, is_read
):
    assert (sentence in read(*texts, sentence)) is is_read


def test_texts_that_stand_apart_share_nothing():
    texts = [f"He met Okonkwo {number} times." for number in range(6)]
    assert read(*texts, apart=True) == texts
    same = "He met Okonkwo once."
    assert read(" ".join([same] * 6), apart=True) == [same] * READS_OF_A_WORD


def test_lower_case_in_another_text_explains_nothing_when_they_stand_apart():
    texts = ["The police were late.", "Police were late."]
    assert read(*texts) == []
    assert read(*texts, apart=True) == texts[1:]
