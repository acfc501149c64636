from __future__ import annotations

from pathlib import Path

from fake_pipeline import Fake, Redact

from tests.maps import load_map


def test_answers_go_into_the_map_and_no_document_is_written(
    redact: Redact, draft: Path, tmp_path: Path, terminal: None
) -> None:
    result = redact("review", draft, "--review", "harbour", typed="k\n")
    assert result.exit_code == 0
    names = load_map(tmp_path / "pseudonym_maps" / "harbour.yaml")
    assert [entry.text for entry in names.keep] == ["Grace"]
    assert not draft.with_name("draft.redacted.docx").exists()
    assert "Run redact again" in result.stderr
    assert result.stdout == ""


def test_nothing_is_asked_twice(redact: Redact, draft: Path, terminal: None) -> None:
    redact("review", draft, typed="a\n")
    assert "Nothing is open" in redact("review", draft).stderr


def test_what_was_skipped_is_asked_again(redact: Redact, draft: Path, terminal: None) -> None:
    redact("review", draft, typed="s\n")
    assert "1 question for you" in redact("review", draft, typed="q\n").stderr


def test_without_a_terminal_it_is_wrong_usage(redact: Redact, draft: Path, fake: Fake) -> None:
    assert redact("review", draft).exit_code == 2
    assert fake.scans == 0
