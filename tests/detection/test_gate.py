"""Which sentences the models are given to read."""

from collections.abc import Mapping

import pytest

from redactor.detection.gate import (
    FAST_READS_OF_A_WORD,
    READS_OF_A_SURE_ENGLISH_WORD,
    READS_OF_A_WORD,
    SURE,
    Gate,
)
from redactor.detection.reading import tokens_of


def gate_of(*texts: str, apart: bool = False) -> Gate:
    return Gate(texts, [tokens_of(text) for text in texts], apart=apart)


def read(
    *texts: str, sure: Mapping[str, float] | None = None, apart: bool = False
) -> list[list[str]]:
    """The sentences of each round, when the slow model is as sure of words as `sure` says."""
    gate = gate_of(*texts, apart=apart)
    rounds = []
    while stretches := gate.next_round():
        rounds.append([texts[one.text][one.start : one.end] for one in stretches])
        for one in stretches:
            gate.learn(one, {key: (sure or {}).get(key, 0.0) for key in one.wanted})
    return rounds


def all_read(*texts: str, **options) -> list[str]:
    return sorted(sentence for one in read(*texts, **options) for sentence in one)


def fast(*texts: str) -> list[str]:
    return [texts[number][start:end] for number, start, end in gate_of(*texts).for_the_fast_model()]


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
        "She met April there.",
        "the panel met again",
        "text to mum: \u201ctell will i am at hopes tonight\u201d",
        "The report notes that 455X was told.",
        "The report notes that wrona_d was told.",
    ],
)
def test_a_sentence_with_a_capital_that_nothing_explains_or_with_none_is_read(sentence):
    assert all_read(sentence) == [sentence]
    assert fast(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "She rang at 10.30.",
        "There was no record of it.",
        "He said I could.",
        "A MARAC was held.",
        "The Domestic Homicide Review was late.",
        "It was on the 4th.",
        "This was not shared with the GP.",
        "It was in January.",
    ],
)
def test_a_sentence_whose_capitals_are_all_explained_is_read_by_nobody(sentence):
    assert all_read(sentence) == []
    assert fast(sentence) == []


def test_only_the_sentence_is_read_and_not_its_neighbours():
    assert all_read("She rang. He met Okonkwo there. It was late.") == ["He met Okonkwo there."]


OKONKWO = [f"He met Okonkwo {number} times." for number in range(10)]
HOPE = [f"He met Hope {number} times." for number in range(10)]


def test_a_word_that_the_model_is_sure_of_is_read_once():
    assert read(*OKONKWO, sure={"okonkwo": SURE}) == [OKONKWO[:1]]


def test_a_word_that_it_is_not_sure_of_is_read_again_one_sentence_a_round():
    assert read(*OKONKWO, sure={"okonkwo": SURE - 0.1}) == [
        [sentence] for sentence in OKONKWO[:READS_OF_A_WORD]
    ]


def test_an_english_word_needs_a_second_reading_to_be_sure_of():
    assert read(*HOPE, sure={"hope": SURE}) == [
        [sentence] for sentence in HOPE[:READS_OF_A_SURE_ENGLISH_WORD]
    ]


def test_a_word_that_the_review_also_writes_small_is_read_wherever_it_stands():
    small = "There was no hope left."
    assert all_read(*HOPE, small, sure={"hope": SURE}) == HOPE
    assert fast(*HOPE, small) == HOPE


def test_the_fewest_sentences_that_hold_the_words_come_first():
    alone, both = "He met Okonkwo there.", "Okonkwo met Wisniewska."
    assert read(alone, both, sure={"okonkwo": SURE, "wisniewska": SURE}) == [[both]]


def test_a_new_word_has_its_sentence_read_however_often_the_other_was():
    last = "Okonkwo met Wisniewska once more in the town of their childhood."
    assert last in all_read(*OKONKWO, last, sure={"okonkwo": SURE})


def test_the_fast_model_reads_each_word_a_few_times_in_the_order_of_the_text():
    assert fast(*OKONKWO) == OKONKWO[:FAST_READS_OF_A_WORD]


def test_neighbouring_sentences_are_one_stretch_for_the_fast_model():
    text = "He met Okonkwo. Wisniewska rang. It was late. Then Adeyemi came."
    assert fast(text) == ["He met Okonkwo. Wisniewska rang.", "Then Adeyemi came."]


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
    assert (sentence in all_read(*texts, sentence)) is is_read


def test_texts_that_stand_apart_share_nothing():
    assert all_read(*OKONKWO, apart=True, sure={"okonkwo": SURE}) == OKONKWO
    same = "He met Okonkwo once."
    assert all_read(" ".join([same] * 6), apart=True) == [same] * READS_OF_A_WORD


def test_lower_case_in_another_text_explains_nothing_when_they_stand_apart():
    texts = ["The police were late.", "Police were late."]
    assert all_read(*texts) == []
    assert all_read(*texts, apart=True) == texts[1:]


def test_the_order_of_learning_changes_nothing():
    texts = [*OKONKWO, *HOPE, "There was hope."]
    once = read(*texts, sure={"okonkwo": SURE, "hope": SURE})
    assert once == read(*texts, sure={"hope": SURE, "okonkwo": SURE})
