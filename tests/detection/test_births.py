"""Days of birth that no word announces."""

from __future__ import annotations

import pytest
from fake_readings import mentions, reading, weigh

from redactor.model import EntityType, Verdict

DATED = [
    reading(f"It was on {day} March {year} that they met.")
    for year in (2018, 2019)
    for day in (3, 9, 12, 16, 20)
]


def born(text: str) -> list[tuple[str, Verdict]]:
    names = ("Danielle Hargreaves", "Danielle")
    people = {name: "PERSON" for name in names if name in text}
    one = reading(text, people=["Danielle", "Hargreaves"], labels=people)
    return [
        (words, verdict)
        for words, kind, verdict in mentions(weigh(one, *DATED), 0)
        if kind is EntityType.DATE_OF_BIRTH
    ]


@pytest.mark.parametrize(
    ("text", "date", "verdict"),
    [
        ("Danielle Hargreaves 12/03/84 lives here.", "12/03/84", Verdict.REPLACE),
        ("Danielle Hargreaves (12 March 1984) came.", "12 March 1984", Verdict.REPLACE),
        ("Danielle Hargreaves, F, 12.3.1984", "12.3.1984", Verdict.REPLACE),
        ("Danielle Hargreaves (12/03/2012) came.", "12/03/2012", Verdict.ASK),
        ("12/03/2018: Danielle Hargreaves (12 March 1984)", "12 March 1984", Verdict.REPLACE),
        ("On 4 May 1979 they married.", "4 May 1979", Verdict.ASK),
        ("Hargreaves, Danielle 12031984 s.20", "12031984", Verdict.REPLACE),
        ("Danielle (12032016) cannot be left alone", "12032016", Verdict.REPLACE),
        ("Danielle Hargreaves, 7 yrs (12 MAR 2018), last seen", "12 MAR 2018", Verdict.REPLACE),
        ("Danielle Hargreaves, aged 7, [12.03.18]", "12.03.18", Verdict.REPLACE),
        ("Danielle Hargreaves | 12/03/18 | sibling | same", "12/03/18", Verdict.REPLACE),
        ("Danielle Hargreaves | 12/03/18 | half-sister", "12/03/18", Verdict.REPLACE),
        ("Danielle (12/03/18) cannot be left alone", "12/03/18", Verdict.ASK),
        ("Re: Danielle Hargreaves 2018-03-12. Thank you", "2018-03-12", Verdict.REPLACE),
        ("Red book, page 1: Danielle, 12/03/18, 3.18 kg", "12/03/18", Verdict.REPLACE),
        ("Via GP. Subject: HARGREAVES, Danielle 12/03/18.", "12/03/18", Verdict.REPLACE),
    ],
)
def test_a_date_behind_a_name_or_long_ago(text, date, verdict):
    assert born(text) == [(date, verdict)]


def test_a_date_behind_another_name_is_a_birth_as_well():
    text = "Danielle Hargreaves 12/03/84, Hargreaves 11/09/2018"
    assert born(text) == [("12/03/84", Verdict.REPLACE), ("11/09/2018", Verdict.ASK)]


def test_names_and_dates_in_a_list_are_days_of_birth():
    text = "Danielle Hargreaves, 11/09/18; Danielle, 12 MAR 2017; both live with her"
    assert born(text) == [("11/09/18", Verdict.REPLACE), ("12 MAR 2017", Verdict.REPLACE)]


def test_dates_in_brackets_behind_two_names_are_births_of_both():
    text = "Hargreaves (11/09/2018) was seen, Danielle (12/03/2012) not"
    assert born(text) == [("11/09/2018", Verdict.ASK), ("12/03/2012", Verdict.ASK)]


@pytest.mark.parametrize("text", ["on 11/09/2018 she came.", "seen 11/09/2018"])
def test_a_date_behind_no_name_is_none(text):
    text = f"Danielle Hargreaves 12/03/84; {text}"
    assert [date for date, _ in born(text)] == ["12/03/84"]


@pytest.mark.parametrize(
    "text",
    [
        "On 12 March 2018 Danielle Hargreaves came.",
        "Danielle Hargreaves came on 12/03/2018.",
        "Danielle Hargreaves, 12 March 2018",
        "Danielle Hargreaves (12 March 2018) was interviewed.",
        "rang Danielle 12/03/2018",
        "Interview with Danielle (12/03/2018)",
        "We interviewed Liam and Kez (11 March 2018) and Danielle (12 March 2018).",
        "The statement of Danielle Hargreaves (12 March 2018)",
        "Ms Hargreaves, Danielle (12/03/2018)",
        "Danielle Hargreaves | 12/03/18 | telephone call",
        "The file 12032018 of Danielle.",
        "The law changed in 1979 and on 4 May.",
        "On 12 March 2021 it will end.",
    ],
)
def test_other_dates_stay(text):
    assert born(text) == []


def test_the_last_year_is_told_by_years_in_two_figures_too():
    dates = [reading(f"On {day}/03/18 they met.") for day in range(10, 20)]
    weighing = weigh(reading("On 4 May 1979 they married; on 4 May 1978 they met."), *dates)
    assert weighing.last_year == 2018


def test_nothing_is_long_ago_where_no_year_stands():
    assert [kind for _, kind, _ in mentions(weigh(reading("She came on 12/03/84.")), 0)] == []
