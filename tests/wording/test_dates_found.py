"""Which dates a text holds, and what only looks like one."""

from datetime import date

import pytest

from redactor.wording.vague.dates import find_dates

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
