"""The log of a secret file: who changed what and when, one JSON object a line.

Pure. The sentences are the caller's; they speak in pseudonyms, and are sealed all the same.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from redactor.vault.errors import Damaged, VaultError

_SCHEMA = 1
_WHEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@dataclass(frozen=True, slots=True)
class Change:
    """What the caller says of a write; `when` is UTC to the second, ``2026-11-26T21:28:00Z``."""

    when: str
    who: str = field(repr=False)
    changes: tuple[str, ...] = field(repr=False)

    def __post_init__(self) -> None:
        if not _WHEN.fullmatch(self.when):
            raise ValueError("a time is written like 2026-11-26T21:28:00Z")


@dataclass(frozen=True, slots=True)
class Entry:
    """A change as it was recorded.

    `number` is that of its version in the history; numbers go up and may have gaps. `fingerprint`
    is of the file that the change made, `before` of the one it changed, None of the first.
    """

    number: int
    change: Change
    fingerprint: str
    before: str | None

    def is_ahead(self, present: str | None) -> bool:
        """Whether its write was cut off before the file, whose fingerprint is `present`, took
        its place."""
        return self.before == present and self.fingerprint != present


def fingerprint(on_disk: bytes) -> str:
    """The SHA-256 of a file's bytes as they lie there: of a sealed file, of what is sealed."""
    return hashlib.sha256(on_disk).hexdigest()


def encoded(entries: Iterable[Entry]) -> bytes:
    lines = [{"log": "redactor.vault", "schema": _SCHEMA}, *map(_as_json, entries)]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def decoded(content: bytes) -> tuple[Entry, ...]:
    """Raises Damaged, or VaultError when a newer redact wrote it."""
    try:
        head, *lines = [json.loads(line) for line in content.decode().rstrip("\n").split("\n")]
        schema = head["schema"]
        if schema == _SCHEMA:
            return tuple(map(_from_json, lines))
    except (ValueError, KeyError, TypeError):
        raise Damaged(None, "the log of changes is damaged.") from None
    raise VaultError(None, "the log of changes was written by a newer redact; update this one.")


def _as_json(entry: Entry) -> dict[str, Any]:
    return {
        "number": entry.number,
        "when": entry.change.when,
        "who": entry.change.who,
        "changes": list(entry.change.changes),
        "fingerprint": entry.fingerprint,
        "before": entry.before,
    }


def _from_json(value: dict[str, Any]) -> Entry:
    change = Change(value["when"], value["who"], tuple(value["changes"]))
    return Entry(int(value["number"]), change, value["fingerprint"], value["before"])
