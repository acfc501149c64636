"""What titles and given names tell of a person's sex: "f", "m", or "" where they tell nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from redactor.text.fold import key
from redactor.text.given_names import sex_of_given
from redactor.text.names import PersonName

Sex = Literal["f", "m", ""]

_BY_TITLE: dict[str, Sex] = {
    **dict.fromkeys("mrs ms miss madam mme dame lady sister wpc".split(), "f"),
    **dict.fromkeys("aunt auntie nan nana gran".split(), "f"),
    **dict.fromkeys("mr sir lord master fr uncle".split(), "m"),
}


def sex_of_title(title: str) -> Sex:
    """Of a title's last word, with or without its full stop."""
    last = title.split()[-1:]
    return _BY_TITLE.get(key(last[0]).rstrip("."), "") if last else ""


def sex_of_names(names: Iterable[PersonName]) -> Sex:
    """What a person's names as written say: by their titles, or else by the given names.

    "" when they contradict each other.
    """
    told = list(names)
    found = {sex_of_title(name.title) for name in told} - {""}
    found = found or {sex_of_given(name.first) for name in told if name.first} - {""}
    return found.pop() if len(found) == 1 else ""
