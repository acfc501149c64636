from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from redactor.vault.errors import VaultError
from redactor.vault.whole import sweep, sweep_after, sweep_all, wipe, write_new, write_whole

posix = pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@posix
def test_a_file_is_private_from_its_first_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = os.umask(0)
    modes = []
    write = os.write

    def spy(descriptor: int, content: bytes) -> int:
        modes.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        return write(descriptor, content)

    monkeypatch.setattr(os, "write", spy)
    try:
        write_whole(tmp_path / "a", b"A")
        write_new(tmp_path / "b", b"B")
    finally:
        os.umask(old)
    assert modes == [0o600, 0o600]
    assert {mode(path) for path in tmp_path.iterdir()} == {0o600}


def test_a_file_is_replaced_and_a_link_followed(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    target = tmp_path / "there" / "a"
    target.write_bytes(b"old and longer")
    link = tmp_path / "link"
    link.symlink_to(target)
    write_whole(link, b"A")
    assert link.is_symlink()
    assert target.read_bytes() == b"A"
    assert sorted(tmp_path.rglob("*")) == [link, target.parent, target]


def test_a_new_file_replaces_nothing(tmp_path: Path) -> None:
    write_new(tmp_path / "a", b"A")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a", b"B")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"A"]


def test_a_new_file_where_there_are_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(os, "rename", refuse)
    write_new(tmp_path / "a", b"A")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a", b"B")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"A"]


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(VaultError, match=r"cannot be written \(.+\); the old file is as it was"):
        write_whole(tmp_path / "no" / "a", b"A")


def test_a_name_that_leaves_no_room(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 120)
    write_whole(path, b"A")
    assert list(tmp_path.iterdir()) == [path]


def test_a_wiped_file_is_overwritten_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"A" * 100_000)
    seen = []
    unlink = os.unlink

    def spy(doomed: Path) -> None:
        seen.append(Path(doomed).read_bytes())
        unlink(doomed)

    monkeypatch.setattr(os, "unlink", spy)
    wipe(path)
    assert seen == [bytes(100_000)]
    assert list(tmp_path.iterdir()) == []


@posix
def test_a_second_name_keeps_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"A")
    os.link(tmp_path / "a", tmp_path / "backup")
    wipe(tmp_path / "a")
    assert [path.name for path in tmp_path.iterdir()] == ["backup"]
    assert (tmp_path / "backup").read_bytes() == b"A"


def test_only_what_nobody_will_finish_is_swept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = []

    def stop(temporary: Path, _: Path) -> None:
        left.append(temporary)
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", stop)
    monkeypatch.setattr(os, "unlink", lambda _: None)
    for name in ("a", "b"):
        with pytest.raises(KeyboardInterrupt):
            write_whole(tmp_path / name, b"A")
    monkeypatch.undo()
    others = [tmp_path / ".a.tmp", tmp_path / "a.unfinished", tmp_path / ".3-1.unfinished"]
    for path in others:
        path.write_bytes(b"")
    young, old = left
    os.utime(old, (0, 0))
    elsewhere = tmp_path / ".a.00000000-1-00000000.unfinished"
    elsewhere.write_bytes(b"")
    sweep(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([*others, young, elsewhere])
    sweep_after(tmp_path / "a")
    assert sorted(tmp_path.iterdir()) == sorted(others)
    sweep(tmp_path / "missing")


def test_what_is_swept_is_overwritten_and_no_link_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = tmp_path / ".a.00000000-1-00000000.unfinished"
    left.write_bytes(b"Danielle")
    (tmp_path / "other").write_bytes(b"not ours")
    for letter, ending in (("b", ""), ("c", ".wiping")):
        link = tmp_path / f".{letter}.00000000-1-00000000{ending}.unfinished"
        link.symlink_to(tmp_path / "other")
    seen = []
    unlink = os.unlink

    def spy(doomed: Path) -> None:
        seen.append(Path(doomed).read_bytes())
        unlink(doomed)

    monkeypatch.setattr(os, "unlink", spy)
    sweep_all(tmp_path)
    assert seen == [bytes(8), b"not ours", b"not ours"]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"other": b"not ours"}


def test_what_was_not_put_in_place_is_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    seen = []
    unlink = os.unlink

    def spy(doomed: Path) -> None:
        seen.append(Path(doomed).read_bytes())
        unlink(doomed)

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(os, "unlink", spy)
    with pytest.raises(VaultError, match="No space left"):
        write_whole(tmp_path / "a", b"Danielle")
    assert seen == [bytes(8)]
    assert list(tmp_path.iterdir()) == []
