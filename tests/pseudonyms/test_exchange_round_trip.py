"""A map that is exported and imported again is the same map."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from redactor.errors import MapError
from redactor.model import EntityType
from redactor.pseudonyms.exchange.formats import TableFormat
from redactor.pseudonyms.exchange.importing import map_of
from redactor.pseudonyms.exchange.reading import parse_table, read_table
from redactor.pseudonyms.exchange.rows import Choice, rows_of
from redactor.pseudonyms.exchange.writing import HEADINGS, NOTE, write_table
from redactor.pseudonyms.schema import (
    KeepEntry,
    MapEntity,
    PseudonymMap,
    Status,
    UncertainEntry,
)
from redactor.text.fold import key

GOLDEN = Path(__file__).parent / "golden" / "exported.csv"

REVIEW = PseudonymMap(
    review="area-a-2018",
    entities=(
        MapEntity(
            real="Danielle Hargreaves",
            pseudonym="Connie Smith",
            aliases=("Dani", "Danielle Pritchard", "Hargreaves, D."),
        ),
        MapEntity(real="Isla Pritchard", pseudonym="Child B", type=EntityType.CHILD),
        MapEntity(
            real="Dr Okafor",
            pseudonym="GP1",
            type=EntityType.PROFESSIONAL,
            role="GP",
            status=Status.PROPOSED,
        ),
        MapEntity(real="Hargreaves (n\u00e9e Pike)", pseudonym="keep"),
        MapEntity(real="007", pseudonym="=1+1", type=EntityType.CASE_REFERENCE),
        MapEntity(real="@dani_h", pseudonym="[account]", type=EntityType.HANDLE),
        MapEntity(real="Siobh\u00e1n O\u2019Dowd", pseudonym="Rose; the \u201cother\u201d one"),
        MapEntity(
            real="Salt & Crumb / Larder", pseudonym="Caf\u00e9 A", type=EntityType.ORGANISATION
        ),
        MapEntity(real="\u0645\u0631\u064a\u0645 \u062d\u0633\u0646", pseudonym="Ruth Bateman"),
    ),
    keep=(
        KeepEntry(text="Margaret Ellwood", reason="panel member"),
        KeepEntry(text="Kent and Medway (council)", status=Status.PROPOSED),
    ),
    uncertain=(
        UncertainEntry(text="Gracie", placeholder="[PERSON 1?]", reason="a name and a word"),
        UncertainEntry(text="Weavers", placeholder="REDACTED", type=EntityType.ORGANISATION),
    ),
)
SCANTY = PseudonymMap(review="area-a-2018")


@pytest.fixture(params=TableFormat, ids=str)
def format(request):
    return request.param


def there_and_back(names, format):
    table = parse_table(write_table(names, format), format)
    imported = map_of(table.rows, names.review)
    assert (*table.remarks, *imported.remarks) == ()
    return imported.map


def test_an_exported_map_is_read_back(format, tmp_path):
    path = tmp_path / f"map{format}"
    path.write_bytes(write_table(REVIEW, format))
    table = read_table(path)
    assert table.remarks == ()
    assert map_of(table.rows, REVIEW.review).map == REVIEW


def test_an_empty_map_is_read_back(format):
    assert there_and_back(SCANTY, format) == SCANTY


def test_the_csv_is_the_golden_one(request):
    assert write_table(REVIEW, TableFormat.CSV) == GOLDEN.read_bytes()


def test_the_same_map_gives_the_same_bytes(format):
    assert write_table(REVIEW, format) == write_table(REVIEW, format)


@pytest.mark.parametrize("format", [TableFormat.XLSX, TableFormat.DOCX], ids=str)
def test_an_office_file_tells_no_time_and_no_author(format):
    with zipfile.ZipFile(io.BytesIO(write_table(REVIEW, format))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert "creator" not in core
    assert "created" not in core
    assert b"python-docx" not in everything
    assert b"openpyxl" not in everything.lower()


def test_excel_gets_text_and_the_warning():
    import openpyxl

    content = write_table(REVIEW, TableFormat.XLSX)
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet["A1"].value == NOTE
    assert [cell.value for cell in sheet[2]] == list(HEADINGS)
    assert sheet.freeze_panes == "A3"
    cells = [cell for row in sheet.iter_rows(min_row=3) for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert sheet.column_dimensions["A"].number_format == "@"
    assert "007" in {cell.value for cell in cells}


def test_word_gets_one_table_and_the_warning():
    import docx

    document = docx.Document(io.BytesIO(write_table(REVIEW, TableFormat.DOCX)))
    assert document.paragraphs[0].text == NOTE
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == list(HEADINGS)
    assert len(table.rows) == 1 + len(rows_of(REVIEW))


def test_no_cell_of_the_csv_is_a_formula():
    text = write_table(REVIEW, TableFormat.CSV).decode("utf-8-sig")
    assert "'=1+1" in text
    assert "'@dani_h" in text


def test_word_refuses_what_it_cannot_hold():
    names = PseudonymMap(
        review="r", entities=(MapEntity(real="Ann\uffff Pike", pseudonym="Joy Tull"),)
    )
    with pytest.raises(MapError, match=r"export as \.xlsx"):
        write_table(names, TableFormat.DOCX)
    assert there_and_back(names, TableFormat.XLSX) == names


def test_excel_refuses_a_cell_that_it_would_cut():
    aliases = tuple(f"Ann {'x' * 150}{number}" for number in range(300))
    names = PseudonymMap(
        review="r", entities=(MapEntity(real="Ann Pike", pseudonym="Joy Tull", aliases=aliases),)
    )
    with pytest.raises(MapError, match=r"longer than Excel can hold; export as \.csv"):
        write_table(names, TableFormat.XLSX)
    assert there_and_back(names, TableFormat.CSV) == names


def test_rows_hide_names_from_repr():
    row = rows_of(REVIEW)[0]
    assert "Hargreaves" not in repr(row)
    assert "Connie" not in repr(row)
    assert repr(row.decision) in repr(row)
    assert row.decision is Choice.REPLACE


# What a name can trip over: separators, quotes, formulas, escapes, markers, other scripts.
_TRICKS = (
    ", ; / \" ' \u201c \u201d \u2018 \u2019 ( ) [ ] = + - @ & | . ? * # \u2013 \u00a0 \u200f "
    "_x0041_ aka n\u00e9e or and keep TBC n/a none GP1 victim Dani Ann Pritchard Dr PC Ltd Trust "
    "\u202b Hospital \u00e9 \u0141ukasz \u0645\u0631\u064a\u0645 \u05d3\u05e0\u05d9 "
    "007 4 #N/A TRUE 1."
).split(" ")
_pieces = st.one_of(st.sampled_from(_TRICKS), st.text(st.characters(codec="utf-8"), max_size=4))
_texts = st.builds(
    lambda parts, gap: gap.join(parts).strip()[:80],
    st.lists(_pieces, min_size=1, max_size=5),
    st.sampled_from(["", " ", "  "]),
)


def _valid(text):
    try:
        entry = KeepEntry(text=text)
    except ValidationError:
        return False
    return entry.text == text and not any(char in text for char in "\ufffe\uffff")


_names = _texts.filter(_valid)
_lines = st.one_of(st.just(""), _names)


@st.composite
def maps(draw):
    taken = draw(st.lists(_names, min_size=1, max_size=9, unique_by=key))
    assume(all(key(text) for text in taken))
    entities, keep, uncertain = [], [], []
    while taken:
        text = taken.pop()
        match draw(st.sampled_from(["replace", "replace", "keep", "open"])):
            case "replace" if taken:
                aliases = [taken.pop() for _ in range(draw(st.integers(0, len(taken) - 1)))]
                entities.append(
                    MapEntity(
                        real=text,
                        pseudonym=taken.pop(),
                        type=draw(st.sampled_from(EntityType)),
                        aliases=tuple(aliases),
                        role=draw(_lines),
                        status=draw(st.sampled_from(Status)),
                    )
                )
            case "open":
                uncertain.append(
                    UncertainEntry(
                        text=text,
                        placeholder=draw(_names),
                        type=draw(st.sampled_from(EntityType)),
                        reason=draw(_lines),
                    )
                )
            case _:
                keep.append(
                    KeepEntry(text=text, reason=draw(_lines), status=draw(st.sampled_from(Status)))
                )
    return PseudonymMap(
        review="r", entities=tuple(entities), keep=tuple(keep), uncertain=tuple(uncertain)
    )


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(names=maps())
def test_export_and_import_are_inverse(format, names):
    assert there_and_back(names, format) == names
