"""A folder of documents is one review: one set of pseudonyms, whatever the order of its files."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from gold_labels import PEOPLE, read_gold
from review_runs import Redact, ReviewRun
from word_packages import draft, paragraphs, tree

from redactor import pipeline
from redactor.batch.inputs import open_inputs
from redactor.documents.base import Document
from redactor.model import Keep
from redactor.pseudonyms.schema import PseudonymMap
from tests.maps import load_map

HARGREAVES = "Ms Danielle Hargreaves rang the police on 3 March 2017."
PRITCHARD = "Mr Kieran Pritchard told the police that Danielle Hargreaves had left."


def bare(text: str) -> str:
    """A pseudonym without what its sentence asks for: brackets, and an article or none."""
    return re.sub(r"^the ", "", re.sub(r"[\[\]]", "", text), flags=re.IGNORECASE)


def full_names(area_a: Path, run: ReviewRun) -> dict[str, dict[str, set[str]]]:
    """What was written for each person's full name, by gold's entity, and then by document."""
    decided = defaultdict(dict)
    for one in run.plan.decisions:
        if not isinstance(one.decision, Keep):
            document = one.mention.segment_id.split("|")[0]
            decided[document][one.mention.text] = bare(one.decision.text)
    written: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for document, records in read_gold(area_a).items():
        for record in records:
            for label in record.labels:
                name = record.text[label.start : label.end]
                alone = label.type in PEOPLE and label.entity and len(name.split(" ")) == 2
                if alone and name in decided[document]:
                    written[label.entity][name].add(decided[document][name])
    return written


@pytest.mark.parametrize("run", ["mapped", "unmapped"])
def test_a_person_has_one_pseudonym_in_all_documents(
    area_a: Path, run: str, request: pytest.FixtureRequest
) -> None:
    written = full_names(area_a, request.getfixturevalue(run))
    assert len(written) > 20
    assert [
        names for names in written.values() if any(len(new) > 1 for new in names.values())
    ] == []


def test_no_two_people_of_the_map_are_told_by_one_name(unmapped: ReviewRun) -> None:
    people = [e.pseudonym for e in load_map(unmapped.map).entities if e.type in PEOPLE]
    assert len(people) > 20
    assert len(people) == len(set(people))


@pytest.mark.usefixtures("_knowing_area_a")
@pytest.mark.parametrize(
    "turn", [lambda d: d[::-1], lambda d: [*d[1:], d[0]]], ids=["reversed", "rotated"]
)
def test_the_order_of_the_files_changes_nothing(
    unmapped: ReviewRun, turn: Callable[[list[Document]], list[Document]]
) -> None:
    documents = list(open_inputs([unmapped.source]).documents)

    def outcome(ordered: Sequence[Document]) -> tuple[dict[str, bytes], PseudonymMap]:
        empty = PseudonymMap(review="new")
        plan = pipeline.decide(pipeline.scan(ordered, empty), empty)
        return {one.name: one.content for one in pipeline.apply(plan)}, plan.names

    contents, names = outcome(turn(documents))
    assert contents == tree(unmapped.output)
    assert names == load_map(unmapped.map)


def test_a_damaged_file_is_counted_and_the_others_go_on(redact: Redact, tmp_path: Path) -> None:
    case = tmp_path / "case"
    (case / "imr").mkdir(parents=True)
    good = draft(case / "a.docx", [HARGREAVES]).read_bytes()
    (case / "b.docx").write_bytes(good[: len(good) // 2])
    draft(case / "imr" / "c.docx", [PRITCHARD])
    before = tree(case)
    result = redact("case", "--no-input")
    assert result.exit_code == 3
    assert "File 2 of those found: is damaged" in result.stderr
    assert "b.docx" not in result.stderr  # its name may be a person's, and this is no terminal
    assert "Traceback" not in result.output
    assert sorted(tree(tmp_path / "case.redacted")) == ["a.docx", "imr/c.docx"]
    assert tree(case) == before
    (entry,) = (
        e
        for e in load_map(next((tmp_path / "pseudonym_maps").glob("*.yaml.age"))).entities
        if e.real == "Danielle Hargreaves"
    )
    for name in ("a.docx", "imr/c.docx"):
        (text,) = paragraphs((tmp_path / "case.redacted" / name).read_bytes())
        assert entry.pseudonym in text
        assert "Hargreaves" not in text


def test_a_name_in_a_file_name_is_not_in_the_output(redact: Redact, tmp_path: Path) -> None:
    case = tmp_path / "case"
    case.mkdir()
    draft(case / "Danielle Hargreaves chronology.docx", [HARGREAVES])
    redact("case", "--no-input")
    (name,) = tree(tmp_path / "case.redacted")
    assert "chronology" in name
    assert "Hargreaves" not in name
    assert "Danielle" not in name
