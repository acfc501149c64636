"""How sentences read once their dates are vaguer."""

import pytest

from redactor.model import Span
from redactor.wording.vague.date_phrases import How
from redactor.wording.vague.dates import vague_dates
from tests.wording.marked import rewritten


def told(text, how=How.PART_OF_MONTH, **options):
    return rewritten(text, vague_dates(text, events=how, births=how, deaths=how, **options))


@pytest.mark.parametrize(
    ("text", "part", "month"),
    [
        ("On 14th November 2015 he", "In mid-November 2015 he", "In November 2015 he"),
        ("on the 3rd of May 2016", "in early May 2016", "in May 2016"),
        ("on 21 May", "in late May", "in May"),
        ("by 14 November", "by mid-November", "by November"),
        ("since the 14th November", "since mid-November", "since November"),
        ("up to 10 May 2016.", "up to early May 2016.", "up to May 2016."),
        (
            "On Saturday, 14 November 2015, she",
            "In mid-November 2015, she",
            "In November 2015, she",
        ),
        ("on Sat 14 Nov. she", "in mid-November she", "in November she"),
        ("14/11/2015", "mid-November 2015", "November 2015"),
        ("Sat 14/11/15", "mid-November 2015", "November 2015"),
        ("14 November 2015: rang", "Mid-November 2015: rang", "November 2015: rang"),
        ("Date: 14 November 2015", "Date: mid-November 2015", "Date: November 2015"),
        ("4.1\t14 March 2015. PC", "4.1\tMid-March 2015. PC", "4.1\tMarch 2015. PC"),
        ("The 14th November was", "Mid-November was", "November was"),
        ("a letter dated 14 May 2016", "a letter of mid-May 2016", "a letter of May 2016"),
        ("It was dated 14 May 2016", "It was dated mid-May 2016", "It was dated May 2016"),
        ("Dated 14 May 2016", "Dated mid-May 2016", "Dated May 2016"),
        ("the 14 November meeting", "the mid-November meeting", "the November meeting"),
        ("At the 14 May MARAC meeting", "At the mid-May MARAC meeting", "At the May MARAC meeting"),
        ("on the 14 May call", "on the mid-May call", "on the May call"),
        ("an 8 November visit", "an early November visit", "a November visit"),
        ("an 11 November visit", "a mid-November visit", "a November visit"),
        ("his 3 May appointment", "his early May appointment", "his May appointment"),
        ("the meeting of 14 May", "the meeting of mid-May", "the meeting of May"),
        ("on the night of 14 May he", "one night in mid-May he", "one night in May he"),
        ("On the evening of Sat 14 May", "One evening in mid-May", "One evening in May"),
        ("the night of 14 May", "a night in mid-May", "a night in May"),
        (
            "In the early hours of 14 May",
            "Early one morning in mid-May",
            "Early one morning in May",
        ),
        ("on the nights of 14 and 15 May", "on nights in mid-May", "on nights in May"),
        ("on the morning and evening of 14 May", "one morning and evening in mid-May", None),
        ("within a week of 14 May", "within a week of mid-May", "within a week of May"),
        ("early on 14 May she", "in mid-May she", "in May she"),
        ("on 14 and on 16 May", "in mid-May", "in May"),
        ("on 14/11, 16/11 and 3/12.", "in mid-November and early December.", None),
        ("over the weekend of 14/15 May", "over a weekend in mid-May", "over a weekend in May"),
        ("w/c 14/11/2015", "a week in mid-November 2015", "a week in November 2015"),
        ("in the week of 14 May", "one week in mid-May", "one week in May"),
        ("on Friday evening, 14 May, he", "one evening in mid-May, he", "one evening in May, he"),
        ("between 14 and 16 May 2016", "in mid-May 2016", "in May 2016"),
        ("from 14 to 16 May 2016", "in mid-May 2016", "in May 2016"),
        ("from 3 to 28 May", "from early to late May", "in May"),
        ("from 3 to 14 May", "from early to mid-May", "in May"),
        ("between 14 and 28 May", "between mid- and late May", "in May"),
        (
            "between 14 November and 3 December 2015",
            "between mid-November and early December 2015",
            "between November and December 2015",
        ),
        (
            "from 14 November 2015 until 3 May 2016",
            "from mid-November 2015 until early May 2016",
            "from November 2015 until May 2016",
        ),
        ("14th\u201316th May 2016", "mid-May 2016", "May 2016"),
        ("14/11/15 - 3/12/15", "mid-November 2015 to early December 2015", None),
        ("On 8 August, 22 August and 14 May", "In early and late August and mid-May", None),
        ("on 14 May and on 3 June 2016", "in mid-May and in early June 2016", None),
        ("on 3, 14 and 28 May", "in early, mid- and late May", "in May"),
        ("on or about 14 May", "in or about mid-May", "in or about May"),
        ("on 14 May 2016 (Saturday) he", "in mid-May 2016 he", "in May 2016 he"),
        ("on 14 May 2016, a Saturday, he", "in mid-May 2016 he", "in May 2016 he"),
        ("The same day, 14 May, he", "The same day, in mid-May, he", "The same day, in May, he"),
        ("His appointment was 14 May.", "His appointment was in mid-May.", None),
        ("The date was 14 May.", "The date was mid-May.", "The date was May."),
        ("The period is 1 May to 3 June", "The period is early May to early June", None),
        ("It was granted on 24 June. No", "It was granted in late June. No", None),
        ("ward 3 14 November 2015", "ward 3 mid-November 2015", "ward 3 in November 2015"),
        ("on 14 May 15th Street", "in mid-May, 15th Street", "in May, 15th Street"),
        ("Rang (14 May 2016) and", "Rang (mid-May 2016) and", "Rang (May 2016) and"),
        ("on\u00a014\u00a0May\u00a02016", "in mid-May 2016", "in May 2016"),
        ("police attended 14/11/15.", "police attended mid-November 2015.", None),
        ("14 May\u2019s incident", "Mid-May\u2019s incident", "May\u2019s incident"),
    ],
)
def test_the_sentence_stays_english(text, part, month):
    assert told(text) == part
    assert month is None or told(text, How.MONTH) == month


@pytest.mark.parametrize(
    "text",
    [
        "in November 2015",
        "mid-November 2015",
        "between mid- and late May",
        "early 2016",
        "one night in May",
        "the following day",
        "at 21:40",
        "On Saturday she rang",
        "24/7 support",
        "scored 3/10",
        "paragraph 11.3.17",
        "31 April",
    ],
)
@pytest.mark.parametrize("how", How)
def test_leaves_what_is_vague_already(text, how):
    assert vague_dates(text, events=how, births=how, deaths=how) == []


def test_keeps_dates_that_are_to_be_kept():
    assert told("On 14 May 2016 he", How.KEEP) == "On 14 May 2016 he"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 14 November 2015 he", "In 2015 he"),
        ("between 14 May and 3 June 2016", "in 2016"),
        ("from 14 May 2015 to 3 June 2016", "from 2015 to 2016"),
        ("14/11/2015", "2015"),
        ("on the night of 14 May 2016", "one night in 2016"),
        ("On 14 November he", "In November he"),  # nothing else would be left of it
    ],
)
def test_tells_only_the_year(text, expected):
    assert told(text, How.YEAR) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At 21:40 on 14 May 2016 police",
            "In mid-May 2016 police",
        ),
        (
            "on 14 May 2016 at 21:40 hours he",
            "in mid-May 2016 he",
        ),
        ("At about 7 p.m. on Sat 14 May he", "In mid-May he"),
        ("on 14 May at 7 p.m. He", "in mid-May. He"),
        ("at 2140 hrs on the evening of 14 May", "one evening in mid-May"),
        ("since 21:40 on 14 May", "since mid-May"),
        ("just after 9pm on 14 May", "in mid-May"),
        ("between 21:40 and 22:15 on 14 May", "in mid-May"),
        ("on 14 May from 21:40 to 22:15 he", "in mid-May he"),
        ("from 9am on 14 May to 5pm on 3 June", "from mid-May to early June"),
        ("between 21:40 on 14 May and 06:00 on 15 May", "in mid-May"),
        ("the call of 21:40 on 14 May", "the call of mid-May"),
        ("14/11/2015 21:40", "mid-November 2015"),
        ("14/11/2015, 21:40 \u2013 rang", "Mid-November 2015 \u2013 rang"),
        ("05/08/21 1530", "early August 2021"),
        ("22/11 09.15. Mrs", "Late November. Mrs"),
        ("2015-11-14T21:40:00Z", "mid-November 2015"),
        ("shortly before midnight on 14 May", "in mid-May"),
        ("Met at 21:40. On 14 May he", "Met at 21:40. In mid-May he"),
        ("on 14 May 2.5 mg", "in mid-May 2.5 mg"),
    ],
)
def test_the_time_of_day_goes_with_the_day(text, expected):
    assert told(text) == expected


def test_protected_dates_stay():
    text = "14 May House was visited on 14 May 2016"
    assert told(text, protect=[Span(0, 12)]) == "14 May House was visited in mid-May 2016"


def test_protected_words_beside_a_date_stay():
    text = "seen on Saturday 14 May"
    assert told(text, protect=[Span(8, 16)]) == "seen on Saturday mid-May"


def test_a_rewrite_tells_what_it_stands_for():
    [rewrite] = vague_dates(
        "between 14 and 16 May 2016", events=How.MONTH, births=How.KEEP, deaths=How.KEEP
    )
    assert rewrite.span == Span(0, 26)
    assert [(date.day, date.year) for date in rewrite.was] == [(14, 2016), (16, 2016)]
