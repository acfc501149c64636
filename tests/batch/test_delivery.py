from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from redactor.batch.delivery import Output, deliver
from redactor.errors import UsageError

posix = pytest.mark.skipif(os.name != "posix", reason="permissions, links and signals of POSIX")
ROOT = Path(__file__).resolve().parents[2]


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


def failing_on(call: int) -> Callable[[Path, Path], None]:
    """``os.replace`` that fails once, at the call of that number."""
    rename = os.replace
    calls: list[object] = []

    def replace(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == call:
            raise OSError(errno.ENOSPC, "No space left on device")
        rename(source, target)

    return replace


@pytest.mark.parametrize("links", [True, False])
def test_a_failed_rename_brings_back_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    deliver([Output(one.path, b"old") for one in outputs(tmp_path)], lambda: None)
    (tmp_path / "out" / "a.docx").chmod(0o640)
    monkeypatch.setattr(os, "replace", failing_on(2))
    if not links:
        monkeypatch.setattr(os, "link", refuse)
    with pytest.raises(UsageError, match=r"b\.docx: cannot be written \(No space left on device\)"):
        deliver(outputs(tmp_path), lambda: None)
    assert files(tmp_path) == {"out/a.docx": b"old", "out/x/b.docx": b"old"}
    assert stat.S_IMODE((tmp_path / "out" / "a.docx").stat().st_mode) & 0o600 == 0o600


@posix
def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    link = tmp_path / "a.docx"
    link.symlink_to(tmp_path / "there" / "a.docx")
    for content in (b"A", b"B"):
        deliver([Output(link, content)], lambda: None)
        assert link.is_symlink()
        assert files(tmp_path / "there") == {"a.docx": content}


@posix
@pytest.mark.parametrize(("private", "expected"), [(True, 0o600), (False, 0o640)])
def test_what_is_private_is_so_from_its_first_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, private: bool, expected: int
) -> None:
    modes = []
    write = os.write

    def spy(descriptor: int, content: bytes) -> int:
        modes.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        return write(descriptor, content)

    monkeypatch.setattr(os, "write", spy)
    old = os.umask(0o027)
    try:
        deliver([Output(tmp_path / "a.docx", b"A", private)], lambda: None)
    finally:
        os.umask(old)
    assert modes == [expected]
    assert stat.S_IMODE((tmp_path / "a.docx").stat().st_mode) == expected


@posix
def test_what_a_kill_left_is_swept_by_the_next_delivery(tmp_path: Path) -> None:
    code = """
import os, signal
from pathlib import Path
from redactor.batch.delivery import Output, deliver
outputs = [Output(Path("a.docx"), b"Danielle", private=True), Output(Path("b.docx"), b"B")]
deliver(outputs, lambda: os.kill(os.getpid(), signal.SIGKILL))
"""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    killed = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, check=False
    )
    assert killed.returncode == -9
    left = list(tmp_path.iterdir())
    assert {path.suffix for path in left} == {".unfinished"}
    assert sorted(path.read_bytes() for path in left) == [b"B", b"Danielle"]
    deliver([Output(tmp_path / "c.docx", b"C")], lambda: None)
    assert files(tmp_path) == {"c.docx": b"C"}
