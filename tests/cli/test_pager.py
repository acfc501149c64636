"""The pager gets the text through a pipe: everybody can read the arguments of a process."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from fake_pipeline import REAL, Redact

# What it was called with, and what it was given to show.
PAGER = """
import json, os, sys
told = {"args": sys.argv, "environment": dict(os.environ), "shown": sys.stdin.read()}
open("told.json", "w").write(json.dumps(told))
"""


@pytest.mark.skipif(os.name != "posix", reason="no pager is used there")
@pytest.mark.usefixtures("terminal")
def test_the_pager_is_given_names_by_stdin_only(
    redact: Redact, draft: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pager.py").write_text(PAGER)
    monkeypatch.setenv("PAGER", f"{sys.executable} {tmp_path / 'pager.py'}")
    monkeypatch.setenv("LESSHISTFILE", "kept")
    before = set(tmp_path.iterdir())
    assert redact(draft, "--no-input").exit_code == 4
    told = json.loads((tmp_path / "told.json").read_text())
    assert REAL in told["shown"]
    assert REAL not in json.dumps([told["args"], told["environment"]])
    assert (told["environment"]["LESSSECURE"], told["environment"]["LESSHISTFILE"]) == ("1", "-")
    made = {path.name for path in set(tmp_path.iterdir()) - before}
    assert made == {"told.json", "draft.redacted.docx", "pseudonym_maps"}
