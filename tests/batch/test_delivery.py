from __future__ import annotations

import os
from pathlib import Path

import pytest

from redactor.batch.delivery import Output, deliver
from redactor.errors import UsageError


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def outputs(folder: Path) -> list[Output]:
    return [Output(folder / "out" / "a.docx", b"A"), Output(folder / "out" / "x" / "b.docx", b"B")]


def test_everything_is_written_and_nothing_else_left(tmp_path: Path) -> None:
    deliver(outputs(tmp_path), lambda: None)
    assert files(tmp_path) == {"out/a.docx": b"A", "out/x/b.docx": b"B"}


def test_the_map_is_saved_before_the_first_result_appears(tmp_path: Path) -> None:
    seen: list[bool] = []
    deliver(outputs(tmp_path), lambda: seen.append((tmp_path / "out" / "a.docx").exists()))
    assert seen == [False]


def test_a_map_that_cannot_be_saved_leaves_nothing(tmp_path: Path) -> None:
    def refuse() -> None:
        raise UsageError("the map is read-only")

    with pytest.raises(UsageError, match="read-only"):
        deliver(outputs(tmp_path), refuse)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("failure", [OSError(13, "Permission denied"), KeyboardInterrupt()])
def test_a_failed_rename_takes_the_others_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    rename = os.replace
    calls: list[object] = []

    def fail_second(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) > 1:
            raise failure
        rename(source, target)

    monkeypatch.setattr(os, "replace", fail_second)
    with pytest.raises((UsageError, KeyboardInterrupt)):
        deliver(outputs(tmp_path), lambda: None)
    assert list(tmp_path.iterdir()) == []


def test_existing_files_are_replaced_whole(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"old and longer")
    deliver([Output(tmp_path / "a.docx", b"A")], lambda: None)
    assert files(tmp_path) == {"a.docx": b"A"}


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(UsageError, match=r"a\.docx: cannot be written"):
        deliver(outputs(tmp_path), lambda: None)
    assert files(tmp_path) == {"out": b"a file"}
