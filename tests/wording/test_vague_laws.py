"""What holds for every text: rewrites are in order and apart, and a second pass changes nothing."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from redactor.model import Span
from redactor.wording.vague import ages
from redactor.wording.vague.date_phrases import How
from redactor.wording.vague.dates import DateRewrite, find_dates, vague_dates
from tests.wording.marked import rewritten

LEADS = [
    *("on ", "On ", "by ", "since the ", "from ", "between ", "At 21:40 on ", "dated ", "the ", ""),
    *(
        "on the night of ",
        "in the early hours of ",
        "born on ",
        "DOB: ",
        "died at home on ",
        "(",
        "- ",
    ),
    *(
        "on Saturday ",
        "the meeting of ",
        "w/c ",
        "room 3 ",
        "a ",
        "his ",
        "4.1\t",
        "was ",
        "call 12 ",
    ),
]
TAILS = [
    *(
        " ",
        " he rang ",
        " at 21:40. ",
        " 12 officers ",
        " 15th Street ",
        " meeting ",
        ". ",
        ": rang ",
    ),
    *(" and ", " to ", "-", "\u2013", ", ", "/", " until ", ") ", " (Sat) ", " 2015 ", "\u2019s "),
    *(", and ", "\n", "\t"),
]
FORMS = [
    *(
        "{d} {month} {y}",
        "{d}th {month}",
        "{d} {mon}",
        "{d:02}/{m:02}/{y}",
        "{d}/{m}",
        "{d}",
        "{month}",
    ),
    *("{d:02}.{m:02}.{yy:02}", "{y}-{m:02}-{d:02}", "{month} {d}th, {y}", "{weekday} {d} {month}"),
    *("{mon} {d}", "{month} {y}", "the {d}th of {month}", "{d}{mon}{yy:02}", "{d:02}-{mon}-{y}"),
]
DAYS = st.dates(date(2000, 1, 1), date(2029, 12, 31))


def written(day: date, form: str) -> str:
    return form.format(
        d=day.day,
        m=day.month,
        y=day.year,
        yy=day.year % 100,
        month=f"{day:%B}",
        mon=f"{day:%b}",
        weekday=f"{day:%A}",
    )


PIECES = st.builds(
    lambda lead, day, form, tail: f"{lead}{written(day, form)}{tail}",
    st.sampled_from(LEADS),
    DAYS,
    st.sampled_from(FORMS),
    st.sampled_from(TAILS),
)
SENTENCES = st.lists(PIECES, min_size=1, max_size=4).map("".join)
AGE_WORDS = st.sampled_from(
    "a an the her his two aged age Age: at the age of from by nearly 32 5 17 92 thirty-two five 2 "
    "years year old -year-old year-old years old olds months and , . (32) boy woman man son car "
    "she he was Connie ' \u2019s when over or under F yo yrs turned birthday 0".split()
)
AGES = st.lists(AGE_WORDS, max_size=14).map(" ".join) | st.lists(AGE_WORDS, max_size=9).map("".join)


def assert_in_order(text: str, spans: list[Span]) -> None:
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(span.end <= len(text) for span in spans)


def all_dates(text: str, how: How, protect: Sequence[Span] = ()) -> list[DateRewrite]:
    return vague_dates(text, events=how, births=how, deaths=how, protect=protect)


@given(SENTENCES, st.sampled_from(How))
def test_vaguer_dates_are_told_once(text, how):
    rewrites = all_dates(text, how)
    assert_in_order(text, [rewrite.span for rewrite in rewrites])
    told = rewritten(text, rewrites)
    assert all_dates(told, how) == []
    if how is not How.KEEP:
        assert find_dates(told) == []
        assert sum(len(rewrite.was) for rewrite in rewrites) == len(find_dates(text))


@given(SENTENCES)
def test_each_date_is_told_once_whatever_it_is_of(text):
    rules = {"events": How.PART_OF_MONTH, "births": How.MONTH, "deaths": How.MONTH}
    rewrites = vague_dates(text, **rules)
    assert_in_order(text, [rewrite.span for rewrite in rewrites])
    assert vague_dates(rewritten(text, rewrites), **rules) == []


@given(SENTENCES, st.integers(0, 20), st.integers(1, 20))
def test_protected_text_stays(text, start, length):
    span = Span(start, start + length)
    rewrites = all_dates(text, How.MONTH, protect=[span])
    assert not any(rewrite.span.overlaps(span) for rewrite in rewrites)


@example("aged 5 and 92")
@given(AGES)
def test_bands_are_told_once(text):
    rewrites = ages.vague_ages(text, ages.How.BAND)
    assert_in_order(text, [rewrite.span for rewrite in rewrites])
    assert ages.vague_ages(rewritten(text, rewrites), ages.How.BAND) == []


@given(st.text(), st.sampled_from(How))
def test_any_text_will_do(text, how):
    for rewrite in all_dates(text, how):
        assert rewrite.text
    ages.vague_ages(text, ages.How.BAND)
