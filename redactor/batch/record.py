"""The record of runs: what was decided to stay in each result, by place and count.

It lies beside the pseudonym map and is as secret: it holds real names and identifiers. With it,
``redact check`` can tell a kept "Grace Road" from a forgotten "Grace" long after the run.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from redactor.checks.allowance import Allowance
from redactor.checks.sought import Sought, SoughtKind
from redactor.errors import MapError
from redactor.pseudonyms.files import write_beside_map

_SCHEMA = 1
_NOTHING = Allowance()


@dataclass(frozen=True, slots=True)
class Delivered:
    """A result as it was delivered; ``sha256`` is of its bytes."""

    sha256: str
    allowed: Allowance = field(repr=False)


@dataclass(frozen=True, slots=True)
class Record:
    """``sought`` is what was replaced or removed, ``files`` the results by their names."""

    sought: frozenset[Sought] = field(default=frozenset(), repr=False)
    files: Mapping[str, Delivered] = field(default_factory=dict, repr=False)

    def plus(self, sought: Iterable[Sought], files: Mapping[str, Delivered]) -> Record:
        """The record with another run's results; a result of the same name gives way."""
        return replace(self, sought=self.sought.union(sought), files={**self.files, **files})

    def allowed(self, name: str, content: bytes) -> Allowance:
        """What may stay in a file: exactly, when it is as it was delivered under any name; by the
        totals of its parts, when it was edited since; nothing, when no run delivered it."""
        digest = digest_of(content)
        for delivered in self.files.values():
            if delivered.sha256 == digest:
                return delivered.allowed
        return self.files[name].allowed.relaxed() if name in self.files else _NOTHING


def digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def record_path(map_path: Path) -> Path:
    return map_path.with_suffix(".record.json")


def read_record(path: Path) -> Record:
    """The record at `path`; an empty one when there is none. Raises MapError when it is damaged."""
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
        return _parsed(value)
    except FileNotFoundError:
        return Record()
    except OSError as error:
        problem = error.strerror or "system error"
        raise MapError(path, f"the record of runs cannot be read ({problem}).") from None
    except (ValueError, KeyError, TypeError):
        # The cause is not chained: it can quote a name.
        raise MapError(
            path, "is no record of runs, or a damaged one. Delete it, and run redact again."
        ) from None


def write_record(path: Path, record: Record) -> None:
    """Write `record`: the same one gives the same bytes. Raises MapError when that fails."""
    value = {
        "schema": _SCHEMA,
        "sought": sorted([one.kind.value, one.text] for one in record.sought),
        "files": {
            name: {"sha256": one.sha256, "allowed": one.allowed.to_json()}
            for name, one in sorted(record.files.items())
        },
    }
    write_beside_map(path, (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode())


def _parsed(value: Any) -> Record:
    if value["schema"] != _SCHEMA:
        raise ValueError("schema")
    return Record(
        frozenset(Sought(str(text), SoughtKind(kind)) for kind, text in value["sought"]),
        {
            str(name): Delivered(str(one["sha256"]), Allowance.from_json(one["allowed"]))
            for name, one in value["files"].items()
        },
    )
