"""Dates of birth and of death, however they are written; and dates that are neither."""

from __future__ import annotations

import datetime

import pytest
from shapes import found_in

from redactor.detection.recognisers.dates import days_in


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("d.o.b. 12/03/1989", ["12/03/1989"]),
        ("DOB:12/03/89", ["12/03/89"]),
        ("D O B 12 03 1989", ["12 03 1989"]),
        ("(dob 14-Mar-1989)", ["14-Mar-1989"]),
        ("Birth date: March 14, 1989", ["March 14, 1989"]),
        ("b. 02/11/1981", ["02/11/1981"]),
        ("Kieran (b 2 Nov 1981) and", ["2 Nov 1981"]),
        ("He was born on 02/11/1981.", ["02/11/1981"]),
        ("born Tuesday 14 March 1989", ["Tuesday 14 March 1989"]),
        ("born on the 14th of March 1989", ["14th of March 1989"]),
        (
            "born on the fourteenth of March nineteen eighty-nine",
            ["fourteenth of March nineteen eighty-nine"],
        ),
        (
            "date of birth second November two thousand and four",
            ["second November two thousand and four"],
        ),
        ("born prematurely on 3rd March", ["3rd March"]),
        ("DOBs: Isla 08/07/2016, Jack 11/09/2012", ["08/07/2016", "11/09/2012"]),
        ("dates of birth 08/07/2016 and 11/09/2012", ["08/07/2016", "11/09/2012"]),
        ("her birthday, 14 March", ["14 March"]),
        ("DoB 03061964", ["03061964"]),
        ("HARGREAVES, Isla, born 08072016, lives", ["08072016"]),
        (
            "Isla Marlowe was born on 08072016, Jack al-Marlowe on 11 SEP 2012.",
            ["08072016", "11 SEP 2012"],
        ),
        ("b.: 14/03/71", ["14/03/71"]),
        (
            "\u201cCan you confirm your date of birth for me?\u201d \u201c24091985.\u201d",
            ["24091985"],
        ),
        ("Date of birth? \u2018Fourth of March 1987\u2019", ["Fourth of March 1987"]),
        ("then aged 7 (12-Jun-2005), held the dog", ["12-Jun-2005"]),
        ("aged 3 months (13122008)", ["13122008"]),
        ("is 24.04.2004, the day on which Kian arrived seven weeks early.", ["24.04.2004"]),
        ("On 3 May 2009, when Isla was born,", ["3 May 2009"]),
        ("Isla arrived six weeks early, on 3 May 2009", ["3 May 2009"]),
        ("she gave birth to Isla on 3 May 2009", ["3 May 2009"]),
    ],
)
def test_takes_a_date_of_birth(text: str, dates: list[str]) -> None:
    assert found_in(text) == [("DATE_OF_BIRTH", date) for date in dates]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Date of death: 14.03.2019", "14.03.2019"),
        ("DOD 14/03/2019", "14/03/2019"),
        ("(d. 14/03/2019)", "14/03/2019"),
        ("She died on 14 March 2019.", "14 March 2019"),
        ("died at home, after a fall, on 14th March 2019", "14th March 2019"),
        ("She passed away on the 2nd of May 2018", "2nd of May 2018"),
        ("was found dead on Sunday 3 June 2018", "Sunday 3 June 2018"),
        ("Life was pronounced extinct at 03:14 on 14 March 2019", "14 March 2019"),
        ("was murdered by him on 14 March 2019", "14 March 2019"),
        ("Danielle\u2019s death on 14 March 2019", "14 March 2019"),
        ("following her death on 14/03/2019", "14/03/2019"),
        ("took his own life on 9 November 2020", "9 November 2020"),
        ("he died on the ninth of November", "ninth of November"),
        ("14/03/2019 (DOD)", "14/03/2019"),
    ],
)
def test_takes_a_date_of_death(text: str, date: str) -> None:
    assert found_in(text) == [("DATE_OF_DEATH", date)]


@pytest.mark.parametrize(
    "text",
    [
        "She was born in March 1989. He died in August 2018.",
        "She died in 2018; the death in March was reviewed in May 2019.",
        "The inquest into her death was held in March 2020.",
        "b, d and e; option B 12; 3D 14; I'd 12 of them",
        "The panel met on 12 March 2018 and on 3rd May.",
        "Form 03061964 was sent; order 12032018; on 08082004 she moved.",
        "He took him to the clinic on 12 March 2018.",
        "On 12 March 2018 she was seen by a nurse.",
        "the second of May and the first of the two",
        "The dog died. On 3 May they moved.",
        "convicted aged 17 (March 2014); aged 7 (12 March); aged 34, on 3 May 2009",
        "on 12 March 2018, when the police arrived early; on 3 May 2009, the day she came late",
        "the date of birth was asked again. On 3 May 2018 she came.",
        "killed time; a dead phone on 3 May 2018",
        "the Murder (Abolition of Death Penalty) Act 1965",
    ],
)
def test_leaves_other_dates_alone(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize("day", [(1987, 3, 5), (1964, 12, 31), (2014, 10, 9)])
@pytest.mark.parametrize(
    "form",
    [
        "{d}/{m}/{y}", "{d:02}/{m:02}/{y}", "{d}.{m}.{y}", "{d} {m} {y}", "{d} - {m} - {y}",
        "{y}-{m}-{d}", "{y}-{m:02}-{d:02}", "{y}/{m:02}/{d}", "{d:02}{m:02}{y}",
        "{d} {month} {y}", "{d}{th} of {month}, {y}", "{month} {d}{th}, {y}", "{d}-{mon}-{y}",
        "{d} {MON} {y}", "the {d}{th} day of {month} {y}",
    ],
)  # fmt: skip
def test_a_full_date_is_known_however_it_is_written(form, day):
    year, month, date = day
    name = f"{datetime.date(*day):%B}"
    th = {1: "st", 2: "nd", 3: "rd"}.get(date % 10, "th")
    written = form.format(
        y=year, m=month, d=date, th=th, month=name, mon=name[:3], MON=name[:3].upper()
    )
    (found,) = days_in(f"Seen on {written}.")
    assert found.day == (year % 100, month, date)
    assert f"Seen on {written}."[found.start : found.end].endswith(written)
