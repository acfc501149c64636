"""A sort code and an account number side by side are one thing to say: somebody's bank details.

"Paid into (sort code 00-00-00, account 44120937)": taken one by one, the labels between them would
be left standing around two marks that say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from redactor.detection.recognisers.finance import ACCOUNT, EITHER_IN_SHORT, SORT_CODE
from redactor.detection.recognisers.rules import label_of
from redactor.detection.spans import PATTERN, Candidate
from redactor.model import EntityType, Evidence, Verdict

_LABEL = label_of(f"{SORT_CODE}|{ACCOUNT}|{EITHER_IN_SHORT}")
_BEFORE = re.compile(f"{_LABEL}$")
_BETWEEN = re.compile(rf"[,;]?[ \u00a0](?:and )?(?:the )?{_LABEL}")
_REACH = 40
_EVIDENCE = (Evidence("layout", 0.9, "a sort code and an account number side by side"),)


def bank_details(text: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Pairs of accounts and sort codes among those `found` in `text`, with both their labels."""
    numbers = sorted(
        {
            (one.start, one.end)
            for one in found
            if one.type is EntityType.BANK_ACCOUNT and one.verdict is Verdict.REPLACE
        }
    )
    for (start, end), (beside, last) in pairwise(numbers):
        label = _BEFORE.search(text, max(0, start - _REACH), start)
        if label is not None and _BETWEEN.fullmatch(text, end, beside):
            yield Candidate(
                label.start(), last, EntityType.BANK_ACCOUNT, Verdict.REPLACE, _EVIDENCE, PATTERN
            )
