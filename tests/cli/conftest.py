from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fake_pipeline import Fake, Redact, find_texts, open_text
from typer import testing

from redactor import pipeline
from redactor.batch import inputs
from redactor.cli.app import app


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Fake:
    """The fake pipeline in place of the real one, in an empty working folder."""
    stand_in = Fake()
    for step in ("scan", "decide", "apply", "check", "count"):
        monkeypatch.setattr(pipeline, step, getattr(stand_in, step))
    monkeypatch.setattr(inputs, "open_document", open_text)
    monkeypatch.setattr(inputs, "find_documents", find_texts)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    return stand_in


# All commands made of their functions, which takes a tenth of a second, once for all tests.
_commands = cache(testing._get_command)


@pytest.fixture
def redact(fake: Fake, monkeypatch: pytest.MonkeyPatch) -> Iterator[Redact]:
    """Runs the program in this process: ``redact("draft.docx", "--no-input")``."""
    monkeypatch.setattr(testing, "_get_command", _commands)

    def run(*args: str | Path, typed: str | None = None) -> testing.Result:
        return testing.CliRunner().invoke(app, [str(arg) for arg in args], input=typed)

    yield run
    # --verbose leaves a handler behind, on a stream that is gone after the test.
    logging.getLogger("redactor").handlers.clear()


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person sits at a terminal, without a pager: she can be asked and names may be shown."""
    monkeypatch.setattr(testing._NamedTextIOWrapper, "isatty", lambda _: True)
    monkeypatch.setenv("PAGER", "no-such-pager")
    monkeypatch.setenv("TERM", "xterm")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft with a certain name, an uncertain one, and a paragraph with neither."""
    path = tmp_path / "draft.docx"
    path.write_text("Danielle left.\nNothing here.\nThen Grace said no.\nDanielle again.")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three drafts, one of them empty and one of them named after somebody."""
    top = tmp_path / "case"
    (top / "imr").mkdir(parents=True)
    (top / "overview.docx").write_text("Danielle left.")
    (top / "imr" / "Danielle.docx").write_text("Nothing here.")
    (top / "imr" / "broken.docx").write_bytes(b"")
    return top
