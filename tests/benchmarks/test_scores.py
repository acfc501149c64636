"""The rules of scoring, by small tables."""

from __future__ import annotations

import pytest
from scores import FEWEST, Recall, Score, figures, gap, group_of, missed, score
from sets import Gold, Passage
from systems import Marked

TEXT = "Ms O’Hara-Lee rang St Anne’s on 01632 960 001."


def passage(*gold: Gold, text: str = TEXT, origin: str = "", domain: str = "") -> Passage:
    return Passage("d#1", "d", text, gold, origin, domain)


def mention(words: str, kind: str = "person", action: str = "replace", form: str = "") -> Gold:
    start = TEXT.index(words)
    return Gold(start, start + len(words), kind, "", action, form)


def marked(words: str, *, asked: bool = False) -> Marked:
    start = TEXT.index(words)
    return Marked(start, start + len(words), "person", asked)


@pytest.mark.parametrize(
    ("gold", "spans", "found"),
    [
        ("O’Hara-Lee", ["O’Hara-Lee"], True),
        ("O’Hara-Lee", ["Ms O’Hara-Lee rang"], True),  # more is changed as well
        ("O’Hara-Lee", ["O", "Hara", "Lee"], True),  # only letters and digits count
        ("O’Hara-Lee", ["O’Hara", "Lee"], True),
        ("O’Hara-Lee", ["Hara-Lee"], False),  # one letter is left
        ("O’Hara-Lee", ["O’Hara-Le"], False),
        ("01632 960 001", ["01632", "960", "001"], True),
        ("01632 960 001", ["01632 960"], False),
        ("O’Hara-Lee", ["St Anne’s"], False),
        ("O’Hara-Lee", [], False),
    ],
)
def test_found_is_every_letter_and_digit(gold: str, spans: list[str], found: bool) -> None:
    here = passage(mention(gold))
    counted = score(here, [marked(words) for words in spans])
    assert counted.recall == Recall(int(found), 1)
    assert missed(here, [marked(words) for words in spans]) == ([] if found else [mention(gold)])


def test_what_is_asked_is_found_and_is_a_question() -> None:
    spans = [marked("O’Hara-Lee", asked=True), marked("St Anne’s"), marked("rang", asked=True)]
    counted = score(passage(mention("O’Hara-Lee"), mention("St Anne’s", "school")), spans)
    assert counted.recall == Recall(2, 2)
    assert (counted.asked, counted.changed) == (2, 3)
    assert counted.questions == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("spans", "wrong"),
    [
        ([], 0),
        (["O’Hara-Lee"], 0),
        (["Ms O’Hara-Lee"], 1),
        (["O’Hara-Lee ra"], 1),  # part of a word is a word
        (["St Anne’s"], 3),  # "St", "Anne", "s": gold keeps them
        (["960 001"], 2),
        (["Ms", "Ms O’Hara-Lee"], 1),  # no word counts twice
    ],
)
def test_over_redaction_counts_words_that_gold_does_not_replace(
    spans: list[str], wrong: int
) -> None:
    here = passage(mention("O’Hara-Lee"), mention("St Anne’s", "school", "keep"))
    counted = score(here, [marked(words) for words in spans])
    assert (counted.words, counted.changed_wrongly) == (12, wrong)
    assert counted.over_redaction == pytest.approx(wrong / 12)


def test_a_word_that_gold_replaces_in_part_is_not_wrong() -> None:
    here = passage(Gold(3, 4, "person", "", "replace"))
    assert score(here, [Marked(0, 13, "person")]).changed_wrongly == 3


def test_what_stays_is_no_mention() -> None:
    here = passage(mention("O’Hara-Lee", action="keep"))
    assert score(here, []).recall == Recall(0, 0)
    assert missed(here, []) == []


def test_recall_is_kept_by_group() -> None:
    here = passage(
        mention("O’Hara-Lee", "professional", form="last"),
        mention("St Anne’s", "school", form="name"),
        mention("01632 960 001", "phone"),
        origin="irish",
        domain="letter",
    )
    counted = score(here, [marked("O’Hara-Lee"), marked("01632")])
    assert counted.by("type") == {
        "phone": Recall(0, 1),
        "professional": Recall(1, 1),
        "school": Recall(0, 1),
    }
    assert counted.by("group") == {
        "identifiers": Recall(0, 1),
        "organisations": Recall(0, 1),
        "people": Recall(1, 1),
    }
    assert counted.by("form") == {"last": Recall(1, 1), "name": Recall(0, 1)}
    assert counted.by("domain") == {"letter": Recall(1, 3)}
    assert counted.by("origin") == {"irish": Recall(1, 1)}  # people alone


def test_scores_add_up() -> None:
    one = score(passage(mention("O’Hara-Lee")), [marked("O’Hara-Lee"), marked("rang", asked=True)])
    other = score(passage(mention("O’Hara-Lee"), mention("St Anne’s", "school")), [])
    both = one + other + Score()
    assert (both.words, both.changed, both.asked, both.changed_wrongly) == (24, 2, 1, 1)
    assert both.recall == Recall(1, 3)
    assert both.by("type") == {"person": Recall(1, 2), "school": Recall(0, 1)}


@pytest.mark.parametrize(
    ("kind", "group"),
    [
        ("person", "people"),
        ("child", "people"),
        ("professional", "people"),
        ("place", "places"),
        ("practice", "organisations"),
        ("nhs_number", "identifiers"),
        ("date_of_birth", "identifiers"),
    ],
)
def test_types_have_a_group(kind: str, group: str) -> None:
    assert group_of(kind) == group


@pytest.mark.parametrize(
    ("found", "mentions", "interval"),
    [
        # The four examples of R. G. Newcombe, Statistics in Medicine 17 (1998), table I
        (81, 263, (0.2553, 0.3662)),
        (15, 148, (0.0624, 0.1605)),
        (0, 20, (0.0, 0.1611)),
        (1, 29, (0.0061, 0.1718)),
        # and the two ends
        (20, 20, (0.8389, 1.0)),
        (0, 0, (0.0, 1.0)),
    ],
)
def test_intervals_are_wilsons(found: int, mentions: int, interval: tuple[float, float]) -> None:
    assert Recall(found, mentions).interval == pytest.approx(interval, abs=5e-5)


def test_the_gap_is_between_groups_that_are_large_enough() -> None:
    groups = {
        "irish": Recall(90, 100),
        "polish": Recall(FEWEST - 1, FEWEST),
        "tamil": Recall(80, 100),
        "small": Recall(0, FEWEST - 1),
    }
    found = gap(groups)
    assert found is not None
    assert (found.best, found.worst) == ("polish", "tamil")
    assert found.points == pytest.approx(100 * (FEWEST - 1) / FEWEST - 80)


def test_one_group_has_no_gap() -> None:
    assert gap({"irish": Recall(90, 100), "small": Recall(0, 1)}) is None


def test_figures_hold_no_text() -> None:
    counted = score(passage(mention("O’Hara-Lee"), origin="irish"), [])
    held = figures(counted)
    assert held["recall"]["all"]["all"]["found"] == 0
    assert held["recall"]["origin"]["irish"]["mentions"] == 1
    assert "Hara" not in str(held)
