"""Births and deaths are told by the month, whatever becomes of other dates."""

from datetime import date

import pytest

from redactor.wording.vague.date_phrases import How
from redactor.wording.vague.dates import find_dates, is_birth, is_death, proven_days, vague_dates
from tests.wording.marked import rewritten


def told(text, **options):
    rules = {"events": How.KEEP, "births": How.MONTH, "deaths": How.MONTH} | options
    return rewritten(text, vague_dates(text, **rules))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("born on 14 March 1991", "born in March 1991"),
        ("born 14 March 1991", "born in March 1991"),
        ("born prematurely on 14/03/1991", "born prematurely in March 1991"),
        ("was born at St Alphege Hospital on 14 March", "was born at St Alphege Hospital in March"),
        ("born at 03:40 on Sunday 14 March 1991", "born in March 1991"),
        ("DOB 14/03/1991", "DOB March 1991"),
        ("DOB: 14/03/1991", "DOB: March 1991"),
        ("d.o.b. 14.03.91", "d.o.b. March 1991"),
        ("D.O.B.: 1991-03-14", "D.O.B.: March 1991"),
        ("b. 14/03/1991", "b. March 1991"),
        ("Her date of birth is 14 March 1991.", "Her date of birth is March 1991."),
        ("Her birthday is 14 March.", "Her birthday is in March."),
        ("turned 30 on 14 March", "turned 30 in March"),
        ("14/03/1991 (DOB)", "March 1991 (DOB)"),
        ("gave birth to Child A on 14 March 2014", "gave birth to Child A in March 2014"),
    ],
)
def test_births(text, expected):
    assert is_birth(text, find_dates(text)[0])
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("died on 14 November 2015", "died in November 2015"),
        ("She died at home, aged 34, on 14 May", "She died at home, aged 34, in May"),
        (
            "was pronounced dead at 22:14 on 14 November 2015",
            "was pronounced dead in November 2015",
        ),
        ("was pronounced dead at hospital on 14 May", "was pronounced dead at hospital in May"),
        ("life extinct at 17.06 hrs on the 19th of May", "life extinct in May"),
        ("was found dead on the morning of 14 May", "was found dead one morning in May"),
        ("date of death: 14/11/2015", "date of death: November 2015"),
        ("murdered on 14 May 2016", "murdered in May 2016"),
        ("killed by her husband on 14 May 2016", "killed by her husband in May 2016"),
        ("since her death on 14 May 2016", "since her death in May 2016"),
        ("the murder of Connie Smith on 14 May", "the murder of Connie Smith in May"),
        ("was told of her death on 15 May", "was told of her death in May"),
        ("a death certificate dated 14 May 2016", "a death certificate of May 2016"),
        ("\u2020 03.01.2024", "\u2020 January 2024"),
        ("On 14 May 2016, when she died, he", "In May 2016, when she died, he"),
        ("Died 8 March 2021", "Died in March 2021"),
    ],
)
def test_deaths(text, expected):
    assert is_death(text, find_dates(text)[0])
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "On 14 May 2016 she rang",
        "was charged with her murder on 14 May 2016",
        "convicted of the murder of Connie on 14 May 2016",
        "Her mother died and she moved on 14 May 2016",
        "died in 2015. On 14 May 2016 he",
        "the child born in Margate was seen on 14 May 2016",
        "turned up on 14 May 2016",
        "the panel met on 14 May 2016",
        "section b 14 May 2016",
        "reborn in faith, he left on 14 May 2016",
    ],
)
def test_other_days(text):
    [found] = find_dates(text)
    assert not is_birth(text, found)
    assert not is_death(text, found)
    assert told(text) == text


@pytest.mark.parametrize(
    "label", ["DOB", "Date of birth", "D.O.B.", "Born", "Died", "Date of death"]
)
def test_a_column_says_it(label):
    assert told("14/03/1991", label=label) == "March 1991"
    assert told("14/03/1991", label="Date") == "14/03/1991"


def test_events_have_a_rule_of_their_own():
    text = "Born on 14 March 1991, she rang on 14 May 2016 and died on 3 June 2016."
    assert told(text, events=How.PART_OF_MONTH) == (
        "Born in March 1991, she rang in mid-May 2016 and died in June 2016."
    )


def test_days_proven_elsewhere_count_everywhere():
    births, deaths = proven_days(
        [
            ("Born on 14 March 1991, she died on 3 June 2016.", ""),
            ("02/11/1984", "DOB"),
            ("On 9 May 2016 he rang.", ""),
            ("died on 7 July", ""),
        ]
    )
    assert births == {date(1991, 3, 14), date(1984, 11, 2)}
    assert deaths == {date(2016, 6, 3)}
    text = "On 3 June 2016 police, on 3 June he, on 9 May 2016 she (2/11/84)"
    assert told(text, births_known=births, deaths_known=deaths) == (
        "In June 2016 police, in June he, on 9 May 2016 she (November 1984)"
    )


def test_of_two_dates_told_as_one_the_vaguest_wins():
    text = "between 1 and 3 June 2016"
    known = frozenset({date(2016, 6, 3)})
    assert told(text, events=How.PART_OF_MONTH, deaths_known=known) == "in June 2016"
