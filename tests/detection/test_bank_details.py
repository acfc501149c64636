"""A sort code and an account number side by side."""

from __future__ import annotations

import pytest
from fake_readings import mentions, reading, weigh

NUMBERS = {"00-00-00": "BANK_ACCOUNT", "44120937": "BANK_ACCOUNT"}


def found(text: str) -> list[str]:
    numbers = {value: kind for value, kind in NUMBERS.items() if value in text}
    return [words for words, *_ in mentions(weigh(reading(text, found=numbers)), 0)]


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Paid in (sort code 00-00-00, account 44120937).", "sort code 00-00-00, account 44120937"),
        ("It went to s/c 00-00-00 a/c 44120937.", "s/c 00-00-00 a/c 44120937"),
        (
            "Account no. 44120937 and sort code: 00-00-00 are his.",
            "Account no. 44120937 and sort code: 00-00-00",
        ),
        (
            "the sort code is 00-00-00, the account number is 44120937",
            "sort code is 00-00-00, the account number is 44120937",
        ),
    ],
)
def test_they_are_one_mention_with_their_labels(text: str, taken: str) -> None:
    assert found(text) == [taken]


@pytest.mark.parametrize(
    "text",
    [
        "Sort code\tAccount\n00-00-00\t44120937",
        "The sort code is 00-00-00. His own account is 44120937.",
        "sort code 00-00-00 paid into account 44120937",
        "00-00-00, account 44120937",
        "by discount 00-00-00, account 44120937",
    ],
)
def test_they_are_two_where_anything_else_stands_between_or_no_label_before(text: str) -> None:
    assert found(text) == ["00-00-00", "44120937"]


def test_one_alone_keeps_its_label() -> None:
    assert found("sort code 00-00-00 only") == ["00-00-00"]
