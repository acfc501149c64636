"""JSON Lines in and out for ``redact scan``: a record is a document of its own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from redactor.api import ScannedSpan
from redactor.errors import InputRefused, UsageError

SCORE_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Record:
    id: str | int
    text: str = field(repr=False)


def read_records(path: Path) -> list[Record]:
    """Every record of a ``.jsonl`` file of ``{"id", "text"}``; empty lines are passed over.

    Raises InputRefused with the number of the first line that is no record.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no such file or folder.") from None
    except OSError as error:
        raise InputRefused(path, f"cannot be read ({error.strerror}).") from None
    # Only \n ends a line here: str.splitlines would cut at U+2028 inside a JSON string.
    records = [
        _record(path, number, line)
        for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1)
        if line.strip()
    ]
    if not records:
        raise InputRefused(path, "holds no record.")
    return records


def _record(path: Path, number: int, line: bytes) -> Record:
    def refused(problem: str) -> InputRefused:
        return InputRefused(path, f"line {number} {problem}; nothing was written.")

    try:
        parsed = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise refused("is not UTF-8") from None
    except (ValueError, RecursionError):
        raise refused("is not JSON") from None
    if not isinstance(parsed, dict):
        raise refused('is no object of "id" and "text"')
    record_id, text = parsed.get("id"), parsed.get("text")
    if isinstance(record_id, bool) or not isinstance(record_id, str | int):
        raise refused('has no "id" that is a string or a whole number')
    if not isinstance(text, str):
        raise refused('has no "text" that is a string')
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise refused("holds half of a surrogate pair")
    return Record(record_id, text)


def span_lines(records: Iterable[Record], found: Iterable[Iterable[ScannedSpan]]) -> Iterator[str]:
    """A line of ``{"id", "spans"}`` for each record, offsets in code points."""
    for record, spans in zip(records, found, strict=True):
        listed = [
            [span.start, span.end, span.type, round(span.score, SCORE_DIGITS), span.verdict]
            for span in spans
        ]
        yield json.dumps({"id": record.id, "spans": listed})
