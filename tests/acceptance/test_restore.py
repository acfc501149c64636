"""The way back: what the map can undo, and what it cannot."""

from __future__ import annotations

import json
import os
import re
import stat
from itertools import count
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from redactor.cli.app import app
from redactor.decisions import decided, known_names, listed
from redactor.detection.by_map import known_mentions
from redactor.linking.link import link
from redactor.model import (
    DocumentId,
    EntityType,
    Keep,
    Segment,
    SegmentId,
    SegmentKind,
)
from redactor.phrasing import phrased
from redactor.plan import Scan
from redactor.policy.load import policy_called
from redactor.pseudonyms.operator import anonymise
from redactor.pseudonyms.schema import MapEntity, PseudonymMap, UncertainEntry
from redactor.restoring import real_names_in
from tests.maps import load_map, save_map

FIXTURES = Path(__file__).parents[2] / "fixtures"
CHILD, PLACE, PROFESSIONAL = EntityType.CHILD, EntityType.PLACE, EntityType.PROFESSIONAL
NAMES = PseudonymMap(
    review="area-a",
    entities=(
        MapEntity(real="Danielle Hargreaves", pseudonym="Connie Smith", aliases=("Dani",)),
        MapEntity(real="Graham Hargreaves", pseudonym="Trevor Smith"),
        MapEntity(real="Ann Pike", pseudonym="Maureen Smith"),
        MapEntity(real="Isla Pritchard", pseudonym="Child B", type=CHILD),
        MapEntity(real="Chidi Okafor", pseudonym="GP1", type=PROFESSIONAL),
        MapEntity(real="Bronagh Keane", pseudonym="the Midwife", type=PROFESSIONAL),
        MapEntity(real="Thanet", pseudonym="Area A", type=PLACE),
    ),
    uncertain=(UncertainEntry(text="Gracie", placeholder="[PERSON 7?]"),),
)


def segments_of(*texts: str) -> list[Segment]:
    document = DocumentId("d.docx")
    numbers = count(1)
    return [
        Segment(SegmentId(f"d.docx|/word/document.xml|p{next(numbers)}"), document, kind, text)
        for text in texts
        for kind in (SegmentKind.BODY,)
    ]


def restored(text: str, names: PseudonymMap = NAMES) -> str:
    edits, _ = real_names_in(segments_of(text), names)
    return anonymise(text, [(edit.span, edit.text) for edit in edits]).text


def replaced(text: str, names: PseudonymMap) -> str:
    """What ``--map-only`` makes of `text`, with no model: the default policy's brackets and the
    articles included."""
    segments = segments_of(text)
    mentions = known_mentions(segments, known_names(names))
    scan = Scan((), tuple(segments), tuple(link(mentions, segments, listed(names))), names)
    decisions = decided(scan, names, map_only=True)
    told = phrased(segments, decisions, policy_called(""), map_only=True)
    wanted = [
        (one.mention.span, one.decision.text)
        for one in told.decisions
        if not isinstance(one.decision, Keep)
    ]
    return anonymise(text, [*wanted, *((edit.span, edit.text) for edit in told.repairs)]).text


@pytest.mark.parametrize(
    ("published", "real"),
    [
        ("Connie Smith died.", "Danielle Hargreaves died."),
        ("Connie\u2019s mother", "Danielle\u2019s mother"),
        ("SMITH, Connie", "HARGREAVES, Danielle"),
        ("Ms C. Smith", "Ms D. Hargreaves"),
        ("CS left at nine.", "DH left at nine."),
        ("Child B saw GP1.", "Isla Pritchard saw Chidi Okafor."),
        ("The Midwife called.", "Bronagh Keane called."),
        ("[PERSON 7?] wept.", "Gracie wept."),
        ("\u201c[Connie] told me\u201d", "\u201cDanielle told me\u201d"),
        ("in Area A, where", "in Thanet, where"),
        ("SMITH, Connie: seen.", "HARGREAVES, Danielle: seen."),
        ("Smith, Connie: seen.", "Hargreaves, Danielle: seen."),
        ("He lived in Area A. Connie did not.", "He lived in Thanet. Danielle did not."),
        ("It was Child B. C. Smith left.", "It was Isla Pritchard. D. Hargreaves left."),
        ("Connie was [address removed].", "Danielle was [address removed]."),
        ("Conniesmithy and Smithson", "Conniesmithy and Smithson"),
    ],
)
def test_what_comes_back(published: str, real: str):
    assert restored(published) == real


def test_what_several_could_mean_stays():
    segments = segments_of("Smith was seen.")
    edits, left = real_names_in(segments, NAMES)
    assert (edits, left) == ([], 1)


@pytest.mark.parametrize("name", ["overview", "imr-gp", "imr-police"])
def test_everything_of_the_fixture_comes_back(name: str):
    records = [
        json.loads(line)
        for line in (FIXTURES / "area-a" / "gold" / f"{name}.jsonl").read_text("utf-8").splitlines()
    ]
    names = load_map(FIXTURES / "area-a" / "pseudonym_map.yaml")
    edits, left = real_names_in(segments_of(*(one["expected"] for one in records)), names)
    wanted = sum(bool(span[3]) for one in records for span in one["spans"] if span[4] == "replace")
    assert len(edits) >= wanted - 1  # two names side by side come back as one
    assert left == 0


def test_the_command_writes_for_one_user_and_says_what_stays(tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    draft = Document()
    draft.add_paragraph("Connie Smith saw GP1 in Area A. Her number was [NHS number removed].")
    draft.save("out.docx")
    save_map(NAMES, Path("map.yaml"))
    command = ["restore", "out.docx", "--map", "map.yaml", "-o", "back.docx"]
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 0, result.output
    assert "stay as published" in result.stderr
    assert "removed identifiers (1)" in result.stderr
    assert Document("back.docx").paragraphs[0].text == (
        "Danielle Hargreaves saw Chidi Okafor in Thanet. Her number was [NHS number removed]."
    )
    if os.name == "posix":
        assert stat.S_IMODE(Path("back.docx").stat().st_mode) == 0o600
    again = CliRunner().invoke(app, command)
    assert (again.exit_code, "exists already" in again.stderr) == (2, True)


# The laws. Real names and pseudonyms are made of syllables that no English word has.
_ONSETS, _NUCLEI = "bdfgklmnprtvz", "aeiou"


def _word(numbers: tuple[int, ...], ending: str) -> str:
    syllables = (_ONSETS[n % 13] + _NUCLEI[n // 13 % 5] for n in numbers)
    return ("".join(syllables) + ending).capitalize()


@st.composite
def maps(draw: st.DrawFn) -> PseudonymMap:
    """Two to six people and a child, with names of which no two share a word."""
    numbers = draw(
        st.lists(
            st.tuples(st.integers(0, 64), st.integers(0, 64)), min_size=8, max_size=24, unique=True
        )
    )
    usable = numbers[: len(numbers) // 4 * 4]
    entities = [
        MapEntity(
            real=f"{_word(a, 'xa')} {_word(b, 'xo')}",
            pseudonym=f"{_word(c, 'wy')} {_word(d, 'wu')}",
        )
        for a, b, c, d in zip(*[iter(usable)] * 4, strict=True)
    ]
    entities.append(MapEntity(real="Qwilla Qworth", pseudonym="Child A", type=CHILD))
    return PseudonymMap(review="laws", entities=tuple(entities))


FILLERS = st.sampled_from(
    [
        "was",
        "seen by",
        "in (2015)",
        "\u201c",
        "and the notes say\u201d",
        "a",
        "the",
        "\u201cand\u201d",
        "said:",
        "no. A",
        "call\u2019s",
        "at 9\t,",
    ]
)


@st.composite
def reviews(draw: st.DrawFn) -> tuple[PseudonymMap, list[tuple[str, bool]]]:
    """A map, and a text in pieces: words of any kind, and names in forms that have one meaning."""
    names = draw(maps())
    pieces = []
    for _ in range(draw(st.integers(1, 12))):
        pieces.append((draw(FILLERS), False))
        entry = draw(st.sampled_from(names.entities))
        given_name, surname = entry.real.split()
        is_child = entry.type is CHILD
        form = draw(st.sampled_from(["full", "child" if is_child else "given", "inside"]))
        text = {"full": entry.real, "child": entry.real, "given": given_name}.get(
            form, f"{given_name}ing un{surname.lower()}"
        )
        pieces.append((text, form != "inside"))
    return names, pieces


def text_of(pieces: list[tuple[str, bool]]) -> str:
    return "was ".join(f"{text} " for text, _ in pieces)


@settings(max_examples=40, deadline=None)
@given(reviews())
def test_replacing_twice_changes_nothing_more(review):
    names, pieces = review
    once = replaced(text_of(pieces), names)
    assert replaced(once, names) == once


@settings(max_examples=40, deadline=None)
@given(reviews())
def test_restoring_gives_the_text_back(review):
    names, pieces = review
    text = text_of(pieces)
    assert restored(replaced(text, names), names) == text


@settings(max_examples=40, deadline=None)
@given(reviews())
def test_only_whole_names_change_and_all_else_stays(review):
    names, pieces = review
    known = {name: entry.pseudonym for entry in names.entities for name in entry.names}
    known |= {
        entry.real.split()[0]: entry.pseudonym.split()[0]
        for entry in names.entities
        if entry.type is not CHILD
    }
    expected = [(known[text] if is_name else text, is_name) for text, is_name in pieces]
    written = replaced(text_of(pieces), names)
    assert re.sub(r"[\[\]]", "", written) == text_of(expected)  # the brackets of quotations
