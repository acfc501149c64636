"""Names in messages without capitals, and people whom the layout shows."""

from __future__ import annotations

import pytest
from fake_readings import mentions, reading, weigh

from redactor.model import EntityType, Verdict

PROOF = [
    reading(
        "Trinity Love told the police.",
        people=["Trinity", "Love"],
        labels={"Trinity Love": "PERSON"},
    ),
    reading("Ms Love saw Trinity.", people=["Love", "Trinity"]),
    reading("He asked Trinity about it.", people=["Trinity"]),
]


def named(text: str) -> list[tuple[str, Verdict]]:
    return [
        (words, verdict)
        for words, kind, verdict in mentions(weigh(*PROOF, reading(text)), len(PROOF))
        if kind is EntityType.PERSON
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("\u201ctell trinity i love her\u201d", "trinity"),
        ("\u201ctrinity is here again\u201d was sent", "trinity"),
        ('She typed: "its trinity can u come"', "trinity"),
        ("\u201ctell trinity i no where she sleeps, Crossways lol\u201d", "trinity"),
        ("\u201cbe good for nanny trinity and dont cry\u201d", "trinity"),
        ("20:15 \u201ctrinity\u201d 20:16 \u201cwhere r u then\u201d", "trinity"),
        ("19:52 love: who is she", "love"),
        ("19:44 mum trinity: what time", "trinity"),
        ("saw mr love in town", "mr love"),
    ],
)
def test_a_name_of_the_review_in_a_message(text, name):
    assert named(text) == [(name, Verdict.REPLACE)]


def test_who_is_missed_has_no_title():
    assert named("i miss trinity so much. miss trinity taught her") == [
        ("trinity", Verdict.REPLACE),
        ("miss trinity", Verdict.REPLACE),
    ]


def test_the_other_word_of_a_name_in_a_message():
    assert {words for words, _ in named("\u201ctell trinity love i no\u201d")} == {
        "trinity",
        "love",
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("\u201cask baz he knows\u201d", "baz"),
        ("baz: home. swear down", "baz"),
        ("kam is here dont ring", "kam"),
        ("\u201cim at yours n gosha took my keys\u201d", "gosha"),
    ],
)
def test_a_strange_word_where_somebody_is_addressed_is_asked_about(text, name):
    assert named(text) == [(name, Verdict.ASK)]


@pytest.mark.parametrize(
    "text",
    [
        "\u201ctell ur mum i love her\u201d",
        "\u201cwith luv from me n pls ring\u201d",
        "Note: he was seen at home",
        "the file had \u201ca carer, houseproud and a talker\u201d in it",
        "He felt that love and trinity matter.",
        "to tell trinity from unity is hard, He said",
    ],
)
def test_ordinary_words_of_a_message_stay(text):
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Present: B. Parsons, W. Tide, J. House", ["B. Parsons", "W. Tide", "J. House"]),
        ("Copied to: Hazel Story, Clover Young", ["Hazel Story", "Clover Young"]),
    ],
)
def test_an_attendance_list_names_people_whatever_their_names_mean(text, names):
    assert [name for name, _ in named(text)] == names


@pytest.mark.parametrize(
    "text", ["Present: Police, Housing", "A. Exhibits and scene notes", "To: File"]
)
def test_a_list_of_agencies_or_a_heading_names_nobody(text):
    assert named(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Thanks, Temperance",
        "I will ring on Monday. Kind regards, Temperance",
        "Send it tonight please. Cheers, Temperance x",
    ],
)
def test_who_signs_a_message_is_found(text):
    assert [words for words, _ in named(text)] == ["Temperance"]


def test_a_usual_given_name_in_small_letters_is_asked_about():
    assert named("My mother and my friend baz will say so.") == [("baz", Verdict.ASK)]
    assert named("The account was baz_91 and the mail baz@example.org") == []
