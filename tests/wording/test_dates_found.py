"""Which dates a text holds, and what only looks like one."""

from datetime import date, timedelta

import pytest

from redactor.wording.vague.dates import find_dates, loose_days

D = (14, 11, 2015)


def days_in(text):
    return [(found.day, found.month, found.year) for found in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("on 14th November 2015", "14th November 2015"),
        ("on 14 Nov. 2015", "14 Nov. 2015"),
        ("14th of November, 2015", "14th of November, 2015"),
        ("the 14th day of November 2015", "14th day of November 2015"),
        ("November 14th, 2015", "November 14th, 2015"),
        ("November 14, 2015", "November 14, 2015"),
        ("November the 14th, 2015", "November the 14th, 2015"),
        ("14/11/2015", "14/11/2015"),
        ("14 / 11 / 2015", "14 / 11 / 2015"),
        ("14.11.15", "14.11.15"),
        ("14-11-2015", "14-11-2015"),
        ("2015-11-14", "2015-11-14"),
        ("2015/11/14", "2015/11/14"),
        ("2015-11-14T21:40:00Z", "2015-11-14"),
        ("Saturday 14th November 2015", "14th November 2015"),
        ("14\u00a0November\u00a02015", "14\u00a0November\u00a02015"),
        ("14  November   2015", "14  November   2015"),
        ("14-Nov-2015", "14-Nov-2015"),
        ("14NOV15", "14NOV15"),
        ("14 NOVEMBER 2015", "14 NOVEMBER 2015"),
        ("14 november 2015", "14 november 2015"),
        ("14 Nov 15", "14 Nov 15"),
        ("14 November \u201915.", "14 November \u201915"),
        ("the fourteenth of November 2015", "fourteenth of November 2015"),
        ("(14/11/2015)", "14/11/2015"),
        ("14/11/2015 21:40", "14/11/2015"),
        ("at 21:40 on 14 November 2015", "14 November 2015"),
        ("Log 871 of 14/11/15", "14/11/15"),
        ("11/14/2015", "11/14/2015"),  # an American's: there is no month 14
    ],
)
def test_takes_the_14th_of_november_2015(text, written):
    [found] = find_dates(text)
    assert (found.day, found.month, found.year) == D
    assert text[found.span.start : found.span.end] == written
    assert found.on == date(2015, 11, 14)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on the 14th November", [(14, 11, None)]),
        ("Sat 14 Nov", [(14, 11, None)]),
        ("on 14/11 she rang", [(14, 11, None)]),
        ("Sat 3/10", [(3, 10, None)]),
        ("- 21/02 NRPF? No.", [(21, 2, None)]),
        ("Charged 19/06, Harsley", [(19, 6, None)]),
        ("Gap: 24/08 to 13/11 = 81 days", [(24, 8, None), (13, 11, None)]),
        ("16.07\u201301.08.19", [(16, 7, None), (1, 8, 2019)]),
        ("On May 14 people came", [(14, 5, None)]),
        ("14th\u201316th November 2015", [D, (16, 11, 2015)]),
        ("14-16/11/2015", [D, (16, 11, 2015)]),
        ("14 and 15 November 2015", [D, (15, 11, 2015)]),
        ("14, 15 and 17 November 2015", [D, (15, 11, 2015), (17, 11, 2015)]),
        ("Saturday 14th and Sunday 15th November 2015", [D, (15, 11, 2015)]),
        ("between 14 and 16 November", [(14, 11, None), (16, 11, None)]),
        ("November 14th to 16th, 2015", [D, (16, 11, 2015)]),
        ("14 November to 3 December 2015", [(14, 11, None), (3, 12, 2015)]),
        ("14/11/2015-16/11/2015", [D, (16, 11, 2015)]),
        ("flats 9 and 14 November 2015", [D]),
        ("Item 12, 14 November 2015", [D]),
        ("Unit 4 - 14 November 2015", [D]),
        ("The second, on 14 November 2015", [D]),
        ("The second, 14 November 2015", [D]),
        ("3 Jan 1, and the 1/1", [(3, 1, None)]),
        ("01.10.18", [(1, 10, 2018)]),
        ("22.7.19", [(22, 7, 2019)]),
        ("on 1.4.12 she", [(1, 4, 2012)]),
        ("b. 4.3.87", [(4, 3, 1987)]),
        ("16.12.22 A+E", [(16, 12, 2022)]),
        ("born 14/03/29", [(14, 3, 2029)]),
        ("born 14/03/30", [(14, 3, 1930)]),
        ("29 February 2016", [(29, 2, 2016)]),
        ("29 February", [(29, 2, None)]),
    ],
)
def test_takes_days_that_are_given_in_part_or_together(text, days):
    assert days_in(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "31 April 2015",
        "29 February 2015",
        "31/04/2015",
        "00/11/2015",
        "in November 2015",
        "mid-November 2015",
        "early 2016",
        "version 1.4.2",
        "1.4.12 Agencies",
        "11.3.17\tWill attended",
        "11.10.12 The panel met",
        "see paragraphs 14.11.12 and 14.11.15",
        "4.2 January 2017 to May 2018",
        "24/7",
        "on call 24/7",
        "on 24/7",
        "3/10",
        "mood from 3/10 to 7/10",
        "BP 118/74",
        "review 2/52",
        "Flat 9/4",
        "MH 22/09",
        "expiry 09/25",
        "11/2022",
        "s.47",
        "section 17 May apply",
        "the 14 may come",
        "the 14th may have been",
        "In May 14 people came",
        "Nov 14",
        "\u00a314.11.15",
        "07700 900123",
        "01632 960204",
        "sort code 12-04-31",
        "DA/2015/11",
        "CAD 4418/14FEB22",
        "WF/2015/11/14",
        "Log 1127/30.12.19",
        "report-2015-11-14.docx",
        "203.0.11.3",
        "IP 192.0.2.15",
        "4 March Road",
        "14\nNovember",
        "the following day",
        "on Saturday",
        "Ellie-May 6 y",
    ],
)
def test_leaves_what_is_no_date(text):
    assert days_in(text) == []


def test_tells_weekday_and_preposition():
    [found] = find_dates("On Saturday the 14th of November 2015")
    assert (found.weekday, found.preposition) == ("Saturday", "on")
    [found] = find_dates("open since 14/11/2015 (Sat)")
    assert (found.weekday, found.preposition) == ("Sat", "since")
    first, second = find_dates("between 14 and Monday 16 November")
    assert (first.preposition, second.weekday) == ("between", "Monday")


def test_a_date_keeps_out_of_logs():
    [found] = find_dates("born on 14 March 1991")
    assert "1991" not in repr(found)


FORMS = [
    "{d} {month} {y}",
    "{d:02} {month} {y}",
    "the {d}{th} of {month} {y}",
    "{d}{th} {month}, {y}",
    "{d} {mon} {y}",
    "{d} {mon}. {y}",
    "{d:02}-{mon}-{y}",
    "{d:02}{MON}{yy:02}",
    "{month} {d}{th}, {y}",
    "{month} {d}, {y}",
    "{weekday} {d} {month} {y}",
    "{d:02}/{m:02}/{y}",
    "{d}/{m}/{y}",
    "{d}/{m}/{yy:02}",
    "{d:02}.{m:02}.{yy:02}",
    "{d:02}-{m:02}-{y}",
    "{y}-{m:02}-{d:02}",
    "{y}-{m:02}-{d:02}T21:40:00Z",
]


@pytest.mark.parametrize("form", FORMS)
def test_reads_every_day_of_four_years(form):
    day = date(2015, 1, 1)
    while day.year < 2019:
        text = "seen on " + form.format(
            d=day.day,
            m=day.month,
            y=day.year,
            yy=day.year % 100,
            th={1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 * (day.day // 10 != 1), "th"),
            month=f"{day:%B}",
            mon=f"{day:%b}",
            MON=f"{day:%b}".upper(),
            weekday=f"{day:%A}",
        )
        assert [found.on for found in find_dates(text)] == [day], text
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On the 14th she rang again.", ["14th"]),
        ("until the 3rd, when", ["3rd"]),
        ("on the 14th November", []),
        ("on the 14th floor", []),
        ("the 2nd call", []),
    ],
)
def test_lists_days_without_a_month(text, days):
    assert [text[span.start : span.end] for span in loose_days(text)] == days
