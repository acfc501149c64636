"""Names of the review in a file's name, where no sentence tells: "daSilva_Ana"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detection.spans import PATTERN, Candidate
from redactor.detection.weighing import Weighing
from redactor.model import EntityType, Evidence, Verdict
from redactor.text.fold import folded
from redactor.text.words import HUMPS, is_english

_PIECE = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_JOINED = re.compile(r"[ _.,-]{1,2}")
_SHORTEST = 3
_REASON = Evidence("file name", 0.9, "a name of the review in a file's name")


def file_name_candidates(weighing: Weighing, text: str) -> Iterator[Candidate]:
    """Runs of pieces that are proven names; an English word counts beside another name only."""
    proven = {key.replace("'", "") for key in weighing.persons.proven}
    runs: list[list[re.Match[str]]] = []
    for piece in _PIECE.finditer(text):
        if not _is_name(piece.group(), proven):
            continue
        if runs and _JOINED.fullmatch(text, runs[-1][-1].end(), piece.start()):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    for run in runs:
        if len(run) > 1 or not is_english(run[0].group().lower()):
            yield Candidate(
                run[0].start(),
                run[-1].end(),
                EntityType.PERSON,
                Verdict.REPLACE,
                (_REASON,),
                PATTERN,
            )


def _is_name(piece: str, proven: set[str]) -> bool:
    """The piece, or one hump of it, is a name: "alKhatib", "OHagan"."""
    bare = folded(piece).replace("'", "")
    if bare.lower() in proven:
        return True
    humps = HUMPS.findall(bare)
    return any(len(hump) >= _SHORTEST and hump.lower() in proven for hump in humps)
