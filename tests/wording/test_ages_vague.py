"""How sentences read once their ages are bands."""

import pytest

from redactor.model import Span
from redactor.wording.vague.age_bands import band_of
from redactor.wording.vague.ages import How, vague_ages
from tests.wording.marked import rewritten


def told(text, **options):
    return rewritten(text, vague_ages(text, How.BAND, **options))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She was aged 32 when she died", "She was in her early 30s when she died"),
        ("Connie, aged 32, was", "Connie, in their early 30s, was"),
        ("Connie (aged 32)", "Connie (in their early 30s)"),
        ("Aged 32, she left", "In her early 30s, she left"),
        ("a woman aged 45", "a woman in her mid-40s"),
        ("a man aged 67 years", "a man in his late 60s"),
        ("the father, aged 35 (b. 1987)", "the father, in his mid-30s (b. 1987)"),
        ("Mr Miah, aged 71, came", "Mr Miah, in his early 70s, came"),
        ("Mrs Ann Pike, aged 71, came", "Mrs Ann Pike, in her early 70s, came"),
        ("Her partner, aged 40, was", "Her partner, in their early 40s, was"),
        ("He told Connie that, aged 40, it", "He told Connie that, in their early 40s, it"),
        ("a woman age 32", "a woman in her early 30s"),
        ("aged 32 and 45", "in their early 30s and mid-40s"),
        ("people aged 92", "people over 90"),
        ("aged 18", "in their late teens"),
        ("aged thirty-two", "in their early 30s"),
        ("a 32-year-old man was", "a man in his early 30s was"),
        ("A 32-year-old woman", "A woman in her early 30s"),
        ("an 18-year-old student", "a student in their late teens"),
        ("an 80-year-old white British man", "a white British man in his early 80s"),
        ("this 32-year-old roofer. He", "this roofer in their early 30s. He"),
        ("a 32-year-old was seen", "a person in their early 30s was seen"),
        ("the 32 year old left", "the person in their early 30s left"),
        ("his 19-year-old girlfriend", "his girlfriend in her late teens"),
        ("a 32-year-old Nigerian electrician", "an early-30s Nigerian electrician"),
        ("a 92-year-old man", "a man over 90"),
        ("a thirty-two-year-old woman", "a woman in her early 30s"),
        ("a 32\u2011year\u2011old man", "a man in his early 30s"),
        ("32yo female", "Female in her early 30s"),
        ("a 32-year-old man\u2019s phone", "an early-30s man\u2019s phone"),
        ("two 32-year-olds", "two people in their early 30s"),
        ("She was 32 years old.", "She was in her early 30s."),
        ("was 32 years old", "was in their early 30s"),
        ("His mother was 60 years old", "His mother was in her early 60s"),
        ("thirty-two years old", "in their early 30s"),
        ("He was nearly 40 years old", "He was in his late 30s"),
        ("32 years of age", "In their early 30s"),
        ("forty-nine years old", "in their late 40s"),
        ("he told her that she was 32 years old", "he told her that she was in her early 30s"),
        ("at the age of 32 she left", "in her early 30s she left"),
        ("She left at the age of 45.", "She left in her mid-40s."),
        ("from the age of 32 he", "from his early 30s he"),
        ("by the age of 20", "by their early 20s"),
        ("had reached the age of 32", "had reached their early 30s"),
        ("at age 32", "in their early 30s"),
        ("She was 32 when she died", "She was in her early 30s when she died"),
        ("He was 20 and lived", "He was in his early 20s and lived"),
        ("his mother, who is 81.", "his mother, who is in their early 80s."),
        ("she had been 21 when they met", "she had been in her early 20s when they met"),
        ("a 45-year-old mother of two", "a mother of two in her mid-40s"),
        ("the then 32-year-old Connie", "the then early-30s Connie"),
        ("Age: 34", "Age: mid-30s"),
        ("Age 34", "Age mid-30s"),
    ],
)
def test_adults(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a child aged 5", "a child of primary-school age"),
        ("a five-year-old", "a child of primary-school age"),
        ("An 8-year-old", "A child of primary-school age"),
        ("a 5-year-old boy", "a child of primary-school age"),
        ("a 12-year-old girl", "a child of secondary-school age"),
        ("a 17-year-old girl", "a young person in their late teens"),
        ("her five-year-old son", "her son of primary-school age"),
        ("her five-year-old", "her child of primary-school age"),
        ("her two-year-old", "her toddler"),
        ("her two-year-old son", "her toddler son"),
        ("a 3-year-old boy", "a child of pre-school age"),
        ("two 15-year-olds", "two children of secondary-school age"),
        ("who was eight years old when", "who was of primary-school age when"),
        ("who was two.", "who was a toddler."),
        ("was 2 years old", "was a toddler"),
        ("aged 5 years 2 months; their", "of primary-school age; their"),
        ("children aged 5 and 7", "children of primary-school age"),
        (
            "children aged 3, 5 and 15",
            "children of pre-school, primary-school and secondary-school age",
        ),
        ("aged 12 and 17", "of secondary-school age and in their late teens"),
        ("from the age of thirteen", "from secondary-school age"),
        ("at the age of two", "as a toddler"),
        ("at the age of 5", "at primary-school age"),
        ("Age: 7", "Age: primary-school age"),
        ("Age 14. Table 6.", "Of secondary-school age. Table 6."),
        ("a five-year-old\u2019s", "a five-year-old\u2019s"),
    ],
)
def test_children(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "5 years' service",
        "five years\u2019 service",
        "a two-year plan",
        "her one-year developmental review",
        "32 years later",
        "over 5 years",
        "five years ago",
        "sentenced to 23 years",
        "a minimum term of 21 years",
        "life with a minimum of 18 years",
        "birth notes kept 25 yrs",
        "ex-DI, 30 yrs, retired",
        "two years older than she was",
        "aged 16 or over",
        "people aged 65 and over",
        "women aged 16 to 59",
        "aged 16-24",
        "aged 16\u201324",
        "aged between 18 and 25",
        "children aged under 5",
        "under the age of 18",
        "over the age of 65",
        "until the age of 18",
        "under 16 years of age",
        "at least 18 years old",
        "16 years of age or over",
        "a 200-year-old house",
        "a 10-year-old car",
        "a 5-year-old injury",
        "The house was 32 years old",
        "information that was 5 years old",
        "two weeks old",
        "seven months old",
        "aged 8 months",
        "a 3-week-old baby",
        "She was 20 weeks pregnant",
        "She was 5 minutes late",
        "He was one of six",
        "She was 1.6 m tall",
        "He was 2 and a half hours late",
        "reading age 9:02",
        "a reading age of 9",
        "a mental age of 9",
        "Age UK",
        "the age of criminal responsibility is 10",
        "work with 15-year-olds",
        "in her early 30s",
        "of primary-school age",
        "Year 9",
        "middle-aged",
        "the 0-19 service",
        "18+",
        "(32)",
        "Connie, 32 High Street",
        "her 32nd birthday",
        "turned 30 on",
        "the 32-year-old's phone",
        "aged care 2015",
        "aged 500",
        "the 45 and 47 year old",
        "a 5 and a 7 year old",
        "Age at death",
        "Age in 2021",
    ],
)
def test_leaves_what_is_no_age(text):
    assert vague_ages(text, How.BAND) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Connie (32) was", "Connie (early 30s) was"),
        ("Connie (33F), x", "Connie (early 30s, F), x"),
        ("Connie (32, F)", "Connie (early 30s, F)"),
        ("Connie (F, 33)", "Connie (F, early 30s)"),
        ("Connie (33 yrs)", "Connie (early 30s)"),
        ("Connie (5) and", "Connie (primary-school age) and"),
        ("Connie (2)", "Connie (toddler)"),
        ("Connie, 33F, #", "Connie, early 30s, F, #"),
        ("Connie, 32, was", "Connie, in their early 30s, was"),
        ("Connie, 7, was", "Connie, of primary-school age, was"),
        ("Connie, 32.", "Connie, in their early 30s."),
        ("Connie was 32.", "Connie was in their early 30s."),
        ("Connie was 7 when", "Connie was of primary-school age when"),
        ("Connie was 32 and a half", "Connie was 32 and a half"),
        ("Connie (1987)", "Connie (1987)"),
        ("Connie, 32 High Street", "Connie, 32 High Street"),
        ("Connie, 32,000", "Connie, 32,000"),
        ("Connie was 32 metres off", "Connie was 32 metres off"),
    ],
)
def test_a_number_right_behind_a_name(text, expected):
    assert told(text, after_name=[Span(0, 6)]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("34", "mid-30s"),
        ("34 (at death)", "mid-30s (at death)"),
        ("5 years 2 months", "primary-school age"),
        ("0", "infant"),
        ("thirty-two", "early 30s"),
        ("7 months", "7 months"),
        ("not known", "not known"),
    ],
)
def test_a_column_of_ages(text, expected):
    assert told(text, label="Age in 2021") == expected
    assert told(text, label="Page") == text


def test_keeps_ages_that_are_to_be_kept():
    assert vague_ages("aged 32", How.KEEP) == []


def test_protected_ages_stay():
    assert told("aged 32", protect=[Span(5, 7)]) == "aged 32"


def test_an_age_keeps_out_of_logs():
    [rewrite] = vague_ages("aged 32", How.BAND)
    assert rewrite.was[0].years == 32
    assert "32" not in repr(rewrite)


@pytest.mark.parametrize(
    ("years", "name"),
    [
        (0, "infant"),
        (1, "toddler"),
        (2, "toddler"),
        (3, "pre-school age"),
        (4, "pre-school age"),
        (5, "primary-school age"),
        (10, "primary-school age"),
        (11, "secondary-school age"),
        (15, "secondary-school age"),
        (16, "late teens"),
        (19, "late teens"),
        (20, "early 20s"),
        (23, "early 20s"),
        (24, "mid-20s"),
        (26, "mid-20s"),
        (27, "late 20s"),
        (89, "late 80s"),
        (90, "over 90"),
        (103, "over 90"),
    ],
)
def test_bands(years, name):
    assert band_of(years).name == name
