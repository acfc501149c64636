"""Several accounts, each with a key of its own, that use one folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from redactor.pseudonyms.schema import PseudonymMap
from redactor.pseudonyms.storing import read_map
from redactor.vault.identity import own_identity
from redactor.vault.relocking import settle
from redactor.vault.sealing import Keys


@dataclass(frozen=True)
class Account:
    name: str
    key_file: Path

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Whatever runs meanwhile runs with this account's key and under its name."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("REDACT_KEY_FILE", str(self.key_file))
            patch.setenv("REDACT_USER", self.name)
            yield

    @property
    def keys(self) -> Keys:
        """The key, made at first use, and nothing else."""
        with self.at_work():
            return own_identity(create=True).keys()

    @property
    def public_key(self) -> str:
        return self.keys.public_keys[0]

    def map_at(self, path: Path) -> PseudonymMap:
        """What she reads at `path`, or under its twin's name."""
        return read_map(settle(path, self.keys), self.keys).names


def account(name: str, folder: Path) -> Account:
    made = Account(name, folder / name / "key.txt")
    assert made.keys  # no test is about a key that is made by the way
    return made
