"""For all tests: a key of their own, never the user's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from redactor.vault.identity import own_identity


@pytest.fixture(scope="session", autouse=True)
def _key_of_the_tests() -> Iterator[None]:
    """Set for child processes as well, and made already: no test is told of it by chance."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("REDACT_KEY_FILE", str(Path(folder) / "settings" / "key.txt"))
        for name in ("REDACT_PASSPHRASE", "REDACT_PASSPHRASE_FILE", "REDACT_USER"):
            os.environ.pop(name, None)
        own_identity(create=True)
        yield
