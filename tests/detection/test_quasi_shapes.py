"""The recognisers of quasi-identifiers: what each takes, and what it leaves alone."""

from __future__ import annotations

import time

import pytest
from presidio_analyzer import EntityRecognizer

from redactor.detection.quasi.addresses import ForeignAddressRecogniser
from redactor.detection.quasi.codes import CodeRecogniser
from redactor.detection.quasi.dates import DateRecogniser
from redactor.detection.quasi.demographics import DemographicRecogniser
from redactor.detection.quasi.laws import LawRecogniser
from redactor.detection.quasi.people import InitialsRecogniser
from redactor.detection.quasi.quantities import QuantityRecogniser
from redactor.detection.quasi.registry import quasi_recognisers


def found(recogniser: EntityRecognizer, text: str) -> set[tuple[str, str]]:
    """Kind and words of everything that no other find contains."""
    results = recogniser.analyze(text, recogniser.supported_entities, None)
    return {
        (one.entity_type, text[one.start : one.end])
        for one in results
        if not any(o is not one and o.contains(one) and o != one for o in results)
    }


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("He left on 3 March 2014.", "DAY", "3 March 2014"),
        ("He left on 12th June 2019.", "DAY", "12th June 2019"),
        ("from 8-10 July 1996 on", "DAY", "8-10 July 1996"),
        ("on 20 and 27 May 1999", "DAY", "20 and 27 May 1999"),
        ("dated 27.01.1994", "DAY", "27.01.1994"),
        ("When: 2000-04-16 11:34:35", "DAY", "2000-04-16 11:34:35"),
        ("on Friday 3 March", "DAY", "Friday 3 March"),
        ("In June 1995 it closed.", "MONTH", "June 1995"),
        ("the summer of 1998", "MONTH", "summer of 1998"),
        ("until March", "MONTH", "March"),
        ("since 1988", "YEAR", "1988"),
        ("the 1990s", "YEAR", "1990s"),
        ("for two and a half years", "DURATION", "two and a half years"),
        ("a six-month sentence", "DURATION", "six-month"),
        ("12 years and 6 months' imprisonment", "DURATION", "12 years and 6 months'"),
        ("one year\u2019s imprisonment", "DURATION", "one year\u2019s"),
        ("at 10.30 a.m. he rang", "CLOCK", "10.30 a.m."),
        ("aged 17 at the time", "AGE", "aged 17"),
        ("a man, 43 years old", "AGE", "43 years old"),
        ("the 31-year-old", "AGE", "31-year-old"),
    ],
)
def test_times(text: str, kind: str, words: str) -> None:
    assert (kind, words) in found(DateRecogniser(), text)


@pytest.mark.parametrize(
    "text",
    [
        "They may march again.",
        "He may leave.",
        "It cost \u00a31995.",
        "version 20.1988.3",
        "no. 40593/1988",
        "the day and the hour",
        "Section 12",
        "a mayor of Marchwood",
    ],
)
def test_no_times(text: str) -> None:
    assert found(DateRecogniser(), text) == set()


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("worth GBP 550,000 in all", "MONEY", "GBP 550,000"),
        ("425,000 pounds sterling (GBP)", "MONEY", "425,000 pounds sterling (GBP)"),
        ("\u20ac1.2 million", "MONEY", "\u20ac1.2 million"),
        ("200 euros", "MONEY", "200 euros"),
        ("50,000 Swedish kronor (SEK)", "MONEY", "50,000 Swedish kronor (SEK)"),
        ("4,309 square metres", "MEASURE", "4,309 square metres"),
        ("40 % of the flats", "MEASURE", "40 %"),
        ("nineteen other defendants", "COUNT", "nineteen other defendants"),
        ("79 packages", "COUNT", "79 packages"),
    ],
)
def test_quantities(text: str, kind: str, words: str) -> None:
    assert (kind, words) in found(QuantityRecogniser(), text)


@pytest.mark.parametrize(
    "text",
    ["one was lost", "374744544168082 expires", "the pounds", "a measure of it", "EUR", "no"],
)
def test_no_quantities(text: str) -> None:
    assert found(QuantityRecogniser(), text) == set()


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("a Polish national", "NATIONALITY", "Polish national"),
        ("a United Kingdom national", "NATIONALITY", "United Kingdom national"),
        ("He was a taxi driver.", "OCCUPATION", "taxi driver"),
        ("with her mother-in-law", "RELATION", "mother-in-law"),
        ("suffers from diabetes", "CONDITION", "diabetes"),
    ],
)
def test_what_somebody_is(text: str, kind: str, words: str) -> None:
    assert (kind, words) in found(DemographicRecogniser(), text)


@pytest.mark.parametrize(
    "text",
    ["they polish it", "the victim spoke", "a screwdriver", "The Judge left.", "the witness"],
)
def test_what_says_nothing_about_somebody(text: str) -> None:
    assert found(DemographicRecogniser(), text) == set()


@pytest.mark.parametrize(
    ("recogniser", "text", "words"),
    [
        (CodeRecogniser(), "(no. 40593/04)", "40593/04"),
        (CodeRecogniser(), "file ABC/1234/X", "ABC/1234/X"),
        (CodeRecogniser(), "ring 01632 960 123", "01632 960 123"),
        (CodeRecogniser(), "zip code 90210", "90210"),
        (InitialsRecogniser(), "Her husband L. R. left.", "L. R."),
        (InitialsRecogniser(), "she saw Mr B there", "Mr B"),
        (ForeignAddressRecogniser(), "at 12 Rue Verte Apt. 7\nLyon", "12 Rue Verte Apt. 7"),
        (ForeignAddressRecogniser(), "PSC 4, Box 8\nAPO AA 42323", "PSC 4, Box 8\nAPO AA 42323"),
    ],
)  # fmt: skip
def test_codes_initials_and_addresses(recogniser: EntityRecognizer, text: str, words: str) -> None:
    assert words in {one for _, one in found(recogniser, text)}


@pytest.mark.parametrize(
    ("recogniser", "text"),
    [
        (CodeRecogniser(), "3 of 4, page 12 and 1/2"),
        (CodeRecogniser(), "It rose by 12.5."),
        (InitialsRecogniser(), "Mr Burton left. A. was first"),
        (InitialsRecogniser(), "the U.K.based firm"),
        (ForeignAddressRecogniser(), "Unit costs rose."),
    ],
)
def test_no_codes_initials_or_addresses(recogniser: EntityRecognizer, text: str) -> None:
    assert found(recogniser, text) == set()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("under Article 6 \u00a7 1 of the Convention", "Article 6 \u00a7 1 of the Convention"),
        ("the Social Security Act 1992", "Social Security Act 1992"),
        ("Law no. 12/1998", "Law no. 12/1998"),
        ("see Ivo v. Avia [GC], no. 12345/99", "Ivo v. Avia [GC], no. 12345/99"),
        ("its entry into force on 1 May 1998", "entry into force on 1 May 1998"),
    ],
)  # fmt: skip
def test_laws(text: str, words: str) -> None:
    assert words in {one for _, one in found(LawRecogniser(), text)}


@pytest.mark.parametrize("text", ["the article", "He acts.", "Mrs Law rang.", "a force of 1998"])
def test_no_laws(text: str) -> None:
    assert found(LawRecogniser(), text) == set()


@pytest.mark.parametrize(
    "text", ["1, " * 8000, "1-" * 8000, "A " * 8000, "one " * 8000, "A and " * 8000, "(" * 8000]
)
def test_no_text_keeps_a_shape_busy(text: str) -> None:
    started = time.perf_counter()
    for recogniser in quasi_recognisers():
        recogniser.analyze(text, recogniser.supported_entities, None)
    assert time.perf_counter() - started < 20
