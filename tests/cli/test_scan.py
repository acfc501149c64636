from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from fake_pipeline import Fake, Redact

from redactor import api
from redactor.api import ScannedSpan
from redactor.pseudonyms.schema import PseudonymMap
from tests.maps import save_map


def test_the_table_lists_mentions_without_words(redact: Redact, draft: Path) -> None:
    result = redact("scan", draft)
    assert result.exit_code == 0
    for word in ("person", "replace", "ask", "body p3 5", "0.60"):
        assert word in result.stdout
    assert "Danielle" not in result.output
    assert "Grace" not in result.output


def test_the_words_are_shown_on_request(redact: Redact, draft: Path) -> None:
    assert "Danielle" in redact("scan", draft, "--show-names").stdout


def test_the_words_are_shown_on_a_terminal(redact: Redact, draft: Path, terminal: None) -> None:
    assert "Grace" in redact("scan", draft).stdout


def test_nothing_is_written(redact: Redact, draft: Path, tmp_path: Path) -> None:
    redact("scan", draft)
    assert list(tmp_path.iterdir()) == [draft]


def test_json_is_in_reading_order(redact: Redact, draft: Path) -> None:
    report = json.loads(redact("scan", draft, "--format", "json").stdout)
    assert report["schema"] == 1
    assert [(m["place"], m["start"], m["verdict"]) for m in report["mentions"]] == [
        ("p1", 0, "replace"),
        ("p3", 5, "ask"),
        ("p4", 0, "replace"),
    ]
    assert report["mentions"][0] == {
        "file": 1,
        "kind": "body",
        "place": "p1",
        "start": 0,
        "end": 8,
        "type": "person",
        "score": 0.6,
        "verdict": "replace",
    }


def test_jsonl_is_a_line_a_mention(redact: Redact, draft: Path) -> None:
    lines = redact("scan", draft, "--format", "jsonl", "--show-names").stdout.splitlines()
    assert [json.loads(line)["text"] for line in lines] == ["Danielle", "Grace", "Danielle"]


def test_a_folder_and_a_file_are_one_review(redact: Redact, draft: Path, folder: Path) -> None:
    result = redact("scan", draft, folder, "--format", "json")
    assert result.exit_code == 3
    assert "File 3 of those found: is empty" in result.stderr
    mentions = json.loads(result.stdout)["mentions"]
    assert [m["file"] for m in mentions] == [4, 1, 1, 1]


def test_the_same_file_twice_is_read_once(redact: Redact, draft: Path) -> None:
    report = json.loads(redact("scan", draft, "./draft.docx", "--format", "json").stdout)
    assert len(report["mentions"]) == 3


def test_a_map_that_is_missing_is_exit_2(redact: Redact, draft: Path, fake: Fake) -> None:
    assert redact("scan", draft, "--map", "missing.yaml").exit_code == 2
    assert fake.scans == 0


@pytest.fixture
def scanned(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Stands in for the Python door; keeps what it was given."""
    given: list[object] = []

    def scan(
        texts: Sequence[str], names: PseudonymMap | None = None, setting: str = "review"
    ) -> list[list[ScannedSpan]]:
        given.extend([list(texts), names, setting])
        return [
            [ScannedSpan(0, 8, "person", 0.95, "replace")] if t.startswith("Danielle") else []
            for t in texts
        ]

    monkeypatch.setattr(api, "scan", scan)
    return given


def test_records_answer_line_by_line(redact: Redact, tmp_path: Path, scanned: list[object]) -> None:
    path = tmp_path / "records.jsonl"
    path.write_bytes(
        b'\xef\xbb\xbf{"id": "a", "text": "Danielle left."}\r\n\n'
        b'{"id": 7, "text": "line\xe2\x80\xa8separator", "more": 1}\n'
    )
    result = redact("scan", path)
    assert result.exit_code == 0
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {"id": "a", "spans": [[0, 8, "person", 0.95, "replace"]]},
        {"id": 7, "spans": []},
    ]
    assert scanned[0] == ["Danielle left.", "line\u2028separator"]


def test_records_know_the_map(redact: Redact, tmp_path: Path, scanned: list[object]) -> None:
    (tmp_path / "records.jsonl").write_text('{"id": 1, "text": "x"}')
    names = PseudonymMap(review="harbour")
    save_map(names, tmp_path / "map.yaml")
    assert redact("scan", "records.jsonl", "--map", "map.yaml").exit_code == 0
    assert scanned[1] == names


@pytest.mark.parametrize("setting", ["review", "balanced", "recall"])
def test_records_are_scanned_under_the_setting(
    redact: Redact, tmp_path: Path, scanned: list[object], setting: str
) -> None:
    (tmp_path / "records.jsonl").write_text('{"id": 1, "text": "x"}')
    assert redact("scan", "records.jsonl", "--setting", setting).exit_code == 0
    assert scanned[2] == setting


def test_a_setting_that_there_is_not_is_exit_2(
    redact: Redact, tmp_path: Path, scanned: list[object]
) -> None:
    (tmp_path / "records.jsonl").write_text('{"id": 1, "text": "x"}')
    assert redact("scan", "records.jsonl", "--setting", "all").exit_code == 2
    assert not scanned


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b"Danielle", "is not JSON"),
        (b'{"id": "a", "text": "Danielle"', "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b'{"id": "a", "text": "\xff"}', "is not UTF-8"),
        (b'["a", "Danielle"]', "is no object"),
        (b'{"text": "Danielle"}', 'has no "id"'),
        (b'{"id": true, "text": "Danielle"}', 'has no "id"'),
        (b'{"id": 1.5, "text": "Danielle"}', 'has no "id"'),
        (b'{"id": "a"}', 'has no "text"'),
        (b'{"id": "a", "text": null}', 'has no "text"'),
        (b'{"id": "a", "text": "\\ud800"}', "holds half of a surrogate"),
    ],
)
def test_a_bad_record_is_named_by_its_line(
    redact: Redact, tmp_path: Path, scanned: list[object], line: bytes, problem: str
) -> None:
    path = tmp_path / "records.jsonl"
    path.write_bytes(b'{"id": "a", "text": "fine"}\n\n' + line)
    result = redact("scan", path)
    assert result.exit_code == 3
    assert result.stdout == ""
    assert f"records.jsonl: line 3 {problem}" in result.stderr
    assert "Danielle" not in result.stderr
    assert scanned == []


def test_no_record_at_all_is_exit_3(redact: Redact, tmp_path: Path) -> None:
    (tmp_path / "records.jsonl").write_text("\n")
    assert redact("scan", "records.jsonl").exit_code == 3


@pytest.mark.parametrize(
    "paths", [["missing.jsonl"], ["missing.docx"], ["draft.docx", "records.jsonl"]]
)
def test_wrong_paths_are_exit_2(
    redact: Redact, draft: Path, tmp_path: Path, paths: list[str]
) -> None:
    (tmp_path / "records.jsonl").write_text('{"id": "a", "text": "fine"}')
    result = redact("scan", *paths)
    assert (result.exit_code, result.stdout) == (2, "")
