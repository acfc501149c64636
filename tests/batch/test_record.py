"""The record beside a map: what becomes of it as runs and answers are added."""

from __future__ import annotations

from pathlib import Path

import pytest

from redactor.batch.record import (
    Delivered,
    Record,
    Run,
    change_record,
    read_record,
    record_path,
    write_record,
)
from redactor.checks.allowance import Allowance
from redactor.errors import MapError
from redactor.model import Span
from redactor.plan import WordChoice
from redactor.pseudonyms.schema import PseudonymMap
from redactor.vault.errors import VaultError
from redactor.vault.places import twin
from redactor.vault.sealing import is_sealed
from tests.maps import own_keys, save_map

CHOICE = WordChoice("He left.", Span(0, 2), "They", True)
REFUSED = WordChoice("He left.", Span(0, 2), "They", False)
OTHER = WordChoice("He left then.", Span(0, 2), "They", True)
RUN = Run("draft.docx", "draft.redacted.docx")
FILES = {"draft.redacted.docx": Delivered("0" * 64, frozenset(), Allowance())}


@pytest.fixture(params=["map.yaml", "map.yaml.age"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / str(request.param)
    save_map(PseudonymMap(review="x"), path)
    return path


def test_a_later_choice_about_the_same_words_counts() -> None:
    record = Record().with_choices([CHOICE, OTHER]).with_choices([REFUSED])
    assert record.choices == {REFUSED, OTHER}


def test_each_change_keeps_what_others_wrote(path: Path) -> None:
    keys = own_keys()
    change_record(path, keys, lambda record: record.plus(FILES, RUN))
    change_record(path, keys, lambda record: record.with_choices([CHOICE]))
    record = read_record(record_path(path), keys)
    assert (record.files, record.runs, record.choices) == (FILES, (RUN,), {CHOICE})
    assert is_sealed(record_path(path).read_bytes()) is is_sealed(path.read_bytes())
    assert not twin(record_path(path)).exists()


def test_what_stays_the_same_is_not_written(path: Path) -> None:
    change_record(path, own_keys(), lambda record: record)
    assert not record_path(path).exists()
    change_record(path, own_keys(), lambda record: record.with_choices([CHOICE]))
    before = record_path(path).read_bytes()
    change_record(path, own_keys(), lambda record: record.with_choices([CHOICE]))
    assert record_path(path).read_bytes() == before


def test_there_is_no_record_without_a_map(path: Path) -> None:
    path.unlink()
    with pytest.raises(VaultError, match="is not there"):
        change_record(path, own_keys(), lambda record: record.with_choices([CHOICE]))
    assert not record_path(path).exists()


def test_a_damaged_record_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    save_map(PseudonymMap(review="x"), path)
    record_path(path).write_text("Danielle", encoding="utf-8")
    with pytest.raises(MapError, match="is no record of runs") as caught:
        change_record(path, own_keys(), lambda record: record.with_choices([CHOICE]))
    assert "Danielle" not in str(caught.value)
    assert record_path(path).read_text(encoding="utf-8") == "Danielle"


def test_both_names_of_a_record(path: Path) -> None:
    write_record(twin(record_path(path)), Record(), None)
    names = {"map.record.json", "map.record.json.age"}
    assert {record_path(path).name, twin(record_path(path)).name} == names
