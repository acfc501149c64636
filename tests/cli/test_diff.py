from __future__ import annotations

import json
from pathlib import Path

import pytest
from fake_pipeline import Redact


@pytest.fixture
def after(draft: Path) -> Path:
    path = draft.with_name("after.docx")
    path.write_text("Connie left.\nNothing here.\nThen Grace said no.\nConnie again.\nA new line.")
    return path


def test_a_pipe_sees_bars_for_the_words_before(redact: Redact, draft: Path, after: Path) -> None:
    result = redact("diff", draft, after)
    assert result.exit_code == 0
    assert "[-\u2588\u2588\u2588\u2588\u2588-]{+Connie+} left." in result.stdout
    assert "{+A new line.+}" in result.stdout
    assert "Nothing here" not in result.stdout
    assert "Danielle" not in result.output
    assert "3 paragraphs differ." in result.stderr


def test_names_are_shown_on_request(redact: Redact, draft: Path, after: Path) -> None:
    assert "[-Danielle-]{+Connie+}" in redact("diff", draft, after, "--show-names").stdout


def test_names_are_shown_on_a_terminal(
    redact: Redact, draft: Path, after: Path, terminal: None
) -> None:
    assert "\x1b[9;31mDanielle" in redact("diff", draft, after).stdout


def test_equal_documents(redact: Redact, draft: Path) -> None:
    result = redact("diff", draft, draft)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "No paragraphs differ.\n"


def test_json(redact: Redact, draft: Path, after: Path) -> None:
    report = json.loads(redact("diff", draft, after, "--format", "json").stdout)
    assert (report["schema"], report["changed"]) == (1, 3)
    assert report["hunks"][0]["pieces"][:2] == [
        {"kind": "removed", "text": "\u2588" * 5},
        {"kind": "added", "text": "Connie"},
    ]
    assert report["hunks"][2]["before"] is None


def test_quiet_says_nothing(redact: Redact, draft: Path, after: Path) -> None:
    assert redact("diff", draft, after, "-q").output == ""


@pytest.mark.parametrize(("other", "code"), [("missing.docx", 2), (".", 2), ("empty.docx", 3)])
def test_what_cannot_be_compared(
    redact: Redact, draft: Path, tmp_path: Path, other: str, code: int
) -> None:
    (tmp_path / "empty.docx").write_bytes(b"")
    result = redact("diff", draft, other)
    assert (result.exit_code, result.stdout) == (code, "")
