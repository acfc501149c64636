"""Word lists of quasi-identifiers as one pattern each."""

from __future__ import annotations

import re
from collections.abc import Iterable


def whole_words(phrases: Iterable[str], *, ignore_case: bool = False) -> re.Pattern[str]:
    """A pattern for any of `phrases`, the longest first, with any blanks and a plural "s"."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    alternatives = "|".join(re.escape(phrase).replace(r"\ ", r"[\s-]+") for phrase in ordered)
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?:s\b)?(?!\w)", re.IGNORECASE * ignore_case)
