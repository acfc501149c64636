from __future__ import annotations

from pathlib import Path

import pytest
from fake_pipeline import PSEUDONYM, REAL, Fake, Redact

from redactor.batch.record import read_record, record_path
from redactor.pseudonyms.schema import KeepEntry, MapEntity, PseudonymMap
from tests.maps import load_map, own_keys, save_map


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


def test_after_quitting_nothing_more_is_asked(redact: Redact, draft: Path, terminal: None) -> None:
    draft.write_text("Then Grace said no.\nHer daughter left.")
    said = redact("review", draft, typed="q\na\n").stderr
    assert "1 question for you" in said
    assert "child's sex" not in said


# ---- neutral words for a child ---------------------------------------------------------------

LINES = ["Her daughter left.", "He was seven.", "A daughter came.", "Nothing here."]
DECIDED = PseudonymMap(
    review="harbour",
    entities=(MapEntity(real=REAL, pseudonym=PSEUDONYM),),
    keep=(KeepEntry(text="Grace", reason="a word"),),
)


@pytest.fixture
def words(tmp_path: Path, terminal: None) -> Path:
    """A draft with three places where a child's sex shows, two of them for sure, and its map."""
    save_map(DECIDED, tmp_path / "map.yaml.age")
    path = tmp_path / "words.docx"
    path.write_text("\n".join(LINES))
    return path


def reviewed(redact: Redact, draft: Path, typed: str) -> str:
    result = redact("review", draft, "--map", "map.yaml.age", typed=typed)
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    return result.stderr


def choices(draft: Path) -> dict[str, bool]:
    """What is on record: the paragraph and the neutral word, and whether it was approved."""
    record = read_record(record_path(draft.with_name("map.yaml.age")), own_keys())
    return {f"{one.text} {one.becomes.strip()}": one.approved for one in record.choices}


def written(redact: Redact, draft: Path) -> list[str]:
    assert redact("run", draft, "--map", "map.yaml.age", "--force").exit_code == 0
    return draft.with_name("words.redacted.docx").read_text().split("\n")


def test_approved_words_are_written(redact: Redact, words: Path) -> None:
    said = reviewed(redact, words, "a\na\nl\n")
    assert "3 places where a child's sex may show" in said
    assert "Run redact again" in said
    assert choices(words) == {
        "Her daughter left. child": True,
        "He was seven. They": True,
        "He was seven. were": True,
        "A daughter came. child": False,
    }
    assert written(redact, words) == [
        "Her child left.",
        "They were seven.",
        "A daughter came.",
        "Nothing here.",
    ]


def test_nothing_changes_unasked(redact: Redact, words: Path) -> None:
    assert written(redact, words) == LINES
    assert "3 places may tell" in redact("run", words, "--map", "map.yaml.age", "--force").stderr


def test_what_was_decided_is_not_asked_again(redact: Redact, words: Path) -> None:
    reviewed(redact, words, "a\nl\nq\n")
    before = choices(words)
    assert len(before) == 3
    said = reviewed(redact, words, "a\n")
    assert "1 place where a child's sex may show" in said
    assert choices(words) == before | {"A daughter came. child": True}
    assert "Nothing is open" in reviewed(redact, words, "")


def test_all_sure_ones_at_once(redact: Redact, words: Path) -> None:
    said = reviewed(redact, words, "?\n\ns\nl\n")
    assert said.count("only a child can be meant") == 1 + 2  # the card, and the help twice
    assert choices(words) == {
        "Her daughter left. child": True,
        "A daughter came. child": True,
        "He was seven. They": False,
        "He was seven. were": False,
    }


def test_what_is_accepted_at_once_is_saved_at_once(redact: Redact, words: Path) -> None:
    reviewed(redact, words, "s\n")  # and the line is cut
    assert choices(words) == {"Her daughter left. child": True, "A daughter came. child": True}


@pytest.mark.parametrize("typed", ["q\n", "", "x\n"])
def test_whoever_decides_nothing_writes_nothing(redact: Redact, words: Path, typed: str) -> None:
    before = (words.with_name("map.yaml.age")).read_bytes()
    assert "Saved" not in reviewed(redact, words, typed)
    assert not record_path(words.with_name("map.yaml.age")).exists()
    assert (words.with_name("map.yaml.age")).read_bytes() == before


def test_a_paragraph_that_changed_is_asked_again(redact: Redact, words: Path) -> None:
    reviewed(redact, words, "a\na\na\n")
    words.write_text("\n".join([*LINES[:1], "He was seven then.", *LINES[2:]]))
    assert "1 place where" in reviewed(redact, words, "l\n")
    assert written(redact, words)[:2] == ["Her child left.", "He was seven then."]


def test_a_paragraph_that_stands_twice_is_asked_once(redact: Redact, words: Path) -> None:
    words.write_text("\n".join([*LINES, LINES[0]]))
    assert "3 places where" in reviewed(redact, words, "a\nl\nl\n")
    assert written(redact, words)[-1] == "Her child left."


def test_words_come_after_the_questions(redact: Redact, words: Path, tmp_path: Path) -> None:
    words.write_text("Then Grace left.\nHer daughter left.")
    save_map(DECIDED.changed(keep=()), tmp_path / "map.yaml.age")
    reviewed(redact, words, "a\na\n")
    assert written(redact, words) == ["Then Holly left.", "Her child left."]


def test_answers_to_words_leave_a_frozen_map_alone(
    redact: Redact, words: Path, tmp_path: Path
) -> None:
    path = tmp_path / "map.yaml.age"
    save_map(DECIDED.changed(frozen=True), path)
    before = path.read_bytes()
    reviewed(redact, words, "s\na\n")
    assert path.read_bytes() == before
    assert written(redact, words)[:2] == ["Her child left.", "They were seven."]


def test_the_first_answer_makes_the_map(redact: Redact, words: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pseudonym_maps"
    redact("review", words, "--review", "new", typed="q\n")
    assert not folder.exists()
    redact("review", words, "--review", "new", typed="a\nq\n")
    assert read_record(folder / "new.record.json.age", own_keys()).choices
    assert load_map(folder / "new.yaml").review == "new"
