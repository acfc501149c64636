from __future__ import annotations

from pathlib import Path

import pytest
from stand_in import stand_in_for_passphrases


@pytest.fixture
def key_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user's key would be; there is none yet."""
    path = tmp_path / "settings" / "key.txt"
    monkeypatch.setenv("REDACT_KEY_FILE", str(path))
    return path


@pytest.fixture
def quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in_for_passphrases(monkeypatch.setattr)
