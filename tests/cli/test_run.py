from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from fake_pipeline import KEPT, PLACEHOLDER, PSEUDONYM, REAL, UNCERTAIN, Fake, Redact
from typer.testing import Result

from redactor.errors import RecogniserFailed
from redactor.pseudonyms.schema import KeepEntry, MapEntity, PseudonymMap
from tests.maps import load_map, save_map

ANONYMISED = f"{PSEUDONYM} left.\nNothing here.\nThen {PLACEHOLDER} said no.\n{PSEUDONYM} again."
DECIDED = PseudonymMap(
    review="harbour",
    entities=(MapEntity(real=REAL, pseudonym=PSEUDONYM),),
    keep=(KeepEntry(text=UNCERTAIN, reason="a word here"),),
)


@pytest.fixture
def finished_map(tmp_path: Path) -> Path:
    path = tmp_path / "finished.yaml"
    save_map(DECIDED, path)
    return path


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_result_is_written_beside_the_draft(redact: Redact, draft: Path) -> None:
    before = draft.read_bytes()
    result = redact(draft, "--no-input")
    assert result.exit_code == 4
    assert draft.with_name("draft.redacted.docx").read_text() == ANONYMISED
    assert draft.read_bytes() == before


def test_nothing_uncertain_is_exit_0(redact: Redact, draft: Path, finished_map: Path) -> None:
    result = redact(draft, "--map", finished_map)
    assert result.exit_code == 0
    assert "Then Grace said no." in draft.with_name("draft.redacted.docx").read_text()


def test_the_map_keeps_what_was_proposed_and_what_is_open(
    redact: Redact, draft: Path, tmp_path: Path
) -> None:
    redact(draft, "--review", "harbour", "--no-input")
    names = load_map(tmp_path / "pseudonym_maps" / "harbour.yaml")
    assert names.review == "harbour"
    assert [(e.real, e.pseudonym, e.status) for e in names.entities] == [
        (REAL, PSEUDONYM, "proposed")
    ]
    assert [e.text for e in names.uncertain] == [UNCERTAIN]


def test_the_map_is_named_after_the_folder_by_default(redact: Redact, tmp_path: Path) -> None:
    (tmp_path / "Harbour case").mkdir()
    draft = tmp_path / "Harbour case" / "draft.docx"
    draft.write_text("Danielle left.")
    assert redact(draft).exit_code == 0
    assert load_map(tmp_path / "pseudonym_maps" / "harbour-case.yaml").entities


def test_a_map_that_contradicts_itself_is_refused(
    redact: Redact, draft: Path, tmp_path: Path, fake: Fake
) -> None:
    (tmp_path / "map.yaml").write_text(
        "review: x\nentities:\n  - {real: Ann Berg, pseudonym: Bo Lind}\n"
        "  - {real: Ida Holm, pseudonym: Bo Lind}\n"
    )
    before = tree(tmp_path)
    result = redact(draft, "--map", "map.yaml")
    assert result.exit_code == 2
    assert "share the pseudonym" in refused(result, tmp_path, before, fake)
    assert "Ann" not in result.output


def test_a_second_run_gives_the_same_bytes_and_leaves_the_map(
    redact: Redact, draft: Path, tmp_path: Path
) -> None:
    redact(draft, "--no-input")
    first = tree(tmp_path)
    assert redact(draft, "--no-input", "--force").exit_code == 4
    assert tree(tmp_path) == first


def test_map_only_lists_the_rest_and_leaves_the_map(
    redact: Redact, draft: Path, tmp_path: Path
) -> None:
    path = tmp_path / "finished.yaml"
    save_map(PseudonymMap(review="x", entities=(MapEntity(real=UNCERTAIN, pseudonym="Bo"),)), path)
    before = path.read_bytes()
    result = redact(draft, "--map", path, "--map-only", "--format", "json")
    assert result.exit_code == 4
    assert "Danielle left.\nNothing here.\nThen Bo said no." in (
        draft.with_name("draft.redacted.docx").read_text()
    )
    assert path.read_bytes() == before
    assert json.loads(result.stdout)["uncertain"][0]["places"] == ["body p1", "body p4"]


@pytest.mark.parametrize(
    ("wanted", "written"),
    [
        ("other.docx", "other.docx"),
        ("out", "out/draft.redacted.docx"),
        ("out/other.docx", "out/other.docx"),
    ],
)
def test_output_names_a_file_or_a_folder(
    redact: Redact, draft: Path, tmp_path: Path, wanted: str, written: str
) -> None:
    (tmp_path / "out").mkdir()
    assert redact(draft, "-o", wanted, "--no-input").exit_code == 4
    assert (tmp_path / written).read_text() == ANONYMISED
    assert not draft.with_name("draft.redacted.docx").exists()


def test_a_name_in_the_drafts_name_is_gone_from_the_results(redact: Redact, tmp_path: Path) -> None:
    draft = tmp_path / f"{REAL}.docx"
    draft.write_text("Danielle left.")
    assert redact(draft).exit_code == 0
    assert (tmp_path / f"{PSEUDONYM}.redacted.docx").exists()


def refused(result: Result, tmp_path: Path, before: dict[str, bytes], fake: Fake) -> str:
    """The one sentence of a refusal before the slow part; nothing may have been written."""
    assert tree(tmp_path) == before
    assert fake.scans == 0
    assert result.stdout == ""
    assert len(result.stderr.strip().splitlines()) == 1
    return result.stderr


def test_an_existing_result_is_refused_before_the_slow_part(
    redact: Redact, draft: Path, tmp_path: Path, fake: Fake
) -> None:
    draft.with_name("draft.redacted.docx").write_text("precious")
    before = tree(tmp_path)
    result = redact(draft)
    assert result.exit_code == 2
    assert "exists already" in refused(result, tmp_path, before, fake)
    assert redact(draft, "--force", "--no-input").exit_code == 4
    assert draft.with_name("draft.redacted.docx").read_text() == ANONYMISED


def test_an_existing_result_under_the_neutral_name_is_refused(
    redact: Redact, tmp_path: Path
) -> None:
    draft = tmp_path / f"{REAL}.docx"
    draft.write_text("Danielle left.")
    (tmp_path / f"{PSEUDONYM}.redacted.docx").write_text("precious")
    before = tree(tmp_path)
    assert redact(draft).exit_code == 2
    assert tree(tmp_path) == before


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["missing.docx"], "no such file"),
        (["draft.docx", "-o", "draft.docx", "--force"], "replace an input"),
        (["draft.docx", "-o", "./sub/../draft.docx", "--force"], "replace an input"),
        (["draft.docx", "-o", "link.docx", "--force"], "replace an input"),
        (["draft.docx", "-o", "hard.docx", "--force"], "replace an input"),
        (["draft.docx", "-o", "out.doc"], "must end in .docx"),
        (["draft.docx", "-o", "nowhere/out.docx"], "no folder"),
        (["draft.docx", "--map", "missing.yaml"], "no such map"),
        (["draft.docx", "--review", "new", "--map-only"], "no such map"),
        (["draft.docx", "--map", "a.yaml", "--review", "b"], "not both"),
        (["case", "-o", "case"], "outside the input folder"),
        (["case", "-o", "case/out"], "outside the input folder"),
        (["case", "-o", "draft.docx"], "is a file"),
    ],
)
def test_wrong_usage_is_exit_2(
    redact: Redact,
    draft: Path,
    folder: Path,
    fake: Fake,
    tmp_path: Path,
    args: list[str],
    sentence: str,
) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "link.docx").symlink_to(draft)
    os.link(draft, tmp_path / "hard.docx")
    before = tree(tmp_path)
    result = redact(*args)
    assert result.exit_code == 2
    assert sentence in refused(result, tmp_path, before, fake)


def test_a_map_is_never_the_result(
    redact: Redact, draft: Path, tmp_path: Path, finished_map: Path
) -> None:
    odd = tmp_path / "map.docx"
    odd.write_bytes(finished_map.read_bytes())
    result = redact(draft, "--map", odd, "-o", odd, "--force")
    assert result.exit_code == 2
    assert odd.read_bytes() == finished_map.read_bytes()


def test_an_unreadable_draft_is_exit_3(redact: Redact, tmp_path: Path, fake: Fake) -> None:
    (tmp_path / "empty.docx").write_bytes(b"")
    before = tree(tmp_path)
    result = redact("empty.docx")
    assert result.exit_code == 3
    assert "is empty" in refused(result, tmp_path, before, fake)


def test_a_leak_delivers_nothing(redact: Redact, draft: Path, tmp_path: Path, fake: Fake) -> None:
    fake.leak = True
    before = tree(tmp_path)
    result = redact(draft, "--no-input")
    assert result.exit_code == 5
    assert "name-left at /word/document.xml p1" in result.stderr
    assert result.stdout == ""
    assert tree(tmp_path) == before


@pytest.mark.parametrize(
    ("failure", "sentence"),
    [
        (RecogniserFailed("lantern", "timed out"), "lantern failed"),
        (ValueError(f"could not parse {REAL}"), "Something unexpected went wrong (ValueError at"),
        (KeyboardInterrupt(), "Stopped; nothing more was written."),
        (MemoryError(), "Something unexpected went wrong (MemoryError at"),
    ],
)
def test_a_failure_is_one_sentence_without_names(
    redact: Redact, draft: Path, tmp_path: Path, fake: Fake, failure: BaseException, sentence: str
) -> None:
    fake.failure = failure
    before = tree(tmp_path)
    result = redact(draft)
    assert result.exit_code == 1
    assert sentence in result.stderr
    assert REAL not in result.output
    assert "Traceback" not in result.output
    assert tree(tmp_path) == before


def test_frames_are_shown_on_request_without_values(
    redact: Redact, draft: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REDACT_DEBUG", "1")
    fake.failure = ValueError(f"could not parse {REAL}")
    result = redact(draft)
    assert " in scan" in result.stderr
    assert REAL not in result.output


def test_a_result_that_cannot_be_written_leaves_nothing(
    redact: Redact, draft: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    before = tree(tmp_path)
    result = redact(draft, "--no-input")
    assert result.exit_code == 2
    assert "No space left on device" in result.stderr
    assert tree(tmp_path) == before


def test_json_tells_no_name_unless_asked(redact: Redact, draft: Path) -> None:
    result = redact(draft, "--format", "json")
    report = json.loads(result.stdout)
    assert report["schema"] == 1
    assert report["exit_code"] == result.exit_code == 4
    assert report["files"] == [
        {
            "index": 1,
            "output": "draft.redacted.docx",
            "exit_code": 4,
            "changed_paragraphs": 3,
        }
    ]
    assert report["counts"] == [
        {"type": "person", "mentions": 3, "replaced": 2, "uncertain": 1, "kept": 0}
    ]
    assert report["questions"] == {"open": 1, "by_type": {"person": 1}}
    assert report["uncertain"] == [
        {"placeholder": PLACEHOLDER, "type": "person", "count": 1, "places": ["body p3"]}
    ]
    assert report["findings"] == [
        {"rule": "picture", "severity": "note", "place": "/word/media/image1.png"}
    ]
    shown = json.loads(redact(draft, "--format", "json", "--force", "--show-names").stdout)
    assert shown["uncertain"][0]["text"] == UNCERTAIN
    assert shown["files"][0]["input"] == str(draft)


@pytest.mark.parametrize("options", [[], ["-v"], ["-q"], ["--format", "json"]])
def test_a_pipe_is_told_no_name(
    redact: Redact, tmp_path: Path, options: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    draft = tmp_path / f"{REAL}.docx"
    draft.write_text("Danielle left.\nThen Grace said no.")
    result = redact(draft, *options)
    assert result.exit_code == 4
    assert REAL not in result.output
    assert UNCERTAIN not in result.output


def test_show_names_shows_the_diff_in_a_pipe(redact: Redact, draft: Path) -> None:
    result = redact(draft, "--show-names")
    assert "[-Danielle-]{+Connie+} left." in result.stdout
    assert f"Then [-Grace-]{{+{PLACEHOLDER}+}} said no." in result.stdout


def test_the_summary_counts_and_lists(redact: Redact, draft: Path) -> None:
    out = redact(draft).stdout
    for word in ("person", "Mentions", "Uncertain", PLACEHOLDER, "body p3", "Left out", "comments"):
        assert word in out


def test_who_is_kept_and_named_in_the_story_is_told_by_places(
    redact: Redact, tmp_path: Path
) -> None:
    draft = tmp_path / "draft.docx"
    draft.write_text(f"Independent Chair: {KEPT}\nNobody told {KEPT} of it.")
    out = redact(draft).stdout
    assert "Kept people whom the narrative names too" in out
    assert "body p2" in out
    assert KEPT not in out
    report = json.loads(redact(draft, "--format", "json", "--force").stdout)
    assert report["kept_in_narrative"] == [{"count": 1, "places": ["body p2"]}]
    shown = json.loads(redact(draft, "--format", "json", "--force", "--show-names").stdout)
    assert shown["kept_in_narrative"][0]["text"] == KEPT


def test_quiet_says_nothing(redact: Redact, draft: Path) -> None:
    result = redact(draft, "-q")
    assert (result.exit_code, result.output) == (4, "")


def test_a_terminal_shows_the_diff_in_colour(redact: Redact, draft: Path, terminal: None) -> None:
    out = redact(draft, "--no-input").stdout
    assert "\x1b[9;31mDanielle\x1b[0m\x1b[1;32mConnie\x1b[0m" in out
    assert "[-" not in out


def test_no_color_marks_the_diff_instead(
    redact: Redact, draft: Path, terminal: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "[-" in redact(draft, "--no-input").stdout


def test_a_person_is_asked_and_not_twice(
    redact: Redact, draft: Path, tmp_path: Path, terminal: None
) -> None:
    result = redact(draft, "--review", "harbour", typed="a\n")
    assert result.exit_code == 0
    assert "Then Holly said no." in draft.with_name("draft.redacted.docx").read_text()
    names = load_map(tmp_path / "pseudonym_maps" / "harbour.yaml")
    assert [(e.real, e.pseudonym) for e in names.entities if e.real == UNCERTAIN] == [
        (UNCERTAIN, "Holly")
    ]
    assert names.uncertain == ()
    again = redact(draft, "--review", "harbour", "--force")
    assert again.exit_code == 0
    assert "question" not in again.stderr


@pytest.mark.parametrize("typed", ["s\n", "q\n", ""])
def test_what_she_leaves_open_stays_masked(
    redact: Redact, draft: Path, terminal: None, typed: str
) -> None:
    assert redact(draft, typed=typed).exit_code == 4
    assert draft.with_name("draft.redacted.docx").read_text() == ANONYMISED


@pytest.mark.parametrize("option", ["--no-input", "--quiet", "--map-only"])
def test_nobody_is_asked(
    redact: Redact, draft: Path, terminal: None, tmp_path: Path, option: str
) -> None:
    path = tmp_path / "map.yaml"
    save_map(PseudonymMap(review="harbour"), path)
    result = redact(draft, option, "--map", path, typed="a\n")
    assert result.exit_code == 4
    assert "for you" not in result.stderr


def test_questions_and_answers_stay_off_stdout(redact: Redact, draft: Path, terminal: None) -> None:
    result = redact(draft, "--format", "json", typed="k\n")
    assert json.loads(result.stdout)["questions"]["open"] == 0


def test_her_answers_outlive_a_leak(
    redact: Redact, draft: Path, tmp_path: Path, fake: Fake, terminal: None
) -> None:
    fake.leak = True
    assert redact(draft, "--review", "harbour", typed="k\n").exit_code == 5
    names = load_map(tmp_path / "pseudonym_maps" / "harbour.yaml")
    assert [entry.text for entry in names.keep] == [UNCERTAIN]
    assert not draft.with_name("draft.redacted.docx").exists()


def test_a_folder_keeps_its_tree_and_names_what_it_skips(
    redact: Redact, folder: Path, tmp_path: Path
) -> None:
    before = tree(folder)
    result = redact(folder)
    assert result.exit_code == 3
    assert "File 2 of those found: is empty" in result.stderr
    assert tree(tmp_path / "case.redacted") == {
        "overview.docx": b"Connie left.",
        "imr/Connie.docx": b"Nothing here.",
    }
    assert tree(folder) == before


def test_a_folder_in_json_gives_indices_for_names(redact: Redact, folder: Path) -> None:
    result = redact(folder, "--format", "json")
    assert [
        (f["index"], f["output"], f["exit_code"]) for f in json.loads(result.stdout)["files"]
    ] == [
        (1, "imr/Connie.docx", 0),
        (2, None, 3),
        (3, "overview.docx", 0),
    ]


def test_the_folder_one_stands_in_has_its_results_beside_it(
    redact: Redact, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert redact(".", "--map", _map_at(tmp_path)).exit_code == 3
    assert (tmp_path / "case.redacted" / "overview.docx").exists()


def _map_at(folder: Path) -> Path:
    save_map(DECIDED, folder / "map.yaml")
    return folder / "map.yaml"


def test_neutral_names_that_meet_are_numbered(redact: Redact, folder: Path, tmp_path: Path) -> None:
    (folder / "imr" / "connie.docx").write_text("Nothing either.")
    redact(folder)
    written = tree(tmp_path / "case.redacted")
    assert sorted(written) == ["imr/Connie.docx", "imr/connie-2.docx", "overview.docx"]


def test_an_existing_output_folder_is_refused(
    redact: Redact, folder: Path, tmp_path: Path, fake: Fake
) -> None:
    (tmp_path / "case.redacted").mkdir()
    (tmp_path / "case.redacted" / "old.docx").write_text("precious")
    before = tree(tmp_path)
    assert redact(folder).exit_code == 2
    assert tree(tmp_path) == before
    assert fake.scans == 0
    assert redact(folder, "--force").exit_code == 3


def test_a_folder_without_readable_documents_is_refused(redact: Redact, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    (tmp_path / "none" / "empty.docx").write_bytes(b"")
    result = redact("none")
    assert result.exit_code == 3
    assert "no document there can be read" in result.stderr
    assert not (tmp_path / "none.redacted").exists()


def test_a_failed_folder_leaves_no_folder(
    redact: Redact, folder: Path, tmp_path: Path, fake: Fake
) -> None:
    fake.leak = True
    assert redact(folder).exit_code == 5
    assert not (tmp_path / "case.redacted").exists()


def test_a_name_of_a_file_that_nobody_typed_is_shown_on_a_terminal_only(
    redact: Redact, folder: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    (folder / "imr" / "broken.docx").rename(folder / "imr" / f"{UNCERTAIN}.docx")
    assert UNCERTAIN not in redact(folder).output
    assert f"{UNCERTAIN}.docx: is empty" in redact(folder, "--force", "--show-names").stderr
    (tmp_path / "alone").mkdir()
    (tmp_path / "alone" / f"{UNCERTAIN}.docx").write_bytes(b"")
    assert UNCERTAIN not in redact("alone").output
    request.getfixturevalue("terminal")
    assert f"{UNCERTAIN}.docx: is empty" in redact(folder, "--force", "--no-input").stderr
