"""People by the part that the layout gives them."""

from __future__ import annotations

import pytest
from fake_readings import mentions, reading, weigh

from redactor.model import EntityType, Verdict


def asked(text: str) -> list[str]:
    return [
        words
        for words, kind, verdict in mentions(weigh(reading(text)), 0)
        if kind is EntityType.PERSON and verdict is Verdict.ASK
    ]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("RN: You say she fell. WS: She\u2019s always falling.", ["RN", "WS"]),
        ("Peace: I\u2019m advising my client. Honey: No.", ["Peace", "Honey"]),
        ("Action: LB to ring by Friday; AS cc", ["LB", "AS"]),
        ("Seen at home, well. Will pop back Friday. YF", ["YF"]),
        ("CB/ZU/YV", ["CB", "ZU", "YV"]),
    ],
)
def test_who_plays_a_part_is_asked_about(text, people):
    assert asked(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "Risk: High for her. Action: Review my plan.",
        "Q: Did you see her? A: No, I did not.",
        "SW: You say she fell. HV: I saw nothing.",
        "Action: GP to review",
        "It was referred to the MARAC. NFA",
        "AM/PM",
        "The panel met. It agreed.",
    ],
)
def test_labels_roles_and_terms_play_none(text):
    assert asked(text) == []
