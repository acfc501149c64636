import pytest

from redactor.diff.changes import word_changes
from redactor.diff.terminal import BARS, render, visible

BEFORE, AFTER = "Then Danielle left.", "Then Connie left."


@pytest.mark.parametrize(
    ("masked", "marks", "expected"),
    [
        (False, False, "Then DanielleConnie left."),
        (False, True, "Then [-Danielle-]{+Connie+} left."),
        (True, True, f"Then [-{BARS}-]{{+Connie+}} left."),
    ],
)
def test_render(masked: bool, marks: bool, expected: str) -> None:
    assert render(word_changes(BEFORE, AFTER), masked=masked, marks=marks).plain == expected


def test_changes_are_told_apart_by_style() -> None:
    text = render(word_changes(BEFORE, AFTER), masked=False, marks=False)
    assert [(text.plain[s.start : s.end], s.style) for s in text.spans] == [
        ("Danielle", "red strike"),
        ("Connie", "bold green"),
    ]


def test_brackets_of_a_placeholder_are_no_markup() -> None:
    text = render(word_changes("Sam left.", "[PERSON 7?] left."), masked=True, marks=False)
    assert text.plain == f"{BARS}[PERSON 7?] left."


def test_long_unchanged_text_is_shortened_around_the_change() -> None:
    far = "word " * 200
    text = render(word_changes(f"{far}Sam {far}", f"{far}Ann {far}"), masked=False, marks=True)
    assert "[-Sam-]{+Ann+}" in text.plain
    assert len(text.plain) < 400
    assert text.plain.startswith("\u2026")
    assert text.plain.endswith("\u2026")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain \u00e9\u0142 \u2019s", "plain \u00e9\u0142 \u2019s"),
        ("a\tb\nc", "a b c"),
        ("esc\x1b[31m", "esc[31m"),
        ("csi\x9b31m", "csi31m"),
        ("turn\u202eround", "turnround"),
        ("Hargre\u00adaves\ufffc", "Hargreaves"),
    ],
)
def test_visible_text_cannot_steer_the_terminal(text: str, shown: str) -> None:
    assert visible(text) == shown
