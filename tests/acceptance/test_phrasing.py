"""What is removed stays removed, whatever is told vaguely beside it or in it."""

from __future__ import annotations

import pytest

from redactor.model import (
    DocumentId,
    EntityId,
    EntityType,
    Mention,
    Remove,
    Segment,
    SegmentId,
    SegmentKind,
    Span,
    Verdict,
)
from redactor.phrasing import phrased
from redactor.plan import Decided
from redactor.policy.load import policy_called
from redactor.pseudonyms.operator import anonymise

PLACE = SegmentId("d.docx|/word/document.xml|p1")


def published(text: str, birth: str) -> str:
    """`text` with a day of birth removed and told by the default policy."""
    start = text.index(birth)
    span = Span(start, start + len(birth))
    mention = Mention(PLACE, span, birth, EntityType.DATE_OF_BIRTH, Verdict.REPLACE)
    removal = Decided(mention, EntityId("d"), mention.type, Remove("date of birth"))
    segment = Segment(PLACE, DocumentId("d.docx"), SegmentKind.BODY, text)
    told = phrased([segment], [removal], policy_called(""), map_only=False)
    return anonymise(text, [(one.mention.span, one.decision.text) for one in told.decisions]).text


@pytest.mark.parametrize(
    ("text", "birth", "expected"),
    [
        ("She was born on 14 March 1989.", "14 March 1989", "She was born in March 1989."),
        ("DOB: 14031989.", "14031989", "DOB: [date of birth removed]."),
        # An age or a date within what is removed must not leave the rest of it behind.
        ("DOB: 14031989, aged 29.", "14031989, aged 29", "DOB: [date of birth removed]."),
        ("DOB: 140389 / 14 March 1989.", "140389 / 14 March 1989", "DOB: [date of birth removed]."),
    ],
)
def test_a_day_of_birth(text: str, birth: str, expected: str):
    assert published(text, birth) == expected
