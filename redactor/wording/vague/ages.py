"""Ages told as bands, with the words around them that have to agree.

"Aged 32" becomes "in her early 30s", "a 32-year-old man" "a man in his early 30s", "a 5-year-old
boy" "a child of primary-school age". What is no age stays ("5 years' service", "a two-year plan",
"a minimum term of 21 years"), and so do limits ("aged 16 or over", "under the age of 18") and
ages in weeks or months. Birthdays stay too: there, a person has to find other words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

from redactor.model import Span
from redactor.wording.vague import age_forms as forms
from redactor.wording.vague.age_sentences import RULES, AgeRewrite, behind_a_name, in_a_column
from redactor.wording.vague.rewrites import touches


class How(Enum):
    KEEP = "keep"
    BAND = "band"


def vague_ages(
    text: str,
    how: How,
    protect: Sequence[Span] = (),
    *,
    after_name: Sequence[Span] = (),
    label: str = "",
) -> list[AgeRewrite]:
    """All ages of `text` told as bands; those that touch `protect` stay.

    `after_name` are spans of people's names: a number in brackets or between commas right behind
    one is an age. `label` is the header of the cell that `text` stands in ("Age").
    """
    if how is How.KEEP:
        return []
    taken: list[AgeRewrite] = []
    for rewrite in _candidates(text, after_name, label):
        span = rewrite.span
        if not touches(span, protect) and not touches(span, [other.span for other in taken]):
            taken.append(rewrite)
    return sorted(taken, key=lambda rewrite: rewrite.span.start)


def _candidates(text: str, after_name: Sequence[Span], label: str) -> Iterator[AgeRewrite]:
    if forms.AGE_LABEL.search(label) and (match := forms.AGE_CELL.match(text)):
        yield from in_a_column(match)
    for name in after_name:
        yield from behind_a_name(text, name.end)
    if not forms.HINT.search(text):
        return
    for pattern, rule in RULES:
        for match in pattern.finditer(text):
            if rewrite := rule(text, match):
                yield rewrite
