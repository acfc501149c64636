"""Without the right key every command says so in one sentence, which tells what to do."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace

import pytest
from every_command import BEGINNING, IMPORTED, IN_A_ROW, KEYS, MAP, REVIEW, REVIEWING, TABLE, Step
from small_world import World


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """One where a map was made, and a result that could be checked, with another key."""
    world = World(tmp_path_factory.mktemp("other") / "world")
    world.do(BEGINNING)
    (world.work / "out").mkdir()
    shutil.copy(world.work / "case" / "overview.docx", world.work / "out")
    (world.work / TABLE).write_text("Real name,Pseudonym\nAnna Berg,Connie Lund\n")
    return world


def opening() -> list[Step]:
    own = replace(IMPORTED, args=("map", "import", TABLE, *REVIEW))
    return [
        replace(step, codes=(2,))
        for step in (own if step is IMPORTED else step for step in IN_A_ROW)
        if step.opens_a_map
    ]


@pytest.mark.parametrize(
    ("key", "advice"),
    [
        ("another", "ask somebody who can open it to run `redact map share age1"),
        ("none", "restore"),
    ],
)
def test_a_wrong_key_is_one_sentence(world: World, key: str, advice: str) -> None:
    world.environment["REDACT_KEY_FILE"] = str(world.top / "home" / key)
    world.said.clear()
    if key == "another":
        world.do(KEYS[:1])
    steps = opening() if key == "another" else opening()[-3:]
    world.do(steps)
    for step, said in world.said[-len(steps) :]:
        (line,) = said.splitlines()
        assert line.startswith(f"{MAP}: "), step
        assert advice in line
        assert line.endswith(".")
    assert not (world.top / "home" / "none").exists()


@pytest.mark.skipif(os.name != "posix", reason="a terminal to type at")
def test_a_review_says_so_too(world: World) -> None:
    world.environment["REDACT_KEY_FILE"] = str(world.top / "home" / "none")
    step = replace(REVIEWING, args=(*REVIEWING.args[:4],), typed=(), codes=(2,))
    (line,) = world.do_at_a_terminal(step).splitlines()
    assert line.startswith(f"{MAP}: ")
