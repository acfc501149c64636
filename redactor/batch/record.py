"""The record of runs: what was decided to stay in each result, by place and count.

It lies beside the pseudonym map and is as secret: it holds real names and identifiers. With it,
``redact check`` can tell a kept "Grace Road" from a forgotten "Grace" long after the run, and
``redact apply`` can do every run again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from redactor.checks.allowance import Allowance
from redactor.checks.sought import Sought, SoughtKind
from redactor.errors import MapError
from redactor.model import Span
from redactor.plan import WordChoice
from redactor.vault.places import held, plain_name, sealed_name, twin
from redactor.vault.sealing import Keys, Lock
from redactor.vault.store import read, sealed
from redactor.vault.whole import wipe, write_whole

_SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Delivered:
    """A result as it was delivered; ``sha256`` is of its bytes, ``sought`` what its run replaced
    or removed, ``allowed`` what of that may stay in it."""

    sha256: str
    sought: frozenset[Sought] = field(repr=False)
    allowed: Allowance = field(repr=False)


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """What was asked for, so that it can be done again: a draft or a folder of them, where its
    results went, and how. Paths are relative to the working folder where they can be."""

    source: str = field(repr=False)
    output: str = field(repr=False)
    keep_revisions: bool = False
    map_only: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """The results of all runs, by their names relative to the folder that a run wrote to, and
    the runs themselves, the last for each output."""

    files: Mapping[str, Delivered] = field(default_factory=dict, repr=False)
    runs: tuple[Run, ...] = field(default=(), repr=False)
    choices: frozenset[WordChoice] = field(default=frozenset(), repr=False)
    """What a person has decided about words that tell a child's sex."""

    def plus(self, files: Mapping[str, Delivered], run: Run) -> Record:
        """The record with another run and its results; what went to the same place gives way."""
        others = (one for one in self.runs if one.output != run.output)
        return Record({**self.files, **files}, tuple(sorted((*others, run))), self.choices)

    def with_choices(self, choices: Iterable[WordChoice]) -> Record:
        """The record with more choices; a later one about the same words takes the earlier's
        place."""
        new = {replace(one, approved=True): one for one in choices}
        old = {replace(one, approved=True): one for one in self.choices}
        return Record(self.files, self.runs, frozenset({**old, **new}.values()))

    def sought(self, name: str, content: bytes) -> frozenset[Sought]:
        """What the file's own run looked for, and the identifiers of all runs.

        The names of other runs are the map's business: somebody may have decided to keep one.
        """
        identifiers = frozenset(
            one
            for delivered in self.files.values()
            for one in delivered.sought
            if one.kind is SoughtKind.IDENTIFIER
        )
        own = self._delivered(name, content)
        return identifiers if own is None else identifiers | own.sought

    def allowed(self, name: str, content: bytes) -> Allowance:
        """What may stay in a file: exactly, when it is as it was delivered under any name; by the
        totals of its parts, when it was edited since; nothing, when no run delivered it."""
        own = self._delivered(name, content)
        if own is None:
            return Allowance()
        return own.allowed if own.sha256 == digest_of(content) else own.allowed.relaxed()

    def _delivered(self, name: str, content: bytes) -> Delivered | None:
        digest = digest_of(content)
        for delivered in self.files.values():
            if delivered.sha256 == digest:
                return delivered
        named = [one for key, one in self.files.items() if key.rpartition("/")[2] == name]
        return named[0] if len(named) == 1 else None


def digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def record_path(map_path: Path) -> Path:
    """Where the record of a map's runs lies: beside it, and sealed when the map is."""
    plain = plain_name(map_path).with_suffix(".record.json")
    return plain if map_path == plain_name(map_path) else sealed_name(plain)


def read_record(path: Path, keys: Keys) -> Record:
    """The record at `path`; an empty one when there is none. Raises MapError when it is damaged,
    VaultError when it cannot be opened."""
    if not path.exists():
        return Record()
    content = read(path, keys).content
    try:
        return _parsed(json.loads(content.decode("utf-8")))
    except (ValueError, KeyError, TypeError):
        # The cause is not chained: it can quote a name.
        raise MapError(
            path, "is no record of runs, or a damaged one. Delete it, and run redact again."
        ) from None


def write_record(path: Path, record: Record, lock: Lock | None) -> None:
    """Write `record`, sealed by `lock` as its map is. Raises VaultError when that fails."""
    value = {
        "schema": _SCHEMA,
        "files": {
            name: {
                "sha256": one.sha256,
                "sought": sorted([each.kind.value, each.text] for each in one.sought),
                "allowed": one.allowed.to_json(),
            }
            for name, one in sorted(record.files.items())
        },
        "runs": [asdict(run) for run in record.runs],
        "words": sorted(
            [one.text, one.span.start, one.span.end, one.becomes, one.approved]
            for one in record.choices
        ),
    }
    content = (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
    write_whole(path, content if lock is None else sealed(content, lock))


def change_record(map_path: Path, keys: Keys, change: Callable[[Record], Record]) -> None:
    """Write what `change` makes of the record of the map at `map_path`, sealed as that is.

    It is read again for that, and nobody else writes it in between: what others put into it is
    kept. One that stays as it was is not touched. Raises as `read_record` and `write_record`.
    """
    with held(map_path):
        path = record_path(map_path)
        before = read_record(path, keys)
        after = change(before)
        if after != before:  # what is sealed anew has other bytes, though it says the same
            write_record(path, after, read(map_path, keys).lock)


def settle_record(map_path: Path, keys: Keys, lock: Lock | None) -> None:
    """See to it that the record of the map, which `lock` seals, lies under one name, the right one.

    Both are there when a move of the map was cut off, the other alone when another program sealed
    the map. Raises MapError or VaultError when that cannot be done, or somebody is moving the map
    just now.
    """
    path = record_path(map_path)
    if not twin(path).exists():
        return
    with held(path):
        if not path.exists():
            write_record(path, read_record(twin(path), keys), lock)
        forget_other_record(map_path)


def forget_other_record(map_path: Path) -> None:
    """`settle_record`, with the record's lock held. While the map has both its names, or this one
    no more, both records stay. Raises VaultError."""
    path = record_path(map_path)
    moved = map_path.exists() and not twin(map_path).exists()
    if moved and path.exists() and twin(path).exists():
        wipe(twin(path))


def _parsed(value: Any) -> Record:
    if value["schema"] != _SCHEMA:
        raise ValueError("schema")
    return Record(
        {str(name): _delivered(one) for name, one in value["files"].items()},
        tuple(_run(one) for one in value.get("runs", ())),
        frozenset(
            WordChoice(str(text), Span(start, end), str(becomes), bool(approved))
            for text, start, end, becomes, approved in value.get("words", ())
        ),
    )


def _run(value: Any) -> Run:
    return Run(
        str(value["source"]),
        str(value["output"]),
        bool(value["keep_revisions"]),
        bool(value["map_only"]),
    )


def _delivered(value: Any) -> Delivered:
    return Delivered(
        str(value["sha256"]),
        frozenset(Sought(str(text), SoughtKind(kind)) for kind, text in value["sought"]),
        Allowance.from_json(value["allowed"]),
    )
