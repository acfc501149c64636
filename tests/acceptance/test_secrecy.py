"""No planted name gets out of the map, the drafts and what was asked for with real names in it.

Every command runs in a folder that is its whole world, first as it should and then crashing with
an error that quotes what was read. Then all files and all that was said is searched.
"""

from __future__ import annotations

import base64
import hashlib
import os
import zlib
from pathlib import Path

import pytest
from every_command import IN_A_ROW, RESTORED, REVIEWING, TABLE, crashes
from planted import MOTHER, SON, digests_in, leaks, names_in, parts_in
from small_world import World
from typer.main import get_command
from word_packages import zipped

from redactor.cli.app import app

WITH_NAMES = frozenset({"work/case", f"work/{TABLE}", f"work/{RESTORED}"})


def commands() -> set[str]:
    """All commands of the program, "map add" and "key show" too."""
    found = set()
    for name, command in get_command(app).commands.items():
        below = getattr(command, "commands", None)
        found |= {f"{name} {one}" for one in below} if below else {name}
    return found


def test_every_command_is_run() -> None:
    assert {step.command for step in (*IN_A_ROW, REVIEWING)} == commands()


@pytest.mark.parametrize(
    "content",
    [
        f"of {MOTHER}.".encode(),
        SON.upper().encode("utf-16-le"),
        SON.encode("utf-16-be"),
        base64.b64encode(f"x{MOTHER} and more".encode()),
        zipped({"part.xml": b"<a>kwuosa</a>"}),
        hashlib.sha256(MOTHER.lower().encode()).hexdigest().upper().encode(),
        base64.b64encode(hashlib.md5(SON.encode()).digest()),
        f"{zlib.crc32(SON.encode()):08X}".encode(),
    ],
)
def test_the_search_finds_it(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(b"before " + content if content[:2] != b"PK" else content)
    assert leaks(tmp_path, frozenset())
    assert leaks(tmp_path, frozenset({"a"})) == []


@pytest.mark.skipif(os.name != "posix", reason="a terminal to type at")
def test_no_name_gets_out(tmp_path: Path) -> None:
    world = World(tmp_path / "world")
    world.do([*IN_A_ROW, *crashes()])
    world.do_at_a_terminal(REVIEWING)
    told = [(step.args, step.fails, parts_in(said)) for step, said in world.said]
    assert [one for one in told if one[-1]] == []
    for _, said in world.said:
        assert names_in(said.encode()) == digests_in(said.encode()) == []
    assert leaks(world.top, WITH_NAMES) == []
