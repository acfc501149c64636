"""Cells whose header or row says what they are; and cells of figures that are nobody's."""

from __future__ import annotations

import pytest

from redactor.detection.cells import label_of, whole_cell
from redactor.model import Cell, DocumentId, Segment, SegmentId, SegmentKind


def cell(text: str, *, header: str = "", row: str = "") -> Segment:
    where = Cell(1, 1, 1, header, row)
    return Segment(SegmentId("s"), DocumentId("d"), SegmentKind.TABLE_CELL, text, cell=where)


def found(text: str, label: str) -> list[tuple[str, str]]:
    return [(one.entity, text[one.start : one.end]) for one in whole_cell(label, text)]


@pytest.mark.parametrize(
    "label",
    "Ref|Case ID|URN|UPN|Reg.|Collar|Warrant|DoB|Born|b.|Acct|Log|FWIN|Crime no.|Tenancy|"
    "Hospital no.|Account name|Screen name|Job / ref|NHS or equivalent no.|NI|LAS|RiO|Att.|"
    "VRM / phone / other|Address at June 2022|Council Tax".split("|"),
)
def test_a_header_or_a_row_is_a_label(label: str) -> None:
    assert label_of(cell("12", header=label)) == label
    assert label_of(cell("12", row=label)) == label


@pytest.mark.parametrize(
    "label",
    ["Age", "Date", "Visits", "Danielle", "Year 2", "Substance", "999 417 3022", "Detail", ""],
)
def test_other_headers_are_none(label: str) -> None:
    assert label_of(cell("12", header=label)) == ""


@pytest.mark.parametrize(
    ("label", "text", "value"),
    [
        ("No.", "BF56/0417", "BF56/0417"),
        ("No.", "7000-9904-4172", "7000-9904-4172"),
        ("No.", "14823", "14823"),
        ("No.", "FY 9904", "FY 9904"),
        ("No.", "ZZC 990417", "ZZC 990417"),
        ("Number", "CP-S-004417", "CP-S-004417"),
        ("Number", "A17/2290", "A17/2290"),
        ("Number", "30-1-18", "30-1-18"),
        ("Job / ref", "call C-1170442", "C-1170442"),
        ("LAS", "2207715 (as carer)", "2207715"),
        ("FWIN / log", "PPI 4471902", "PPI 4471902"),
        ("Case ID", "4471", "4471"),
    ],
)
def test_one_token_under_a_number_s_header_is_a_reference(
    label: str, text: str, value: str
) -> None:
    assert found(text, label) == [("CASE_REFERENCE", value)]


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("No.", "1"),
        ("No.", "12"),
        ("No.", "4.7.4"),
        ("No.", "2018"),
        ("No.", "2018/19"),
        ("Ref", "R12"),
        ("Ref", "form 7"),
        ("Ref", "12/03/18"),
        ("Ref", "12 March 2018"),
        ("Log", "10:30"),
        ("Number of visits", "112"),
        ("No. of children", "1204"),
        ("Number (%)", "112"),
        ("Cost per case", "1200"),
        ("Case date", "120318"),
        ("Log", "11 logs, first and last"),
        ("Case", "He was seen 112 times"),
        ("File", "120 minutes"),
        ("Ref", "none"),
        ("Incident", "Gas service. No access x3"),
    ],
)
def test_counts_days_and_words_stay(label: str, text: str) -> None:
    assert found(text, label) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Unit 3, rear of 40 Tenter St, Nab End (lock-up)",
            "Unit 3, rear of 40 Tenter St, Nab End",
        ),
        ("c/o PO Box 614, Ash EX98 1ZB", "c/o PO Box 614, Ash"),
        ("The Caravan, rear of Hollin Farm", "The Caravan, rear of Hollin Farm"),
        ("22 Albion Gardens, Margate CT97 4QZ", "22 Albion Gardens, Margate"),
        ("8/2 Kestrel House", "8/2 Kestrel House"),
    ],
)
def test_an_address_is_taken_whole(text: str, value: str) -> None:
    assert found(text, "Address at June 2022") == [("ADDRESS", value)]


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Address", "not known"),
        ("Address", "as above"),
        ("Address", "NFA since 2018"),
        ("Address", "3 moves in 2018"),
        ("E-mail address", "3 Albion Gardens"),
    ],
)
def test_what_is_no_address_stays(label: str, text: str) -> None:
    assert found(text, label) == []
