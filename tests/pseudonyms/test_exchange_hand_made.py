"""Tables as partnerships keep them: each is shaped in its own way, and all people are invented."""

import datetime
import io
import re
import zipfile

import docx
import openpyxl
import pytest
from docx.oxml.parser import parse_xml
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from redactor.model import EntityType
from redactor.pseudonyms.exchange.importing import map_of
from redactor.pseudonyms.exchange.reading import read_table
from redactor.pseudonyms.schema import KeepEntry

PERSON, CHILD, PROFESSIONAL = EntityType.PERSON, EntityType.CHILD, EntityType.PROFESSIONAL
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def imported(path):
    """The map, and all remarks in one text."""
    table = read_table(path)
    result = map_of(table.rows, "area-a-2018")
    return result.map, " ".join((*table.remarks, *result.remarks))


def entities(names):
    return {e.real: (e.pseudonym, e.type, e.role, e.aliases) for e in names.entities}


def sheet_of(tmp_path, rows, change=None):
    """A workbook with `rows` on its only sheet."""
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(row)
    if change:
        change(workbook)
    path = tmp_path / "names.xlsx"
    workbook.save(path)
    return path


def document_of(tmp_path, *tables, change=None):
    document = docx.Document()
    document.add_paragraph("Anonymisation key")
    for rows in tables:
        table = document.add_table(0, len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        document.add_paragraph()
    if change:
        change(document)
    path = tmp_path / "names.docx"
    document.save(path)
    return path


def test_a_workbook_with_titles_sections_and_merged_cells(tmp_path):
    def change(workbook):
        sheet = workbook.active
        sheet.merge_cells("A1:D1")
        sheet.merge_cells("A4:D4")
        sheet.merge_cells("D5:D6")

    path = sheet_of(
        tmp_path,
        [
            ["Area A CSP: DHR 2018. Pseudonyms agreed with the family"],
            [],
            ["Pseudonym", "Known to panel", "Real name", "Relationship to victim"],
            ["Children"],
            ["Child A", None, "Mason Pritchard", "(see genogram)"],
            ["Child B", None, "Isla Pritchard"],
            ["Family", None, None, None],
            ["Connie Smith", None, "Danielle (Dani) Hargreaves", "victim"],
            ["Ann Smith", None, "Ann Hargreaves (n\u00e9e Pike)", "mother of victim"],
            ["Ryan Davis", None, "Kieran Pritchard aka Kez", "ex-partner, perpetrator"],
            ["Professionals"],
            ["the Midwife", None, "Joy Tull", None],
            [None, None, "Key kept by the CSP", None],
        ],
        change,
    )
    names, remarks = imported(path)
    assert entities(names) == {
        "Mason Pritchard": ("Child A", CHILD, "", ()),
        "Isla Pritchard": ("Child B", CHILD, "", ()),
        "Danielle Hargreaves": ("Connie Smith", PERSON, "", ("Dani",)),
        "Ann Hargreaves": ("Ann Smith", PERSON, "", ("Ann Pike",)),
        "Kieran Pritchard": ("Ryan Davis", PERSON, "", ("Kez",)),
        "Joy Tull": ("the Midwife", PROFESSIONAL, "MW", ()),
    }
    assert "the heading of column 2 is not known: row 3." in remarks
    assert "Left out for want of a pseudonym: row 13." in remarks
    assert "Hargreaves" not in remarks


def test_a_workbook_with_a_sheet_for_people_and_one_for_places(tmp_path):
    def change(workbook):
        places = workbook.create_sheet("Hargreaves places")
        for row in [
            ["Name", "Anonymised name", "Type"],
            ["Thanet", "Area A", "district"],
            ["Isle of Thanet NHS Trust (ITNT)", "Area A NHS Trust", "trust"],
            ["Larkhill Surgery", "GP Practice A", None],
        ]:
            places.append(row)
        places.sheet_state = "hidden"
        workbook.create_sheet("Notes").append(["Agreed on 4 May"])
        workbook.active.row_dimensions[3].hidden = True
        workbook.active.column_dimensions["C"].hidden = True

    path = sheet_of(
        tmp_path,
        [
            ["First name", "Surname", "Role", "Name in report"],
            ["Danielle", "Hargreaves", "Victim", "Connie Smith"],
            ["Chidi", "Okafor", "GP", "GP1"],
            ["Priya", "Nair", "Social Worker", "SW1"],
            ["Margaret", "Ellwood", "Independent Chair", None],
            ["Peter", "Marsh", "Panel member, Kent Police", "n/a"],
        ],
        change,
    )
    names, remarks = imported(path)
    assert entities(names) == {
        "Danielle Hargreaves": ("Connie Smith", PERSON, "", ()),
        "Chidi Okafor": ("GP1", PROFESSIONAL, "GP", ()),
        "Priya Nair": ("SW1", PROFESSIONAL, "SW", ()),
        "Thanet": ("Area A", EntityType.PLACE, "", ()),
        "Isle of Thanet NHS Trust": ("Area A NHS Trust", EntityType.ORGANISATION, "", ("ITNT",)),
        "Larkhill Surgery": ("GP Practice A", EntityType.PRACTICE, "", ()),
    }
    assert names.keep == (
        KeepEntry(text="Margaret Ellwood", reason="Independent Chair"),
        KeepEntry(text="Peter Marsh", reason="Panel member, Kent Police"),
    )
    assert "Hidden, and read like the rest: sheet 2." in remarks
    assert "Hidden, and read like the rest: sheet 1, row 3." in remarks
    assert "Hidden, and read like the rest: sheet 1, column C." in remarks
    assert "headings for a real name and a pseudonym: sheet 3." in remarks
    assert "Hargreaves" not in remarks


def test_numbers_formulas_dates_and_errors_in_a_workbook(tmp_path):
    def change(workbook):
        sheet = workbook.active
        sheet["A3"] = '=CONCAT("Ann ", "Pike")'
        sheet["B4"] = datetime.date(2018, 5, 4)
        sheet["B5"] = "#N/A"
        sheet["A6"].number_format = "000"
        sheet["A7"] = CellRichText("Danielle ", TextBlock(InlineFont(b=True), "Hargreaves"))

    path = sheet_of(
        tmp_path,
        [
            ["Real name", "Pseudonym", "Category"],
            ["Joy Tull", 7, "adult"],
            [None, "Rose Dobson"],
            ["May Rudd", None],
            ["Tina Forbes", None],
            [7, "Reference A", "case reference"],
            [None, "Connie Smith", "person"],
            [1e20, "Long A", "phone"],
        ],
        change,
    )
    names, remarks = imported(path)
    assert {e.real: e.pseudonym for e in names.entities} == {
        "Joy Tull": "7",
        "007": "Reference A",
        "Danielle Hargreaves": "Connie Smith",
        "100000000000000000000": "Long A",
    }
    assert "(open the workbook in Excel and save it): cell A3." in remarks
    assert "formatted as text): cell B4." in remarks
    assert "shows an error: cell B5." in remarks
    assert "want of a real name: row 3." in remarks
    assert "want of a pseudonym: row 4 and row 5." in remarks


def test_a_stored_value_of_a_formula_is_used(tmp_path):
    path = sheet_of(tmp_path, [["Real name", "Pseudonym"], ["=1", "Joy Tull"]])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = re.sub(
        rb'<c r="A2"[^>]*><f>1</f>.*?</c>',
        b'<c r="A2" t="str"><f>1</f><v>Ann Pike</v></c>',
        parts[sheet],
    )
    assert b"Ann Pike" in parts[sheet]
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    names, remarks = imported(path)
    assert [e.real for e in names.entities] == ["Ann Pike"]
    assert "formula" not in remarks


def test_what_excel_has_escaped(tmp_path):
    path = sheet_of(
        tmp_path,
        [["Real name", "Pseudonym"], ["Ann_x000D_\nPike", "Joy Tull"], ["A_xD800_B", "Rose Tull"]],
    )
    names, _ = imported(path)
    assert [e.real for e in names.entities] == ["Ann Pike", "A_xD800_B"]


def test_two_tables_one_below_the_other_on_a_sheet(tmp_path):
    path = sheet_of(
        tmp_path,
        [
            ["Real name", "Pseudonym", "Relationship"],
            ["Danielle Hargreaves", "Connie Smith", "victim"],
            [],
            ["Pseudonym", "Real name", "Relationship"],
            ["Area A", "Thanet", "district"],
        ],
    )
    names, remarks = imported(path)
    assert {e.real: e.pseudonym for e in names.entities} == {
        "Danielle Hargreaves": "Connie Smith",
        "Thanet": "Area A",
    }
    assert remarks == ""


def test_a_word_table_over_pages_beside_other_tables(tmp_path):
    headings = ["Name", "Relationship", "Pseudonym", "Notes"]
    path = document_of(
        tmp_path,
        [["Name", "Organisation"], ["Peter Marsh", "Kent Police"]],
        [
            headings,
            ["Danielle Hargreaves", "Victim", "Connie", "aged 27"],
            ["Mason Pritchard", "Son (aged 6)", "Child A", ""],
            headings,
            ["Jordan Pritchard", "son of the perpetrator, adult", "Ben", ""],
            ["Margaret Ellwood", "Independent chair", "", ""],
            ["Kent Police", "", "no change", "county-wide"],
        ],
    )
    names, remarks = imported(path)
    assert entities(names) == {
        "Danielle Hargreaves": ("Connie", PERSON, "", ()),
        "Mason Pritchard": ("Child A", CHILD, "", ()),
        "Jordan Pritchard": ("Ben", PERSON, "", ()),
    }
    assert names.keep == (
        KeepEntry(text="Margaret Ellwood", reason="Independent chair"),
        KeepEntry(text="Kent Police", reason="county-wide"),
    )
    assert "headings for a real name and a pseudonym: table 1." in remarks


def test_merged_and_nested_cells_in_word(tmp_path):
    def change(document):
        outer = document.tables[0]
        outer.cell(1, 0).merge(outer.cell(1, 2))
        outer.cell(2, 2).merge(outer.cell(3, 2))
        inner = outer.cell(4, 0).add_table(2, 2)
        for cell, text in zip(
            [cell for row in inner.rows for cell in row.cells],
            ["Real name", "Anonymised as", "Thanet", "Area A"],
            strict=True,
        ):
            cell.text = text

    path = document_of(
        tmp_path,
        [
            ["Real name", "Pseudonym", "Relationship"],
            ["The children", "", ""],
            ["Mason Pritchard", "Mason\u2019s other name", "son (6)"],
            ["Isla Pritchard", "Isla\u2019s other name", ""],
            ["", "", ""],
        ],
        change=change,
    )
    names, remarks = imported(path)
    assert {e.real: e.type for e in names.entities} == {
        "Mason Pritchard": CHILD,
        "Isla Pritchard": CHILD,
        "Thanet": EntityType.PLACE,
    }
    assert remarks == ""


def test_word_as_it_is_with_tracked_changes_accepted(tmp_path):
    def change(document):
        row = document.tables[0].rows[1]
        row.cells[1].paragraphs[0]._p.append(
            parse_xml(
                f'<w:ins {W} w:id="1" w:author="x"><w:r><w:t>Connie</w:t><w:tab/>'
                "<w:noBreakHyphen/></w:r></w:ins>"
            )
        )
        row.cells[1].paragraphs[0]._p.append(
            parse_xml(
                f'<w:del {W} w:id="2" w:author="x"><w:r><w:delText>Old</w:delText></w:r></w:del>'
            )
        )
        row.cells[1].paragraphs[0]._p.append(
            parse_xml(f"<w:moveFrom {W}><w:r><w:t>Gone</w:t></w:r></w:moveFrom>")
        )
        row.cells[0].paragraphs[0]._p.append(
            parse_xml(
                f"<w:sdt {W}><w:sdtContent><w:r><w:t>Ann Pike</w:t></w:r></w:sdtContent></w:sdt>"
            )
        )
        deleted = document.tables[0].rows[2]._tr.get_or_add_trPr()
        deleted.append(parse_xml(f'<w:del {W} w:id="3" w:author="x"/>'))
        hidden = document.tables[0].rows[3]._tr.get_or_add_trPr()
        hidden.append(parse_xml(f"<w:hidden {W}/>"))

    path = document_of(
        tmp_path,
        [
            ["Real name", "Pseudonym"],
            ["", ""],
            ["Joy Tull", "Rose Dobson"],
            ["Tina Forbes", "Mary Lane"],
        ],
        change=change,
    )
    names, remarks = imported(path)
    assert {e.real: e.pseudonym for e in names.entities} == {
        "Ann Pike": "Connie \u2011",
        "Tina Forbes": "Mary Lane",
    }
    assert "Hidden, and read like the rest: row 3." in remarks


CSV = (
    "Person;Referred to as;Relationship;Age\r\n"
    '"Hargreaves, Danielle";Connie;victim;27\r\n'
    'Siobh\u00e1n O\u2019Dowd;"Rose ""Red"" Tull";neighbour;\r\n'
    "Mason Pritchard;Child A;;6\r\n"
    "Jordan Pritchard;Ben;son of the perpetrator;19\r\n"
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"], ids=["utf8", "bom", "utf16", "1252"]
)
@pytest.mark.parametrize("delimiter", [";", ",", "\t"], ids=["semicolon", "comma", "tab"])
@pytest.mark.parametrize("suffix", [".csv", ".txt", ".tsv"])
def test_text_as_excel_saves_it(tmp_path, encoding, delimiter, suffix):
    path = tmp_path / f"names{suffix}"
    path.write_bytes(CSV.replace(";", delimiter).encode(encoding))
    names, remarks = imported(path)
    assert entities(names) == {
        "Danielle Hargreaves": ("Connie", PERSON, "", ()),
        "Siobh\u00e1n O\u2019Dowd": ('Rose "Red" Tull', PERSON, "", ()),
        "Mason Pritchard": ("Child A", CHILD, "", ()),
        "Jordan Pritchard": ("Ben", PERSON, "", ()),
    }
    assert ("read as Windows-1252" in remarks) is (encoding == "cp1252")


def test_text_with_unix_lines_a_separator_line_and_formulas_made_inert(tmp_path):
    path = tmp_path / "names.csv"
    path.write_bytes(
        b"sep=;\nReal name;Pseudonym;Decision;Status\n'=Ann Pike;'@x1;;draft\n"
        b"'Tis Rudd;Joy;change;agreed\nRose Tull;;undecided;\n"
    )
    names, remarks = imported(path)
    assert {e.real: (e.pseudonym, str(e.status)) for e in names.entities} == {
        "=Ann Pike": ("@x1", "proposed"),
        "'Tis Rudd": ("Joy", "confirmed"),
    }
    assert [(e.text, e.placeholder) for e in names.uncertain] == [("Rose Tull", "[PERSON 1?]")]
    assert remarks == "Taken for adults, as nothing says what they are: row 3 and row 4."


def test_a_workbook_is_read_whatever_it_warns_of(tmp_path, recwarn):
    path = sheet_of(tmp_path, [["Real name", "Pseudonym"], ["Ann Pike", "Joy Tull"]])
    stripped = io.BytesIO(path.read_bytes())
    workbook = openpyxl.load_workbook(stripped)
    workbook.active.freeze_panes = "A2"
    workbook.save(path)
    assert imported(path)[0].entities[0].real == "Ann Pike"
    assert not recwarn.list
